package answer

import "sherpa/retrieval"

// The signs of one word that is missing. A paraphrase says most words of a question
// in another way, so that all of them weigh little less; where all but one stand
// there, that one may be what makes it another question.

// thinCover is the share of the question's weight below which a sentence has so
// little of it that it may be about anything.
const thinCover = 0.4

// missingMost is the share of the question's weight of its heaviest word that a
// match lacks altogether. Where known is set, only words that the corpus has count:
// a word that it lacks may be another way to say what stands there, and one that it
// has elsewhere is about something else.
func (q *question) missingMost(matched []float64, known bool) float64 {
	if q.total == 0 {
		return 0
	}
	most := 0.0
	for t, m := range matched {
		if m == 0 && !q.isLight(t) && (q.terms[t].Known || !known) {
			most = max(most, q.weight[t])
		}
	}
	return most / q.total
}

// elsewhere is the share of the heaviest word that the corpus has, but not the
// sentence of the short answer and what stands around it.
func (d *draft) elsewhere(q *question) float64 {
	if d.short == "" || !spanKinds[q.Kind] {
		return 0
	}
	from := d.judged
	if d.span != nil {
		from = d.span.from
	}
	return q.missingMost(from.context, true)
}

// nameAbsent reports whether a name that not everything is about stands neither in
// the sentence nor around it.
func (e *evidence) nameAbsent(q *question) bool {
	for _, t := range q.names() {
		if q.terms[t].IDF > everywhere && e.context[t] < relatedShare {
			return true
		}
	}
	return false
}

// causeless reports whether the question asks why and the sentence gives no cause.
func (e *evidence) causeless(q *question) bool {
	return q.Kind == retrieval.KindReason && !e.holdsKind(q)
}
