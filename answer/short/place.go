package short

import (
	"math"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
)

// place is the most exact of the places that the best sentences give, and puts
// its sentence first.
func place(q *question.Question, best []*evidence.Evidence) string {
	from, bestScore, found := best[0], math.Inf(-1), ""
	for _, e := range best {
		if e.Score < best[0].Score-kindMargin {
			continue
		}
		if p := Nearest(e, q, e.PlaceSpans(q)); p != "" {
			if score := e.Score + exactPlace*float64(min(len(strings.Fields(p)), 6)); score > bestScore {
				from, bestScore, found = e, score, p
			}
		}
	}
	evidence.MoveFirst(best, from)
	return found
}

// exactPlace is what each further word of a place is worth in log odds: "Joint
// Base X in Y, Z" tells more than "Z".
const exactPlace = 0.3
