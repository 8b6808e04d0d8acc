package quality

import (
	"cmp"
	"slices"

	"sherpa/internal/eval"
)

// Error is one of the worst errors, with what happened in words.
type Error struct {
	Set     Set
	Class   Class
	Outcome eval.Outcome
	Words   []string
}

// candidate is an error that may be shown.
type candidate struct {
	set     int
	class   Class
	outcome *eval.Outcome
}

// worst chooses n errors. The sets take turns, and each gives its worst error of
// the class that was shown least until then, so that neither a large set nor a
// frequent class fills the list. Sets that are blind give none.
func worst(results []Result, n int) []candidate {
	left := make([][classes][]candidate, len(results))
	for i := range results {
		if !results[i].Set.Blind {
			left[i] = errorsOf(i, results[i].Report)
		}
	}
	var chosen []candidate
	var shown [classes]int
	for some := true; some && len(chosen) < n; {
		some = false
		for i := range left {
			c, ok := leastShown(&left[i], &shown)
			if !ok || len(chosen) == n {
				continue
			}
			some = true
			shown[c]++
			chosen = append(chosen, left[i][c][0])
			left[i][c] = left[i][c][1:]
		}
	}
	slices.SortStableFunc(chosen, func(a, b candidate) int { return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(a.set, b.set)) })
	return chosen
}

// errorsOf are a set's errors by class, the worst first.
func errorsOf(set int, r eval.Report) [classes][]candidate {
	var of [classes][]candidate
	for i := range r.Outcomes {
		o := &r.Outcomes[i]
		if c := classify(o); c != NoFault && c != Late {
			of[c] = append(of[c], candidate{set, c, o})
		}
	}
	for c := range of {
		slices.SortStableFunc(of[c], func(a, b candidate) int { return cmp.Compare(harm(b), harm(a)) })
	}
	return of
}

// harm orders the errors of one class: what was shown with more confidence is
// worse, and a refusal is the worse the better the passage was found and the
// surer it was refused.
func harm(c candidate) float64 {
	switch c.class {
	case Refused:
		return 1/float64(max(c.outcome.Rank, 1)) - c.outcome.Answer.Confidence
	case RefusedLost:
		return -c.outcome.Answer.Confidence
	}
	return c.outcome.Answer.Confidence
}

// leastShown is the class that was shown least of those that are left.
func leastShown(left *[classes][]candidate, shown *[classes]int) (least Class, ok bool) {
	for c := range classes {
		if len(left[c]) > 0 && (!ok || shown[c] < shown[least]) {
			least, ok = c, true
		}
	}
	return least, ok
}
