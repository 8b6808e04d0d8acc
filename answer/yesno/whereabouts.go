package yesno

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
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
		if namesPlace(q, place, words[i:i+1]) && (visit || isPlaced(words[:i])) {
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
	return place >= 0 && (d.Verb < 0 || isCircumstance(q, d, place)) && !tellsWhere(e, q, place)
}

// isCircumstance reports whether the question's place is where something was done, and not where
// the thing is of which it speaks: "meet in Norwick", "meet Ann in Norwick", not "end the war in Norwick".
func isCircumstance(q *question.Question, d *question.AskedDeed, place int) bool {
	before := q.Terms[place].At - 2
	if evidence.IsArticle(q.WordAt(before + 1)) {
		before--
	}
	return question.Gatherings[q.WordAt(before)] || slices.ContainsFunc(q.Terms, func(t retrieval.Term) bool {
		return t.At == before && (t.Name || t.At == q.Terms[d.Verb].At)
	})
}

// namesPlace reports whether a word names the place of a term.
func namesPlace(q *question.Question, place int, word []retrieval.Word) bool {
	return q.Match(word)[place] >= question.KinShares[text.Family]
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
		return e.Score >= floor && tellsWhere(e, q, asked.Object[0]) && read(e, &going, &deed).Polarity == affirmed
	}
	at := slices.IndexFunc(best, there)
	if at >= 0 {
		evidence.MoveFirst(best, best[at])
	}
	return at >= 0
}

// tellsWhere reports whether the sentence tells that those of whom it tells were in a place.
func tellsWhere(e *evidence.Evidence, q *question.Question, place int) bool {
	words := e.Words()
	for i := range words {
		if namesPlace(q, place, words[i:i+1]) && isPlaced(words[:i]) && isWhere(e, i) {
			return true
		}
	}
	return false
}

// goneTo are the stems of verbs that say no more than that somebody was there.
var goneTo = text.StemSet(`visit reach`)

// visits reports whether the verb of the question has a place right behind it.
func visits(q *question.Question, d *question.AskedDeed) bool {
	return d.Verb >= 0 && len(d.Object) > 0 && visiting[q.Terms[d.Verb].Stem] && q.Terms[d.Object[0]].At == q.Terms[d.Verb].At+1
}

// isPlaced reports whether words lead to a place where something was: "in", "at the port of",
// but not "possibly in".
func isPlaced(before []retrieval.Word) bool {
	return !slices.ContainsFunc(before, question.IsModal) && placeLead(before) >= 0
}

// placeLead is the preposition behind which a place stands that words lead to, or -1.
func placeLead(before []retrieval.Word) int {
	for i, w := range slices.Backward(before) {
		class, closed := question.ClassWords[w.Norm]
		switch {
		case question.WhereLeads[w.Norm]:
			return i
		case closed && class != question.ClassDeterminer && w.Norm != "of", w.Verbal, !w.IsCapital() && len(before)-i > placeReach:
			return -1
		}
	}
	return -1
}

// placeReach is how many words at the most stand between a preposition and the place's name
// that are no names themselves: "near the old port of Norwick".
const placeReach = 3

// isWhere reports whether the place that word i of the sentence names is where those were of whom
// it tells: neither where the war is of which they spoke, nor one that somebody only speaks of, or
// that is to come.
func isWhere(e *evidence.Evidence, i int) bool {
	words := e.Words()
	lead := placeLead(words[:i])
	if e.IsQuoted(words[i].Span) || slices.ContainsFunc(words[:i], func(w retrieval.Word) bool { return evidence.Futures[w.Norm] }) {
		return false
	}
	if lead == 0 {
		return true
	}
	if words[lead].Norm == "on" && question.Gatherings[words[lead-1].Norm] {
		return false // what talks were about
	}
	w := words[lead-1]
	return w.Verbal || w.IsCapital() || question.IsClosed(w.Norm) || question.IsParticiple(w.Norm) || strings.HasSuffix(w.Norm, "ly") ||
		question.Gatherings[w.Norm] || lexicon.PlaceNouns[w.Norm] || !e.Adjoin(lead-1) || w.Norm[0] <= '9'
}
