package conversation

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

var fragmentLeads = [][]string{{"and"}, {"what", "about"}, {"how", "about"}, {"and", "what", "about"}, {"and", "how", "about"}, {"or"}, {"but"}, {"same", "for"}}

// lead is the number of words of "and …" or "what about …" at the beginning.
func (f *followUp) lead() int {
	n := 0
	for _, lead := range fragmentLeads {
		if len(lead) > n && len(f.words) > len(lead) && f.startsWith(lead) {
			n = len(lead)
		}
	}
	return n
}

func (f *followUp) startsWith(lead []string) bool {
	if len(f.words) < len(lead) {
		return false
	}
	for i, w := range lead {
		if f.words[i].Norm != w {
			return false
		}
	}
	return true
}

// matterOf is the turn that a fragment goes on with: who says "What about Bob?" after
// "Why did Ann say that?" asks what he said.
func (f *followUp) matterOf() *followUp {
	if e := f.earlier(); e != nil && len(f.before) > 2 && f.before[0].Norm == "why" && f.before[len(f.before)-1].Norm == "that" {
		return e
	}
	return f
}

// maxFragment is how many words a fragment has at the most after its lead.
const maxFragment = 6

// isFragment reports whether only a new name or noun is given: "And Russia?", "in
// 2018?", "the second meeting".
func (f *followUp) isFragment() bool {
	n := f.lead()
	if n == 0 && !f.isPhrase() || len(f.words)-n > maxFragment {
		return false
	}
	item := f.words[n:]
	if len(item) > 1 && lexicon.OwnPronouns[item[0].Norm] {
		item = item[1:] // "and her brother?"
	}
	return !slices.ContainsFunc(item, func(w text.Word) bool { return lexicon.QuestionLeads[w.Norm] || lexicon.PersonPronouns[w.Norm] })
}

// isPhrase reports whether the question is a preposition with a date or a name, "in
// 2018?", or tells what each gets, "per head".
func (f *followUp) isPhrase() bool {
	return len(f.words) >= 2 && len(f.words) <= 4 && prepositions[f.words[0].Norm] && (f.words[1].IsNumeric() || f.words[1].IsCapital() || f.words[0].Norm == "per")
}

var prepositions = text.WordSet(`in on at by with from to for per about after before during since until of`)
