package candidate

import (
	"math"
	"slices"
	"strings"
	"sync"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Candidate is a span of a sentence that may be the short answer.
type Candidate struct {
	From *evidence.Evidence
	Span text.Span
	Form Form
	// First and next bound its words among those of the sentence.
	First, Next int
	// rank is its sentence's place among those that were read.
	rank int
	// score is its weighted sum of features, in log odds.
	score float64
}

// Form is what a candidate is by its form.
type Form int

// The forms of candidates.
const (
	FormPhrase Form = iota // a noun phrase of common words
	FormName
	formDate
	formClock
	formDuration
	formNumber
	formMoney
	formPercent
	FormQuotation
	formClause // holds a verb
	formCount
)

const (
	// searchedSentences is how many of the best sentences are searched for candidates.
	searchedSentences = 8
	// AnswerSentences is how many of the searchedSentences, from the best on, the short answer may come from.
	AnswerSentences = 5
)

// usualCandidates is room for the candidates of most questions.
const usualCandidates = 512

// Best are the candidates of the best sentences, best first.
func Best(q *question.Question, best []*evidence.Evidence) []Candidate { return Rank(q, best, "") }

// Rank is Best where the rules gave a short answer.
func Rank(q *question.Question, best []*evidence.Evidence, rule string) []Candidate {
	s := NewSpanScorer(q, best[:min(len(best), searchedSentences)], rule)
	all := (*candidateLists.Get().(*[]Candidate))[:0]
	for i := range s.Readings {
		s.Each(i, func(c Candidate) {
			c.score = s.Score(&c)
			all = append(all, c)
		})
	}
	bestFirst(all)
	return all
}

// Recycle gives a list of candidates back that nobody looks at any more.
func Recycle(all []Candidate) {
	clear(all) // it keeps no article alive
	candidateLists.Put(&all)
}

// candidateLists are lists to be used again, since they are among the largest that a
// question needs.
var candidateLists = sync.Pool{New: func() any {
	list := make([]Candidate, 0, usualCandidates)
	return &list
}}

// bestFirst sorts candidates, of equal ones the first of the list first: it has those
// of better sentences, and earlier ones, before others. What is sorted is smaller than they
// are.
func bestFirst(all []Candidate) {
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

// Of are the candidates of one sentence, best first.
func Of(e *evidence.Evidence, q *question.Question) []Candidate {
	return Best(q, []*evidence.Evidence{e})
}

// Text is the candidate as it stands in the article.
func (c Candidate) Text() string { return c.Span.Of(c.From.Passage().Text) }

// Value is the typed value that the candidate is, if it is one.
func (c Candidate) Value() (value.Value, bool) {
	for _, v := range c.From.Sentence.Values {
		if v.Start >= c.Span.Start && v.End <= c.Span.End && (v.Len() > c.Span.Len()/2) {
			return v, true
		}
	}
	return value.Value{}, false
}

// SameAs reports whether two candidates say the same: equal values, or the same
// words but for articles and inflections.
func (c Candidate) SameAs(other Candidate) bool {
	v, ok := c.Value()
	w, too := other.Value()
	if ok && too {
		return v.Kind == w.Kind && (v.Kind == value.Duration || v.Unit == w.Unit) && value.Same(v, w)
	}
	return ok == too && c.key() == other.key()
}

// key is the candidate's words for comparison.
func (c Candidate) key() string {
	var b strings.Builder
	for _, w := range c.From.Words()[c.First:c.Next] {
		if w.Stop && w.Norm != "no" && w.Norm != "not" {
			continue
		}
		b.WriteString(w.Stem)
		b.WriteByte(' ')
	}
	return b.String()
}

// SpanKinds are the kinds of questions whose short answer is a span that is
// chosen by its score.
var SpanKinds = map[retrieval.Kind]bool{
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
func (c Candidate) floor(q *question.Question, rule string) float64 {
	switch k := q.Kind; {
	case k == retrieval.KindManner && q.Deed != nil && c.Form != FormQuotation && !meansHold(c.From.Means, c):
		return mannerFloor
	case k == retrieval.KindReason && rule != "" || q.AsksName && CalledTerm(q) >= 0:
		return overruleNever
	case k == retrieval.KindReason:
		return reasonFloor
	case rule != "" && ruleKinds[k]:
		return overruleFloor
	}
	return candidateFloor
}

// Choose is the best of the ranked candidates if it is sure enough.
func Choose(q *question.Question, best []*evidence.Evidence, ranked []Candidate, rule string) (Candidate, bool) {
	first := slices.IndexFunc(ranked, Candidate.isNear)
	if first < 0 {
		return Candidate{}, false
	}
	top, sum := ranked[first].score, 0.0
	for i := range ranked {
		if ranked[i].isNear() {
			sum += math.Exp(ranked[i].score - top)
		}
	}
	asked := q.ReadBearer()
	for i := range ranked[first:] {
		c := &ranked[first+i]
		if !c.isNear() || !c.Fits(q) || !c.suits(q, asked, best) {
			continue
		}
		return c.whole(q, ranked), math.Exp(c.score-top)/sum >= c.floor(q, rule)
	}
	return Candidate{}, false
}

// isNear reports whether the candidate stands in one of the sentences that the short
// answer may come from.
func (c Candidate) isNear() bool { return c.rank <= AnswerSentences }

// Fits reports whether the candidate is of the kind that the question asks for,
// where that can be told by its form.
func (c Candidate) Fits(q *question.Question) bool {
	if c.From.Denies(q) || c.isDenied(q) || c.isCut() || c.From.IsOfOtherTime(q, c.Span) || c.From.IsNotOwner(q, c.First, c.Next) || q.Kind != retrieval.KindPlace && c.First < c.From.Dateline() {
		return false
	}
	if first := c.From.Words()[c.First].Norm; slices.Contains(q.Words, "where") && placeless[first] || (c.Form == FormName || c.Next-c.First == 1) && q.AsksWhatHappened() {
		return false
	}
	if last := q.WordAt(len(q.Words) - 1); (last == "called" || last == "named") && question.ClassWords[c.From.Words()[c.First].Norm] == question.ClassPreposition {
		return false // what somebody called for is no name
	}
	if c.Form == FormName && !c.isList() && q.AsksForSeveral() {
		return false
	}
	if q.AsksWhatWasDone() && (c.Form == formDate || c.Form == formClock || c.Form == formDuration) {
		return false
	}
	if q.Kind == retrieval.KindPlace && c.Form == FormQuotation {
		return c.hasCapital() // words that somebody said are no place, but what is called by them may be
	}
	if q.Kind == retrieval.KindPerson && (!c.tellsWho() || c.From.DeniesAround(q, c.Span)) {
		return false
	}
	if q.Kind == retrieval.KindPerson || q.Kind == retrieval.KindPlace {
		return c.Form == FormName || c.Form == FormPhrase || c.Form == FormQuotation
	}
	if q.Kind == retrieval.KindReason {
		return causeHolds(c.From.Cause, c) && !c.goesOnWithEffect(q) && !q.IsRepeated(c.From.Words()[c.First:c.Next])
	}
	if len(evidence.ValueKinds[q.Kind]) == 0 {
		return true
	}
	if v, ok := c.Value(); ok && c.From.IsNoRhythm(q, v) {
		return false
	}
	v, ok := c.Value()
	return ok && q.Wants(v) && c.From.Measures(q, v) && (q.Kind != retrieval.KindNumber || c.From.Counts(q, v))
}

// placeless are the words with which no place begins.
var placeless = text.WordSet(`with by for of about as because`)

// tellsWho reports whether the candidate can be somebody: it has a name or a noun for
// people, and does not begin at the end of another clause.
func (c Candidate) tellsWho() bool {
	words := c.From.Words()[c.First:c.Next]
	if first := words[0]; !first.IsCapital() && !first.Stop && !c.isList() && strings.Contains(c.Text(), ",") && !evidence.NamesPeople(first) {
		return false // "… was running dry, Norvik …"
	}
	return c.hasCapital() || slices.ContainsFunc(words, evidence.NamesPeople)
}

// hasCapital reports whether a word of the candidate has a capital.
func (c Candidate) hasCapital() bool {
	return slices.ContainsFunc(c.From.Words()[c.First:c.Next], func(w retrieval.Word) bool { return w.IsCapital() })
}

// behindNames is the candidate without the names of the question at its beginning: who
// asks how Ann greeted Bob does not ask for "Bob warmly".
func (c Candidate) behindNames(q *question.Question) Candidate {
	words := c.From.Words()
	for c.First+1 < c.Next && words[c.First].IsCapital() && q.AsksWord(words[c.First]) {
		c.First++
		c.Span.Start = words[c.First].Start
	}
	return c
}
