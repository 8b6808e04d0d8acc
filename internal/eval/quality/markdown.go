package quality

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"sherpa/internal/eval"
	"sherpa/internal/text"
)

const preamble = `# Measured quality

What Sherpa reaches offline, with no language model. This page is written by ` + "`make quality`" + `; do not edit it. How to measure one's own articles, what was
tried and what is known to be weak stands in [quality-notes.md](quality-notes.md).

An interval is of 95 %: Wilson's for shares, a bootstrap's for means, Hanley and McNeil's for AUC, Newcombe's for balanced accuracy. "Plain" is the simple method,
measured in the same run over the same articles: FTS5's BM25 over any of the question's words, and of its first five passages the sentences that hold the largest
share of the question's IDF. It answers everything, with that share as its confidence. Times are of this run, on a machine that did other work too.

`

// WriteMarkdown writes the report.
func (s Survey) WriteMarkdown(w io.Writer) error {
	var b strings.Builder
	b.WriteString(preamble)
	s.writeGoals(&b)
	s.writeHonesty(&b)
	for _, r := range s.Results {
		r.write(&b)
	}
	s.writeSpeed(&b)
	s.writeClasses(&b)
	s.writeWorst(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

func (s Survey) writeGoals(b *strings.Builder) {
	b.WriteString("## Goals\n\n| set | what | figure | interval | goal | | plain |\n|---|---|---:|---|---:|---|---:|\n")
	s.eachGoal(func(r Result, m eval.Metric, f eval.Figure, goal float64) {
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s | %s |\n",
			r.Set.Name, m.Title, f.Text(), f.Interval(), goalText(m, goal), verdict(m, f, goal), r.plain(f.Name))
	})
	if len(s.Absent) > 0 {
		fmt.Fprintf(b, "\nNot in this run: %s.\n", strings.Join(s.Absent, ", "))
	}
}

func goalText(m eval.Metric, goal float64) string {
	sign := "≥"
	if m.LowerIsBetter {
		sign = "≤"
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s %s", sign, strings.TrimSuffix(fmt.Sprintf("%.3f", goal), "0"), m.Unit))
}

// reached is the verdict on a figure that meets its goal.
const reached = "reached"

// verdict says whether a figure meets its goal.
func verdict(m eval.Metric, f eval.Figure, goal float64) string {
	short, within := goal-f.Value, f.High >= goal
	if m.LowerIsBetter {
		short, within = -short, f.Low <= goal
	}
	switch {
	case short <= 0:
		return reached
	case f.Low == 0 && f.High == 0 || !within:
		return "missed"
	}
	return "missed, within the interval"
}

// writeHonesty writes what must hold of every answer of every set.
func (s Survey) writeHonesty(b *strings.Builder) {
	b.WriteString("\nOver all sets: ")
	for i, name := range []string{"verbatim", "cited"} {
		right, of := 0.0, 0
		for _, r := range s.Results {
			if f, ok := r.Report.Overall.Figure(name); ok {
				right, of = right+f.Value*float64(f.N), of+f.N
			}
		}
		m, _ := eval.MetricNamed(name)
		fmt.Fprintf(b, "%s%s %.0f of %d", []string{"", "; "}[i], m.Title, right, of)
	}
	b.WriteString(".\n")
}

// leftOut are figures that the report does not show for any set: waiting times
// differ from the engine's only where answers are remembered.
var leftOut = []string{"verbatim", "cited", "p95_ms", "wall_p50_ms", "wall_p95_ms", "wall_p99_ms"}

// blindFigures are those that are shown of a blind set.
var blindFigures = []string{"right", "answered", "abstain_recall", "outright_right", "owned_up", "disagreement_recall", "false_alarms", "auc"}

func (r Result) shows(metric string) bool {
	if r.Set.Blind && !slices.Contains(blindFigures, metric) {
		return false
	}
	return !slices.Contains(leftOut, metric) && !slices.Contains(r.Set.Hidden, metric)
}

func (r Result) write(b *strings.Builder) {
	fmt.Fprintf(b, "\n## %s\n\n", cell(r.Set.Title))
	if r.Set.About != "" {
		fmt.Fprintf(b, "%s\n\n", text.Squeeze(r.Set.About))
	}
	fmt.Fprintf(b, "%d questions.\n\n| what | figure | interval | cases | plain | goal |\n|---|---:|---|---:|---:|---:|\n", r.Report.Overall.Questions)
	for _, f := range r.Report.Overall.Figures {
		if !r.shows(f.Name) {
			continue
		}
		m, _ := eval.MetricNamed(f.Name)
		goal := ""
		if g, ok := r.Set.Goals[f.Name]; ok {
			goal = goalText(m, g)
		}
		fmt.Fprintf(b, "| %s | %s | %s | %d | %s | %s |\n", m.Title, f.Text(), f.Interval(), f.N, r.plain(f.Name), goal)
	}
	for _, c := range r.Checks {
		f := c.Tally.Figure()
		fmt.Fprintf(b, "| %s | %s | %s | %d | | |\n", c.What, f.Text(), f.Interval(), f.N)
	}
	r.writeBaselines(b)
	if !r.Set.Blind {
		r.writeTypes(b)
		r.writeReliability(b)
	}
}

// plainFigures are those that say something of a method that answers everything.
var plainFigures = []string{"top1", "top3", "must1", "r1", "r5", "r10", "r20", "mrr10", "evidence_r10", "all_evidence10", "auc", "p50_ms", "p99_ms"}

// plain is the simple method's figure, or empty.
func (r Result) plain(metric string) string {
	f, ok := r.Plain.Overall.Figure(metric)
	if !ok || !slices.Contains(plainFigures, metric) || r.Set.Blind && metric != "auc" {
		return ""
	}
	return f.Text()
}

// writeBaselines sets other methods beside this run, in the columns that any of
// them fills.
func (r Result) writeBaselines(b *strings.Builder) {
	var columns []eval.Metric
	for _, m := range eval.Metrics() {
		if slices.ContainsFunc(r.Set.Baselines, func(base Baseline) bool { _, ok := base.Figures[m.Name]; return ok }) {
			columns = append(columns, m)
		}
	}
	if len(columns) == 0 {
		return
	}
	head(b, "other methods", columns)
	b.WriteString("| **Sherpa** |")
	for _, m := range columns {
		f, _ := r.Report.Overall.Figure(m.Name)
		fmt.Fprintf(b, " **%s** |", f.Text())
	}
	b.WriteString("\n")
	for _, base := range r.Set.Baselines {
		fmt.Fprintf(b, "| %s |", cell(base.Method))
		for _, m := range columns {
			if v, ok := base.Figures[m.Name]; ok {
				fmt.Fprintf(b, " %s |", eval.Figure{Name: m.Name, Value: v}.Text())
			} else {
				b.WriteString(" |")
			}
		}
		b.WriteString("\n")
	}
}

// head begins a table with one column for each metric.
func head(b *strings.Builder, first string, columns []eval.Metric) {
	fmt.Fprintf(b, "\n| %s |", first)
	for _, m := range columns {
		fmt.Fprintf(b, " %s |", m.Title)
	}
	b.WriteString("\n|---|" + strings.Repeat("---:|", len(columns)) + "\n")
}

// typeFigures are the columns of the table by type, where they apply.
var typeFigures = []string{
	"right", "answered", "abstain_recall", "top1", "top3", "must1", "f1", "short_shown", "short_right", "verdict_shown", "verdict_right", "outright_right", "owned_up", "misled", "r1", "mrr10", "evidence_r10", "all_evidence10",
	"disagreement_recall", "false_alarms",
}

func (r Result) writeTypes(b *strings.Builder) {
	if len(r.Report.ByType) < 2 {
		return
	}
	var columns []eval.Metric
	for _, name := range typeFigures {
		has := func(t eval.TypeSummary) bool { _, ok := t.Figure(name); return ok }
		if m, err := eval.MetricNamed(name); err == nil && r.shows(name) && slices.ContainsFunc(r.Report.ByType, has) {
			columns = append(columns, m)
		}
	}
	head(b, "type (questions)", columns)
	for _, t := range r.Report.ByType {
		fmt.Fprintf(b, "| %s (%d) |", cell(t.Type), t.Questions)
		for _, m := range columns {
			if f, ok := t.Figure(m.Name); ok {
				fmt.Fprintf(b, " %s |", f.Text())
			} else {
				b.WriteString(" |")
			}
		}
		b.WriteString("\n")
	}
}

func (r Result) writeReliability(b *strings.Builder) {
	table := r.Report.Reliability()
	if len(table) == 0 || slices.Contains(r.Set.Hidden, "calibration_error") {
		return
	}
	b.WriteString("\n| confidence | questions | mean | with an answer | answered | dealt with rightly |\n|---|---:|---:|---:|---:|---:|\n")
	for _, bin := range table {
		fmt.Fprintf(b, "| %.1f – %.1f | %d | %.2f | %.2f | %.2f | %.2f |\n",
			bin.From, bin.To, bin.Questions, bin.Confidence, bin.Share(bin.Answerable), bin.Share(bin.Answered), bin.Share(bin.Right))
	}
}

// writeSpeed sets the times of all sets beside the simple method's.
func (s Survey) writeSpeed(b *strings.Builder) {
	b.WriteString("\n## Speed\n\nMilliseconds for a whole answer, in this run.\n\n| set | questions | p50 | p99 | plain p50 | plain p99 |\n|---|---:|---:|---:|---:|---:|\n")
	for _, r := range s.Results {
		fmt.Fprintf(b, "| %s | %d |", r.Set.Name, r.Report.Overall.Questions)
		for _, from := range []eval.Report{r.Report, r.Plain} {
			for _, name := range []string{"p50_ms", "p99_ms"} {
				if v, ok := from.Metric(name); ok {
					fmt.Fprintf(b, " %.2f |", v)
				} else {
					b.WriteString(" |")
				}
			}
		}
		b.WriteString("\n")
	}
}

// cell keeps a foreign name from breaking a table.
func cell(s string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;").Replace(s)
}
