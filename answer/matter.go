package answer

import (
	"context"

	"sherpa/answer/disagreement"
	"sherpa/answer/question"
)

// nameReader reads the names of whole articles. Of an article that cannot be read
// it knows none: then its sentences are held against no other's.
func (e *Engine) nameReader(ctx context.Context) func(article string) question.WordsOfNames {
	return func(article string) question.WordsOfNames {
		passages, err := e.articles.Passages(ctx, article)
		if err != nil || len(passages) > disagreement.LongestNamed {
			return nil
		}
		names := question.WordsOfNames{}
		for i := range passages {
			disagreement.Read(names, passages[i].Text)
		}
		return names
	}
}
