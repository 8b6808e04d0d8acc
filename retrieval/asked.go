package retrieval

import (
	"slices"
	"strings"
)

// read sets the kind and the focus from the question word at i and what follows.
func (r *formReader) read(i int) {
	switch r.words[i] {
	case "who", "whom", "whose", "whos":
		r.kind = r.whoKind(i)
	case "when":
		r.kind = KindDate
	case "where", "wheres":
		r.kind = KindPlace
	case "why":
		r.kind = KindReason
	case "how":
		r.kind = r.readHow(i)
	default:
		r.kind = r.readWhat(i)
	}
}

// whoKind tells a person asked for from a person asked about, and from several.
func (r *formReader) whoKind(i int) Kind {
	if r.word(i+1) == "else" {
		r.asks[i+1] = true
		i++
	}
	name := i + 1
	if toBe[r.word(name)] {
		name++
	}
	switch {
	case r.onlyName(name):
		return KindWhoIs
	case r.asksForMany(i + 1):
		return KindList
	}
	return KindPerson
}

// onlyName reports whether the question ends in a name alone: "who is Pete
// Hegseth", "who's Hegseth". Names may be typed without capitals.
func (r *formReader) onlyName(from int) bool {
	if from >= len(r.words) || len(r.words)-from > 4 {
		return false
	}
	for i := from; i < len(r.words); i++ {
		if !r.isName(i) {
			return false
		}
	}
	return true
}

// joinedName reports whether the question ends in one name with small words in it: "what is
// the Bank of Norwick".
func (r *formReader) joinedName(from int) bool {
	names := 0
	for i := from; i < len(r.words); i++ {
		switch w := r.words[i]; {
		case r.isName(i):
			names++
		case names == 0 || i+1 == len(r.words) || w != "of" && w != "on" && w != "for" && w != "and" && w != "the":
			return false
		}
	}
	return names > 1
}

// asksForMany reports whether the words after "who" ask for all who were there.
func (r *formReader) asksForMany(from int) bool {
	for i := from; i < len(r.words); i++ {
		w, next := r.words[i], r.word(i+1)
		switch {
		case listVerbs[w],
			listNouns[w] && i > from && i < from+6 && toBe[r.words[from]],
			w == "took" && next == "part",
			w == "was" && presence[next]:
			return true
		}
	}
	return false
}

// readHow is the kind of "how long", "how many" and the like.
func (r *formReader) readHow(i int) Kind {
	next := r.word(i + 1)
	switch {
	case next == "long":
		r.asks[i+1] = true
		return KindDuration
	case next == "many" || next == "much":
		r.asks[i+1] = true
		r.focusFrom(i + 2)
		if timeUnits[r.word(i+2)] {
			return KindDuration
		}
		return KindNumber
	case measures[next]:
		return KindNumber
	case asksForWords(r.words[i+1:]), r.asksForStance(i + 1):
		return KindQuotation
	}
	return KindManner
}

// readWhat is the kind of "what" and "which": the last noun after it tells, else
// the rest of the question.
func (r *formReader) readWhat(i int) Kind {
	r.focusFrom(i + 1)
	for n, at := range slices.Backward(r.focus) {
		if kind, ok := nounKinds[singular(r.words[at])]; ok {
			r.asks[at] = onlyTells[kind] || onlyCounts[singular(r.words[at])]
			r.focus = r.focus[:n+1]
			return kind
		}
	}
	return r.whatKind(i + 1)
}

// whatKind is the kind of "what" without a telling noun next to it: what somebody
// said, what somebody is, or what a noun further on tells.
func (r *formReader) whatKind(from int) Kind {
	rest := r.words[from:]
	if asksForWords(rest) || asksForView(rest) {
		return KindQuotation
	}
	if len(rest) > 1 && causeVerbs[rest[0]] {
		r.asks[from] = true
		return KindReason
	}
	plays := slices.ContainsFunc(rest, func(w string) bool { return playVerbs[w] })
	for i, w := range rest {
		if roleNouns[w] && !plays && r.word(from-2) != "in" { // a role that is played is no office, and who is in a position has none
			r.asks[from+i] = true
			return KindWhoIs
		}
		if w == "caused" || w == "reason" || w == "cause" {
			return KindReason
		}
	}
	if r.asksForDefinition(from) {
		return KindWhoIs
	}
	return r.nounAfterBe(from)
}

// asksForDefinition reports whether "what" asks what something is: "is Norvia", "is a
// sluice", "does Norvia mean", "is Ann known for".
func (r *formReader) asksForDefinition(from int) bool {
	last := len(r.words) - 1
	switch {
	case last-from > maxDefined:
		return false
	case doVerbs[r.word(from)]:
		return r.words[last] == "mean" || r.words[last] == "for" && r.words[last-1] == "stand"
	case !toBe[r.word(from)]:
		return false
	case r.words[last] == "for" && r.words[last-1] == "known":
		return true
	}
	a := r.word(from + 1)
	if _, tells := nounKinds[r.words[last]]; a == "the" && !tells {
		return r.onlyName(from+2) || r.joinedName(from+2)
	}
	if a != "a" && a != "an" {
		return r.onlyName(from + 1)
	}
	return !slices.ContainsFunc(r.words[from+2:], func(w string) bool { return prepositions[w] || auxiliaries[w] || w == "that" || w == "called" })
}

// maxDefined is how many words there are at the most from "is" to the end.
const maxDefined = 5

// nounAfterBe is the kind that the noun tells in "what is the … location": the
// last of the few words after the verb that tells one.
func (r *formReader) nounAfterBe(from int) Kind {
	if first := r.word(from); !toBe[first] && first != "the" {
		return KindOther
	}
	kind, at := KindOther, 0
	for i := from + 1; i < len(r.words) && i <= from+4 && !prepositions[r.words[i]]; i++ {
		if k, ok := nounKinds[r.words[i]]; ok {
			kind, at = k, i
		}
	}
	if kind != KindOther {
		r.focus = append(r.focus, at)
		r.asks[at] = onlyTells[kind] || onlyCounts[r.words[at]]
	}
	return kind
}

// maxFocus is how many words after "what" are looked at. Where all of them could
// be nouns, only the first two are taken.
const maxFocus = 4

// focusFrom takes the words after "what", "which" or "how many" as the focus, up
// to an auxiliary or a preposition. Other verbs are not told from nouns.
func (r *formReader) focusFrom(from int) {
	for i := from; i < len(r.words) && i < from+maxFocus; i++ {
		if w := r.words[i]; auxiliaries[w] || prepositions[w] || w == "the" && i > from {
			return
		}
		r.focus = append(r.focus, i)
	}
	if len(r.focus) == maxFocus {
		r.focus = r.focus[:2]
	}
}

// asksForWords reports whether the words ask for what somebody said: "did Putin
// say", "were Trump's words", but neither "was the base called" nor "did he call
// for".
func asksForWords(words []string) bool {
	active := false
	for i, w := range words {
		active = active || doVerbs[w]
		callsFor := i+1 < len(words) && words[i+1] == "for"
		if spokenNouns[w] || active && speechVerbs[w] && !callsFor {
			return true
		}
	}
	return false
}

// asksForStance reports whether the words after "how" ask how somebody took a
// stand: "did Ann defend the plan".
func (r *formReader) asksForStance(from int) bool {
	return doVerbs[r.word(from)] && slices.ContainsFunc(r.words[from:], func(w string) bool { return stanceVerbs[w] })
}

// viewReach is how many words there are at the most from "was" to "reaction".
const viewReach = 5

// asksForView reports whether the words ask what somebody thinks or answered: "does
// Ann think of it", "was Ann's reaction to it".
func asksForView(words []string) bool {
	for i, w := range words {
		if i > 0 && doVerbs[words[0]] && thoughtVerbs[w] && i+1 < len(words) && (words[i+1] == "of" || words[i+1] == "about") {
			return true
		}
		last := i+1 == len(words) || prepositions[words[i+1]]
		if i > 0 && i <= viewReach && toBe[words[0]] && words[1] != "a" && words[1] != "an" && answerNouns[w] && last {
			return true
		}
	}
	return false
}

// singular cuts the ending of a regular plural.
func singular(noun string) string {
	switch {
	case strings.HasSuffix(noun, "ies"):
		return noun[:len(noun)-3] + "y"
	case strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss"):
		return noun[:len(noun)-1]
	}
	return noun
}
