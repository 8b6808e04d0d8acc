package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// A yes/no question may put up two names or things to choose from: "Was it Ann or
// Bob who signed?" The answer is the one of which a clause tells the rest.

// choice are the terms of the two that are put up to choose from.
type choice [2][]int

// has reports whether a term belongs to one of the two.
func (c *choice) has(t int) bool {
	return c != nil && (slices.Contains(c[0], t) || slices.Contains(c[1], t))
}

// choiceShare is what those to choose from weigh beside other words: only one of
// them is to be found.
const choiceShare = 0.5

// readChoice finds what stands on either side of "or"; nil if there is no choice.
func (q *question) readChoice() *choice {
	or := slices.Index(q.Words, "or")
	if q.Kind != retrieval.KindYesNo || or < 0 || lexicon.Auxiliaries[q.wordAt(or+1)] {
		return nil
	}
	var c choice
	for t := range q.terms {
		switch at := q.terms[t].At; {
		case at < or && at == or-1, at > or && at <= or+orReach && len(c[1]) == 0:
			side := orSide(at > or)
			c[side] = q.wholeName(t, at > or)
		}
	}
	if len(c[0]) == 0 || len(c[1]) == 0 {
		return nil
	}
	return &c
}

// orSide is the index of one of the two.
func orSide(second bool) int {
	if second {
		return 1
	}
	return 0
}

// wholeName are the terms of the name that a term begins, or ends; any other term is
// alone.
func (q *question) wholeName(t int, begins bool) []int {
	step := -1
	if begins {
		step = 1
	}
	terms := []int{t}
	for n := t + step; n >= 0 && n < len(q.terms) && q.terms[n].Name && q.terms[t].Name && q.terms[n].At == q.terms[n-step].At+step; n += step {
		terms = append(terms, n)
	}
	return terms
}

// preferred is a clause that tells the rest of one of the two.
type preferred struct {
	from *evidence
	// rest is the share of the rest that the clause has.
	rest float64
	// word is the word that names the one, in words of the sentence; -1 where a
	// pronoun means it.
	word int
}

// restLeast is the share of the rest that a clause must tell, and restStep how much
// more than of the other one.
const (
	restLeast = 0.5
	restStep  = 0.2
)

// choose is the one of two of which the evidence tells what the question asks; its
// sentence comes first.
func (q *question) choose(best []*evidence) string {
	d := q.deedAmong(best)
	d.subject, d.verb = nil, -1
	rest := q.besides()
	var found [2]preferred
	for _, e := range best {
		if e.score < best[0].score-decideMargin {
			break
		}
		for _, c := range e.subclauses() {
			side, one, ok := e.choice(q, c, rest)
			if clause := e.words()[c.Start:c.End]; ok && one.rest > found[side].rest && !q.deniedIn(&d, clause) && (q.has(modals) || !q.isOther(&d, clause)) {
				found[side] = one
			}
		}
	}
	return pick(found, best)
}

// isOther reports whether a clause speaks of what is only possible, or of another time
// than the question: "the next meeting".
func (q *question) isOther(d *askedDeed, clause []retrieval.Word) bool {
	return q.conceivedIn(d, clause) || slices.ContainsFunc(clause, func(w retrieval.Word) bool { return otherTimes[w.Norm] && !slices.Contains(q.Words, w.Norm) })
}

var otherTimes = wordSet(`next another`)

// pick is the one of two of which more is told; neither, if both are told alike.
func pick(found [2]preferred, best []*evidence) string {
	a, b := found[0], found[1]
	if b.rest > a.rest {
		a, b = b, a
	}
	if a.rest < restLeast {
		return ""
	}
	if b.rest >= a.rest-restStep {
		moveFirst(best, b.from)
		moveFirst(best, a.from)
		return ""
	}
	moveFirst(best, a.from)
	if a.word < 0 {
		return ""
	}
	return a.from.nameAt(a.word)
}

// nameAt is the name that word i of the sentence belongs to, or else the word.
func (e *evidence) nameAt(i int) string {
	for _, n := range e.sentence.Names {
		if (n.First <= i || n.First == 1) && i < n.Next { // the first word may begin the name
			return e.fullName(n.First, n.Next).Of(e.passage().Text)
		}
	}
	return e.words()[i].Of(e.passage().Text)
}

// besides are the terms that say what is asked of the two.
func (q *question) besides() []int {
	var rest []int
	for t := range q.terms {
		if !q.choice.has(t) && !q.isLight(t) && q.weight[t] > 0 {
			rest = append(rest, t)
		}
	}
	return rest
}

// choice reads which of the two a clause speaks of, and how much of the rest it
// tells.
func (e *evidence) choice(q *question, c text.Span, rest []int) (side int, one preferred, ok bool) {
	words := e.words()[c.Start:c.End]
	m := q.match(words)
	for t := range m {
		if q.terms[t].Name && !q.choice.has(t) {
			m[t] = max(m[t], e.context[t])
		}
	}
	var at [2]int
	for s := range q.choice {
		at[s] = slices.IndexFunc(words, func(w retrieval.Word) bool { return q.isOfEvent(q.choice[s], w) })
	}
	switch {
	case at[0] >= 0 && at[1] >= 0:
		near := [2]int{q.distance(rest, words, at[0]), q.distance(rest, words, at[1])}
		if near[0] == near[1] || min(near[0], near[1]) > besideReach {
			return 0, preferred{}, false
		}
		side = orSide(near[1] < near[0])
	case at[0] < 0 && at[1] < 0:
		a, b := e.meansAny(q.choice[0]), e.meansAny(q.choice[1])
		if a == b {
			return 0, preferred{}, false
		}
		return orSide(b), preferred{from: e, rest: q.shareOf(rest, m), word: -1}, true
	default:
		side = orSide(at[1] >= 0)
	}
	return side, preferred{from: e, rest: q.shareOf(rest, m), word: c.Start + at[side]}, true
}

// besideReach is how near the rest one of two must stand that are both named.
const besideReach = 2

// distance is how far from word i the nearest word stands that is one of some terms.
func (q *question) distance(terms []int, words []retrieval.Word, i int) int {
	least := len(words)
	for k := range words {
		if k != i && q.isOfEvent(terms, words[k]) {
			least = min(least, abs(k-i))
		}
	}
	return least
}

// meansAny reports whether the sentence has one of the terms by a pronoun.
func (e *evidence) meansAny(terms []int) bool {
	return slices.ContainsFunc(terms, func(t int) bool { return e.matched[t] >= pronounShare })
}
