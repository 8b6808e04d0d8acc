package eval

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// WriteMarkdown writes the figures as a section for people: overall with
// intervals and cases, by type, and what simple methods reach on the same set
// where that is known.
func (r Report) WriteMarkdown(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n%d questions.\n\n", r.title(), r.Overall.Questions)
	b.WriteString("| what | value | 95 % interval | cases |\n|---|---:|---|---:|\n")
	for _, f := range r.Overall.Figures {
		m, _ := metricNamed(f.Name)
		fmt.Fprintf(&b, "| %s | %s | %s | %d |\n", m.Title, f.text(m), f.interval(), f.N)
	}
	if len(r.ByType) > 1 {
		markdownTypes(&b, r.ByType)
	}
	if set := baselineSet(r.Files); set != "" {
		r.markdownBaselines(&b, baselines[set])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// title names the files by their folder and name, which says more than a name
// like questions.jsonl alone.
func (r Report) title() string {
	var names []string
	for _, f := range r.Files {
		dir := filepath.Base(filepath.Dir(f))
		name := strings.TrimSuffix(filepath.Base(f), filepath.Ext(f))
		if dir != "." && dir != string(filepath.Separator) {
			name = dir + "/" + name
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return "Questions"
	}
	return strings.Join(names, ", ")
}

func markdownTypes(b *strings.Builder, types []TypeSummary) {
	columns := usedColumns(types)
	b.WriteString("\n| type | questions |")
	for _, c := range columns {
		fmt.Fprintf(b, " %s |", typeColumns[c].head)
	}
	b.WriteString("\n|---|---:|" + strings.Repeat("---:|", len(columns)) + "\n")
	for _, t := range types {
		fmt.Fprintf(b, "| %s | %d |", markdownCell(t.Type), t.Questions)
		for _, c := range columns {
			fmt.Fprintf(b, " %s |", t.cell(typeColumns[c].metric))
		}
		b.WriteString("\n")
	}
}

// markdownBaselines sets simple methods beside this run, in the columns that
// any of them fills.
func (r Report) markdownBaselines(b *strings.Builder, rows []baseline) {
	var columns []Metric
	for _, m := range metrics {
		for _, row := range rows {
			if row.figures[m.Name] != "" {
				columns = append(columns, m)
				break
			}
		}
	}
	b.WriteString("\n| method |")
	for _, m := range columns {
		fmt.Fprintf(b, " %s |", m.Title)
	}
	b.WriteString("\n|---|" + strings.Repeat("---:|", len(columns)) + "\n| **Sherpa** |")
	for _, m := range columns {
		fmt.Fprintf(b, " **%s** |", r.Overall.cell(m.Name))
	}
	for _, row := range rows {
		fmt.Fprintf(b, "\n| %s |", row.method)
		for _, m := range columns {
			fmt.Fprintf(b, " %s |", row.figures[m.Name])
		}
	}
	b.WriteString("\n")
}

// markdownCell keeps a foreign name from breaking the table.
func markdownCell(s string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;").Replace(s)
}
