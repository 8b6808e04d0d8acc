package draft

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// A question may take for granted what did not happen: "Who signed the truce?" Where a
// sentence says that it did not ("No truce was signed") and none says that it did, that
// sentence is the answer.

// premiseReach is how many of the best sentences are searched for a denial.
const premiseReach = 60

// correct empties the draft of a question that takes for granted what a sentence
// denies, and returns that sentence, which is then all that there is to say.
func (d *Draft) correct(q *question.Question, all []*evidence.Evidence) *evidence.Evidence {
	if q.Kind == retrieval.KindYesNo || q.Kind == retrieval.KindWhoIs || d.Differ != nil {
		return nil
	}
	denial := denialOf(q, all[:min(len(all), premiseReach)])
	if denial != nil {
		d.Short, d.Span, d.Found, d.Judged = "", nil, true, denial
	}
	return denial
}

// Corrects reports whether all that there is to say is that something did not happen.
func (d *Draft) Corrects() bool { return d.Found && d.Short == "" && d.Differ == nil }

// denialOf is the sentence that denies what the question takes for granted, or nil if
// there is none, or if a sentence tells as much of it.
func denialOf(q *question.Question, all []*evidence.Evidence) *evidence.Evidence {
	s, ok := q.ReadPremise()
	if !ok {
		return nil
	}
	var denial *evidence.Evidence
	most := 0.0
	for _, e := range all {
		if !e.Has(evidence.UndoingWords) || e.IsQuestion() || e.IsOfOldTimes(q) {
			continue
		}
		for _, u := range e.Undoings() {
			if share := undoes(e, q, &s, &u); share > most {
				denial, most = e, share
			}
		}
	}
	if denial == nil || slices.ContainsFunc(all, func(e *evidence.Evidence) bool { return tells(e, q, &s, denial) }) {
		return nil
	}
	return denial
}

// tells reports whether the sentence tells the deed of a question as having come about,
// with as much of it as the denial.
func tells(e *evidence.Evidence, q *question.Question, s *question.Supposed, denial *evidence.Evidence) bool {
	if e == denial || e.IsOfOldTimes(q) || e.DatesBefore(q, denial.Written().Day) || q.ShareOf(q.Names(), e.Context) < q.ShareOf(q.Names(), denial.Context) {
		return false
	}
	if s.Presence && (tellsPresence(e, q, s) || q.ShareOf(q.Names(), e.Matched) < 1 || q.ShareOf(s.Events, e.Matched) < question.RelatedShare) {
		return tellsPresence(e, q, s)
	}
	needed := q.ShareOf(s.Objects, denial.Matched)
	return slices.ContainsFunc(e.Clauses(), func(c text.Span) bool {
		clause := e.Words()[c.Start:c.End]
		if !isTold(clause) || s.BySubject && len(s.Asked) > 1 && q.ShareOf(s.Asked, q.Match(clause)) < 1 {
			return false
		}
		return tellsDeed(e, q, s, c, needed)
	})
}

// isTold reports whether a clause neither denies anything nor speaks of what is only
// possible.
func isTold(clause []retrieval.Word) bool {
	return !slices.ContainsFunc(clause, func(w retrieval.Word) bool { return evidence.UndoingWords[w.Norm] || question.IsModal(w) })
}

// tellsDeed reports whether a clause has the deed as a verb and beside it the needed
// share of its objects, of which a pronoun before the verb may mean one.
func tellsDeed(e *evidence.Evidence, q *question.Question, s *question.Supposed, c text.Span, needed float64) bool {
	words := e.Words()
	for i := c.Start; i < c.End; i++ {
		if w := words[i]; !isFinite(w) || !q.IsVerbOf(s, w) && (!comesAbout(q, s) || !question.ComeVerbs[w.Stem]) {
			continue
		}
		m := q.Match(slices.Concat(words[c.Start:i], words[i+1:c.End]))
		if slices.ContainsFunc(words[c.Start:i], func(w retrieval.Word) bool { return question.SubjectPronouns[w.Norm] }) {
			evidence.Raise(m, e.Context)
		}
		if q.ShareOf(s.Objects, m) >= needed {
			return true
		}
	}
	return false
}

// isFinite reports whether a word has a form in which a verb tells what happened.
func isFinite(w retrieval.Word) bool {
	return strings.HasSuffix(w.Norm, "ed") || text.Base(w.Norm) != w.Norm ||
		w.Verbal && strings.HasSuffix(w.Norm, "s") && !strings.HasSuffix(w.Norm, "ments")
}
