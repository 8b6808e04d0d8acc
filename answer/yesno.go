package answer

import (
	"slices"

	"sherpa/answer/lexicon"
)

// polarity is what a sentence says of the question.
type polarity int

// What a sentence says of whether something is so.
const (
	unsaid polarity = iota
	affirmed
	denied
	conceived // only spoken of as possible
)

// decideMargin is how far below the best sentence's score a sentence may lie that
// decides a yes/no question.
const decideMargin = 9

// yesOrNo is the short answer to a yes/no question, from the sentence that
// matches best; sentences that only speak of possibilities come last. Where none
// decides it, the sentence that tells most of what happened comes first.
func yesOrNo(q *question, best []*evidence) string {
	if things, asked := q.saidThings(); asked {
		return q.whetherSaid(things, best)
	}
	if told := everWas(q, best); told != "" || q.earlier && q.wordAt(len(q.Words)-1) == "before" {
		return told
	}
	floor := best[0].score - decideMargin
	deed := q.deedAmong(best)
	var found [conceived + 1]verdict
	for _, e := range best {
		if e.score < floor {
			break
		}
		if r := e.read(q, &deed); found[r.polarity].from == nil || r.cover > found[r.polarity].cover+coverStep {
			found[r.polarity] = r
		}
	}
	said := decide(found[:])
	if said == unsaid {
		return ""
	}
	moveFirst(best, found[said].from)
	return verdictText(q, said)
}

// coverStep is how much more of the question a sentence must cover to count more
// than one that ranks before it.
const coverStep = 0.15

// decide weighs the best sentence of each polarity. A denial says of what it
// speaks; an affirmation may only have its words: of two that cover the question
// alike, the denial counts, unless only the other has the question's verb.
func decide(found []verdict) polarity {
	yes, no := found[affirmed], found[denied]
	switch {
	case yes.from == nil && no.from == nil:
		if found[conceived].from != nil {
			return conceived
		}
		return unsaid
	case no.from == nil && found[conceived].from != nil && found[conceived].cover > yes.cover+coverStep:
		return conceived
	case no.from == nil:
		return affirmed
	case yes.from == nil:
		return denied
	case yes.cover > no.cover+coverStep, yes.verb && !no.verb && yes.cover >= no.cover:
		return affirmed
	}
	return denied
}

func verdictText(q *question, p polarity) string {
	if p == conceived {
		return "Not reported"
	}
	if (p == affirmed) != q.has(lexicon.NotCues) {
		return "Yes"
	}
	return "No"
}

// untold reports whether no sentence tells of what a yes/no question asks whether
// somebody did it: what else there is about those whom it names is beside the matter.
// A long question describes what it asks about, and no sentence has all of that.
func untold(q *question, all []*evidence) bool {
	if q.Length() > 0 {
		return false
	}
	if things, asked := q.saidThings(); asked {
		return !slices.ContainsFunc(all, func(e *evidence) bool { return e.saysOf(q, things, shownShare) })
	}
	d := q.deedAmong(all)
	if d.verb < 0 || len(d.subject) == 0 {
		return len(d.event) > 0 && !slices.ContainsFunc(d.event, func(t int) bool { return anyMatch(all, t) })
	}
	return !slices.ContainsFunc(all, func(e *evidence) bool {
		share := q.shareOf(d.event, e.matched)
		return share >= toldAlone && !(e.lacksDoer(&d) && e.lacksObject(q, &d)) || e.speaksOfDoer(&d) && (share >= toldNamed && len(d.event) > 1 || share >= toldLong && len(d.event) > 3 || e.matched[d.verb] >= relatedShare)
	})
}

// What a sentence must have of what happened to be about it: nearly all, or less
// where it is about the one who is asked about, and of what takes many words.
const (
	toldAlone = 0.8
	toldNamed = 0.5
	toldLong  = 0.3
)
