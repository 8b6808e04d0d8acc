package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"

	"sherpa/answer"
	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/internal/eval"
	"sherpa/retrieval"
	"sherpa/store"
)

// example is a question with the signs that it can be answered.
type example struct {
	x          []float64
	answerable bool
	weight     float64
}

// gateSet collects the examples of one question file over its articles, weighed
// so that both answers, and each set, count the same.
func gateSet(ctx context.Context, articles, file string) (_ []example, _ []string, err error) {
	st, done, err := openCorpus(ctx, articles)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, done()) }()
	questions, err := eval.ReadFiles([]string{file})
	if err != nil {
		return nil, nil, err
	}
	engine := answer.New(retrieval.New(st, retrieval.Options{}), st, answer.Options{})
	var set []example
	var names []string
	for _, q := range questions {
		if q.Thread != "" {
			continue // a follow-up is judged by the question that it becomes
		}
		why, err := engine.Why(ctx, answer.Question{Text: q.Text}, 1)
		if err != nil {
			return nil, nil, err
		}
		if len(why.Gate) == 0 {
			continue
		}
		e := example{answerable: q.Answerable == nil || *q.Answerable}
		names = names[:0]
		for _, p := range why.Gate {
			e.x = append(e.x, p.Value)
			names = append(names, p.Feature)
		}
		set = append(set, e)
	}
	balance(set)
	return set, names, nil
}

// openCorpus makes a temporary store of the articles; done removes it.
func openCorpus(ctx context.Context, articles string) (st *store.Store, done func() error, err error) {
	dir, err := os.MkdirTemp("", "learn")
	if err != nil {
		return nil, nil, err
	}
	st, err = store.Open(ctx, filepath.Join(dir, "learn.db"), store.Options{})
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(dir))
	}
	done = func() error { return errors.Join(st.Close(), os.RemoveAll(dir)) }
	if err := fill(ctx, st, articles); err != nil {
		return nil, nil, errors.Join(err, done())
	}
	return st, done, nil
}

// fill ingests the articles; "embedded" names the corpus that the program
// carries.
func fill(ctx context.Context, st *store.Store, articles string) error {
	if articles == "embedded" {
		_, err := ingest.SyncEmbedded(ctx, st, corpus.FS)
		return err
	}
	_, err := ingest.New(st, ingest.Options{}).Run(ctx, []string{articles})
	return err
}

func balance(set []example) {
	n := map[bool]float64{}
	for _, e := range set {
		n[e.answerable]++
	}
	for i := range set {
		set[i].weight = 0.5 / n[set[i].answerable]
	}
}

// logistic fits a logistic regression with L2 regularisation by gradient ascent
// with Adam.
func logistic(sets [][]example, names []string, rounds int, decay float64) []float64 {
	n := len(sets[0][0].x)
	w, g, mean, spread := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for round := 1; round <= rounds; round++ {
		clear(g)
		for _, set := range sets {
			for _, e := range set {
				d := e.weight * (indicator(e.answerable) - sigmoid(dot(w, e.x)))
				for k, v := range e.x {
					g[k] += d * v
				}
			}
		}
		adam(w, g, mean, spread, round, decay, float64(len(sets)))
		keepSigns(w, names)
	}
	return w
}

// keepSigns holds every weight to the side that makes sense of it: what is
// missing can only speak against an answer, what is there only for it. Without
// this, signs that go together take each other's place in one set and mislead in
// the next.
func keepSigns(w []float64, names []string) {
	for k, name := range names {
		switch name {
		case "bias":
		case "unknown", "stranger", "missing", "lacking", "nameless":
			w[k] = min(w[k], 0)
		default:
			w[k] = max(w[k], 0)
		}
	}
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// auc is the probability that an answerable question scores above one that is
// not, ties counting half.
func auc(set []example, w []float64) float64 {
	type scored struct {
		s  float64
		ok bool
	}
	all := make([]scored, len(set))
	for i, e := range set {
		all[i] = scored{dot(w, e.x), e.answerable}
	}
	slices.SortFunc(all, func(a, b scored) int { return cmp.Compare(a.s, b.s) })
	rank, pos := 0.0, 0.0
	for i := 0; i < len(all); {
		first, k := i, i
		for k < len(all) && all[k].s == all[i].s {
			k++
		}
		for ; i < k; i++ {
			if all[i].ok {
				rank += float64(first+k+1) / 2
				pos++
			}
		}
	}
	neg := float64(len(all)) - pos
	if pos == 0 || neg == 0 {
		return math.NaN()
	}
	return (rank - pos*(pos+1)/2) / (pos * neg)
}

// shares are the answerable questions that are answered and the others that are
// refused, at probability one half.
func shares(set []example, w []float64) (answered, refused float64) {
	n := map[bool]float64{}
	for _, e := range set {
		n[e.answerable]++
		p := sigmoid(dot(w, e.x))
		if e.answerable && p >= 0.5 {
			answered++
		}
		if !e.answerable && p < 0.5 {
			refused++
		}
	}
	return answered / n[true], refused / n[false]
}

// learnGate trains on all pairs of articles and questions and prints how well
// each set is told apart.
func learnGate(ctx context.Context, out io.Writer, pairs []string, rounds int, decay float64) error {
	var sets [][]example
	var names []string
	for i := 0; i+1 < len(pairs); i += 2 {
		set, labels, err := gateSet(ctx, pairs[i], pairs[i+1])
		if err != nil {
			return err
		}
		sets, names = append(sets, set), labels
	}
	w := logistic(sets, names, rounds, decay)
	for i, set := range sets {
		answered, refused := shares(set, w)
		report(out, "%s: %d questions, AUC %.3f, answered %.3f, refused %.3f\n", pairs[2*i+1], len(set), auc(set, w), answered, refused)
		if len(sets) > 1 {
			others := slices.Concat(sets[:i], sets[i+1:])
			report(out, "  trained on the other sets: AUC %.3f\n", auc(set, logistic(others, names, rounds, decay)))
		}
	}
	for i, name := range names {
		report(out, "%-10s %+.3f\n", name, w[i])
	}
	return nil
}
