package answer

import (
	"slices"

	"sherpa/answer/conversation"
)

// resolved is the question made to stand alone.
func (qn Question) resolved() string { return conversation.Resolve(qn.Text, turnsOf(qn.History)) }

// turnsOf is a conversation as a follow-up is read against it.
func turnsOf(history []Turn) []conversation.Turn {
	turns := make([]conversation.Turn, len(history))
	for i := range history {
		question, a := history[i].last()
		turns[i] = conversation.Turn{Question: question, Told: history[i].Told, Short: a.ShortAnswer}
		for _, s := range a.Statements {
			turns[i].Statements = append(turns[i].Statements, s.Text)
		}
	}
	return turns
}

// last is the last question of a turn with its answer: a message may have several.
func (t *Turn) last() (string, *Answer) {
	if n := len(t.Answer.Parts); n > 0 {
		part := &t.Answer.Parts[n-1]
		return part.asked(), part
	}
	return t.Question, &t.Answer
}

// saidBefore are the places that the last answer cites, where the question asks for
// what else there is: they are no answer to that.
func saidBefore(qn Question) []Citation {
	return qn.cited(conversation.Continues(qn.Text, turnsOf(qn.History)))
}

// saidThen are the places that the last answer cites, where the question asks when or
// where that was said: only they can tell.
func saidThen(qn Question) []Citation {
	return qn.cited(conversation.Concerns(qn.Text, turnsOf(qn.History)))
}

// cited are the places that the answer of a turn cites; none of turn -1.
func (qn Question) cited(turn int) []Citation {
	if turn < 0 {
		return nil
	}
	_, a := qn.History[turn].last()
	return a.Citations
}

// spokenOf are the articles that the last answer cites.
func spokenOf(history []Turn) []string {
	if len(history) == 0 {
		return nil
	}
	_, a := history[len(history)-1].last()
	var articles []string
	for i := range a.Citations {
		if id := a.Citations[i].Article.ID; !slices.Contains(articles, id) {
			articles = append(articles, id)
		}
	}
	return articles
}
