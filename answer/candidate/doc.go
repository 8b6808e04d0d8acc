// Package candidate ranks the spans of the best sentences that may be the short
// answer, by the weights of some seventy signs, learnt by internal/eval/learn.
//
// A candidate is a part of one sentence, as it stands there: none is put together
// or changed.
package candidate
