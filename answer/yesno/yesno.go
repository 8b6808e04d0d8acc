package yesno

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
)

// Polarity is what a sentence says of the question.
type Polarity int

// What a sentence says of whether something is so.
const (
	unsaid Polarity = iota
	affirmed
	Denied
	Conceived // only spoken of as possible
)

// decideMargin is how far below the best sentence's score a sentence may lie that
// decides a yes/no question.
const decideMargin = 9

// Answer is the short answer to a yes/no question, from the sentence that
// matches best; sentences that only speak of possibilities come last. Where none
// decides it, the sentence that tells most of what happened comes first.
func Answer(q *question.Question, best []*evidence.Evidence) string {
	if things, asked := q.SaidThings(); asked {
		return whetherSaid(q, things, best)
	}
	if told := everWas(q, best); told != "" || q.Earlier && q.WordAt(len(q.Words)-1) == "before" {
		return told
	}
	floor := best[0].Score - decideMargin
	deed := evidence.DeedAmong(q, best)
	found := readAll(q, best, &deed, floor)
	said := decide(found[:])
	switch {
	case said == unsaid && wasThere(q, best, &deed, floor):
		return verdictText(q, affirmed)
	case said == unsaid:
		return ""
	}
	evidence.MoveFirst(best, found[said].from)
	if asksOpinion(q) {
		return ""
	}
	return verdictText(q, said)
}

// readAll is the best verdict of each polarity, of sentences down to a score.
func readAll(q *question.Question, best []*evidence.Evidence, deed *question.AskedDeed, floor float64) (found [Conceived + 1]verdict) {
	for _, e := range best {
		if e.Score < floor {
			break
		}
		if r := read(e, q, deed); found[r.Polarity].from == nil || r.cover > found[r.Polarity].cover+coverStep {
			found[r.Polarity] = r
		}
	}
	return found
}

// asksOpinion reports whether it is asked what should be: that somebody thinks so is no yes.
func asksOpinion(q *question.Question) bool { return q.WordAt(0) == "should" || q.WordAt(0) == "ought" }

// coverStep is how much more of the question a sentence must cover to count more
// than one that ranks before it.
const coverStep = 0.15

// decide weighs the best sentence of each polarity. A denial says of what it
// speaks; an affirmation may only have its words: of two that cover the question
// alike, the denial counts, unless only the other has the question's verb.
func decide(found []verdict) Polarity {
	yes, no := found[affirmed], found[Denied]
	switch {
	case yes.from == nil && no.from == nil:
		if found[Conceived].from != nil {
			return Conceived
		}
		return unsaid
	case no.from == nil && found[Conceived].from != nil && found[Conceived].cover > yes.cover+coverStep:
		return Conceived
	case no.from == nil:
		return affirmed
	case yes.from == nil:
		return Denied
	case yes.cover > no.cover+coverStep, yes.verb && !no.verb && yes.cover >= no.cover:
		return affirmed
	}
	return Denied
}

func verdictText(q *question.Question, p Polarity) string {
	if p == Conceived {
		return "Not reported"
	}
	if (p == affirmed) != q.Has(lexicon.NotCues) {
		return "Yes"
	}
	return "No"
}

// Untold reports whether no sentence tells of what a yes/no question asks whether
// somebody did it: what else there is about those whom it names is beside the matter.
// A long question describes what it asks about, and no sentence has all of that.
func Untold(q *question.Question, all []*evidence.Evidence) bool {
	if q.Length() > 0 {
		return false
	}
	if things, asked := q.SaidThings(); asked {
		return !slices.ContainsFunc(all, func(e *evidence.Evidence) bool { return saysOf(e, q, things, shownShare) })
	}
	d := evidence.DeedAmong(q, all)
	if d.Verb < 0 || len(d.Subject) == 0 {
		return len(d.Event) > 0 && !slices.ContainsFunc(d.Event, func(t int) bool { return evidence.AnyMatch(all, t) })
	}
	return !slices.ContainsFunc(all, func(e *evidence.Evidence) bool {
		share := q.ShareOf(d.Event, e.Matched)
		return share >= toldAlone && !(e.LacksDoer(&d) && e.LacksObject(q, &d)) || e.SpeaksOfDoer(&d) && (share >= toldNamed && len(d.Event) > 1 || share >= toldLong && len(d.Event) > 3 || e.Matched[d.Verb] >= question.RelatedShare)
	})
}

// What a sentence must have of what happened to be about it: nearly all, or less
// where it is about the one who is asked about, and of what takes many words.
const (
	toldAlone = 0.8
	toldNamed = 0.5
	toldLong  = 0.3
)

// YesIf is "Yes" for what is so, else "No".
func YesIf(b bool) string {
	if b {
		return "Yes"
	}
	return "No"
}
