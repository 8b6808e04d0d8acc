package answer

import (
	"sherpa/internal/text"
)

// closing are the words by which a list claims to be complete.
var closing = wordSet("only solely alone exclusively just")

// roster is the list that an article gives, with its members' last names.
type roster struct {
	text     string
	members  map[string]bool
	complete bool
	from     *evidence
}

// listsDiffer finds a list that claims to be complete and another that has
// somebody more. A list that does not claim so is no contradiction: news names
// whom it finds worth naming.
func listsDiffer(q *question, best []*evidence) *difference {
	all := rosters(q, best)
	for _, c := range all {
		if !c.complete {
			continue
		}
		for _, longer := range all {
			if longer.from != c.from && !longer.complete && inCommon(longer.members, c.members) > 0 && !within(longer.members, c.members) {
				return &difference{about: "list", claims: []claim{
					{value: longer.text, sources: []*evidence{longer.from}}, {value: c.text, sources: []*evidence{c.from}},
				}}
			}
		}
	}
	return nil
}

// rosters takes from each article its best list on the matter.
func rosters(q *question, best []*evidence) []roster {
	var all []roster
	seen := map[string]bool{}
	for _, e := range best {
		names := e.members(q)
		if seen[e.article()] || len(names) == 0 || e.settled(q) < sideCover*best[0].settled(q) {
			continue
		}
		seen[e.article()] = true
		r := roster{from: e, members: map[string]bool{}, complete: e.claimsComplete(q)}
		r.text = text.Span{Start: e.withTitle(names[0]), End: names[len(names)-1].End}.Of(e.passage().Text)
		for _, n := range names {
			words := text.Words(n.Of(e.passage().Text))
			r.members[text.Skeleton(words[len(words)-1].Norm)] = true
		}
		all = append(all, r)
	}
	return all
}

// claimsComplete reports whether the clause of the list closes it.
func (e *evidence) claimsComplete(q *question) bool {
	scope := e.scope(q)
	for _, w := range e.words()[scope.Start:scope.End] {
		if closing[w.Norm] {
			return true
		}
	}
	return false
}

// within reports whether all of a are in b.
func within(a, b map[string]bool) bool { return inCommon(a, b) == len(a) }
