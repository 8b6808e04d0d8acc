package retrieval

import (
	"slices"
	"strings"
	"sync"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/store"
)

// Word is a word of a passage with its stem.
type Word struct {
	text.Word
	Stem string
	Stop bool
	// ID numbers the words of a corpus, folded; those of another, or of another version
	// of it, have other numbers. It is 0 for what the corpus does not count as a word.
	ID int
	// Rarity is how few passages of the corpus have the word, from 0 to 1.
	Rarity float32
	// Verbal says that the corpus has the word's stem with the ending of a
	// participle ("wins" beside "winning"), so that it may be a verb.
	Verbal bool
	// Expression is the expression of the lexicon that the word is part of
	// ("called" in "was called off"), or 0.
	Expression text.Expression
	// Groups are the groups of the lexicon that it stands in.
	Groups []int
}

// groupsIn are the groups of a word in an expression, or of none. In an idiom a word
// does not mean what it means elsewhere.
func groupsIn(x text.Expression, stem string) []int {
	switch {
	case x == 0:
		return text.Groups(stem)
	case x.Idiom():
		return x.Groups()
	}
	return slices.Concat(x.Groups(), text.Groups(stem))
}

// relate tells the words of every expression that they are part of it, and all words
// in which groups they stand.
func relate(words []Word) {
	text.Expressions(len(words), func(i int) string { return words[i].Stem }, func(x text.Found) {
		for i := range x.Words() {
			words[i].Expression = x.Expression
		}
	})
	for i := range words {
		if !strayed[words[i].Norm] {
			words[i].Groups = groupsIn(words[i].Expression, words[i].Stem)
		}
	}
}

// strayed are words that do not mean what the word means of which they are made:
// "deliberately" tells of no deliberations, and "according to" of no accord.
var strayed = text.WordSet(`deliberately hardly lately fairly barely readily presently according accordingly`)

// Sentence is a sentence of a passage. Its spans are offsets into the passage.
type Sentence struct {
	text.Span
	// First and Next bound its words in Passage.Words.
	First, Next int
	Values      []value.Value
	Names       []value.Name // First and Next count from the sentence's first word
	// Stems are those of its words but the common ones, sorted, each once.
	Stems []string
	// Mentions are whom and what it means, in order.
	Mentions []Mention
}

// Passage is a passage taken apart, which is done once and remembered.
type Passage struct {
	store.Passage
	Words     []Word
	Sentences []Sentence
	// Title are the words of the article's title.
	Title []Word
	// Referents are whom and what it names.
	Referents []Referent

	corpus *vocabulary
	// once and made are for Made.
	once sync.Once
	made any
	// ids and titleIDs are the words by their numbers in the corpus (idsOf): so near
	// to each other that reading them all takes less time than looking words up.
	ids, titleIDs []int32
}

// parse takes a passage apart.
func (v *vocabulary) parse(p store.Passage, title string) *Passage {
	parsed := &Passage{Passage: p, Words: v.stemAll(text.Words(p.Text)), Title: v.stemAll(text.Words(title))}
	relate(parsed.Words)
	relate(parsed.Title)
	parsed.corpus, parsed.ids, parsed.titleIDs = v, v.idsOf(parsed.Words), v.idsOf(parsed.Title)
	plain := make([]text.Word, len(parsed.Words))
	for i := range parsed.Words {
		plain[i] = parsed.Words[i].Word
	}
	next := 0
	for _, span := range text.Sentences(p.Text) {
		first := next
		for next < len(plain) && plain[next].Start < span.End {
			next++
		}
		own := plain[first:next]
		parsed.Sentences = append(parsed.Sentences, Sentence{
			Span: span, First: first, Next: next, Values: value.FindIn(p.Text, own), Names: v.realNames(value.Names(p.Text, own), own),
			Stems: stemsOf(parsed.Words[first:next]),
		})
	}
	parsed.resolve()
	return parsed
}

// stemsOf are the stems of words but the common ones, sorted, each once.
func stemsOf(words []Word) []string {
	stems := make([]string, 0, len(words))
	for i := range words {
		if !words[i].Stop {
			stems = append(stems, words[i].Stem)
		}
	}
	slices.Sort(stems)
	return slices.Compact(stems)
}

// bearsName reports whether a word that begins a sentence is a name: the corpus
// mostly writes it with a capital, or does so somewhere and it is no word of the
// lexicon. People are often named by their last name at the beginning alone.
func (v *vocabulary) bearsName(norm string) bool {
	w := v.words[norm]
	return w.name || w.capital && len(text.Groups(w.stem)) == 0 && !strings.HasSuffix(norm, "s")
}

// realNames drops what is capital only by its place: a word at the beginning of
// a sentence that the corpus otherwise writes small.
func (v *vocabulary) realNames(names []value.Name, words []text.Word) []value.Name {
	kept := names[:0]
	for _, n := range names {
		if n.Initial && !v.bearsName(words[n.First].Norm) {
			n.First++
		}
		if n.First < n.Next {
			n.Span = text.Span{Start: words[n.First].Start, End: words[n.Next-1].End}
			kept = append(kept, n)
		}
	}
	return kept
}

// stemAll adds the stems to words.
func (v *vocabulary) stemAll(words []text.Word) []Word {
	stemmed := make([]Word, len(words))
	for i, w := range words {
		known, ok := v.words[w.Norm]
		id := v.before + int(known.id)
		if !ok {
			known.stem, id = text.Stem(w.Norm), 0
		}
		stemmed[i] = Word{
			Word: w, Stem: known.stem, Stop: text.IsStop(w.Norm), ID: id, Rarity: v.rarity(known.stem), Verbal: v.verbal[known.stem],
		}
	}
	return stemmed
}

// Made is what work makes of the passage. It is made once and kept as long as the passage
// is; every call must want the same.
func (p *Passage) Made(work func(*Passage) any) any {
	p.once.Do(func() { p.made = work(p) })
	return p.made
}

// In returns the words of the sentence.
func (p *Passage) In(s *Sentence) []Word { return p.Words[s.First:s.Next] }
