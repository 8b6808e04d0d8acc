package answer

import (
	"math"
	"slices"
	"strings"
	"sync"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// candidate is a span of a sentence that may be the short answer.
type candidate struct {
	from *evidence
	span text.Span
	form candidateForm
	// first and next bound its words among those of the sentence.
	first, next int
	// rank is its sentence's place among those that were read.
	rank int
	// score is its weighted sum of features, in log odds.
	score float64
}

// candidateForm is what a candidate is by its form.
type candidateForm int

// The forms of candidates.
const (
	formPhrase candidateForm = iota // a noun phrase of common words
	formName
	formDate
	formClock
	formDuration
	formNumber
	formMoney
	formPercent
	formQuotation
	formClause // holds a verb
	formCount
)

const (
	// readSentences is how many of the best sentences are searched for candidates.
	readSentences = 8
	// candidateSentences is how many of them the short answer may come from.
	candidateSentences = 5
)

// usualCandidates is room for the candidates of most questions.
const usualCandidates = 512

// bestCandidates are the candidates of the best sentences, best first.
func bestCandidates(q *question, best []*evidence) []candidate { return rankCandidates(q, best, "") }

// rankCandidates is bestCandidates where the rules gave a short answer.
func rankCandidates(q *question, best []*evidence, rule string) []candidate {
	s := newSpanScorer(q, best[:min(len(best), readSentences)], rule)
	all := (*candidateLists.Get().(*[]candidate))[:0]
	for i := range s.readings {
		s.each(i, func(c candidate) {
			c.score = s.score(&c)
			all = append(all, c)
		})
	}
	bestFirst(all)
	return all
}

// release gives a list of candidates back that nobody looks at any more.
func release(all []candidate) {
	clear(all) // it keeps no article alive
	candidateLists.Put(&all)
}

// candidateLists are lists to be used again, since they are among the largest that a
// question needs.
var candidateLists = sync.Pool{New: func() any {
	list := make([]candidate, 0, usualCandidates)
	return &list
}}

// bestFirst sorts candidates, of equal ones the first of the list first: it has those
// of better sentences, and earlier ones, before others. What is sorted is smaller than they
// are.
func bestFirst(all []candidate) {
	type scored struct {
		score float64
		at    int
	}
	order := make([]scored, len(all))
	for i := range all {
		order[i] = scored{all[i].score, i}
	}
	slices.SortFunc(order, func(a, b scored) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return a.at - b.at
	})
	for i := range order {
		at := order[i].at
		for at < i { // it was exchanged for the one that now stands here
			at = order[at].at
		}
		all[i], all[at] = all[at], all[i]
	}
}

// candidates are the candidates of one sentence, best first.
func (e *evidence) candidates(q *question) []candidate { return bestCandidates(q, []*evidence{e}) }

// text is the candidate as it stands in the article.
func (c candidate) text() string { return c.span.Of(c.from.passage().Text) }

// value is the typed value that the candidate is, if it is one.
func (c candidate) value() (value.Value, bool) {
	for _, v := range c.from.sentence.Values {
		if v.Start >= c.span.Start && v.End <= c.span.End && (v.Len() > c.span.Len()/2) {
			return v, true
		}
	}
	return value.Value{}, false
}

// sameAs reports whether two candidates say the same: equal values, or the same
// words but for articles and inflections.
func (c candidate) sameAs(other candidate) bool {
	v, ok := c.value()
	w, too := other.value()
	if ok && too {
		return v.Kind == w.Kind && (v.Kind == value.Duration || v.Unit == w.Unit) && same(v, w)
	}
	return ok == too && c.key() == other.key()
}

// key is the candidate's words for comparison.
func (c candidate) key() string {
	var b strings.Builder
	for _, w := range c.from.words()[c.first:c.next] {
		if w.Stop && w.Norm != "no" && w.Norm != "not" {
			continue
		}
		b.WriteString(w.Stem)
		b.WriteByte(' ')
	}
	return b.String()
}

// spanKinds are the kinds of questions whose short answer is a span that is
// chosen by its score.
var spanKinds = map[retrieval.Kind]bool{
	retrieval.KindOther: true, retrieval.KindPerson: true, retrieval.KindPlace: true, retrieval.KindDate: true, retrieval.KindDuration: true,
	retrieval.KindNumber: true, retrieval.KindOrganisation: true, retrieval.KindReason: true, retrieval.KindManner: true,
}

// A candidate is shown if it has so much of the softmax of all candidates. What
// answers "why" has no form to be known by, and needs more.
const (
	candidateFloor = 0.2
	reasonFloor    = 0.5
	mannerFloor    = 0.4 // outside a phrase of means
)

// overruleFloor is what a candidate needs to take the place of what the rules
// give, for the kinds of questions that they know best.
const overruleFloor = 0.5

// overruleNever keeps the clause that gives a reason, of which a candidate is only part,
// and the name that stands beside what is called so.
const overruleNever = 2.0

// ruleKinds are those kinds.
var ruleKinds = map[retrieval.Kind]bool{
	retrieval.KindDate: true, retrieval.KindDuration: true, retrieval.KindNumber: true, retrieval.KindPlace: true,
}

// floor is what the candidate needs to be shown where the rules give a short answer, or
// none.
func (c candidate) floor(q *question, rule string) float64 {
	switch k := q.Kind; {
	case k == retrieval.KindManner && q.deed != nil && c.form != formQuotation && !c.from.means.holds(c):
		return mannerFloor
	case k == retrieval.KindReason && rule != "" || q.asksName && q.calledTerm() >= 0:
		return overruleNever
	case k == retrieval.KindReason:
		return reasonFloor
	case rule != "" && ruleKinds[k]:
		return overruleFloor
	}
	return candidateFloor
}

// chosenCandidate is the best of the ranked candidates if it is sure enough.
func chosenCandidate(q *question, best []*evidence, ranked []candidate, rule string) (candidate, bool) {
	first := slices.IndexFunc(ranked, candidate.isNear)
	if first < 0 {
		return candidate{}, false
	}
	top, sum := ranked[first].score, 0.0
	for i := range ranked {
		if ranked[i].isNear() {
			sum += math.Exp(ranked[i].score - top)
		}
	}
	asked := q.askedBearer()
	for i := range ranked[first:] {
		c := &ranked[first+i]
		if !c.isNear() || !c.fits(q) || !c.suits(q, asked, best) {
			continue
		}
		return c.whole(q, ranked), math.Exp(c.score-top)/sum >= c.floor(q, rule)
	}
	return candidate{}, false
}

// isNear reports whether the candidate stands in one of the sentences that the short
// answer may come from.
func (c candidate) isNear() bool { return c.rank <= candidateSentences }

// fits reports whether the candidate is of the kind that the question asks for,
// where that can be told by its form.
func (c candidate) fits(q *question) bool {
	if c.from.denies(q) || c.isDenied(q) || c.isCut() || q.Kind != retrieval.KindPlace && c.first < c.from.dateline() {
		return false
	}
	if first := c.from.words()[c.first].Norm; slices.Contains(q.Words, "where") && placeless[first] || (c.form == formName || c.next-c.first == 1) && q.asksWhatHappened() {
		return false
	}
	if q.asksWhatWasDone() && (c.form == formDate || c.form == formClock || c.form == formDuration) {
		return false
	}
	if q.Kind == retrieval.KindPlace && c.form == formQuotation {
		return c.hasCapital() // words that somebody said are no place, but what is called by them may be
	}
	if q.Kind == retrieval.KindPerson && (!c.tellsWho() || c.from.deniesAround(q, c.span)) {
		return false
	}
	if q.Kind == retrieval.KindPerson || q.Kind == retrieval.KindPlace {
		return c.form == formName || c.form == formPhrase || c.form == formQuotation
	}
	if q.Kind == retrieval.KindReason {
		return c.from.cause.holds(c) && !c.goesOnWithEffect(q) && !q.isRepeated(c.from.words()[c.first:c.next])
	}
	if len(valueKinds[q.Kind]) == 0 {
		return true
	}
	v, ok := c.value()
	return ok && q.wants(v) && c.from.measures(q, v) && (q.Kind != retrieval.KindNumber || c.from.counts(q, v))
}

// placeless are the words with which no place begins.
var placeless = wordSet(`with by for of about as because`)

// asksWhatHappened reports whether the question asks for an event, past or to come, which
// is neither a name nor a single word.
func (q *question) asksWhatHappened() bool {
	what := slices.Index(q.Words, "what")
	return what >= 0 && (q.wordAt(what+1) == "happened" || q.wordAt(what+1) == "happens" || q.wordAt(len(q.Words)-1) == "next")
}

// tellsWho reports whether the candidate can be somebody: it has a name or a noun for
// people, and does not begin at the end of another clause.
func (c candidate) tellsWho() bool {
	words := c.from.words()[c.first:c.next]
	if first := words[0]; !first.IsCapital() && !first.Stop && !c.isList() && strings.Contains(c.text(), ",") && !namesPeople(first) {
		return false // "… was running dry, Norvik …"
	}
	return c.hasCapital() || slices.ContainsFunc(words, namesPeople)
}

// namesPeople reports whether a word is a noun for somebody or for a body of people.
func namesPeople(w retrieval.Word) bool {
	return lexicon.RoleWords[w.Norm] || lexicon.RoleWords[strings.TrimSuffix(w.Norm, "s")] || agentive(w.Norm) || bodies[w.Norm]
}

// bodies are nouns for people, and for those who act together, that no ending tells.
var bodies = wordSet(`man men woman women child children boy boys girl girls people person persons family families couple wife husband son sons daughter daughters
	mother father parents brother brothers sister sisters friend friends neighbour neighbours neighbor neighbors citizen citizens student students pupil pupils
	resident residents tenant tenants client clients patient patients guest guests victim victims agent agents expert experts scientist scientists police army navy
	government parliament council court jury board committee commission company companies firm firms union unions party parties team teams club clubs group groups
	crowd public nation nations state states country countries tribe tribes church churches bank banks authority authorities agency agencies king queen god gods
	noble nobles peasant peasants slave slaves saint saints monk monks everyone everybody nobody none both`)

// hasCapital reports whether a word of the candidate has a capital.
func (c candidate) hasCapital() bool {
	return slices.ContainsFunc(c.from.words()[c.first:c.next], func(w retrieval.Word) bool { return w.IsCapital() })
}

// behindNames is the candidate without the names of the question at its beginning: who
// asks how Ann greeted Bob does not ask for "Bob warmly".
func (c candidate) behindNames(q *question) candidate {
	words := c.from.words()
	for c.first+1 < c.next && words[c.first].IsCapital() && q.asksWord(words[c.first]) {
		c.first++
		c.span.Start = words[c.first].Start
	}
	return c
}
