package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/retrieval"
)

// turns reports whether one of two sentences denies what the other one says, or puts it into
// the other order: then they do not report the same, whatever words they share.
func (e *evidence) turns(o *evidence) bool {
	return e.deniesWordOf(o) || o.deniesWordOf(e) || e.ordersOtherwise(o)
}

// deniesWordOf reports whether the first telling word behind a denial stands in another
// sentence, and is not denied there.
func (e *evidence) deniesWordOf(o *evidence) bool {
	words := e.words()
	for i, w := range words {
		if !lexicon.NotCues[w.Norm] {
			continue
		}
		if d := firstTelling(unbroken(words[i:])[1:]); d != nil && o.affirms(d.Stem) {
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
func (e *evidence) affirms(stem string) bool {
	words, found := e.words(), false
	for i, w := range words {
		if w.Stem != stem {
			continue
		}
		if slices.ContainsFunc(words[max(0, i-denyReach):i], isDenying) {
			return false
		}
		found = true
	}
	return found
}

// ordersOtherwise reports whether one of two sentences says "before" and the other "after".
func (e *evidence) ordersOtherwise(o *evidence) bool {
	a, b := e.orderWord(), o.orderWord()
	return a != "" && otherOrder[a] == b
}

// orderWord is the only word for an order in the sentence, or "".
func (e *evidence) orderWord() string {
	only := ""
	for _, w := range e.words() {
		if otherOrder[w.Norm] == "" {
			continue
		}
		if only != "" {
			return ""
		}
		only = w.Norm
	}
	return only
}
