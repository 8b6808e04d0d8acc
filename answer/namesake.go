package answer

import (
	"cmp"
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// kindNamesake marks a difference between things that bear one name.
const kindNamesake = "namesake"

// namesakes finds articles that are about different things of the asked name,
// each of which answers the question; nil if there are none. Only articles that
// open with a definition of the name are taken for being about it: "Norwick is a
// town in Avon County", "Norwick is a village near the coast".
func namesakes(q *question, all []*evidence) *difference {
	d := &difference{about: q.askedText(), kind: kindNamesake}
	for _, thing := range things(openings(q, all)) {
		c := thing.claim(q, all)
		c.about = thing.articles()
		d.claims = append(d.claims, c)
	}
	if len(d.claims) < 2 {
		return nil
	}
	return d
}

// apart chooses between a contradiction and things of one name: values that
// belong to different things contradict nothing.
func apart(contrary, named *difference) *difference {
	if contrary == nil || named != nil && !named.holdsTwo(contrary) {
		return cmp.Or(named, contrary)
	}
	return contrary
}

// holdsTwo reports whether articles on one of the things are on two sides of a
// contradiction.
func (d *difference) holdsTwo(contrary *difference) bool {
	for _, c := range d.claims {
		sides := 0
		for _, side := range contrary.claims {
			if slices.ContainsFunc(side.sources, func(e *evidence) bool { return c.about[e.article()] }) {
				sides++
			}
		}
		if sides > 1 {
			return true
		}
	}
	return false
}

// thing is one of several things of a name, with the openings that define it.
type thing []*opening

// things puts together the openings that can be about one thing.
func things(all []*opening) []thing {
	var found []thing
next:
	for _, o := range all {
		for i, t := range found {
			if !t.clashes(o) {
				found[i] = append(t, o)
				continue next
			}
		}
		found = append(found, thing{o})
	}
	return found
}

// clashes reports whether an opening is about something else than all of t are.
func (t thing) clashes(o *opening) bool {
	for _, other := range t {
		if !different(other, o) {
			return false
		}
	}
	return true
}

// claim is what the articles on a thing say: the value that is asked for, or
// what the thing is.
func (t thing) claim(q *question, all []*evidence) claim {
	if c, ok := t.value(q, all); ok {
		return c
	}
	at := t[0].description()
	c := claim{value: at.Of(t[0].e.passage().Text), at: at}
	for _, o := range t {
		c.sources = append(c.sources, o.e)
	}
	return c
}

// value is the value of the expected kind that stands in the best sentence of the
// articles on a thing.
func (t thing) value(q *question, all []*evidence) (claim, bool) {
	if len(valueKinds[q.kind()]) == 0 {
		return claim{}, false
	}
	about := t.articles()
	for _, e := range all {
		if !about[e.article()] {
			continue
		}
		for _, v := range e.sideValues(q) {
			return claim{value: v.Of(e.passage().Text), at: v.Span, sources: []*evidence{e}}, true
		}
	}
	return claim{}, false
}

// articles are the ids of the articles on a thing.
func (t thing) articles() map[string]bool {
	ids := map[string]bool{}
	for _, o := range t {
		ids[o.e.article()] = true
	}
	return ids
}

// askedText is the asked name as the question writes it, up to the first word that
// is no part of it.
func (q *question) askedText() string {
	if len(q.Phrases) > 0 {
		return q.Phrases[0]
	}
	words := text.Words(q.Text)
	var span text.Span
	next := -1
	for _, t := range q.askedName {
		at := q.terms[t].At
		if at >= len(words) || next >= 0 && slices.ContainsFunc(words[next:at], func(w text.Word) bool { return !text.IsStop(w.Norm) }) {
			break
		}
		if next < 0 {
			span.Start = words[at].Start
		}
		span.End = words[at].End
		next = at + 1
	}
	return span.Of(q.Text)
}

// What two definitions of one name must have in common at the most to be of
// different things: of the names and numbers in them, and in their passages.
const (
	commonOwn     = 0.8
	commonPassage = 0.6
)

// different reports whether two articles define different things: each has names
// or numbers of its own in the definition that the other's passage lacks, and they
// share few.
func different(a, b *opening) bool {
	na, nb := a.e.namesAndNumbers(), b.e.namesAndNumbers()
	return !within(a.own, nb) && !within(b.own, na) && shareOf(a.own, b.own) < commonOwn && shareOf(na, nb) < commonPassage
}

// shareOf is the share of the smaller set that both have; 1 if it is empty.
func shareOf(a, b map[string]bool) float64 {
	least := min(len(a), len(b))
	if least == 0 {
		return 1
	}
	return float64(inCommon(a, b)) / float64(least)
}

// namesAndNumbers are those of the passage.
func (e *evidence) namesAndNumbers() map[string]bool {
	set := map[string]bool{}
	for _, w := range e.passage().Words {
		if tellsApart(w) {
			set[w.Norm] = true
		}
	}
	return set
}

// tellsApart reports whether a word is a name or a number.
func tellsApart(w retrieval.Word) bool { return !w.Stop && (w.IsCapital() || w.IsNumeric()) }
