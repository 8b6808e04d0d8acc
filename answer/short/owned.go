package short

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// "What were Ann's goals?" is not answered by Bob's: a sentence that gives the thing to
// somebody else by name is about another.

// owned is what a question asks for as somebody's: "goals" and "Ann" of "What were Ann's
// goals?", as terms.
type owned struct{ owner, thing int }

// readOwned reads whose thing a short question asks for by "what is". What is a country's is
// its leader's, too.
func readOwned(q *question.Question) (owned, bool) {
	if q.WordAt(0) != "what" || !question.ToBe[q.WordAt(1)] || q.Length() > 0 {
		return owned{}, false
	}
	typed := text.Words(q.Text)
	last := len(q.Terms) - 1
	if len(typed) != len(q.Words) || last < 1 || q.Terms[last].Name || q.Terms[last].At != len(q.Words)-1 {
		return owned{}, false
	}
	owner := slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.Name && typed[t.At].IsPossessive() && !text.IsCountry(t.Norm) })
	return owned{owner, last}, owner >= 0
}

// DropOtherOwners leaves out the sentences that give what is asked for as somebody's to another. If
// no other has a word of its own for it, there are none.
func DropOtherOwners(q *question.Question, all []*evidence.Evidence) []*evidence.Evidence {
	o, ok := readOwned(q)
	if !ok {
		return all
	}
	kept := slices.DeleteFunc(slices.Clone(all), func(e *evidence.Evidence) bool { return givesToOther(e, q, o) })
	if len(kept) < len(all) && !slices.ContainsFunc(kept, func(e *evidence.Evidence) bool { return e.Matched[o.thing] > question.RelatedShare }) {
		return nil
	}
	return kept
}

// ownerLead is how many words before a thing its owner stands: "his first real goal".
const ownerLead = 3

// givesToOther reports whether the sentence gives the thing to somebody else by name, and
// nowhere to its owner.
func givesToOther(e *evidence.Evidence, q *question.Question, o owned) bool {
	words, other := e.Words(), false
	for i := range words {
		if !q.TellsAny([]int{o.thing}, words[i:i+1]) {
			continue
		}
		for k := i - 1; k >= max(0, i-ownerLead); k-- {
			if who := ownerAt(e, k); who.Len() > 0 {
				if q.Match(e.Passage().Words[who.Start:who.End])[o.owner] > 0 {
					return false
				}
				other = true
				break
			}
		}
	}
	return other
}

// ownerAt is the name of the person whose possessive word k of the sentence is: a name, or
// a pronoun for who speaks, for the one person who is named before it, or for whom the
// passage means. It is a range of the passage's words.
func ownerAt(e *evidence.Evidence, k int) text.Span {
	w := &e.Words()[k]
	first := e.Sentence.First
	if w.Norm == "his" || w.Norm == "her" {
		if sp := evidence.Speakers(e.Passage())[e.At]; sp.Len() > 0 {
			return sp
		}
		if n := onlyPersonBefore(e, k); n.Len() > 0 {
			return text.Span{Start: first + n.Start, End: first + n.End}
		}
		for _, name := range e.MeantIn(text.Span{Start: first + k, End: first + k + 1}) {
			return name
		}
		return text.Span{}
	}
	for _, n := range e.Sentence.Names {
		if n.Next == k+1 && e.IsOwner(n) && e.PersonLike(n) {
			return text.Span{Start: first + n.First, End: first + n.Next}
		}
	}
	return text.Span{}
}

// onlyPersonBefore is the one person who is named before word k of the sentence.
func onlyPersonBefore(e *evidence.Evidence, k int) text.Span {
	var only text.Span
	for _, n := range e.Sentence.Names {
		switch {
		case n.Next > k || !e.PersonLike(n):
		case only.Len() > 0:
			return text.Span{}
		default:
			only = text.Span{Start: n.First, End: n.Next}
		}
	}
	return only
}

// Owned is what a sentence says that the thing is which is asked for as somebody's:
// "keep the peace" of "Ann said that her goal was to keep the peace".
func Owned(q *question.Question, best []*evidence.Evidence) (string, *evidence.Evidence) {
	o, ok := readOwned(q)
	if !ok {
		return "", nil
	}
	for _, e := range best {
		if sp := predicateOf(e, q, o); sp.Len() > 0 {
			return sp.Of(e.Passage().Text), e
		}
	}
	return "", nil
}

// longestOwn is how many words tell what something is at the most.
const longestOwn = 24

// predicateOf is what stands behind the thing and a form of "be", to the end of the
// sentence, if that is not long.
func predicateOf(e *evidence.Evidence, q *question.Question, o owned) text.Span {
	words := e.Words()
	for i := 0; i+2 < len(words); i++ {
		if !question.ToBe[words[i+1].Norm] || !q.TellsAny([]int{o.thing}, words[i:i+1]) || !hasOwner(e, q, o, i) {
			continue
		}
		from := i + 2
		if words[from].Norm == "to" && from+1 < len(words) {
			from++
		}
		if len(words)-from <= longestOwn && !lexicon.NotCues[words[from].Norm] {
			return untilMark(e, words[from].Start)
		}
	}
	return text.Span{}
}

// hasOwner reports whether the thing at word i is the one's who is asked about.
func hasOwner(e *evidence.Evidence, q *question.Question, o owned, i int) bool {
	for k := i - 1; k >= max(0, i-ownerLead); k-- {
		if who := ownerAt(e, k); who.Len() > 0 {
			return q.Match(e.Passage().Words[who.Start:who.End])[o.owner] > 0
		}
	}
	return false
}

// untilMark is the rest of the sentence from some place on, up to where a quotation ends
// that it stands in; one that begins there keeps its marks.
func untilMark(e *evidence.Evidence, start int) text.Span {
	const opening, closing = "“\"", "”\""
	s := e.Passage().Text
	before, size := utf8.DecodeLastRuneInString(s[:start])
	end := e.Sentence.End
	if k := strings.IndexAny(s[start:end], closing); k >= 0 {
		end = start + k
		if strings.ContainsRune(opening, before) {
			_, mark := utf8.DecodeRuneInString(s[end:])
			return text.Span{Start: start - size, End: end + mark}
		}
	}
	return text.Span{Start: start, End: start + len(strings.TrimRight(s[start:end], " .,;:!?"))}
}
