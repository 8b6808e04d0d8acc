package answer

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// A question may take for granted what did not happen: "Who signed the truce?" Where a
// sentence says that it did not ("No truce was signed") and none says that it did, that
// sentence is the answer.

// premiseReach is how many of the best sentences are searched for a denial.
const premiseReach = 60

// correct empties the draft of a question that takes for granted what a sentence
// denies, and returns that sentence, which is then all that there is to say.
func (d *draft) correct(q *question, all []*evidence) *evidence {
	if q.Kind == retrieval.KindYesNo || q.Kind == retrieval.KindWhoIs || d.differ != nil {
		return nil
	}
	denial := q.denialOf(all[:min(len(all), premiseReach)])
	if denial != nil {
		d.short, d.span, d.found, d.judged = "", nil, true, denial
	}
	return denial
}

// corrects reports whether all that there is to say is that something did not happen.
func (d *draft) corrects() bool { return d.found && d.short == "" && d.differ == nil }

// denialOf is the sentence that denies what the question takes for granted, or nil if
// there is none, or if a sentence tells as much of it.
func (q *question) denialOf(all []*evidence) *evidence {
	s, ok := q.readPremise()
	if !ok {
		return nil
	}
	var denial *evidence
	most := 0.0
	for _, e := range all {
		if !e.has(undoingWords) || e.asks() || e.isOfOldTimes(q) {
			continue
		}
		for _, u := range e.undoings() {
			if share := e.undoes(q, &s, &u); share > most {
				denial, most = e, share
			}
		}
	}
	if denial == nil || slices.ContainsFunc(all, func(e *evidence) bool { return e.tells(q, &s, denial) }) {
		return nil
	}
	return denial
}

// tells reports whether the sentence tells the deed of a question as having come about,
// with as much of it as the denial.
func (e *evidence) tells(q *question, s *supposed, denial *evidence) bool {
	if e == denial || e.isOfOldTimes(q) || e.datesBefore(q, denial.written().Day) || q.shareOf(q.names(), e.context) < q.shareOf(q.names(), denial.context) {
		return false
	}
	if s.presence && (e.tellsPresence(q, s) || q.shareOf(q.names(), e.matched) < 1 || q.shareOf(s.events, e.matched) < relatedShare) {
		return e.tellsPresence(q, s)
	}
	needed := q.shareOf(s.objects, denial.matched)
	return slices.ContainsFunc(e.clauses(), func(c text.Span) bool {
		clause := e.words()[c.Start:c.End]
		if !isTold(clause) || s.bySubject && len(s.asked) > 1 && q.shareOf(s.asked, q.match(clause)) < 1 {
			return false
		}
		return e.tellsDeed(q, s, c, needed)
	})
}

// isTold reports whether a clause neither denies anything nor speaks of what is only
// possible.
func isTold(clause []retrieval.Word) bool {
	return !slices.ContainsFunc(clause, func(w retrieval.Word) bool { return undoingWords[w.Norm] || isModal(w) })
}

// tellsDeed reports whether a clause has the deed as a verb and beside it the needed
// share of its objects, of which a pronoun before the verb may mean one.
func (e *evidence) tellsDeed(q *question, s *supposed, c text.Span, needed float64) bool {
	words := e.words()
	for i := c.Start; i < c.End; i++ {
		if w := words[i]; !isFinite(w) || !q.isVerbOf(s, w) && (!q.comesAbout(s) || !comeVerbs[w.Stem]) {
			continue
		}
		m := q.match(slices.Concat(words[c.Start:i], words[i+1:c.End]))
		if slices.ContainsFunc(words[c.Start:i], func(w retrieval.Word) bool { return subjectPronouns[w.Norm] }) {
			raise(m, e.context)
		}
		if q.shareOf(s.objects, m) >= needed {
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

// isOfOldTimes reports whether the sentence is dated two years or more before its
// article, to a year of which the question says nothing.
func (e *evidence) isOfOldTimes(q *question) bool {
	return e.datesBefore(q, e.written().Day)
}

// datesBefore reports whether the sentence is dated two years or more before a day, if that is
// known, to a year of which the question says nothing.
func (e *evidence) datesBefore(q *question, day time.Time) bool {
	return !day.IsZero() && slices.ContainsFunc(e.sentence.Values, func(v value.Value) bool {
		return v.Kind == value.Date && v.When.Year != 0 && v.When.Year < day.Year()-1 && !slices.Contains(q.Words, strconv.Itoa(v.When.Year))
	})
}
