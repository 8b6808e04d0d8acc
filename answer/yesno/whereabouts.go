package yesno

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// A question may ask where somebody or something was: "Was the summit in Norwick?", "Did Ann
// go to Norwick?"

// missesPlace reports whether words do not tell of the place by its name: what is said of the
// mayor of Norwick does not tell that something was in Norwick.
func missesPlace(q *question.Question, d *question.AskedDeed, words []retrieval.Word) bool {
	if d.Predicate >= 0 || len(d.Object) == 0 {
		return false
	}
	place, visit := askedPlace(q, d), visits(q, d)
	switch {
	case visit:
		place = d.Object[0]
	case place < 0:
		return d.Verb < 0 && !q.TellsAny(d.Object, words)
	}
	for i := range words {
		if evidence.NamesPlace(q, place, words[i:i+1]) && (visit || evidence.IsPlaced(words[:i])) {
			return false
		}
	}
	return true
}

// askedPlace is the term of the place where the question supposes somebody or something to have
// been, or -1.
func askedPlace(q *question.Question, d *question.AskedDeed) int {
	for _, t := range d.Object {
		at := q.Terms[t].At - 1
		if evidence.IsArticle(q.WordAt(at)) {
			at--
		}
		if question.WhereLeads[q.WordAt(at)] {
			return t
		}
	}
	return -1
}

// isElsewhere reports whether it is asked if something was in a place, and the sentence does not
// tell that it was there.
func isElsewhere(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) bool {
	if d.Predicate >= 0 {
		return false
	}
	place := askedPlace(q, d)
	return place >= 0 && isCircumstance(q, d, place) && !e.TellsWhere(q, place)
}

// isCircumstance reports whether the question's place is where something was done, and not where
// the thing is of which it speaks: "meet in Norwick", "meet Ann in Norwick", not "end the war in Norwick".
func isCircumstance(q *question.Question, d *question.AskedDeed, place int) bool {
	before := q.Terms[place].At - 2
	if evidence.IsArticle(q.WordAt(before + 1)) {
		before--
	}
	if question.Gatherings[q.WordAt(before)] || question.IsClosed(q.WordAt(before)) {
		return true
	}
	verb := max(d.Verb, d.Light)
	return slices.ContainsFunc(q.Terms, func(t retrieval.Term) bool {
		return t.At == before && (t.Name || verb >= 0 && t.At == q.Terms[verb].At)
	})
}

// visiting are the stems of verbs whose object is a place: who visited the country need not
// have been in its capital.
var visiting = text.StemSet(`visit reach enter leave left tour`)

// wasThere reports whether a sentence tells that somebody was in the place of which it is asked
// whether he visited it, in whatever words: "Ann met Bob in Norwick". It comes first then.
func wasThere(q *question.Question, best []*evidence.Evidence, asked *question.AskedDeed, floor float64) bool {
	verb := asked.Verb
	if !visits(q, asked) || !goneTo[q.Terms[verb].Stem] || !q.AsksDone() {
		return false
	}
	going, deed := *q, *asked
	going.Weight = slices.Clone(q.Weight)
	going.Weight[verb] = 0
	going.Total -= q.Weight[verb]
	deed.Verb, deed.Light = -1, verb
	deed.Event = slices.DeleteFunc(slices.Clone(asked.Event), func(t int) bool { return t == verb })
	there := func(e *evidence.Evidence) bool {
		return e.Score >= floor && e.TellsWhere(q, asked.Object[0]) && read(e, &going, &deed).Polarity == affirmed
	}
	at := slices.IndexFunc(best, there)
	if at >= 0 {
		evidence.MoveFirst(best, best[at])
	}
	return at >= 0
}

// goneTo are the stems of verbs that say no more than that somebody was there.
var goneTo = text.StemSet(`visit reach`)

// visits reports whether the verb of the question has a place right behind it.
func visits(q *question.Question, d *question.AskedDeed) bool {
	return d.Verb >= 0 && len(d.Object) > 0 && visiting[q.Terms[d.Verb].Stem] && q.Terms[d.Object[0]].At == q.Terms[d.Verb].At+1
}
