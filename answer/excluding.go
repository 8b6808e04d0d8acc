package answer

import (
	"cmp"
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// account is what an article gives for what is asked, if that is no value.
type account struct {
	from *evidence
	at   text.Span
	// words are those that tell it from what other articles give.
	words map[string]bool
	// turned says that it tells the opposite of what is asked.
	turned bool
	// asked says that it tells it in the question's own words.
	asked bool
}

// text is the account as it stands in the article.
func (s account) text() string { return s.at.Of(s.from.passage().Text) }

// excluding finds two articles of which one says what the other excludes, where no
// value is asked for; nil if there are none.
func excluding(q *question, best []*evidence) *difference {
	about := &matters{q: q, best: best[:min(len(best), excludingReach)]}
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
func opposed(about string, a, b account) *difference {
	return &difference{about: about, claims: []claim{
		{value: a.text(), at: a.at, sources: []*evidence{a.from}}, {value: b.text(), at: b.at, sources: []*evidence{b.from}},
	}}
}

// firstOpposed finds the first two sides of different articles on one matter that
// exclude each other.
func firstOpposed(kind string, m *matters, as, bs []account, exclude func(a, b account) bool) *difference {
	for _, a := range as {
		for _, b := range bs {
			if a.from.article() != b.from.article() && exclude(a, b) && !atOtherTimes(a.from, b.from) && m.same(a.from, b.from) {
				return opposed(kind, a, b)
			}
		}
	}
	return nil
}

// eventClauses are the clauses of a sentence that have all that the question says of what
// happened, the names of which the passage has; nil where it is only asked or
// thought of.
func (e *evidence) eventClauses(q *question) [][]retrieval.Word {
	if !q.tellsAll(e.matched) || q.lacksName(e) || e.text()[len(e.text())-1] == '?' {
		return nil
	}
	var found [][]retrieval.Word
	for _, c := range e.clauses() {
		clause := e.words()[c.Start:c.End]
		if q.tellsAll(q.match(clause)) && !slices.ContainsFunc(clause, q.opensMatter) && !slices.ContainsFunc(clause, isAlleged) {
			found = append(found, clause)
		}
	}
	return found
}

// opensMatter reports whether a word makes its clause speak of what may be, where the question
// does not ask for what will be.
func (q *question) opensMatter(w retrieval.Word) bool {
	return isModal(w) && (w.Norm != "will" || !q.has(futures))
}

// tellsAll reports whether a match has all terms of the question that are neither
// names nor light.
func (q *question) tellsAll(m []float64) bool {
	some := false
	for t := range q.terms {
		if q.terms[t].Name || q.isLight(t) || q.weight[t] == 0 {
			continue
		}
		if m[t] < relatedShare {
			return false
		}
		some = true
	}
	return some
}

// isAlleged reports whether a word makes its clause somebody's claim.
func isAlleged(w retrieval.Word) bool { return alleging[w.Norm] }

var alleging = wordSet(`claim claims claimed allege alleges alleged allegedly reportedly rumour rumours rumored rumoured deny denies denied if whether`)

// matterSpan reaches from the first to the last word of a clause that says what
// happened, with the words that deny it and the auxiliaries before them.
func (q *question) matterSpan(clause []retrieval.Word) text.Span {
	first, last := -1, -1
	for i, w := range clause {
		if q.matterTerm(w) || len(q.matches(&clause[i])) > 0 && !w.IsCapital() || lexicon.NotCues[w.Norm] || denials[w.Norm] {
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
