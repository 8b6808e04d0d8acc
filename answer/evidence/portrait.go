package evidence

import (
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// portraits hold, for each person by the last name, how well what the passages say
// of who that is has the terms of the question: "the mayor" is "Ann Lund" where an
// article calls her so.
type portraits map[string][]float64

// NearbyShare is what a word of the sentence before counts for in a portrait: "its
// director, Ann Lund" tells of what was named before.
const NearbyShare = 0.5

// portray reads the portraits in all hits.
func portray(q *question.Question, hits []retrieval.Hit) portraits {
	all := portraits{}
	for i := range hits {
		p := hits[i].Parsed
		for k := range p.Sentences {
			e := &Evidence{Hit: &hits[i], Sentence: &p.Sentences[k], At: k}
			for _, n := range e.Sentence.Names {
				all.add(q, e, n)
			}
		}
	}
	return all
}

// add counts what stands around a name to the portrait of its bearer.
func (all portraits) add(q *question.Question, e *Evidence, n value.Name) {
	if !e.PersonLike(n) {
		return
	}
	about, words := e.AboutName(n), e.Words()
	key := text.Skeleton(words[n.Next-1].Norm)
	m := all[key]
	if m == nil {
		m = make([]float64, len(q.Terms))
		all[key] = m
	}
	q.MatchInto(m, words[n.First:n.Next])
	for _, sp := range about {
		q.MatchInto(m, words[sp.Start:sp.End])
		if sp.Len() > 0 && ownerBefore(words[sp.Start:sp.End]) && e.At > 0 {
			near := q.Match(e.Passage().In(&e.Passage().Sentences[e.At-1]))
			for t := range near {
				m[t] = max(m[t], NearbyShare*near[t])
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

var owners = text.WordSet(`its his her their`)

// AboutName are the words before and after a name that tell who its bearer is: a
// title or description before it, an apposition or relative clause after it.
func (e *Evidence) AboutName(n value.Name) [2]text.Span {
	return [2]text.Span{e.DescribedBefore(n), e.DescribedAfter(n)}
}

// titleWords is how many words of a title are read before a name.
const titleWords = 6

// DescribedBefore are the words before a name that say who it is: "the mayor".
func (e *Evidence) DescribedBefore(n value.Name) text.Span {
	words, s := e.Words(), e.Passage().Text
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

// DescribedAfter are the words behind a name that say who it is: ", the mayor of Norwick,".
func (e *Evidence) DescribedAfter(n value.Name) text.Span {
	words, s := e.Words(), e.Passage().Text
	if n.Next >= len(words) {
		return text.Span{}
	}
	from := n.Next
	switch gap := strings.TrimSpace(s[words[from-1].End:words[from].Start]); {
	case (gap == "," || gap == "") && (words[from].Norm == "who" || words[from].Norm == "whose"):
	case gap == "," && describes(words[from]):
	case gap == "" && question.ToBe[words[from].Norm] && from+1 < len(words) && descriptionStarts[words[from+1].Norm]:
	default:
		return text.Span{}
	}
	next := from + 1
	for next < len(words) && next-from < appositionWords && !strings.ContainsAny(s[words[next-1].End:words[next].Start], ",;:.()“”") {
		next++
	}
	for _, other := range e.Sentence.Names {
		if lexicon.RoleWords[words[from].Norm] && other.First >= from && other.Next <= next && e.PersonLike(other) {
			return text.Span{} // the next member of a list, with a title
		}
	}
	return text.Span{Start: from, End: next}
}

// WithTitle is where the title before a name starts ("special envoy …").
func (e *Evidence) WithTitle(name text.Span) int {
	words := e.Words()
	for i, w := range words {
		if w.Start != name.Start {
			continue
		}
		for i > 0 && lexicon.RoleWords[words[i-1].Norm] && e.Passage().Text[words[i-1].End:words[i].Start] == " " {
			i--
		}
		return words[i].Start
	}
	return name.Start
}
