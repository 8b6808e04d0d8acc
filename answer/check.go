package answer

import (
	"context"
	"fmt"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/verify"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// maxCheckText is how much of a text is read, in bytes.
const maxCheckText = 64 << 10

// Check says of each claim in a text whether the articles support it,
// contradict it or do not cover it, with the sentences that say so. Questions
// and greetings claim nothing. An error means that the store could not be read.
func (e *Engine) Check(ctx context.Context, s string) ([]ClaimCheck, error) {
	checks := []ClaimCheck{}
	for _, claim := range verify.Claims(text.Truncate(s, maxCheckText)) {
		c, err := e.checkClaim(ctx, claim)
		if err != nil {
			return nil, err
		}
		checks = append(checks, c)
	}
	return checks, nil
}

func (e *Engine) checkClaim(ctx context.Context, claim string) (ClaimCheck, error) {
	res, err := e.search.Search(ctx, retrieval.Query{Text: claim, K: passagesRead})
	if err != nil {
		return ClaimCheck{}, fmt.Errorf("answer: check: search: %w", err)
	}
	j := verify.Judge(claim, &res.Analysis, res.Hits)
	b := newBook()
	for _, p := range j.Proofs {
		b.cite(&evidence.Evidence{Hit: p.Hit}, p.Span)
	}
	c := ClaimCheck{Claim: claim, Verdict: j.Verdict, Citations: b.citations}
	if j.Verdict == verify.Supported || j.ByDenial || j.Thin {
		err = e.confirm(ctx, &c, j)
	}
	if c.Citations == nil {
		c.Citations = []Citation{}
	}
	return c, err
}

// confirm asks whether a claim is so that has its words in the articles: what they deny is
// contradicted, and what says so little that its words may stand there by chance, or is borne
// out by other words alone, must be told.
func (e *Engine) confirm(ctx context.Context, c *ClaimCheck, j verify.Judgement) error {
	a, err := e.askOne(ctx, ctx, Question{Text: "Is it true that " + strings.TrimRight(c.Claim, ".!") + "?", Offline: true})
	switch {
	case err != nil:
		return err
	case len(a.Disagreements) > 0:
	case a.ShortAnswer == "No" && (!j.Denies || j.Verdict == verify.Contradicted):
		c.Verdict, c.Citations = verify.Contradicted, a.citationsOf(0)
	case a.ShortAnswer == "Yes" && (j.Thin || j.ByDenial):
		c.Verdict, c.Citations = verify.Supported, a.citationsOf(0)
	case j.Thin, j.Loose && a.ShortAnswer == "", a.ShortAnswer == "Not reported" && !j.Modal && !j.ByDenial:
		c.Verdict, c.Citations = verify.NotCovered, nil
	}
	return nil
}

// citationsOf are the citations of a statement, numbered from 1.
func (a *Answer) citationsOf(statement int) []Citation {
	var own []Citation
	for _, n := range a.Statements[statement].Citations {
		c := a.Citations[n-1]
		c.N = len(own) + 1
		own = append(own, c)
	}
	return own
}
