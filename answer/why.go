package answer

import (
	"context"
	"slices"

	"sherpa/answer/conversation"
	"sherpa/answer/evidence"
	"sherpa/answer/gate"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Reasons shows how an answer came about.
type Reasons struct {
	// UnderstoodAs is the question that was searched for.
	UnderstoodAs string `json:"understood_as"`
	// Kind is the kind of answer that was expected.
	Kind string `json:"kind"`
	// Evidence are the sentences that were weighed, best first.
	Evidence []Evidence `json:"evidence"`
	// Confidence is the answer's, and Gate the parts that add up to its log odds.
	Confidence float64          `json:"confidence"`
	Gate       []retrieval.Part `json:"gate"`
	// Parts are the reasons for each question of a message that asks several; the
	// other fields are those of the first.
	Parts []Reasons `json:"parts,omitempty"`
}

// Evidence is a sentence that was weighed for an answer, with the parts that add
// up to its score.
type Evidence struct {
	PassageID string           `json:"passage_id"`
	Article   Article          `json:"article"`
	Sentence  string           `json:"sentence"`
	Score     float64          `json:"score"`
	Parts     []retrieval.Part `json:"parts"`
}

// Why returns what was weighed for a question: at most limit sentences.
func (e *Engine) Why(ctx context.Context, qn Question, limit int) (Reasons, error) {
	if unusable(qn.Text) != "" {
		return Reasons{Evidence: []Evidence{}}, nil
	}
	limit = max(limit, 0)
	list, _ := conversation.Inquiries(qn.Text)
	if len(list) == 1 {
		return e.whyOne(ctx, qn.of(list[0]), limit)
	}
	out := Reasons{Evidence: []Evidence{}}
	for i, one := range list {
		r, err := e.whyOne(ctx, qn.of(one), limit)
		if err != nil {
			return Reasons{}, err
		}
		if i == 0 {
			out = r
		}
		out.Parts = append(out.Parts, r)
		qn.History = append(slices.Clip(qn.History), Turn{Question: r.UnderstoodAs})
	}
	return out, nil
}

// whyOne returns what was weighed for one question.
func (e *Engine) whyOne(ctx context.Context, qn Question, limit int) (Reasons, error) {
	a := emptyAnswer(text.Squeeze(text.Clean(qn.Text)))
	f, err := e.findResolved(ctx, qn, &a)
	if err != nil {
		return Reasons{}, err
	}
	q, all, asked := f.q, f.all, a.asked()
	out := Reasons{UnderstoodAs: asked, Kind: q.Kind.String(), Evidence: make([]Evidence, 0, limit)}
	for _, ev := range all[:min(limit, len(all))] {
		out.Evidence = append(out.Evidence, explain(ev, q, f.res.Hits[0].Score))
	}
	out.Confidence, out.Gate = round4(f.confidence()), gate.Parts(q, all, f.draft)
	return out, nil
}

func explain(e *evidence.Evidence, q *question.Question, topScore float64) Evidence {
	out := Evidence{PassageID: e.Hit.Passage.ID, Article: citedArticle(e.Hit.Article), Sentence: e.Text(), Score: e.Score}
	for i, x := range e.Features(q, topScore) {
		out.Parts = append(out.Parts, retrieval.Part{Feature: evidence.SentenceLabels[i], Value: x, Weight: evidence.SentenceWeights[i], Points: x * evidence.SentenceWeights[i]})
	}
	return out
}
