package translated

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"sherpa/internal/text"
)

// clauseRead is what a clause speaks of.
type clauseRead struct {
	negated bool
	// without says that it is what a "without" takes away.
	without bool
	// anchors are what it may share with another clause.
	anchors map[string]bool
	// told is how many words have anchors, of which one may have several.
	told int
	// polar says of each meaning with an opposite what the clause says of it, in
	// both ways where it does.
	polar map[string]stance
	words string
	// turns are for each word of a turning matter all matters that it may be of.
	turns [][]string
	// unread is how many telling words the vocabulary does not have.
	unread int
}

// stance is whether something is saysYes, saysNo, or both.
type stance uint8

const (
	saysYes stance = 1 << iota
	saysNo
)

// clauses are the clauses of the sentence, but for empty ones.
func (r *reading) clauses() []clauseRead {
	all := make([]clauseRead, len(r.negated))
	for c := range all {
		all[c] = clauseRead{negated: r.negated[c], anchors: map[string]bool{}, polar: map[string]stance{}}
	}
	for i := range r.words {
		if w := &r.words[i]; !w.inside {
			c := &all[w.clause]
			before := len(c.anchors)
			if r.addTo(c, i); len(c.anchors) > before {
				c.told++
			}
		}
	}
	for _, v := range r.values {
		if !r.stated(v) {
			continue
		}
		c := &all[r.words[v.first].clause]
		c.anchors["="+strconv.FormatFloat(v.Low, 'g', 6, 64)+v.Kind.String()+v.When.String()] = true
	}
	return all
}

// addTo adds what word i says to its clause.
func (r *reading) addTo(c *clauseRead, i int) {
	w := &r.words[i]
	if key, _ := r.has(i, cueSense); key == "without" {
		c.without = true
	}
	if c.words == "" {
		c.words = w.Text
	} else {
		c.words += " " + w.Text
	}
	if _, hedge := r.has(i, hedgeSense); hedge && r.figureFollows(i+w.covers) {
		return // "менше 50" is a bound
	}
	var matters []string
	for _, s := range w.senses {
		switch s.kind {
		case placeSense:
			c.anchors["@"+s.key] = true
		case conceptSense:
			matters = append(matters, matterOf(conceptKey(s.key)))
			c.anchors[conceptKey(s.key)] = true
			if key, denies, ok := s.polar(); ok && !w.quoted {
				c.polar[key] |= stanceAs(denies != c.negated)
			}
		}
	}
	if slices.ContainsFunc(matters, func(m string) bool { return turning[m] }) && !w.quoted && !r.namelike(i) {
		c.turns = append(c.turns, matters)
	}
	if len(w.senses) > 0 || w.IsNumeric() {
		return
	}
	if !w.quoted && (!w.IsCapital() || r.lang == "de") && !text.IsSmallWord(w.Norm, r.lang) && utf8.RuneCountInString(w.Norm) > 3 {
		c.unread++
	}
	if w.IsCapital() {
		c.anchors["~"+soundsOf(w.Norm)[0].full] = true
	}
	if stem := cognate(w.Norm); stem != "" {
		c.anchors["~"+stem] = true
	}
}

// namelike reports whether word i has a capital that only names have.
func (r *reading) namelike(i int) bool {
	return i > 0 && r.lang != "de" && r.words[i].IsCapital() && !r.isInitial(i)
}

func stanceAs(denies bool) stance {
	if denies {
		return saysNo
	}
	return saysYes
}

// shares is how much two clauses have in common.
func (c *clauseRead) shares(o *clauseRead) int {
	n := 0
	for a := range c.anchors {
		if o.anchors[a] {
			n++
		}
	}
	return n
}
