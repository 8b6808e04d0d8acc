package texts

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
)

// forms are the texts of a key by plural form; a text without any is "other".
type forms map[string]string

// pluralForms are those that a text with a count must have. Russian and
// Ukrainian may have "other" too, which is for fractions.
var pluralForms = map[string][]string{
	"en": {"one", "other"}, "es": {"one", "other"}, "fr": {"one", "other"}, "de": {"one", "other"},
	"ru": {"few", "many", "one"}, "uk": {"few", "many", "one"},
}

// areas are the texts of all files, by area and language.
func areas(t *testing.T) map[string]map[string]map[string]forms {
	t.Helper()
	all := map[string]map[string]map[string]forms{}
	paths, err := fs.Glob(locales, "locales/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paths {
		name := strings.Split(path.Base(p), ".")
		if len(name) != 3 || name[2] != "yaml" {
			t.Errorf("%s is not called <area>.<language>.yaml", p)
			continue
		}
		if all[name[0]] == nil {
			all[name[0]] = map[string]map[string]forms{}
		}
		all[name[0]][name[1]] = read(t, p)
	}
	return all
}

func read(t *testing.T, p string) map[string]forms {
	t.Helper()
	data, err := locales.ReadFile(p)
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]yaml.Node
	if err := yaml.Unmarshal(data, &raw); err != nil {
		t.Fatalf("%s: %v", p, err)
	}
	texts := map[string]forms{}
	for key, node := range raw {
		f := forms{}
		if node.Kind == yaml.ScalarNode {
			f["other"] = node.Value
		} else if err := node.Decode(&f); err != nil {
			t.Fatalf("%s: %s: %v", p, key, err)
		}
		texts[key] = f
	}
	return texts
}

func TestEveryLanguageHasEveryKey(t *testing.T) {
	t.Parallel()
	for area, languages := range areas(t) {
		want := slices.Sorted(maps.Keys(languages[english]))
		for _, key := range want {
			if !strings.HasPrefix(key, area+".") {
				t.Errorf("%s: %s does not begin with the area", area, key)
			}
		}
		if diff := cmp.Diff(slices.Sorted(slices.Values(Languages())), slices.Sorted(maps.Keys(languages))); diff != "" {
			t.Errorf("%s: languages (-want +got)\n%s", area, diff)
		}
		for language, texts := range languages {
			if diff := cmp.Diff(want, slices.Sorted(maps.Keys(texts))); diff != "" {
				t.Errorf("%s.%s: keys (-English +got)\n%s", area, language, diff)
			}
		}
	}
}

// eachText visits every text with its English one.
func eachText(t *testing.T, visit func(t *testing.T, language, key string, texts, en forms)) {
	t.Helper()
	for _, languages := range areas(t) {
		for language, texts := range languages {
			for key, f := range texts {
				visit(t, language, key, f, languages[english][key])
			}
		}
	}
}

func TestPluralForms(t *testing.T) {
	t.Parallel()
	eachText(t, func(t *testing.T, language, key string, f, en forms) {
		t.Helper()
		want := []string{"other"}
		if _, counts := en["one"]; counts {
			want = pluralForms[language]
		}
		got := slices.Sorted(maps.Keys(f))
		if language == "ru" || language == "uk" {
			got = slices.DeleteFunc(got, func(form string) bool { return form == "other" && len(got) > 1 })
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s: plural forms (-want +got)\n%s", language, key, diff)
		}
	})
}

var (
	placeholder = regexp.MustCompile(`{{\.([A-Z][A-Za-z]*)}}`)
	braces      = regexp.MustCompile(`[{}]`)
)

// placeholders are the names in a text, each once.
func placeholders(text string) []string {
	names := []string{}
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func TestPlaceholders(t *testing.T) {
	t.Parallel()
	eachText(t, func(t *testing.T, language, key string, f, en forms) {
		t.Helper()
		want := placeholders(en["other"])
		for form, text := range f {
			if braces.MatchString(placeholder.ReplaceAllString(text, "")) {
				t.Errorf("%s: %s: %q has braces that are no placeholder", language, key, text)
			}
			got := placeholders(text)
			if form == "one" && !slices.Contains(got, "Count") && oneIsOne[language] {
				got = placeholders(text + "{{.Count}}")
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: %s (%s): placeholders (-English +got)\n%s", language, key, form, diff)
			}
		}
	})
}

// oneIsOne are the languages in which the form "one" is for 1 alone, so that it
// need not say the number. In French it is for 0 too, in Russian and Ukrainian
// for 21.
var oneIsOne = map[string]bool{"en": true, "es": true, "de": true}

// limits are Discord's, in code points, by what a key's last part begins with.
// Where a text has placeholders, whoever fills them in sees to the rest.
var limits = []struct {
	key  *regexp.Regexp
	most int
}{
	{regexp.MustCompile(`^commands\..*\.name$`), 32},
	{regexp.MustCompile(`^commands\.`), 100},
	{regexp.MustCompile(`\.button_[a-z_]+$`), 80},
	{regexp.MustCompile(`\.(form|modal|title|label|field)_[a-z_]+$`), 45},
	{regexp.MustCompile(`\.(placeholder|choice|reason)_[a-z_]+$`), 100},
	{regexp.MustCompile(`.`), 2000},
}

func TestLengths(t *testing.T) {
	t.Parallel()
	eachText(t, func(t *testing.T, language, key string, f, _ forms) {
		t.Helper()
		for _, text := range f {
			for _, l := range limits {
				if n := utf8.RuneCountInString(text); l.key.MatchString(key) && n > l.most {
					t.Errorf("%s: %s has %d characters, more than %d: %q", language, key, n, l.most, text)
				}
			}
			if strings.TrimSpace(text) != text || text == "" {
				t.Errorf("%s: %s is %q, with space around it or empty", language, key, text)
			}
		}
	})
}

// wrongMarks are what a language does not write so.
var wrongMarks = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`["']|«|»|„`),
	"es": regexp.MustCompile(`["']|„|“`),
	"fr": regexp.MustCompile(`["']|„|“|[^ \x{a0}][?!;»]|«[^ \x{a0}]`),
	"de": regexp.MustCompile(`["']|«|»|”`),
	"ru": regexp.MustCompile(`["']|“|”`),
	"uk": regexp.MustCompile(`["']|“|”`),
}

func TestMarks(t *testing.T) {
	t.Parallel()
	eachText(t, func(t *testing.T, language, key string, f, _ forms) {
		t.Helper()
		for _, text := range f {
			if found := wrongMarks[language].FindString(text); found != "" {
				t.Errorf("%s: %s: %q is not how %s writes: %q", language, key, found, For(language).OwnName(), text)
			}
		}
	})
}

func TestFrenchSpaces(t *testing.T) {
	t.Parallel()
	eachText(t, func(t *testing.T, language, key string, f, _ forms) {
		t.Helper()
		if language != "fr" || f["one"] != "" {
			return
		}
		text := For(language).Say(key)
		if regexp.MustCompile(` [?!;:»]|« `).MatchString(text) {
			t.Errorf("%s may break before a mark: %q", key, text)
		}
	})
}

// typed is what stands in the text as a command to type.
var typed = regexp.MustCompile("`/([^`]+)`")

func TestCommandsAreCalledAsInTheirLanguage(t *testing.T) {
	t.Parallel()
	commands := areas(t)["commands"]
	eachText(t, func(t *testing.T, language, key string, f, en forms) {
		t.Helper()
		known := commandPaths(commands[language])
		for form, text := range f {
			for _, m := range typed.FindAllStringSubmatch(text, -1) {
				if !known[m[1]] {
					t.Errorf("%s: %s (%s): there is no command /%s", language, key, form, m[1])
				}
			}
			if got, want := len(typed.FindAllString(text, -1)), len(typed.FindAllString(en["other"], -1)); got != want {
				t.Errorf("%s: %s (%s) names %d commands, English %d", language, key, form, got, want)
			}
		}
	})
}

// commandPaths are what can be typed in a language: "einstellungen korpus".
func commandPaths(texts map[string]forms) map[string]bool {
	paths := map[string]bool{}
	for key := range texts {
		parts := strings.Split(key, ".")
		if parts[len(parts)-1] != "name" {
			continue
		}
		words := []string{}
		for i := 2; i < len(parts); i++ {
			words = append(words, texts[strings.Join(parts[:i], ".")+".name"]["other"])
		}
		paths[strings.Join(words, " ")] = true
	}
	return paths
}
