package disagreement

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// "Will the fair be held?" is said and denied by what is to come: "will be held", "has been
// cancelled". What was, or what only may be, says neither.

// modality are the words that make a clause speak of what a question with one of them asks for.
type modality map[string]bool

// modalities are those that a question may have.
var modalities = []modality{
	text.WordSet(`will won't would going shall to`),
	abilities,
	text.WordSet(`should must ought`),
}

var abilities = text.WordSet(`can can't cannot could couldn't`)

// modalityOf is that of a yes/no question, or nil.
func modalityOf(q *question.Question) modality {
	asked := q.WordAt(0)
	if q.AsksAhead() {
		asked = "will"
	}
	i := slices.IndexFunc(modalities, func(m modality) bool { return m[asked] })
	if i < 0 {
		return nil
	}
	return modalities[i]
}

// isOpen reports whether the words before what happened leave open whether it does; where it is
// asked what will, can or should be, one of the words for that must be there.
func (h happening) isOpen(words []retrieval.Word, turned bool) bool {
	said := len(h.modal) == 0 || turned
	for i, w := range words {
		ruledOut := abilities[w.Norm] && i+1 < len(words) && lexicon.NotCues[words[i+1].Norm]
		if h.modal[w.Norm] || len(h.modal) > 0 && ruledOut {
			said = true // what cannot be will not be
		} else if question.IsModal(w) {
			return true
		}
	}
	return !said
}

// takingPlace are the stems of verbs by which something planned takes place, and calledOff says
// that it does not.
var (
	takingPlace = text.StemSet(`held hold happen occur`)
	calledOff   = text.WordSet(`cancelled canceled scrapped abandoned axed`)
)

// readPlanned reads a question whether something takes place, which its verb hardly tells: "Will
// the fair be held?", "Will there be another fair?"
func (h *happening) readPlanned() {
	if h.deed.Verb >= 0 {
		return
	}
	things := slices.DeleteFunc(slices.Clone(h.deed.Event), func(t int) bool { return degrees[h.q.Terms[t].Norm] })
	l := h.deed.Light
	bare := l < 0 && len(h.modal) > 0 && len(things) == 1
	if len(things) > 0 && (bare || l >= 0 && takingPlace[h.q.Terms[l].Stem]) {
		h.head, h.others, h.planned = things[0], things, true
	}
}

// takesPlace reports whether word i of a clause says that something takes place.
func takesPlace(words []retrieval.Word, i int) bool {
	if takingPlace[words[i].Stem] {
		return true
	}
	return words[i].Stem == takeStem && i+1 < len(words) && words[i+1].Norm == "place"
}

var takeStem = text.Stem("take")
