package evidence

import (
	"slices"

	"sherpa/answer/question"
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

// resolve raises what sentences have of the question by what their articles say of
// those whom they mean.
func resolve(q *question.Question, hits []retrieval.Hit, sentences []Evidence) {
	byArticle := map[string][]question.Known{}
	for i := range hits {
		id := hits[i].Article.ID
		byArticle[id] = q.KnownIn(byArticle[id], &hits[i])
	}
	for i := range sentences {
		e := &sentences[i]
		all := byArticle[e.Article()]
		for _, m := range e.Sentence.Mentions {
			e.raiseMeant(all, m)
		}
		e.others = e.aboutOthers(all)
	}
}

// raiseMeant raises what the sentence has by what is known of the one whom a
// mention means.
func (e *Evidence) raiseMeant(all []question.Known, m retrieval.Mention) {
	r := &e.Passage().Referents[m.Referent]
	for i := range all {
		k := &all[i]
		if !is(k, r) {
			continue
		}
		switch {
		case !m.Named:
			raiseBy(e.Matched, k.Named, pronounShare/float64(m.Of))
		case k.IsPerson() && !hasNamesake(k, all):
			raiseBy(e.Matched, k.Named, surnameShare)
		}
		raiseBy(e.Matched, k.Told, toldShare/float64(m.Of))
	}
}

// aboutOthers are the terms that only belong to people whom the sentence does not
// mean, where it speaks of one person by a pronoun: what it takes over from the
// sentence before is then not about them.
func (e *Evidence) aboutOthers(all []question.Known) question.TermBits {
	if !slices.ContainsFunc(e.Sentence.Mentions, func(m retrieval.Mention) bool { return !m.Named && m.Of == 1 }) {
		return 0
	}
	var own, others question.TermBits
	for i := range all {
		k := &all[i]
		switch {
		case slices.ContainsFunc(e.Sentence.Mentions, func(m retrieval.Mention) bool { return is(k, &e.Passage().Referents[m.Referent]) }):
			own |= bitsOf(k.Named) | bitsOf(k.Told)
		case k.IsPerson():
			others |= bitsOf(k.Named) | bitsOf(k.Told)
		}
	}
	return others &^ own
}

// maxTerms is how many terms a question has at the most.
const maxTerms = 32

func bitsOf(m []float64) question.TermBits {
	var b question.TermBits
	for t := range m {
		if m[t] > 0 {
			b |= 1 << t
		}
	}
	return b
}

// has reports whether a term is in the set.
func has(b question.TermBits, t int) bool { return b>>t&1 != 0 }

// is reports whether what is known is of the one whom a passage of the same article
// means.
func is(k *question.Known, r *retrieval.Referent) bool {
	return k.Referent == r || k.Key == r.Key || r.Key == "" && k.Fits(r)
}

// hasNamesake reports whether the article names somebody else by the same last name.
func hasNamesake(k *question.Known, all []question.Known) bool {
	return slices.ContainsFunc(all, func(o question.Known) bool {
		return o.Key == k.Key && o.Name.Len() > 1 && bitsOf(o.Named) != bitsOf(k.Named)
	})
}

// MeantIn are the names of those whom some words of the passage mean without naming
// them.
func (e *Evidence) MeantIn(words text.Span) []text.Span {
	var names []text.Span
	for _, m := range e.Sentence.Mentions {
		if !m.Named && m.At >= words.Start && m.At < words.End {
			names = append(names, e.Passage().Referents[m.Referent].Name)
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
