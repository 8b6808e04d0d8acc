package evidence

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Undone is what a clause says was not done: "was not closed", "refused to resign",
// "no agreement was reached", "without answering questions".
type Undone struct {
	Clause text.Span
	// At is the denying word, and verb the verb that is denied, or -1.
	At, Verb int
	// Thing is the noun phrase behind "no": what there was none of. It is empty where
	// the verb itself is denied.
	Thing text.Span
	// Nobody says that it is denied of everybody, or of every one of the thing.
	Nobody bool
	// Away says that somebody was not there, and cancelled that the thing does not take
	// place.
	Away, Cancelled bool
}

// SaysAway reports whether nothing but somebody's absence is told.
func (u *Undone) SaysAway() bool { return u.Away && u.Verb < 0 && u.Thing.Len() == 0 }

var (
	refusing = text.WordSet(`refused refuses refuse refusing declined declines declining failed fails failing unable unwilling`)
	// Ruling are forms of what "out" makes a denial: "ruled out".
	Ruling     = text.WordSet(`ruled rules rule ruling`)
	cancelling = text.WordSet(`cancelled canceled scrapped abandoned shelved`)
	// partly, nearly and idleBehindNo are the words beside which a denial leaves it open
	// whether it was done.
	partly       = text.WordSet(`longer always all every everyone everything entirely fully completely necessarily quite exactly yet`)
	nearly       = text.WordSet(`almost nearly hardly`)
	idleBehindNo = text.WordSet(`more less sooner later fewer better worse matter idea`)
	firstPersons = text.WordSet(`i we you`)
	takenPart    = text.WordSet(`part role place seat say voice`)
	// reachingVerbs are the stems of verbs of who comes to a place.
	reachingVerbs = text.StemSet(`visit enter reach attend join take appear arrive travel`)
	// hinting are the stems of words behind which stands what there is nothing of: "no
	// sign of a truce", "nothing pointed to a truce".
	hinting   = text.StemSet(`sign signs indication indicate hint suggestion suggest evidence prospect trace talk mention point pointed question word`)
	hintJoins = text.WordSet(`of to that for`)
)

// Undoings finds what the sentence says was not done.
func (e *Evidence) Undoings() []Undone { return e.Facts().undoings.Of(e.findUndoings) }

func (e *Evidence) findUndoings() []Undone {
	var found []Undone
	for _, c := range e.Subclauses() {
		for i := c.Start; i < c.End; i++ {
			if u := (Undone{Clause: c, At: i, Verb: -1}); UndoingWords[e.Words()[i].Norm] && u.read(e) && !e.isSupposed(&u) {
				found = append(found, u)
			}
		}
	}
	return found
}

// read reads the denial that a word begins; false if it begins none.
func (u *Undone) read(e *Evidence) bool {
	i, c := u.At, u.Clause
	norm, next := e.Words()[i].Norm, e.normAt(c, i+1)
	switch {
	case !lexicon.VerbCues[norm] && lexicon.VerbCues[e.normAt(c, i-1)]:
		return false // "did not rule out a second meeting"
	case lexicon.IdleAfter[next], partly[next], nearly[e.normAt(c, i-1)], norm == "no" && idleBehindNo[next], e.restricts(i):
		return false
	case question.Absences[norm]:
		u.Away = true
		return true
	case norm == "called" && next == "off", cancelling[norm] && question.ClassWords[e.normAt(c, i-1)] == question.ClassBe:
		u.Cancelled, u.Thing = true, text.Span{Start: c.Start, End: i}
	case lexicon.VerbCues[norm]:
		u.Verb = e.verbFrom(c, i+1)
	case refusing[norm] && next == "to":
		u.Verb = e.verbFrom(c, i+2)
	case Ruling[norm] && next == "out":
		u.readObject(e, i+2)
	case norm == "without":
		u.readObject(e, i+1)
	case norm == "nobody", norm == "nothing", norm == "none", norm == "no" && next == "one", norm == "neither" && next == "of":
		u.readNone(e)
	case norm == "no":
		u.readNo(e)
	}
	u.readAway(e)
	return u.Verb >= 0 || u.Thing.Len() > 0
}

// normAt is word i of the sentence if it stands in the clause.
func (e *Evidence) normAt(c text.Span, i int) string {
	if i < c.Start || i >= c.End {
		return ""
	}
	return e.Words()[i].Norm
}

// restricts reports whether word i belongs to a clause that only tells which of several
// is meant ("areas that are not reserved"), or to what somebody says of himself.
func (e *Evidence) restricts(i int) bool {
	words := e.Words()
	for i--; i >= 0; i-- {
		if class := question.ClassWords[words[i].Norm]; class != question.ClassBe && class != question.ClassAuxiliary && class != question.ClassAdverb {
			return i > 0 && Relatives[words[i].Norm] && e.Adjoin(i-1) || firstPersons[words[i].Norm]
		}
	}
	return false
}

// verbFrom is the verb that follows at word i of a clause, behind auxiliaries and
// adverbs, or -1.
func (e *Evidence) verbFrom(c text.Span, i int) int {
	words := e.Words()
	for ; i < c.End; i++ {
		class, closed := question.ClassWords[words[i].Norm]
		switch {
		case class == question.ClassBe, class == question.ClassAuxiliary, class == question.ClassAdverb, !closed && strings.HasSuffix(words[i].Norm, "ly"):
		case closed && class != question.ClassVerb, words[i].IsCapital():
			return -1
		default:
			return i
		}
	}
	return -1
}

// readObject reads what stands behind "without" and "ruled out": a verb in "ing" or
// a thing.
func (u *Undone) readObject(e *Evidence, i int) {
	if strings.HasSuffix(e.normAt(u.Clause, i), "ing") {
		u.Verb = i
		return
	}
	u.Thing = e.nounsFrom(u.Clause, i)
}

// readNone reads what "nobody", "nothing" and "none of them" did not do.
func (u *Undone) readNone(e *Evidence) {
	u.Nobody = true
	i := u.At + 1
	if e.normAt(u.Clause, u.At) == "no" {
		i++
	}
	if e.normAt(u.Clause, i) == "of" {
		u.Thing = e.nounsFrom(u.Clause, i+1)
		i = max(i+1, u.Thing.End)
	}
	u.Verb = e.verbFrom(u.Clause, i)
	if u.Verb < 0 {
		u.Verb = e.verbBefore(u.Clause, u.At)
	}
	u.passHint(e)
}

// readNo reads what there was none of, and the verb that says so.
func (u *Undone) readNo(e *Evidence) {
	u.Nobody = true
	u.Thing = e.nounsFrom(u.Clause, u.At+1)
	u.Verb = e.verbBefore(u.Clause, u.At)
	if u.Verb < 0 {
		u.Verb = e.verbFrom(u.Clause, u.Thing.End)
	}
	u.passHint(e)
}

// passHint goes on from a sign of something to what it would be a sign of.
func (u *Undone) passHint(e *Evidence) {
	last := u.Thing.End - 1
	if u.Thing.Len() == 0 {
		last = u.Verb
	}
	if last >= 0 && hinting[e.Words()[last].Stem] && hintJoins[e.normAt(u.Clause, last+1)] {
		u.Thing, u.Verb = e.nounsFrom(u.Clause, last+2), -1
	}
}

// readAway reads whether what was not done is to be somewhere: "did not attend", "had no
// part in", "was not at".
func (u *Undone) readAway(e *Evidence) {
	words := e.Words()
	switch {
	case u.Thing.Len() > 0:
		u.Away = !u.OfAll(e) && takenPart[words[u.Thing.End-1].Norm]
	case u.Verb >= 0:
		u.Away = question.PresenceVerbs[words[u.Verb].Norm] || reachingVerbs[words[u.Verb].Stem] || words[u.Verb].Norm == "take" && HasWord(words[u.Verb:], "part")
	}
}

// verbBefore is the verb right before word i of a clause, or -1: "brought no
// agreement", "received no reward".
func (e *Evidence) verbBefore(c text.Span, i int) int {
	if i--; i < c.Start {
		return -1
	}
	w := e.Words()[i]
	class, closed := question.ClassWords[w.Norm]
	if w.IsCapital() || !closed && !w.Verbal || closed && class != question.ClassVerb && class != question.ClassBe && class != question.ClassAuxiliary {
		return -1
	}
	return i
}

// longestThing is how many words of a noun phrase are read.
const longestThing = 5

// nounsFrom are the words of a noun phrase from word i on, without what only
// determines it. A participle begins what is told of it.
func (e *Evidence) nounsFrom(c text.Span, i int) text.Span {
	words := e.Words()
	for i < c.End && question.ClassWords[words[i].Norm] == question.ClassDeterminer {
		i++
	}
	next := i
	for next < c.End && next-i < longestThing && !question.IsClosed(words[next].Norm) {
		if next > i && (!e.Adjoin(next-1) || words[next].Verbal && strings.HasSuffix(words[next].Norm, "ed")) {
			break
		}
		next++
	}
	return text.Span{Start: i, End: next}
}

// isSupposed reports whether what is denied is only supposed or possible, of other times
// or of so long only: "if no truce is reached", "might not come", "never before".
func (e *Evidence) isSupposed(u *Undone) bool {
	words := e.Words()
	for i := u.Clause.Start; i < u.Clause.End; i++ {
		switch w := words[i]; {
		case othersWords[w.Norm], Supposing[w.Norm]:
			return true
		case i < u.At && !u.Cancelled && question.IsModal(w) && !refusals[w.Norm]:
			return true
		}
	}
	last := words[u.Clause.End-1].End
	return u.Verb > u.At && slices.ContainsFunc(e.Sentence.Values, func(v value.Value) bool {
		return v.Kind == value.Duration && v.Start >= words[u.At].Start && v.End <= last
	})
}

// refusals are the modals before "not" by which somebody refuses.
var refusals = text.WordSet(`will would`)

// UndoingWords begin what a sentence says was not done.
var UndoingWords = text.WordSet(`not never cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't
	refused refuses refuse refusing declined declines declining failed fails failing unable unwilling ruled rules rule ruling without nobody nothing no none neither
	absent absentee absence exclude excluded exclusion uninvited skipped skip boycotted boycott omitted called cancelled canceled scrapped abandoned shelved`)

// Supposing begin a clause that only supposes.
var Supposing = text.WordSet(`if unless whether`)

// Supposes reports whether a clause only supposes something: "if no deal is reached", "in case
// none is".
func Supposes(clause []retrieval.Word) bool {
	for i, w := range clause {
		if Supposing[w.Norm] || w.Norm == "case" && i > 0 && clause[i-1].Norm == "in" && (i+1 == len(clause) || clause[i+1].Norm != "of") {
			return true
		}
	}
	return false
}
