package verify

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// leastShared is how much a part of a statement must have in common with one of a
// source to be held against it, and nearBest how much of the most that any has:
// parts that have about as much may be meant as well.
const (
	leastShared = 0.5
	nearBest    = 0.8
)

// Weights of what two parts have in common.
const (
	sharedName  = 0.5
	sharedLight = 0.25
)

// partAt is a part of a source.
type partAt struct{ source, part int }

// turns reports whether the statement denies what the sources say, or says what
// they deny, or takes for certain what they do not.
func (st *stated) turns(sources []*stated) bool {
	even := st.evenly(sources)
	taken := map[partAt]bool{}
	var loose []int
	for part := range st.parts {
		if st.quotedPart(part) || !st.says(part) {
			continue
		}
		near := st.nearest(part, sources)
		if len(near) == 0 {
			loose = append(loose, part)
			continue
		}
		for _, at := range near {
			taken[at] = true
		}
		first, other := sources[near[0].source], near[0].part
		lenient := even && st.tellsLast(part, first, other) == 0
		if !lenient && !st.agreesWith(part, near, sources) || st.overstates(part, first, other) {
			return true
		}
	}
	return !even && st.looseTurn(loose, sources, taken) || slices.ContainsFunc(sources, func(s *stated) bool {
		return s.turnedIn(st) || st.turnedIn(s) || st.reverses(s)
	})
}

// agreesWith reports whether a part says the same as one of those that are nearest.
func (st *stated) agreesWith(part int, near []partAt, sources []*stated) bool {
	return slices.ContainsFunc(near, func(at partAt) bool {
		s := sources[at.source]
		return st.agrees(part, s, at.part) || st.saidElsewhere(part, s, at.part)
	})
}

// evenly reports whether the statement denies as often as the sources do: which
// part has in common with which cannot always be told.
func (st *stated) evenly(sources []*stated) bool {
	n := 0
	for _, s := range sources {
		n += s.allDenials()
	}
	return n == st.allDenials()
}

func (st *stated) allDenials() int {
	n := 0
	for i := range st.words {
		if (st.denies[i] || st.denied[i]) && !st.words[i].quoted {
			n++
		}
	}
	return n
}

// saidElsewhere reports whether another part of the statement has more in common
// with a part of a source, and agrees with it.
func (st *stated) saidElsewhere(part int, s *stated, other int) bool {
	if st.denials(part)%2 == 1 {
		return false
	}
	shared := st.shares(part, s, other)
	for k := range st.parts {
		if k != part && st.shares(k, s, other) > shared && st.agrees(k, s, other) {
			return true
		}
	}
	return false
}

// looseTurn holds the parts of the statement that are like nothing in the sources
// against those of the sources that are like nothing in the statement: one may be
// the other in words of its own.
func (st *stated) looseTurn(loose []int, sources []*stated, taken map[partAt]bool) bool {
	denied := false
	for i, s := range sources {
		for part := range s.parts {
			denied = denied || !taken[partAt{i, part}] && s.denials(part)%2 == 1
		}
	}
	for _, part := range loose {
		if (st.denials(part)%2 == 1) != denied {
			return true
		}
	}
	return false
}

// quotedPart reports whether a part is a quotation, which is held byte for byte.
func (st *stated) quotedPart(part int) bool {
	for i := range st.words {
		if st.part[i] == part {
			return st.words[i].quoted
		}
	}
	return false
}

// says reports whether a part denies or has a telling word.
func (st *stated) says(part int) bool {
	for i := range st.words {
		if st.part[i] == part && (st.telling(i) || st.denies[i]) {
			return true
		}
	}
	return false
}

// telling reports whether word i says what the sentence is about.
func (st *stated) telling(i int) bool {
	w := &st.words[i]
	return w.content() && !lexicon.LightVerbs[w.stem] && !lightClaims[w.stem] && !lightStated[w.Norm]
}

// nearest are the parts of the sources that have most in common with a part of the
// statement, best first.
func (st *stated) nearest(part int, sources []*stated) []partAt {
	shared, best, first := map[partAt]float64{}, 0.0, partAt{}
	for i, s := range sources {
		for k := range s.parts {
			at := partAt{i, k}
			if shared[at] = st.shares(part, s, k); shared[at] > best {
				best, first = shared[at], at
			}
		}
	}
	if best < leastShared {
		return nil
	}
	near := []partAt{first}
	for i, s := range sources {
		for k := range s.parts {
			if at := (partAt{i, k}); at != first && shared[at] >= nearBest*best {
				near = append(near, at)
			}
		}
	}
	return near
}

// shares is how much a part of the statement and one of a source have in common.
func (st *stated) shares(part int, s *stated, other int) float64 {
	sum := 0.0
	for i := range st.words {
		w := &st.words[i]
		if st.part[i] != part || w.stop && !w.number || w.quoted {
			continue
		}
		best := 0.0
		for k := range s.words {
			o := &s.words[k]
			switch {
			case s.part[k] != other:
			case w.number && o.number && w.Norm == o.Norm:
				best = 1
			case !w.number && !o.number && !o.stop:
				best = max(best, w.like(o))
			}
		}
		switch {
		case w.name || w.number:
			best *= sharedName
		case !st.telling(i):
			best *= sharedLight
		}
		sum += best
	}
	return sum
}

// denials is how many words of a part deny.
func (st *stated) denials(part int) int {
	n := 0
	for i := range st.words {
		if st.part[i] == part && st.denies[i] {
			n++
		}
	}
	return n
}

// agrees reports whether two parts both say a thing or both deny it. Words that
// mean the opposite of one another turn one of them.
func (st *stated) agrees(part int, s *stated, other int) bool {
	own, its := st.denials(part), s.denials(other)
	last := st.tellsLast(part, s, other)
	switch {
	case last > 0:
	case own > 0 && its == 0 && st.hasIn(part, limits) && !s.hasIn(other, until):
		own = 0 // "not until May" tells when
	case its > 0 && own == 0 && s.hasIn(other, limits) && !st.hasIn(part, until):
		its = 0
	}
	return (own+its+last+st.opposites(part, s, other))%2 == 0
}

var (
	limits = text.WordSet(`until before till earliest`)
	until  = text.WordSet(`until till`)
)

// tellsLast is 1 where one of two parts tells when something last was, and the other
// one that it was not since.
func (st *stated) tellsLast(part int, s *stated, other int) int {
	return max(st.sinceLast(part, s, other), s.sinceLast(other, st, part), st.sinceThen(part, s, other))
}

// sinceThen is 1 where the part says that something was since, and the other one
// when it was last.
func (st *stated) sinceThen(part int, s *stated, other int) int {
	if st.hasIn(part, sinceWord) && st.denials(part) == 0 && !st.hasIn(part, lastTimes) && s.hasIn(other, lastWord) && !s.hasIn(other, sinceWord) {
		return 1
	}
	return 0
}

var (
	sinceWord = text.WordSet(`since`)
	lastWord  = text.WordSet(`last previously`)
)

// sinceLast is 1 where the part tells when something last was ("the first since
// May", "the worst since May") and the other one denies that it was since.
func (st *stated) sinceLast(part int, s *stated, other int) int {
	if st.hasIn(part, lastTimes) && s.hasIn(other, everSince) && s.denials(other) > 0 {
		return 1
	}
	return 0
}

var (
	lastTimes = text.WordSet(`first last latest previous worst best lowest highest biggest largest smallest longest shortest strongest deadliest warmest hottest coldest`)
	everSince = text.WordSet(`since before ever for yet until so`)
)

func (st *stated) hasIn(part int, set map[string]bool) bool {
	for i := range st.words {
		if st.part[i] == part && set[st.words[i].Norm] {
			return true
		}
	}
	return false
}
