package verify

import (
	"strings"

	"sherpa/internal/text"
)

// Limits of one text: claims beyond them are not looked at.
const (
	maxClaims = 20
	maxClaim  = 500 // bytes of a claim
)

// Claims are the sentences of a text that assert something, at most maxClaims.
func Claims(s string) []string {
	var found []string
	s = text.Clean(s)
	for _, sentence := range text.Sentences(s) {
		for _, part := range independentClauses(text.Truncate(text.Squeeze(sentence.Of(s)), maxClaim)) {
			if asserts(part) {
				found = append(found, part)
			}
			if len(found) == maxClaims {
				return found
			}
		}
	}
	return found
}

// courtesies are the words of greetings, thanks and small talk.
var courtesies = text.WordSet(`hi hello hey thanks thank please good morning evening afternoon night welcome bye goodbye ok okay yes sure cheers dear everyone all
	greetings lol sorry nice great day there you very much lot see soon later sherpa`)

// asserts reports whether a sentence says something that articles can bear out:
// it is no question, and more than a courtesy.
func asserts(s string) bool {
	if strings.HasSuffix(strings.TrimRight(s, " \"'”’)"), "?") {
		return false
	}
	words, telling := text.Words(s), 0
	for _, w := range words {
		if !text.IsStop(w.Norm) && !courtesies[w.Norm] {
			telling++
		}
	}
	return len(words) >= 3 && telling >= 1
}

// ownClauseWords is how many words a part must have to be a claim of its own.
const ownClauseWords = 3

// independentClauses splits a compound sentence where each part can stand alone:
// at a semicolon, or at ", and" and ", but" before a new subject with its verb.
func independentClauses(s string) []string {
	f := readFacts(s)
	start, parts := 0, []string(nil)
	for i := 1; i < len(f.words); i++ {
		if !f.splitsAt(i, start) {
			continue
		}
		parts = append(parts, strings.TrimRight(s[start:f.words[i-1].End], " ,;"))
		start = f.words[i].Start
		if conjunctions[f.words[i].Norm] {
			start = f.words[i+1].Start
		}
	}
	return append(parts, s[start:])
}

var conjunctions = text.WordSet(`and but`)

// splitsAt reports whether the sentence can be parted before word i.
func (f *facts) splitsAt(i, start int) bool {
	gap := strings.TrimSpace(f.gap(i))
	subject := i
	switch {
	case gap == ";":
	case gap == "," && conjunctions[f.words[i].Norm]:
		subject++
	default:
		return false
	}
	return !f.words[i].quoted && f.count(start, f.words[i].Start) >= ownClauseWords && len(f.words)-subject >= ownClauseWords &&
		f.verbIn(start, f.words[i].Start) && f.subjectAt(subject)
}

func (f *facts) count(from, to int) int {
	n := 0
	for i := range f.words {
		if f.words[i].Start >= from && f.words[i].Start < to {
			n++
		}
	}
	return n
}

func (f *facts) verbIn(from, to int) bool {
	for i := range f.words {
		if w := &f.words[i]; w.Start >= from && w.Start < to && !w.name && verbLike(w.Norm) {
			return true
		}
	}
	return false
}

// subjectAt reports whether word i begins a subject that a verb follows.
func (f *facts) subjectAt(i int) bool {
	if !f.words[i].name && !text.IsStop(f.words[i].Norm) {
		return false
	}
	for k := i + 1; k < min(len(f.words), i+6); k++ {
		if strings.ContainsAny(f.gap(k), ",;") {
			return false
		}
		if !f.words[k].name && verbLike(f.words[k].Norm) {
			return true
		}
	}
	return false
}
