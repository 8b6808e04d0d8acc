package verify

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// facts is a sentence taken apart.
type facts struct {
	text   string
	words  []token
	values []value.Value
	names  []value.Name
	quotes []text.Span
}

// token is a word with what verification compares of it.
type token struct {
	text.Word
	stem string
	// key is equal for the spellings of one name, and for a country and its
	// people.
	key    string
	groups []int
	stop   bool
	// name and number say that the word belongs to a name or a value.
	name, number bool
	// quoted says that it stands in quotation marks.
	quoted  bool
	negated bool
	// sides are the word's places among opposites.
	sides []lexicon.Opposite
	// clause is the number of its clause.
	clause int
	// denying says that its clause has a negation.
	denying bool
	// joined says that it stands for a phrase.
	joined bool
	// starts says that a clause begins with the word.
	starts bool
}

// readFacts takes a sentence apart.
func readFacts(s string) *facts {
	s = strings.ReplaceAll(s, "half a dozen", "six")
	plain := text.Words(s)
	f := &facts{text: s, words: make([]token, len(plain)), values: value.FindIn(s, plain), names: value.Names(s, plain), quotes: text.Quotations(s)}
	for i, w := range plain {
		f.words[i] = newToken(w)
	}
	f.joinPhrases()
	f.markNames()
	for _, v := range f.values {
		f.mark(v.Span, func(t *token) { t.number = true })
	}
	for _, q := range f.quotes {
		f.mark(q, func(t *token) { t.quoted = true })
	}
	f.markClauses()
	f.markNegations()
	return f
}

func newToken(w text.Word) token {
	t := token{Word: w, stem: text.Stem(w.Norm), stop: text.IsStop(w.Norm) || lexicon.NotCues[w.Norm]}
	if w.IsCapital() || text.IsCountry(w.Norm) {
		t.key = nameKey(w.Norm)
	}
	t.sides = lexicon.Opposites[w.Norm]
	t.groups = lexicon.Alike(t.stem)
	return t
}

// mark calls set for the words in a span.
func (f *facts) mark(sp text.Span, set func(*token)) {
	for i := range f.words {
		if f.words[i].Start >= sp.Start && f.words[i].End <= sp.End {
			set(&f.words[i])
		}
	}
}

func (f *facts) markNames() {
	for _, n := range f.names {
		for i := n.First; i < n.Next; i++ {
			f.words[i].name, f.words[i].sides = true, nil
		}
	}
	for i := range f.words {
		if text.IsCountry(f.words[i].Norm) {
			f.words[i].name = true
		}
		if i > 0 && americas[f.words[i-1].Norm+" "+f.words[i].Norm] && f.words[i].IsCapital() {
			f.words[i].key, f.words[i-1].key = nameKey("america"), nameKey("america")
		}
	}
}

// americas are names of the United States and of its government.
var americas = map[string]bool{"united states": true, "white house": true}

// joinPhrases gives the first word of a phrasal verb the meaning of the whole
// ("took part", "ruled out") and makes the second one say nothing of its own.
func (f *facts) joinPhrases() {
	for i := 0; i+1 < len(f.words); i++ {
		meaning, ok := phrases[f.words[i].stem+" "+f.words[i+1].Norm]
		if !ok {
			continue
		}
		f.words[i].become(meaning)
		if f.words[i+1].Norm != "open" {
			f.words[i+1].stop = true
		}
	}
}

func (t *token) become(norm string) {
	t.stem, t.stop, t.joined = text.Stem(norm), false, true
	t.sides, t.groups = lexicon.Opposites[norm], lexicon.Alike(t.stem)
}

// phrases maps a stem and the word after it to a word of the same meaning.
var phrases = map[string]string{
	"take part": "attend", "had part": "attend", "part of": "included", "no part": "excluded", "no seat": "excluded", "no place": "excluded", "no role": "excluded", "no say": "excluded",
	"leav out": "excluded", "rule out": "excluded", "shut out": "excluded", "stay away": "absent", "sit out": "absent", "door open": "accept", "leav open": "accept",
	"turn down": "reject", "call off": "cancel", "take place": "held", "go on": "last", "run out": "expire", "set up": "arrange", "give up": "cede", "hand over": "cede",
	"point out": "say", "look for": "seek", "ask for": "demand", "come back": "return", "lay down": "place", "bring up": "raise",
}

// gap is what stands between the word before i and word i.
func (f *facts) gap(i int) string {
	if i <= 0 || i >= len(f.words) {
		return ""
	}
	return f.text[f.words[i-1].End:f.words[i].Start]
}

// content reports whether the word says what the sentence is about: neither a
// common word nor a part of a name or value.
func (t *token) content() bool { return !t.stop && !t.name && !t.number }

// likeShare is what a word of like meaning counts for beside the word itself.
const likeShare = 0.8

// like says how well two words stand for one another: 1 for forms of one word,
// less for words of like meaning, 0 for others.
func (t *token) like(o *token) float64 {
	switch {
	case t.stem == o.stem || t.key != "" && t.key == o.key:
		return 1
	case t.stop || o.stop:
		return 0
	case meet(t.groups, o.groups), t.opposed(o) != nil:
		return likeShare
	case derived(t.stem, o.stem):
		return likeShare
	}
	return 0
}

// opposed is t's place in a set of opposites that o stands in too.
func (t *token) opposed(o *token) *lexicon.Opposite {
	for i := range t.sides {
		for k := range o.sides {
			if t.sides[i].Pair == o.sides[k].Pair {
				return &t.sides[i]
			}
		}
	}
	return nil
}

func meet(a, b []int) bool {
	return slices.ContainsFunc(a, func(x int) bool { return slices.Contains(b, x) })
}

// derived reports whether two stems share so much of their beginning that one is
// probably made from the other ("symbol" and "symbolism").
func derived(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5 && 10*n >= 6*max(len(a), len(b)) && n >= min(len(a), len(b))-2
}

// clauseBreaks are words that begin a clause of its own.
var clauseBreaks = text.WordSet(`but while whereas although though because who which that when if unless until before after since so despite`)

func (f *facts) markClauses() {
	for i := range f.words {
		w := &f.words[i]
		w.starts = i == 0 || strings.ContainsAny(f.gap(i), ",;:()—") || clauseBreaks[w.Norm] || f.startsAfterAnd(i)
		if i > 0 {
			w.clause = f.words[i-1].clause
		}
		if w.starts {
			w.clause++
		}
	}
}

// startsAfterAnd reports whether a new clause begins at word i with "and" or
// "or": a common word or a verb follows, not only the rest of a list.
func (f *facts) startsAfterAnd(i int) bool {
	if n := f.words[i].Norm; n != "and" && n != "or" || i+1 >= len(f.words) {
		return false
	}
	next := f.words[i+1]
	return text.IsStop(next.Norm) || !next.IsCapital() && verbLike(next.Norm)
}
