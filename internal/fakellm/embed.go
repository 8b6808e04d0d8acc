package fakellm

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"hash/fnv"
	"math"
	"strings"
	"unicode"
)

// Vector is the embedding of a text: its words, and their beginnings, are hashed
// into n places, so that texts with like words are near. Its length is 1, but for
// a text without words, whose numbers are all 0.
func Vector(text string, n int) []float64 {
	vector := make([]float64, n)
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, word := range words {
		add(vector, word, 1)
		if runes := []rune(word); len(runes) > stem {
			add(vector, string(runes[:stem])+"-", 1) // so that forms of a word are near
		}
	}
	normalise(vector)
	return vector
}

// stem is how many letters of a word most of its forms have in common.
const stem = 5

func add(vector []float64, word string, weight float64) {
	h := fnv.New64a()
	_, _ = h.Write([]byte(word)) // a hash takes everything
	sum := h.Sum64()
	if sum>>63 == 1 {
		weight = -weight
	}
	vector[sum%uint64(len(vector))] += weight
}

func normalise(vector []float64) {
	square := 0.0
	for _, v := range vector {
		square += v * v
	}
	if square == 0 {
		return
	}
	for i := range vector {
		vector[i] /= math.Sqrt(square)
	}
}

// embed sends the embeddings of a call.
func (x *exchange) embed(reply Reply) {
	if !x.open(reply, contentJSON) {
		return
	}
	vectors := reply.Vectors
	if vectors == nil {
		for _, text := range x.call.Inputs {
			vectors = append(vectors, Vector(text, x.dimension()))
		}
	}
	x.parts(reply, wholeParts(reply, x.embeddings(reply, vectors)))
}

// asked is what a request for embeddings says beside its texts.
func (x *exchange) asked() (asked struct {
	Model          string
	Dimensions     int
	EncodingFormat string `json:"encoding_format"`
},
) {
	_ = json.Unmarshal(x.call.Body, &asked) // a broken one was refused
	return asked
}

func (x *exchange) dimension() int {
	if n := x.asked().Dimensions; n > 0 {
		return n
	}
	return x.s.opts.Dimension
}

func (x *exchange) embeddings(reply Reply, vectors [][]float64) string {
	type embedding struct {
		Object    string `json:"object"`
		Index     int    `json:"index"`
		Embedding any    `json:"embedding"`
	}
	list := []embedding{}
	for i, v := range vectors {
		var as any = v
		if x.asked().EncodingFormat == "base64" {
			as = base64Vector(v)
		}
		list = append(list, embedding{"embedding", i, as})
	}
	return encode(struct {
		Object string      `json:"object"`
		Data   []embedding `json:"data"`
		Model  string      `json:"model"`
		Usage  *usage      `json:"usage,omitempty"`
	}{"list", list, x.asked().Model, x.embeddingUsage(reply)})
}

func (x *exchange) embeddingUsage(reply Reply) *usage {
	if reply.Usage == nil {
		n := tokens(strings.Join(x.call.Inputs, " "))
		return &usage{PromptTokens: n, TotalTokens: n}
	}
	return usageOf(reply.Usage, nil, "")
}

// base64Vector is a vector as 32-bit numbers, the least byte first.
func base64Vector(vector []float64) string {
	raw := make([]byte, 0, 4*len(vector))
	for _, v := range vector {
		raw = binary.LittleEndian.AppendUint32(raw, math.Float32bits(float32(v)))
	}
	return base64.StdEncoding.EncodeToString(raw)
}

// models is the list of models.
func (s *Server) models() string {
	type model struct {
		ID      string `json:"id"`
		Object  string `json:"object"`
		Created int64  `json:"created"`
		OwnedBy string `json:"owned_by"`
	}
	list := []model{}
	for _, name := range s.opts.Models {
		if name != AnyModel {
			list = append(list, model{name, "model", s.opts.Now().Unix(), "fakellm"})
		}
	}
	return encode(map[string]any{"object": "list", "data": list})
}
