package disagreement

import (
	"cmp"
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
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

// ToldAlike sets the value that answers beside those that other articles give in
// sentences like its own, if they exclude it: "The jury sat for 22 hours" and
// "after sitting for 31 hours" need not share the question's words.
func ToldAlike(q *question.Question, best []*evidence.Evidence, answer *evidence.Evidence, v value.Value) *Difference {
	about, ok := aboutNames[q.AskedKind()]
	if !ok || q.OnlyNames || v.Kind == value.Clock || len(best) == 0 || !SetsOne(answer, q, v) {
		return nil
	}
	own := surroundings(answer, v)
	own.asked = askedIn(q, answer.ClauseAround(v.Span))
	t := &teller{q: q, answer: answer, value: v, side: side(answer, v, most), own: own, about: &Matters{Q: q, Best: best}}
	byArticle := map[string]reported{}
	for _, e := range best {
		if e.Article() == answer.Article() || lacksName(q, e) || lacksAny(e, q, own.asked) {
			continue
		}
		for _, w := range e.Sentence.Values {
			r, ok := t.counterpart(e, w)
			if !ok {
				continue
			}
			if old, known := byArticle[e.Article()]; !known || r.attach > old.attach || value.Agree(v, w) && !value.Agree(v, old.value) {
				byArticle[e.Article()] = r
			}
		}
	}
	all := []reported{t.side}
	for _, r := range byArticle {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b reported) int {
		return cmp.Or(cmp.Compare(b.attach, a.attach), cmp.Compare(a.from.Article(), b.from.Article()))
	})
	return differing(about, all, t.about)
}

// most is above what any other side reaches.
const most = 10

// teller looks for what other articles give for the value that answers.
type teller struct {
	q      *question.Question
	answer *evidence.Evidence
	value  value.Value
	side   reported
	own    around
	about  *Matters
}

// counterpart is a value of another article as a side, if it is told of the same
// thing: in like words, of people whom the same befell, or as the answer to the
// same question.
func (t *teller) counterpart(e *evidence.Evidence, w value.Value) (reported, bool) {
	if question.SortOf(w)&question.SortOf(t.value) == 0 || !t.q.Wants(w) || !SetsOne(e, t.q, w) || !canBeSame(t.side, side(e, w, 0)) {
		return reported{}, false
	}
	there := surroundings(e, w)
	share := t.own.alike(there)
	switch {
	case share >= alikeShare && (t.about.same(t.answer, e) || share >= verbatimShare && t.about.touch(t.answer, e)):
	case t.sameFate(e, w, there), t.sameLength(e, w, there), t.goesOn(e, w, there):
		share = max(share, alikeShare)
	default:
		return reported{}, false
	}
	return side(e, w, share), true
}

// sameFate reports whether two numbers count people of one event whom the same
// befell.
func (t *teller) sameFate(e *evidence.Evidence, w value.Value, there around) bool {
	if w.Kind != value.Number {
		return false
	}
	fate, _ := e.FateOf(w)
	return fate != 0 && fate == t.side.fate && countsPeople(t.answer, t.value) && countsPeople(e, w) && t.fits(e, there)
}

// askedAttach is what the question must have in the clause of a duration that is
// told in words of its own, at least and as a share of what it has in the answer's.
const askedAttach = 0.25

// sameLength reports whether two durations in one unit are what the question asks for
// in the clauses of both.
func (t *teller) sameLength(e *evidence.Evidence, w value.Value, there around) bool {
	if w.Kind != value.Duration || t.value.Kind != value.Duration || w.Unit != t.value.Unit {
		return false
	}
	at := evidence.Attach(t.q, e, w.Span)
	if t.q.TellsMatter(e.Matched) {
		at = max(at, e.Settled(t.q))
	}
	return at >= askedAttach && at >= askedAttach*evidence.Attach(t.q, t.answer, t.value.Span) && t.fits(e, there)
}

// fits reports whether nothing around two values tells that they are of two things.
func (t *teller) fits(e *evidence.Evidence, there around) bool {
	return t.own.ofOne(there) && t.about.same(t.answer, e)
}

// ofOne reports whether nothing near two values tells that they are of two things.
func (a around) ofOne(b around) bool {
	return a.modal == b.modal && !(a.namesOthers(b) && b.namesOthers(a))
}

// canBeSame reports whether two values can be said of one thing at all: they count
// the same, by name, if they count anything.
func canBeSame(a, b reported) bool {
	v, w := a.counted(b), b.counted(a)
	if a.fate != b.fate || v.Role != w.Role || v.Role != value.Age && v.Kind == value.Number && v.Unit != "" != (w.Unit != "") {
		return false
	}
	return value.Agree(v, w) || value.Excludes(v, w) && inScale(v, w)
}

// maxScale is how many times larger one of two figures may be that are told of one
// thing: pay of 34,600 is no pay of 19 million.
const maxScale = 8

func inScale(v, w value.Value) bool {
	return v.Kind == value.Date || v.High <= maxScale*w.High && w.High <= maxScale*v.High
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
func askedIn(q *question.Question, words []retrieval.Word) []int {
	m := q.Match(words)
	var found []int
	for _, t := range q.AskedName {
		if m[t] >= question.RelatedShare {
			found = append(found, t)
		}
	}
	return found
}

// lacksAny reports whether the passage with its title lacks one of some terms.
func lacksAny(e *evidence.Evidence, q *question.Question, terms []int) bool {
	in := e.InPassage(q)
	return slices.ContainsFunc(terms, func(t int) bool { return in[t] < question.RelatedShare })
}

// surroundings are the words around a value in its clause; those that stand near
// count more, and neither dates nor figures count.
func surroundings(e *evidence.Evidence, v value.Value) around {
	a := around{names: map[string]bool{}}
	words := e.ClauseAround(v.Span)
	first := slices.IndexFunc(words, func(w retrieval.Word) bool { return w.End > v.Start })
	last := first
	for last >= 0 && last+1 < len(words) && words[last+1].Start < v.End {
		last++
	}
	for i := max(0, first-aroundReach); i < min(len(words), last+aroundReach+1); i++ {
		w := words[i]
		a.modal = a.modal || question.IsModal(w)
		if i >= first && i <= last || w.Stop || w.Norm == "since" || w.IsNumeric() || lexicon.Calendar[w.Norm] {
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
	if a.sum == 0 || b.sum == 0 || !a.ofOne(b) {
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
			case best < question.RelatedShare && text.Related(a.words[i].Stem, b.words[k].Stem):
				best = question.RelatedShare
			}
		}
		sum += best * a.share[i]
	}
	return sum
}
