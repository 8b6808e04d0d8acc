package eval

import (
	"fmt"
	"math"
	"slices"
)

// Figure is one metric over a set of questions.
type Figure struct {
	Name  string
	Value float64
	// N is the number of cases that Value is a share or a mean of.
	N int
	// Low and High bound the 95 % interval, where there is one: Wilson's for
	// shares, a bootstrap's for means. Both are 0 where there is none.
	Low, High float64
}

// Metric describes a figure: its name in JSON and for floors, and its title in
// tables.
type Metric struct {
	Name, Title string
	// LowerIsBetter turns a floor into a limit.
	LowerIsBetter bool
	// Unit is "ms" for latencies, and empty for shares and means in [0, 1].
	Unit string

	of func(metric string, outcomes []Outcome) (Figure, bool)
}

// Metrics lists every metric in the order of reports.
func Metrics() []Metric { return slices.Clone(metrics) }

var metrics = []Metric{
	{Name: "right", Title: "answered right", of: share},
	{Name: "followups", Title: "follow-ups right", of: share},
	{Name: "gold_source", Title: "a gold source cited", of: share},
	{Name: "answered", Title: "answerable questions answered", of: share},
	{Name: "top1", Title: "answer in the first statement", of: share},
	{Name: "top3", Title: "answer in one of three statements", of: share},
	{Name: "must1", Title: "all that must be said in the first", of: share},
	{Name: "em", Title: "short answer, exact match", of: share},
	{Name: "f1", Title: "short answer, F1", of: average},
	{Name: "short_shown", Title: "short answer shown", of: share},
	{Name: "short_right", Title: "short answers shown that are right", of: share},
	{Name: "verdict_shown", Title: "yes or no said", of: share},
	{Name: "verdict_right", Title: "yes or no that is right", of: share},
	{Name: "outright_right", Title: "outright answers that are right", of: share},
	{Name: "owned_up", Title: "not told: refused or marked as near", of: share},
	{Name: "misled", Title: "short answers to what is not told", LowerIsBetter: true, of: share},
	{Name: "r1", Title: "Recall@1", of: share},
	{Name: "r5", Title: "Recall@5", of: share},
	{Name: "r10", Title: "Recall@10", of: share},
	{Name: "r20", Title: "Recall@20", of: share},
	{Name: "mrr10", Title: "MRR@10", of: average},
	{Name: "evidence_r10", Title: "evidence recall@10", of: average},
	{Name: "all_evidence10", Title: "all evidence in the first 10", of: share},
	{Name: "abstain_precision", Title: "abstention precision", of: share},
	{Name: "abstain_recall", Title: "abstention recall", of: share},
	{Name: "abstain_f1", Title: "abstention F1", of: abstainF1},
	{Name: "auc", Title: "AUC of confidence", of: confidenceAUC},
	{Name: "calibration_error", Title: "calibration error", LowerIsBetter: true, of: calibrationError},
	{Name: "citation_precision", Title: "citation precision", of: share},
	{Name: "citation_recall", Title: "citation recall", of: average},
	{Name: "verbatim", Title: "quotes verbatim", of: share},
	{Name: "cited", Title: "statements cited", of: share},
	{Name: "disagreement_recall", Title: "disagreements shown", of: share},
	{Name: "false_alarms", Title: "false disagreements", LowerIsBetter: true, of: share},
	{Name: "balanced_accuracy", Title: "disagreement, balanced accuracy", of: balancedAccuracy},
	{Name: "p50_ms", Title: "latency p50", LowerIsBetter: true, Unit: "ms", of: latency(engineMS, 50)},
	{Name: "p95_ms", Title: "latency p95", LowerIsBetter: true, Unit: "ms", of: latency(engineMS, 95)},
	{Name: "p99_ms", Title: "latency p99", LowerIsBetter: true, Unit: "ms", of: latency(engineMS, 99)},
	{Name: "wall_p50_ms", Title: "waited p50", LowerIsBetter: true, Unit: "ms", of: latency(wallMS, 50)},
	{Name: "wall_p95_ms", Title: "waited p95", LowerIsBetter: true, Unit: "ms", of: latency(wallMS, 95)},
	{Name: "wall_p99_ms", Title: "waited p99", LowerIsBetter: true, Unit: "ms", of: latency(wallMS, 99)},
}

// share is hits out of cases over all questions, with Wilson's interval.
func share(metric string, outcomes []Outcome) (Figure, bool) {
	sum, of := 0.0, 0
	for _, o := range outcomes {
		m := o.marks[metric]
		sum += m.sum
		of += m.of
	}
	if of == 0 {
		return Figure{}, false
	}
	low, high := wilson(int(sum), of)
	return Figure{Value: sum / float64(of), N: of, Low: low, High: high}, true
}

// average is the mean over the questions, with a bootstrap's interval.
func average(metric string, outcomes []Outcome) (Figure, bool) {
	var values []float64
	for _, o := range outcomes {
		if m, ok := o.marks[metric]; ok {
			values = append(values, m.sum)
		}
	}
	if len(values) == 0 {
		return Figure{}, false
	}
	low, high := bootstrap(values)
	return Figure{Value: mean(values), N: len(values), Low: low, High: high}, true
}

func abstainF1(_ string, outcomes []Outcome) (Figure, bool) {
	precision, abstained := share("abstain_precision", outcomes)
	recall, ok := share("abstain_recall", outcomes)
	if !ok {
		return Figure{}, false
	}
	if !abstained {
		return Figure{N: recall.N}, true
	}
	return Figure{Value: harmonic(precision.Value, recall.Value), N: recall.N}, true
}

// confidenceAUC says how well confidence tells answerable questions from
// others, whatever the threshold. Confidence compares within one store only,
// so questions with a store of their own are left out, and so are those of which
// a refusal is as right as an answer.
func confidenceAUC(_ string, outcomes []Outcome) (Figure, bool) {
	var answerable, unanswerable []float64
	for _, o := range outcomes {
		switch {
		case len(o.Question.Docs) > 0 || o.Question.MayRefuse:
		case o.Question.IsAnswerable():
			answerable = append(answerable, o.Answer.Confidence)
		default:
			unanswerable = append(unanswerable, o.Answer.Confidence)
		}
	}
	area, ok := auc(answerable, unanswerable)
	if !ok {
		return Figure{}, false
	}
	low, high := aucInterval(area, len(answerable), len(unanswerable))
	return Figure{Value: area, N: len(answerable) + len(unanswerable), Low: low, High: high}, true
}

// balancedAccuracy is the mean of the share of disagreements shown and the
// share of agreements left alone, which a one-sided set cannot flatter. Its
// interval is composed of theirs (Newcombe 1998, method 10, for a sum).
func balancedAccuracy(_ string, outcomes []Outcome) (Figure, bool) {
	recall, some := share("disagreement_recall", outcomes)
	alarms, none := share("false_alarms", outcomes)
	if !some || !none {
		return Figure{}, false
	}
	value := (recall.Value + 1 - alarms.Value) / 2
	return Figure{
		Value: value, N: recall.N + alarms.N,
		Low:  value - math.Hypot(recall.Value-recall.Low, alarms.High-alarms.Value)/2,
		High: value + math.Hypot(recall.High-recall.Value, alarms.Value-alarms.Low)/2,
	}, true
}

func engineMS(o Outcome) float64 { return o.Answer.Timing.Total }
func wallMS(o Outcome) float64   { return o.WallMS }

// latency is a percentile of the milliseconds that of gives.
func latency(of func(Outcome) float64, p float64) func(string, []Outcome) (Figure, bool) {
	return func(_ string, outcomes []Outcome) (Figure, bool) {
		var values []float64
		for _, o := range outcomes {
			values = append(values, of(o))
		}
		slices.Sort(values)
		return Figure{Value: percentile(values, p), N: len(values)}, len(values) > 0
	}
}

// Summary holds the figures of a set of questions. Metrics that have no case
// in the set are left out.
type Summary struct {
	Questions int
	Figures   []Figure
}

func summarise(outcomes []Outcome) Summary {
	s := Summary{Questions: len(outcomes)}
	for _, m := range metrics {
		if f, ok := m.of(m.Name, outcomes); ok {
			f.Name = m.Name
			s.Figures = append(s.Figures, f)
		}
	}
	return s
}

// Figure returns the figure of that name.
func (s Summary) Figure(name string) (Figure, bool) {
	for _, f := range s.Figures {
		if f.Name == name {
			return f, true
		}
	}
	return Figure{}, false
}

// MetricNamed finds a metric by its name.
func MetricNamed(name string) (Metric, error) {
	for _, m := range metrics {
		if m.Name == name {
			return m, nil
		}
	}
	return Metric{}, fmt.Errorf("%w: %q", ErrUnknownMetric, name)
}
