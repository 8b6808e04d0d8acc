package retrieval

// sighting is a word that stands for a term: its place, the term and the grade, in
// one number, by which they sort.
type sighting uint64

// grade is how well a word stands for a term.
type grade int

const (
	sameForm   grade = iota // the word of the question, or another spelling of the name
	sameStem                // an inflection of it
	looseMatch              // a word that the lexicon has for it, or an akin one
)

func newSighting(at, term int, g grade) sighting {
	return sighting(at)<<16 | sighting(term)<<8 | sighting(g) //nolint:gosec // none is negative, and term and grade are small
}

func (s sighting) at() int      { return int(s >> 16) }
func (s sighting) term() int    { return int(s >> 8 & 0xff) }
func (s sighting) grade() grade { return grade(s & 0xff) }

// terms are the terms that some words stand for: all of them, and those that occur
// themselves.
type terms struct{ all, same termSet }

func termsOf(found []sighting) terms {
	var t terms
	for _, s := range found {
		t.add(s)
	}
	return t
}

func (t *terms) add(s sighting) {
	t.all = t.all.with(s.term())
	if s.grade() != looseMatch {
		t.same = t.same.with(s.term())
	}
}

func (t terms) or(o terms) terms { return terms{t.all | o.all, t.same | o.same} }
