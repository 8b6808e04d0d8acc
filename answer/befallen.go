package answer

import (
	"slices"
	"strings"

	"sherpa/answer/clause"
	"sherpa/answer/lexicon"
	"sherpa/retrieval"
)

// "Who was arrested?" asks whom it befell: who arrested somebody was not arrested. "Who stole it?"
// asks who did it: from whom it was stolen did not.

// whomVerb is the term of the verb in the passive of which it is asked whom it befell, or -1.
func (q *question) whomVerb() int {
	if q.Kind != retrieval.KindPerson || q.wordAt(0) != "who" || !toBe[q.wordAt(1)] && !gets[q.wordAt(1)] && !slices.Contains(q.Words, "been") {
		return -1
	}
	at := 1
	for lexicon.Auxiliaries[q.wordAt(at)] || toBe[q.wordAt(at)] || gets[q.wordAt(at)] || q.wordAt(at) == "been" || adverbs[q.wordAt(at)] {
		at++
	}
	if at == len(q.Words) || !isParticiple(q.Words[at]) {
		return -1
	}
	return q.termAt(at)
}

// isSpared reports whether what stands between two words of the sentence is not whom the verb
// befell of which that is asked: whatever has the verb there has it of another.
func (e *evidence) isSpared(q *question, first, next, verb int) bool {
	if verb < 0 {
		return false
	}
	told := false
	for i, w := range e.words() {
		switch {
		case !q.tellsAny([]int{verb}, []retrieval.Word{w}):
		case e.befell(i, first, next):
			return false
		default:
			told = true
		}
	}
	return told
}

// befell reports whether the verb at word i, or its noun, may be told of what stands between two
// words: in the active of what stands behind it, or of whom a pronoun means there.
func (e *evidence) befell(i, first, next int) bool {
	words := e.words()
	behind := retrieval.Word{}
	if i+1 < len(words) {
		behind = words[i+1]
	}
	switch {
	case e.isPassiveAt(i):
		return first < i || i == clause.At(e.clauses(), i).Start // "Arrested were Ann and Bob"
	case !isParticiple(words[i].Norm) && (!words[i].Verbal || !strings.HasSuffix(words[i].Norm, "ing")):
		return first > i && behind.Norm == "of" // "the arrest of Ann"
	case first > i:
		return first < clause.At(e.clauses(), i).End
	case patients[behind.Norm]:
		return true
	}
	return slices.ContainsFunc(words[next:max(next, i)], func(w retrieval.Word) bool { return whomRelatives[w.Norm] })
}

// isUndergoer reports whether what ends before word next only has the verb done to it of which the
// doer is asked: the crown of Queen Ann that was stolen was not stolen by the queen.
func (e *evidence) isUndergoer(q *question, next, verb int) bool {
	if verb < 0 {
		return false
	}
	told := false
	for i, w := range e.words() {
		switch {
		case !q.tellsAny([]int{verb}, []retrieval.Word{w}):
		case i < next || !e.isPassiveAt(i) && !e.isDoneAt(i) && !e.isOfWhose(next, i):
			return false
		default:
			told = true
		}
	}
	return told
}

// isOfWhose reports whether word i stands in a clause by which "whose" tells of another than the
// one before it: "the king, whose mother wore the crown".
func (e *evidence) isOfWhose(next, i int) bool {
	words := e.words()
	return next < len(words) && words[next].Norm == "whose" && i < clause.At(e.clauses(), next).End
}

// isDoneAt reports whether word i is a participle that is no past tense, without "have".
func (e *evidence) isDoneAt(i int) bool {
	words := e.words()
	if w := words[i].Norm; !isParticiple(w) || !strings.HasSuffix(w, "en") && !strings.HasSuffix(w, "wn") && !strings.HasSuffix(w, "rn") {
		return false
	}
	for i--; i >= 0 && leadsVerb(words, i); i-- {
		if perfects[words[i].Norm] {
			return false
		}
	}
	return true
}

// isPassiveAt reports whether the verb at word i says what was done to its subject.
func (e *evidence) isPassiveAt(i int) bool {
	words := e.words()
	for k := i - 1; k >= 0 && leadsVerb(words, k); k-- {
		if classWords[words[k].Norm] == wcBe {
			return true
		}
	}
	return isParticiple(words[i].Norm) && i+1 < len(words) && words[i+1].Norm == "by"
}

var (
	// whomRelatives begin a clause that may tell what was done to those before it.
	whomRelatives = wordSet(`whom that which`)
	// patients are pronouns for somebody to whom something was done.
	patients = wordSet(`him her them`)
)
