package retrieval

import (
	"context"
	"fmt"
	"math"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"sherpa/internal/text"
	"sherpa/store"
)

// vocabulary is the corpus's own words, as one version of it has them.
type vocabulary struct {
	version  int64
	passages int
	articles int
	words    map[string]wordInfo
	// before is how many words were numbered before its own; see Word.ID.
	before int
	index  wordIndex
	// stems counts the passages of all words that share a stem. A passage with
	// two of them counts twice, which is near enough for a weight.
	stems map[string]int
	// verbal are the stems that stand with the ending of a participle.
	verbal map[string]bool
	// byLength holds the words for spelling correction, by length in runes.
	byLength map[int][]string
	// bases holds the words that those come from, where the corpus lacks them.
	bases map[int][]string
	// bySkeleton groups the spellings of one name.
	bySkeleton map[string][]string
}

// wordInfo is what the vocabulary knows of a word.
type wordInfo struct {
	id       int32 // from 1
	stem     string
	passages int
	// name says that the word is written with a capital in one of nameShare
	// passages or more. Titles and the beginnings of sentences do not tell, so
	// that a third is much.
	name bool
	// capital says that it is in some.
	capital bool
}

const nameShare = 3

// numbered is how many words of all corpora were given numbers.
var numbered atomic.Int64

// idOf is the number of a word among those of this corpus, from 1; 0 for another word.
func (v *vocabulary) idOf(w *Word) int32 {
	if id := w.ID - v.before; id > 0 && id <= len(v.words) {
		return int32(id) //nolint:gosec // a word of a corpus
	}
	return 0
}

// idsOf are the numbers of words among those of this corpus; negative for those of an
// expression, which say something else there than by themselves.
func (v *vocabulary) idsOf(words []Word) []int32 {
	ids := make([]int32, len(words))
	for i := range words {
		ids[i] = v.idOf(&words[i])
		if words[i].Expression != 0 {
			ids[i] = -ids[i]
		}
	}
	return ids
}

// vocabulary returns the words of the current version of the corpus.
func (s *Searcher) vocabulary(ctx context.Context) (*vocabulary, error) {
	version, err := s.index.Version(ctx)
	if err != nil {
		return nil, fmt.Errorf("retrieval: corpus version: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.vocab != nil && s.vocab.version == version {
		return s.vocab, nil
	}
	v, err := loadVocabulary(ctx, s.index, version)
	if err != nil {
		return nil, err
	}
	s.vocab = v
	s.parsed.InvalidateAll() // to free the memory; the key alone would keep versions apart
	return v, nil
}

func loadVocabulary(ctx context.Context, index Index, version int64) (*vocabulary, error) {
	stats, err := index.Stats(ctx)
	if err != nil {
		return nil, fmt.Errorf("retrieval: corpus statistics: %w", err)
	}
	counts, err := index.Words(ctx)
	if err != nil {
		return nil, fmt.Errorf("retrieval: corpus words: %w", err)
	}
	v := newVocabulary(counts)
	v.version, v.passages, v.articles = version, stats.Passages, stats.Articles
	return v, nil
}

func newVocabulary(counts []store.WordCount) *vocabulary {
	v := &vocabulary{
		words: make(map[string]wordInfo, len(counts)), stems: make(map[string]int, len(counts)), verbal: map[string]bool{},
		byLength: make(map[int][]string), bases: make(map[int][]string), bySkeleton: make(map[string][]string),
		before: int(numbered.Add(int64(len(counts)))) - len(counts),
	}
	for _, c := range counts {
		v.add(c)
	}
	v.addBases(counts)
	v.index.sort()
	return v
}

// addBases adds the words that inflected words may come from.
func (v *vocabulary) addBases(counts []store.WordCount) {
	for _, c := range counts {
		for _, base := range basesOf(c.Norm) {
			if _, known := v.words[base]; known || v.words[c.Norm].name {
				continue
			}
			n := utf8.RuneCountInString(base)
			v.bases[n] = append(v.bases[n], base)
		}
	}
}

func (v *vocabulary) add(c store.WordCount) {
	id := int32(len(v.words) + 1) //nolint:gosec // a word of a corpus
	w := wordInfo{id: id, stem: text.Stem(c.Norm), passages: c.Passages, name: c.Capitals > 0 && c.Capitals*nameShare >= c.Passages, capital: c.Capitals > 0}
	v.words[c.Norm] = w
	v.index.add(c.Norm, w.stem, id)
	v.stems[w.stem] += c.Passages
	if participle(c.Norm, w.stem) {
		v.verbal[w.stem] = true
	}
	if n := len([]rune(c.Norm)); n >= minSpellable && c.Norm[0] > '9' {
		v.byLength[n] = append(v.byLength[n], c.Norm)
	}
	if w.name {
		key := text.Skeleton(c.Norm)
		v.bySkeleton[key] = append(v.bySkeleton[key], c.Norm)
	}
}

// has reports whether the corpus has the word, or another form of it.
func (v *vocabulary) has(norm string) bool {
	_, ok := v.words[norm]
	return ok || v.stems[text.Stem(norm)] > 0
}

// stem is text.Stem, remembered for the words of the corpus.
func (v *vocabulary) stem(norm string) string {
	if w, ok := v.words[norm]; ok {
		return w.stem
	}
	return text.Stem(norm)
}

// participle reports whether a word is more than its stem by the ending of a
// participle, or an irregular form of a verb.
func participle(norm, stem string) bool {
	return len(norm) > len(stem)+1 && (strings.HasSuffix(norm, "ed") || strings.HasSuffix(norm, "ing")) || text.Base(norm) != norm
}

// rarity is the inverse document frequency of a stem as a share of the highest.
func (v *vocabulary) rarity(stem string) float32 {
	if v.passages == 0 {
		return 1
	}
	return float32(v.idf(v.stems[stem]) / v.idf(0))
}

// leastIDF is the weight of a word that almost every passage has. Counts of a few
// passages say little: without it, in a corpus about one event the people of the
// event would weigh nothing beside any adverb.
const leastIDF = 1.0

// idf is the weight of a word that n passages have.
func (v *vocabulary) idf(n int) float64 {
	return inverseFrequency(float64(min(n, v.passages)), float64(v.passages))
}

// inverseFrequency is the inverse document frequency of Robertson and Spärck Jones as BM25
// smooths it, ln(1 + (N-n+0.5)/(n+0.5)), and at least leastIDF.
func inverseFrequency(n, of float64) float64 {
	return max(leastIDF, math.Log(1+(of-n+0.5)/(n+0.5)))
}
