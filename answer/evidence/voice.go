package evidence

import (
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// voices tell which sentences are words of the person whose words are asked for.
type voices struct {
	q *question.Question
	// asked are the terms that say whose words are asked for.
	asked []int
	// named says that the last of them is the speaker's name.
	named    bool
	portrait portraits
}

// strength says how surely the sentence has words of who is asked for: the share of
// what the question says of the speaker that fits who speaks.
func (v *voices) strength(e *Evidence) float64 {
	p := e.Passage()
	sp := Speakers(p)[e.At]
	if sp.Len() == 0 {
		return 0
	}
	words := p.Words[sp.Start:sp.End]
	m := v.q.Match(words)
	for _, named := range e.MeantIn(sp) {
		v.q.MatchInto(m, p.Words[named.Start:named.End])
	}
	if v.named {
		return m[v.asked[len(v.asked)-1]]
	}
	for _, w := range words {
		if w.IsCapital() {
			if known := v.portrait[text.Skeleton(w.Norm)]; known != nil {
				Raise(m, known)
			}
		}
	}
	sum, total, known := 0.0, 0.0, 1.0
	for _, t := range v.asked {
		sum += m[t] * v.q.Terms[t].IDF
		total += v.q.Terms[t].IDF
		if m[t] == 0 {
			known = strangeShare
		}
	}
	return known * sum / total
}

// strangeShare is what a speaker counts for who is not all that the question says:
// the head of another house.
const strangeShare = 0.8

// Words are taken for those of who is asked for from a strength of surelySaid on, and
// if nobody fits much better.
const (
	surelySaid   = 0.5
	besideOthers = 0.75
)

// hear measures whose words the sentences have, and counts what the question says of
// the speaker as found in theirs.
func hear(q *question.Question, hits []retrieval.Hit, all []*Evidence) {
	if len(q.Speaker) == 0 {
		return
	}
	v := &voices{q: q, asked: q.Speaker, named: q.NamesSpeaker(), portrait: portray(q, hits)}
	floor := surelySaid
	for _, e := range all {
		e.Voice = v.strength(e)
		floor = max(floor, besideOthers*e.Voice)
	}
	for _, e := range all {
		if e.Voice < floor {
			e.Voice = 0
			continue
		}
		q.Heard = true
		for _, t := range v.asked {
			e.Matched[t] = max(e.Matched[t], question.RelatedShare*e.Voice)
			e.Context[t] = max(e.Context[t], question.RelatedShare*e.Voice)
		}
	}
}

// LacksDeed reports whether neither the sentence nor what stands around it has a word for the
// verb of which the doer is asked, and which the lexicon knows: who designed a building is not
// told by "building".
func (e *Evidence) LacksDeed(q *question.Question, verb int) bool {
	if verb < 0 || len(q.Terms[verb].Groups) == 0 || e.Matched[verb] == 0 && e.Context[verb] > 0 {
		return false
	}
	return !slices.ContainsFunc(e.Words(), func(w retrieval.Word) bool {
		return q.Terms[verb].Matches(w) || !q.AsksWord(w) && q.TellsAny([]int{verb}, []retrieval.Word{w})
	})
}
