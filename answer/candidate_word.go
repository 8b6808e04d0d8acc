package answer

import (
	"strings"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// wordClass is a word's class as far as closed lists, endings and the word before
// it tell.
type wordClass = int

// The classes of words.
const (
	wcNone wordClass = iota // no word: the sentence begins or ends here
	wcMark                  // a comma, a colon or the like comes between
	wcOpen                  // a parenthesis, bracket or quotation mark comes between
	wcNoun                  // a noun or an adjective, or what is not told from them
	wcName                  // a capital that is no accident of place
	wcNumber
	wcDeterminer
	wcPreposition
	wcTo
	wcConjunction
	wcBe
	wcAuxiliary
	wcPronoun
	wcRelative
	wcAdverb
	wcVerb
	wcParticiple // ends in "ed" or "ing"
	wcNot
	wcVerbal // an open word that may be a verb
	wcStop   // a semicolon, a colon or a dash comes between
	wcCount
)

// classWords are the words of the closed classes.
var classWords = text.ByWord(classLists)

// classLists has each word once: one in two classes would have either by chance.
var classLists = map[wordClass]string{
	wcDeterminer: `the a an this that these those his her its their our my your some any each every no another both all several many few most much
		other such either neither certain various`,
	wcPreposition: `of in on at by for from with about against between into through during before after above below up down out off over under within
		without toward towards among across per via as than like near outside inside around throughout upon since until till despite along behind beside
		besides beyond except following including concerning regarding onto amid amidst alongside unlike versus`,
	wcTo:          `to`,
	wcConjunction: `and or but nor yet because if although though while whereas unless whether so`,
	wcBe:          `is are was were be been being am isn't aren't wasn't weren't`,
	wcAuxiliary: `has have had having do does did will would shall should can could may might must cannot can't don't doesn't didn't won't wouldn't
		couldn't shouldn't hasn't haven't hadn't`,
	wcPronoun: `i you he she it we they him them us me himself herself itself themselves one ones there who whom anyone someone everyone nobody nothing
		something anything everything`,
	wcRelative: `when where why how whereby which whose what`,
	wcAdverb: `also often only even still just very too more less again already always never ever once twice then now here however therefore thus
		later soon almost nearly approximately roughly quite rather well perhaps instead together further usually sometimes mostly mainly
		largely today yesterday tomorrow ago abroad away back forward`,
	wcNot: `not`,
	wcVerb: `become becomes became made make makes took take takes gave give gives got get gets went go goes came come comes began begin begins said say
		says held hold holds led lead leads left kept keep keeps found saw see sees won lost met built wrote sold bought sent brought grew ran fell rose
		knew thought told felt paid spoke stood drew fought taught caught chose broke drove ate wore threw flew sang lay sat meant spent set put let cut
		contains include includes contain provides provide requires require uses use allows allow produces produce remains remain occurs occur
		means seems seem appears appear consists consist exists exist lies lives live follows follow represents represent serves serve
		receives receive causes cause leads gives creates create forms describes describe defines define shows show suggests suggest states
		argues argue believes believe claims claim`,
}

// wordForms is what finding short answers needs of the words of a sentence, whatever is
// asked.
type wordForms struct {
	class []wordClass
	// before tells the words of wcOpen places: what stands before each word.
	before []wordClass
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
	from  *evidence
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
func newSpanReading(q *question, e *evidence) *spanReading {
	words := e.words()
	n := len(words)
	r := &spanReading{wordForms: e.wordForms(), from: e, words: words, term: make([]int, n), elsewhere: make([]bool, n)}
	floats := make([]float64, 8*(n+1))
	for i, f := range []*[]float64{&r.gain, &r.sum, &r.left, &r.right, &r.farLeft, &r.farRight, &r.begin, &r.end} {
		*f = floats[i*(n+1) : (i+1)*(n+1)]
	}
	r.match(q)
	return r
}

// wordForms are the forms of the sentence's words.
func (e *evidence) wordForms() *wordForms {
	return e.facts().forms.of(func() any { return e.readForms() }).(*wordForms)
}

func (e *evidence) readForms() *wordForms {
	words := e.words()
	n := len(words)
	f := &wordForms{
		class: make([]wordClass, n), before: make([]wordClass, n+1), ending: make([]int, n), leftSign: make([]spanFeature, n), known: make([]whereElse, n),
	}
	f.classify(words, e.sentence.Names)
	f.marks(words, e.passage().Text)
	f.findFirst(words, e.passage().Title)
	return f
}

// classify gives each word its class.
func (f *wordForms) classify(words []retrieval.Word, names []value.Name) {
	for _, n := range names {
		for i := n.First; i < n.Next; i++ {
			f.class[i] = wcName
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
func (f *wordForms) classOf(i int, w *retrieval.Word) wordClass {
	before := wcNone
	if i > 0 {
		before = f.class[i-1]
	}
	if c, ok := classWords[w.Norm]; ok && f.class[i] != wcName {
		if w.Norm == "that" && (phraseClass[before] || before == wcVerb || before == wcParticiple || before == wcVerbal) {
			return wcRelative // "a trawler that the family owned"
		}
		if c == wcVerb && (before == wcDeterminer || before == wcPreposition) {
			return wcNoun
		}
		if c == wcAuxiliary && i > 0 && w.IsCapital() {
			return wcName // the month of May
		}
		return c
	}
	switch {
	case f.class[i] == wcName:
		return wcName
	case w.IsNumeric():
		return wcNumber
	case strings.HasSuffix(w.Norm, "ly") && len(w.Norm) > 4:
		return wcAdverb
	case before == wcTo || before == wcAuxiliary:
		return wcVerb
	case before == wcDeterminer || before == wcPreposition:
		return wcNoun
	case len(w.Norm) > 4 && (strings.HasSuffix(w.Norm, "ed") || strings.HasSuffix(w.Norm, "ing")):
		return wcParticiple
	case text.Base(w.Norm) != w.Norm && !w.IsCapital():
		return wcParticiple
	case before == wcPronoun:
		return wcVerb
	case w.Verbal && (before == wcNoun || before == wcName || before == wcAdverb):
		return wcVerbal
	}
	return wcNoun
}

// marks notes what stands before each word and after the last.
func (f *wordForms) marks(words []retrieval.Word, s string) {
	f.before[0] = wcNone
	for i := 1; i < len(words); i++ {
		f.before[i] = markIn(s[words[i-1].End:words[i].Start])
	}
	f.before[len(words)] = wcNone
}

// markIn is the kind of mark in a gap between words, or -1.
func markIn(gap string) wordClass {
	if gap == " " || gap == "-" {
		return -1
	}
	if strings.ContainsAny(gap, "()[]“”\"‘") {
		return wcOpen
	}
	switch {
	case strings.ContainsAny(gap, ";:—…!?") || strings.Contains(gap, " – ") || strings.Contains(gap, " - "):
		return wcStop
	case strings.ContainsRune(gap, ','):
		return wcMark
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
func (r *spanReading) match(q *question) {
	for i := range r.words {
		r.term[i] = -1
		if r.words[i].Stop {
			continue
		}
		for _, m := range q.matches(&r.words[i]) {
			if g := m.strength * q.weight[m.term]; g > r.gain[i] {
				r.gain[i], r.term[i] = g, m.term
			}
		}
	}
	total := max(q.total, 1e-9)
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
		w.title = w.says && hasStem(title, words[i].Stem)
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

// hasStem reports whether one of the words has a stem.
func hasStem(words []retrieval.Word, stem string) bool {
	for i := range words {
		if words[i].Stem == stem {
			return true
		}
	}
	return false
}
