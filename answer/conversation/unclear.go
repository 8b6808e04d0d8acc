package conversation

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// Bare is a question of nothing but a question word that goes on with nothing: "Why?"
// after a question that has no reason; "" for any other.
func Bare(resolved string, history []Turn) string {
	if len(history) == 0 || history[len(history)-1].Told {
		return ""
	}
	f := followUp{asked: resolved, words: text.Words(resolved)}
	if !f.isBareQuestion() || !f.asksCircumstance() {
		return ""
	}
	return bare(resolved)
}

// Unclear is the pronoun of a resolved question of which neither the conversation nor
// the question tells whom or what it means; "" if there is none. To answer it would be
// to answer something else.
func Unclear(resolved string, history []Turn) string {
	if len(history) == 0 || history[len(history)-1].Told {
		return ""
	}
	f := newFollowUp(resolved, history)
	for i, w := range f.words {
		if f.isOpen(i) {
			return w.Text
		}
	}
	return ""
}

// MeansPeople reports whether a pronoun stands for people.
func MeansPeople(pronoun string) bool {
	norm := text.Fold(pronoun)
	return lexicon.PersonPronouns[norm] || lexicon.OwnPronouns[norm] || lexicon.GroupPronouns[norm]
}

// isOpen reports whether word i is a pronoun that nothing before it in the question can
// mean.
func (f *followUp) isOpen(i int) bool {
	w := f.words[i].Norm
	switch {
	case MeansPeople(w):
		return !f.hasAntecedent(i)
	case w == "it" || w == "that" || w == "this":
		return i > 0 && f.standsAlone(i) && f.means(i) && !f.reports(i) && len(thingsIn(f.asked[:f.words[i].Start])) == 0 && (i+1 == len(f.words) || !f.namesBefore(i))
	}
	return false
}

// hasAntecedent reports whether a name, a noun or a word such as "who" stands before
// word i that its pronoun may mean.
func (f *followUp) hasAntecedent(i int) bool {
	before := f.words[:i]
	if i == 2 && asksWhom[before[0].Norm] && doing[before[1].Norm] {
		return false // "Who did he meet?" asks for another one
	}
	if slices.ContainsFunc(before, func(w text.Word) bool { return anybody[w.Norm] || isPersonNoun(w.Norm) }) {
		return true
	}
	return f.namesBefore(i) || len(thingsIn(f.asked[:f.words[i].Start])) > 0 || slices.ContainsFunc(before[min(1, i):], text.Word.IsCapital)
}

// anybody are the words for people whom nothing names.
var anybody = text.WordSet(`who whom whose anyone anybody someone somebody everyone everybody nobody people those one`)

// reports reports whether a verb of saying stands before "that" at word i: what was said
// is what was answered.
func (f *followUp) reports(i int) bool { return i > 0 && lexicon.Saying[text.Stem(f.words[i-1].Norm)] }
