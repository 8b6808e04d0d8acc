package answer

import (
	"slices"

	"sherpa/internal/value"
	"sherpa/retrieval"
)

// aboutNames say what a disagreement is about.
var aboutNames = map[retrieval.Kind]string{
	retrieval.KindDate: "date", retrieval.KindDuration: "duration", retrieval.KindNumber: "number",
}

// disagreement finds values of the expected kind that different articles give
// for the same thing and that cannot all be true; nil if there are none.
func disagreement(q *question, best []*evidence) *difference {
	if q.Kind == retrieval.KindPlace && !q.onlyNames {
		return placesDiffer(q, best)
	}
	about, ok := aboutNames[q.kind()]
	if !ok || q.onlyNames {
		return nil
	}
	return differing(about, reportedValues(q, best))
}

// differing sets the values that exclude each other side by side; nil if there are
// none.
func differing(about string, all []reported) *difference {
	groups := contradicting(groupValues(all))
	if len(groups) == 0 {
		return nil
	}
	d := &difference{about: about}
	for _, g := range groups {
		c := claim{value: g[0].text, at: g[0].value.Span}
		for _, r := range g {
			c.sources = append(c.sources, r.from)
		}
		d.claims = append(d.claims, c)
	}
	return d
}

// groupValues puts together the values that are the same.
func groupValues(all []reported) [][]reported {
	var groups [][]reported
next:
	for _, r := range all {
		for i, g := range groups {
			if same(g[0].value, r.value) {
				groups[i] = append(g, r)
				continue next
			}
		}
		groups = append(groups, []reported{r})
	}
	return groups
}

// same reports whether two values say the same, not only that both can be true.
func same(a, b value.Value) bool {
	if a.Kind == value.Date {
		return a.When == b.When
	}
	return a.Low == b.Low && a.High == b.High
}

// contradicting keeps the groups that exclude another one: "August 2025" takes no
// side between Friday and Saturday.
func contradicting(groups [][]reported) [][]reported {
	var sides [][]reported
	for i := range groups {
		for k := range groups {
			if groups[i][0].excludes(groups[k][0]) {
				sides = append(sides, groups[i])
				break
			}
		}
	}
	return sides
}

// excludes reports whether two values cannot both be true: they contradict each
// other, are not of different times, and none of them is only said to be possible.
func (r reported) excludes(o reported) bool {
	return value.Excludes(r.value, o.value) && (r.value.Kind == value.Date || !atOtherTime(r.from, o.from)) && r.possible() == o.possible()
}

// possible reports whether the clause of the value speaks of what may be.
func (r reported) possible() bool {
	return slices.ContainsFunc(r.from.clauseAround(r.value.Span), func(w retrieval.Word) bool { return modals[w.Norm] })
}

// atOtherTime reports whether two sentences give dates and none of the one can be
// one of the other.
func atOtherTime(a, b *evidence) bool {
	dated := false
	for _, v := range a.sentence.Values {
		for _, w := range b.sentence.Values {
			if !value.Comparable(v, w) || v.Kind != value.Date || v.When.Month == 0 && v.When.Year == 0 {
				continue // two days of the week may be what the articles differ on, too
			}
			if value.Agree(v, w) {
				return false
			}
			dated = true
		}
	}
	return dated
}
