package draft

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// namesRelative reports whether the question gives somebody whom the articles know by the last
// name a first name that no article has: what Ann Berg said is not what Nora Berg said. The number of a king
// is no last name.
func namesRelative(q *question.Question, all []*evidence.Evidence) bool {
	typed := text.Words(q.Text)
	if len(typed) != len(q.Words) {
		return false
	}
	for t := 0; t+1 < len(q.Terms); t++ {
		first, last := q.Terms[t], q.Terms[t+1]
		if last.At == first.At+1 && isForename(q, t, typed) && last.Name && typed[last.At].IsCapital() && strings.Trim(last.Norm, "ivx") != "" && bearOtherForename(all, first.Norm, last.Norm) {
			return true
		}
	}
	return false
}

// isForename reports whether a term was typed as a name, is none that an article has, and no title
// or other word that the lexicon knows.
func isForename(q *question.Question, t int, typed []text.Word) bool {
	term := q.Terms[t]
	return term.Name && !term.Known && len(term.Groups) == 0 && typed[term.At].IsCapital() && !typed[term.At].IsPossessive() &&
		!lexicon.RoleWords[term.Norm] && !honorifics[term.Norm]
}

// honorifics stand before last names.
var honorifics = text.WordSet(`mr mrs ms miss sir dame lord lady dr madam`)

// bearOtherForename reports whether passages name somebody by the last name, and all of them with another
// first name. One with the same initial may be the long form of it.
func bearOtherForename(all []*evidence.Evidence, first, last string) bool {
	others := false
	for _, e := range all {
		if e.At > 0 {
			continue // its passage was looked at with its first sentence
		}
		for _, r := range e.Passage().Referents {
			if r.Key != last || !r.IsPerson() || r.Name.Len() < 2 {
				continue
			}
			words := e.Passage().Words[r.Name.Start:r.Name.End]
			if slices.ContainsFunc(words, func(w retrieval.Word) bool { return strings.HasPrefix(w.Norm, first[:1]) }) {
				return false
			}
			others = true
		}
	}
	return others
}
