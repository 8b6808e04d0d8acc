package quality

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"sherpa/answer"
	"sherpa/internal/eval"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// weighed is how many of the sentences that were weighed are looked at.
const weighed = 1000

// explain says in words how an error came about, without any text of its set.
func (b *bench) explain(ctx context.Context, c candidate) (words []string, err error) {
	engine := b.answer
	if docs := c.outcome.Question.Docs; len(docs) > 0 {
		own, closer, err := eval.OpenDocs(ctx, docs)
		if err != nil {
			return nil, err
		}
		defer func() { err = errors.Join(err, closer.Close()) }()
		engine, _ = own.Asker.(*answer.Engine)
	}
	asked, err := b.set.asked()
	if err != nil {
		return nil, err
	}
	q := c.outcome.Question
	why, err := engine.Why(ctx, answer.Question{Text: c.outcome.Asked(), Asked: asked, Since: q.Since, Source: q.Source}, weighed)
	if err != nil {
		return nil, err
	}
	return newAccount(c, why).words(), nil
}

// account is what is known of an error.
type account struct {
	candidate
	why answer.Reasons
	// shown and right are the places among the weighed sentences of the one that
	// was shown, or would have been, and of the first one that holds the answer; -1
	// for none.
	shown, right int
}

func newAccount(c candidate, why answer.Reasons) account {
	a := account{candidate: c, why: why, shown: -1, right: -1}
	first := c.outcome.First()
	for i, e := range why.Evidence {
		if a.shown < 0 && (first == "" || strings.Contains(e.Sentence, first) || strings.Contains(first, e.Sentence)) {
			a.shown = i
		}
		if a.right < 0 && a.holds(e) {
			a.right = i
		}
	}
	return a
}

// holds reports whether a weighed sentence holds the answer.
func (a account) holds(e answer.Evidence) bool {
	q := a.outcome.Question
	return q.IsAnswerable() && q.ToldBy(e.Article.ID, e.Sentence)
}

// words tell the error from the outcome back to its signs.
func (a account) words() []string {
	all := []string{a.result()}
	if a.why.Kind != "" && a.why.Kind != retrieval.KindOther.String() {
		all = append(all, fmt.Sprintf("What is asked for was taken to be: %s.", a.why.Kind))
	}
	switch q := a.outcome.Question; {
	case len(q.Docs) > 0:
		all = append(all, a.documents())
	case q.IsAnswerable():
		all = append(all, a.places()...)
		all = append(all, a.difference()...)
	}
	return append(all, a.signs()...)
}

// result says what became of the question.
func (a account) result() string {
	o := a.outcome
	confidence := fmt.Sprintf("%.2f", o.Answer.Confidence)
	switch a.class {
	case Unfounded:
		return fmt.Sprintf("Answered with a confidence of %s, though the articles do not say.", confidence)
	case Refused, RefusedLost:
		return fmt.Sprintf("Refused: a confidence of %s.", confidence)
	case FalseAlarm:
		return fmt.Sprintf("With a confidence of %s, %s, though the articles agree.", confidence, against(o.Answer))
	case MissedConflict:
		return fmt.Sprintf("With a confidence of %s, %s cited and %s.", confidence, text.Count(len(o.Cited()), "article"), against(o.Answer))
	case WrongShort:
		return fmt.Sprintf("With a confidence of %s, %s.", confidence, shortShare(o))
	}
	return fmt.Sprintf("Answered with a confidence of %s and %s.", confidence, text.Count(len(o.Answer.Statements), "statement"))
}

// against says which values were set against each other.
func against(a answer.Answer) string {
	if len(a.Disagreements) == 0 {
		return "nothing set against each other"
	}
	d := a.Disagreements[0]
	return fmt.Sprintf("%s (%s) set against each other", text.Count(len(d.Claims), "value"), matter(d))
}

// matters are what a disagreement can be about that may be named of any set.
var matters = []string{"date", "duration", "number", "place", "list", "person", "organisation", "money", "percentage", "yes/no", "quotation"}

// matter says what a disagreement is about, in none but general words: that of
// two things of one name may be about any words of the question.
func matter(d answer.Disagreement) string {
	switch {
	case d.Kind != "":
		return d.Kind
	case slices.Contains(matters, d.About):
		return d.About
	}
	return "other"
}

// shortShare says what a wrong short answer has in common with the right one.
func shortShare(o *eval.Outcome) string {
	f1, _ := o.Value("f1")
	share := "shares no word with the right one"
	if f1 > 0 {
		share = fmt.Sprintf("shares some words with the right one (F1 %.2f)", f1)
	}
	where := "which no statement holds"
	if is(o, "top1", 1) {
		where = "which the first statement holds"
	} else if is(o, "top3", 1) {
		where = "which a later statement holds"
	}
	return fmt.Sprintf("the short answer, of %s, %s, %s", text.Count(text.CountWords(o.Answer.ShortAnswer), "word"), share, where)
}

// places say where the passage and the sentence with the answer stood.
func (a account) places() []string {
	var all []string
	if _, searched := a.outcome.Value("r20"); searched {
		if notFound(a.outcome) {
			all = append(all, "The passage with the answer is not among the first 20 of the search.")
		} else {
			all = append(all, fmt.Sprintf("The passage with the answer stood %s in the search.", ordinal(a.outcome.Rank)))
		}
	}
	switch {
	case a.right < 0:
		all = append(all, fmt.Sprintf("None of the %d sentences that were weighed holds the answer in its own words.", len(a.why.Evidence)))
	case a.right == a.shown:
		all = append(all, "The sentence that was shown first holds the answer, or part of it.")
	default:
		all = append(all, fmt.Sprintf("The first sentence that holds it stood %s of %d weighed.", ordinal(a.right+1), len(a.why.Evidence)))
	}
	return all
}

// documents say where the sentences stood that hold what each of the question's
// own documents is held to answer.
func (a account) documents() string {
	var at []int
	docs := a.outcome.Question.Docs
	for _, d := range docs {
		place := slices.IndexFunc(a.why.Evidence, func(e answer.Evidence) bool {
			return e.Article.ID == d.ID && eval.Question{Answers: []string{d.Answer}}.ToldBy(d.ID, e.Sentence)
		})
		if place >= 0 {
			at = append(at, place+1)
		}
	}
	said := fmt.Sprintf("Of its %s, %d have the very words of their labels in one sentence", text.Count(len(docs), "document"), len(at))
	if len(at) == 0 {
		return said + "."
	}
	return said + fmt.Sprintf("; of %s weighed, these stood %s.", text.Count(len(a.why.Evidence), "sentence"), ordinals(at))
}

// difference says what the shown sentence had before the right one, and what the
// right one had before it.
func (a account) difference() []string {
	if a.right < 0 || a.shown < 0 || a.right == a.shown {
		return nil
	}
	shown, right := a.why.Evidence[a.shown], a.why.Evidence[a.right]
	var all []string
	if s, ok := value(shown.Parts, "cover"); ok {
		r, _ := value(right.Parts, "cover")
		all = append(all, fmt.Sprintf("The one preferred has %.0f %% of the question's weight, the right one %.0f %%.", 100*s, 100*r))
	}
	if ahead := lead(shown.Parts, right.Parts, 2); ahead != "" {
		all = append(all, "The one preferred "+ahead+".")
	}
	if ahead := lead(right.Parts, shown.Parts, 1); ahead != "" {
		all = append(all, "The right one "+ahead+".")
	}
	return all
}

// signs are what weighed most against an answer that was refused, or for one
// that was given.
func (a account) signs() []string {
	refused := !a.outcome.Answer.Answered
	parts := slices.DeleteFunc(slices.Clone(a.why.Gate), func(p retrieval.Part) bool {
		return strings.HasSuffix(p.Feature, "bias") || p.Points == 0 || p.Points < 0 != refused
	})
	slices.SortStableFunc(parts, func(x, y retrieval.Part) int { return compareSize(y.Points, x.Points) })
	if len(parts) == 0 {
		if refused {
			return []string{"No single sign speaks against it; there is too little for it."}
		}
		return nil
	}
	var said []string
	for _, p := range parts[:min(len(parts), 2)] {
		said = append(said, fmt.Sprintf("%s (%+.1f)", phrase(gateSaying, p.Feature), p.Points))
	}
	head := "What spoke for it most: "
	if refused {
		head = "What spoke against it: "
	}
	return []string{head + strings.Join(said, "; ") + "."}
}
