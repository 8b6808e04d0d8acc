package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"sherpa/answer/conversation"
	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// resolved is the question made to stand alone.
func (qn Question) resolved() string {
	asked := conversation.Resolve(qn.Text, turnsOf(qn.History))
	if readFrame(asked).asks != frameNone {
		return asked
	}
	if of := ofArticles(qn.Text); of != qn.Text {
		return of
	}
	return asked
}

// unclear is the pronoun of a resolved question that nothing tells the meaning of; "they"
// can still be the people of the story that all articles tell.
func (e *Engine) unclear(ctx context.Context, qn Question, asked string) (string, error) {
	pronoun := conversation.Unclear(asked, turnsOf(qn.History))
	if pronoun == "" || !lexicon.GroupPronouns[text.Fold(pronoun)] {
		return pronoun, nil
	}
	s, err := e.story(ctx, qn)
	if err != nil || s.HasPeople() || s.IsNamedIn(asked) {
		return "", err
	}
	return pronoun, nil
}

// unclearText says that a pronoun cannot be told.
func unclearText(pronoun string) string {
	if conversation.MeansPeople(pronoun) {
		return fmt.Sprintf("I cannot tell whom “%s” means here. Ask again with the name.", pronoun)
	}
	return fmt.Sprintf("I cannot tell what “%s” means here. Ask again and name it.", pronoun)
}

// withoutChatter is a conversation without thanks and greetings, which no question means.
func withoutChatter(history []Turn) []Turn {
	isChatter := func(t Turn) bool { return !t.Told && conversation.IsSmallTalk(t.Question) }
	if !slices.ContainsFunc(history, isChatter) {
		return history
	}
	return slices.DeleteFunc(slices.Clone(history), isChatter)
}

// turnsOf is a conversation as a follow-up is read against it.
func turnsOf(history []Turn) []conversation.Turn {
	turns := make([]conversation.Turn, len(history))
	for i := range history {
		question, a := history[i].last()
		turns[i] = conversation.Turn{Question: capitalised(question, a.Names), Told: history[i].Told, Short: a.ShortAnswer}
		for _, s := range a.Statements {
			turns[i].Statements = append(turns[i].Statements, s.Text)
		}
	}
	return turns
}

// namesOf are the words of a question that are names of the corpus. Words of titles and
// kinds of places are often written large beside a name.
func namesOf(analysed *retrieval.Analysis) []string {
	var names []string
	for i := range analysed.Terms {
		t := &analysed.Terms[i]
		if t.Name && !lexicon.RoleWords[t.Norm] && !lexicon.NotPerson[t.Norm] && !lexicon.PlaceNouns[t.Norm] {
			names = append(names, cmp.Or(t.Asked, t.Norm))
		}
	}
	return names
}

// capitalised is a question with capitals for the names in it.
func capitalised(question string, names []string) string {
	if len(names) == 0 {
		return question
	}
	var b strings.Builder
	at := 0
	for _, w := range text.Words(question) {
		if !w.IsCapital() && slices.Contains(names, w.Norm) {
			b.WriteString(question[at:w.Start])
			b.WriteString(text.Capital(w.Text))
			at = w.Start + len(w.Text)
		}
	}
	return b.String() + question[at:]
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
