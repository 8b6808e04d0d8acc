package eval

import (
	"context"
	"fmt"

	"sherpa/answer"
)

// Checker says of each claim in a text what the articles say of it.
type Checker interface {
	Check(ctx context.Context, text string) ([]answer.ClaimCheck, error)
}

// claimLine is a line of a file of claims. Sources are the articles that
// support or contradict the claim, any of which will do.
type claimLine struct {
	ID      string         `json:"id"`
	Claim   string         `json:"claim"`
	Verdict answer.Verdict `json:"verdict"`
	Sources []string       `json:"sources"`
}

// ClaimResult counts right verdicts and, among those on claims that articles
// support or contradict, the ones that cite such an article.
type ClaimResult struct {
	Verdicts, Sources Tally
}

// CheckClaims checks every claim of a file of claims.
func CheckClaims(ctx context.Context, c Checker, file string) (ClaimResult, error) {
	var result ClaimResult
	lines, err := readLines[claimLine](file)
	if err != nil {
		return result, err
	}
	for _, line := range lines {
		checks, err := c.Check(ctx, line.Claim)
		if err != nil {
			return result, fmt.Errorf("check claim %s: %w", line.ID, err)
		}
		got := jointVerdict(checks)
		right := got == line.Verdict
		result.Verdicts.count(right, "%s: %s, want %s: %s", line.ID, got, line.Verdict, line.Claim)
		if right && got != answer.NotCovered {
			cited := citedBy(checks)
			ok := len(goldAmong(cited, line.Sources)) > 0
			result.Sources.count(ok, "%s: cites %q, none of %q", line.ID, cited, line.Sources)
		}
	}
	return result, nil
}

// jointVerdict joins the verdicts on the parts of a claim: contradicted if a
// part is, supported if all parts are.
func jointVerdict(checks []answer.ClaimCheck) answer.Verdict {
	joint := answer.NotCovered
	for i, c := range checks {
		switch {
		case c.Verdict == answer.Contradicted:
			return answer.Contradicted
		case i == 0:
			joint = c.Verdict
		case c.Verdict == answer.NotCovered:
			joint = answer.NotCovered
		}
	}
	return joint
}

func citedBy(checks []answer.ClaimCheck) []string {
	var ids []string
	for _, c := range checks {
		for _, cite := range c.Citations {
			ids = append(ids, cite.Article.ID)
		}
	}
	return ids
}
