package question

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Event are the terms that say what happened: neither names nor words that only
// ask or say what is asked for. A verb that only says that a thing came about counts
// where there is no other word: "reach a deal" is about the deal.
func (q *Question) Event() []int {
	var event, support []int
	for t := range q.Terms {
		if supportVerbs[q.Terms[t].Stem] && !q.afterDeterminer(q.Terms[t].At) { // "the strike" strikes nothing
			support = append(support, t)
			continue
		}
		if !q.Terms[t].Name && !sideNouns[q.Terms[t].Norm] && !q.IsLight(t) && !q.IsNumber(t) && !q.FocusStems[q.Terms[t].Stem] && q.Weight[t] > 0 {
			event = append(event, t)
		}
	}
	if len(event) == 0 {
		return support
	}
	return event
}

// supportVerbs are the stems of verbs that tell little beside their objects, and
// ComeVerbs those by which it is told, too, that a thing came about.
var (
	supportVerbs = text.StemSet(`reach strike struck achieve conclude produce make made`)
	ComeVerbs    = text.StemSet(`reach strike struck achieve conclude produce agree sign seal make made bring brought announce ended yield`)
)

// concludes reports whether a term only says that the agreement which the question asks
// about came about: an agreement that is not reached is not signed.
func (q *Question) concludes(t int) bool {
	return concluding[q.Terms[t].Stem] && slices.ContainsFunc(q.Terms, func(o retrieval.Term) bool { return agreements[o.Norm] })
}

var (
	concluding = text.StemSet(`sign ink seal finalise finalize conclude`)
	agreements = text.WordSet(`agreement agreements deal deals accord pact treaty contract truce ceasefire settlement`)
)

// asksSupported reports whether the question has a supporting verb: then a clause
// that only mentions the thing ("a deal would take time") tells nothing.
func (q *Question) asksSupported() bool {
	return slices.ContainsFunc(q.Terms, func(t retrieval.Term) bool { return supportVerbs[t.Stem] })
}

// ToldShare is the share of the event that a clause tells as having come about.
func (q *Question) ToldShare(event []int, clause []retrieval.Word) float64 {
	if !q.asksSupported() {
		return q.EventShare(event, clause, 1)
	}
	if !slices.ContainsFunc(clause, isComingAbout) {
		return 0
	}
	return q.EventShare(event, slices.DeleteFunc(slices.Clone(clause), isComingAbout), 1)
}

// isComingAbout reports whether a word is a verb that tells that a thing came about.
func isComingAbout(w retrieval.Word) bool { return ComeVerbs[w.Stem] }

// sideNouns stand for those who take part, as names do.
var sideNouns = text.WordSet(`side sides party parties leader leaders country countries president presidents`)

// IsOfEvent reports whether a word stands for a noun of the event: one of its own
// words, or one that is as good as it.
func (q *Question) IsOfEvent(event []int, w retrieval.Word) bool {
	return slices.ContainsFunc(event, func(t int) bool { return q.alike(t, w) > 0 })
}

// alike says how well a word retells term t.
func (q *Question) alike(t int, w retrieval.Word) float64 {
	if w.Stop {
		return 0
	}
	if q.Terms[t].Matches(w) {
		return 1
	}
	groups := lexicon.Alike(q.Terms[t].Stem)
	if len(groups) > 0 && slices.ContainsFunc(lexicon.Alike(w.Stem), func(g int) bool { return slices.Contains(groups, g) }) {
		return RelatedShare
	}
	return 0
}

// EventShare is the share of the event's weight that the words retell, where a
// related word counts for so much of the word itself.
func (q *Question) EventShare(event []int, words []retrieval.Word, related float64) float64 {
	sum, total := 0.0, 0.0
	for _, t := range event {
		total += q.Weight[t]
		best := 0.0
		for i := range words {
			best = max(best, q.alike(t, words[i]))
		}
		if best > 0 && best < 1 {
			best = related
		}
		sum += best * q.Weight[t]
	}
	return sum / total
}
