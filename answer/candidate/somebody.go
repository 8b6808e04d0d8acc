package candidate

import (
	"slices"
	"strings"

	"sherpa/answer/question"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Who is asked for is somebody who was there and did it: no clause about somebody, no word for
// a kind of people, and nobody who was away or whom the sentence does not put behind "by".

// isNobody reports whether the candidate cannot be who did the verb, which may be -1.
func (c *Candidate) isNobody(q *question.Question, verb int) bool {
	return c.isClauseOfName() || c.From.DescribesPeople(c.First, c.Next) || c.From.TellsAway(q, c.First, c.Next) || c.From.DoneByNobody(q, verb, c.leadWord() == "by")
}

// isClauseOfName reports whether the candidate is a name with what its bearer does: "Lund
// rejects the claim".
func (c *Candidate) isClauseOfName() bool {
	words := c.From.Words()
	return !c.isList() && slices.ContainsFunc(c.From.Sentence.Names, func(n value.Name) bool {
		if n.First != c.First || n.Next >= c.Next || words[n.Next].IsCapital() || words[n.Next-1].IsPossessive() || question.IsClosed(words[n.Next].Norm) {
			return false
		}
		return words[n.Next].Verbal && !question.Agentive(words[n.Next].Norm) || strings.HasSuffix(words[n.Next].Norm, "s") && takesObject(words[n.Next+1:])
	})
}

// takesObject reports whether words begin with a determiner, as what stands behind a verb may.
func takesObject(words []retrieval.Word) bool {
	return len(words) > 0 && question.ClassWords[words[0].Norm] == question.ClassDeterminer
}
