package disagreement

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/value"
)

// WeighValue answers a yes/no question about a value from the values that the
// articles give.
func WeighValue(q *question.Question, best []*evidence.Evidence) (string, *Difference) {
	if q.Limit == nil {
		return "", nil
	}
	if q.Limit.Side == 0 {
		if d := InValues(q, best); d != nil && d.isOn(q.Limit, reportedValues(q, best)) {
			return "", d
		}
	}
	var first *reported
	verdict := false
	for _, r := range reportedValues(q, best) {
		if !value.Comparable(q.Limit.Value, r.value) || onlyConceives(r.from, q, r.value) {
			continue
		}
		yes, known := q.Limit.Tells(r.value)
		switch {
		case !known:
		case first == nil:
			first, verdict = &r, yes
		case yes != verdict && q.Limit.Side != 0:
			return "", InValues(q, best)
		}
	}
	if first == nil {
		return "", nil
	}
	evidence.MoveFirst(best, first.from)
	if q.Limit.Other != nil {
		return chosen(q.Limit, first), nil
	}
	if verdict != q.Has(lexicon.NotCues) {
		return "Yes", nil
	}
	return "No", nil
}

// isOn reports whether a side of the difference can be held against a value: whether it was on a
// Friday or a Saturday does not tell if it was in May.
func (d *Difference) isOn(l *question.Limit, told []reported) bool {
	return slices.ContainsFunc(told, func(r reported) bool {
		return value.Comparable(l.Value, r.value) && slices.ContainsFunc(d.Claims, func(c Claim) bool { return c.Value == r.text })
	})
}

// chosen is the reported value if it is one of the two to choose from.
func chosen(l *question.Limit, r *reported) string {
	if value.Agree(l.Value, r.value) || value.Agree(*l.Other, r.value) {
		return r.text
	}
	return ""
}
