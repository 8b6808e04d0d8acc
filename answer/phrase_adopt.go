package answer

import (
	"slices"
	"strings"

	"sherpa/answer/draft"
	"sherpa/answer/evidence"
	"sherpa/answer/prompt"
	"sherpa/answer/short"
	"sherpa/internal/text"
)

const (
	// leastKept is the share of a model's statements that must be borne out: of a
	// reply that is mostly wrong the rest is not believed either.
	leastKept = 0.5
	// leastToThePoint is how much of the question, beside what the draft's best
	// sentence has of it, a sentence must have that some statement cites, and
	// pointMargin how far below that one's its score may lie, in log odds: what is
	// true may still be no answer.
	leastToThePoint = 0.5
	pointMargin     = 2.5
	// maxPhrased is how many statements of a model are shown.
	maxPhrased = 6
)

// phrased is a statement of a model that its citations bear out.
type phrased struct {
	text  string
	cited []*passageSpan
}

// adopt puts what the model said, as far as it is borne out, in the place of the
// draft's sentences, unless too little of it is left.
func (p *phrasing) adopt(a *Answer, read prompt.Reply) {
	var kept []phrased
	for _, s := range read.Statements {
		if st, ok := p.verified(s); ok && len(kept) < maxPhrased && !repeats(kept, st.text) {
			kept = append(kept, st)
		}
	}
	said := len(read.Statements) + read.Dropped
	if float64(len(kept)) < leastKept*float64(said) || !p.toThePoint(kept) {
		a.fallBack(a.LLM.Model, ReasonUnverified)
		return
	}
	for i := range kept {
		p.corroborate(&kept[i])
	}
	p.write(a, kept)
	a.Checked = Checked{Statements: said, Supported: len(kept), Withheld: said - len(kept)}
}

// repeats reports whether a statement was kept already. The further one is
// withheld.
func repeats(kept []phrased, s string) bool {
	return slices.ContainsFunc(kept, func(k phrased) bool { return k.text == s })
}

// toThePoint reports whether a statement rests on a sentence that speaks of what
// was asked, and has what the question asks for where the draft's sentences have.
func (p *phrasing) toThePoint(kept []phrased) bool {
	best := p.draft.Judged
	least := leastToThePoint * p.q.Cover(best.Matched)
	found := p.draft.Found
	near := func(e *evidence.Evidence) bool {
		return p.q.Cover(e.Matched) >= least && e.Score >= best.Score-pointMargin && (!found || e.AnswersKind(p.q))
	}
	return slices.ContainsFunc(kept, func(k phrased) bool {
		return slices.ContainsFunc(k.cited, func(c *passageSpan) bool { return slices.ContainsFunc(c.sentences, near) })
	})
}

// write fills in the answer anew, with the model's statements. Sources that differ
// stay set apart as the draft has them.
func (p *phrasing) write(a *Answer, kept []phrased) {
	b := newBook()
	a.Statements = a.Statements[:0:0]
	for _, k := range kept {
		s := Statement{Text: k.text}
		for _, c := range k.cited {
			s.Citations = append(s.Citations, b.cite(c.sentences[0], c.span()))
		}
		s.Quote = a.LLM != nil && s.Text == b.citations[s.Citations[0]-1].Quote
		a.Statements = append(a.Statements, s)
	}
	a.Disagreements = a.Disagreements[:0:0]
	if p.draft.Differ != nil {
		a.Disagreements = append(a.Disagreements, writeDifference(p.draft.Differ, b))
	}
	a.Citations = b.citations
	if !p.restsOnDraft(kept) || !p.keepsShort(a) {
		a.ShortAnswer = ""
	}
	a.checkShort()
	a.Mode, a.Indirect, a.Coverage.Reporting = ModeLLM, false, b.articles()
	a.Text = a.prose()
}

// corroborated is how many of the best sentences are searched for further reports
// of a statement.
const corroborated = 40

// corroborate adds sentences of other articles that say the same as the first one
// cited, and bear the statement out as well: a model cites one and is done.
func (p *phrasing) corroborate(k *phrased) {
	var c *checker
	for _, e := range p.all[:min(len(p.all), corroborated)] {
		if len(k.cited) == short.MaxCitations {
			return
		}
		if k.citesArticle(e.Article()) || !draft.SameFact(k.cited[0].sentences[0], e) {
			continue
		}
		if c == nil {
			c = p.checker(k.text)
		}
		span := &passageSpan{passage: -1, sentences: []*evidence.Evidence{e}}
		if c.bornOut(phrased{text: k.text, cited: []*passageSpan{span}}) {
			k.cited = append(k.cited, span)
		}
	}
}

func (st phrased) citesArticle(id string) bool {
	return slices.ContainsFunc(st.cited, func(c *passageSpan) bool { return c.sentences[0].Article() == id })
}

// keepsShort reports whether the short answer fits the model's statements: it is
// cited as the first of them is, and where that is in another language it has the
// same words.
func (p *phrasing) keepsShort(a *Answer) bool {
	if a.ShortAnswer == "" || verdicts[a.ShortAnswer] {
		return true
	}
	first, words := a.Statements[0], strings.Trim(a.ShortAnswer, "“”")
	foreign := p.language != p.material.language
	return strings.Contains(a.Citations[first.Citations[0]-1].Quote, words) && (!foreign || strings.Contains(first.Text, words))
}

// restsOnDraft reports whether the statements cite the sentence that the short
// answer was taken from.
func (p *phrasing) restsOnDraft(kept []phrased) bool {
	lead := []*evidence.Evidence{p.draft.Statements[0].Lead}
	return slices.ContainsFunc(kept, func(k phrased) bool { return k.citesAny(lead) })
}

// verified is a statement of the model with what it cites, if that bears it out.
func (p *phrasing) verified(s prompt.Said) (phrased, bool) {
	st := phrased{text: text.Squeeze(text.Clean(s.Text)), cited: p.material.spans(s.Cited)}
	if st.text == "" || len(st.text) > maxPhrasedBytes || len(st.cited) == 0 || len(st.cited) > short.MaxCitations || p.mergesSides(st) {
		return st, false
	}
	c := p.checker(st.text)
	if c.bornOut(st) {
		return st, true
	}
	if !c.foreign || !c.lacksNames(st) {
		return st, false
	}
	extendAll(st.cited, p.material)
	return st, c.bornOut(st)
}

// maxPhrasedBytes bounds a statement of a model. Its limit is 350 characters, and
// those of other scripts take more bytes.
const maxPhrasedBytes = 2 * short.MaxStatement

// mergesSides reports whether a statement cites several sides of what the sources
// differ on, and does not give what each of them says.
func (p *phrasing) mergesSides(st phrased) bool {
	if p.draft.Differ == nil {
		return false
	}
	sides, given := 0, 0
	folded := text.Fold(st.text)
	for _, c := range p.draft.Differ.Claims {
		if !st.citesAny(c.Sources) {
			continue
		}
		sides++
		if strings.Contains(folded, text.Fold(c.Value)) {
			given++
		}
	}
	return sides > 1 && given < sides
}

func (st phrased) citesAny(sources []*evidence.Evidence) bool {
	for _, c := range st.cited {
		for _, e := range sources {
			if slices.Contains(c.sentences, e) {
				return true
			}
		}
	}
	return false
}
