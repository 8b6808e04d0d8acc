package gate

import (
	"sherpa/answer/candidate"
	"sherpa/answer/draft"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
)

// The signs of one word that is missing. A paraphrase says most words of a question
// in another way, so that all of them weigh little less; where all but one stand
// there, that one may be what makes it another question.

// unmet is the share of a short question's words that are English, no names, and stand
// in no sentence in any form: "What did they eat?" What the lexicon does not know may
// be a slip. Where a value of the kind asked for was found, its unit says enough.
func unmet(d *draft.Draft, q *question.Question, all []*evidence.Evidence) float64 {
	if len(q.Terms) > question.FewTerms+1 || len(evidence.ValueKinds[q.Kind]) > 0 && (d.Found || d.Judged.AnswersKind(q)) {
		return 0
	}
	words, unmet := 0.0, 0.0
	for t := range q.Terms {
		if q.SaysWhatItAsks(t) {
			words++
			unmet += question.Indicator(len(q.Terms[t].Groups) > 0 && !evidence.AnyMatch(all, t))
		}
	}
	switch {
	case words == 0:
		return 0
	case len(q.Terms) > question.FewTerms:
		return unmet / words / 2
	}
	return unmet / words
}

// leastMissing is the share of the question's weight from which on a missing word
// makes a difference.
const leastMissing = 0.2

// elsewhere says how much of the question's weight above that share the heaviest word
// has that the corpus knows, but not the sentence of the short answer and what stands
// around it, or one that names nobody because it lacks the deed. A word that the corpus lacks may be another way to say what stands there.
func elsewhere(d *draft.Draft, q *question.Question) float64 {
	from := d.Judged
	if d.Short == "" && (from == nil || !from.LacksDeed(q, q.WhoseVerb())) || !candidate.SpanKinds[q.Kind] || q.Total == 0 {
		return 0
	}
	if d.Span != nil {
		from = d.Span.From
	}
	most := 0.0
	for t, m := range from.Context {
		if m == 0 && q.Terms[t].Known && !q.IsLight(t) {
			most = max(most, q.Weight[t])
		}
	}
	return max(0, most/q.Total-leastMissing)
}
