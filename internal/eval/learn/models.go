package main

import (
	"context"
	"maps"
	"slices"

	"sherpa/internal/eval"
)

// model is a set of weights in the source and how they are learnt.
type model struct {
	// file holds the weights, one line a feature.
	file string
	// collect measures a question; a group without cases is left out.
	collect func(ctx context.Context, e *engines, q eval.Question) (group, []string, error)
	fit     func(groups []group, names []string, s settings) []float64
	// balance, if any, weighs the groups of a set among each other.
	balance func(groups []group)
	// figures say how well the scores do.
	figures func(groups []group, scores [][]float64) string
}

var models = map[string]model{
	"passages":  {"retrieval/weights.go", passages, fitRanking, nil, rankingFigures},
	"long":      {"retrieval/long_weights.go", longPassages, fitEvidence, nil, evidenceFigures},
	"sentences": {"answer/evidence/sentence_weights.go", sentences, fitRanking, nil, rankingFigures},
	"gate":      {"answer/gate/weights.go", gate, fitGate, balanceSides, gateFigures},
}

func modelNames() []string { return slices.Sorted(maps.Keys(models)) }
