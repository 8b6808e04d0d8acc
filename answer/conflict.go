package answer

import (
	"cmp"
	"slices"

	"sherpa/internal/value"
	"sherpa/retrieval"
)

// reported is a value that an article gives for what the question asks.
type reported struct {
	value  value.Value
	text   string
	from   *evidence
	attach float64
}

// aboutNames say what a disagreement is about.
var aboutNames = map[retrieval.Kind]string{
	retrieval.KindDate: "date", retrieval.KindDuration: "duration", retrieval.KindNumber: "number",
}

// disagreement finds values of the expected kind that different articles give
// for the same thing and that cannot all be true; nil if there are none.
func disagreement(q *question, best []*evidence) *difference {
	about, ok := aboutNames[q.Kind]
	if !ok {
		return nil
	}
	groups := groupValues(reportedValues(q, best))
	if !contradict(groups) {
		return nil
	}
	d := &difference{about: about}
	for _, g := range groups {
		c := claim{value: g[0].text}
		for _, r := range g {
			c.sources = append(c.sources, r.from)
		}
		d.claims = append(d.claims, c)
	}
	return d
}

// reportedValues takes from each article the value that belongs most closely to
// what the question asks.
func reportedValues(q *question, best []*evidence) []reported {
	byArticle := map[string]reported{}
	top := 0.0
	for _, e := range best {
		if e.score < best[0].score-keepMargin {
			continue
		}
		for _, v := range e.attached(q) {
			if v.Kind == value.Duration && v.Ordinal {
				continue // "a third hour" is not how long it took in all
			}
			r := reported{value: v, text: v.Of(e.passage().Text), from: e, attach: q.attach(e, v.Span)}
			top = max(top, r.attach)
			if old, ok := byArticle[e.article()]; !ok || r.attach > old.attach {
				byArticle[e.article()] = r
			}
		}
	}
	var all []reported
	for _, r := range byArticle {
		if r.attach >= 0.6*top {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b reported) int {
		return cmp.Or(cmp.Compare(b.attach, a.attach), cmp.Compare(a.from.article(), b.from.article()))
	})
	return all
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

// contradict reports whether two groups exclude each other.
func contradict(groups [][]reported) bool {
	for i := range groups {
		for k := range i {
			a, b := groups[i][0].value, groups[k][0].value
			if value.Comparable(a, b) && !value.Agree(a, b) {
				return true
			}
		}
	}
	return false
}
