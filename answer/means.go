package answer

import (
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// "How did they cross the river?" asks for a means or a manner: "by boat", "through the
// ford", "with poles", "on foot", "using a rope".

// means is the phrase by which a sentence tells how the deed of the question was done.
type means struct {
	// first and next bound its words among those of the sentence.
	first, next int
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

// sure reports whether the phrase tells how it was done.
func (m means) sure() bool { return m.strength >= sureMeans }

// worth is what a phrase counts for.
func (m means) worth() float64 { return m.strength * m.share }

var (
	// meansMarks begin a phrase of means whatever follows.
	meansMarks = wordSet(`via through using aboard onboard`)
	// withMarks begin a phrase of means of a thing.
	withMarks = wordSet(`by with`)
	// carriers are what one goes, speaks or lives by, behind "on", "in" and "from".
	carriers = wordSet(`foot horseback bicycle bike motorcycle car cars taxi bus coach train tram plane aeroplane airplane jet aircraft helicopter ship boat ferry yacht
		lorry truck van limousine limo motorcade convoy ambulance cash instalments installments person secret writing phone telephone radio television generators
		generator batteries battery screen shoebox envelope bag bags disguise stages steps hand hands`)
	// carrierMarks lead to one of the carriers.
	carrierMarks = wordSet(`on in from`)
	// motions are the stems of verbs of going somewhere, which any of them may tell.
	motions = text.StemSet(`go went gone get got travel come came arrive fly flew flown drive drove driven ride rode ridden sail walk reach reached return`)
)

// findMeans is the phrase in the sentence that most likely tells how the deed of the
// question was done.
func (e *evidence) findMeans(q *question, s *supposed) means {
	var best means
	words := e.words()
	for _, c := range e.clauses() {
		verb := e.deedAt(q, s, c)
		if verb < 0 {
			continue
		}
		m := q.match(words[c.Start:c.End])
		raiseBy(m, e.context, aroundShare)
		share := q.cover(m)
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
func (e *evidence) deedAt(q *question, s *supposed, c text.Span) int {
	words := e.words()
	for i := c.Start; i < c.End; i++ {
		if s.motion && motions[words[i].Stem] || !s.motion && q.isVerbOf(s, words[i]) && !isNoun(words, i) {
			return i
		}
	}
	return -1
}

// isNoun reports whether word i stands as a noun, behind a determiner or by its ending.
func isNoun(words []retrieval.Word, i int) bool {
	return i > 0 && classWords[words[i-1].Norm] == wcDeterminer || nominal(words[i].Norm)
}

// nominal reports whether a word has an ending of nouns that are made of verbs.
func nominal(w string) bool {
	w = strings.TrimSuffix(w, "s")
	return strings.HasSuffix(w, "ment") || strings.HasSuffix(w, "tion") || strings.HasSuffix(w, "sion") || strings.HasSuffix(w, "ance") || strings.HasSuffix(w, "ence")
}

// meansAt reads the phrase that word i of a clause begins, if it begins one.
func (e *evidence) meansAt(q *question, c text.Span, i int) means {
	words := e.words()
	norm, next := words[i].Norm, i+1
	p := means{first: i}
	switch {
	case meansMarks[norm]:
		p.strength = 1
	case norm == "by" && strings.HasSuffix(words[next].Norm, "ing"):
		p.strength = 1
	case withMarks[norm] && e.isThing(q, c, next):
		p.strength = sureMeans
	case carrierMarks[norm] && e.carries(c, next):
		p.strength = sureMeans
	case norm == "without" && strings.HasSuffix(words[next].Norm, "ing"):
		p.strength = looseMeans
	default:
		return p
	}
	p.next = next + 1
	for p.next < c.End && e.adjoin(p.next-1) && !meansEnds[words[p.next].Norm] {
		p.next++
	}
	return p
}

// meansEnds are the words with which something else begins.
var meansEnds = wordSet(`and but when while after before because since which who that until till by via through on during about`)

// isThing reports whether a thing stands at word i, and nobody or no time: "by post",
// but neither "by Friday" nor "with the mayor".
func (e *evidence) isThing(q *question, c text.Span, i int) bool {
	words := e.words()
	for i < c.End && classWords[words[i].Norm] == wcDeterminer {
		i++
	}
	if i >= c.End || words[i].IsCapital() || isClosed(words[i].Norm) || words[i].Norm[0] <= '9' || q.asksWord(words[i]) {
		return false
	}
	head := i
	for head+1 < c.End && e.adjoin(head) && !isClosed(words[head+1].Norm) && !words[head+1].IsCapital() {
		head++
	}
	return !slices.ContainsFunc(words[i:head+1], namesPeople) && !isPeople(words[head].Norm) && !timeNouns[words[head].Norm]
}

// timeNouns are behind "by" and "with" no means.
var timeNouns = wordSet(`day days week weeks month months year years noon midnight evening morning night dawn dusk then now time end age hour hours minute minutes`)

// carries reports whether a carrier stands at word i or ends the noun phrase there.
func (e *evidence) carries(c text.Span, i int) bool {
	words := e.words()
	for n := 0; i < c.End && n < longestThing; i, n = i+1, n+1 {
		w := words[i].Norm
		if carriers[w] {
			return true
		}
		if class, closed := classWords[w]; closed && class != wcDeterminer {
			return false
		}
	}
	return false
}

// way is the phrase of means as a short answer, or "".
func (e *evidence) way() string {
	m := e.means
	if !m.sure() || m.share < shownMeans || m.next-m.first > longestMeans {
		return ""
	}
	words := e.words()
	return text.Span{Start: words[m.first].Start, End: words[m.next-1].End}.Of(e.passage().Text)
}

// holds reports whether a candidate stands in the phrase of means, or tells it whole.
func (m means) holds(part candidate) bool {
	return m.sure() && part.first <= m.next && part.next > m.first
}

// unreached reports whether the question asks how somebody went somewhere, and no sentence
// tells that they did. Of other deeds people speak in too many words for that.
func (q *question) unreached(all []*evidence) bool {
	return q.asksOfJourney() && !slices.ContainsFunc(all, func(e *evidence) bool { return e.tellsJourney(q) })
}

// asksOfJourney reports whether the question asks how somebody went somewhere, which is
// told by any verb of going.
func (q *question) asksOfJourney() bool {
	return q.Kind == retrieval.KindManner && q.deed != nil && q.deed.motion
}

// tellsJourney reports whether a clause tells that those whom the question means went
// somewhere, and the sentence names the places that the question does.
func (e *evidence) tellsJourney(q *question) bool {
	s := q.deed
	for t := range q.terms {
		if q.terms[t].Name && !slices.Contains(s.doers, t) && e.matched[t] == 0 {
			return false
		}
	}
	told := func(t int) bool { return e.matched[t] > 0 }
	who := slices.DeleteFunc(slices.Clone(s.things), func(t int) bool { return q.terms[t].At > s.at })
	if !noneOrSome(s.doers, told) || !noneOrSome(who, told) || q.shareOf(s.objects, e.context) < journeyShare {
		return false
	}
	words := e.words()
	return slices.ContainsFunc(e.clauses(), func(c text.Span) bool {
		v := e.deedAt(q, s, c)
		return v >= 0 && (len(s.doers) == 0 || q.tellsAny(s.doers, words[c.Start:v]) || slices.ContainsFunc(words[c.Start:v], func(w retrieval.Word) bool { return subjectPronouns[w.Norm] }))
	})
}

// journeyShare is the share of what else is said of a journey that a sentence has which
// tells it.
const journeyShare = 0.5
