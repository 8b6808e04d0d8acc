package draft

import (
	"cmp"
	"slices"

	"sherpa/answer/disagreement"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
)

// KindNamesake marks a difference between things that bear one name.
const KindNamesake = "namesake"

// namesakes finds articles that are about different things of the asked name,
// each of which answers the question; nil if there are none. Only articles that
// open with a definition of the name are taken for being about it: "Norwick is a
// town in Avon County", "Norwick is a village near the coast".
func namesakes(q *question.Question, all []*evidence.Evidence) *disagreement.Difference {
	d := &disagreement.Difference{About: askedText(q), Kind: KindNamesake}
	for _, thing := range things(openings(q, all)) {
		c := thing.claim(q, all)
		c.About = thing.articles()
		d.Claims = append(d.Claims, c)
	}
	if len(d.Claims) < 2 {
		return nil
	}
	return d
}

// apart chooses between a contradiction and things of one name: values that
// belong to different things contradict nothing.
func apart(contrary, named *disagreement.Difference) *disagreement.Difference {
	if contrary == nil || named != nil && !holdsTwo(named, contrary) {
		return cmp.Or(named, contrary)
	}
	return contrary
}

// holdsTwo reports whether articles on one of the things are on two sides of a
// contradiction.
func holdsTwo(d *disagreement.Difference, contrary *disagreement.Difference) bool {
	for _, c := range d.Claims {
		sides := 0
		for _, side := range contrary.Claims {
			if slices.ContainsFunc(side.Sources, func(e *evidence.Evidence) bool { return c.About[e.Article()] }) {
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
func (t thing) claim(q *question.Question, all []*evidence.Evidence) disagreement.Claim {
	if c, ok := t.value(q, all); ok {
		return c
	}
	at := t[0].description()
	c := disagreement.Claim{Value: at.Of(t[0].e.Passage().Text), At: at}
	for _, o := range t {
		c.Sources = append(c.Sources, o.e)
	}
	return c
}

// value is the value of the expected kind that stands in the best sentence of the
// articles on a thing.
func (t thing) value(q *question.Question, all []*evidence.Evidence) (disagreement.Claim, bool) {
	if len(evidence.ValueKinds[q.AskedKind()]) == 0 {
		return disagreement.Claim{}, false
	}
	about := t.articles()
	for _, e := range all {
		if !about[e.Article()] {
			continue
		}
		for _, v := range disagreement.SideValues(e, q) {
			return disagreement.Claim{Value: v.Of(e.Passage().Text), At: v.Span, Sources: []*evidence.Evidence{e}}, true
		}
	}
	return disagreement.Claim{}, false
}

// articles are the ids of the articles on a thing.
func (t thing) articles() map[string]bool {
	ids := map[string]bool{}
	for _, o := range t {
		ids[o.e.Article()] = true
	}
	return ids
}

// askedText is the asked name as the question writes it, up to the first word that
// is no part of it.
func askedText(q *question.Question) string {
	if len(q.Phrases) > 0 {
		return q.Phrases[0]
	}
	words := text.Words(q.Text)
	var span text.Span
	next := -1
	for _, t := range q.AskedName {
		at := q.Terms[t].At
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
	na, nb := a.e.NamesAndNumbers(), b.e.NamesAndNumbers()
	return !disagreement.Within(a.own, nb) && !disagreement.Within(b.own, na) && disagreement.Overlap(a.own, b.own) < commonOwn && disagreement.Overlap(na, nb) < commonPassage
}
