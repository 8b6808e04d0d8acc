package answer

import (
	"regexp"
	"slices"
	"strings"

	"sherpa/internal/text"
)

// checker holds a sentence of a model against what it cites.
type checker struct {
	language string
	// foreign says that the sentence is in another language than the articles.
	foreign bool
	// assertion is the sentence taken apart, where it is in the articles' language.
	assertion *assertion
}

// checker makes a checker for a sentence, in the language that it shows or was
// asked for.
func (p *phrasing) checker(s string) *checker {
	c := &checker{language: p.language}
	if lang, sure := text.Language(s); sure {
		c.language = lang
	}
	if c.foreign = c.language != p.material.language; !c.foreign {
		c.assertion = newPlainAssertion(s)
	}
	return c
}

// bornOut reports whether the citations say what the statement says, as far as
// that can be told, and it has nothing that no statement may have.
func (c *checker) bornOut(st phrased) bool {
	quotes := make([]string, len(st.cited))
	for i, s := range st.cited {
		quotes[i] = s.text()
	}
	if isGarbled(st.text) || addresses(st.text, quotes) || !quotesExactly(st.text, quotes) {
		return false
	}
	if c.foreign {
		v := VerifyTranslated(st.text, c.language, quotes)
		return answerable[c.language] && v.OK()
	}
	return c.assertion.bornOutBy(st)
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
	for _, q := range quotations(s) {
		if !containsAny(quotes, strings.TrimRight(q.Of(s), ".,;:!?… ")) {
			return false
		}
	}
	return true
}

func containsAny(texts []string, s string) bool {
	for _, t := range texts {
		if strings.Contains(t, s) {
			return true
		}
	}
	return false
}

// enoughSaid is how much of a statement of a model must stand in what it cites.
const enoughSaid = 0.5

// newPlainAssertion takes a sentence apart, with all telling words equal.
func newPlainAssertion(s string) *assertion {
	f := readFacts(s)
	as := &assertion{facts: f, weight: make([]float64, len(f.words)), valued: 1, modal: f.hasModal(), topics: map[string]bool{}}
	seen := map[string]bool{}
	for i := range f.words {
		w := &f.words[i]
		if w.stop || w.number || w.quoted || seen[w.stem] {
			continue
		}
		seen[w.stem] = true
		as.weight[i] = wordWeight(w, nil, 1)
	}
	return as
}

// bornOutBy reports whether what a statement cites says the same.
func (as *assertion) bornOutBy(st phrased) bool {
	own := make([]*facts, len(st.cited))
	near := &facts{}
	for i, s := range st.cited {
		own[i] = readFacts(s.text())
		near = joined(near, readFacts(s.title()))
	}
	if as.facts.deniesAlone(own) || as.facts.omitsDenial(own) || as.facts.displaces(own) || as.facts.explainsAlone(own) {
		return false
	}
	p := as.prove(st.cited[0].sentences[0], near, own...)
	return p.result.OK() && !p.opposed && !p.conceives() && min(p.cover, p.telling) >= enoughSaid
}

// deniesAlone reports whether the sentence denies something and no source denies
// anything: their verbs may be others, so that polarity compares none of them.
func (f *facts) deniesAlone(sources []*facts) bool {
	return f.negates() && !slices.ContainsFunc(sources, (*facts).deniesSomething)
}

// omitsDenial reports whether the clause that the sentence shares most with denies
// something, and the sentence nothing.
func (f *facts) omitsDenial(sources []*facts) bool {
	if f.deniesSomething() {
		return false
	}
	most, denied := 0.0, false
	for _, s := range sources {
		for clause, shared := range s.sharedByClause(f) {
			if shared > most {
				most, denied = shared, s.negatesIn(clause)
			}
		}
	}
	return denied
}

// sharedByClause is how much of f's telling words each clause has in common with
// another sentence, by the clause's number.
func (f *facts) sharedByClause(other *facts) map[int]float64 {
	shared := map[int]float64{}
	for i := range f.words {
		if f.words[i].content() {
			m, _ := other.match(&f.words[i])
			shared[f.words[i].clause] += m
		}
	}
	return shared
}

// negates reports whether a negation reaches any word.
func (f *facts) negates() bool {
	return slices.ContainsFunc(f.words, func(w token) bool { return w.negated })
}

// deniesSomething reports whether there is a negation or a word that denies.
func (f *facts) deniesSomething() bool {
	return slices.ContainsFunc(f.words, func(w token) bool { return w.negated || w.denial() })
}

// negatesIn reports whether the verb of a clause is negated.
func (f *facts) negatesIn(clause int) bool {
	return slices.ContainsFunc(f.words, func(w token) bool { return w.clause == clause && verbCues[w.Norm] })
}
