package quality

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"sherpa/internal/eval"
)

// tableFigures are the columns of the table for a terminal.
var tableFigures = []struct{ name, head string }{
	{"right", "right"},
	{"r1", "R@1"},
	{"mrr10", "MRR@10"},
	{"top1", "first"},
	{"top3", "of 3"},
	{"f1", "F1"},
	{"auc", "AUC"},
	{"abstain_recall", "refused"},
	{"disagreement_recall", "disagr."},
	{"false_alarms", "false"},
	{"p50_ms", "p50 ms"},
}

// WriteTable writes the most telling figures of each set for a terminal, and
// which goals are missed.
func (s Survey) WriteTable(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-16s %6s", "", "n")
	for _, c := range tableFigures {
		fmt.Fprintf(&b, " %7s", c.head)
	}
	b.WriteString("\n")
	for _, r := range s.Results {
		fmt.Fprintf(&b, "%-16.16s %6d", r.Set.Name, r.Report.Overall.Questions)
		for _, c := range tableFigures {
			if v, ok := r.Report.Metric(c.name); ok {
				fmt.Fprintf(&b, " %7.3f", v)
			} else {
				fmt.Fprintf(&b, " %7s", "-")
			}
		}
		b.WriteString("\n")
	}
	s.writeMissed(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

func (s Survey) writeMissed(b *strings.Builder) {
	b.WriteString("\n")
	s.eachGoal(func(r Result, m eval.Metric, f eval.Figure, goal float64) {
		if v := verdict(m, f, goal); v != reached {
			fmt.Fprintf(b, "%-16.16s %-34s %10s, goal %s: %s\n", r.Set.Name, m.Title, f.Text(), goalText(m, goal), v)
		}
	})
	if len(s.Absent) > 0 {
		fmt.Fprintf(b, "not in this run: %s\n", strings.Join(s.Absent, ", "))
	}
}

// eachGoal visits the figures for which there is a goal.
func (s Survey) eachGoal(visit func(r Result, m eval.Metric, f eval.Figure, goal float64)) {
	for _, r := range s.Results {
		for _, f := range r.Report.Overall.Figures {
			if goal, ok := r.Set.Goals[f.Name]; ok {
				m, _ := eval.MetricNamed(f.Name)
				visit(r, m, f, goal)
			}
		}
	}
}

// MarshalJSON writes the sets in order, each with its name, its report and that
// of the simple method.
func (s Survey) MarshalJSON() ([]byte, error) {
	type set struct {
		Name   string       `json:"name"`
		Report eval.Report  `json:"report"`
		Plain  *eval.Report `json:"plain,omitempty"`
	}
	out := struct {
		Sets   []set    `json:"sets"`
		Absent []string `json:"absent"`
	}{Sets: []set{}, Absent: append([]string{}, s.Absent...)}
	for i := range s.Results {
		r := &s.Results[i]
		entry := set{Name: r.Set.Name, Report: r.Report}
		if len(r.Plain.Outcomes) > 0 {
			entry.Plain = &r.Plain
		}
		out.Sets = append(out.Sets, entry)
	}
	return json.Marshal(out)
}
