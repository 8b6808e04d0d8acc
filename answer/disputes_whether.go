package answer

import (
	"slices"
	"strings"

	"sherpa/answer/clause"
	"sherpa/answer/disagreement"
	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// What articles may disagree on without any value: whether something happened, and
// whether somebody was there. One side denies it, and is asked about in its words.

// whether are the questions that may be answered with yes and with no, of which the
// sentence says one.
func whether(e *evidence.Evidence, q *question.Question) (questions []string) {
	words := e.Words()
	for i, w := range words {
		switch {
		case i+1 == len(words) || lexicon.IdleAfter[words[i+1].Norm] || e.IsQuoted(w.Span):
		case w.Norm == "no":
			questions = append(questions, whetherAny(e, i))
		case lexicon.VerbCues[w.Norm]:
			questions = append(questions, whetherDid(e, i))
		}
	}
	for _, n := range e.Sentence.Names {
		if e.PersonLike(n) {
			questions = append(questions, whetherThere(e, q, n))
		}
	}
	return slices.DeleteFunc(questions, func(asked string) bool { return asked == "" })
}

// addWhether adds these questions, each once, up to maxWhether; seen are those put already.
func addWhether(e *evidence.Evidence, all []dispute, q *question.Question, seen map[string]bool) []dispute {
	for _, asked := range whether(e, q) {
		if !seen[asked] && len(all) < maxWhether {
			seen[asked] = true
			all = append(all, dispute{question: asked, a: e, b: e, whether: true})
		}
	}
	return all
}

// deniedWords is how many words behind a denial are asked about.
const deniedWords = 5

// whetherAny asks whether there was any of what the "no" at i denies.
func whetherAny(e *evidence.Evidence, i int) string {
	denied := unbroken(e, i+1, 3)
	if end := slices.IndexFunc(denied, func(w retrieval.Word) bool { return w.Stop || w.IsNumeric() }); end >= 0 {
		denied = denied[:end]
	}
	if len(denied) == 0 || tellings[denied[len(denied)-1].Norm] {
		return ""
	}
	return "Were there any " + quoted(e, denied) + "?"
}

// tellings are nouns for what is known of something: that there is no sign of it is not
// said of it itself.
var tellings = text.WordSet(`indication indications evidence sign signs proof word hint hints reason question questions word clue clues`)

// whetherDid asks whether what the negation at i denies happened.
func whetherDid(e *evidence.Evidence, i int) string {
	words := e.Words()
	c := clause.At(e.Clauses(), i)
	lead, subject := words[i].Norm, words[c.Start:i]
	if cut, ok := strings.CutSuffix(lead, "n't"); ok {
		lead = cut
	} else if i > c.Start {
		lead, subject = words[i-1].Norm, words[c.Start:i-1]
	}
	if !lexicon.Auxiliaries[lead] || !isPlainSubject(subject) {
		return ""
	}
	return strings.ToUpper(lead[:1]) + lead[1:] + " " + quoted(e, subject) + " " + quoted(e, unbroken(e, i+1, deniedWords)) + "?"
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
func whetherThere(e *evidence.Evidence, q *question.Question, n value.Name) string {
	if s, absent := disagreement.Whereabouts(e, q, n); s.From == nil || !absent {
		return ""
	}
	return "Was " + quoted(e, e.Words()[n.First:n.Next]) + " there?"
}

// unbroken are at most n words from i on, up to the first punctuation mark.
func unbroken(e *evidence.Evidence, i, n int) []retrieval.Word {
	words := e.Words()
	next := min(i+1, len(words))
	for next < min(len(words), i+n) && strings.TrimSpace(e.Passage().Text[words[next-1].End:words[next].Start]) == "" {
		next++
	}
	return words[i:next]
}

// quoted are words as they stand in the text.
func quoted(e *evidence.Evidence, words []retrieval.Word) string {
	if len(words) == 0 {
		return ""
	}
	return e.Passage().Text[words[0].Start:words[len(words)-1].End]
}
