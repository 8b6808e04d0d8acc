package retrieval

import "sherpa/store"

// Query is what to search for.
type Query struct {
	Text string
	// Since and Until (YYYY-MM-DD) and Sources limit the articles; see
	// store.Filter.
	Since, Until string
	Sources      []string
	// Event asks for passages on the one event that the question is most likely about,
	// where the store tells of many. Before are articles that were spoken of before,
	// which make theirs likelier.
	Event  bool
	Before []string
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
	// Spots are the words of the passage that may stand for terms of the question,
	// in their order.
	Spots []Spot
	// Why holds the parts that add up to Score, if Query.Explain was set.
	Why *Explanation
}

// Explanation takes a score apart. Score is the sum of the Parts' Points.
type Explanation struct {
	Score float64 `json:"score"`
	Parts []Part  `json:"parts"`
	// Fusion says how the rank came about where vectors took part; else it is nil.
	Fusion *Fusion `json:"fusion,omitempty"`
}

// Fusion takes a rank apart that words and vectors gave together: the hits come in
// the order of their weights (reciprocal rank fusion), not of their scores.
type Fusion struct {
	// Words and Meaning are the ranks by words and by vectors; 0 where the hit is
	// not among those.
	Words   int `json:"words_rank"`
	Meaning int `json:"meaning_rank"`
	// Cosine is the one of the vectors of the question and the passage; 0 where
	// Meaning is.
	Cosine float64 `json:"cosine"`
	Weight float64 `json:"weight"`
}

// Part is one feature's share of a score: Points = Value × Weight.
type Part struct {
	Feature string  `json:"feature"`
	Value   float64 `json:"value"`
	Weight  float64 `json:"weight"`
	Points  float64 `json:"points"`
}
