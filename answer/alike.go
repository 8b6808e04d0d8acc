package answer

import (
	"cmp"
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// alikeShare is how much of what stands around two values their sentences must
// share for the values to be said of one thing, on average over both.
const alikeShare = 0.5

// verbatimShare is how much they must share where their articles have little in
// common but a name or two.
const verbatimShare = 0.7

// aroundReach is how many words before and after a value are looked at, and
// nearHalf how many words off a word counts half.
const (
	aroundReach = 10
	nearHalf    = 4
)

// toldAlike sets the value that answers beside those that other articles give in
// sentences like its own, if they exclude it: "The jury sat for 22 hours" and
// "after sitting for 31 hours" need not share the question's words.
func toldAlike(q *question, best []*evidence, answer *evidence, v value.Value) *difference {
	about, ok := aboutNames[q.kind()]
	if !ok || v.Kind == value.Clock || len(best) == 0 || !setsValue(q, answer, v) {
		return nil
	}
	own := surroundings(answer, v)
	own.asked = q.askedIn(answer.clauseAround(v.Span))
	byArticle := map[string]reported{}
	matter := &matters{q: q, best: best}
	for _, e := range best {
		if e.article() == answer.article() || q.lacksName(e) || e.lacksAny(q, own.asked) {
			continue
		}
		for _, w := range e.sentence.Values {
			if sortOf(w)&sortOf(v) == 0 || !q.wants(w) || !setsValue(q, e, w) || e.isPart(w) || !canBeSame(v, w) {
				continue
			}
			share := own.alike(surroundings(e, w))
			if share < alikeShare || !matter.same(answer, e) && (share < verbatimShare || !matter.touch(answer, e)) {
				continue
			}
			r := e.side(w, share)
			if old, known := byArticle[e.article()]; !known || r.attach > old.attach || value.Agree(v, w) && !value.Agree(v, old.value) {
				byArticle[e.article()] = r
			}
		}
	}
	all := []reported{answer.side(v, 1)}
	for _, r := range byArticle {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b reported) int {
		return cmp.Or(cmp.Compare(b.attach, a.attach), cmp.Compare(a.from.article(), b.from.article()))
	})
	return differing(about, all)
}

// canBeSame reports whether two values can be said of one thing at all: they count
// the same, by name, if they count anything.
func canBeSame(v, w value.Value) bool {
	if v.Role != w.Role || v.Role != value.Age && v.Kind == value.Number && v.Unit != "" != (w.Unit != "") {
		return false
	}
	return value.Agree(v, w) || value.Excludes(v, w)
}

// around are the telling words near a value, each with its weight.
type around struct {
	words []retrieval.Word
	share []float64
	sum   float64
	names map[string]bool
	modal bool
	// asked are the terms of the asked name that stand there.
	asked []int
}

// askedIn are the terms of the asked name that the words have.
func (q *question) askedIn(words []retrieval.Word) []int {
	m := q.match(words)
	var found []int
	for _, t := range q.askedName {
		if m[t] >= relatedShare {
			found = append(found, t)
		}
	}
	return found
}

// lacksAny reports whether the passage with its title lacks one of some terms.
func (e *evidence) lacksAny(q *question, terms []int) bool {
	in := e.inPassage(q)
	return slices.ContainsFunc(terms, func(t int) bool { return in[t] < relatedShare })
}

// surroundings are the words around a value in its clause; those that stand near
// count more, and neither dates nor figures count.
func surroundings(e *evidence, v value.Value) around {
	a := around{names: map[string]bool{}}
	words := e.clauseAround(v.Span)
	first := slices.IndexFunc(words, func(w retrieval.Word) bool { return w.End > v.Start })
	last := first
	for last >= 0 && last+1 < len(words) && words[last+1].Start < v.End {
		last++
	}
	for i := max(0, first-aroundReach); i < min(len(words), last+aroundReach+1); i++ {
		w := words[i]
		a.modal = a.modal || modals[w.Norm]
		if i >= first && i <= last || w.Stop || w.IsNumeric() || lexicon.Calendar[w.Norm] {
			continue
		}
		if w.IsCapital() && i > 0 {
			a.names[w.Stem] = true
			continue
		}
		distance := max(first-i, i-last)
		weight := float64(w.Rarity) * nearHalf / float64(nearHalf+distance)
		if lexicon.LightVerbs[w.Stem] || lexicon.Saying[w.Stem] {
			weight = 0
		}
		a.words, a.share, a.sum = append(a.words, w), append(a.share, weight), a.sum+weight
	}
	return a
}

// alike is the mean share that two values' surroundings have of each other; 0 where
// they name different things, or only one is said to be possible.
func (a around) alike(b around) float64 {
	if a.sum == 0 || b.sum == 0 || a.modal != b.modal || a.namesOthers(b) && b.namesOthers(a) {
		return 0
	}
	return (a.sharedWith(b)/a.sum + b.sharedWith(a)/b.sum) / 2
}

// namesOthers reports whether a names something that b does not.
func (a around) namesOthers(b around) bool {
	for n := range a.names {
		if !b.names[n] {
			return true
		}
	}
	return false
}

// sharedWith is the weight of a's words that b has, or has related ones for.
func (a around) sharedWith(b around) float64 {
	sum := 0.0
	for i := range a.words {
		best := 0.0
		for k := range b.words {
			switch {
			case a.words[i].Stem == b.words[k].Stem:
				best = 1
			case best < relatedShare && text.Related(a.words[i].Stem, b.words[k].Stem):
				best = relatedShare
			}
		}
		sum += best * a.share[i]
	}
	return sum
}
