package answer

import "sherpa/answer/lexicon"

// The signs of one word that is missing. A paraphrase says most words of a question
// in another way, so that all of them weigh little less; where all but one stand
// there, that one may be what makes it another question.

// fewTerms is how many terms a question has of which every one says what it asks for.
// One more counts half: it may only add to them.
const fewTerms = 4

// unmet is the share of a short question's words that are English, no names, and stand
// in no sentence in any form: "What did they eat?" What the lexicon does not know may
// be a slip. Where a value of the kind asked for was found, its unit says enough.
func (d *draft) unmet(q *question, all []*evidence) float64 {
	if len(q.terms) > fewTerms+1 || len(valueKinds[q.Kind]) > 0 && (d.found || d.judged.answersKind(q)) {
		return 0
	}
	words, unmet := 0.0, 0.0
	for t := range q.terms {
		if q.saysWhatItAsks(t) {
			words++
			unmet += indicator(len(q.terms[t].Groups) > 0 && !anyMatch(all, t))
		}
	}
	switch {
	case words == 0:
		return 0
	case len(q.terms) > fewTerms:
		return unmet / words / 2
	}
	return unmet / words
}

// saysWhatItAsks reports whether term t is a plain word for what is asked for: no name
// or number, and no word that a question has and its answer need not have.
func (q *question) saysWhatItAsks(t int) bool {
	if q.terms[t].Name || q.isLight(t) || q.isNumber(t) || q.weight[t] == 0 || q.asksOfJourney() && t == q.deed.verb {
		return false
	}
	norm, stem := q.terms[t].Norm, q.terms[t].Stem
	return !sorts[norm] && !anything[norm] && !lexicon.Saying[stem] && !responding[stem] && !spokenNouns[norm]
}

// anything are words for whom or what a question asks about that the articles call by
// their own.
var anything = wordSet(`guy guys man men woman women lady person people thing things stuff way ways place places fact facts`)

// leastMissing is the share of the question's weight from which on a missing word
// makes a difference.
const leastMissing = 0.2

// elsewhere says how much of the question's weight above that share the heaviest word
// has that the corpus knows, but not the sentence of the short answer and what stands
// around it, or one that names nobody because it lacks the deed. A word that the corpus lacks may be another way to say what stands there.
func (d *draft) elsewhere(q *question) float64 {
	from := d.judged
	if d.short == "" && (from == nil || !from.lacksDeed(q, q.whoseVerb())) || !spanKinds[q.Kind] || q.total == 0 {
		return 0
	}
	if d.span != nil {
		from = d.span.from
	}
	most := 0.0
	for t, m := range from.context {
		if m == 0 && q.terms[t].Known && !q.isLight(t) {
			most = max(most, q.weight[t])
		}
	}
	return max(0, most/q.total-leastMissing)
}
