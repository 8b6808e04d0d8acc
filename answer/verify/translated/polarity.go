package translated

import (
	"slices"
	"strings"

	"sherpa/answer/verify"
	"sherpa/internal/text"
)

// conceptKey is the meaning that a key of the vocabulary stands for, without its
// side: "+accept" and "-accept" are one.
func conceptKey(key string) string { return strings.TrimLeft(key, "+-=") }

// polar reports whether the meaning has an opposite, and whether it is the side
// that denies.
func (s *sense) polar() (key string, denies, ok bool) {
	if s.kind != conceptSense || s.key[0] != '+' && s.key[0] != '-' {
		return "", false, false
	}
	return s.key[1:], s.key[0] == '-', true
}

// polarity checks clause by clause that the claim denies what the
// clause of the sources that is nearest to it denies, and nothing else.
func (v *findings) polarity(claim *reading, sources []*reading) {
	var all []clauseRead
	for _, s := range sources {
		all = append(all, s.clauses()...)
	}
	if len(all) == 0 {
		return
	}
	own := claim.clauses()
	for k := range own {
		if words, bad := own[k].denialClash(all); bad {
			v.Fail(verify.FailedNegation, own[k].words, words)
		}
	}
	for k := range all {
		if c := all[k].dropped(own); c != nil {
			v.Fail(verify.FailedNegation, c.words, all[k].words)
		}
	}
	if s, c := unclaimedDenial(own, all), unreadClause(own, all); s != nil && c != nil {
		v.Fail(verify.FailedNegation, c.words, s.words)
	}
	for k := range own {
		if s := own[k].mayTurn(own, all); s != nil {
			v.Fail(verify.FailedNegation, own[k].words, s.words)
		}
		if own[k].turnsAlone(all) {
			v.Fail(verify.FailedNegation, own[k].words, "")
		}
	}
	if s := givenBack(own, all); s != nil {
		v.Fail(verify.FailedNegation, s.words, "")
	}
}

// givenBack is what a "without" of the sources takes away and the claim, which
// speaks of it, does not, because it has fewer denials than they have; nil if
// there is nothing.
func givenBack(claim, sources []clauseRead) (without *clauseRead) {
	denials, own := 0, 0
	for k := range claim {
		if claim[k].negated {
			own++
		}
	}
	for k := range sources {
		s := &sources[k]
		near := s.nearest(claim)
		if !s.negated || near == nil || 2*near.shares(s) < len(s.anchors) {
			continue
		}
		denials++
		if s.without {
			without = s
		}
	}
	if own < denials {
		return without
	}
	return nil
}

// plainTurns are the turning matters whose words hardly mean anything else.
var plainTurns = text.WordSet(`guilty rise strength pace course profit`)

// turnsAlone reports whether a clause has a word of these where the sources have
// none of its matter.
func (c *clauseRead) turnsAlone(sources []clauseRead) bool {
	return slices.ContainsFunc(c.turns, func(matters []string) bool {
		return slices.ContainsFunc(matters, func(m string) bool { return plainTurns[m] }) &&
			!slices.ContainsFunc(matters, func(m string) bool { return speaksOf(sources, m) })
	})
}

// turning are the matters of which a sentence says the most: what a source says
// of them, the claim must say in words that are read.
var turning = text.WordSet(`accept confirm allow guilty rise win buy strength opening praise pace course hire profit`)

// mayTurn is the clause of the sources that is nearest to c, where it has a
// turning word of which the claim has neither side, but words that are not read;
// nil otherwise.
func (c *clauseRead) mayTurn(claim, sources []clauseRead) *clauseRead {
	near := c.nearest(sources)
	if near == nil || c.unread == 0 {
		return nil
	}
	for _, matters := range near.turns {
		if !slices.ContainsFunc(matters, func(m string) bool { return speaksOf(claim, m) }) {
			return near
		}
	}
	return nil
}

// matterOf is what the sides of a key exclude each other in.
func matterOf(key string) string {
	matter, _, _ := strings.Cut(key, "/")
	return matter
}

func speaksOf(clauses []clauseRead, matter string) bool {
	for k := range clauses {
		for anchor := range clauses[k].anchors {
			if matterOf(anchor) == matter {
				return true
			}
		}
	}
	return false
}

// unclaimedDenial is a clause of the sources that denies something, where no
// clause of the claim that denies is near to it; nil if there is none.
func unclaimedDenial(claim, sources []clauseRead) *clauseRead {
	taken := map[*clauseRead]bool{}
	for k := range claim {
		if near := claim[k].nearest(sources); claim[k].negated && near != nil {
			taken[near] = true
		}
	}
	for k := range sources {
		if sources[k].negated && !taken[&sources[k]] {
			return &sources[k]
		}
	}
	return nil
}

// minUnread is how many unread words make a clause one that may say anything.
const minUnread = 1

// unreadClause is a clause of the claim that has nothing in common with the
// sources by which it could be compared, so that it may be what they deny.
func unreadClause(claim, sources []clauseRead) *clauseRead {
	for k := range claim {
		if c := &claim[k]; !c.negated && c.unread >= minUnread && c.nearest(sources) == nil {
			return c
		}
	}
	return nil
}

// Of a clause that denies, a claim that has so much of it says the same thing:
// at least so many of its anchors, and such a part of them.
const (
	droppedAnchors = 2
	droppedShare   = 0.4
)

// dropped is the clause of the claim that says what c denies, and does not deny
// it; nil if there is none.
func (c *clauseRead) dropped(claim []clauseRead) *clauseRead {
	near := c.nearest(claim)
	if !c.negated || near == nil || near.negated || near.decides(c) {
		return nil
	}
	if n := near.shares(c); n < min(droppedAnchors, c.told) || float64(n) < droppedShare*float64(c.told) {
		return nil
	}
	return near
}

// decides reports whether both clauses have a word with an opposite of one kind,
// so that these words are what is compared.
func (c *clauseRead) decides(o *clauseRead) bool {
	for key := range c.polar {
		if o.polar[key] != 0 {
			return true
		}
	}
	return false
}

// denialClash compares a clause with those of the sources. Words with an
// opposite decide; where both have none of one kind, the negations do.
func (c *clauseRead) denialClash(sources []clauseRead) (words string, bad bool) {
	near := c.nearest(sources)
	decided := false
	for key, own := range c.polar {
		there, where := near.stance(key), near
		if there == 0 {
			there, where = stanceIn(sources, key)
		} else {
			decided = true
		}
		if there != 0 && own&there == 0 {
			return where.words, true
		}
	}
	if decided || near == nil {
		return "", near == nil && c.negated && !anyNegated(sources)
	}
	if c.negated != near.negated && !(c.negated && c.deniesFarther(sources)) {
		return near.words, true
	}
	return "", false
}

// deniesFarther reports whether c takes in a clause of the sources that denies,
// though another one is nearer: "nach Angaben der Sprecherin wurde nichts
// freigesetzt" is two clauses in English.
func (c *clauseRead) deniesFarther(sources []clauseRead) bool {
	return slices.ContainsFunc(sources, func(s clauseRead) bool {
		return s.negated && c.shares(&s) >= droppedAnchors
	})
}

func (c *clauseRead) stance(key string) stance {
	if c == nil {
		return 0
	}
	return c.polar[key]
}

// stanceIn is what any of the clauses says, and the first of them that says it.
func stanceIn(clauses []clauseRead, key string) (all stance, first *clauseRead) {
	for k := range clauses {
		if s := clauses[k].polar[key]; s != 0 {
			all |= s
			if first == nil {
				first = &clauses[k]
			}
		}
	}
	return all, first
}

func anyNegated(clauses []clauseRead) bool {
	for k := range clauses {
		if clauses[k].negated {
			return true
		}
	}
	return false
}

// nearest is the clause that shares most with c, or nil if none shares anything.
// Of equal ones it is the one of which least is left over.
func (c *clauseRead) nearest(clauses []clauseRead) *clauseRead {
	best, most := (*clauseRead)(nil), 0
	for k := range clauses {
		o := &clauses[k]
		n := c.shares(o)
		if n > most || n == most && n > 0 && len(o.anchors) < len(best.anchors) {
			best, most = o, n
		}
	}
	return best
}

// opposites checks that the claim has no word of a set of words that
// exclude each other where the sources have another one, and none that must
// stand in a source and does not.
func (v *findings) opposites(claim *reading, x *sourceIndex) {
	for i := range claim.words {
		w := &claim.words[i]
		if w.inside || w.quoted {
			continue
		}
		if other, bad := claim.excluded(i, x); bad {
			v.Fail(verify.FailedNegation, claim.phrase(i), other)
		}
	}
}

// excluded reports whether the sources exclude a meaning that word i has, and
// have none of its other ones; other is what they have in its place.
func (r *reading) excluded(i int, x *sourceIndex) (other string, bad bool) {
	for _, s := range r.words[i].senses {
		if s.kind != conceptSense {
			continue
		}
		if x.concepts[conceptKey(s.key)] {
			return "", false
		}
		if matter, _, isSide := strings.Cut(s.key, "/"); isSide && !r.negated[r.words[i].clause] {
			other = x.otherSide(matter)
		}
		bad = bad || other != "" || s.key[0] == '='
	}
	return other, bad
}

// otherSide is a side of the matter that the sources have.
func (x *sourceIndex) otherSide(matter string) string {
	found := ""
	for key := range x.concepts {
		if side, ok := strings.CutPrefix(key, matter+"/"); ok && (found == "" || side < found) {
			found = side
		}
	}
	return found
}
