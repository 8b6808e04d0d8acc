package verify

import (
	"slices"

	"sherpa/retrieval"
)

const (
	// enoughSaid is how much of a statement of a model must stand in what it cites,
	// where each value weighs valueSaid.
	enoughSaid = 0.3
	valueSaid  = 2
	// longestOwn is how many telling words in a row a statement may have that
	// nothing in what it cites stands for, and lastOwn how many it may end with:
	// more of them say something new.
	longestOwn = 2
	lastOwn    = 1
)

// retelling is a statement of a model in the articles' language, with what it is
// held against.
type retelling struct {
	*stated
	backing
}

// Cited is a run of sentences of one passage that a statement cites.
type Cited struct {
	Text string
	// Before are sentences before these that were taken in, since they may name what
	// these speak of.
	Before string
	Title  string           // of the article
	Words  []retrieval.Word // of the whole passage
}

// names are the words of the passage that may belong to names.
func (c *Cited) names() *facts {
	f := &facts{}
	for _, w := range c.Words {
		if w.IsCapital() {
			f.words = append(f.words, token{Word: w.Word, stem: w.Stem, key: nameKey(w.Norm)})
		}
	}
	return f
}

// backing is what a statement cites, taken apart.
type backing struct {
	// own are the sentences that it cites, and plain the same as facts.
	own   []*stated
	plain []*facts
	// named are those and the ones taken in before them, which may name what they
	// speak of, and near has these and the titles.
	named []*facts
	near  *facts
	cited []Cited
}

func newBacking(cited []Cited) backing {
	b := backing{near: &facts{}, cited: cited}
	for _, c := range cited {
		s, title := readStated(c.Text), readStated(c.Title).facts
		b.own, b.plain, b.named = append(b.own, s), append(b.plain, s.facts), append(b.named, s.facts)
		b.near = joined(b.near, title)
		if c.Before != "" {
			before := readStated(c.Before).facts
			b.named, b.near = append(b.named, before), joined(b.near, before)
		}
	}
	return b
}

// Retells reports whether what a statement of a model cites says the same. Where a
// name is missing, more is asked for the same with further sentences before, which
// may have it; it returns nil if there are none.
func Retells(s string, cited []Cited, more func() []Cited) bool {
	r := &retelling{readStated(s), newBacking(cited)}
	if !r.namesStand(r.plain) && !r.mayMean() {
		return false
	}
	for !r.namesStand(r.named) {
		if cited = more(); cited == nil {
			return false
		}
		r.backing = newBacking(cited)
	}
	for _, own := range r.own {
		r.split(own)
		own.split(r.stated)
	}
	for _, own := range r.own {
		r.settle(own)
	}
	return r.factsStand() && !r.turns(r.own) && r.saysNothingNew()
}

// factsStand reports whether the values, quotations and names of the statement are
// those of what it cites.
func (r *retelling) factsStand() bool {
	var v Result
	v.quotes(r.facts, r.plain)
	v.offices(r.facts, r.named)
	v.countries(r.facts, r.plain)
	v.worldWars(r.facts, r.plain)
	return v.OK() && r.valuesStand(r.plain) && r.daysStand(r.plain) && !r.mingles(r.named) && !r.swaps(r.plain) &&
		!r.displaces(r.plain) && (!r.explainsAlone(r.plain) || r.inOnePart(r.own))
}

// inOnePart reports whether all that the statement says is nearest to one part of
// what it cites, so that it puts nothing together.
func (r *retelling) inOnePart(sources []*stated) bool {
	var all partAt
	for part, first := 0, true; part < r.parts; part++ {
		if near := r.nearest(part, sources); len(near) > 0 {
			if !first && near[0] != all {
				return false
			}
			all, first = near[0], false
		}
	}
	return true
}

// saysNothingNew reports whether enough of the statement stands in what it cites,
// and nothing in it is new.
func (r *retelling) saysNothingNew() bool {
	as := r.assertion()
	p := &Proof{near: r.near}
	as.weigh(p, r.plain)
	return (p.figures || !r.conceived(as)) && min(p.cover, p.telling) >= enoughSaid && !r.runsOn() && !r.adds()
}

// assertion weighs all telling words equally.
func (r *retelling) assertion() *assertion {
	as := &assertion{facts: r.facts, weight: make([]float64, len(r.words)), valued: valueSaid, modal: r.hasModal() || r.has(unsure), topics: map[string]bool{}}
	seen := map[string]bool{}
	for i := range r.words {
		w := &r.words[i]
		if w.stop || w.number || w.quoted || seen[w.stem] {
			continue
		}
		seen[w.stem] = true
		as.weight[i] = wordWeight(w, nil, 1)
	}
	return as
}

// stands reports whether something in what is cited, or named before it, stands for
// word i.
func (r *retelling) stands(i int) bool {
	w := &r.words[i]
	return w.number || w.name || w.quoted || r.near.says(w) || slices.ContainsFunc(r.named, func(s *facts) bool {
		m, _ := s.match(w)
		return m > 0
	})
}

// runsOn reports whether too many telling words follow one another that nothing
// stands for.
func (r *retelling) runsOn() bool {
	run := 0
	for i := range r.words {
		switch {
		case !r.telling(i) && !r.words[i].name && !r.words[i].number:
		case r.stands(i):
			run = 0
		default:
			if run++; run > longestOwn {
				return true
			}
		}
	}
	return run > lastOwn
}

// adds reports whether a further part of the statement has telling words and
// nothing stands for any of them.
func (r *retelling) adds() bool {
	for part := 1; part < r.parts; part++ {
		telling, stand := 0, false
		for i := range r.words {
			if r.part[i] == part && (r.telling(i) && !titleWord(r.words[i].Norm) || r.words[i].number || r.words[i].quoted) {
				telling++
				stand = stand || r.stands(i)
			}
		}
		if telling > 1 && !stand {
			return true
		}
	}
	return false
}
