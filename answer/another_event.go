package answer

import (
	"slices"

	"sherpa/internal/text"
)

// ofAnother reports whether none of the sides, with what stands around them, has a word of
// what is asked about that one of the best sentences has: the length of the talks is not
// how long they spoke to the press.
func (m *matters) ofAnother(sides [][]reported) bool {
	for t := range m.q.terms {
		if m.q.terms[t].Name || m.q.isLight(t) || lasting[m.q.terms[t].Stem] || m.q.focus[m.q.terms[t].Stem] || m.q.weight[t] < m.q.total/float64(len(m.q.terms)) {
			continue
		}
		lacks := func(g []reported) bool {
			return !slices.ContainsFunc(g, func(r reported) bool { return r.from.context[t] > 0 })
		}
		if !slices.ContainsFunc(sides, func(g []reported) bool { return !lacks(g) }) && slices.ContainsFunc(m.best[:min(len(m.best), maxStatements)], func(e *evidence) bool { return e.matched[t] > 0 && e.measuresTime() }) {
			return true
		}
	}
	return false
}

// lasting are the stems of verbs that only say that something takes its time.
var lasting = text.StemSet(`last spend spent need take wait`)

// measuresTime reports whether the sentence gives a time that may be no value: "for a few
// minutes".
func (e *evidence) measuresTime() bool { return e.has(timeUnits) }

var timeUnits = wordSet(`second seconds minute minutes hour hours day days week weeks month months year years`)
