package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestWordExpression(t *testing.T) {
	t.Parallel()
	deep := term("core")
	for range 50 {
		deep = allOf(deep, term("x"))
	}
	var many []Match
	for i := range 40 {
		many = append(many, term(fmt.Sprintf("w%d", i)))
	}
	cases := map[string]struct {
		match Match
		want  string
	}{
		"nothing":           {Match{}, ""},
		"a word":            {term("talks"), `"talks"`},
		"several tokens":    {term("cease-fire"), `"cease-fire"`},
		"only marks":        {term("?! -- *"), ""},
		"quotes":            {term(`say"so`), `"say""so"`},
		"operators":         {anyOf(term("AND"), term("NEAR(a b)")), `("AND" OR "NEAR(a b)")`},
		"control":           {term("a\x00b\x07c"), `"a b c"`},
		"not UTF-8":         {term("caf\xe9"), `"caf"`},
		"phrase":            {phrase("  nearly   three hours "), `"nearly three hours"`},
		"prefix":            {prefix("zelen"), `"zelen" *`},
		"repeated":          {anyOf(term("a"), term("b"), term("a")), `("a" OR "b")`},
		"one of one":        {allOf(anyOf(term("a"), term("!"))), `"a"`},
		"nested":            {allOf(term("a"), anyOf(term("b"), phrase("c d"))), `("a" AND ("b" OR "c d"))`},
		"empty group":       {allOf(anyOf(), term("a")), `"a"`},
		"same word in both": {allOf(anyOf(term("a"), term("b")), anyOf(term("a"), term("c"))), `(("a" OR "b") AND ("a" OR "c"))`},
		"long word":         {term(strings.Repeat("ä", 100)), `"` + strings.Repeat("ä", 64) + `"`},
		"too deep":          {deep, strings.Repeat("(", 8) + `("core" OR "x")` + strings.Repeat(` AND "x")`, 8)},
		"too many":          {anyOf(many...), `("w0" OR ` + strings.Join(quoted(1, 31), " OR ") + `)`},
		"long phrase":       {phrase(strings.Join(words(0, 40), " ")), `"` + strings.Join(words(0, 31), " ") + `"`},
	}
	for name, c := range cases {
		if diff := cmp.Diff(c.want, wordExpression(c.match)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func words(from, to int) []string {
	var list []string
	for i := from; i <= to; i++ {
		list = append(list, fmt.Sprintf("w%d", i))
	}
	return list
}

func quoted(from, to int) []string {
	list := words(from, to)
	for i, w := range list {
		list[i] = quote(w)
	}
	return list
}

func TestUnspacedExpression(t *testing.T) {
	t.Parallel()
	continued := map[string][]string{"普": {"普京和", "普京说"}}
	cases := map[string]struct {
		match Match
		want  string
	}{
		"run":           {term("普京和特朗普"), `("普京和" OR "京和特" OR "和特朗" OR "特朗普")`},
		"phrase":        {phrase("普京和特朗普"), `"普京和特朗普"`},
		"short":         {term("普"), `("普京和" OR "普京说")`},
		"short unknown": {term("川"), ""},
		"other script":  {allOf(term("iPhone"), term("普京和")), `("iPhone" AND "普京和")`},
		"short latin":   {allOf(term("of"), term("普京和")), `"普京和"`},
	}
	for name, c := range cases {
		if diff := cmp.Diff(c.want, unspacedExpression(c.match, continued)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// hostile are questions as people and attackers write them; as raw FTS5 most of
// them are errors, and some are other questions.
var hostile = []string{
	"what's new?", "AT&T", "C++", "C#", "50%", "#metoo", "@putin", "election -bank", "-", "--", "a -b -c", "cease-fire", "U.S.",
	`"`, `""`, `"""`, `"unbalanced`, `un"balanced`, "'", "''", "';", "'; DROP TABLE articles; --", "1 OR 1=1", "` or 1",
	"AND", "OR", "NOT", "NEAR", "a AND", "AND a", "OR OR OR", "NOT a", "a NOT", "NEAR(a b, 5)", "NEAR(", "a NEAR b",
	"title:secret", "title : x", "{title lead}: x", "-title:x", "^start", "a^b", "*", "a*", "* *", "a * b", "(", ")", "((", "a)", "()",
	"+", "a + b", "a+b", "\\", "a\\b", "/etc/passwd", "a,b", "a;b", "a:b", "a|b", "a||b", "a&b", "~a", "!a", "?", "=", "<a>", "<script>alert(1)</script>",
	"$1", "?1", ":x", "@x", "%s%n", "null", "NULL", "\x00", "a\x00b", "\x01\x02", "\t\n\r", "\u200b", "\u202eabc", "\ufeff", "\ufffd", "\xff\xfe", "\xed\xa0\x80",
	"é", "e\u0301", "ß", "İ", "ﬁ", "👍", "👩‍👩‍👧", "中", "中文", "中文字", "北京 \" 北京", "ไทย", "日本語の文", "아", "١٢٣", "½", "𝕏", "passage_index", "rank", "rowid",
	"passage_index MATCH 'x'", "bm25(passage_index)", "{", "}", "[", "]", "[a]", "{a}:b", strings.Repeat("(", 500), strings.Repeat(`"`, 501), strings.Repeat("a ", 5000), strings.Repeat("a", 1<<20),
}

func TestHostileStringsAreOnlyWords(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 3)...)
	mustPut(t, s, entry("cjk", "普京和特朗普在北京会谈。"))
	if len(hostile) < 50 {
		t.Fatalf("only %d strings", len(hostile))
	}
	for _, str := range hostile {
		for _, m := range []Match{term(str), phrase(str), prefix(str), anyOf(term(str), term("delegation")), allOf(term(str), prefix(str))} {
			if _, err := s.Search(t.Context(), Search{Match: m, Limit: 5}); err != nil {
				t.Errorf("%.60q as %d: %v", str, m.Op, err)
			}
		}
	}
	// Quoted, an operator is a word that is not there.
	if got := find(t, s, term("delegation OR peace")); len(got) != 0 {
		t.Errorf("an operator worked: %v", got)
	}
	mustBeSound(t, s)
}

func FuzzMatchQuery(f *testing.F) {
	for _, str := range hostile {
		f.Add(str)
	}
	s := newStore(f)
	mustPut(f, s, entry("a", "The delegation met.", "“C++” cost 50%."), entry("cjk", "普京和特朗普在北京会谈。"))
	f.Fuzz(func(t *testing.T, str string) {
		half := len(str) / 2
		for _, m := range []Match{
			term(str), phrase(str), prefix(str),
			allOf(term(str[:half]), anyOf(prefix(str[half:]), phrase(str))),
		} {
			if _, err := s.Search(t.Context(), Search{Match: m, Limit: 3}); err != nil {
				t.Fatalf("%q: %v", wordExpression(m), err)
			}
			if e := wordExpression(m); !utf8.ValidString(e) {
				t.Fatalf("not UTF-8: %q", e)
			}
		}
	})
}

func TestErrorsAreNotEmptyResults(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 1)...)
	meddle(t, s.Path(), "DROP TABLE passage_index")
	hits, err := s.Search(t.Context(), Search{Match: term("delegation"), Limit: 5})
	if err == nil || hits != nil {
		t.Errorf("got %v, %v from a store without an index", hits, err)
	}
	if _, err := s.Search(t.Context(), Search{Match: term("x")}); err == nil || errors.Is(err, ErrDamaged) {
		t.Errorf("a limit of nothing gave %v", err)
	}
}
