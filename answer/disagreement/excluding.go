package disagreement

import (
	"cmp"
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Account is what an article gives for what is asked, if that is no value.
type Account struct {
	From *evidence.Evidence
	at   text.Span
	// words are those that tell it from what other articles give.
	words map[string]bool
	// turned says that it tells the opposite of what is asked.
	turned bool
	// asked says that it tells it in the question's own words.
	asked bool
}

// text is the account as it stands in the article.
func (s Account) text() string { return s.at.Of(s.From.Passage().Text) }

// Excluding finds two articles of which one says what the other excludes, where no
// value is asked for; nil if there are none.
func Excluding(q *question.Question, best []*evidence.Evidence) *Difference {
	about := &Matters{Q: q, Best: best[:min(len(best), excludingReach)]}
	switch q.Kind {
	case retrieval.KindYesNo:
		if d := attendanceDiffers(q, about); d != nil {
			return d
		}
		if d := cmp.Or(presenceDiffers(q, about), ordersDiffer(q, about)); d != nil {
			return d
		}
		return denialsDiffer(q, about)
	case retrieval.KindList:
		return attendanceDiffers(q, about)
	case retrieval.KindPerson, retrieval.KindOrganisation:
		if d := speakersDiffer(q, about); d != nil {
			return d
		}
		return agentsDiffer(q, about)
	case retrieval.KindPlace:
		return spotsDiffer(q, about)
	case retrieval.KindWhoIs:
		return officesDiffer(q, about)
	case retrieval.KindQuotation:
		return wordingsDiffer(q, about)
	}
	return nil
}

// excludingReach is how many of the best sentences are held against each other.
const excludingReach = 40

// opposed sets two sides against each other.
func opposed(about string, a, b Account) *Difference {
	return &Difference{About: about, Claims: []Claim{
		{Value: a.text(), At: a.at, Sources: []*evidence.Evidence{a.From}}, {Value: b.text(), At: b.at, Sources: []*evidence.Evidence{b.From}},
	}}
}

// firstOpposed finds the first two sides of different articles on one matter that
// exclude each other.
func firstOpposed(kind string, m *Matters, as, bs []Account, exclude func(a, b Account) bool) *Difference {
	for _, a := range as {
		for _, b := range bs {
			if a.From.Article() != b.From.Article() && exclude(a, b) && !atOtherTimes(a.From, b.From) && m.same(a.From, b.From) {
				return opposed(kind, a, b)
			}
		}
	}
	return nil
}

// eventClauses are the clauses of a sentence that have all that the question says of what
// happened, the names of which the passage has; nil where it is only asked or
// thought of.
func eventClauses(e *evidence.Evidence, q *question.Question) [][]retrieval.Word {
	if !tellsAll(q, e.Matched) || lacksName(q, e) || e.Text()[len(e.Text())-1] == '?' {
		return nil
	}
	var found [][]retrieval.Word
	for _, c := range e.Clauses() {
		clause := e.Words()[c.Start:c.End]
		if tellsAll(q, q.Match(clause)) && !slices.ContainsFunc(clause, func(w retrieval.Word) bool { return opensMatter(q, w) }) && !slices.ContainsFunc(clause, isAlleged) {
			found = append(found, clause)
		}
	}
	return found
}

// opensMatter reports whether a word makes its clause speak of what may be, where the question
// does not ask for what will be.
func opensMatter(q *question.Question, w retrieval.Word) bool {
	return question.IsModal(w) && (w.Norm != "will" || !q.Has(evidence.Futures))
}

// tellsAll reports whether a match has all terms of the question that are neither
// names nor light.
func tellsAll(q *question.Question, m []float64) bool {
	some := false
	for t := range q.Terms {
		if q.Terms[t].Name || q.IsLight(t) || q.Weight[t] == 0 {
			continue
		}
		if m[t] < question.RelatedShare {
			return false
		}
		some = true
	}
	return some
}

// isAlleged reports whether a word makes its clause somebody's claim.
func isAlleged(w retrieval.Word) bool { return alleging[w.Norm] }

var alleging = text.WordSet(`claim claims claimed allege alleges alleged allegedly reportedly rumour rumours rumored rumoured deny denies denied if whether`)

// matterSpan reaches from the first to the last word of a clause that says what
// happened, with the words that deny it and the auxiliaries before them.
func matterSpan(q *question.Question, clause []retrieval.Word) text.Span {
	first, last := -1, -1
	for i, w := range clause {
		if matterTerm(q, w) || len(q.Matches(&clause[i])) > 0 && !w.IsCapital() || lexicon.NotCues[w.Norm] || question.Denials[w.Norm] {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return text.Span{}
	}
	for first > 0 && lexicon.Auxiliaries[clause[first-1].Norm] {
		first--
	}
	return text.Span{Start: clause[first].Start, End: clause[last].End}
}
