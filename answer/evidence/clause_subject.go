package evidence

import (
	"slices"
	"strings"

	"sherpa/answer/clause"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Who did what a clause tells is read from the name before its verb and from the voice:
// what Bob did is not what Ann did.

// DoneByOthers reports whether a clause tells the question's verb of somebody else
// than the one whom the question asks about, or with the roles turned round.
func (e *Evidence) DoneByOthers(q *question.Question, d *question.AskedDeed, c text.Span) bool {
	verb := max(d.Verb, d.Light)
	if verb < 0 || len(d.Subject) == 0 {
		return false
	}
	words := e.Words()
	for v := c.Start; v < c.End; v++ {
		if !q.TellsAny([]int{verb}, words[v:v+1]) && !isDenyingVerb(words[v]) || words[v].IsCapital() && v > 0 {
			continue
		}
		if turned(d, e.SubjectBefore(c, v), e, q, v, c) {
			return true
		}
	}
	return false
}

// TellsOfOthers reports whether the sentence tells the question's verb only of others than
// whom the question asks about: what Bob wants is not what Ann wants.
func (e *Evidence) TellsOfOthers(q *question.Question, d *question.AskedDeed) bool {
	verb := max(d.Verb, d.Light)
	if verb < 0 || len(d.Subject) == 0 {
		return false
	}
	others := false
	for _, c := range e.Subclauses() {
		if q.Match(e.Words()[c.Start:c.End])[verb] == 0 {
			continue
		}
		if !e.DoneByOthers(q, d, c) {
			return false
		}
		others = true
	}
	return others
}

// OfAsked leaves out the sentences that tell what others want, where it is asked what somebody wants: what
// the mayor wants is not told by what the council wants, if anything tells of the mayor.
func OfAsked(q *question.Question, all []*Evidence) []*Evidence {
	d := q.ReadBearer().Deed
	if d == nil || !q.IsWished(d) {
		return all
	}
	kept := slices.DeleteFunc(slices.Clone(all), func(e *Evidence) bool { return e.TellsOfOthers(q, d) })
	if !slices.ContainsFunc(kept, func(e *Evidence) bool { return e.Matched[d.Verb] >= question.RelatedShare && e.SpeaksOfDoer(d) }) {
		return all
	}
	return kept
}

// isDenyingVerb reports whether a word is a verb that denies what follows: "refused",
// "ruled out".
func isDenyingVerb(w retrieval.Word) bool {
	return w.Norm == "ruled" || (question.Denials[w.Norm] || question.Deniers[w.Norm]) && strings.HasSuffix(w.Norm, "ed")
}

// ClauseSubject is the subject that stands before a verb.
type ClauseSubject struct {
	// Name is the name, in words of the passage; empty where it is none.
	Name text.Span
	// noun says that a noun stands there, apart that a comma parts it from the verb, and
	// shared that it is the subject of a verb before, too: "Ann thanked Bob and left".
	noun, apart, shared bool
	passive             bool
}

// SubjectBefore reads what stands before the verb at word v of a clause.
func (e *Evidence) SubjectBefore(c text.Span, v int) ClauseSubject {
	words := e.Words()
	var s ClauseSubject
	first, i := c.Start, v-1
	if first > 0 && words[first].Norm == "who" {
		first-- // "Ann, who left"
	}
	for ; i >= first && leadsVerb(words, i); i-- {
		s.passive = s.passive || question.ClassWords[words[i].Norm] == question.ClassBe && !strings.HasSuffix(words[v].Norm, "ing")
	}
	if i >= 0 && (Coordinates[words[i].Norm] || i == v-1 && (!e.Adjoin(i) || withoutSubject(words, v))) {
		if s.Name = e.firstDoer(i); s.Name.Len() > 0 { // "Ann thanked Bob, but left": who did the one did the other
			s.noun, s.shared = true, true
			return s
		}
	}
	if i < first {
		return s
	}
	s.apart = !e.Adjoin(i)
	_, closed := question.ClassWords[words[i].Norm]
	s.noun = !closed && !words[i].Verbal || question.SubjectPronouns[words[i].Norm]
	for _, n := range e.Sentence.Names {
		if n.Next == i+1 {
			s.Name = text.Span{Start: e.Sentence.First + n.First, End: e.Sentence.First + n.Next}
		}
	}
	if question.SubjectPronouns[words[i].Norm] {
		if meant := e.MeantIn(text.Span{Start: e.Sentence.First + i, End: e.Sentence.First + i + 1}); len(meant) == 1 {
			s.Name = meant[0]
		}
	}
	return s
}

// withoutSubject reports whether the verb at word v is one in "-ing" that a word for when
// or how joins to the verb before it: "said before leaving".
func withoutSubject(words []retrieval.Word, v int) bool {
	return strings.HasSuffix(words[v].Norm, "ing") && joinsGerund[words[v-1].Norm]
}

var joinsGerund = text.WordSet(`before after while when without by since despite`)

// firstDoer is whom the sentence names first, by a name or a pronoun, if a verb follows
// before word i or at it; in words of the passage.
func (e *Evidence) firstDoer(i int) text.Span {
	words := e.Words()
	for k := range words[:i] {
		var doer text.Span
		at := text.Span{Start: e.Sentence.First + k, End: e.Sentence.First + k + 1}
		if n := slices.IndexFunc(e.Sentence.Names, func(n value.Name) bool { return n.First == k && n.Next <= i && e.PersonLike(n) }); n >= 0 {
			doer = text.Span{Start: at.Start, End: e.Sentence.First + e.Sentence.Names[n].Next}
		} else if question.SubjectPronouns[words[k].Norm] {
			if meant := e.MeantIn(at); len(meant) == 1 {
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

// leadsVerb reports whether word i may stand between a subject and its verb: an
// auxiliary, an adverb, "who", "last", and "refused to" before an infinitive.
func leadsVerb(words []retrieval.Word, i int) bool {
	w := words[i].Norm
	class, closed := question.ClassWords[w]
	switch {
	case w == "who", w == "last", w == "first", !closed && strings.HasSuffix(w, "ly"):
		return true
	case i+1 < len(words) && words[i+1].Norm == "to":
		return !closed && !words[i].IsCapital() && (words[i].Verbal || strings.HasSuffix(w, "ed"))
	}
	return closed && (class == question.ClassBe || class == question.ClassAuxiliary || class == question.ClassAdverb || class == question.ClassNot || class == question.ClassTo)
}

// turned reports whether the subject of a clause does not fit the question's.
func turned(d *question.AskedDeed, s ClauseSubject, e *Evidence, q *question.Question, v int, c text.Span) bool {
	words := e.Words()
	asked := func(w []retrieval.Word) bool { return q.TellsAny(d.Subject, w) }
	before, after := asked(words[c.Start:v]), asked(words[v+1:c.End])
	verb := q.Terms[max(d.Verb, d.Light)]
	passive := d.Passive && !strings.HasSuffix(verb.Norm, "ing") // "Is Ann leaving?"
	fits := s.Name.Len() > 0 && asked(e.Passage().Words[s.Name.Start:s.Name.End])
	switch {
	case passive && !s.passive && fits && words[v].Stem != verb.Stem:
		return true // "Ann asked for help" does not say that Ann was invited
	case passive && !s.passive && after && !before && !asked(beforeThat(words[v+1:c.End])):
		return true // "Bob said that Ann might come" does not say that Ann was told
	case passive && !s.passive && s.Name.Len() > 0 && isByOther(q, d, e.Passage().Words[s.Name.Start:s.Name.End], words[c.Start:v]):
		return true // "Ann thanked Bob" does not say that Bob was thanked by Eva
	case s.passive != passive:
		return fits && slices.ContainsFunc(words[v+1:c.End], func(w retrieval.Word) bool { return w.IsCapital() })
	case s.shared && !fits && !e.joinsDoers(s.Name, v):
		return true
	case before && (s.apart || slices.ContainsFunc(words[c.Start:v], isAnd)): // "Ann Berg, the head of Norvia, left", "Ann and Bob left"
		return false
	case s.Name.Len() > 0:
		return !fits
	}
	by := slices.ContainsFunc(words[v+1:c.End], func(w retrieval.Word) bool { return w.Norm == "by" })
	return s.noun && after && !before && !by
}

// isByOther reports whether the question says by whom something was done, and a name is that of
// another, with whom he is not joined in what stands before the verb.
func isByOther(q *question.Question, d *question.AskedDeed, name, before []retrieval.Word) bool {
	by := slices.IndexFunc(d.Object, func(t int) bool { return q.WordAt(q.Terms[t].At-1) == "by" })
	return by >= 0 && !q.TellsAny(d.Object[by:], name) && !(q.TellsAny(d.Object[by:], before) && slices.ContainsFunc(before, isAnd))
}

// IsTurned reports whether the sentence has the roles of a question for a person the other way round:
// whom Bob threatened has not threatened him, and what Bob did to somebody Ann did not.
func (e *Evidence) IsTurned(q *question.Question) bool {
	if q.Kind != retrieval.KindPerson || q.Earlier {
		return false
	}
	if verb := q.WhoseVerb(); verb >= 0 {
		return !mutual[q.Terms[verb].Stem] && e.isDoneByObject(q, verb)
	}
	d, ok := whomDeed(q)
	return ok && !mutual[q.Terms[d.Verb].Stem] && e.TellsOfOthers(q, &d)
}

// LacksWhom reports whether it is asked whom somebody did something to, and the sentence has no word for
// that.
func (e *Evidence) LacksWhom(q *question.Question) bool {
	d, ok := whomDeed(q)
	return ok && (e.Matched[d.Verb] == 0 || e.LacksDeed(q, d.Verb))
}

// whomDeed is the deed of a question for whom it was done to: "Whom did Ann thank?"
func whomDeed(q *question.Question) (question.AskedDeed, bool) {
	if q.Kind != retrieval.KindPerson || q.WordAt(1) != "did" {
		return question.AskedDeed{}, false
	}
	d := q.ReadDeed()
	return d, d.Verb >= 0 && !d.Passive
}

// DoerOf is the place of the name of who did the verb of the question to whom it names right behind
// that, in the sentence's own words for both: "Ann thanked Mayor Bob".
func (e *Evidence) DoerOf(q *question.Question, verb int) (text.Span, bool) {
	if verb+1 >= len(q.Terms) || !q.Terms[verb+1].Name || q.Terms[verb+1].At != q.Terms[verb].At+1 || e.OnlyMeans(q) || e.lacksRest(q, verb+2) {
		return text.Span{}, false
	}
	for v, w := range e.Words() {
		if w.IsCapital() || !q.Terms[verb].Matches(w) || !e.isDoneTo(q, v, verb+1) {
			continue
		}
		c := clause.At(e.Clauses(), v)
		s := e.SubjectBefore(c, v)
		first := s.Name.Start - e.Sentence.First
		if s.passive || s.apart || s.Name.Len() == 0 || first < 0 || first > v || q.TellsAny([]int{verb + 1}, e.Passage().Words[s.Name.Start:s.Name.End]) {
			continue
		}
		for first > 0 && e.Words()[first-1].IsCapital() && e.Adjoin(first-1) && !e.Words()[first-1].Stop {
			first-- // a first name with which the sentence begins
		}
		last := e.Passage().Words[s.Name.End-1]
		at := text.Span{Start: e.Words()[first].Start, End: last.Start + len(last.Text)}
		if !e.DeniesAround(q, at) {
			return at, true
		}
	}
	return text.Span{}, false
}

// lacksRest reports whether the sentence and what stands around it lack a term of the question from
// a place on.
func (e *Evidence) lacksRest(q *question.Question, from int) bool {
	for t := from; t < len(q.Terms); t++ {
		if q.Weight[t] > 0 && e.Context[t] == 0 {
			return true
		}
	}
	return false
}

// isDoneTo reports whether whom a term names stands right behind the verb at word v, with a title at most
// between them.
func (e *Evidence) isDoneTo(q *question.Question, v, whom int) bool {
	words := e.Words()
	for i := v + 1; i < len(words) && e.Adjoin(i-1); i++ {
		switch {
		case NamesPlace(q, whom, words[i:i+1]):
			return true
		case !IsArticle(words[i].Norm) && !words[i].IsCapital() && !lexicon.RoleWords[words[i].Norm]:
			return false
		}
	}
	return false
}

// mutual are the stems of verbs for what people do to each other.
var mutual = text.StemSet(`meet met confer talk speak spoke negotiate agree marry play fight fought debate join accompany`)

// isDoneByObject reports whether those did the deed in the sentence to whom it was done in the question:
// "Who threatened Bob?"
func (e *Evidence) isDoneByObject(q *question.Question, verb int) bool {
	if verb+1 >= len(q.Terms) || !q.Terms[verb+1].Name || q.Terms[verb+1].At != q.Terms[verb].At+1 {
		return false
	}
	words, turned := e.Words(), false
	for v := range words {
		if v > 0 && words[v].IsCapital() || !q.TellsDeed(verb, &words[v]) {
			continue
		}
		s := e.SubjectBefore(clause.At(e.Clauses(), v), v)
		if s.passive || s.Name.Len() == 0 || !q.TellsAny([]int{verb + 1}, e.Passage().Words[s.Name.Start:s.Name.End]) {
			return false
		}
		turned = true
	}
	return turned
}

// joinsDoers reports whether "and" joins somebody to a name that stands before word v, ahead
// of any verb: "Ann and Bob came and left".
func (e *Evidence) joinsDoers(name text.Span, v int) bool {
	words := e.Words()
	for i := name.End - e.Sentence.First; i >= 0 && i < v && !words[i].Verbal; i++ {
		if isAnd(words[i]) {
			return true
		}
	}
	return false
}

// beforeThat is what stands before "that" in some words: all of them where there is none.
func beforeThat(words []retrieval.Word) []retrieval.Word {
	if at := slices.IndexFunc(words, IsThat); at >= 0 {
		return words[:at]
	}
	return words
}
