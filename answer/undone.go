package answer

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// undone is what a clause says was not done: "was not closed", "refused to resign",
// "no agreement was reached", "without answering questions".
type undone struct {
	clause text.Span
	// at is the denying word, and verb the verb that is denied, or -1.
	at, verb int
	// thing is the noun phrase behind "no": what there was none of. It is empty where
	// the verb itself is denied.
	thing text.Span
	// nobody says that it is denied of everybody, or of every one of the thing.
	nobody bool
	// away says that somebody was not there, and cancelled that the thing does not take
	// place.
	away, cancelled bool
}

// saysAway reports whether nothing but somebody's absence is told.
func (u *undone) saysAway() bool { return u.away && u.verb < 0 && u.thing.Len() == 0 }

var (
	refusing = wordSet(`refused refuses refuse refusing declined declines declining failed fails failing unable unwilling`)
	// ruling are forms of what "out" makes a denial: "ruled out".
	ruling     = wordSet(`ruled rules rule ruling`)
	cancelling = wordSet(`cancelled canceled scrapped abandoned shelved`)
	// partly, nearly and idleBehindNo are the words beside which a denial leaves it open
	// whether it was done.
	partly       = wordSet(`longer always all every everyone everything entirely fully completely necessarily quite exactly yet`)
	nearly       = wordSet(`almost nearly hardly`)
	idleBehindNo = wordSet(`more less sooner later fewer better worse matter idea`)
	firstPersons = wordSet(`i we you`)
	takenPart    = wordSet(`part role place seat say voice`)
	// reachingVerbs are the stems of verbs of who comes to a place.
	reachingVerbs = text.StemSet(`visit enter reach attend join take appear arrive travel`)
	// hinting are the stems of words behind which stands what there is nothing of: "no
	// sign of a truce", "nothing pointed to a truce".
	hinting   = text.StemSet(`sign signs indication indicate hint suggestion suggest evidence prospect trace talk mention point pointed question word`)
	hintJoins = wordSet(`of to that for`)
)

// undoings finds what the sentence says was not done.
func (e *evidence) undoings() []undone { return e.facts().undoings.of(e.findUndoings) }

func (e *evidence) findUndoings() []undone {
	var found []undone
	for _, c := range e.subclauses() {
		for i := c.Start; i < c.End; i++ {
			if u := (undone{clause: c, at: i, verb: -1}); undoingWords[e.words()[i].Norm] && u.read(e) && !e.isSupposed(&u) {
				found = append(found, u)
			}
		}
	}
	return found
}

// read reads the denial that a word begins; false if it begins none.
func (u *undone) read(e *evidence) bool {
	i, c := u.at, u.clause
	norm, next := e.words()[i].Norm, e.normAt(c, i+1)
	switch {
	case !lexicon.VerbCues[norm] && lexicon.VerbCues[e.normAt(c, i-1)]:
		return false // "did not rule out a second meeting"
	case lexicon.IdleAfter[next], partly[next], nearly[e.normAt(c, i-1)], norm == "no" && idleBehindNo[next], e.restricts(i):
		return false
	case absences[norm]:
		u.away = true
		return true
	case norm == "called" && next == "off", cancelling[norm] && classWords[e.normAt(c, i-1)] == wcBe:
		u.cancelled, u.thing = true, text.Span{Start: c.Start, End: i}
	case lexicon.VerbCues[norm]:
		u.verb = e.verbFrom(c, i+1)
	case refusing[norm] && next == "to":
		u.verb = e.verbFrom(c, i+2)
	case ruling[norm] && next == "out":
		u.readObject(e, i+2)
	case norm == "without":
		u.readObject(e, i+1)
	case norm == "nobody", norm == "nothing", norm == "none", norm == "no" && next == "one", norm == "neither" && next == "of":
		u.readNone(e)
	case norm == "no":
		u.readNo(e)
	}
	u.readAway(e)
	return u.verb >= 0 || u.thing.Len() > 0
}

// normAt is word i of the sentence if it stands in the clause.
func (e *evidence) normAt(c text.Span, i int) string {
	if i < c.Start || i >= c.End {
		return ""
	}
	return e.words()[i].Norm
}

// restricts reports whether word i belongs to a clause that only tells which of several
// is meant ("areas that are not reserved"), or to what somebody says of himself.
func (e *evidence) restricts(i int) bool {
	words := e.words()
	for i--; i >= 0; i-- {
		if class := classWords[words[i].Norm]; class != wcBe && class != wcAuxiliary && class != wcAdverb {
			return i > 0 && relatives[words[i].Norm] && e.adjoin(i-1) || firstPersons[words[i].Norm]
		}
	}
	return false
}

// verbFrom is the verb that follows at word i of a clause, behind auxiliaries and
// adverbs, or -1.
func (e *evidence) verbFrom(c text.Span, i int) int {
	words := e.words()
	for ; i < c.End; i++ {
		class, closed := classWords[words[i].Norm]
		switch {
		case class == wcBe, class == wcAuxiliary, class == wcAdverb, !closed && strings.HasSuffix(words[i].Norm, "ly"):
		case closed && class != wcVerb, words[i].IsCapital():
			return -1
		default:
			return i
		}
	}
	return -1
}

// readObject reads what stands behind "without" and "ruled out": a verb in "ing" or
// a thing.
func (u *undone) readObject(e *evidence, i int) {
	if strings.HasSuffix(e.normAt(u.clause, i), "ing") {
		u.verb = i
		return
	}
	u.thing = e.nounsFrom(u.clause, i)
}

// readNone reads what "nobody", "nothing" and "none of them" did not do.
func (u *undone) readNone(e *evidence) {
	u.nobody = true
	i := u.at + 1
	if e.normAt(u.clause, u.at) == "no" {
		i++
	}
	if e.normAt(u.clause, i) == "of" {
		u.thing = e.nounsFrom(u.clause, i+1)
		i = max(i+1, u.thing.End)
	}
	u.verb = e.verbFrom(u.clause, i)
	if u.verb < 0 {
		u.verb = e.verbBefore(u.clause, u.at)
	}
	u.passHint(e)
}

// readNo reads what there was none of, and the verb that says so.
func (u *undone) readNo(e *evidence) {
	u.nobody = true
	u.thing = e.nounsFrom(u.clause, u.at+1)
	u.verb = e.verbBefore(u.clause, u.at)
	if u.verb < 0 {
		u.verb = e.verbFrom(u.clause, u.thing.End)
	}
	u.passHint(e)
}

// passHint goes on from a sign of something to what it would be a sign of.
func (u *undone) passHint(e *evidence) {
	last := u.thing.End - 1
	if u.thing.Len() == 0 {
		last = u.verb
	}
	if last >= 0 && hinting[e.words()[last].Stem] && hintJoins[e.normAt(u.clause, last+1)] {
		u.thing, u.verb = e.nounsFrom(u.clause, last+2), -1
	}
}

// readAway reads whether what was not done is to be somewhere: "did not attend", "had no
// part in", "was not at".
func (u *undone) readAway(e *evidence) {
	words := e.words()
	switch {
	case u.thing.Len() > 0:
		u.away = !u.ofAll(e) && takenPart[words[u.thing.End-1].Norm]
	case u.verb >= 0:
		u.away = presenceVerbs[words[u.verb].Norm] || reachingVerbs[words[u.verb].Stem] || words[u.verb].Norm == "take" && hasWord(words[u.verb:], "part")
	}
}

// verbBefore is the verb right before word i of a clause, or -1: "brought no
// agreement", "received no reward".
func (e *evidence) verbBefore(c text.Span, i int) int {
	if i--; i < c.Start {
		return -1
	}
	w := e.words()[i]
	class, closed := classWords[w.Norm]
	if w.IsCapital() || !closed && !w.Verbal || closed && class != wcVerb && class != wcBe && class != wcAuxiliary {
		return -1
	}
	return i
}

// longestThing is how many words of a noun phrase are read.
const longestThing = 5

// nounsFrom are the words of a noun phrase from word i on, without what only
// determines it. A participle begins what is told of it.
func (e *evidence) nounsFrom(c text.Span, i int) text.Span {
	words := e.words()
	for i < c.End && classWords[words[i].Norm] == wcDeterminer {
		i++
	}
	next := i
	for next < c.End && next-i < longestThing && !isClosed(words[next].Norm) {
		if next > i && (!e.adjoin(next-1) || words[next].Verbal && strings.HasSuffix(words[next].Norm, "ed")) {
			break
		}
		next++
	}
	return text.Span{Start: i, End: next}
}

// isSupposed reports whether what is denied is only supposed or possible, of other times
// or of so long only: "if no truce is reached", "might not come", "never before".
func (e *evidence) isSupposed(u *undone) bool {
	words := e.words()
	for i := u.clause.Start; i < u.clause.End; i++ {
		switch w := words[i]; {
		case othersWords[w.Norm], supposing[w.Norm]:
			return true
		case i < u.at && !u.cancelled && isModal(w) && !refusals[w.Norm]:
			return true
		}
	}
	last := words[u.clause.End-1].End
	return u.verb > u.at && slices.ContainsFunc(e.sentence.Values, func(v value.Value) bool {
		return v.Kind == value.Duration && v.Start >= words[u.at].Start && v.End <= last
	})
}

// refusals are the modals before "not" by which somebody refuses.
var refusals = wordSet(`will would`)
