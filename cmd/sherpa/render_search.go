package main

import (
	"fmt"

	"sherpa/retrieval"
)

// renderHits lays out ranked passages, with the parts of their scores where
// they were asked for.
func renderHits(hits []retrieval.Hit, v view) string {
	p := newPage(v)
	if len(hits) == 0 {
		p.para("", "No passage has any of these words.", bold)
		return p.String()
	}
	for _, h := range hits {
		p.gap()
		p.para(fmt.Sprintf("%2d. ", h.Rank), fmt.Sprintf("%s (%s), score %.3f", sourceLine(named(h.Article)), h.Passage.ID, h.Score), bold)
		p.para("    ", h.Passage.Text, plain)
		if h.Why != nil {
			p.explanation(h.Why)
		}
	}
	return p.String()
}

// explanation adds a table of the parts that make a score.
func (p *page) explanation(why *retrieval.Explanation) {
	for _, part := range why.Parts {
		p.para("    ", fmt.Sprintf("%+8.3f = %.3f × %.3f %s", part.Points, part.Value, part.Weight, part.Feature), dim)
	}
}
