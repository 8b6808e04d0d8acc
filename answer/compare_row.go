package answer

import (
	"slices"

	"sherpa/answer/disagreement"
	"sherpa/answer/draft"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
)

// mergeRows puts together the rows that say the same: those that share most of their
// words, and those that stand on one side of a disagreement.
func mergeRows(all []*evidence.Evidence, differences []*disagreement.Difference) []*draft.Statement {
	var rows []*draft.Statement
	for _, e := range all {
		same := func(s *draft.Statement) bool {
			return draft.SameFact(s.Lead, e) || slices.ContainsFunc(differences, func(d *disagreement.Difference) bool {
				side := sideOf(d, e)
				return side >= 0 && side == sideOf(d, s.Lead)
			})
		}
		if i := slices.IndexFunc(rows, same); i >= 0 {
			rows[i].Also = append(rows[i].Also, e)
		} else {
			rows = append(rows, &draft.Statement{Lead: e})
		}
	}
	return rows
}

// sideOf is the place of the claim that a sentence is a source of; -1 if there is none.
func sideOf(d *disagreement.Difference, e *evidence.Evidence) int {
	return slices.IndexFunc(d.Claims, func(c disagreement.Claim) bool {
		one := &disagreement.Difference{Claims: []disagreement.Claim{c}}
		return cites(one, e)
	})
}

// statementRow is a statement as a row of a comparison.
func statementRow(s *draft.Statement, q *question.Question, differences []*disagreement.Difference) ComparisonRow {
	r := sentenceRow(s.Lead, q)
	for _, e := range s.Also {
		r.Also = append(r.Also, sentenceRow(e, q))
	}
	for i, d := range differences {
		if sideOf(d, s.Lead) >= 0 || slices.ContainsFunc(s.Also, func(e *evidence.Evidence) bool { return sideOf(d, e) >= 0 }) {
			r.Differs = append(r.Differs, i)
		}
	}
	return r
}

// sentenceRow is what the sentence says on a topic.
func sentenceRow(e *evidence.Evidence, q *question.Question) ComparisonRow {
	draft.FitQuote(e, q)
	at := e.Passage().Start
	return ComparisonRow{Article: citedArticle(e.Hit.Article), Quote: e.Quote(), Start: at + e.Span.Start, End: at + e.Span.End}
}
