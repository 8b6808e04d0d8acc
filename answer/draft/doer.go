package draft

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/retrieval"
)

// NobodyDid reports whether it is asked who did something, and no sentence tells that it
// was done: "Who paid for the summit?", where a town paid for a bridge.
func NobodyDid(q *question.Question, all []*evidence.Evidence, d *Draft) bool {
	verb := q.WhoseVerb()
	// A verb that the lexicon does not know may be told in other words.
	if verb < 0 || len(q.Terms[verb].Groups) == 0 || d.Corrects() {
		return false
	}
	var object []int
	for t := verb + 1; t < len(q.Terms); t++ {
		if q.Weight[t] > 0 && !q.IsLight(t) {
			object = append(object, t)
		}
	}
	return !slices.ContainsFunc(all, func(e *evidence.Evidence) bool {
		return e.Matched[verb] >= question.RelatedShare && tellsOf(e, q, verb, object) && !e.DoneByNobody(q, verb, evidence.HasWord(e.Words(), "by"))
	})
}

// tellsOf reports whether a word for the verb stands near one for an object, if there is any,
// and is no part of an office: no "fund chief" paid.
func tellsOf(e *evidence.Evidence, q *question.Question, verb int, object []int) bool {
	words := e.Words()
	if len(object) == 0 {
		office := func(i int) bool { return i+1 < len(words) && lexicon.RoleWords[words[i+1].Norm] }
		at := slices.IndexFunc(words, func(w retrieval.Word) bool { return q.Match([]retrieval.Word{w})[verb] >= question.RelatedShare })
		return at < 0 || !office(at)
	}
	for i := range words {
		near := words[max(0, i-evidence.DeedReach):min(len(words), i+evidence.DeedReach+1)]
		if q.TellsDeed(verb, &words[i]) && q.TellsAny(object, near) {
			return true
		}
	}
	return false
}
