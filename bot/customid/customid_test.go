package customid

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestString(t *testing.T) {
	t.Parallel()
	for want, id := range map[string]ID{
		"v1:cancel::0::":                                   {Action: Cancel},
		"v1:sources:k7Qx2:3:9f8e7d:":                       {Action: Sources, Answer: "k7Qx2", Page: 3, Asker: "9f8e7d"},
		"v1:remove_article::0::001_bc0681c6d51fa3c6":       {Action: RemoveArticle, Item: "001_bc0681c6d51fa3c6"},
		"v1:remove_article::0::~8ade8e78e55aa1e2":          {Action: RemoveArticle, Item: "my articles/über uns: 1"},
		"v1:gaps_page::0::":                                {Action: GapsPage, Page: -1},
		"v1:gaps_page::99999::":                            {Action: GapsPage, Page: 1 << 40},
		"v1:closest:a:0::" + strings.Repeat("x", maxField): {Action: Closest, Answer: "a", Item: strings.Repeat("x", maxField)},
	} {
		if got := id.String(); got != want {
			t.Errorf("%+v is %q, want %q", id, got, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]error{
		"":                                   ErrForeign,
		"sources":                            ErrForeign,
		"v":                                  ErrForeign,
		"v1":                                 ErrForeign,
		"vote:up":                            ErrForeign,
		"v1.0:sources:a:0::":                 ErrForeign,
		"v1234:sources:a:0::":                ErrForeign,
		"v0:sources:a":                       ErrOld,
		"v2:anything at all":                 ErrOld,
		"v1:":                                ErrOld,
		"v1:dance:a:0::":                     ErrOld,
		"v1:sources":                         ErrForeign,
		"v1:sources:a:0:::":                  ErrForeign,
		"v1:sources:a:::":                    ErrForeign,
		"v1:sources:a:00::":                  ErrForeign,
		"v1:sources:a:+1::":                  ErrForeign,
		"v1:sources:a:-1::":                  ErrForeign,
		"v1:sources:a:100000::":              ErrForeign,
		"v1:sources:a b:0::":                 ErrForeign,
		"v1:sources:a:0::~123":               ErrForeign,
		"v1:sources:\xff:0::":                ErrForeign,
		"v1:sources:a:0:@everyone:":          ErrForeign,
		"v1:sources:a:9999999999999999999::": ErrForeign,
	} {
		if _, err := Parse(text); !errors.Is(err, want) {
			t.Errorf("Parse(%q) fails with %v, want %v", text, err, want)
		}
	}
}

// An action that Parse did not know would be a button that never works.
func TestEveryActionIsKnown(t *testing.T) {
	t.Parallel()
	file, err := parser.ParseFile(token.NewFileSet(), "action.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var written []Action
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok {
			written = append(written, Action(strings.Trim(lit.Value, `"`)))
		}
		return true
	})
	slices.Sort(written)
	if diff := cmp.Diff(written, actions()); diff != "" {
		t.Errorf("(-written +known)\n%s", diff)
	}
}

func TestKeyTellsApart(t *testing.T) {
	t.Parallel()
	if Key("über uns") == Key("über euch") {
		t.Error("different texts have one key")
	}
	for _, text := range []string{"", "a-b_c.1", "über uns", strings.Repeat("x", 500)} {
		if again := Key(Key(text)); again != Key(text) {
			t.Errorf("the key of %q's key is %q", text, again)
		}
	}
}

// ids draws IDs with fields that fit.
func ids() *rapid.Generator[ID] {
	return rapid.Custom(func(r *rapid.T) ID {
		field := rapid.StringMatching(`[A-Za-z0-9._-]{0,24}`)
		return ID{
			Action: rapid.SampledFrom(actions()).Draw(r, "action"),
			Answer: field.Draw(r, "answer"), Item: field.Draw(r, "item"), Asker: field.Draw(r, "asker"),
			Page: rapid.IntRange(0, MaxPage).Draw(r, "page"),
		}
	})
}

func actions() []Action { return slices.Sorted(maps.Keys(known)) }

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		want := ids().Draw(r, "id")
		got, err := Parse(want.String())
		if err != nil {
			r.Fatalf("Parse(%q): %v", want, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			r.Errorf("(-want +got)\n%s", diff)
		}
	})
}

func TestNeverTooLong(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		id := ID{
			Action: rapid.SampledFrom(actions()).Draw(r, "action"),
			Answer: rapid.String().Draw(r, "answer"), Item: rapid.String().Draw(r, "item"), Asker: rapid.String().Draw(r, "asker"),
			Page: rapid.Int().Draw(r, "page"),
		}
		text := id.String()
		if utf8.RuneCountInString(text) > Max {
			r.Errorf("%q has more than %d characters", text, Max)
		}
		got, err := Parse(text)
		if err != nil {
			r.Fatalf("Parse(%q): %v", text, err)
		}
		want := id.At(min(max(id.Page, 0), MaxPage))
		want.Answer, want.Item, want.Asker = Key(id.Answer), Key(id.Item), Key(id.Asker)
		if diff := cmp.Diff(want, got); diff != "" {
			r.Errorf("(-want +got)\n%s", diff)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"", "v1:sources:k7Qx2:3:9f8e7d:", "v2:x", "v1:up:a:0::~0123456789abcdef", "v1:::::", ":", "v1:sources:\xff:0::"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id, err := Parse(text)
		switch {
		case err == nil && id.String() != text:
			t.Errorf("%q is read as %+v, which is written %q", text, id, id)
		case err != nil && !errors.Is(err, ErrOld) && !errors.Is(err, ErrForeign):
			t.Errorf("Parse(%q) fails with %v", text, err)
		}
	})
}
