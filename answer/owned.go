package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sherpa/answer/lexicon"
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
func (q *question) readOwned() (owned, bool) {
	if q.wordAt(0) != "what" || !toBe[q.wordAt(1)] || q.Length() > 0 {
		return owned{}, false
	}
	typed := text.Words(q.Text)
	last := len(q.terms) - 1
	if len(typed) != len(q.Words) || last < 1 || q.terms[last].Name || q.terms[last].At != len(q.Words)-1 {
		return owned{}, false
	}
	owner := slices.IndexFunc(q.terms, func(t retrieval.Term) bool { return t.Name && typed[t.At].IsPossessive() && !text.IsCountry(t.Norm) })
	return owned{owner, last}, owner >= 0
}

// ofOwner leaves out the sentences that give what is asked for as somebody's to another. If
// no other has a word of its own for it, there are none.
func ofOwner(q *question, all []*evidence) []*evidence {
	o, ok := q.readOwned()
	if !ok {
		return all
	}
	kept := slices.DeleteFunc(slices.Clone(all), func(e *evidence) bool { return e.givesToOther(q, o) })
	if len(kept) < len(all) && !slices.ContainsFunc(kept, func(e *evidence) bool { return e.matched[o.thing] > relatedShare }) {
		return nil
	}
	return kept
}

// ownerLead is how many words before a thing its owner stands: "his first real goal".
const ownerLead = 3

// givesToOther reports whether the sentence gives the thing to somebody else by name, and
// nowhere to its owner.
func (e *evidence) givesToOther(q *question, o owned) bool {
	words, other := e.words(), false
	for i := range words {
		if !q.tellsAny([]int{o.thing}, words[i:i+1]) {
			continue
		}
		for k := i - 1; k >= max(0, i-ownerLead); k-- {
			if who := e.ownerAt(k); who.Len() > 0 {
				if q.match(e.passage().Words[who.Start:who.End])[o.owner] > 0 {
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
func (e *evidence) ownerAt(k int) text.Span {
	w := &e.words()[k]
	first := e.sentence.First
	if w.Norm == "his" || w.Norm == "her" {
		if sp := speakers(e.passage())[e.at]; sp.Len() > 0 {
			return sp
		}
		if n := e.onlyPersonBefore(k); n.Len() > 0 {
			return text.Span{Start: first + n.Start, End: first + n.End}
		}
		for _, name := range e.meantIn(text.Span{Start: first + k, End: first + k + 1}) {
			return name
		}
		return text.Span{}
	}
	for _, n := range e.sentence.Names {
		if n.Next == k+1 && e.isOwner(n) && e.personLike(n) {
			return text.Span{Start: first + n.First, End: first + n.Next}
		}
	}
	return text.Span{}
}

// onlyPersonBefore is the one person who is named before word k of the sentence.
func (e *evidence) onlyPersonBefore(k int) text.Span {
	var only text.Span
	for _, n := range e.sentence.Names {
		switch {
		case n.Next > k || !e.personLike(n):
		case only.Len() > 0:
			return text.Span{}
		default:
			only = text.Span{Start: n.First, End: n.Next}
		}
	}
	return only
}

// ownValue is what a sentence says that the thing is which is asked for as somebody's:
// "keep the peace" of "Ann said that her goal was to keep the peace".
func (q *question) ownValue(best []*evidence) (string, *evidence) {
	o, ok := q.readOwned()
	if !ok {
		return "", nil
	}
	for _, e := range best {
		if sp := e.predicateOf(q, o); sp.Len() > 0 {
			return sp.Of(e.passage().Text), e
		}
	}
	return "", nil
}

// longestOwn is how many words tell what something is at the most.
const longestOwn = 24

// predicateOf is what stands behind the thing and a form of "be", to the end of the
// sentence, if that is not long.
func (e *evidence) predicateOf(q *question, o owned) text.Span {
	words := e.words()
	for i := 0; i+2 < len(words); i++ {
		if !toBe[words[i+1].Norm] || !q.tellsAny([]int{o.thing}, words[i:i+1]) || !e.hasOwner(q, o, i) {
			continue
		}
		from := i + 2
		if words[from].Norm == "to" && from+1 < len(words) {
			from++
		}
		if len(words)-from <= longestOwn && !lexicon.NotCues[words[from].Norm] {
			return e.untilMark(words[from].Start)
		}
	}
	return text.Span{}
}

// hasOwner reports whether the thing at word i is the one's who is asked about.
func (e *evidence) hasOwner(q *question, o owned, i int) bool {
	for k := i - 1; k >= max(0, i-ownerLead); k-- {
		if who := e.ownerAt(k); who.Len() > 0 {
			return q.match(e.passage().Words[who.Start:who.End])[o.owner] > 0
		}
	}
	return false
}

// untilMark is the rest of the sentence from some place on, up to where a quotation ends
// that it stands in; one that begins there keeps its marks.
func (e *evidence) untilMark(start int) text.Span {
	const opening, closing = "“\"", "”\""
	s := e.passage().Text
	before, size := utf8.DecodeLastRuneInString(s[:start])
	end := e.sentence.End
	if k := strings.IndexAny(s[start:end], closing); k >= 0 {
		end = start + k
		if strings.ContainsRune(opening, before) {
			_, mark := utf8.DecodeRuneInString(s[end:])
			return text.Span{Start: start - size, End: end + mark}
		}
	}
	return text.Span{Start: start, End: start + len(strings.TrimRight(s[start:end], " .,;:!?"))}
}
