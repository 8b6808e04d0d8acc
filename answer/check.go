package answer

import (
	"context"
	"fmt"

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
	verdict, proofs := verify.Judge(claim, &res.Analysis, res.Hits)
	b := newBook()
	for _, p := range proofs {
		b.cite(&evidence.Evidence{Hit: p.Hit}, p.Span)
	}
	c := ClaimCheck{Claim: claim, Verdict: verdict, Citations: b.citations}
	if c.Citations == nil {
		c.Citations = []Citation{}
	}
	return c, nil
}
