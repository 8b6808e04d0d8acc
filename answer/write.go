package answer

import (
	"strings"

	"sherpa/answer/disagreement"
	"sherpa/answer/draft"
)

// writeDraft numbers the citations, fills in the answer and verifies it.
func writeDraft(d *draft.Draft, a *Answer, b *book) {
	for _, s := range d.Statements {
		st := Statement{Text: s.Lead.Quote(), Quote: true, Citations: []int{b.cite(s.Lead, s.Lead.Span)}}
		for _, e := range s.Also {
			st.Citations = append(st.Citations, b.cite(e, e.Span))
		}
		a.Statements = append(a.Statements, st)
	}
	a.ShortAnswer, a.Resolved = d.Short, d.Resolved
	if d.Differ != nil {
		a.Disagreements = append(a.Disagreements, writeDifference(d.Differ, b))
	}
	for _, more := range d.More {
		a.Disagreements = append(a.Disagreements, writeDifference(more, b))
	}
	a.Citations = b.citations
	a.verify()
	a.Text = a.prose()
}

func writeDifference(d *disagreement.Difference, b *book) Disagreement {
	out := Disagreement{About: d.About, Kind: d.Kind}
	for _, c := range d.Claims {
		cl := Claim{Value: c.Value}
		for _, e := range c.Sources {
			cl.Citations = append(cl.Citations, b.cite(e, e.Span))
		}
		out.Claims = append(out.Claims, cl)
	}
	return out
}

// prose is the answer as one text: the disagreement, which says all that the
// quotations beside it do, or the short answer and the statements, each with its
// citations.
func (a *Answer) prose() string {
	var lines []string
	if len(a.Disagreements) > 0 {
		for _, d := range a.Disagreements {
			lines = append(lines, differText(d))
		}
		if a.Mode != ModeLLM {
			return strings.Join(lines, "\n")
		}
	}
	if a.ShortAnswer != "" && len(a.Statements) > 0 {
		lines = append(lines, a.shown()+" "+marks(a.Statements[0].Citations[:1]))
	}
	for _, s := range a.Statements {
		lines = append(lines, s.Text+" "+marks(s.Citations))
	}
	return strings.Join(lines, "\n")
}

// shown is the short answer with the date that it means.
func (a *Answer) shown() string {
	if a.Resolved == "" {
		return a.ShortAnswer
	}
	return a.ShortAnswer + " (" + a.Resolved + ")"
}

func differText(d Disagreement) string {
	lead := "Sources differ: "
	if d.Kind == draft.KindNamesake {
		lead = "Several things are called " + d.About + ": "
	}
	parts := make([]string, len(d.Claims))
	for i, c := range d.Claims {
		parts[i] = c.Value + " " + marks(c.Citations)
	}
	return lead + strings.Join(parts, "; ") + "."
}
