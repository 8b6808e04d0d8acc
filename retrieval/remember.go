package retrieval

import (
	"context"
	"crypto/sha256"

	"github.com/maypok86/otter/v2"
)

// rememberedQuestions is how many vectors of questions are kept.
const rememberedQuestions = 256

// Remember returns an Embedder that keeps the vectors of the last questions in
// memory, each under a hash of its question. Searchers that share it ask for the
// vector of a question once.
func Remember(e Embedder) Embedder {
	return &remembering{Embedder: e, questions: otter.Must(&otter.Options[[sha256.Size]byte, []float32]{MaximumSize: rememberedQuestions})}
}

type remembering struct {
	Embedder
	questions *otter.Cache[[sha256.Size]byte, []float32]
}

// EmbedQuestion returns a vector that must not be changed.
func (r *remembering) EmbedQuestion(ctx context.Context, question string) ([]float32, error) {
	key := sha256.Sum256([]byte(question))
	if vector, ok := r.questions.GetIfPresent(key); ok {
		return vector, nil
	}
	vector, err := r.Embedder.EmbedQuestion(ctx, question)
	if err == nil {
		r.questions.Set(key, vector)
	}
	return vector, err
}
