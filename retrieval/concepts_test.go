package retrieval

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"strings"
	"sync"

	"sherpa/internal/text"
)

// dimension is that of concepts: large enough that other words seldom meet.
const dimension = 1024

// concepts is an Embedder for which words of one meaning are one word.
type concepts struct {
	name      string
	dimension int
	// same maps words to the words that stand for their meaning.
	same map[string]string

	mu        sync.Mutex
	fail      error
	hang      bool
	refuse    string // texts with this word are refused
	questions int
	batches   []int
}

func newConcepts() *concepts {
	return &concepts{name: "concepts", dimension: dimension, same: map[string]string{
		"physician": "doctor", "surgeon": "doctor", "healed": "cure", "treated": "cure", "youngster": "child", "boy": "child",
		"vessel": "ship", "ferry": "ship", "barque": "ship", "harbour": "port", "quay": "port", "wharf": "port",
	}}
}

func (c *concepts) Model() string { return c.name }

func (c *concepts) Embed(ctx context.Context, passages []string) ([][]float32, error) {
	c.mu.Lock()
	c.batches = append(c.batches, len(passages))
	fail, refuse := c.fail, c.refuse
	c.mu.Unlock()
	if fail != nil || ctx.Err() != nil {
		return nil, errors.Join(fail, ctx.Err())
	}
	vectors := make([][]float32, len(passages))
	for i, p := range passages {
		if refuse != "" && strings.Contains(p, refuse) {
			return nil, fmt.Errorf("too long: %w", ErrTexts)
		}
		vectors[i] = c.vector(p)
	}
	return vectors, nil
}

func (c *concepts) EmbedQuestion(ctx context.Context, question string) ([]float32, error) {
	c.mu.Lock()
	c.questions++
	fail, hang := c.fail, c.hang
	c.mu.Unlock()
	if hang {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return c.vector(question), fail
}

// set changes how the Embedder behaves.
func (c *concepts) set(change func(*concepts)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	change(c)
}

func (c *concepts) vector(s string) []float32 {
	v := make([]float32, c.dimension)
	for _, w := range text.Words(s) {
		if text.IsStop(w.Norm) || c.dimension == 0 {
			continue
		}
		norm := w.Norm
		if other := c.same[norm]; other != "" {
			norm = other
		}
		h := fnv.New32a()
		_, _ = h.Write([]byte(norm)) // a hash takes everything
		v[int(h.Sum32())%c.dimension]++
	}
	return v
}
