package eval

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReliability(t *testing.T) {
	t.Parallel()
	outcome := func(line string, answered bool, confidence float64) Outcome {
		a := abstained
		if answered {
			a = said("a: One.")
		}
		return judge(question(t, line), timed(a, 1, confidence), false)
	}
	const fact, none = `{"question":"q","answers":["one"]}`, `{"question":"q","answerable":false}`
	r := newReport(nil, []Outcome{
		outcome(fact, true, 1), outcome(fact, true, 0.9), outcome(`{"question":"q","answers":["two"]}`, true, 0.98),
		outcome(none, false, 0.1), outcome(fact, false, 0.19), outcome(none, true, 0.5),
		outcome(`{"question":"q","docs":[{"id":"d","text":"x"}]}`, true, 0.3),
	})
	want := []Bin{
		{From: 0.1, To: 0.2, Questions: 2, Confidence: 0.145, Answerable: 1, Right: 1},
		{From: 0.5, To: 0.6, Questions: 1, Confidence: 0.5, Answered: 1},
		{From: 0.9, To: 1, Questions: 3, Confidence: 0.96, Answerable: 3, Answered: 3, Right: 2},
	}
	if diff := cmp.Diff(want, r.Reliability()); diff != "" {
		t.Errorf("Reliability (-want +got):\n%s", diff)
	}
	// Of the four answered: |0.5 - 0| of one, and |2.88 - 2| of the other three.
	if got, _ := r.Metric("calibration_error"); round(got) != 0.345 {
		t.Errorf("calibration error %v, want 0.345", got)
	}
}
