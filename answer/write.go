package answer

import (
	"strings"
)

// write numbers the citations, fills in the answer and verifies it.
func (d *draft) write(a *Answer, b *book) {
	for _, s := range d.statements {
		st := Statement{Text: s.lead.quote(), Quote: true, Citations: []int{b.cite(s.lead, s.lead.span)}}
		for _, e := range s.also {
			st.Citations = append(st.Citations, b.cite(e, e.span))
		}
		a.Statements = append(a.Statements, st)
	}
	a.ShortAnswer, a.Resolved = d.short, d.resolved
	if d.differ != nil {
		a.Disagreements = append(a.Disagreements, d.differ.write(b))
	}
	for _, more := range d.more {
		a.Disagreements = append(a.Disagreements, more.write(b))
	}
	a.Citations = b.citations
	a.verify()
	a.Text = a.prose()
}

func (d *difference) write(b *book) Disagreement {
	out := Disagreement{About: d.about, Kind: d.kind}
	for _, c := range d.claims {
		cl := Claim{Value: c.value}
		for _, e := range c.sources {
			cl.Citations = append(cl.Citations, b.cite(e, e.span))
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
	if d.Kind == kindNamesake {
		lead = "Several things are called " + d.About + ": "
	}
	parts := make([]string, len(d.Claims))
	for i, c := range d.Claims {
		parts[i] = c.Value + " " + marks(c.Citations)
	}
	return lead + strings.Join(parts, "; ") + "."
}
