package short

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
)

// doersRead is how many of the best sentences are searched for who did it.
const doersRead = 8

// Doer is who did to somebody by name what the question asks about, with the sentence that says so in its
// words: "Ann thanked Bob" for "Who thanked Bob?". That may be a country, too.
func Doer(q *question.Question, best []*evidence.Evidence) (string, *evidence.Evidence) {
	verb := q.WhoseVerb()
	if verb < 0 {
		return "", nil
	}
	for _, e := range best[:min(len(best), doersRead)] {
		if at, ok := e.DoerOf(q, verb); ok {
			at.Start = e.WithTitle(at)
			return at.Of(e.Passage().Text), e
		}
	}
	return "", nil
}
