package eval

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"sherpa/internal/text"
)

// WriteTable writes the figures for a terminal, at most 100 columns wide:
// overall with intervals, then the most telling ones by type, then what was
// missed.
func (r Report) WriteTable(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d questions\n\n", r.Overall.Questions)
	fmt.Fprintf(&b, "%-34s %10s  %-16s %6s  %s\n", "", "value", "95 % interval", "n", "name")
	for _, f := range r.Overall.Figures {
		m, _ := MetricNamed(f.Name)
		fmt.Fprintf(&b, "%-34s %10s  %-16s %6d  %s\n", m.Title, f.Text(), f.Interval(), f.N, f.Name)
	}
	if len(r.ByType) > 1 {
		writeTypes(&b, r.ByType)
	}
	writeReliability(&b, r.Reliability())
	writeMisses(&b, r.Misses())
	_, err := io.WriteString(w, b.String())
	return err
}

// Text is the value as tables show it.
func (f Figure) Text() string {
	m, _ := MetricNamed(f.Name)
	if m.Unit == "" {
		return fmt.Sprintf("%.3f", f.Value)
	}
	return fmt.Sprintf("%.2f %s", f.Value, m.Unit)
}

// Interval is the 95 % interval as tables show it, empty where there is none.
func (f Figure) Interval() string {
	if f.Low == 0 && f.High == 0 {
		return ""
	}
	return fmt.Sprintf("%.3f to %.3f", f.Low, f.High)
}

// typeColumns are the metrics that the table by type shows where they apply,
// most telling first; maxTypeColumns of them fit beside the type.
var typeColumns = []struct{ metric, head string }{
	{"right", "right"},
	{"top1", "top1"},
	{"top3", "top3"},
	{"f1", "F1"},
	{"r1", "R@1"},
	{"evidence_r10", "ev.@10"},
	{"abstain_recall", "refused"},
	{"disagreement_recall", "disagr."},
	{"false_alarms", "false"},
	{"all_evidence10", "all@10"},
	{"mrr10", "MRR@10"},
	{"gold_source", "source"},
	{"citation_precision", "cit.p"},
	{"p50_ms", "p50 ms"},
}

const maxTypeColumns = 9

func writeTypes(b *strings.Builder, types []TypeSummary) {
	columns := usedColumns(types)
	fmt.Fprintf(b, "\n%-18s %6s", "by type", "n")
	for _, c := range columns {
		fmt.Fprintf(b, " %7s", typeColumns[c].head)
	}
	b.WriteString("\n")
	for _, t := range types {
		fmt.Fprintf(b, "%-18s %6d", shorten(t.Type, 18), t.Questions)
		for _, c := range columns {
			fmt.Fprintf(b, " %7s", t.cell(typeColumns[c].metric))
		}
		b.WriteString("\n")
	}
}

func usedColumns(types []TypeSummary) []int {
	var used []int
	for i, c := range typeColumns {
		has := func(t TypeSummary) bool { _, ok := t.Figure(c.metric); return ok }
		if slices.ContainsFunc(types, has) && len(used) < maxTypeColumns {
			used = append(used, i)
		}
	}
	return used
}

func (s Summary) cell(metric string) string {
	f, ok := s.Figure(metric)
	m, err := MetricNamed(metric)
	switch {
	case !ok || err != nil:
		return "-"
	case m.Unit != "":
		return fmt.Sprintf("%.2f", f.Value)
	}
	return fmt.Sprintf("%.3f", f.Value)
}

// writeReliability writes how often answers of about the same confidence were
// dealt with rightly.
func writeReliability(b *strings.Builder, table []Bin) {
	if len(table) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%-18s %6s %10s %10s %10s %10s\n", "confidence", "n", "mean", "answerable", "answered", "rightly")
	for _, bin := range table {
		fmt.Fprintf(b, "%-18s %6d %10.3f %10.3f %10.3f %10.3f\n", fmt.Sprintf("%.1f to %.1f", bin.From, bin.To),
			bin.Questions, bin.Confidence, bin.Share(bin.Answerable), bin.Share(bin.Answered), bin.Share(bin.Right))
	}
}

// tableMisses bounds the misses in the table; the JSON report has them all.
const tableMisses = 20

func writeMisses(b *strings.Builder, misses []Miss) {
	if len(misses) == 0 {
		return
	}
	fmt.Fprintf(b, "\nnot right: %d\n", len(misses))
	for _, m := range misses[:min(len(misses), tableMisses)] {
		fmt.Fprintf(b, "  %s\n", shorten(cmp.Or(m.ID, m.File)+"  "+m.Question, 98))
		fmt.Fprintf(b, "      %s\n", shorten(strings.Join(m.Why, "; "), 94))
		fmt.Fprintf(b, "      %s\n", shorten(m.found(), 94))
	}
	if rest := len(misses) - tableMisses; rest > 0 {
		fmt.Fprintf(b, "  and %d more, all of them in the JSON report\n", rest)
	}
}

// found says where the evidence of a miss stood, and how sure the answer was.
func (m Miss) found() string {
	said := fmt.Sprintf("confidence %.2f", m.Confidence)
	switch {
	case len(m.Evidence) == 0:
		return said
	case m.Rank == 0:
		said += "; not found"
	default:
		said += fmt.Sprintf("; found at rank %d", m.Rank)
	}
	return said + ": " + m.Evidence[0].Article + ", " + m.Evidence[0].Text
}

// shorten cuts s to n characters on one line.
func shorten(s string, n int) string {
	s = text.Squeeze(s)
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}
