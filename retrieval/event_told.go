package retrieval

import (
	"cmp"
	"math"
	"slices"
)

// told is what was found of an article.
type told struct {
	article string
	// score is that of its best passage, as a share of the best of all.
	score float64
	// has are the question's terms that it has.
	has terms
	// names are those that the question lacks, each word once.
	names []toldName
	// norm is the length of the vector of names.
	norm float64
	// passages is how many passages it has at the least.
	passages int
}

// toldName is a word of a name by its number in the corpus, with its weight: the square
// of its rarity, since people of whom much is told stand in the news of many events.
type toldName struct {
	id     int
	weight float64
}

// told collects what was found of each article, in the order of the best passages, and how
// the terms are written there.
func (p *probe) told(ranked []Hit) ([]told, writing) {
	var list []told
	var written writing
	at := make(map[string]int)
	for i := range ranked {
		h := &ranked[i]
		k, seen := at[h.Article.ID]
		if !seen {
			k = len(list)
			at[h.Article.ID] = k
			list = append(list, told{article: h.Article.ID, score: share(max(0, h.Score), ranked[0].Score), has: p.inTitle(h.Parsed)})
			list[k].readTitle(p, h.Parsed.Title)
			if inSmall(h.Parsed.Title) {
				written.note(p.found, h.Parsed.Title)
			}
		}
		p.look(h.Parsed.Words, h.Spots)
		written.note(p.found, h.Parsed.Words)
		list[k].has = list[k].has.or(termsOf(p.found))
		list[k].passages = max(list[k].passages, h.Passage.Ordinal+1)
		list[k].readNames(p, h.Parsed)
	}
	for k := range list {
		list[k].sortNames()
	}
	return list, written
}

// readTitle adds the names of a title.
func (t *told) readTitle(p *probe, title []Word) {
	for i := range title {
		if title[i].IsCapital() {
			t.addName(p, &title[i])
		}
	}
}

// readNames adds the names of a passage.
func (t *told) readNames(p *probe, w *Passage) {
	for i := range w.Sentences {
		s := &w.Sentences[i]
		words := w.In(s)
		for _, n := range s.Names {
			for k := range words[n.First:n.Next] {
				t.addName(p, &words[n.First+k])
			}
		}
	}
}

// addName adds a word of a name. Those of the question stand in all that was found.
func (t *told) addName(p *probe, w *Word) {
	if !w.Stop && w.ID > 0 && !p.asks(w) {
		t.names = append(t.names, toldName{id: w.ID, weight: float64(w.Rarity) * float64(w.Rarity)})
	}
}

// asks reports whether the question has the word.
func (p *probe) asks(w *Word) bool {
	for t := range p.Terms {
		if p.Terms[t].Matches(*w) {
			return true
		}
	}
	return false
}

// sortNames sorts the names and leaves each once.
func (t *told) sortNames() {
	slices.SortFunc(t.names, func(a, b toldName) int { return cmp.Compare(a.id, b.id) })
	t.names = slices.CompactFunc(t.names, func(a, b toldName) bool { return a.id == b.id })
	for _, n := range t.names {
		t.norm += n.weight * n.weight
	}
	t.norm = math.Sqrt(t.norm)
}

// alike is the cosine of the names of two articles.
func (t *told) alike(o *told) float64 {
	sum := 0.0
	for i, k := 0, 0; i < len(t.names) && k < len(o.names); {
		switch d := cmp.Compare(t.names[i].id, o.names[k].id); {
		case d < 0:
			i++
		case d > 0:
			k++
		default:
			sum += t.names[i].weight * o.names[k].weight
			i, k = i+1, k+1
		}
	}
	return share(sum, t.norm*o.norm)
}
