package verify

import (
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/internal/value"
)

// namesStand reports whether the names of the statement stand in some sentences,
// and are spelled as the passage has them.
func (r *retelling) namesStand(sources []*facts) bool {
	var v Result
	v.names(r.facts, sources)
	for _, f := range v.Failures {
		if !beginners[strings.TrimRight(text.Fold(f.Words), "0123456789%.,- ")] {
			return false
		}
	}
	return r.spelled()
}

// beginners are words that begin sentences and are no names.
var beginners = text.WordSet(`around roughly nearly almost approximately despite unlike besides amid among within beyond inside outside behind beneath beside next last earlier later
	previously originally initially currently recently meanwhile overall instead apart aside afterwards afterward altogether according following given thanks due owing
	unless whereas although though whenever wherever together today yesterday tomorrow tonight nobody everybody everyone anyone someone no`)

// spelled reports whether each word of the names of several words stands somewhere
// in the passages or titles.
func (r *retelling) spelled() bool {
	for _, n := range r.names {
		telling := r.tellingOf(n)
		if len(telling) < 2 || r.inQuote(n.Span) || acronymIn(r.words[n.First:n.Next], r.named) {
			continue
		}
		for _, w := range telling {
			if !w.number && !beginners[w.Norm] && !r.nameIn(w, r.named) && !r.inPassage(w) {
				return false
			}
		}
	}
	return true
}

// inPassage reports whether a word of a name stands in a passage or title.
func (r *retelling) inPassage(w *token) bool {
	for i := range r.cited {
		c := &r.cited[i]
		if r.nameIn(w, []*facts{c.names(), readFacts(c.Title)}) {
			return true
		}
	}
	return false
}

// mayMean reports whether what is cited may speak of somebody that it does not
// name: by a pronoun before any name, or as "the firm" where the statement has all
// of its names.
func (r *retelling) mayMean() bool {
	definite := false
	for _, s := range r.own {
		if s.beginsWithPronoun() {
			return true
		}
		for _, n := range s.names {
			if !s.inQuote(n.Span) && !r.hasName(s.facts, n) {
				return false
			}
		}
		definite = definite || s.has(articles)
	}
	return definite
}

// articles lead to what was named before.
var articles = text.WordSet(`the both`)

// beginsWithPronoun reports whether the sentence has a pronoun before its names.
func (st *stated) beginsWithPronoun() bool {
	for i := range st.words {
		switch w := &st.words[i]; {
		case w.quoted:
		case w.name:
			return false
		case pronouns[w.Norm]:
			return true
		}
	}
	return false
}

// mingles reports whether a name of the statement is put together from parts of
// two names of the sources: of "Ann Reed" and "Bo Marsh" neither is "Ann Marsh".
func (st *stated) mingles(sources []*facts) bool {
	for _, n := range st.names {
		telling := st.tellingOf(n)
		if len(telling) < 2 || st.inQuote(n.Span) {
			continue
		}
		whole, parted := false, false
		for _, s := range sources {
			for _, o := range s.names {
				has, lacks := s.partsOf(o, telling)
				whole = whole || has == len(telling)
				parted = parted || has > 0 && lacks > 0
			}
		}
		if parted && !whole {
			return true
		}
	}
	return false
}

// tellingOf are the words of a name without titles.
func (f *facts) tellingOf(n value.Name) []*token {
	var telling []*token
	for i := n.First; i < n.Next; i++ {
		if w := &f.words[i]; !w.stop && !titleWord(w.Norm) {
			telling = append(telling, w)
		}
	}
	return telling
}

// partsOf is how many words of a name are among those given, and how many are not.
func (f *facts) partsOf(n value.Name, given []*token) (has, lacks int) {
	for _, w := range f.tellingOf(n) {
		if slices.ContainsFunc(given, func(t *token) bool { return t.stem == w.stem || t.key != "" && t.key == w.key }) {
			has++
		} else {
			lacks++
		}
	}
	return has, lacks
}

// swaps reports whether somebody else does in the sources what somebody does in the
// statement. Who says something may stand before or after what is said.
func (st *stated) swaps(sources []*facts) bool {
	for i := range st.words {
		own := st.actors(i)
		if len(own) == 0 || !verbLike(st.words[i].Norm) || lightClaims[st.words[i].stem] {
			continue
		}
		for _, s := range sources {
			if s.otherActor(&st.words[i], st.facts, own) != "" {
				return true
			}
		}
	}
	return false
}
