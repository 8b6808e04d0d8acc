package draft

import (
	"slices"

	"sherpa/answer/disagreement"
	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/retrieval"
)

// turns reports whether one of two sentences denies what the other one says, or puts it into
// the other order: then they do not report the same, whatever words they share.
func turns(e *evidence.Evidence, o *evidence.Evidence) bool {
	return deniesWordOf(e, o) || deniesWordOf(o, e) || ordersOtherwise(e, o)
}

// deniesWordOf reports whether the first telling word behind a denial stands in another
// sentence, and is not denied there.
func deniesWordOf(e *evidence.Evidence, o *evidence.Evidence) bool {
	words := e.Words()
	for i, w := range words {
		if !lexicon.NotCues[w.Norm] {
			continue
		}
		if d := firstTelling(evidence.Unbroken(words[i:])[1:]); d != nil && affirms(o, d.Stem) {
			return true
		}
	}
	return false
}

// firstTelling is the first word that says what is meant, or nil.
func firstTelling(words []retrieval.Word) *retrieval.Word {
	for i := range words {
		if !words[i].Stop && !lexicon.LightVerbs[words[i].Stem] {
			return &words[i]
		}
	}
	return nil
}

// affirms reports whether the sentence has a word of a stem, and none with a denial close
// before it.
func affirms(e *evidence.Evidence, stem string) bool {
	words, found := e.Words(), false
	for i, w := range words {
		if w.Stem != stem {
			continue
		}
		if slices.ContainsFunc(words[max(0, i-evidence.NoReach):i], disagreement.IsDenying) {
			return false
		}
		found = true
	}
	return found
}

// ordersOtherwise reports whether one of two sentences says "before" and the other "after".
func ordersOtherwise(e *evidence.Evidence, o *evidence.Evidence) bool {
	a, b := orderWord(e), orderWord(o)
	return a != "" && disagreement.OtherOrder[a] == b
}

// orderWord is the only word for an order in the sentence, or "".
func orderWord(e *evidence.Evidence) string {
	only := ""
	for _, w := range e.Words() {
		if disagreement.OtherOrder[w.Norm] == "" {
			continue
		}
		if only != "" {
			return ""
		}
		only = w.Norm
	}
	return only
}
