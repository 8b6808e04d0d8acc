package yesno

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// told are the terms that say what happened beside what it happened to, or all if there are
// no others.
func told(d *question.AskedDeed) []int {
	told := slices.DeleteFunc(slices.Clone(d.Event), func(t int) bool { return slices.Contains(d.About, t) })
	if len(told) == 0 {
		return d.Event
	}
	return told
}

// tellsPredicate reports whether a clause says of what the question is about what is asked
// of it: in no name, no adverb, and of no other noun.
func tellsPredicate(e *evidence.Evidence, q *question.Question, d *question.AskedDeed, c text.Span) bool {
	if d.Predicate < 0 {
		return true
	}
	words := e.Words()
	asked, least := q.Terms[d.Predicate].Norm, question.RelatedShare
	if gradables[asked] {
		least = question.KinShares[text.Family] // what "lasted" was not therefore long
	}
	adverb := strings.HasSuffix(asked, "ly")
	for i := c.Start; i < c.End; i++ {
		w := &words[i]
		switch {
		case !slices.ContainsFunc(q.Matches(w), func(m question.TermMatch) bool { return m.Term == d.Predicate && m.Strength >= least }):
		case w.IsCapital() && i > 0 && !q.Terms[d.Predicate].Name, strings.HasSuffix(w.Norm, "ly") != adverb:
		case i+1 < c.End && (e.Adjoin(i) || hyphened(e, i)) && isOther(d, q, &words[i+1]):
		default:
			return true
		}
	}
	return false
}

// hyphened reports whether only a hyphen stands between word i and the next: "long-term".
func hyphened(e *evidence.Evidence, i int) bool {
	words := e.Words()
	return e.Passage().Text[words[i].End:words[i+1].Start] == "-"
}

// gradables are adjectives for more or less of something.
var gradables = text.WordSet(`long short brief big large small little high low tall deep wide broad narrow thick thin old young new fast quick slow heavy light hot warm cool cold
	expensive cheap dear late early near far strong weak rich poor loud quiet full empty`)

// isOther reports whether a word behind an adjective is a noun of another thing than the
// question is about.
func isOther(d *question.AskedDeed, q *question.Question, w *retrieval.Word) bool {
	return !question.IsClosed(w.Norm) && !q.AsksWord(*w) && !q.TellsAny(d.About, []retrieval.Word{*w})
}
