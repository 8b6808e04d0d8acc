package retrieval

import (
	"slices"
)

// Spot is a word of a passage that may stand for a term of the question: nothing that
// the lexicon, an inflection or another spelling could make of another word does.
type Spot struct {
	// At is its place in Passage.Words. Words of equal Number stand for the same terms.
	At, Number int32
}

// spotter finds the spots of passages for one question. The words of the corpus that
// may stand for a term are looked up once, so that a passage is read by the numbers of
// its words. It is not safe for concurrent use, but for its method number.
type spotter struct {
	terms []Term
	// corpora are those that passages came from, mostly one.
	corpora []spottedCorpus
	// groups are the groups of the lexicon that terms stand in.
	groups []int
	// last is the last number that was given.
	last int32
}

// spottedCorpus is a corpus with its words that may stand for terms.
type spottedCorpus struct {
	*vocabulary
	wordTable
}

func newSpotter(terms []Term) *spotter {
	s := &spotter{terms: terms}
	for t := range terms {
		s.groups = append(s.groups, terms[t].Groups...)
	}
	slices.Sort(s.groups)
	return s
}

// number is the number of a word that is in no expression, 0 if it stands for no term;
// known is false for a word of another corpus.
func (s *spotter) number(w *Word) (n int32, known bool) {
	for i := range s.corpora {
		if id := s.corpora[i].idOf(w); id > 0 {
			return s.corpora[i].number(id), true
		}
	}
	return 0, false
}

// in is the corpus with its words.
func (s *spotter) in(v *vocabulary) *spottedCorpus {
	for i := range s.corpora {
		if s.corpora[i].vocabulary == v {
			return &s.corpora[i]
		}
	}
	c := spottedCorpus{vocabulary: v, wordTable: newWordTable()}
	for t := range s.terms {
		s.collect(&c, &s.terms[t])
	}
	s.corpora = append(s.corpora, c)
	return &s.corpora[len(s.corpora)-1]
}

// collect numbers the words that may stand for a term.
func (s *spotter) collect(c *spottedCorpus, t *Term) {
	put := func(id int32) {
		s.last++
		c.put(id, s.last)
	}
	for _, w := range c.index.ofStem(t.Stem) {
		put(w.id)
	}
	for _, v := range t.Variants {
		if w, ok := c.words[v]; ok {
			put(w.id)
		}
	}
	for _, g := range t.Groups {
		for _, w := range c.index.ofGroup(g) {
			put(w.id)
		}
	}
	if akin := beginning(t); akin != "" {
		for _, w := range c.index.beginning(akin) {
			put(w.id)
		}
	}
}

// spots are those of the candidates' passages.
func (a *Analysis) spots(candidates []candidate) [][]Spot {
	all, ends := make([]Spot, 0, spotsPerPassage*len(candidates)), make([]int, len(candidates))
	for i := range candidates {
		all = a.spotter.spots(all, candidates[i].parsed)
		ends[i] = len(all)
	}
	own, first := make([][]Spot, len(candidates)), 0
	for i, end := range ends {
		own[i], first = all[first:end:end], end
	}
	return own
}

// spotsPerPassage is about how many words of a passage may stand for a term.
const spotsPerPassage = 32

// spots adds those of a passage to a list.
func (s *spotter) spots(list []Spot, p *Passage) []Spot {
	return s.find(list, p.corpus, p.Words, p.ids)
}

// find adds the spots of words to a list.
func (s *spotter) find(list []Spot, v *vocabulary, words []Word, ids []int32) []Spot {
	c := s.in(v)
	for at, id := range ids {
		n := c.number(max(id, -id))
		if id <= 0 && s.mayStand(n, &words[at]) {
			s.last++
			n = s.last
		}
		if n != 0 {
			list = append(list, Spot{At: int32(at), Number: n})
		}
	}
	return list
}

// mayStand reports whether a word may stand for a term that is not told by its number n:
// one of an expression, which brings it into other groups, and one that the corpus does
// not count.
func (s *spotter) mayStand(n int32, w *Word) bool {
	return n != 0 || w.Expression == 0 || slices.ContainsFunc(w.Expression.Groups(), func(g int) bool {
		_, asked := slices.BinarySearch(s.groups, g)
		return asked
	})
}
