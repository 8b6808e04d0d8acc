package verify

import (
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// negationReach is how many telling words a negation reaches.
const negationReach = 5

// markNegations marks the words that a negation reaches, which are those after
// it up to the end of the clause, and the clauses that have one.
func (f *facts) markNegations() {
	denying := map[int]bool{}
	for i := range f.words {
		if f.isCue(i) {
			denying[f.words[i].clause] = denying[f.words[i].clause] || lexicon.VerbCues[f.words[i].Norm]
			f.negateFrom(i)
		}
		if f.words[i].denial() {
			denying[f.words[i].clause] = true
		}
	}
	for i := range f.words {
		f.words[i].denying = denying[f.words[i].clause]
	}
}

// isCue reports whether word i denies what follows it. Some cues deny nothing:
// "not only", "no doubt".
func (f *facts) isCue(i int) bool {
	w, next := f.words[i].Norm, ""
	if i+1 < len(f.words) {
		next = f.words[i+1].Norm
	}
	switch {
	case lexicon.NotCues[w]:
		return next != "" && !f.words[i].joined && !lexicon.IdleAfter[next] && !(w == "no" && comparatives[next])
	case avoiding[w]:
		return true
	}
	return failing[w] && next == "to"
}

var (
	comparatives = text.WordSet(`less fewer more`)
	// avoiding verbs deny the noun or verb that follows, failing ones a verb.
	avoiding = text.WordSet(`avoid avoids avoided avoiding prevent prevents prevented preventing lack lacks lacked lacking`)
	failing  = text.WordSet(`fail fails failed failing refuse refuses refused refusing decline declines declined declining unable unwilling`)
)

// sinceFollows reports whether "since" or "until" closes what the negation at
// word i begins: it tells when something last was, and not that it never was.
func (f *facts) sinceFollows(i int) bool {
	for k := i + 1; k < min(len(f.words), i+14) && !strings.ContainsAny(f.gap(k), ",;:"); k++ {
		if sinceWords[f.words[k].Norm] {
			return true
		}
	}
	return false
}

var sinceWords = text.WordSet(`since until`)

func (f *facts) negateFrom(i int) {
	left := negationReach
	for k := i + 1; k < len(f.words) && left > 0; k++ {
		if f.words[k].starts && k > i+1 {
			return
		}
		if f.words[k].stop {
			continue
		}
		f.words[k].negated = !f.words[k].negated
		left--
	}
}

// disagree reports whether two words that stand for one another say opposite
// things: one is negated and the other is not, or they are opposites and both
// are negated or neither. A negation before or behind the word that only its
// clause has ("should an agreement not be reached") is given the benefit.
func disagree(a, b *token) bool {
	if side := a.opposed(b); side != nil && b.opposed(a).Side != side.Side {
		return a.negated == b.negated
	}
	switch {
	case a.negated == b.negated:
		return false
	case a.negated:
		return !b.denying || b.denial()
	}
	return !a.denying || a.denial()
}

// denial reports whether the word itself denies, as "excluded" does.
func (t *token) denial() bool {
	for _, s := range t.sides {
		if s.Denies {
			return true
		}
	}
	return false
}

// polarity checks that the claim denies what its nearest source denies, and
// nothing else.
func (v *Result) polarity(claim *facts, sources []*facts) {
	best, share := (*facts)(nil), 0.0
	for _, s := range sources {
		if c := claim.shared(s); c > share {
			best, share = s, c
		}
	}
	if best == nil {
		return
	}
	if words, instead := clash(claim, best); words != "" {
		v.Fail(FailedNegation, words, instead)
		return
	}
	if words, instead := clash(best, claim); words != "" {
		v.Fail(FailedNegation, instead, words)
		return
	}
	v.opposites(claim, best)
}

// shared is the number of telling words that both have.
func (f *facts) shared(s *facts) float64 {
	sum := 0.0
	for i := range f.words {
		if f.words[i].content() {
			m, _ := s.match(&f.words[i])
			sum += m
		}
	}
	return sum
}

// match finds the word of the sentence that stands best for t, one that agrees
// with it where there are several.
func (f *facts) match(t *token) (float64, *token) {
	best, at := 0.0, (*token)(nil)
	for i := range f.words {
		o := &f.words[i]
		if m := t.like(o); m > best || m == best && m > 0 && disagree(t, at) && !disagree(t, o) {
			best, at = m, o
		}
	}
	return best, at
}

// anchors is how many telling words after a negation decide what it denies.
const anchors = 3

// clash finds a negation of a that b does not have: most of the words that it
// reaches stand in b without one. It returns the words of both.
func clash(a, b *facts) (words, instead string) {
	for i := range a.words {
		if !a.isCue(i) || a.sinceFollows(i) && !anyWord([]*facts{b}, sinceWords) {
			continue
		}
		reached := a.reached(i)
		if len(reached) == 0 && lexicon.VerbCues[a.words[i].Norm] && !b.denies() {
			return a.words[i].Text, b.text
		}
		same, other, open, there := 0, 0, len(reached), (*token)(nil)
		for _, w := range reached {
			switch m, o := b.match(w); {
			case m == 0:
			case disagree(w, o):
				other++
				if there == nil || !w.name {
					there = o
				}
			case w.negated == o.negated:
				same++
			default:
				open-- // denied in another way, perhaps
			}
		}
		if other > same && 2*other > open {
			return a.text[a.words[i].Start:reached[len(reached)-1].End], b.around(there)
		}
	}
	return "", ""
}

// denies reports whether anything in the sentence denies.
func (f *facts) denies() bool {
	for i := range f.words {
		if f.isCue(i) || f.words[i].denial() {
			return true
		}
	}
	return false
}

// reached are the first telling words that the negation at word i reaches; names
// count only where there is nothing else.
func (f *facts) reached(i int) []*token {
	var telling, names []*token
	for k := i + 1; k < len(f.words) && len(telling) < anchors; k++ {
		w := &f.words[k]
		if !w.negated && !w.stop {
			break
		}
		switch {
		case w.stop:
		case w.name:
			names = append(names, w)
		default:
			telling = append(telling, w)
		}
	}
	if len(telling) == 0 {
		return names
	}
	return telling
}

// around is a word of the sentence with the ones beside it.
func (f *facts) around(t *token) string {
	for i := range f.words {
		if &f.words[i] == t {
			return strings.TrimSpace(f.text[f.words[max(0, i-2)].Start:f.words[min(len(f.words)-1, i+1)].End])
		}
	}
	return ""
}

// opposites checks that the claim has no word whose opposite stands in its
// place in the source.
func (v *Result) opposites(claim, source *facts) {
	var hits []float64
	for i := range claim.words {
		w := &claim.words[i]
		if len(w.sides) == 0 || w.quoted {
			continue
		}
		if hits == nil {
			hits = claim.hits(source)
		}
		if o := source.opposite(w); o != nil && claim.sameMatter(i, hits) {
			v.Fail(FailedNegation, w.Text, o.Text)
		}
	}
}

// hits says for each word how well the source has it.
func (f *facts) hits(source *facts) []float64 {
	hits := make([]float64, len(f.words))
	for i := range f.words {
		hits[i], _ = source.match(&f.words[i])
	}
	return hits
}

// opposite is the word of the sentence that says the opposite of t, if none says
// the same.
func (f *facts) opposite(t *token) *token {
	var found *token
	for i := range f.words {
		o := &f.words[i]
		if t.stem == o.stem {
			return nil
		}
		if t.opposed(o) == nil {
			continue
		}
		if !disagree(t, o) {
			return nil
		}
		found = o
	}
	return found
}

// sameMatterShare is how much of the words around two opposites both sentences
// must have for the opposites to be about one thing.
const sameMatterShare = 0.4

// sameMatter reports whether enough of the telling words around word i stand in
// the source too.
func (f *facts) sameMatter(i int, hits []float64) bool {
	sum, all := 0.0, 0.0
	for k := range f.words {
		if w := &f.words[k]; k != i && !w.stop && !w.number {
			sum += hits[k]
			all++
		}
	}
	return all > 0 && sum >= sameMatterShare*all
}
