package quality

import (
	"fmt"
	"strings"

	"sherpa/internal/eval"
	"sherpa/internal/text"
)

// writeClasses counts what went wrong, by set.
func (s Survey) writeClasses(b *strings.Builder) {
	b.WriteString("\n## What goes wrong\n\nEach question counts once, under the first that applies.\n\n| |")
	var all [][classes]int
	for _, r := range s.Results {
		if !r.Set.Blind {
			fmt.Fprintf(b, " %s |", r.Set.Name)
			all = append(all, counts(r.Report))
		}
	}
	b.WriteString("\n|---|" + strings.Repeat("---:|", len(all)) + "\n")
	for c := range classes {
		fmt.Fprintf(b, "| %s |", c)
		for _, n := range all {
			fmt.Fprintf(b, " %d |", n[c])
		}
		b.WriteString("\n")
	}
}

// writeWorst explains the worst errors. Of sets that are not the project's own,
// only ids are shown.
func (s Survey) writeWorst(b *strings.Builder) {
	fmt.Fprintf(b, `
## The worst errors

How they were chosen: the sets take turns, and each gives its worst error of the class that was shown least until then. Within a class, an answer given with more
confidence is worse, and a refusal is worse the higher its passage stood in the search and the lower its confidence. Where the set is not the project's own, the
question is named by its id alone. Points are log odds.

`)
	for i, e := range s.Worst {
		fmt.Fprintf(b, "%d. **%s**, %s `%s`", i+1, text.Capital(e.Class.String()), e.Set.Name, e.Outcome.Question.ID)
		if e.Set.Own {
			fmt.Fprintf(b, " %s", e.own())
		}
		fmt.Fprintf(b, ". %s\n", strings.Join(e.Words, " "))
	}
}

// own shows the texts of a question of the project's own.
func (e Error) own() string {
	said := "(“" + quoted(e.Outcome.Question.Text) + "”"
	if first := e.Outcome.First(); first != "" {
		said += ", said first: “" + quoted(first) + "”"
	}
	if want := wanted(e.Outcome.Question); want != "" {
		said += ", wanted: " + want
	}
	return said + ")"
}

// wanted is what a question's file wants to be said.
func wanted(q eval.Question) string {
	var all []string
	for _, a := range q.Answers {
		all = append(all, "“"+quoted(a)+"”")
	}
	if len(all) > 0 {
		return strings.Join(all, " or ")
	}
	for _, group := range q.Must {
		all = append(all, "`"+strings.Join(group, "|")+"`")
	}
	return strings.Join(all, " and ")
}

// longestQuote bounds a text in the report, in bytes.
const longestQuote = 160

func quoted(s string) string { return cell(text.Truncate(text.Squeeze(s), longestQuote)) }
