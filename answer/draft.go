package answer

import (
	"cmp"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

const (
	// maxStatements is how many statements an answer has at the most.
	maxStatements = 3
	// maxStatement is the length of a statement at the most, in bytes.
	maxStatement = 350
	// maxCitations is how many articles are cited for one statement.
	maxCitations = 5
	// keepMargin is how far below the best sentence's score a further statement
	// may lie. The scores are log odds.
	keepMargin = 4.0
	// sameMargin is how far below it a sentence may lie that says the same as a statement.
	sameMargin = 5.0
	// keepCover is the share of the best sentence's cover, with its
	// surroundings, that a further statement must have.
	keepCover = 0.35
)

// draft is an answer before its citations are numbered.
type draft struct {
	short string
	// resolved is the date that the short answer means, where it leans on the day of
	// writing; or "".
	resolved   string
	statements []*statement
	differ     *difference
	// more are further differences, where it is asked what articles disagree on.
	more []*difference
	// found says that the rules found what the kind of question asks for.
	found bool
	// judged is the sentence that the rules put first, by which the gate judges.
	judged *evidence
	// span is the candidate that the short answer is, or nil.
	span *candidate
	// settled says that the short answer stands as the rules found it.
	settled bool
}

// statement is a sentence with the sentences of other articles that say the
// same.
type statement struct {
	lead *evidence
	also []*evidence
}

// difference sets values side by side that cannot all be true.
type difference struct {
	about string
	// kind is kindNamesake where the values belong to different things of one name.
	kind   string
	claims []claim
}

// claim is one value with the sentences that give it.
type claim struct {
	value string
	// at is where the value stands in the passage of the first source.
	at      text.Span
	sources []*evidence
	// about are the articles on the thing that the claim is about, where several
	// things bear one name.
	about map[string]bool
}

// draftAnswer chooses what to say, by the kind of question.
func draftAnswer(q *question, all []*evidence) *draft {
	if len(all) == 0 {
		return &draft{}
	}
	d := &draft{}
	if lists, everybody := companions(q, all); len(lists) > 0 {
		d.accompany(q, lists, everybody)
		return d
	}
	if d.attribute(q, all) {
		return d
	}
	if all = ofAsked(q, ofOwner(q, ownSide(q, all))); len(all) == 0 {
		return d
	}
	all = inSequence(q, all)
	d.choose(q, all)
	if d.differ == nil {
		if direct := posed(q, all); direct != nil {
			return direct
		}
	}
	return d
}

// choose fills the draft from sentences that may answer.
func (d *draft) choose(q *question, all []*evidence) {
	best := prefer(q, all)
	d.byRules(q, all, best)
	if d.differ == nil {
		d.differ = cmp.Or(copied(q, best), excluding(q, best), altered(q, best))
	}
	d.differ = apart(d.differ, namesakes(q, all))
	d.found = d.short != "" || d.differ != nil
	d.judged = best[0]
	if d.differ == nil && !q.isTopic() && spanKinds[q.Kind] && !q.earlier && !d.settled && !q.asksWhatHappened() {
		best = d.takeCandidate(q, best)
	}
	if d.differ == nil && !q.asksHolder() && q.nobodyDid(all, d) {
		d.short, d.span, d.found = "", nil, false
	}
	if e, v, ok := d.givenValue(q, best); ok && d.differ == nil {
		d.differ = toldAlike(q, all, e, v)
		d.resolved = q.resolvedDate(e, v, best)
		d.widen(q, e, v)
	}
	if denial := d.correct(q, all); denial != nil {
		best = []*evidence{denial}
	}
	if q.Kind == retrieval.KindYesNo && !d.found && untold(q, all) || q.unnamed(all) || q.namesRelative(all) || q.isForeign(all[0]) && q.isForeign(best[0]) ||
		d.differ == nil && (d.judged == nil || d.short != "" || !d.found) && q.unreached(all) {
		*d = draft{}
		return
	}
	d.statements = chooseStatements(q, best, d.differ)
	d.itemise(q)
	if d.differ != nil {
		d.short = ""
	}
}

// shortValue is the value that the short answer is, and the sentence that gives it.
func (d *draft) shortValue(q *question, best []*evidence) (*evidence, value.Value, bool) {
	if d.span != nil {
		v, ok := d.span.value()
		return d.span.from, v, ok
	}
	for _, v := range best[0].typedValues(q) {
		if v.Of(best[0].passage().Text) == d.short {
			return best[0], v, true
		}
	}
	return nil, value.Value{}, false
}

// givenValue is the value that the short answer is, if it is one on which articles can
// differ; else the first such that the best sentences give.
func (d *draft) givenValue(q *question, best []*evidence) (*evidence, value.Value, bool) {
	if e, v, ok := d.shortValue(q, best); ok && e.setsOne(q, v) {
		return e, v, true
	}
	for _, e := range best[:min(len(best), maxStatements)] {
		for _, v := range e.typedValues(q) {
			if v.Kind != value.Clock && e.setsOne(q, v) && e.counts(q, v) {
				return e, v, true
			}
		}
	}
	return nil, value.Value{}, false
}

// byRules finds the short answer and the disagreement by the kind of question.
func (d *draft) byRules(q *question, all, best []*evidence) {
	switch q.Kind {
	case retrieval.KindYesNo:
		d.decide(q, all, best)
	case retrieval.KindList:
		d.differ = listsDiffer(q, best)
		d.short = listed(q, best)
	case retrieval.KindWhoIs:
		d.short = role(q, best)
	case retrieval.KindQuotation:
		var from *evidence
		d.short, from = quotedFor(q, best)
		moveFirst(best, from)
	default:
		d.differ = disagreement(q, best)
		if q.Kind == retrieval.KindPerson && q.asksForMany() {
			d.short = listed(q, best)
		}
		if q.asksHolder() {
			d.short = holder(q, best)
		} else if short, from := q.ownValue(best); short != "" && d.differ == nil {
			d.short, d.settled, d.judged = short, true, from
			moveFirst(best, from)
		} else if d.short == "" {
			d.short = shortAnswer(q, best)
		}
	}
}

// decide answers a yes/no question: with a value, with one of two that it puts up to
// choose from, or with yes or no.
func (d *draft) decide(q *question, all, best []*evidence) {
	d.short, d.differ = weighValue(q, best)
	switch {
	case d.short != "" || d.differ != nil || q.limit != nil && q.limit.other != nil:
	case q.choice != nil:
		d.short = q.choose(best)
	default:
		d.short = yesOrNo(q, best)
		d.deny(q, all, best)
	}
}

// takeCandidate sets the short answer to the best candidate if it is sure enough,
// and orders the sentences by their candidates. The one with the short answer
// comes first.
func (d *draft) takeCandidate(q *question, best []*evidence) []*evidence {
	all := rankCandidates(q, best, d.short)
	defer release(all)
	ordered := orderByCandidates(best, all)
	switch c, ok := chosenCandidate(q, best, all, d.short); {
	case ok && !q.asksHolder() && q.keepsOrder(c.from):
		d.short, d.span = c.text(), &c
		moveFirst(ordered, c.from)
	case d.short != "" && !q.keepsOrder(d.judged):
		d.short = ""
	case d.short != "":
		moveFirst(ordered, d.judged)
	}
	return ordered
}

// chooseStatements takes the best sentences that say different things, and adds
// to each the sentences of other articles that say the same. The sides of a
// disagreement come first.
func chooseStatements(q *question, best []*evidence, differ *difference) []*statement {
	var chosen []*statement
	if differ != nil {
		chosen = differ.sides(q)
		return chosen[:min(len(chosen), maxStatements)]
	}
	best = telling(best)
	top, about := best[0], matters{q: q, best: best}
	for _, e := range best {
		if e.score < top.score-sameMargin || q.cover(e.context) < keepCover*q.cover(top.context) {
			continue
		}
		if s := saysSame(chosen, e); s != nil {
			s.add(e)
		} else if len(chosen) < maxStatements && e.score >= top.score-keepMargin && about.meet(top, e) {
			chosen = append(chosen, &statement{lead: e})
		}
	}
	for _, s := range chosen {
		s.lead.fit(q)
	}
	return chosen
}

// sides are the statements that a difference sets against each other.
func (d *difference) sides(q *question) []*statement {
	var sides []*statement
	for _, c := range d.claims {
		c.sources[0].fit(q)
		c.sources[0].keep(c.at)
		sides = append(sides, &statement{lead: c.sources[0], also: c.sources[1:]})
	}
	return sides
}
