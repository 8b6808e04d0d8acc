package retrieval

import "sherpa/store"

// Query is what to search for.
type Query struct {
	Text string
	// Since and Until (YYYY-MM-DD) and Sources limit the articles; see
	// store.Filter.
	Since, Until string
	Sources      []string
	// K is the number of hits at the most; 0 or less means 10.
	K int
	// Explain asks for the parts of each score.
	Explain bool
}

// Hit is a ranked passage.
type Hit struct {
	Rank    int
	Score   float64
	Passage store.Passage
	Article store.Article // without its text
	// Parsed is the passage taken apart, for who reads it closely.
	Parsed *Passage
	// Why holds the parts that add up to Score, if Query.Explain was set.
	Why *Explanation
}

// Explanation takes a score apart. Score is the sum of the Parts' Points.
type Explanation struct {
	Score float64 `json:"score"`
	Parts []Part  `json:"parts"`
}

// Part is one feature's share of a score: Points = Value × Weight.
type Part struct {
	Feature string  `json:"feature"`
	Value   float64 `json:"value"`
	Weight  float64 `json:"weight"`
	Points  float64 `json:"points"`
}
