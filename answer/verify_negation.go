package answer

import "strings"

// negationReach is how many telling words a negation reaches.
const negationReach = 5

// notCues turn what follows them into its opposite.
var notCues = wordSet(`no not never none nobody nothing neither nor without cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't
	couldn't shouldn't hasn't haven't hadn't hardly barely dont doesnt didnt isnt wasnt werent wont wouldnt couldnt hasnt havent hadnt`)

// markNegations marks the words that a negation reaches: those after it up to
// the end of the clause.
func (f *facts) markNegations() {
	for i := range f.words {
		if notCues[f.words[i].Norm] && !f.idleCue(i) {
			f.negateFrom(i)
		}
	}
}

// idleCue reports whether the negation at word i denies nothing: "not only",
// "no doubt".
func (f *facts) idleCue(i int) bool {
	if i+1 >= len(f.words) {
		return true
	}
	next := f.words[i+1].Norm
	return next == "only" || next == "just" || next == "doubt" || next == "matter" || next == "least" || f.words[i].Norm == "no" && (next == "less" || next == "fewer" || next == "more")
}

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

// denies reports whether the word is denied: negated, or the denying one of two
// opposites, but not both.
func (t *token) denies() bool { return t.negated != t.side.denies }

// polarity checks that the claim denies what its nearest source denies, and
// nothing else.
func (v *Verification) polarity(claim *facts, sources []*facts) {
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
		v.fail(FailedNegation, words, instead)
		return
	}
	if words, instead := clash(best, claim); words != "" {
		v.fail(FailedNegation, instead, words)
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

// match finds the word of the sentence that stands best for t.
func (f *facts) match(t *token) (float64, *token) {
	best, at := 0.0, (*token)(nil)
	for i := range f.words {
		if f.words[i].stop {
			continue
		}
		m := t.like(&f.words[i])
		if m > best || m == best && m > 0 && at.denies() != t.denies() && f.words[i].denies() == t.denies() {
			best, at = m, &f.words[i]
		}
	}
	return best, at
}

// clash finds a negation of a that b does not have: most of the words that it
// reaches stand in b without one. It returns the words of both.
func clash(a, b *facts) (words, instead string) {
	for i := range a.words {
		if !notCues[a.words[i].Norm] || a.idleCue(i) {
			continue
		}
		same, other, all := 0, 0, 0
		var first, last, there *token
		for k := i + 1; k < len(a.words) && all < 3; k++ {
			w := &a.words[k]
			if w.starts && k > i+1 {
				break
			}
			if w.stop || w.name && all > 0 {
				continue
			}
			all++
			last = w
			m, o := b.match(w)
			switch {
			case m == 0:
			case o.denies() == w.denies():
				same++
			default:
				other++
				if first == nil {
					first, there = w, o
				}
			}
		}
		if other > same && 2*other > all || other > same && all == 2 && other == 1 && first != nil && first.content() && !first.name && sameStem(first, there) {
			return a.text[a.words[i].Start:last.End], b.around(there)
		}
	}
	return "", ""
}

func sameStem(a, b *token) bool { return a.stem == b.stem }

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
func (v *Verification) opposites(claim, source *facts) {
	for i := range claim.words {
		w := &claim.words[i]
		if w.side.pair == 0 || w.quoted {
			continue
		}
		if o := source.opposite(w); o != nil && claim.sameMatter(i, source) {
			v.fail(FailedNegation, w.Text, o.Text)
		}
	}
}

// opposite is the word of the sentence that says the opposite of t, if none says
// the same.
func (f *facts) opposite(t *token) *token {
	var found *token
	for i := range f.words {
		o := &f.words[i]
		if o.side.pair != t.side.pair {
			continue
		}
		if (o.side.value == t.side.value) == (o.negated == t.negated) {
			return nil
		}
		if o.side.value != t.side.value {
			found = o
		}
	}
	return found
}

// sameMatter reports whether half of the telling words around word i of the
// claim stand in the source too.
func (f *facts) sameMatter(i int, source *facts) bool {
	hits, all := 0.0, 0.0
	for k := range f.words {
		if w := &f.words[k]; k != i && !w.stop && !w.number {
			m, _ := source.match(w)
			hits += m
			all++
		}
	}
	return all > 0 && hits >= all/2
}
