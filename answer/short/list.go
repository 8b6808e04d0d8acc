package short

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
)

// listCues begin a sentence that goes on with a list of the one before.
var listCues = text.WordSet(`also joined joining along alongside others additionally moreover further too rounding completing besides`)

// List is the list that the sentence gives, from its first member to its last,
// and extends the quote over a second sentence where the list goes on there.
func List(q *question.Question, best []*evidence.Evidence) string {
	e := best[0]
	for _, other := range best[:min(len(best), 6)] {
		if other.Score >= best[0].Score-kindMargin && len(other.Members(q)) > len(e.Members(q)) {
			e = other
		}
	}
	evidence.MoveFirst(best, e)
	names := e.Members(q)
	if len(names) < 2 {
		return ""
	}
	span := text.Span{Start: e.WithTitle(names[0]), End: names[len(names)-1].End}
	if next := continuation(e, q); next != nil {
		e.Span.End = next.End
	}
	return span.Of(e.Passage().Text)
}

// continuation is the next sentence if it goes on with the list.
func continuation(e *evidence.Evidence, q *question.Question) *text.Span {
	p := e.Passage()
	if e.At+1 >= len(p.Sentences) {
		return nil
	}
	next := &evidence.Evidence{Hit: e.Hit, Sentence: &p.Sentences[e.At+1], At: e.At + 1}
	next.Matched = q.Match(next.Words())
	next.Context = next.Matched
	if len(next.Persons(q)) == 0 || next.Sentence.End-e.Sentence.Start > 2*MaxStatement {
		return nil
	}
	words := next.Words()
	for _, w := range words[:min(len(words), 5)] {
		if listCues[w.Norm] {
			return &next.Sentence.Span
		}
	}
	return nil
}
