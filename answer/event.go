package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// What a yes/no question asks about is denied where a clause denies a part of it close
// behind the denying word, and no clause tells as much of it.

const (
	// denyReach is how many words after "no" or "nothing" what is denied may stand:
	// "nothing pointed to an immediate ceasefire".
	denyReach = 6
	// deniedCover is the share of what the question says besides names that a
	// denial must have.
	deniedCover = 0.45
	// deniedReach is how many of the best sentences are searched for a denial.
	deniedReach = 60
)

// othersWords make a denial one of other times: "no such meeting had ever been held
// before".
var othersWords = wordSet(`ever before since until till previously`)

// deniedEvent is the sentence that denies what the question asks about, or
// nil if there is none, or if a sentence tells as much of it.
func deniedEvent(q *question, all []*evidence) *evidence {
	event := q.event()
	if len(event) == 0 || q.has(lexicon.NotCues) {
		return nil
	}
	var denial *evidence
	denied, searched := deniedCover, all[:min(len(all), deniedReach)]
	for _, e := range searched {
		if !e.has(deniers) {
			continue
		}
		if no, _ := e.eventShares(q, event); no > denied {
			denial, denied = e, no
		}
	}
	if denial == nil || slices.ContainsFunc(searched, func(e *evidence) bool { _, told := e.eventShares(q, event); return told >= denied }) {
		return nil
	}
	return denial
}

// event are the terms that say what happened: neither names nor words that only
// ask or say what is asked for. A verb that only says that a thing came about counts
// where there is no other word: "reach a deal" is about the deal.
func (q *question) event() []int {
	var event, support []int
	for t := range q.terms {
		if supportVerbs[q.terms[t].Stem] {
			support = append(support, t)
			continue
		}
		if !q.terms[t].Name && !sideNouns[q.terms[t].Norm] && !q.isLight(t) && !q.isNumber(t) && !q.focus[q.terms[t].Stem] && q.weight[t] > 0 {
			event = append(event, t)
		}
	}
	if len(event) == 0 {
		return support
	}
	return event
}

// supportVerbs are the stems of verbs that tell little beside their objects, and
// comeVerbs those by which it is told, too, that a thing came about.
var (
	supportVerbs = text.StemSet(`reach strike struck achieve conclude produce`)
	comeVerbs    = text.StemSet(`reach strike struck achieve conclude produce agree sign seal make made bring brought announce ended yield`)
)

// concludes reports whether a term only says that the agreement which the question asks
// about came about: an agreement that is not reached is not signed.
func (q *question) concludes(t int) bool {
	return concluding[q.terms[t].Stem] && slices.ContainsFunc(q.terms, func(o retrieval.Term) bool { return agreements[o.Norm] })
}

var (
	concluding = text.StemSet(`sign ink seal finalise finalize conclude`)
	agreements = wordSet(`agreement agreements deal deals accord pact treaty contract truce ceasefire settlement`)
)

// asksSupported reports whether the question has a supporting verb: then a clause
// that only mentions the thing ("a deal would take time") tells nothing.
func (q *question) asksSupported() bool {
	return slices.ContainsFunc(q.terms, func(t retrieval.Term) bool { return supportVerbs[t.Stem] })
}

// toldShare is the share of the event that a clause tells as having come about.
func (q *question) toldShare(event []int, clause []retrieval.Word) float64 {
	if !q.asksSupported() {
		return q.eventShare(event, clause, 1)
	}
	if !slices.ContainsFunc(clause, isComingAbout) {
		return 0
	}
	return q.eventShare(event, slices.DeleteFunc(slices.Clone(clause), isComingAbout), 1)
}

// isComingAbout reports whether a word is a verb that tells that a thing came about.
func isComingAbout(w retrieval.Word) bool { return comeVerbs[w.Stem] }

// sideNouns stand for those who take part, as names do.
var sideNouns = wordSet(`side sides party parties leader leaders country countries president presidents`)

// eventShares are the largest shares of the event in a clause that denies a part of
// it close behind the denying word, and in one that denies nothing. What is only
// possible counts for neither.
func (e *evidence) eventShares(q *question, event []int) (denied, told float64) {
	words := e.words()
	for _, c := range e.clauses() {
		clause := words[c.Start:c.End]
		if slices.ContainsFunc(clause, isModal) {
			continue
		}
		if slices.ContainsFunc(clause, func(w retrieval.Word) bool { return othersWords[w.Norm] }) {
			continue
		}
		at := slices.IndexFunc(clause, func(w retrieval.Word) bool { return deniers[w.Norm] })
		if at < 0 {
			told = max(told, q.toldShare(event, clause))
			continue
		}
		if e.untilNow(c) {
			continue
		}
		near := clause[at+1 : min(len(clause), at+1+denyReach)]
		if slices.ContainsFunc(near, func(w retrieval.Word) bool { return q.isOfEvent(event, w) }) {
			denied = max(denied, q.eventShare(event, clause, relatedShare))
		}
	}
	return denied, told
}

// isModal reports whether a word makes its clause speak of what is only possible;
// the month is no modal.
func isModal(w retrieval.Word) bool { return modals[w.Norm] && (w.Norm != "may" || !w.IsCapital()) }

// isOfEvent reports whether a word stands for a noun of the event: one of its own
// words, or one that is as good as it.
func (q *question) isOfEvent(event []int, w retrieval.Word) bool {
	return slices.ContainsFunc(event, func(t int) bool { return q.alike(t, w) > 0 })
}

// alike says how well a word retells term t.
func (q *question) alike(t int, w retrieval.Word) float64 {
	if w.Stop {
		return 0
	}
	if q.terms[t].Matches(w) {
		return 1
	}
	groups := lexicon.Alike(q.terms[t].Stem)
	if len(groups) > 0 && slices.ContainsFunc(lexicon.Alike(w.Stem), func(g int) bool { return slices.Contains(groups, g) }) {
		return relatedShare
	}
	return 0
}

// eventShare is the share of the event's weight that the words retell, where a
// related word counts for so much of the word itself.
func (q *question) eventShare(event []int, words []retrieval.Word, related float64) float64 {
	sum, total := 0.0, 0.0
	for _, t := range event {
		total += q.weight[t]
		best := 0.0
		for i := range words {
			best = max(best, q.alike(t, words[i]))
		}
		if best > 0 && best < 1 {
			best = related
		}
		sum += best * q.weight[t]
	}
	return sum / total
}

// deny answers a yes/no question, unless with yes, by the sentence that denies
// what it asks for.
func (d *draft) deny(q *question, all, best []*evidence) {
	if _, said := q.saidThings(); said || d.short == "Yes" || q.has(modals) || q.isAhead() {
		return
	}
	deed := q.readDeed()
	if deed.bare {
		return
	}
	there := q.asksWhetherThere()
	if denial := deniedEvent(q, all); denial != nil && deed.predicate < 0 && (there < 0 || denial.matched[there] > 0) && denial.speaksOfIt(&deed) && !denial.lacksDoer(&deed) && !denial.isOnOthers(&deed) && !denial.lacksObject(q, &deed) && denial.bearsNo(q, &deed, denial.words()) {
		d.short = "No"
		moveFirst(best, denial)
	}
}
