package command

import (
	"bytes"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"sherpa/internal/golden"

	"github.com/google/go-cmp/cmp"
)

func TestGolden(t *testing.T) {
	t.Parallel()
	var got bytes.Buffer
	e := json.NewEncoder(&got)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	if err := e.Encode(All()); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "testdata/commands.json", got.String())
}

func TestPaths(t *testing.T) {
	t.Parallel()
	want := strings.Fields(`ask search compare timeline sources quote why privacy.show privacy.export privacy.delete help
		settings.channels.add settings.channels.remove settings.channels.list settings.channels.clear settings.mode settings.quota
		settings.corpus.add settings.corpus.list settings.corpus.remove settings.corpus.use
		settings.gaps settings.stats settings.language settings.buttons settings.staff`)
	var got []string
	for _, c := range All() {
		if c.Kind == Slash {
			got = append(got, paths(c.Name, c.Options)...)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// paths are what can be typed: the command, or its subcommands.
func paths(path string, options []Option) []string {
	var all []string
	for _, o := range options {
		if o.Kind == Subcommand || o.Kind == Group {
			all = append(all, paths(path+"."+o.Name, o.Options)...)
		}
	}
	if all == nil {
		return []string{path}
	}
	return all
}

func TestWhereCommandsAre(t *testing.T) {
	t.Parallel()
	for _, c := range All() {
		contexts, installations, permissions := []Context{0, 1, 2}, []Installation{0, 1}, ""
		if c.Name == "settings" {
			contexts, installations, permissions = []Context{0}, []Installation{0}, "32"
		}
		if diff := cmp.Diff([]any{contexts, installations, permissions}, []any{c.Contexts, c.Installations, c.DefaultPermissions}); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.Name, diff)
		}
	}
}

func TestAutocompleted(t *testing.T) {
	t.Parallel()
	var got []string
	for _, c := range All() {
		walk(c.Options, func(o Option) {
			if o.Autocomplete {
				got = append(got, o.Name)
			}
		})
	}
	slices.Sort(got)
	want := slices.Sorted(slices.Values(Autocompleted()))
	if diff := cmp.Diff(want, slices.Compact(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// walk visits all options.
func walk(options []Option, visit func(Option)) {
	for _, o := range options {
		visit(o)
		walk(o.Options, visit)
	}
}

// Discord's rules that its description of the API does not state.

var slashName = regexp.MustCompile(`^[-_'\p{L}\p{N}]{1,32}$`)

func TestNamesAndDescriptions(t *testing.T) {
	t.Parallel()
	for _, c := range All() {
		if c.Kind == MessageMenu {
			for _, name := range everyText(c.Name, c.Names) {
				inLength(t, name, 32)
			}
			if c.Description != "" {
				t.Errorf("%s: a message command has no description", c.Name)
			}
			continue
		}
		checkTexts(t, Option{Name: c.Name, Localised: c.Localised})
		walk(c.Options, func(o Option) { checkTexts(t, o) })
	}
}

func checkTexts(t *testing.T, o Option) {
	t.Helper()
	for _, name := range everyText(o.Name, o.Names) {
		if !slashName.MatchString(name) || strings.ToLower(name) != name {
			t.Errorf("%q is no name for a slash command", name)
		}
	}
	for _, d := range everyText(o.Description, o.Descriptions) {
		inLength(t, d, 100)
	}
	for _, c := range o.Choices {
		for _, name := range everyText(c.Name, c.Names) {
			inLength(t, name, 100)
		}
	}
}

func everyText(text string, others map[string]string) []string {
	return append(slices.Collect(maps.Values(others)), text)
}

func inLength(t *testing.T, text string, most int) {
	t.Helper()
	if n := utf8.RuneCountInString(text); n == 0 || n > most {
		t.Errorf("%q has %d characters, not 1 to %d", text, n, most)
	}
	if strings.HasPrefix(text, "commands.") {
		t.Errorf("%q is a key, not a text", text)
	}
}

func TestNamesDiffer(t *testing.T) {
	t.Parallel()
	top := map[Kind][]Option{}
	for _, c := range All() {
		top[c.Kind] = append(top[c.Kind], Option{Name: c.Name, Localised: c.Localised})
		differ(t, c.Options)
	}
	differ(t, top[Slash])
	differ(t, top[MessageMenu])
}

// differ fails where two options are called the same in a language.
func differ(t *testing.T, options []Option) {
	t.Helper()
	seen := map[string]bool{}
	for _, o := range options {
		for locale, name := range o.Names {
			if key := locale + " " + name; seen[key] {
				t.Errorf("two are called %q in %s", name, locale)
			} else {
				seen[key] = true
			}
		}
		differ(t, o.Options)
	}
}

func TestShapes(t *testing.T) {
	t.Parallel()
	for _, c := range All() {
		checkShape(t, c.Name, c.Options)
		if n := size(Option{Name: c.Name, Localised: c.Localised, Options: c.Options}); n > 8000 {
			t.Errorf("%s has %d characters, more than 8,000", c.Name, n)
		}
	}
}

func checkShape(t *testing.T, path string, options []Option) {
	t.Helper()
	if len(options) > 25 {
		t.Errorf("%s has %d options, more than 25", path, len(options))
	}
	optional := false
	for _, o := range options {
		if o.Required && optional {
			t.Errorf("%s: the required option %s comes after one that is not", path, o.Name)
		}
		optional = optional || !o.Required
		if o.Autocomplete && len(o.Choices) > 0 {
			t.Errorf("%s: %s has suggestions and choices", path, o.Name)
		}
		checkShape(t, path+" "+o.Name, o.Options)
	}
}

// size is what Discord counts: names, descriptions and values, of each the
// longest there is in any language.
func size(o Option) int {
	n := longest(o.Name, o.Names) + longest(o.Description, o.Descriptions)
	for _, c := range o.Choices {
		n += longest(c.Name, c.Names) + utf8.RuneCountInString(c.Value)
	}
	for _, below := range o.Options {
		n += size(below)
	}
	return n
}

func longest(text string, others map[string]string) int {
	most := 0
	for _, s := range everyText(text, others) {
		most = max(most, utf8.RuneCountInString(s))
	}
	return most
}
