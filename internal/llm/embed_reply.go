package llm

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"

	"sherpa/answer"
)

// embeddings is a reply with vectors.
type embeddings struct {
	Data []struct {
		// Index is the place of the vector's text; some servers leave it out.
		Index     *int     `json:"index"`
		Embedding []number `json:"embedding"`
	} `json:"data"`
	Usage *usage          `json:"usage"`
	Error json.RawMessage `json:"error"`
}

// number is a finite number of 32 bits. Anything else, as the null that some
// servers write for what is not a number, is an error.
type number float32

func (n *number) UnmarshalJSON(data []byte) error {
	x, err := strconv.ParseFloat(string(data), 32)
	if err != nil {
		return fmt.Errorf("not a number of a vector")
	}
	*n = number(x)
	return nil
}

// readEmbeddings reads a reply. What it says of tokens counts even where the rest
// is of no use.
func readEmbeddings(object []byte, c cleaner) (embeddings, *fault) {
	var got embeddings
	if err := json.Unmarshal(bytes.TrimPrefix(object, []byte("\ufeff")), &got); err != nil {
		return got, incomplete("the reply holds no vectors that can be read; is this the address of a server of models?")
	}
	if len(got.Error) > 0 && string(got.Error) != "null" {
		text := "the server reported an error instead of vectors"
		if said := c.excerpt(newRefusal(0, nil, object).message); said != "" {
			text += ", saying: " + said
		}
		return got, &fault{reason: answer.ReasonUnavailable, text: text, health: ill}
	}
	return got, nil
}

// take returns the vectors in the order of the texts.
func (r *embedding) take(got embeddings) ([][]float32, *fault) {
	if len(got.Data) != len(r.texts) {
		return nil, incomplete(fmt.Sprintf("%d vectors came back for %d texts", len(got.Data), len(r.texts)))
	}
	vectors := make([][]float32, len(r.texts))
	for i, d := range got.Data {
		at := i
		if d.Index != nil {
			at = *d.Index
		}
		if at < 0 || at >= len(vectors) || vectors[at] != nil {
			return nil, incomplete("the vectors that came back do not say which texts they are of")
		}
		if f := r.embedder.fits(len(d.Embedding)); f != nil {
			return nil, f
		}
		vectors[at] = make([]float32, len(d.Embedding))
		for k, x := range d.Embedding {
			vectors[at][k] = float32(x)
		}
	}
	return vectors, nil
}

// fits holds a vector's length against that of the first one.
func (e *Embedder) fits(n int) *fault {
	if n == 0 || n > maxDimension {
		return incomplete(fmt.Sprintf("a vector of %d numbers came back", n))
	}
	if e.dimension.CompareAndSwap(0, int64(n)) {
		return nil
	}
	if want := int(e.dimension.Load()); n != want {
		return incomplete(fmt.Sprintf("a vector of %d numbers came back, and not of %d as before; is another model in place?", n, want))
	}
	return nil
}
