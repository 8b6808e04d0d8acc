package answer

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"sherpa/answer/verify"
	"sherpa/answer/verify/translated"
	"sherpa/internal/text"
)

// checker holds a sentence of a model against what it cites.
type checker struct {
	language string
	// foreign says that the sentence is in another language than the articles.
	foreign bool
	// material has the sentences before those that are cited.
	material *material
}

// checker makes a checker for a sentence, in the language that it shows or was
// asked for.
func (p *phrasing) checker(s string) *checker {
	c := &checker{language: p.language, material: p.material}
	if lang, sure := text.Language(s); sure {
		c.language = lang
	}
	c.foreign = c.language != p.material.language
	return c
}

// bornOut reports whether the citations say what the statement says, as far as
// that can be told, and it has nothing that no statement may have.
func (c *checker) bornOut(st phrased) bool {
	quotes := st.quotes()
	if verify.Garbled(st.text) || addresses(st.text, quotes) || !quotesExactly(st.text, quotes) {
		return false
	}
	if c.foreign {
		v := translated.Sentence(st.text, c.language, quotes)
		return answerable[c.language] && v.OK()
	}
	return c.material.retold(st.text, st.cited)
}

// lacksNames reports whether nothing but names is missing from what a statement in
// another language cites: a pronoun there may stand for one.
func (c *checker) lacksNames(st phrased) bool {
	v := translated.Sentence(st.text, c.language, st.quotes())
	return !slices.ContainsFunc(v.Failures, func(f verify.Failure) bool { return f.Kind != verify.FailedName || f.Instead != "" })
}

// quotes are what a statement cites.
func (st phrased) quotes() []string {
	quotes := make([]string, len(st.cited))
	for i, s := range st.cited {
		quotes[i] = s.text()
	}
	return quotes
}

// address is what may be taken for a link, a mention or markup.
var address = regexp.MustCompile(`(?i)://|www\.|\]\(|<[@#:/a-z]|@(everyone|here)\b|` + "`" + `|\b(data|javascript|mailto):|\pL[\pL\d-]*\.\pL{2,}`)

// addresses reports whether a statement has an address or markup that does not
// stand like this in what it cites.
func addresses(s string, quotes []string) bool {
	for _, found := range address.FindAllString(s, -1) {
		if !containsAny(quotes, found) {
			return true
		}
	}
	return false
}

// quotesExactly reports whether every quotation in the statement stands byte for
// byte in what it cites. The full stop or comma inside of the marks may be the
// statement's own.
func quotesExactly(s string, quotes []string) bool {
	for _, q := range text.Quotations(s) {
		words := strings.TrimRight(q.Of(s), ".,;:!?… ")
		if !slices.ContainsFunc(quotes, func(quote string) bool { return standsWhole(quote, words) }) {
			return false
		}
	}
	return true
}

// standsWhole reports whether words stand in a text, and neither begin nor end in
// the middle of another word there.
func standsWhole(in, words string) bool {
	for at := 0; at <= len(in); {
		i := strings.Index(in[at:], words)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(in[:at+i])
		after, _ := utf8.DecodeRuneInString(in[at+i+len(words):])
		if !text.IsLetterOrDigit(before) && !text.IsLetterOrDigit(after) {
			return true
		}
		at += i + 1
	}
	return false
}

func containsAny(texts []string, s string) bool {
	for _, t := range texts {
		if strings.Contains(t, s) {
			return true
		}
	}
	return false
}
