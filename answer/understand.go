package answer

import (
	"context"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/answer/prompt"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

const (
	// maxTurns is how much of a conversation a model reads.
	maxTurns = 4
	// maxTurnText is the length of an answer in it, in bytes.
	maxTurnText = 400
	// leaningWords is how many words a question has at the most that may lean on
	// the conversation without a pronoun.
	leaningWords = 5
	// leastKnown is the share of a question's words that the articles must have
	// for it to be taken for one in their language, where it does not show its own.
	leastKnown = 0.5
)

// findUnderstood searches for what the language model takes the question for,
// where it leans on the conversation or is in another language than the articles,
// and else, or if the model fails, as there is no model.
func (e *Engine) findUnderstood(ctx, model context.Context, qn Question, a *Answer) (*found, error) {
	f, err := e.findResolved(ctx, qn, a)
	if err != nil || !f.needsUnderstanding(qn) {
		return f, err
	}
	qn.tell(StageUnderstanding, 0)
	asked, ok := e.understand(model, qn, a, languageOf(f.res.Hits))
	if !ok || asked == a.asked() || asked == text.Squeeze(text.Clean(qn.Text)) {
		return f, nil // the model knows no better than the offline resolver
	}
	return e.findAs(ctx, qn, asked, a)
}

// needsUnderstanding reports whether the question says too little by itself.
func (f *found) needsUnderstanding(qn Question) bool {
	if lang, sure := text.Language(qn.Text); sure && lang != languageOf(f.res.Hits) {
		return true
	} else if !sure && f.knownShare() < leastKnown {
		return true
	}
	return leans(qn)
}

// knownShare is the share of the question's words that the articles have.
func (f *found) knownShare() float64 {
	known, all := 0, 0
	for i := range f.res.Analysis.Terms {
		all++
		if f.res.Analysis.Terms[i].Known {
			known++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(known) / float64(all)
}

// leans reports whether a question may lean on the conversation before it.
func leans(qn Question) bool {
	if len(qn.History) == 0 {
		return false
	}
	asked := text.Squeeze(text.Clean(qn.Text))
	words := text.Words(asked)
	if len(words) <= leaningWords || qn.resolved() != asked {
		return true
	}
	for _, w := range words {
		if lexicon.PersonPronouns[w.Norm] || lexicon.OwnPronouns[w.Norm] || lexicon.GroupPronouns[w.Norm] || lexicon.ThingPronouns[w.Norm] {
			return true
		}
	}
	return false
}

// understand has the model say what the question means by itself, in the
// articles' language.
func (e *Engine) understand(ctx context.Context, qn Question, a *Answer, language string) (string, bool) {
	before := exchanges(qn.History)
	ask, err := prompt.NewUnderstanding(qn.Text, before, language, e.random)
	if err != nil {
		return "", false
	}
	reply, err := e.generate(ctx, qn.Payer, a, ask)
	if err != nil {
		a.fallBack(e.generator.Model(), reasonOf(err))
		return "", false
	}
	read, err := ask.Read(reply)
	if err != nil || !faithful(read.Question, qn, before, language) {
		return "", false
	}
	return text.Squeeze(text.Clean(read.Question)), true
}

// exchanges are the last turns of a conversation as a model reads them.
func exchanges(history []Turn) []prompt.Exchange {
	var before []prompt.Exchange
	for _, t := range history[max(0, len(history)-maxTurns):] {
		said := []string{t.Answer.ShortAnswer}
		for _, s := range t.Answer.Statements {
			said = append(said, s.Text)
		}
		before = append(before, prompt.Exchange{Question: t.Question, Answer: text.Truncate(strings.TrimSpace(strings.Join(said, " ")), maxTurnText)})
	}
	return before
}

// faithful reports whether a question that a model puts in the place of another
// has no figure that neither that one nor the conversation has, and no name
// either where all are in one language.
func faithful(asked string, qn Question, before []prompt.Exchange, language string) bool {
	if unusable(asked) != "" || address.MatchString(asked) {
		return false
	}
	texts := []string{qn.Text}
	for _, t := range before {
		texts = append(texts, t.Question, t.Answer)
	}
	given := strings.Join(texts, "\n")
	for _, w := range text.Words(asked) {
		if w.Norm[0] <= '9' && !strings.Contains(given, w.Text) {
			return false
		}
	}
	if lang, sure := text.Language(qn.Text); sure && lang != language {
		return true
	}
	folded := text.Fold(given)
	for _, n := range value.Names(asked, text.Words(asked)) {
		if !n.Initial && !strings.Contains(folded, text.Fold(n.Of(asked))) {
			return false
		}
	}
	return true
}
