package answer

import (
	"slices"
	"strings"

	"sherpa/answer/clause"
	"sherpa/answer/lexicon"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// What articles may disagree on without any value: whether something happened, and
// whether somebody was there. One side denies it, and is asked about in its words.

// whether are the questions that may be answered with yes and with no, of which the
// sentence says one.
func (e *evidence) whether(q *question) (questions []string) {
	words := e.words()
	for i, w := range words {
		switch {
		case i+1 == len(words) || lexicon.IdleAfter[words[i+1].Norm] || e.isQuoted(w.Span):
		case w.Norm == "no":
			questions = append(questions, e.whetherAny(i))
		case lexicon.VerbCues[w.Norm]:
			questions = append(questions, e.whetherDid(i))
		}
	}
	for _, n := range e.sentence.Names {
		if e.personLike(n) {
			questions = append(questions, e.whetherThere(q, n))
		}
	}
	return slices.DeleteFunc(questions, func(question string) bool { return question == "" })
}

// addWhether adds these questions, each once, up to maxWhether; seen are those put already.
func (e *evidence) addWhether(all []dispute, q *question, seen map[string]bool) []dispute {
	for _, question := range e.whether(q) {
		if !seen[question] && len(all) < maxWhether {
			seen[question] = true
			all = append(all, dispute{question: question, a: e, b: e, whether: true})
		}
	}
	return all
}

// deniedWords is how many words behind a denial are asked about.
const deniedWords = 5

// whetherAny asks whether there was any of what the "no" at i denies.
func (e *evidence) whetherAny(i int) string {
	denied := e.unbroken(i+1, 3)
	if end := slices.IndexFunc(denied, func(w retrieval.Word) bool { return w.Stop || w.IsNumeric() }); end >= 0 {
		denied = denied[:end]
	}
	if len(denied) == 0 || tellings[denied[len(denied)-1].Norm] {
		return ""
	}
	return "Were there any " + e.quoted(denied) + "?"
}

// tellings are nouns for what is known of something: that there is no sign of it is not
// said of it itself.
var tellings = wordSet(`indication indications evidence sign signs proof word hint hints reason question questions word clue clues`)

// whetherDid asks whether what the negation at i denies happened.
func (e *evidence) whetherDid(i int) string {
	words := e.words()
	c := clause.At(e.clauses(), i)
	lead, subject := words[i].Norm, words[c.Start:i]
	if cut, ok := strings.CutSuffix(lead, "n't"); ok {
		lead = cut
	} else if i > c.Start {
		lead, subject = words[i-1].Norm, words[c.Start:i-1]
	}
	if !lexicon.Auxiliaries[lead] || !isPlainSubject(subject) {
		return ""
	}
	return strings.ToUpper(lead[:1]) + lead[1:] + " " + e.quoted(subject) + " " + e.quoted(e.unbroken(i+1, deniedWords)) + "?"
}

// subjectLength is how many words a subject has at the most that is asked about.
const subjectLength = 5

// isPlainSubject reports whether words name somebody or something, and do nothing else.
func isPlainSubject(words []retrieval.Word) bool {
	if len(words) > subjectLength || slices.ContainsFunc(words, func(w retrieval.Word) bool { return w.Verbal || lexicon.ClausePronouns[w.Norm] }) {
		return false
	}
	return slices.ContainsFunc(words, func(w retrieval.Word) bool { return !w.Stop && !w.IsNumeric() })
}

// whetherThere asks whether somebody was there, of whom it is told that it was not so.
func (e *evidence) whetherThere(q *question, n value.Name) string {
	if s, absent := e.whereabouts(q, n); s.from == nil || !absent {
		return ""
	}
	return "Was " + e.quoted(e.words()[n.First:n.Next]) + " there?"
}

// unbroken are at most n words from i on, up to the first punctuation mark.
func (e *evidence) unbroken(i, n int) []retrieval.Word {
	words := e.words()
	next := min(i+1, len(words))
	for next < min(len(words), i+n) && strings.TrimSpace(e.passage().Text[words[next-1].End:words[next].Start]) == "" {
		next++
	}
	return words[i:next]
}

// quoted are words as they stand in the text.
func (e *evidence) quoted(words []retrieval.Word) string {
	if len(words) == 0 {
		return ""
	}
	return e.passage().Text[words[0].Start:words[len(words)-1].End]
}
