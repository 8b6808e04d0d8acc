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

// before reports whether r speaks for its article rather than old: its clause
// has more of the question, or as much and stands in the article's lead, which
// tells the news itself.
func (r reported) before(old reported) bool {
	if r.attach != old.attach {
		return r.attach > old.attach
	}
	return r.from.hit.Passage.Lead && !old.from.hit.Passage.Lead
}

// aboutNames say what a disagreement is about.
var aboutNames = map[retrieval.Kind]string{
	retrieval.KindDate: "date", retrieval.KindDuration: "duration", retrieval.KindNumber: "number",
}

// disagreement finds values of the expected kind that different articles give
// for the same thing and that cannot all be true; nil if there are none.
func disagreement(q *question, best []*evidence) *difference {
	about, ok := aboutNames[q.kind()]
	if !ok || q.onlyNames {
		return nil
	}
	groups := contradicting(groupValues(reportedValues(q, best)))
	if len(groups) == 0 {
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
	named := namedIn(best)
	top := 0.0
	for _, e := range best {
		if e.settled(q) < sideCover*best[0].settled(q) {
			continue
		}
		for _, v := range e.attached(q) {
			if !setsValue(q, v) {
				continue
			}
			r := reported{value: v, text: v.Of(e.passage().Text), from: e, attach: q.attach(e, v.Span)}
			top = max(top, r.attach)
			if old, ok := byArticle[e.article()]; !ok || r.before(old) {
				byArticle[e.article()] = r
			}
		}
	}
	var all []reported
	for _, r := range byArticle {
		if r.attach >= max(sideAttach*top, leastAttach) && sameMatter(named, best[0], r.from) {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b reported) int {
		return cmp.Or(cmp.Compare(b.attach, a.attach), cmp.Compare(a.from.article(), b.from.article()))
	})
	return all
}

// What a sentence must have, as a share of the best one, to be a side of a
// disagreement: of the question's weight in the sentence, and in the clause of
// the value.
const (
	sideCover  = 0.75
	sideAttach = 0.6
	// leastAttach is what the clause must have in any case.
	leastAttach = 0.5
)

// setsValue leaves out what fixes no value: "a third hour" is not how long it
// took in all, and a bare "one" may count anything.
func setsValue(q *question, v value.Value) bool {
	if q.kind() == retrieval.KindDuration && v.Kind != value.Duration {
		return false
	}
	if v.Kind == value.Number && v.Unit == "" {
		return false
	}
	return !(v.Kind == value.Duration && v.Ordinal)
}

// How many words of names two passages, or all that was found of two articles,
// must share to be about the same matter.
const (
	sharedInPassages = 2
	sharedInArticles = 4
)

// sameMatter reports whether two sentences stand in passages, or articles, about
// the same people and places: without that, equal words speak of different
// things.
func sameMatter(named map[string]map[string]bool, a, b *evidence) bool {
	return a.article() == b.article() || inCommon(a.nameWords(), b.nameWords()) >= sharedInPassages ||
		inCommon(named[a.article()], named[b.article()]) >= sharedInArticles
}

func inCommon(a, b map[string]bool) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// namedIn collects the words of names of everything found of each article.
func namedIn(all []*evidence) map[string]map[string]bool {
	named := map[string]map[string]bool{}
	seen := map[*retrieval.Hit]bool{}
	for _, e := range all {
		if seen[e.hit] {
			continue
		}
		seen[e.hit] = true
		words := named[e.article()]
		if words == nil {
			words = map[string]bool{}
			named[e.article()] = words
		}
		for w := range e.nameWords() {
			words[w] = true
		}
	}
	return named
}

// nameWords are the words of names in the passage and the title.
func (e *evidence) nameWords() map[string]bool {
	set := map[string]bool{}
	p := e.passage()
	for i := range p.Sentences {
		s := &p.Sentences[i]
		words := p.In(s)
		for _, n := range s.Names {
			for _, w := range words[n.First:n.Next] {
				if !w.Stop {
					set[w.Norm] = true
				}
			}
		}
	}
	for _, w := range p.Title {
		if w.IsCapital() && !w.Stop {
			set[w.Norm] = true
		}
	}
	return set
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
			a, b := groups[i][0].value, groups[k][0].value
			if value.Comparable(a, b) && !value.Agree(a, b) {
				sides = append(sides, groups[i])
				break
			}
		}
	}
	return sides
}
