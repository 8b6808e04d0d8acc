package answer

import (
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Who did what a clause tells is read from the name before its verb and from the voice:
// what Bob did is not what Ann did.

// doneByOthers reports whether a clause tells the question's verb of somebody else
// than the one whom the question asks about, or with the roles turned round.
func (e *evidence) doneByOthers(q *question, d *askedDeed, c text.Span) bool {
	verb := max(d.verb, d.light)
	if verb < 0 || len(d.subject) == 0 {
		return false
	}
	words := e.words()
	for v := c.Start; v < c.End; v++ {
		if !q.tellsAny([]int{verb}, words[v:v+1]) && !isDenyingVerb(words[v]) || words[v].IsCapital() && v > 0 {
			continue
		}
		if d.turned(e.subjectBefore(c, v), e, q, v, c) {
			return true
		}
	}
	return false
}

// tellsOfOthers reports whether the sentence tells the question's verb only of others than
// whom the question asks about: what Bob wants is not what Ann wants.
func (e *evidence) tellsOfOthers(q *question, d *askedDeed) bool {
	verb := max(d.verb, d.light)
	if verb < 0 || len(d.subject) == 0 {
		return false
	}
	others := false
	for _, c := range e.subclauses() {
		if q.match(e.words()[c.Start:c.End])[verb] == 0 {
			continue
		}
		if !e.doneByOthers(q, d, c) {
			return false
		}
		others = true
	}
	return others
}

// wishing are the stems of verbs for what somebody would like.
var wishing = text.StemSet(`want wish hope desire like need demand`)

// isWished reports whether it is asked what somebody would like.
func (q *question) isWished(d *askedDeed) bool { return d.verb >= 0 && wishing[q.terms[d.verb].Stem] }

// ofAsked leaves out the sentences that tell what others want, where it is asked what somebody wants: what
// the mayor wants is not told by what the council wants, if anything tells of the mayor.
func ofAsked(q *question, all []*evidence) []*evidence {
	d := q.askedBearer().deed
	if d == nil || !q.isWished(d) {
		return all
	}
	kept := slices.DeleteFunc(slices.Clone(all), func(e *evidence) bool { return e.tellsOfOthers(q, d) })
	if !slices.ContainsFunc(kept, func(e *evidence) bool { return e.matched[d.verb] >= relatedShare && e.speaksOfDoer(d) }) {
		return all
	}
	return kept
}

// isDenyingVerb reports whether a word is a verb that denies what follows: "refused",
// "ruled out".
func isDenyingVerb(w retrieval.Word) bool {
	return w.Norm == "ruled" || (denials[w.Norm] || deniers[w.Norm]) && strings.HasSuffix(w.Norm, "ed")
}

// clauseSubject is the subject that stands before a verb.
type clauseSubject struct {
	// name is the name, in words of the passage; empty where it is none.
	name text.Span
	// noun says that a noun stands there, apart that a comma parts it from the verb, and
	// shared that it is the subject of a verb before, too: "Ann thanked Bob and left".
	noun, apart, shared bool
	passive             bool
}

// subjectBefore reads what stands before the verb at word v of a clause.
func (e *evidence) subjectBefore(c text.Span, v int) clauseSubject {
	words := e.words()
	var s clauseSubject
	first, i := c.Start, v-1
	if first > 0 && words[first].Norm == "who" {
		first-- // "Ann, who left"
	}
	for ; i >= first && leadsVerb(words, i); i-- {
		s.passive = s.passive || classWords[words[i].Norm] == wcBe && !strings.HasSuffix(words[v].Norm, "ing")
	}
	if i >= 0 && (coordinates[words[i].Norm] || i == v-1 && (!e.adjoin(i) || withoutSubject(words, v))) {
		if s.name = e.firstDoer(i); s.name.Len() > 0 { // "Ann thanked Bob, but left": who did the one did the other
			s.noun, s.shared = true, true
			return s
		}
	}
	if i < first {
		return s
	}
	s.apart = !e.adjoin(i)
	_, closed := classWords[words[i].Norm]
	s.noun = !closed && !words[i].Verbal || subjectPronouns[words[i].Norm]
	for _, n := range e.sentence.Names {
		if n.Next == i+1 {
			s.name = text.Span{Start: e.sentence.First + n.First, End: e.sentence.First + n.Next}
		}
	}
	if subjectPronouns[words[i].Norm] {
		if meant := e.meantIn(text.Span{Start: e.sentence.First + i, End: e.sentence.First + i + 1}); len(meant) == 1 {
			s.name = meant[0]
		}
	}
	return s
}

// withoutSubject reports whether the verb at word v is one in "-ing" that a word for when
// or how joins to the verb before it: "said before leaving".
func withoutSubject(words []retrieval.Word, v int) bool {
	return strings.HasSuffix(words[v].Norm, "ing") && joinsGerund[words[v-1].Norm]
}

var joinsGerund = wordSet(`before after while when without by since despite`)

// firstDoer is whom the sentence names first, by a name or a pronoun, if a verb follows
// before word i or at it; in words of the passage.
func (e *evidence) firstDoer(i int) text.Span {
	words := e.words()
	for k := range words[:i] {
		var doer text.Span
		at := text.Span{Start: e.sentence.First + k, End: e.sentence.First + k + 1}
		if n := slices.IndexFunc(e.sentence.Names, func(n value.Name) bool { return n.First == k && n.Next <= i && e.personLike(n) }); n >= 0 {
			doer = text.Span{Start: at.Start, End: e.sentence.First + e.sentence.Names[n].Next}
		} else if subjectPronouns[words[k].Norm] {
			if meant := e.meantIn(at); len(meant) == 1 {
				doer = meant[0]
			}
		}
		if doer.Len() > 0 {
			if slices.ContainsFunc(words[k+1:i+1], func(w retrieval.Word) bool { return w.Verbal }) {
				return doer
			}
			break
		}
	}
	return text.Span{}
}

// adjoin reports whether nothing but a space stands between word i and the next.
func (e *evidence) adjoin(i int) bool {
	words := e.words()
	return i+1 >= len(words) || strings.TrimSpace(e.passage().Text[words[i].End:words[i+1].Start]) == ""
}

// leadsVerb reports whether word i may stand between a subject and its verb: an
// auxiliary, an adverb, "who", "last", and "refused to" before an infinitive.
func leadsVerb(words []retrieval.Word, i int) bool {
	w := words[i].Norm
	class, closed := classWords[w]
	switch {
	case w == "who", w == "last", w == "first", !closed && strings.HasSuffix(w, "ly"):
		return true
	case i+1 < len(words) && words[i+1].Norm == "to":
		return !closed && !words[i].IsCapital() && (words[i].Verbal || strings.HasSuffix(w, "ed"))
	}
	return closed && (class == wcBe || class == wcAuxiliary || class == wcAdverb || class == wcNot || class == wcTo)
}

// turned reports whether the subject of a clause does not fit the question's.
func (d *askedDeed) turned(s clauseSubject, e *evidence, q *question, v int, c text.Span) bool {
	words := e.words()
	asked := func(w []retrieval.Word) bool { return q.tellsAny(d.subject, w) }
	before, after := asked(words[c.Start:v]), asked(words[v+1:c.End])
	verb := q.terms[max(d.verb, d.light)]
	passive := d.passive && !strings.HasSuffix(verb.Norm, "ing") // "Is Ann leaving?"
	fits := s.name.Len() > 0 && asked(e.passage().Words[s.name.Start:s.name.End])
	switch {
	case passive && !s.passive && fits && words[v].Stem != verb.Stem:
		return true // "Ann asked for help" does not say that Ann was invited
	case passive && !s.passive && after && !before && !asked(beforeThat(words[v+1:c.End])):
		return true // "Bob said that Ann might come" does not say that Ann was told
	case s.passive != passive:
		return fits && slices.ContainsFunc(words[v+1:c.End], func(w retrieval.Word) bool { return w.IsCapital() })
	case s.shared && !fits && !e.joinsDoers(s.name, v):
		return true
	case before && (s.apart || slices.ContainsFunc(words[c.Start:v], isAnd)): // "Ann Berg, the head of Norvia, left", "Ann and Bob left"
		return false
	case s.name.Len() > 0:
		return !fits
	}
	by := slices.ContainsFunc(words[v+1:c.End], func(w retrieval.Word) bool { return w.Norm == "by" })
	return s.noun && after && !before && !by
}

// joinsDoers reports whether "and" joins somebody to a name that stands before word v, ahead
// of any verb: "Ann and Bob came and left".
func (e *evidence) joinsDoers(name text.Span, v int) bool {
	words := e.words()
	for i := name.End - e.sentence.First; i >= 0 && i < v && !words[i].Verbal; i++ {
		if isAnd(words[i]) {
			return true
		}
	}
	return false
}

func isAnd(w retrieval.Word) bool { return w.Norm == "and" }

// beforeThat is what stands before "that" in some words: all of them where there is none.
func beforeThat(words []retrieval.Word) []retrieval.Word {
	if at := slices.IndexFunc(words, isThat); at >= 0 {
		return words[:at]
	}
	return words
}

// isThat reports whether the word is "that".
func isThat(w retrieval.Word) bool { return w.Norm == "that" }
