package draft

import (
	"cmp"

	"sherpa/answer/candidate"
	"sherpa/answer/disagreement"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/answer/short"
	"sherpa/answer/yesno"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Draft is an answer before its citations are numbered.
type Draft struct {
	Short string
	// Resolved is the date that the short answer means, where it leans on the day of
	// writing; or "".
	Resolved   string
	Statements []*Statement
	Differ     *disagreement.Difference
	// More are further differences, where it is asked what articles disagree on.
	More []*disagreement.Difference
	// Found says that the rules found what the kind of question asks for.
	Found bool
	// Judged is the sentence that the rules put first, by which the gate judges.
	Judged *evidence.Evidence
	// Span is the candidate that the short answer is, or nil.
	Span *candidate.Candidate
	// elsewhere says that no sentence tells of anything in the place of the question.
	elsewhere bool
	// settled says that the short answer stands as the rules found it.
	settled bool
}

// Statement is a sentence with the sentences of other articles that say the
// same.
type Statement struct {
	Lead *evidence.Evidence
	Also []*evidence.Evidence
}

// New chooses what to say, by the kind of question.
func New(q *question.Question, all []*evidence.Evidence) *Draft {
	if len(all) == 0 {
		return &Draft{}
	}
	d := &Draft{}
	if lists, everybody := companions(q, all); len(lists) > 0 {
		d.accompany(q, lists, everybody)
		return d
	}
	if d.attribute(q, all) {
		return d
	}
	if all = evidence.OfAsked(q, short.DropOtherOwners(q, ownSide(q, all))); len(all) == 0 {
		return d
	}
	all = short.KeepSequence(q, all)
	d.choose(q, all)
	if d.Differ == nil {
		if direct := posed(q, all); direct != nil {
			return direct
		}
	}
	return d
}

// choose fills the draft from sentences that may answer.
func (d *Draft) choose(q *question.Question, all []*evidence.Evidence) {
	best := short.PreferKind(q, all)
	if q.Kind == retrieval.KindQuotation {
		best = short.PreferCircumstance(q, best)
	}
	d.byRules(q, all, best)
	if d.Differ == nil {
		d.Differ = differWithoutValues(q, best)
	}
	d.Differ = apart(d.Differ, namesakes(q, all))
	d.Found = d.Short != "" || d.Differ != nil
	d.Judged = best[0]
	d.elsewhere = isElsewhere(q, all)
	if d.Differ == nil && !q.IsTopic() && candidate.SpanKinds[q.Kind] && !q.Earlier && !d.settled && !q.AsksWhatHappened() {
		best = d.takeCandidate(q, best)
	}
	if d.Differ == nil && !short.AsksHolder(q) && NobodyDid(q, all, d) {
		d.Short, d.Span, d.Found = "", nil, false
	}
	if e, v, ok := d.givenValue(q, best); ok && d.Differ == nil {
		d.Differ = disagreement.ToldAlike(q, all, e, v)
		d.Resolved = short.ResolvedDate(q, e, v, best)
		d.widen(q, e, v)
	}
	if denial := d.correct(q, all); denial != nil {
		best = []*evidence.Evidence{denial}
	}
	if q.Kind == retrieval.KindYesNo && !d.Found && yesno.Untold(q, all) || short.Unnamed(q, all) || short.Undefined(q, all) || namesRelative(q, all) || evidence.IsForeign(q, all[0]) && evidence.IsForeign(q, best[0]) ||
		d.Differ == nil && (d.Judged == nil || d.Short != "" || !d.Found) && evidence.Unreached(q, all) {
		*d = Draft{}
		return
	}
	if !d.Found && (q.Kind == retrieval.KindOther || q.AsksWhatHappened()) {
		best = short.PreferCircumstance(q, best)
	}
	d.Statements = ChooseStatements(q, best, d.Differ)
	d.itemise(q)
	if d.Differ != nil {
		d.Short = ""
	}
}

// differWithoutValues is the disagreement of articles that give no value for what is asked. Where
// it is asked whether something is so, who tells it is no difference if they deny each other.
func differWithoutValues(q *question.Question, best []*evidence.Evidence) *disagreement.Difference {
	if q.Kind == retrieval.KindYesNo {
		return cmp.Or(disagreement.Excluding(q, best), disagreement.Copied(q, best), disagreement.Altered(q, best))
	}
	return cmp.Or(disagreement.Copied(q, best), disagreement.Excluding(q, best), disagreement.Altered(q, best))
}

// shortValue is the value that the short answer is, and the sentence that gives it.
func (d *Draft) shortValue(q *question.Question, best []*evidence.Evidence) (*evidence.Evidence, value.Value, bool) {
	if d.Span != nil {
		v, ok := d.Span.Value()
		return d.Span.From, v, ok
	}
	for _, v := range best[0].TypedValues(q) {
		if v.Of(best[0].Passage().Text) == d.Short {
			return best[0], v, true
		}
	}
	return nil, value.Value{}, false
}

// givenValue is the value that the short answer is, if it is one on which articles can
// differ; else the first such that the best sentences give.
func (d *Draft) givenValue(q *question.Question, best []*evidence.Evidence) (*evidence.Evidence, value.Value, bool) {
	if e, v, ok := d.shortValue(q, best); ok && disagreement.SetsOne(e, q, v) {
		return e, v, true
	}
	for _, e := range best[:min(len(best), short.MaxStatements)] {
		for _, v := range e.TypedValues(q) {
			if v.Kind != value.Clock && disagreement.SetsOne(e, q, v) && e.Counts(q, v) {
				return e, v, true
			}
		}
	}
	return nil, value.Value{}, false
}

// byRules finds the short answer and the disagreement by the kind of question.
func (d *Draft) byRules(q *question.Question, all, best []*evidence.Evidence) {
	switch q.Kind {
	case retrieval.KindYesNo:
		d.decide(q, all, best)
	case retrieval.KindList:
		d.Differ = disagreement.ListsDiffer(q, best)
		d.Short = short.List(q, best)
	case retrieval.KindWhoIs:
		d.Short = short.Role(q, best)
	case retrieval.KindQuotation:
		var from *evidence.Evidence
		d.Short, from = short.Quotation(q, best)
		evidence.MoveFirst(best, from)
	default:
		d.Differ = disagreement.InValues(q, best)
		if q.Kind == retrieval.KindPerson && q.AsksForMany() {
			d.Short = short.List(q, best)
		}
		if short.AsksHolder(q) {
			d.Short = short.Holder(q, best)
		} else if own, from := ownedOrDone(q, best); own != "" && d.Differ == nil {
			d.Short, d.settled, d.Judged = own, true, from
			evidence.MoveFirst(best, from)
		} else if d.Short == "" {
			d.Short = short.Answer(q, best)
		}
	}
}

// ownedOrDone is what a question asks for as somebody's, or who did it, where a sentence says just that.
func ownedOrDone(q *question.Question, best []*evidence.Evidence) (string, *evidence.Evidence) {
	if own, from := short.Owned(q, best); own != "" {
		return own, from
	}
	return short.Doer(q, best)
}

// decide answers a yes/no question: with a value, with one of two that it puts up to
// choose from, or with yes or no.
func (d *Draft) decide(q *question.Question, all, best []*evidence.Evidence) {
	d.Short, d.Differ = disagreement.WeighValue(q, best)
	switch {
	case d.Short != "" || d.Differ != nil || q.Limit != nil && q.Limit.Other != nil:
	case q.Choice != nil:
		d.Short = yesno.Choose(q, best)
	default:
		d.Short = yesno.Answer(q, best)
		d.deny(q, all, best)
	}
}

// takeCandidate sets the short answer to the best candidate if it is sure enough,
// and orders the sentences by their candidates. The one with the short answer
// comes first.
func (d *Draft) takeCandidate(q *question.Question, best []*evidence.Evidence) []*evidence.Evidence {
	all := candidate.Rank(q, best, d.Short)
	defer candidate.Recycle(all)
	ordered := candidate.OrderSentences(best, all)
	switch c, ok := candidate.Choose(q, best, all, d.Short); {
	case ok && !short.AsksHolder(q) && short.KeepsOrder(q, c.From):
		d.Short, d.Span = c.Text(), &c
		evidence.MoveFirst(ordered, c.From)
	case d.Short != "" && !short.KeepsOrder(q, d.Judged):
		d.Short = ""
	case d.Short != "":
		evidence.MoveFirst(ordered, d.Judged)
	}
	return ordered
}

// ChooseStatements takes the best sentences that say different things, and adds
// to each the sentences of other articles that say the same. The sides of a
// disagreement come first.
func ChooseStatements(q *question.Question, best []*evidence.Evidence, differ *disagreement.Difference) []*Statement {
	var chosen []*Statement
	if differ != nil {
		chosen = sides(differ, q)
		return chosen[:min(len(chosen), short.MaxStatements)]
	}
	best = telling(best)
	top, about := best[0], disagreement.Matters{Q: q, Best: best}
	for _, e := range best {
		if e.Score < top.Score-short.SameMargin || q.Cover(e.Context) < short.KeepCover*q.Cover(top.Context) {
			continue
		}
		if toldIn(chosen, e) {
			continue
		}
		if len(chosen) < short.MaxStatements && e.Score >= top.Score-short.KeepMargin && about.Meet(top, e) {
			chosen = append(chosen, &Statement{Lead: e})
		}
	}
	for _, s := range chosen {
		FitQuote(s.Lead, q)
	}
	return chosen
}

// sides are the statements that a difference sets against each other.
func sides(d *disagreement.Difference, q *question.Question) []*Statement {
	var sides []*Statement
	for _, c := range d.Claims {
		FitQuote(c.Sources[0], q)
		keep(c.Sources[0], c.At)
		sides = append(sides, &Statement{Lead: c.Sources[0], Also: c.Sources[1:]})
	}
	return sides
}

// deny answers a yes/no question, unless with yes, by the sentence that denies
// what it asks for.
func (d *Draft) deny(q *question.Question, all, best []*evidence.Evidence) {
	if _, said := q.SaidThings(); said || d.Short == "Yes" || q.Has(question.Modals) || q.AsksAhead() || q.Limit != nil && q.Limit.Kind == value.Duration {
		return // who was not on strike does not tell how long it lasted
	}
	deed := q.ReadDeed()
	if deed.Bare {
		return
	}
	if denial := evidence.DeniedEvent(q, all); denial != nil && deed.Predicate < 0 && deniesDeed(denial, q, yesno.OfNobody(denial, q, &deed)) {
		d.Short = "No"
		evidence.MoveFirst(best, denial)
	}
}

// deniesDeed reports whether a sentence that denies something denies what is asked, and of
// those of whom it is asked.
func deniesDeed(denial *evidence.Evidence, q *question.Question, deed *question.AskedDeed) bool {
	if there := q.ThereTerm(); there >= 0 && denial.Matched[there] == 0 || !denial.SpeaksOfMatter(deed) || yesno.DeniesOther(denial, q, deed, denial.Words()) {
		return false
	}
	return !denial.LacksDoer(deed) && !denial.IsOnOthers(deed) && !denial.LacksObject(q, deed) && yesno.BearsNo(denial, q, deed, denial.Words())
}
