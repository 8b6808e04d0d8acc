package verify

import (
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// deniesAt reports whether word i denies: by itself, as "not" does, or by its
// meaning, as "refused" does.
func (st *stated) deniesAt(i int) bool {
	w, before, next := &st.words[i], st.wordAt(i-1), st.wordAt(i+1)
	switch {
	case w.Norm == "rather" && next == "than", w.Norm == "instead" && next == "of":
		return st.verbNear(i + 2)
	case denyingPairs[w.Norm+" "+next]:
		return true
	case closedWords[w.Norm]:
		return !st.closesEvent(i)
	case lexicon.NotCues[w.Norm] && !w.joined || denyingWords[w.Norm]:
		return !st.idleDenial(i) && !st.setsAgainst(i)
	case w.number || w.name:
		return false
	case w.joined:
		return denyingStems[w.stem]
	case strings.HasPrefix(w.Norm, "declin"), strings.HasPrefix(w.Norm, "failure"):
		return next == "to"
	case strings.HasPrefix(w.Norm, "fail"):
		return next == "to" || objectLeads[next]
	case w.Norm == "lack":
		return next != "of"
	case w.stem == dismissStem:
		return st.hasWithin(i, accusations, 3)
	case keepers[w.stem]:
		return st.keepsFrom(i)
	case w.Norm == "close":
		return closers[before]
	case w.Norm == "against":
		return st.opposesAt(i)
	}
	return denyingStems[w.stem]
}

// idleDenial reports whether a denial at word i denies nothing: "not only", "for
// nothing", "no more than", "not expected to have more than".
func (st *stated) idleDenial(i int) bool {
	if st.words[i].Norm == "nothing" && st.wordAt(i-1) == "for" {
		return true
	}
	if next := st.wordAt(i + 1); lexicon.IdleAfter[next] {
		return next != "doubt"
	}
	for k := i + 1; k < min(len(st.words)-1, i+1+comparedReach); k++ {
		if compared[st.words[k].Norm] && st.words[k+1].Norm == "than" {
			return true
		}
	}
	return false
}

// comparedReach is how far from its denial a comparison may stand.
const comparedReach = 4

var compared = text.WordSet(`more less fewer later longer earlier`)

// setsAgainst reports whether the denial at word i only sets one thing against
// another that follows without a verb of its own: "not in May but in June".
func (st *stated) setsAgainst(i int) bool {
	for k := i + 1; k < len(st.words); k++ {
		if st.words[k].Norm != "but" {
			continue
		}
		for n := k + 1; n < len(st.words) && !strings.ContainsAny(st.gap(n), ",;"); n++ {
			if st.isVerb(n) {
				return false
			}
		}
		return true
	}
	return false
}

// hasWithin reports whether one of the words follows word i within some words.
func (st *stated) hasWithin(i int, set map[string]bool, words int) bool {
	for k := i + 1; k < min(len(st.words), i+1+words); k++ {
		if set[st.words[k].Norm] {
			return true
		}
	}
	return false
}

var (
	dismissStem = text.Stem("dismissed")
	accusations = text.WordSet(`accusation accusations charge charges claim claims allegation allegations criticism complaint complaints suggestion suggestions
		rumour rumours rumor rumors reports idea proposal`)
)

// keepsFrom reports whether "from" follows a verb of keeping: "kept her from
// winning".
func (st *stated) keepsFrom(i int) bool {
	for k := i + 1; k < min(len(st.words), i+6) && st.gap(k) == " "; k++ {
		if st.words[k].Norm == "from" {
			return k > i+1
		}
	}
	return false
}

// verbNear reports whether one of two words from i on is a verb: what is not done
// is denied, where a thing is only set against another.
func (st *stated) verbNear(i int) bool {
	for k := i; k < min(len(st.words), i+2); k++ {
		if w := &st.words[k]; !w.name && !w.number && (verbLike(w.Norm) || strings.HasSuffix(w.Norm, "ing")) {
			return true
		}
	}
	return false
}

// closesEvent reports whether "closed" at word i only says that something ended:
// "closed the talks".
func (st *stated) closesEvent(i int) bool {
	for k := i + 1; k < min(len(st.words), i+4); k++ {
		if events[st.words[k].Norm] {
			return true
		}
	}
	return false
}

// opposesAt reports whether "against" at word i says that somebody is against
// something: "is against", "voted against", "warned against".
func (st *stated) opposesAt(i int) bool {
	if i+1 < len(st.words) && i > 0 && passives[st.words[i-1].Norm] && text.IsStop(st.words[i+1].Norm) {
		return true
	}
	for k := i - 1; k >= max(0, i-2); k-- {
		if opposers[st.words[k].stem] {
			return true
		}
	}
	return false
}
