// Package lexicon holds lists of English words that composing an answer and
// verifying it both go by: what tells a place, an office or a denial, which words
// exclude each other, and which retell one another.
//
// It is data with the few functions that read it. It must not hold a person, a
// place or an event of the articles, and must not import any package but
// internal/text.
package lexicon
