package answer

import (
	"context"
	"errors"

	"sherpa/answer/prompt"
)

// phrasing is an answer that a language model phrases from what was found.
type phrasing struct {
	*found
	material *material
	// language is the one that the answer is asked for in.
	language string
}

// phrase has the language model phrase the answer in place of the articles' own
// sentences. Whatever goes wrong leaves those, with the reason.
func (e *Engine) phrase(ctx context.Context, qn Question, f *found, a *Answer) {
	p := &phrasing{found: f, material: newMaterial(f)}
	p.language = answerLanguage(qn, p.material.language)
	asking, err := prompt.NewAnswering(p.asked(a), e.random)
	if err != nil {
		a.fallBack(e.generator.Model(), ReasonIncomplete)
		return
	}
	qn.tell(StageReading, len(p.material.passages))
	reply, err := e.generate(ctx, qn.Payer, a, asking)
	if err != nil {
		a.fallBack(e.generator.Model(), reasonOf(err))
		return
	}
	read, err := asking.Read(reply)
	switch {
	case err != nil:
		a.fallBack(e.generator.Model(), ReasonIncomplete)
	case read.Declined:
		p.decline(a)
	default:
		qn.tell(StageChecking, len(read.Statements)+read.Dropped)
		p.adopt(a, read)
	}
}

// asked is what the model is told.
func (p *phrasing) asked(a *Answer) prompt.Material {
	m := prompt.Material{Question: a.asked(), Passages: p.material.passages, Language: p.language, ArticleLanguage: p.material.language}
	if p.draft.Differ != nil {
		m.Differ = p.draft.Differ.About
	}
	return m
}

// asked is the question as it was understood.
func (a *Answer) asked() string {
	if a.UnderstoodAs != "" {
		return a.UnderstoodAs
	}
	return a.Question
}

// decline makes the answer a refusal: the model found none in the passages.
func (p *phrasing) decline(a *Answer) {
	refused := emptyAnswer(a.Question)
	refused.UnderstoodAs, refused.Confidence, refused.LLM, refused.Timing = a.UnderstoodAs, a.Confidence, a.LLM, a.Timing
	refused.Coverage.Articles, refused.Degraded = p.res.Articles, a.Degraded
	abstain(&refused, p.res)
	*a = refused
}

// asking is what can be asked of a model in two forms.
type asking interface {
	Prompt(structured bool) prompt.Prompt
}

// generate asks the model, in plain text where its server takes no schema, and
// counts what that took.
func (e *Engine) generate(ctx context.Context, by Payer, a *Answer, ask asking) (string, error) {
	if a.LLM == nil {
		a.LLM = &LLMUse{Model: e.generator.Model()}
	}
	reply, err := e.generator.Generate(ctx, by, ask.Prompt(true))
	if errors.Is(err, ErrNoSchema) {
		reply, err = e.generator.Generate(ctx, by, ask.Prompt(false))
	}
	a.LLM.add(reply.Usage)
	return reply.Text, err
}

// add counts a further request.
func (u *LLMUse) add(took Usage) {
	u.PromptTokens += took.PromptTokens
	u.CompletionTokens += took.CompletionTokens
	if took.CostUSD == nil {
		return
	}
	sum := *took.CostUSD
	if u.CostUSD != nil {
		sum += *u.CostUSD
	}
	u.CostUSD = &sum
}

// fallBack notes why the answer is not the model's.
func (a *Answer) fallBack(model string, why Reason) {
	if a.LLM == nil {
		a.LLM = &LLMUse{Model: model}
	}
	a.LLM.FallbackReason = string(why)
}

// reasonOf is why a model gave no reply.
func reasonOf(err error) Reason {
	if e, ok := errors.AsType[*GenerateError](err); ok {
		return e.Reason
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return ReasonTimeout
	}
	return ReasonUnavailable
}

// tell says what goes on, to whoever wants to know.
func (qn Question) tell(s Stage, count int) {
	if qn.Progress != nil {
		qn.Progress(Progress{Stage: s, Count: count})
	}
}
