package conversation

import (
	"sherpa/internal/text"
)

// onwards are the questions for what came after, and backwards those for what came before.
var (
	onwards = phraseSet(`and then; then; then what; what then; and then what; what happened then; what happened next; what next; and next; and after that;
	what happened after that; and what happened then; and what happened next; and afterwards; what happened afterwards; what came next; what happened after; after that;
	and after; and later; later; what happened later`)
	backwards = phraseSet(`and before that; before that; what happened before that; what happened before; and before; and what happened before that; what came before;
	what came before that; what was before that; and what was before; and beforehand; and earlier; what happened earlier`)
)

// asksOnward reports whether the question asks what came after or before.
func (f *followUp) asksOnward() bool {
	letters := lettersOf(f.asked)
	return onwards[letters] || backwards[letters]
}

// onward asks what came after the event of the last question, or before it. Asked for
// both in turn, it is the same event.
func (f *followUp) onward() string {
	of := f
	for onwards[lettersOf(of.last.Question)] || backwards[lettersOf(of.last.Question)] {
		e := of.earlier()
		if e == nil {
			break
		}
		of = e
	}
	thing := of.thing()
	words := text.Words(thing)
	if thing == "" || !eventNouns[text.Stem(words[len(words)-1].Norm)] && of.happening() != thing {
		return f.asked
	}
	if backwards[lettersOf(f.asked)] {
		return "What happened before " + thing + "?"
	}
	return "What happened after " + thing + "?"
}

// eventNouns are nouns of what happens.
var eventNouns = text.StemSet(`summit meeting talk talks conference briefing war visit attack strike storm election ceremony fair feast flight accident crash
	fire flood protest trial vote game match party dinner lunch speech speeches annexation invasion sale battle`)
