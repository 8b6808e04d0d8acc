package answer

import (
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// A sentence means people and things that it does not name, or not by the words of
// the question: "she said", where the sentence before names the mayor. What the
// article says of them elsewhere counts for the sentence too, but less.
const (
	// pronounShare is what the words of a name count for where a pronoun or a
	// description stands for it. Of several who are meant each has its part.
	pronounShare = 0.6
	// surnameShare is what a first name counts for where an article that gave it goes on
	// with the last one.
	surnameShare = 0.9
	// toldShare is what the words count for that tell who somebody is.
	toldShare = 0.3
)

// known is somebody or something that a passage names, and that the question has
// words of.
type known struct {
	*retrieval.Referent
	// named and told say for each term how well the name and the descriptions have
	// it; nil if they have nothing.
	named, told []float64
}

// resolve raises what sentences have of the question by what their articles say of
// those whom they mean.
func (q *question) resolve(hits []retrieval.Hit, sentences []evidence) {
	byArticle := map[string][]known{}
	for i := range hits {
		id := hits[i].Article.ID
		byArticle[id] = q.knownIn(byArticle[id], &hits[i])
	}
	for i := range sentences {
		e := &sentences[i]
		all := byArticle[e.article()]
		for _, m := range e.sentence.Mentions {
			e.raiseMeant(all, m)
		}
		e.others = e.aboutOthers(all)
	}
}

// knownIn adds those of a passage whom the question has words of.
func (q *question) knownIn(all []known, h *retrieval.Hit) []known {
	for i := range h.Parsed.Referents {
		r := &h.Parsed.Referents[i]
		if r.Name.Len() == 0 {
			continue
		}
		k := known{Referent: r, named: q.matchWithin(nil, h, r.Name)}
		for _, s := range r.Told {
			k.told = q.matchWithin(k.told, h, s)
		}
		if k.named != nil || k.told != nil {
			all = append(all, k)
		}
	}
	return all
}

// raiseMeant raises what the sentence has by what is known of the one whom a
// mention means.
func (e *evidence) raiseMeant(all []known, m retrieval.Mention) {
	r := &e.passage().Referents[m.Referent]
	for i := range all {
		k := &all[i]
		if !k.is(r) {
			continue
		}
		switch {
		case !m.Named:
			raiseBy(e.matched, k.named, pronounShare/float64(m.Of))
		case k.IsPerson() && !k.hasNamesake(all):
			raiseBy(e.matched, k.named, surnameShare)
		}
		raiseBy(e.matched, k.told, toldShare/float64(m.Of))
	}
}

// aboutOthers are the terms that only belong to people whom the sentence does not
// mean, where it speaks of one person by a pronoun: what it takes over from the
// sentence before is then not about them.
func (e *evidence) aboutOthers(all []known) termBits {
	if !slices.ContainsFunc(e.sentence.Mentions, func(m retrieval.Mention) bool { return !m.Named && m.Of == 1 }) {
		return 0
	}
	var own, others termBits
	for i := range all {
		k := &all[i]
		switch {
		case slices.ContainsFunc(e.sentence.Mentions, func(m retrieval.Mention) bool { return k.is(&e.passage().Referents[m.Referent]) }):
			own |= bitsOf(k.named) | bitsOf(k.told)
		case k.IsPerson():
			others |= bitsOf(k.named) | bitsOf(k.told)
		}
	}
	return others &^ own
}

// termBits is a set of terms; a question has no more of them than it has bits.
type termBits uint32

// maxTerms is how many terms a question has at the most.
const maxTerms = 32

func bitsOf(m []float64) termBits {
	var b termBits
	for t := range m {
		if m[t] > 0 {
			b |= 1 << t
		}
	}
	return b
}

// has reports whether a term is in the set.
func (b termBits) has(t int) bool { return b>>t&1 != 0 }

// is reports whether what is known is of the one whom a passage of the same article
// means.
func (k *known) is(r *retrieval.Referent) bool {
	return k.Referent == r || k.Key == r.Key || r.Key == "" && k.Fits(r)
}

// hasNamesake reports whether the article names somebody else by the same last name.
func (k *known) hasNamesake(all []known) bool {
	return slices.ContainsFunc(all, func(o known) bool { return o.Key == k.Key && o.Name.Len() > 1 && bitsOf(o.named) != bitsOf(k.named) })
}

// meantIn are the names of those whom some words of the passage mean without naming
// them.
func (e *evidence) meantIn(words text.Span) []text.Span {
	var names []text.Span
	for _, m := range e.sentence.Mentions {
		if !m.Named && m.At >= words.Start && m.At < words.End {
			names = append(names, e.passage().Referents[m.Referent].Name)
		}
	}
	return names
}

// raiseBy raises each element of a to a share of b's.
func raiseBy(a, b []float64, share float64) {
	for i := range b {
		a[i] = max(a[i], share*b[i])
	}
}
