package quality

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"sherpa/answer"
	"sherpa/internal/eval"
	"sherpa/internal/text"
	"sherpa/retrieval"
	"sherpa/store"
)

// plain is the simple method that the figures are set beside: BM25 of FTS5 over
// any of the question's words but the commonest, and of the best five passages
// the sentences that have the largest share of the question's IDF. It answers
// everything; that share is its confidence.
type plain struct {
	store *store.Store
	idf   map[string]float64 // by stem
	rare  float64            // of a stem that no passage has
}

const (
	plainPassages  = 5
	plainSentences = 3
)

func newPlain(ctx context.Context, st *store.Store) (*plain, error) {
	words, err := st.Words(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the words: %w", err)
	}
	stats, err := st.Stats(ctx)
	if err != nil {
		return nil, fmt.Errorf("count the passages: %w", err)
	}
	with := map[string]int{}
	for _, w := range words {
		with[text.Stem(w.Norm)] = max(with[text.Stem(w.Norm)], w.Passages)
	}
	p := &plain{store: st, idf: map[string]float64{}, rare: idf(0, stats.Passages)}
	for stem, n := range with {
		p.idf[stem] = idf(n, stats.Passages)
	}
	return p, nil
}

// idf is BM25's inverse document frequency, kept positive (Robertson, Zaragoza 2009).
func idf(with, of int) float64 {
	return math.Log(1 + (float64(of-with)+0.5)/(float64(with)+0.5))
}

func (p *plain) engine() eval.Engine {
	return eval.Engine{Asker: p, Searcher: p, Articles: p.store}
}

// Search finds passages by FTS5 alone.
func (p *plain) Search(ctx context.Context, q retrieval.Query) (retrieval.Result, error) {
	any := store.Match{Op: store.OpAny}
	for _, w := range text.Words(q.Text) {
		if !text.IsStop(w.Norm) {
			any.Of = append(any.Of, store.Match{Term: w.Norm})
		}
	}
	var res retrieval.Result
	if len(any.Of) == 0 {
		return res, nil
	}
	found, err := p.store.Search(ctx, store.Search{Match: any, Limit: q.K})
	for i, h := range found {
		res.Hits = append(res.Hits, retrieval.Hit{Rank: i + 1, Score: h.BM25, Passage: h.Passage, Article: h.Article})
	}
	return res, err
}

// Ask quotes the sentences that overlap most with the question.
func (p *plain) Ask(ctx context.Context, q answer.Question) (answer.Answer, error) {
	began := time.Now()
	res, err := p.Search(ctx, retrieval.Query{Text: q.Text, K: plainPassages})
	if err != nil {
		return answer.Answer{}, err
	}
	a := answer.Answer{Question: q.Text, Answered: true, Mode: answer.ModeExtractive}
	for i, s := range p.sentences(q.Text, res.Hits) {
		if i == 0 {
			a.Confidence = s.overlap
		}
		if i == plainSentences {
			break
		}
		a.Citations = append(a.Citations, s.cite(i+1))
		a.Statements = append(a.Statements, answer.Statement{Text: a.Citations[i].Quote, Citations: []int{i + 1}, Quote: true})
	}
	a.Timing.Total = float64(time.Since(began).Microseconds()) / 1000
	return a, nil
}

// overlapping is a sentence with the share of the question's IDF that it has.
type overlapping struct {
	hit     *retrieval.Hit
	span    text.Span
	overlap float64
}

func (s overlapping) cite(n int) answer.Citation {
	from := s.hit.Passage
	return answer.Citation{
		N: n, Quote: s.span.Of(from.Text), PassageID: from.ID, Start: from.Start + s.span.Start, End: from.Start + s.span.End,
		Article: answer.Article{ID: s.hit.Article.ID, Title: s.hit.Article.Title},
	}
}

// sentences are those of the hits, those that overlap most first.
func (p *plain) sentences(question string, hits []retrieval.Hit) []overlapping {
	asked, total := p.weigh(question)
	var all []overlapping
	for i := range hits {
		for _, span := range text.Sentences(hits[i].Passage.Text) {
			has, _ := p.weigh(span.Of(hits[i].Passage.Text))
			shared := 0.0
			for stem, weight := range asked {
				if has[stem] > 0 {
					shared += weight
				}
			}
			all = append(all, overlapping{hit: &hits[i], span: span, overlap: shared / max(total, 1e-9)})
		}
	}
	slices.SortStableFunc(all, func(a, b overlapping) int { return cmp.Compare(b.overlap, a.overlap) })
	return all
}

// weigh gives each stem of a text its IDF, without the commonest words.
func (p *plain) weigh(s string) (stems map[string]float64, total float64) {
	stems = map[string]float64{}
	for _, w := range text.Words(s) {
		stem := text.Stem(w.Norm)
		if text.IsStop(w.Norm) || stems[stem] > 0 {
			continue
		}
		weight, known := p.idf[stem]
		if !known {
			weight = p.rare
		}
		stems[stem] = weight
		total += weight
	}
	return stems, total
}
