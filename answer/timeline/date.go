package timeline

import (
	"maps"
	"slices"

	"sherpa/internal/value"
)

// datedMentions works out the date of every mention and returns those whose year
// is known. What other articles say of the same event in so many words goes
// before what the article's own date would make of "on Friday".
func datedMentions(all []*Article) []*Mention {
	t := newTies(all)
	var known []*Mention
	for _, d := range all {
		for _, m := range d.mentions {
			if m.partial() {
				m.tie = t.tied(m)
			}
		}
		d.weigh()
		for _, m := range d.mentions {
			if m.resolve(); m.when.Year != 0 {
				known = append(known, m)
			}
		}
	}
	return known
}

// weigh drops the article's date if it would put an event on a day that another
// article, which gives the whole date, rules out. An article without a date then
// takes the month of its events.
func (d *Article) weigh() {
	for _, m := range d.mentions {
		if m.tie == nil || m.at.When.Month != 0 || d.written.Known != value.ByDay {
			continue
		}
		if own := m.at.When.Completed(m.tense, d.written); own.Year != 0 && !own.Agrees(*m.tie) {
			d.written = value.Written{}
		}
	}
	if d.written.Known == "" {
		d.written = writtenIn(d.mentions)
	}
}

// partial reports whether the sentence alone does not tell the year.
func (m *Mention) partial() bool { return m.at.When.Year == 0 }

// resolve sets the mention's date: as the sentence gives it, as the article's
// date completes it, or as another article has it.
func (m *Mention) resolve() {
	if !m.partial() {
		return
	}
	m.inferred = true
	at := m.Article.written
	if m.tie != nil && (at.Known == "" || at.Inferred) {
		m.when = *m.tie
		return
	}
	m.when = m.at.When.Completed(m.tense, at)
	if m.when.Year == 0 && m.tie != nil {
		m.when = *m.tie
	}
}

// ties find the dates of events that several articles tell.
type ties struct {
	explicit []*Mention
	ix       stemIndex
}

func newTies(all []*Article) *ties {
	t := &ties{ix: stemIndex{}}
	for _, d := range all {
		for _, m := range d.mentions {
			if !m.partial() && m.at.When.Month != 0 {
				t.ix.add(len(t.explicit), m.says)
				t.explicit = append(t.explicit, m)
			}
		}
	}
	return t
}

// What the sentences of two articles must share to tell one event, so that the
// date of one is that of the other.
const (
	tieShare, tieShared = 0.38, 6
)

// tied is the date that another article gives for the event of a mention, unless
// the articles differ on it. What the mention itself says of the date must agree.
func (t *ties) tied(m *Mention) *value.When {
	var found *value.When
	counts := t.ix.counts(m.says)
	for _, i := range slices.Sorted(maps.Keys(counts)) {
		o, n := t.explicit[i], counts[i]
		if o.Article == m.Article || n < tieShared || float64(n) < tieShare*float64(min(len(m.says), len(o.says))) || !o.when.Agrees(m.at.When) {
			continue
		}
		if found != nil && !found.Agrees(o.when) {
			return nil
		}
		if found == nil || found.Day == 0 && o.when.Day != 0 {
			found = &o.when
		}
	}
	return found
}
