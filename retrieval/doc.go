// Package retrieval turns a question into ranked passages: it analyses the
// question, corrects its spelling from the corpus's own words, finds candidates
// and scores them by features whose weights stand in weights.go.
//
// It is pure over a small Index: no SQL, no network, no language model, and no
// state but caches that the corpus version invalidates. Where it is given an
// Embedder, vectors that somebody else makes take part in the ranking; Fill has
// them made. It never decides whether a passage answers the question; that is
// package answer's work.
package retrieval
