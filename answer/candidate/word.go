package candidate

import (
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// wordForms is what finding short answers needs of the words of a sentence, whatever is
// asked.
type wordForms struct {
	class []question.WordClass
	// before tells the words of ClassOpen places: what stands before each word.
	before []question.WordClass
	// ending is the class of each word's ending.
	ending []int
	// leftSign is the sign that each word is for what follows it, or -1.
	leftSign []spanFeature
	// known says of each word where else it stands.
	known []whereElse
}

// spanReading is a sentence with what finding short answers needs of each word.
type spanReading struct {
	*wordForms
	from  *evidence.Evidence
	words []retrieval.Word
	// rank is the sentence's place among those that are read, from 1.
	rank int
	// gain is what each word matches of the question's weight, and sum the same
	// for all words before it.
	gain, sum []float64
	// elsewhere says of each word whether it stands in another of the sentences.
	elsewhere []bool
	// head says of each word whether it is the noun that is asked for, or one used
	// for it; hasHead, whether any is.
	head    []bool
	hasHead bool
	// term is the question's term that each word matches, or -1.
	term []int
	// left and right hold how much of the question stands near a place, on either
	// side, close by and farther off.
	left, right, farLeft, farRight []float64
	// begin and end are the weights of the signs of where spans begin and end.
	begin, end []float64
}

// How much nearness fades from word to word.
const (
	nearFade = 0.55
	farFade  = 0.85
	markFade = 0.7
)

// newSpanReading reads the sentence's words as parts of a candidate for the question.
func newSpanReading(q *question.Question, e *evidence.Evidence) *spanReading {
	words := e.Words()
	n := len(words)
	r := &spanReading{wordForms: formsOf(e), from: e, words: words, term: make([]int, n), elsewhere: make([]bool, n)}
	floats := make([]float64, 8*(n+1))
	for i, f := range []*[]float64{&r.gain, &r.sum, &r.left, &r.right, &r.farLeft, &r.farRight, &r.begin, &r.end} {
		*f = floats[i*(n+1) : (i+1)*(n+1)]
	}
	r.match(q)
	return r
}

// formsOf are the forms of the sentence's words.
func formsOf(e *evidence.Evidence) *wordForms {
	return e.Facts().Forms.Of(func() any { return readForms(e) }).(*wordForms)
}

func readForms(e *evidence.Evidence) *wordForms {
	words := e.Words()
	n := len(words)
	f := &wordForms{
		class: make([]question.WordClass, n), before: make([]question.WordClass, n+1), ending: make([]int, n), leftSign: make([]spanFeature, n), known: make([]whereElse, n),
	}
	f.classify(words, e.Sentence.Names)
	f.marks(words, e.Passage().Text)
	f.findFirst(words, e.Passage().Title)
	return f
}

// classify gives each word its class.
func (f *wordForms) classify(words []retrieval.Word, names []value.Name) {
	for _, n := range names {
		for i := n.First; i < n.Next; i++ {
			f.class[i] = question.ClassName
		}
	}
	for i := range words {
		f.ending[i], f.leftSign[i] = endingOf(&words[i]), -1
		if sign, ok := leftWords[words[i].Norm]; ok {
			f.leftSign[i] = sign
		}
		f.class[i] = f.classOf(i, &words[i])
	}
}

// classOf is the class of word i; that of the word before it is known.
func (f *wordForms) classOf(i int, w *retrieval.Word) question.WordClass {
	before := question.ClassNone
	if i > 0 {
		before = f.class[i-1]
	}
	if c, ok := question.ClassWords[w.Norm]; ok && f.class[i] != question.ClassName {
		if w.Norm == "that" && (phraseClass[before] || before == question.ClassVerb || before == question.ClassParticiple || before == question.ClassVerbal) {
			return question.ClassRelative // "a trawler that the family owned"
		}
		if c == question.ClassVerb && (before == question.ClassDeterminer || before == question.ClassPreposition) {
			return question.ClassNoun
		}
		if c == question.ClassAuxiliary && i > 0 && w.IsCapital() {
			return question.ClassName // the month of May
		}
		return c
	}
	switch {
	case f.class[i] == question.ClassName:
		return question.ClassName
	case w.IsNumeric():
		return question.ClassNumber
	case strings.HasSuffix(w.Norm, "ly") && len(w.Norm) > 4:
		return question.ClassAdverb
	case before == question.ClassTo || before == question.ClassAuxiliary:
		return question.ClassVerb
	case before == question.ClassDeterminer || before == question.ClassPreposition:
		return question.ClassNoun
	case len(w.Norm) > 4 && (strings.HasSuffix(w.Norm, "ed") || strings.HasSuffix(w.Norm, "ing")):
		return question.ClassParticiple
	case text.Base(w.Norm) != w.Norm && !w.IsCapital():
		return question.ClassParticiple
	case before == question.ClassPronoun:
		return question.ClassVerb
	case w.Verbal && (before == question.ClassNoun || before == question.ClassName || before == question.ClassAdverb):
		return question.ClassVerbal
	}
	return question.ClassNoun
}

// marks notes what stands before each word and after the last.
func (f *wordForms) marks(words []retrieval.Word, s string) {
	f.before[0] = question.ClassNone
	for i := 1; i < len(words); i++ {
		f.before[i] = markIn(s[words[i-1].End:words[i].Start])
	}
	f.before[len(words)] = question.ClassNone
}

// markIn is the kind of mark in a gap between words, or -1.
func markIn(gap string) question.WordClass {
	if gap == " " || gap == "-" {
		return -1
	}
	if strings.ContainsAny(gap, "()[]“”\"‘") {
		return question.ClassOpen
	}
	switch {
	case strings.ContainsAny(gap, ";:—…!?") || strings.Contains(gap, " – ") || strings.Contains(gap, " - "):
		return question.ClassStop
	case strings.ContainsRune(gap, ','):
		return question.ClassMark
	}
	return -1
}

// fade is what is left of nearness across what stands before word i.
func (r *spanReading) fade(i int) float64 {
	if r.before[i] >= 0 {
		return markFade
	}
	return 1
}

// match works out which words the question has and how near they are.
func (r *spanReading) match(q *question.Question) {
	for i := range r.words {
		r.term[i] = -1
		if r.words[i].Stop {
			continue
		}
		for _, m := range q.Matches(&r.words[i]) {
			if g := m.Strength * q.Weight[m.Term]; g > r.gain[i] {
				r.gain[i], r.term[i] = g, m.Term
			}
		}
	}
	total := max(q.Total, 1e-9)
	n := len(r.words)
	for i := range n {
		r.gain[i] /= total
		r.sum[i+1] = r.sum[i] + r.gain[i]
		fade := r.fade(i)
		r.left[i+1] = nearFade*fade*r.left[i] + r.gain[i]
		r.farLeft[i+1] = farFade*fade*r.farLeft[i] + r.gain[i]
	}
	for i := n - 1; i >= 0; i-- {
		fade := r.fade(i + 1)
		r.right[i] = nearFade*fade*r.right[i+1] + r.gain[i]
		r.farRight[i] = farFade*fade*r.farRight[i+1] + r.gain[i]
	}
}

// whereElse says where else the word of a sentence stands.
type whereElse struct {
	// says is false for words that every text has.
	says bool
	// title says that it stands in the title.
	title bool
	// first is where the sentence has the word first.
	first int
	// again says that a word before it, which says something, is the same.
	again bool
}

// findFirst finds where the sentence has each word first, and whether the title has it.
func (f *wordForms) findFirst(words, title []retrieval.Word) {
	for i := range words {
		w := &f.known[i]
		w.says = !words[i].Stop
		for words[w.first].Stem != words[i].Stem {
			w.first++
		}
		w.title = w.says && evidence.HasStem(title, words[i].Stem)
		for k := w.first; k < i; k++ {
			w.again = w.again || f.known[k].says && words[k].Stem == words[i].Stem
		}
	}
}

// isFirst reports whether word i says something that no word before it says.
func (f *wordForms) isFirst(i int) bool { return f.known[i].says && !f.known[i].again }

// know finds out which words stand in other sentences; seen counts the sentences with
// each stem.
func (r *spanReading) know(seen map[string]int) {
	for i := range r.words {
		r.elsewhere[i] = r.known[i].says && seen[r.words[i].Stem] > 1
	}
}
