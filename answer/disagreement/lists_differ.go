package disagreement

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/answer/short"
	"sherpa/internal/text"
)

// closing are the words by which a list claims to be complete.
var closing = text.WordSet("only solely alone exclusively just")

// roster is the list that an article gives, with its members' last names.
type roster struct {
	text     string
	members  map[string]bool
	complete bool
	from     *evidence.Evidence
}

// ListsDiffer finds a list that claims to be complete and another that has
// somebody more. A list that does not claim so is no contradiction: news names
// whom it finds worth naming.
func ListsDiffer(q *question.Question, best []*evidence.Evidence) *Difference {
	all := rosters(q, best)
	for _, c := range all {
		if !c.complete {
			continue
		}
		for _, longer := range all {
			if longer.from != c.from && !longer.complete && InCommon(longer.members, c.members) > 0 && !Within(longer.members, c.members) {
				return &Difference{About: "list", Claims: []Claim{
					{Value: longer.text, Sources: []*evidence.Evidence{longer.from}}, {Value: c.text, Sources: []*evidence.Evidence{c.from}},
				}}
			}
		}
	}
	return nil
}

// rosters takes from each article its best list on the matter.
func rosters(q *question.Question, best []*evidence.Evidence) []roster {
	var all []roster
	seen := map[string]bool{}
	for _, e := range best {
		names := e.Members(q)
		if seen[e.Article()] || len(names) == 0 || e.Settled(q) < short.SideCover*best[0].Settled(q) {
			continue
		}
		seen[e.Article()] = true
		r := roster{from: e, members: map[string]bool{}, complete: claimsComplete(e, q)}
		r.text = text.Span{Start: e.WithTitle(names[0]), End: names[len(names)-1].End}.Of(e.Passage().Text)
		for _, n := range names {
			words := text.Words(n.Of(e.Passage().Text))
			r.members[text.Skeleton(words[len(words)-1].Norm)] = true
		}
		all = append(all, r)
	}
	return all
}

// claimsComplete reports whether the clause of the list closes it.
func claimsComplete(e *evidence.Evidence, q *question.Question) bool {
	scope := e.Scope(q)
	for _, w := range e.Words()[scope.Start:scope.End] {
		if closing[w.Norm] {
			return true
		}
	}
	return false
}

// Within reports whether all of a are in b.
func Within(a, b map[string]bool) bool { return InCommon(a, b) == len(a) }
