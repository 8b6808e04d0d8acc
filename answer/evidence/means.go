package evidence

import (
	"slices"
	"strings"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// "How did they cross the river?" asks for a means or a manner: "by boat", "through the
// ford", "with poles", "on foot", "using a rope".

// Means is the phrase by which a sentence tells how the deed of the question was done.
type Means struct {
	// First and next bound its words among those of the sentence.
	First, Next int
	// strength says how surely it is one.
	strength float64
	// share is the share of the question that its clause has with what stands around.
	share float64
}

// Strengths of phrases. From sureMeans on a phrase is the short answer.
const (
	sureMeans  = 0.8
	looseMeans = 0.5
	// longestMeans is how many words a short answer to "how" has at the most.
	longestMeans = 10
	// shownMeans is the share of the question that the clause of a short answer has.
	shownMeans = 0.5
)

// Sure reports whether the phrase tells how it was done.
func (m Means) Sure() bool { return m.strength >= sureMeans }

// worth is what a phrase counts for.
func (m Means) worth() float64 { return m.strength * m.share }

// findMeans is the phrase in the sentence that most likely tells how the deed of the
// question was done.
func (e *Evidence) findMeans(q *question.Question, s *question.Supposed) Means {
	var best Means
	words := e.Words()
	for _, c := range e.Clauses() {
		verb := e.deedAt(q, s, c)
		if verb < 0 {
			continue
		}
		m := q.Match(words[c.Start:c.End])
		raiseBy(m, e.Context, AroundShare)
		share := q.Cover(m)
		for i := c.Start; i+1 < c.End; i++ {
			if p := e.meansAt(q, c, i); p.strength > best.strength && (i > verb || i == c.Start) {
				p.share = share
				best = p
			}
		}
	}
	return best
}

// deedAt is the place of the deed's verb in a clause, or -1.
func (e *Evidence) deedAt(q *question.Question, s *question.Supposed, c text.Span) int {
	words := e.Words()
	for i := c.Start; i < c.End; i++ {
		if s.Motion && question.Motions[words[i].Stem] || !s.Motion && q.IsVerbOf(s, words[i]) && !isNoun(words, i) {
			return i
		}
	}
	return -1
}

// isNoun reports whether word i stands as a noun, behind a determiner or by its ending.
func isNoun(words []retrieval.Word, i int) bool {
	return i > 0 && question.ClassWords[words[i-1].Norm] == question.ClassDeterminer || nominal(words[i].Norm)
}

// nominal reports whether a word has an ending of nouns that are made of verbs.
func nominal(w string) bool {
	w = strings.TrimSuffix(w, "s")
	return strings.HasSuffix(w, "ment") || strings.HasSuffix(w, "tion") || strings.HasSuffix(w, "sion") || strings.HasSuffix(w, "ance") || strings.HasSuffix(w, "ence")
}

// meansAt reads the phrase that word i of a clause begins, if it begins one.
func (e *Evidence) meansAt(q *question.Question, c text.Span, i int) Means {
	words := e.Words()
	norm, next := words[i].Norm, i+1
	p := Means{First: i}
	switch {
	case question.MeansMarks[norm]:
		p.strength = 1
	case norm == "by" && strings.HasSuffix(words[next].Norm, "ing"):
		p.strength = 1
	case question.WithMarks[norm] && e.isThing(q, c, next):
		p.strength = sureMeans
	case question.CarrierMarks[norm] && e.carries(c, next):
		p.strength = sureMeans
	case norm == "without" && strings.HasSuffix(words[next].Norm, "ing"):
		p.strength = looseMeans
	default:
		return p
	}
	p.Next = next + 1
	for p.Next < c.End && e.Adjoin(p.Next-1) && !meansEnds[words[p.Next].Norm] {
		p.Next++
	}
	return p
}

// meansEnds are the words with which something else begins.
var meansEnds = text.WordSet(`and but when while after before because since which who that until till by via through on during about`)

// isThing reports whether a thing stands at word i, and nobody or no time: "by post",
// but neither "by Friday" nor "with the mayor".
func (e *Evidence) isThing(q *question.Question, c text.Span, i int) bool {
	words := e.Words()
	for i < c.End && question.ClassWords[words[i].Norm] == question.ClassDeterminer {
		i++
	}
	if i >= c.End || words[i].IsCapital() || question.IsClosed(words[i].Norm) || words[i].Norm[0] <= '9' || q.AsksWord(words[i]) {
		return false
	}
	head := i
	for head+1 < c.End && e.Adjoin(head) && !question.IsClosed(words[head+1].Norm) && !words[head+1].IsCapital() {
		head++
	}
	return !slices.ContainsFunc(words[i:head+1], NamesPeople) && !IsPeople(words[head].Norm) && !timeNouns[words[head].Norm]
}

// timeNouns are behind "by" and "with" no means.
var timeNouns = text.WordSet(`day days week weeks month months year years noon midnight evening morning night dawn dusk then now time end age hour hours minute minutes`)

// carries reports whether a carrier stands at word i or ends the noun phrase there.
func (e *Evidence) carries(c text.Span, i int) bool {
	words := e.Words()
	for n := 0; i < c.End && n < longestThing; i, n = i+1, n+1 {
		w := words[i].Norm
		if question.Carriers[w] {
			return true
		}
		if class, closed := question.ClassWords[w]; closed && class != question.ClassDeterminer {
			return false
		}
	}
	return false
}

// Way is the phrase of means as a short answer, or "".
func (e *Evidence) Way() string {
	m := e.Means
	if !m.Sure() || m.share < shownMeans || m.Next-m.First > longestMeans {
		return ""
	}
	words := e.Words()
	return text.Span{Start: words[m.First].Start, End: words[m.Next-1].End}.Of(e.Passage().Text)
}

// Unreached reports whether the question asks how somebody went somewhere, and no sentence
// tells that they did. Of other deeds people speak in too many words for that.
func Unreached(q *question.Question, all []*Evidence) bool {
	return q.AsksOfJourney() && !slices.ContainsFunc(all, func(e *Evidence) bool { return e.tellsJourney(q) })
}

// tellsJourney reports whether a clause tells that those whom the question means went
// somewhere, and the sentence names the places that the question does.
func (e *Evidence) tellsJourney(q *question.Question) bool {
	s := q.Deed
	for t := range q.Terms {
		if q.Terms[t].Name && !slices.Contains(s.Doers, t) && e.Matched[t] == 0 {
			return false
		}
	}
	told := func(t int) bool { return e.Matched[t] > 0 }
	who := slices.DeleteFunc(slices.Clone(s.Things), func(t int) bool { return q.Terms[t].At > s.At })
	if !EmptyOrAny(s.Doers, told) || !EmptyOrAny(who, told) || q.ShareOf(s.Objects, e.Context) < journeyShare {
		return false
	}
	words := e.Words()
	return slices.ContainsFunc(e.Clauses(), func(c text.Span) bool {
		v := e.deedAt(q, s, c)
		return v >= 0 && (len(s.Doers) == 0 || q.TellsAny(s.Doers, words[c.Start:v]) || slices.ContainsFunc(words[c.Start:v], func(w retrieval.Word) bool { return question.SubjectPronouns[w.Norm] }))
	})
}

// journeyShare is the share of what else is said of a journey that a sentence has which
// tells it.
const journeyShare = 0.5
