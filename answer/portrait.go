package answer

import (
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// portraits hold, for each person by the last name, how well what the passages say
// of who that is has the terms of the question: "the mayor" is "Ann Lund" where an
// article calls her so.
type portraits map[string][]float64

// nearbyShare is what a word of the sentence before counts for in a portrait: "its
// director, Ann Lund" tells of what was named before.
const nearbyShare = 0.5

// portray reads the portraits in all hits.
func portray(q *question, hits []retrieval.Hit) portraits {
	all := portraits{}
	for i := range hits {
		p := hits[i].Parsed
		for k := range p.Sentences {
			e := &evidence{hit: &hits[i], sentence: &p.Sentences[k], at: k}
			for _, n := range e.sentence.Names {
				all.add(q, e, n)
			}
		}
	}
	return all
}

// add counts what stands around a name to the portrait of its bearer.
func (all portraits) add(q *question, e *evidence, n value.Name) {
	if !e.personLike(n) {
		return
	}
	about, words := e.aboutName(n), e.words()
	key := text.Skeleton(words[n.Next-1].Norm)
	m := all[key]
	if m == nil {
		m = make([]float64, len(q.terms))
		all[key] = m
	}
	q.matchInto(m, words[n.First:n.Next])
	for _, sp := range about {
		q.matchInto(m, words[sp.Start:sp.End])
		if sp.Len() > 0 && ownerBefore(words[sp.Start:sp.End]) && e.at > 0 {
			near := q.match(e.passage().In(&e.passage().Sentences[e.at-1]))
			for t := range near {
				m[t] = max(m[t], nearbyShare*near[t])
			}
		}
	}
}

// ownerBefore reports whether a description leans on the sentence before: "its
// director", "the firm's director".
func ownerBefore(words []retrieval.Word) bool {
	if len(words) > 1 && words[0].Norm == "the" {
		return !words[1].IsCapital() && words[1].End > words[1].Start+len(words[1].Text)
	}
	return owners[words[0].Norm]
}

var owners = wordSet(`its his her their`)

// aboutName are the words before and after a name that tell who its bearer is: a
// title or description before it, an apposition or relative clause after it.
func (e *evidence) aboutName(n value.Name) [2]text.Span {
	return [2]text.Span{e.describedBefore(n), e.describedAfter(n)}
}

// titleWords is how many words of a title are read before a name.
const titleWords = 6

// describedBefore are the words before a name that say who it is: "the mayor".
func (e *evidence) describedBefore(n value.Name) text.Span {
	words, s := e.words(), e.passage().Text
	from := n.First
	if from > 0 && strings.TrimSpace(s[words[from-1].End:words[from].Start]) == "," {
		for from > 0 && n.First-from < 10 && (from == n.First || !strings.ContainsAny(s[words[from-1].End:words[from].Start], ",;.()“”")) {
			from--
		}
		if !descriptionStarts[words[from].Norm] {
			return text.Span{}
		}
		return text.Span{Start: from, End: n.First}
	}
	for from > 0 && n.First-from < titleWords && s[words[from-1].End:words[from].Start] == " " && inTitle(words[from-1]) {
		from--
	}
	return text.Span{Start: from, End: n.First}
}

// inTitle reports whether a word can be part of a title before a name.
func inTitle(w retrieval.Word) bool { return !w.Stop || w.Norm == "of" || w.Norm == "for" }

// appositionWords is how many words of an apposition are read.
const appositionWords = 14

// describedAfter are the words behind a name that say who it is: ", the mayor of Norwick,".
func (e *evidence) describedAfter(n value.Name) text.Span {
	words, s := e.words(), e.passage().Text
	if n.Next >= len(words) {
		return text.Span{}
	}
	from := n.Next
	switch gap := strings.TrimSpace(s[words[from-1].End:words[from].Start]); {
	case (gap == "," || gap == "") && (words[from].Norm == "who" || words[from].Norm == "whose"):
	case gap == "," && describes(words[from]):
	case gap == "" && toBe[words[from].Norm] && from+1 < len(words) && descriptionStarts[words[from+1].Norm]:
	default:
		return text.Span{}
	}
	next := from + 1
	for next < len(words) && next-from < appositionWords && !strings.ContainsAny(s[words[next-1].End:words[next].Start], ",;:.()“”") {
		next++
	}
	for _, other := range e.sentence.Names {
		if lexicon.RoleWords[words[from].Norm] && other.First >= from && other.Next <= next && e.personLike(other) {
			return text.Span{} // the next member of a list, with a title
		}
	}
	return text.Span{Start: from, End: next}
}
