package corpora

import (
	"context"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/retrieval"
)

// Ask answers a question from the articles of a scope, or from memory while these
// do not change.
func (c *Corpora) Ask(ctx context.Context, s bot.Scope, q answer.Question) (answer.Answer, error) {
	return with(ctx, c, s, func(r *reading) (answer.Answer, error) {
		on, err := r.basis(ctx)
		if err != nil {
			return answer.Answer{}, err
		}
		return c.answers.Ask(ctx, on, q, r.ask)
	})
}

// ask answers, and marks the citations of the server's own articles.
func (r *reading) ask(ctx context.Context, q answer.Question) (answer.Answer, error) {
	a, err := r.engineWithin(r.corpora.opts.modelTime(ctx)).Ask(ctx, q)
	if own := r.own(); own != nil && err == nil {
		err = markOwn(ctx, own, a.Citations)
	}
	return a, err
}

func markOwn(ctx context.Context, own *volume, citations []answer.Citation) error {
	for i := range citations {
		var err error
		if citations[i].Article.Own, err = has(ctx, own.source, citations[i].Article.ID); err != nil {
			return err
		}
	}
	return nil
}

// Why shows what was weighed for a question: at most limit sentences.
func (c *Corpora) Why(ctx context.Context, s bot.Scope, q answer.Question, limit int) (answer.Reasons, error) {
	return with(ctx, c, s, func(r *reading) (answer.Reasons, error) { return r.engine().Why(ctx, q, limit) })
}

// Search finds the best passages.
func (c *Corpora) Search(ctx context.Context, s bot.Scope, q retrieval.Query) (retrieval.Result, error) {
	return with(ctx, c, s, func(r *reading) (retrieval.Result, error) { return r.Search(ctx, q) })
}

// Compare sets side by side what each article says of a topic.
func (c *Corpora) Compare(ctx context.Context, s bot.Scope, topic string) (answer.Comparison, error) {
	return with(ctx, c, s, func(r *reading) (answer.Comparison, error) { return r.engine().Compare(ctx, topic) })
}

// Timeline lists the events that the articles date.
func (c *Corpora) Timeline(ctx context.Context, s bot.Scope, topic string) ([]answer.Event, error) {
	return with(ctx, c, s, func(r *reading) ([]answer.Event, error) { return r.engine().Timeline(ctx, topic) })
}

// Check holds the claims of a text against the articles.
func (c *Corpora) Check(ctx context.Context, s bot.Scope, text string) ([]answer.ClaimCheck, error) {
	return with(ctx, c, s, func(r *reading) ([]answer.ClaimCheck, error) { return r.engine().Check(ctx, text) })
}

// Quote says where words stand in the articles. It fails with answer.ErrQuoteEmpty
// and answer.ErrQuoteTooLong as the engine does.
func (c *Corpora) Quote(ctx context.Context, s bot.Scope, words string) (answer.QuoteReport, error) {
	return with(ctx, c, s, func(r *reading) (answer.QuoteReport, error) { return r.engine().Quote(ctx, words) })
}
