package evidence

import (
	"sync/atomic"

	"sherpa/answer/timeline"
	"sherpa/answer/verify"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// passageFacts is what a passage says whatever is asked. All of it is worked out when it is
// first needed, and kept with the passage.
type passageFacts struct {
	// speakers are for each sentence the words that name who speaks.
	speakers once[[]text.Span]
	// written is when its article was written.
	written   once[value.Written]
	sentences []sentenceFacts
}

// sentenceFacts is the same for a sentence.
type sentenceFacts struct {
	clauses, subclauses once[[]text.Span]
	undoings            once[[]Undone]
	quotation           once[text.Span]
	Norms               once[map[string]bool]
	reading             once[*verify.Reading]
	// Forms are what package candidate notes of the words; it alone knows their type.
	Forms once[any]
}

// once is a value that is worked out once. Two who need it at the same time may both do
// so, and find the same.
type once[T any] struct{ value atomic.Pointer[T] }

// Of is the value, which work finds if nobody has needed it yet.
func (o *once[T]) Of(work func() T) T {
	if v := o.value.Load(); v != nil {
		return *v
	}
	v := work()
	o.value.Store(&v)
	return v
}

// factsOf are the facts of a passage.
func factsOf(p *retrieval.Passage) *passageFacts { return p.Made(newFacts).(*passageFacts) }

func newFacts(p *retrieval.Passage) any {
	return &passageFacts{sentences: make([]sentenceFacts, len(p.Sentences))}
}

// Facts are the facts of the sentence.
func (e *Evidence) Facts() *sentenceFacts { return &factsOf(e.Passage()).sentences[e.At] }

// BornOutBy reports whether the source has all figures, dates, names and quotations of the
// sentence.
func (e *Evidence) BornOutBy(source *Evidence) bool { return e.reading().BornOutBy(source.reading()) }

func (e *Evidence) reading() *verify.Reading {
	return e.Facts().reading.Of(func() *verify.Reading { return verify.Read(e.Text()) })
}

// Written is when the article of the sentence was written.
func (e *Evidence) Written() value.Written {
	return factsOf(e.Passage()).written.Of(func() value.Written { return timeline.OwnDate(e.Hit.Article) })
}
