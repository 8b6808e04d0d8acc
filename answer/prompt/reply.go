package prompt

import "errors"

// ErrUnreadable says that a reply is none: it is empty, broken off or not what
// was asked for.
var ErrUnreadable = errors.New("the reply of the language model cannot be read")

// Ref points at a sentence of the material: Passages[Passage].Sentences[Sentence].
type Ref struct{ Passage, Sentence int }

// Said is one sentence of a reply.
type Said struct {
	// Text is without citations and markup, in one line.
	Text string
	// Cited are the sentences that it cites, each once, in the order of the reply.
	Cited []Ref
	// Foreign counts the citations that were never given.
	Foreign int
}

// Reply is what a model said.
type Reply struct {
	Statements []Said
	// Declined says that by the model's word the material does not answer the
	// question. There are no statements then.
	Declined bool
	// Dropped counts the sentences that are left out because they repeat the
	// prompt, or hold a link, a mention or markup.
	Dropped int
}
