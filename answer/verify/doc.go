// Package verify tells whether sentences bear out what is said: a sentence that
// cites them (Sentence), a statement that a language model made of them (Retells),
// and a claim that somebody wants to have checked (Judge).
//
// It takes both sides apart into words, names, values, quotations and denials, and
// compares these. It reads words, not meaning, and asks nobody who composed the
// answer: it must not import package answer, search, or know a language model.
package verify
