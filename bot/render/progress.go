package render

import (
	"sherpa/answer"
	"sherpa/bot/payload"
)

// Progress shows what goes on while an answer is made: nothing of the answer, of
// the question or of the articles. It reports false where there is nothing to
// say.
func (r Renderer) Progress(p answer.Progress) (payload.Message, bool) {
	line := ""
	switch {
	case p.Stage == answer.StageUnderstanding:
		line = r.say.Say("answer.progress_understanding")
	case p.Stage == answer.StageReading && p.Count > 0:
		line = r.say.Count("answer.progress_reading", p.Count)
	case p.Stage == answer.StageChecking && p.Count > 0:
		line = r.say.Count("answer.progress_checking", p.Count)
	}
	return payload.Message{Content: line}, line != ""
}
