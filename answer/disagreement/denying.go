package disagreement

import (
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/retrieval"
)

// IsDenying reports whether the word denies what stands beside it.
func IsDenying(w retrieval.Word) bool {
	return lexicon.NotCues[w.Norm] || question.Denials[w.Norm] || qualified[w.Norm]
}

// isRestricting reports whether a word keeps a statement from being one that simply says
// yes.
func isRestricting(w retrieval.Word) bool {
	return lexicon.NotCues[w.Norm] || question.Denials[w.Norm] || restricting[w.Norm]
}
