package conversation

import (
	"slices"

	"sherpa/internal/text"
)

// asksElse reports whether the question asks for more of the same ("Who else?").
func (f *followUp) asksElse() bool {
	if asksOn[lettersOf(f.asked)] {
		return true
	}
	if len(f.words) > 3 {
		return false
	}
	return slices.ContainsFunc(f.words, func(w text.Word) bool { return w.Norm == "else" || w.Norm == "more" || w.Norm == "others" })
}

// Continues is the place of the turn whose answer a question goes on with, as it asks
// for what else there is, or -1: what was said there is no answer to that.
func Continues(question string, history []Turn) int {
	if len(history) == 0 {
		return -1
	}
	f := newFollowUp(text.Squeeze(text.Clean(question)), history)
	switch {
	case f.asksElse():
		return len(f.countable().history)
	case f.meansOther():
		return len(f.history)
	}
	return -1
}

// elseOfLatest asks for more of what was asked last that there can be more of:
// after "When was that?" others are meant by whom was asked before.
func (f *followUp) elseOfLatest() string {
	of := f.countable()
	return of.elseOf(of.last.Question)
}

// countable is the turn that "else" goes on with.
func (f *followUp) countable() *followUp {
	if e := f.earlier(); e != nil && whenSaid.MatchString(f.last.Question) {
		return e.countable() // there is one time at which it was said
	}
	if f.words[0].Norm == "who" {
		for e := f; e != nil; e = e.earlier() {
			if len(e.before) > 0 && (e.before[0].Norm == "who" || e.before[0].Norm == "whom") {
				return e
			}
		}
	}
	return f
}

// elseOf is a question with "else" after its question word.
func (f *followUp) elseOf(question string) string {
	if _, overview, _ := Topic(question); overview {
		return question
	}
	words := text.Words(question)
	for _, w := range words {
		if w.Norm == "else" {
			return question
		}
		if elseAfter[w.Norm] {
			return question[:w.End] + " else" + question[w.End:]
		}
	}
	return question
}

var elseAfter = text.WordSet(`who whom what where`)
