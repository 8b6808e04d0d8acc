package main

import (
	"fmt"

	"sherpa/answer"
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
			p.parts(h.Why.Parts)
			p.fusion(h.Why.Fusion)
		}
	}
	return p.String()
}

// fusion says how words and vectors gave the rank, where vectors took part.
func (p *page) fusion(f *retrieval.Fusion) {
	if f == nil {
		return
	}
	place := func(rank int) string {
		if rank == 0 {
			return "not found"
		}
		return fmt.Sprintf("rank %d", rank)
	}
	p.para("    ", fmt.Sprintf("by words %s, by meaning %s (cosine %.3f)", place(f.Words), place(f.Meaning), f.Cosine), dim)
}

// renderWhy lays out what was weighed for an answer.
func renderWhy(r answer.Reasons, v view) string {
	p := newPage(v)
	if len(r.Parts) == 0 {
		p.reasons(r)
	}
	for i := range r.Parts {
		p.gap()
		p.reasons(r.Parts[i])
	}
	return p.String()
}

// reasons lays out what was weighed for one question.
func (p *page) reasons(r answer.Reasons) {
	p.para("", fmt.Sprintf("“%s” asks for: %s", r.UnderstoodAs, r.Kind), bold)
	p.gap()
	p.para("", fmt.Sprintf("Confidence %.2f, from log odds of", r.Confidence), plain)
	p.parts(r.Gate)
	p.gap()
	p.para("", "The sentences that were weighed, best first", plain)
	for _, e := range r.Evidence {
		p.gap()
		p.para("  ", quoted(e.Sentence), plain)
		p.para("  ", fmt.Sprintf("%s (%s), score %.3f", sourceLine(e.Article), e.PassageID, e.Score), dim)
		p.parts(e.Parts)
	}
}

// parts adds a table of the parts that make a score; those that add nothing are
// left out.
func (p *page) parts(parts []retrieval.Part) {
	for _, part := range parts {
		if part.Points != 0 {
			p.para("    ", fmt.Sprintf("%+8.3f = %.3f × %.3f %s", part.Points, part.Value, part.Weight, part.Feature), dim)
		}
	}
}
