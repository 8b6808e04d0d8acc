package disagreement

import (
	"sherpa/answer/evidence"
	"sherpa/internal/text"
)

// Difference sets values side by side that cannot all be true.
type Difference struct {
	About string
	// Kind is KindNamesake where the values belong to different things of one name.
	Kind   string
	Claims []Claim
}

// Claim is one value with the sentences that give it.
type Claim struct {
	Value string
	// At is where the value stands in the passage of the first source.
	At      text.Span
	Sources []*evidence.Evidence
	// About are the articles on the thing that the claim is about, where several
	// things bear one name.
	About map[string]bool
}
