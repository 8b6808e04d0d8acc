package fakellm

import (
	"net/http"
	"time"
)

// Reply is what the server says to a call. The zero value is what the model
// says, whole, at once and in order.
type Reply struct {
	// Text is what the model says; "" leaves it to the server's Model.
	Text string
	// Empty has the model say nothing at all.
	Empty bool
	// Refusal is what the model says instead of a text, in the field for it.
	Refusal string
	// Reasoning is what a model thinks aloud before its text, in a field of its own.
	Reasoning string
	// Piece is how many characters a part of a stream has; 0 means 16.
	Piece int

	// BeforeHeaders, BeforeFirst and Between are waits: before the headers,
	// before the first piece, and between two of them.
	BeforeHeaders, BeforeFirst, Between time.Duration
	// Hang never answers: no headers, or, with Headers, nothing but them.
	Hang, Headers bool
	// Endless has the text said over and over until the client leaves.
	Endless bool

	// Usage is what the reply is said to take; nil counts.
	Usage *Usage
	// Finish is the finish_reason; "" is stop, NoFinish none at all.
	Finish string
	// Cut is where the reply breaks off.
	Cut Cut

	// Status, Header and Body are sent in the place of all that is said above,
	// where Status is not 0. Where it is 0, Header is sent beside it.
	Status int
	Header http.Header
	Body   string
	// BodyEnd is sent after Body, over and over, BodyTimes times or until the
	// client leaves.
	BodyEnd   string
	BodyTimes int

	// Vectors are the embeddings of a call, in the place of those that the server
	// makes.
	Vectors [][]float64
}

// NoFinish is the Finish of a reply that has none.
const NoFinish = "\x00"

// Usage is what a reply is said to take, in tokens.
type Usage struct {
	Prompt, Completion int64
	// Missing has the reply say nothing of it.
	Missing bool
}

// Cut is a way in which a reply breaks off.
type Cut int

// The ways in which a reply breaks off. Those that are clean end the body as
// HTTP demands, so that nothing but the content tells.
const (
	// Whole: it does not.
	Whole Cut = iota
	// CutBeforeDone: all is there but [DONE]; clean.
	CutBeforeDone
	// CutHalf: half of the pieces, clean, and neither finish_reason nor [DONE].
	CutHalf
	// CutHalfDone: half of the pieces, clean, with [DONE] and no finish_reason.
	CutHalfDone
	// CutMidLine: half of the pieces and half a line; clean.
	CutMidLine
	// CutMidUTF8: as CutMidLine, in the middle of a character; clean.
	CutMidUTF8
	// CutAbort: half of the pieces, then the connection is closed.
	CutAbort
	// CutReset: half of the pieces, then the connection is reset.
	CutReset
	// CutBeforeHeaders: the connection is reset at once.
	CutBeforeHeaders
)

// Cuts are all the ways in which a stream breaks off with half of its text.
var Cuts = []Cut{CutHalf, CutHalfDone, CutMidLine, CutMidUTF8, CutAbort, CutReset, CutBeforeHeaders}

// String names a cut for a test's name.
func (c Cut) String() string {
	return [...]string{
		"whole", "before DONE", "half", "half and DONE", "mid-line", "mid-UTF-8", "abort", "reset", "before the headers",
	}[c]
}
