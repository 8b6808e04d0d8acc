package fakellm

import (
	"slices"
	"strconv"
	"strings"
)

// miscitings are ways to cite that are no citations of sentences.
var miscitings = []named[func(*liar, []string) []string]{
	{"none", func(*liar, []string) []string { return nil }},
	{"999", fixed("999")},
	{"numbers", fixed("1", "2", "1, 2", "0", "-1", "1e9")},
	{"list in one", func(l *liar, _ []string) []string { return []string{l.sentence().token + ", " + l.sentence().token} }},
	{"range", func(l *liar, _ []string) []string { return []string{l.sentence().token + "-" + l.sentence().token} }},
	{"brackets of others", func(_ *liar, c []string) []string { return wrapped(c, "【", "】") }},
	{"nested", func(_ *liar, c []string) []string { return wrapped(c, "[[", "]]") }},
	{"footnote", func(_ *liar, c []string) []string { return wrapped(c, "^", "^") }},
	{"markdown", func(_ *liar, c []string) []string { return wrapped(c, "", "](https://evil.example/a)") }},
	{"tokens of others", func(l *liar, _ []string) []string { return []string{l.token(), l.token(), l.token()} }},
	{"capitals", func(_ *liar, c []string) []string { return each(c, strings.ToUpper) }},
	{"blanks", func(_ *liar, c []string) []string { return wrapped(c, " ", "\n") }},
	{"zero-width", func(_ *liar, c []string) []string {
		return each(c, func(s string) string { return strings.Join(strings.Split(s, ""), "\u200b") })
	}},
	{"homoglyphs", func(_ *liar, c []string) []string { return each(c, homoglyphs.Replace) }},
	{"a letter off", func(_ *liar, c []string) []string { return wrapped(c, "", "x") }},
	{"the delimiter", func(l *liar, _ []string) []string { return []string{l.fence, "BEGIN " + l.fence, "END " + l.fence} }},
	{"the mark", func(l *liar, _ []string) []string { return []string{l.mark, l.mark + sign} }},
	{"the example", func(l *liar, _ []string) []string { return exampleToken.FindAllString(l.system, -1) }},
	{"all sentences", func(l *liar, _ []string) []string {
		var all []string
		for _, s := range l.sentences {
			all = append(all, s.token)
		}
		return all
	}},
	{"address", fixed("https://evil.example/cite", "evil.example", "file:///etc/passwd")},
	{"title", func(l *liar, _ []string) []string { return l.about }},
	{"ping", fixed("@everyone", "<@1>", "<@&1>", "<#1>")},
	{"empty", fixed("", " ", "\x00")},
	{"many", func(l *liar, c []string) []string {
		n := 30
		if l.chance(40) {
			n = 10_000
		}
		many := make([]string, 0, n)
		for range n {
			many = append(many, pick(l, append(c, l.token(), strconv.Itoa(l.r.IntN(1000)))))
		}
		return many
	}},
	{"other guild's", fixed("passage-2-0", "guild:1/2", "../../2", "p1.s1", "1' OR '1'='1")},
}

func fixed(tokens ...string) func(*liar, []string) []string {
	return func(l *liar, _ []string) []string { return tokens[:1+l.r.IntN(len(tokens))] }
}

func wrapped(citations []string, before, after string) []string {
	return each(citations, func(s string) string { return before + s + after })
}

func each(list []string, change func(string) string) []string {
	changed := make([]string, len(list))
	for i, s := range list {
		changed[i] = change(s)
	}
	return changed
}

// token is a token of the form of those of the prompt, of another request.
func (l *liar) token() string {
	const letters, digits = "abcdefghjkmnpqrstvwxyz", "23456789"
	return string([]byte{
		letters[l.r.IntN(len(letters))], digits[l.r.IntN(len(digits))],
		letters[l.r.IntN(len(letters))], digits[l.r.IntN(len(digits))],
	})
}

// miscite cites wrongly, in the place of the right citations or beside them.
func (l *liar) miscite(right []string) []string {
	how := pick(l, miscitings)
	l.did("cite: " + how.name)
	wrong := how.tell(l, right)
	if l.chance(2) {
		return append(slices.Clip(wrong), right...)
	}
	return wrong
}
