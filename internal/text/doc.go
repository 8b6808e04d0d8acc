// Package text holds the text primitives that every other package builds on:
// cleaning, folding, words, sentences, stems and stop words.
//
// It works on strings and byte offsets only. It must not know about articles,
// questions, files or the network, and it keeps no state between calls.
package text

// Span is a half-open range of bytes, [Start, End), in a string.
type Span struct {
	Start, End int
}

// Of returns the part of s that the span covers.
func (sp Span) Of(s string) string { return s[sp.Start:sp.End] }

// Len is the number of bytes that the span covers.
func (sp Span) Len() int { return sp.End - sp.Start }

// Contains reports whether other lies wholly in the span.
func (sp Span) Contains(other Span) bool { return sp.Start <= other.Start && other.End <= sp.End }
