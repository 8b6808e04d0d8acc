package answer

import (
	"slices"
	"strings"

	"sherpa/internal/value"
)

// "Ann thanked Bob for proposing the hall" tells who proposed it: whom somebody is thanked
// or blamed for a deed did it, and not who thanks.

// creditLeads stand between somebody and the deed that is put down to him.
var creditLeads = wordSet(`for of`)

// credited is whom the sentence puts the deed down to of which the question asks who did it.
func (e *evidence) credited(q *question) (doer value.Name, ok bool) {
	verb := q.whoseVerb()
	if verb < 0 {
		return value.Name{}, false
	}
	words := e.words()
	for i := 2; i < len(words); i++ {
		if !strings.HasSuffix(words[i].Norm, "ing") || !creditLeads[words[i-1].Norm] || !q.tellsDeed(verb, &words[i]) {
			continue
		}
		at := slices.IndexFunc(e.sentence.Names, func(n value.Name) bool { return n.Next == i-1 && n.First > 0 && !isLand(words[n.First:n.Next]) })
		if at >= 0 {
			return e.sentence.Names[at], true
		}
	}
	return value.Name{}, false
}

// isCredited reports whether the sentence puts the deed down to nobody, or to the candidate.
func (c *candidate) isCredited(q *question) bool {
	doer, ok := c.from.credited(q)
	return !ok || c.first == doer.First && c.next == doer.Next
}
