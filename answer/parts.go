package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"sherpa/answer/conversation"
)

// askMessage answers each question of a message, as if they were asked one after
// the other.
func (e *Engine) askMessage(ctx, model context.Context, qn Question) (Answer, error) {
	list, beyond := conversation.Inquiries(qn.Text)
	if len(list) == 1 {
		return e.askInquiry(ctx, model, qn, list[0])
	}
	parts := make([]Answer, 0, len(list))
	for _, one := range list {
		a, err := e.askInquiry(ctx, model, qn.after(parts), one)
		if err != nil {
			return Answer{}, err
		}
		a.Question, a.UnderstoodAs = one.Text, meantBy(one, a.asked())
		parts = append(parts, a)
	}
	return joinParts(qn.Text, parts, beyond), nil
}

// Meant is what was asked so that it stands alone: as it was understood, each
// question of a message on a line of its own.
func (a *Answer) Meant() string {
	if len(a.Parts) == 0 {
		return a.asked()
	}
	lines := make([]string, len(a.Parts))
	for i := range a.Parts {
		lines[i] = a.Parts[i].asked()
	}
	return strings.Join(lines, "\n")
}

// meantBy is what a part was understood as, where that is not what it says.
func meantBy(q conversation.Inquiry, asked string) string {
	if asked == q.Text {
		return ""
	}
	return asked
}

// after is a question that comes after others of its message.
func (qn Question) after(parts []Answer) Question {
	if len(parts) == 0 {
		return qn
	}
	last := &parts[len(parts)-1]
	qn.History = append(slices.Clip(qn.History), Turn{Question: last.asked(), Answer: *last})
	return qn
}

// askInquiry answers one question of a message. What the message says before it
// counts as a turn of the conversation.
func (e *Engine) askInquiry(ctx, model context.Context, qn Question, one conversation.Inquiry) (Answer, error) {
	message := qn.Text
	a, err := e.askOne(ctx, model, qn.of(one))
	if err != nil {
		return Answer{}, err
	}
	if a.UnderstoodAs == "" && !one.Whole {
		a.UnderstoodAs = one.Text
	}
	a.Question = message
	return a, nil
}

// of is the question that a message asks, with the conversation before it.
func (qn Question) of(one conversation.Inquiry) Question {
	qn.Text = one.Text
	if one.Before != "" {
		qn.History = append(slices.Clip(qn.History), Turn{Question: one.Before, Told: true})
	}
	return qn
}

// joinParts is the answer to a message from those to its questions. Citations are
// numbered over all parts.
func joinParts(message string, parts []Answer, beyond int) Answer {
	a := emptyAnswer(message)
	a.Beyond = beyond
	b := newBook()
	var lines []string
	for i := range parts {
		p := &parts[i]
		b.renumber(p)
		lines = append(lines, p.asked()+"\n"+p.Text)
		a.take(p)
		p.Timing = Timing{} // the whole has it
	}
	a.Text, a.Citations, a.Parts = strings.Join(lines, "\n\n"), b.citations, parts
	a.Coverage.Reporting = len(ByArticle(b.citations))
	if a.Answered {
		a.Closest = []Closest{}
	}
	return a
}

// take adds what a part has to the whole.
func (a *Answer) take(p *Answer) {
	a.Answered = a.Answered || p.Answered
	a.Mode = weightier(a.Mode, p.Mode)
	for _, s := range p.Statements {
		a.takeStatement(s)
	}
	a.Disagreements = append(a.Disagreements, p.Disagreements...)
	a.Coverage.Articles = max(a.Coverage.Articles, p.Coverage.Articles)
	a.Checked.Withheld += p.Checked.Withheld
	a.Checked.Supported = len(a.Statements)
	a.Checked.Statements = a.Checked.Supported + a.Checked.Withheld
	a.Confidence = max(a.Confidence, p.Confidence)
	a.Timing.Total += p.Timing.Total
	a.Timing.Retrieval += p.Timing.Retrieval
	a.Degraded = a.Degraded || p.Degraded
	a.takeClosest(p.Closest)
	a.takeUse(p.LLM)
}

// takeStatement adds a statement, or its citations to the same one.
func (a *Answer) takeStatement(s Statement) {
	i := slices.IndexFunc(a.Statements, func(have Statement) bool { return have.Text == s.Text })
	if i < 0 {
		a.Statements = append(a.Statements, s)
		return
	}
	cited := slices.Clip(a.Statements[i].Citations)
	for _, n := range s.Citations {
		if !slices.Contains(cited, n) {
			cited = append(cited, n)
		}
	}
	a.Statements[i].Citations = cited
}

// weightier is the mode of an answer of two parts.
func weightier(x, y Mode) Mode {
	rank := map[Mode]int{ModeAbstained: 0, ModeExtractive: 1, ModeLLM: 2}
	return slices.MaxFunc([]Mode{x, y}, func(x, y Mode) int { return cmp.Compare(rank[x], rank[y]) })
}

func (a *Answer) takeClosest(list []Closest) {
	for _, c := range list {
		if len(a.Closest) < closestNamed && !slices.Contains(a.Closest, c) {
			a.Closest = append(a.Closest, c)
		}
	}
}

// takeUse adds up what the model took; that it failed once is said.
func (a *Answer) takeUse(use *LLMUse) {
	if use == nil {
		return
	}
	if a.LLM == nil {
		a.LLM = &LLMUse{Model: use.Model}
	}
	a.LLM.add(Usage{PromptTokens: use.PromptTokens, CompletionTokens: use.CompletionTokens, CostUSD: use.CostUSD})
	a.LLM.FallbackReason = cmp.Or(a.LLM.FallbackReason, use.FallbackReason)
}

// renumber gives an answer the numbers of the book.
func (b *book) renumber(a *Answer) {
	to := map[int]int{}
	for i := range a.Citations {
		c := &a.Citations[i]
		n := b.enter(*c)
		to[c.N], c.N = n, n
	}
	for i := range a.Statements {
		mapAll(a.Statements[i].Citations, to)
	}
	for _, d := range a.Disagreements {
		for i := range d.Claims {
			mapAll(d.Claims[i].Citations, to)
		}
	}
	if a.Answered {
		a.Text = a.prose()
	}
}

func mapAll(numbers []int, to map[int]int) {
	for i, n := range numbers {
		numbers[i] = to[n]
	}
}
