package answer

import (
	"context"
	"fmt"

	"sherpa/answer/conversation"
)

// maxStory is how many articles tell one story at the most.
const maxStory = 20

// inStory makes a question that leans on what was never said stand alone, where
// the story tells what it means.
func (e *Engine) inStory(ctx context.Context, qn Question, asked string) (string, error) {
	if !conversation.LeansOnStory(asked) {
		return asked, nil
	}
	s, err := e.story(ctx, qn)
	if err != nil || s.Empty() {
		return asked, err
	}
	return s.Tell(asked), nil
}

// oneStory reports whether the articles are so few that they may tell one story.
func (e *Engine) oneStory(ctx context.Context) (bool, error) {
	n, err := e.articles.CountArticles(ctx)
	if err != nil {
		return false, fmt.Errorf("answer: count the articles: %w", err)
	}
	return n <= maxStory, nil
}

// story reads the openings of the articles; it is empty where they are many, or do
// not tell of one thing.
func (e *Engine) story(ctx context.Context, qn Question) (conversation.Story, error) {
	if one, err := e.oneStory(ctx); err != nil || !one {
		return conversation.Story{}, err
	}
	list, err := e.articles.Articles(ctx)
	if err != nil {
		return conversation.Story{}, fmt.Errorf("answer: list the articles: %w", err)
	}
	var openings []string
	for _, a := range told(list, qn) {
		passages, err := e.articles.Passages(ctx, a.ID)
		if err != nil {
			return conversation.Story{}, fmt.Errorf("answer: read the opening: %w", err)
		}
		first := a.Title
		if len(passages) > 0 {
			first += ". " + passages[0].Text
		}
		openings = append(openings, first)
	}
	return conversation.StoryOf(openings), nil
}
