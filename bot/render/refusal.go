package render

import (
	"sherpa/answer"
	"sherpa/answer/conversation"
	"sherpa/internal/text"
)

// refusal says that the articles do not answer, and what comes nearest.
func (r Renderer) refusal(v Shown) []block {
	blocks := []block{fixed(bold(r.refusalLine(v.Answer)))}
	blocks = append(blocks, r.context(v)...)
	blocks = append(blocks, r.noArticlesBy(v.Answer)...)
	for i, c := range closest(v.Answer) {
		if i == 0 {
			blocks = append(blocks, fixed(r.say.Say("answer.closest")).apart().withNext())
		}
		blocks = append(blocks, fixed("- "+escape(name(c.Title))))
	}
	if isAsked(v.Answer) && len(closest(v.Answer)) == 0 {
		blocks = append(blocks, fixed(r.say.Say("answer.refusal_hint")))
	}
	return blocks
}

// isAsked reports whether articles were looked at for an answer.
func isAsked(a answer.Answer) bool {
	return !isWordless(a) && !isTooLong(a) && a.Coverage.Articles > 0
}

func isWordless(a answer.Answer) bool {
	return (text.CountWords(text.Clean(a.Question)) == 0 || conversation.IsSmallTalk(a.Question)) && a.Question != ""
}

func isTooLong(a answer.Answer) bool {
	_, limit := answer.TooLong(a.Question)
	return limit > 0
}

// refusalLine is the first line of a refusal.
func (r Renderer) refusalLine(a answer.Answer) string {
	switch {
	case isWordless(a):
		return r.say.Say("answer.no_question")
	case isTooLong(a):
		length, limit := answer.TooLong(a.Question)
		return r.say.Say("answer.question_too_long", "Length", r.say.Number(length), "Limit", r.say.Number(limit))
	case a.Coverage.Articles == 0:
		return r.say.Say("answer.no_articles")
	}
	return r.say.Count("answer.refusal", a.Coverage.Articles)
}

// maxClosest is how many nearby topics a refusal names.
const maxClosest = 3

// closest are the topics that a refusal names; an answer has none.
func closest(a answer.Answer) []answer.Closest {
	if a.Answered {
		return nil
	}
	return a.Closest[:min(len(a.Closest), maxClosest)]
}
