package ingest

import (
	"math"
	"strings"

	"sherpa/internal/text"
)

// piece is what is never cut: a sentence, or a part of one that is longer than a
// passage may be.
type piece struct {
	text.Span
	size
	// paragraph numbers the paragraph within the run.
	paragraph int
}

// size is a length in words, counted in both ways; low is the smaller figure.
type size struct{ low, high int }

func (s size) plus(t size) size  { return size{s.low + t.low, s.high + t.high} }
func (s size) minus(t size) size { return size{s.low - t.low, s.high - t.high} }

func sizeOf(s string) size {
	indexed := text.CountWords(s)
	if text.HasUnspaced(s) {
		return size{indexed, max(indexed, 1)}
	}
	spaced := len(strings.Fields(s))
	return size{min(indexed, spaced), max(indexed, spaced, 1)}
}

// The price of a passage. Cuts are chosen so that the sum over a run of
// paragraphs is the least; what follows is therefore their order of importance.
const (
	// priceShort is paid for a passage below MinWords, with priceMissing for
	// every word that it lacks.
	priceShort   = 1000
	priceMissing = 5
	// priceCut is paid for a passage that begins within a paragraph.
	priceCut = 10
	// priceJoin is paid for every border between paragraphs in a passage.
	priceJoin = 5
	// priceBack is paid for joining to a paragraph that needed nothing: a short
	// paragraph rather goes with the one that it introduces.
	priceBack = 2
	// idealWords is in the middle between MinWords and MaxWords; missing it by
	// the whole way to either costs 1.
	idealWords = (MinWords + MaxWords) / 2
)

// cutRun cuts adjacent paragraphs into passages: the cheapest way to divide
// their pieces, found by dynamic programming from left to right.
func cutRun(body string, paragraphs []text.Span) []text.Span {
	r := newRun(body, paragraphs)
	if len(r.pieces) == 0 {
		return nil
	}
	best := make([]float64, len(r.pieces)+1)
	from := make([]int, len(r.pieces)+1)
	for end := 1; end <= len(r.pieces); end++ {
		best[end] = math.Inf(1)
		for start := end - 1; start >= 0; start-- {
			if start < end-1 && r.words(start, end).high > MaxWords {
				break
			}
			if c := best[start] + r.price(start, end); c < best[end] {
				best[end], from[end] = c, start
			}
		}
	}
	return r.spans(from)
}

// run is a sequence of paragraphs with nothing between them.
type run struct {
	pieces []piece
	upTo   []size // upTo[i] is the length of the first i pieces
	// paragraphs holds the length of every paragraph.
	paragraphs []size
}

func newRun(body string, paragraphs []text.Span) *run {
	r := &run{upTo: []size{{}}}
	for i, p := range paragraphs {
		before := r.upTo[len(r.upTo)-1]
		for _, sp := range pieces(body, p) {
			pc := piece{sp, sizeOf(sp.Of(body)), i}
			r.pieces = append(r.pieces, pc)
			r.upTo = append(r.upTo, r.upTo[len(r.upTo)-1].plus(pc.size))
		}
		r.paragraphs = append(r.paragraphs, r.upTo[len(r.upTo)-1].minus(before))
	}
	return r
}

func (r *run) words(start, end int) size { return r.upTo[end].minus(r.upTo[start]) }

// price is what the pieces from start to end cost as one passage.
func (r *run) price(start, end int) float64 {
	first, last := r.pieces[start], r.pieces[end-1]
	words := r.words(start, end)
	off := float64(words.high-idealWords) / (MaxWords - idealWords)
	cost := off * off
	if words.low < MinWords {
		cost += priceShort + priceMissing*float64(MinWords-words.low)
	}
	begun := start > 0 && r.pieces[start-1].paragraph == first.paragraph
	if begun {
		cost += priceCut
	}
	joins := last.paragraph - first.paragraph
	if joins > 0 && !begun && r.paragraphs[first.paragraph].low >= MinWords {
		cost += priceBack
	}
	return cost + priceJoin*float64(joins)
}

// spans follows the best cuts back from the end.
func (r *run) spans(from []int) []text.Span {
	n := 0
	for end := len(r.pieces); end > 0; end = from[end] {
		n++
	}
	out := make([]text.Span, n)
	for end := len(r.pieces); end > 0; end = from[end] {
		n--
		out[n] = text.Span{Start: r.pieces[from[end]].Start, End: r.pieces[end-1].End}
	}
	return out
}
