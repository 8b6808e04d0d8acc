package answer

import (
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

const (
	// maxStatements is how many statements an answer has at the most.
	maxStatements = 3
	// maxStatement is the length of a statement at the most, in bytes.
	maxStatement = 350
	// maxCitations is how many articles are cited for one statement.
	maxCitations = 5
	// keepMargin is how far below the best sentence's score a further statement
	// may lie. The scores are log odds.
	keepMargin = 5.0
	// keepCover is the share of the best sentence's cover, with its
	// surroundings, that a further statement must have.
	keepCover = 0.45
)

// draft is an answer before its citations are numbered.
type draft struct {
	short      string
	statements []*statement
	differ     *difference
}

// statement is a sentence with the sentences of other articles that say the
// same.
type statement struct {
	lead *evidence
	also []*evidence
}

// difference sets values side by side that cannot all be true.
type difference struct {
	about  string
	claims []claim
}

// claim is one value with the sentences that give it.
type claim struct {
	value   string
	sources []*evidence
}

// draftAnswer chooses what to say, by the kind of question.
func draftAnswer(q *question, all []*evidence) *draft {
	if len(all) == 0 {
		return &draft{}
	}
	d := &draft{}
	best := prefer(q, all)
	switch q.Kind {
	case retrieval.KindYesNo:
		if d.short, d.differ = weighValue(q, best); d.short == "" && d.differ == nil {
			d.short = yesOrNo(q, best)
		}
	case retrieval.KindList:
		d.short = listed(q, best)
	case retrieval.KindWhoIs:
		d.short = role(q, best)
	case retrieval.KindQuotation:
		d.short = quoted(best[0])
	default:
		d.differ = disagreement(q, best)
		d.short = shortAnswer(q, best)
	}
	d.statements = chooseStatements(q, best, d.differ)
	if d.differ != nil {
		d.short = ""
	}
	return d
}

// chooseStatements takes the best sentences that say different things, and adds
// to each the sentences of other articles that say the same. The sides of a
// disagreement come first.
func chooseStatements(q *question, best []*evidence, differ *difference) []*statement {
	var chosen []*statement
	if differ != nil {
		for _, c := range differ.claims {
			c.sources[0].fit(q)
			chosen = append(chosen, &statement{lead: c.sources[0], also: c.sources[1:]})
		}
		return chosen[:min(len(chosen), maxStatements)]
	}
	floor := best[0].score - keepMargin
	for _, e := range best {
		if e.score < floor || q.cover(e.context) < keepCover*q.cover(best[0].context) {
			continue
		}
		if s := saysSame(q, chosen, e); s != nil {
			s.add(e)
		} else if len(chosen) < maxStatements {
			chosen = append(chosen, &statement{lead: e})
		}
	}
	for _, s := range chosen {
		s.lead.fit(q)
	}
	return chosen
}

// add cites a further article for the statement, once.
func (s *statement) add(e *evidence) {
	if e.article() == s.lead.article() || len(s.also)+1 >= maxCitations {
		return
	}
	for _, other := range s.also {
		if other.article() == e.article() {
			return
		}
	}
	s.also = append(s.also, e)
}

// saysSame finds the statement that already says what e says.
func saysSame(q *question, chosen []*statement, e *evidence) *statement {
	for _, s := range chosen {
		if sameFact(q, s.lead, e) {
			return s
		}
	}
	return nil
}

// sameFact reports whether two sentences report the same: they share most of
// the shorter one's words.
func sameFact(q *question, a, b *evidence) bool {
	if a.text() == b.text() {
		return true
	}
	if a.article() == b.article() {
		return false
	}
	return overlap(a.words(), b.words()) >= 0.55
}

// overlap is the share of the shorter text's content words that the other has
// (the overlap coefficient of Szymkiewicz and Simpson).
func overlap(a, b []retrieval.Word) float64 {
	x, y := stems(a), stems(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 4 {
		return 0
	}
	n := 0
	for s := range x {
		if y[s] {
			n++
		}
	}
	return float64(n) / float64(len(x))
}

func stems(words []retrieval.Word) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		if !w.Stop {
			set[w.Stem] = true
		}
	}
	return set
}

// fit cuts the part of the sentence that is quoted to maxStatement, around the
// clauses that match the question.
func (e *evidence) fit(q *question) {
	if e.span.Len() <= maxStatement {
		return
	}
	words := e.words()
	best, bestCover := text.Span{}, -1.0
	for i := range e.clauses {
		for k := i; k < len(e.clauses); k++ {
			span := text.Span{Start: words[e.clauses[i].Start].Start, End: e.clauseEnd(k)}
			if span.Len() > maxStatement {
				break
			}
			cover := q.cover(q.match(words[e.clauses[i].Start:e.clauses[k].End]))
			if cover > bestCover || cover == bestCover && span.Len() > best.Len() {
				best, bestCover = span, cover
			}
		}
	}
	if bestCover < 0 {
		start := e.span.Start
		best = text.Span{Start: start, End: start + len(text.Truncate(e.quote(), maxStatement))}
	}
	e.span = best
}

// clauseEnd is where clause k ends in the passage, with its closing marks.
func (e *evidence) clauseEnd(k int) int {
	if k == len(e.clauses)-1 {
		return e.sentence.End
	}
	return e.words()[e.clauses[k].End-1].End
}

// write numbers the citations, fills in the answer and verifies it.
func (d *draft) write(a *Answer, b *book) {
	for _, s := range d.statements {
		st := Statement{Text: s.lead.quote(), Quote: true, Citations: []int{b.cite(s.lead, s.lead.span)}}
		for _, e := range s.also {
			st.Citations = append(st.Citations, b.cite(e, e.span))
		}
		a.Statements = append(a.Statements, st)
	}
	a.ShortAnswer = d.short
	if d.differ != nil {
		a.Disagreements = append(a.Disagreements, d.differ.write(b))
	}
	a.Citations = b.citations
	a.verify()
	a.Text = a.prose()
}

// prose is the answer as one text: the disagreement, or the short answer and the
// statements, each with its citations.
func (a *Answer) prose() string {
	if len(a.Disagreements) > 0 {
		return differText(a.Disagreements[0])
	}
	var lines []string
	if a.ShortAnswer != "" && len(a.Statements) > 0 {
		lines = append(lines, a.ShortAnswer+" "+marks(a.Statements[0].Citations[:1]))
	}
	for _, s := range a.Statements {
		lines = append(lines, s.Text+" "+marks(s.Citations))
	}
	return strings.Join(lines, "\n")
}

func (d *difference) write(b *book) Disagreement {
	out := Disagreement{About: d.about}
	for _, c := range d.claims {
		cl := Claim{Value: c.value}
		for _, e := range c.sources {
			cl.Citations = append(cl.Citations, b.cite(e, e.span))
		}
		out.Claims = append(out.Claims, cl)
	}
	return out
}

func differText(d Disagreement) string {
	parts := make([]string, len(d.Claims))
	for i, c := range d.Claims {
		parts[i] = c.Value + " " + marks(c.Citations)
	}
	return "Sources differ: " + strings.Join(parts, "; ") + "."
}
