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

// DeedAmong is what the question asks whether it happened, as far as some sentences
// have words for it. Somebody whom they call by another name is left open.
func DeedAmong(q *question.Question, all []*Evidence) question.AskedDeed {
	d := q.ReadDeed()
	found := func(t int) bool { return AnyMatch(all, t) }
	lacking := func(t int) bool { return !found(t) }
	d.Strange = slices.ContainsFunc(d.Event, lacking)
	if !slices.ContainsFunc(d.Subject, found) {
		d.Subject = nil
	}
	d.Stranger = slices.ContainsFunc(d.Subject, lacking)
	return d
}

// IsOpposite reports whether a word is the opposite of one that says what happened,
// of a kind where the one side denies the other.
func IsOpposite(d *question.AskedDeed, q *question.Question, w *retrieval.Word) bool {
	sides, states := lexicon.Opposites[w.Norm], oppositeStates[w.Norm]
	if len(sides) == 0 && len(states) == 0 {
		return false
	}
	return slices.ContainsFunc(d.Event, func(t int) bool {
		asked := q.Terms[t].Norm
		return denies(sides, lexicon.Opposites[asked]) || denies(states, oppositeStates[asked])
	})
}

// oppositeStates are states of things of which a sentence that tells the one denies
// the other.
var oppositeStates = lexicon.ReadOpposites([]string{
	"! damage damaged destroy destroyed wreck wrecked | spared undamaged unscathed unharmed intact",
	"! open opened unlocked | close closed shut locked",
	"! survive survived survives surviving | die died dies killed perished",
	"! win won wins | lose lost loses",
})

// denies reports whether two words stand on different sides of a set in which one
// side comes to a negation of the other.
func denies(a, b []lexicon.Opposite) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Pair == y.Pair && x.Side != y.Side && (x.Denies || y.Denies) {
				return true
			}
		}
	}
	return false
}

// LacksDoer reports whether neither the sentence nor what stands around it has the
// name of who is asked about, nor a pronoun for somebody whom the passage leaves open.
func (e *Evidence) LacksDoer(d *question.AskedDeed) bool {
	return len(d.Subject) > 0 && !slices.ContainsFunc(d.Subject, func(t int) bool { return e.Context[t] > 0 }) && !e.LeavesOpen()
}

// LeavesOpen reports whether the sentence has a pronoun for people of which the
// passage does not tell whom it means.
func (e *Evidence) LeavesOpen() bool {
	for i, w := range e.Words() {
		at := e.Sentence.First + i
		if question.SubjectPronouns[w.Norm] && w.Norm != "it" && len(e.MeantIn(text.Span{Start: at, End: at + 1})) == 0 {
			return true
		}
	}
	return false
}

// SpeaksOfDoer reports whether the sentence itself means who is asked about, or may.
func (e *Evidence) SpeaksOfDoer(d *question.AskedDeed) bool {
	return e.MatchesAny(d.Subject) || e.LeavesOpen()
}

// IsOnOthers reports whether the sentence names people, and none of those who are asked
// about.
func (e *Evidence) IsOnOthers(d *question.AskedDeed) bool {
	return len(d.Subject) > 0 && !e.SpeaksOfDoer(d) && slices.ContainsFunc(e.Sentence.Names, e.PersonLike)
}

// LacksObject reports whether the sentence and what stands around it have none of the
// names after the verb, of which one does not stand everywhere.
func (e *Evidence) LacksObject(q *question.Question, d *question.AskedDeed) bool {
	return len(d.Object) > 0 && !slices.ContainsFunc(d.Object, func(t int) bool { return e.Context[t] > 0 || q.Terms[t].IDF <= Everywhere })
}

// MissesObject reports whether the sentence itself has none of the names after the
// question's verb, nor a pronoun for one. Whose words it has is not therefore in it.
func (e *Evidence) MissesObject(q *question.Question, d *question.AskedDeed) bool {
	return len(d.Object) > 0 && !e.Has(ObjectPronouns) && (!e.MatchesAny(d.Object) || e.onlySpeaks(q, d.Object))
}

// onlySpeaks reports whether some terms stand in the sentence only as the name of who
// speaks.
func (e *Evidence) onlySpeaks(q *question.Question, terms []int) bool {
	sp := Speakers(e.Passage())[e.At]
	first := e.Sentence.First
	if sp.Start < first || sp.Len() == 0 || !q.TellsAny(terms, e.Passage().Words[sp.Start:sp.End]) {
		return false
	}
	words := e.Words()
	return !q.TellsAny(terms, words[:sp.Start-first]) && !q.TellsAny(terms, words[min(len(words), sp.End-first):])
}

// MissesDirect reports whether the sentence itself misses the name that stands right
// behind the question's verb, and has no pronoun for one person: that nobody was visited
// does not tell that Ann was not called.
func (e *Evidence) MissesDirect(q *question.Question, d *question.AskedDeed) bool {
	verb := max(d.Verb, d.Light)
	if verb < 0 || len(d.Object) == 0 || q.Terms[d.Object[0]].At != q.Terms[verb].At+1 {
		return false
	}
	return !e.Has(lexicon.PersonPronouns) && !e.MatchesAny(d.Object)
}

// ObjectPronouns stand for somebody or something to which a thing is done.
var ObjectPronouns = text.WordSet(`him her them it there`)

// IsObjectAt reports whether what begins at word i stands right behind the verb of which the
// doer is asked: the café in "who owns the café" owns nothing.
func (e *Evidence) IsObjectAt(i, verb int, q *question.Question) bool {
	words := e.Words()
	i--
	for i > 0 && IsArticle(words[i].Norm) {
		i--
	}
	return verb >= 0 && i >= 0 && !lexicon.Saying[words[i].Stem] && !question.Agentive(words[i].Norm) && !lexicon.RoleWords[words[i].Norm] && q.TellsAny([]int{verb}, words[i:i+1])
}

// IsDoneToOther reports whether the sentence tells the verb of which the doer is asked of
// something by name, and has nothing to which the question says that it was done.
func (e *Evidence) IsDoneToOther(q *question.Question, verb int) bool {
	if verb < 0 || verb+1 == len(q.Terms) || slices.ContainsFunc(e.Matched[verb+1:], func(m float64) bool { return m > 0 }) {
		return false
	}
	return slices.ContainsFunc(e.Unasked(q), func(n value.Name) bool { return e.IsObjectAt(n.First, verb, q) })
}

// IsSpared reports whether what stands between two words of the sentence is not whom the verb
// befell of which that is asked: whatever has the verb there has it of another.
func (e *Evidence) IsSpared(q *question.Question, first, next, verb int) bool {
	if verb < 0 {
		return false
	}
	told := false
	for i, w := range e.Words() {
		switch {
		case !q.TellsAny([]int{verb}, []retrieval.Word{w}):
		case e.befell(i, first, next):
			return false
		default:
			told = true
		}
	}
	return told
}

// befell reports whether the verb at word i, or its noun, may be told of what stands between two
// words: in the active of what stands behind it, or of whom a pronoun means there.
func (e *Evidence) befell(i, first, next int) bool {
	words := e.Words()
	behind := retrieval.Word{}
	if i+1 < len(words) {
		behind = words[i+1]
	}
	switch {
	case e.isPassiveAt(i):
		return first < i || i == clause.At(e.Clauses(), i).Start // "Arrested were Ann and Bob"
	case !question.IsParticiple(words[i].Norm) && (!words[i].Verbal || !strings.HasSuffix(words[i].Norm, "ing")):
		return first > i && behind.Norm == "of" // "the arrest of Ann"
	case first > i:
		return first < clause.At(e.Clauses(), i).End
	case patients[behind.Norm]:
		return true
	}
	return slices.ContainsFunc(words[next:max(next, i)], func(w retrieval.Word) bool { return whomRelatives[w.Norm] })
}

// IsUndergoer reports whether what ends before word next only has the verb done to it of which the
// doer is asked: the crown of Queen Ann that was stolen was not stolen by the queen.
func (e *Evidence) IsUndergoer(q *question.Question, next, verb int) bool {
	if verb < 0 {
		return false
	}
	told := false
	for i, w := range e.Words() {
		switch {
		case !q.TellsAny([]int{verb}, []retrieval.Word{w}):
		case i < next || !e.isPassiveAt(i) && !e.isDoneAt(i) && !e.isOfWhose(next, i):
			return false
		default:
			told = true
		}
	}
	return told
}

// isOfWhose reports whether word i stands in a clause by which "whose" tells of another than the
// one before it: "the king, whose mother wore the crown".
func (e *Evidence) isOfWhose(next, i int) bool {
	words := e.Words()
	return next < len(words) && words[next].Norm == "whose" && i < clause.At(e.Clauses(), next).End
}

// isDoneAt reports whether word i is a participle that is no past tense, without "have".
func (e *Evidence) isDoneAt(i int) bool {
	words := e.Words()
	if w := words[i].Norm; !question.IsParticiple(w) || !strings.HasSuffix(w, "en") && !strings.HasSuffix(w, "wn") && !strings.HasSuffix(w, "rn") {
		return false
	}
	for i--; i >= 0 && leadsVerb(words, i); i-- {
		if question.Perfects[words[i].Norm] {
			return false
		}
	}
	return true
}

// isPassiveAt reports whether the verb at word i says what was done to its subject.
func (e *Evidence) isPassiveAt(i int) bool {
	words := e.Words()
	for k := i - 1; k >= 0 && leadsVerb(words, k); k-- {
		if question.ClassWords[words[k].Norm] == question.ClassBe {
			return true
		}
	}
	return question.IsParticiple(words[i].Norm) && i+1 < len(words) && words[i+1].Norm == "by"
}

var (
	// whomRelatives begin a clause that may tell what was done to those before it.
	whomRelatives = text.WordSet(`whom that which`)
	// patients are pronouns for somebody to whom something was done.
	patients = text.WordSet(`him her them`)
)

// "Ann thanked Bob for proposing the hall" tells who proposed it: whom somebody is thanked
// or blamed for a deed did it, and not who thanks.

// creditLeads stand between somebody and the deed that is put down to him.
var creditLeads = text.WordSet(`for of`)

// Credited is whom the sentence puts the deed down to of which the question asks who did it.
func (e *Evidence) Credited(q *question.Question) (doer value.Name, ok bool) {
	verb := q.WhoseVerb()
	if verb < 0 {
		return value.Name{}, false
	}
	words := e.Words()
	for i := 2; i < len(words); i++ {
		if !strings.HasSuffix(words[i].Norm, "ing") || !creditLeads[words[i-1].Norm] || !q.TellsDeed(verb, &words[i]) {
			continue
		}
		at := slices.IndexFunc(e.Sentence.Names, func(n value.Name) bool { return n.Next == i-1 && n.First > 0 && !isLand(words[n.First:n.Next]) })
		if at >= 0 {
			return e.Sentence.Names[at], true
		}
	}
	return value.Name{}, false
}

// DeedReach is how many words away from its verb stands to whom or what something was
// done.
const DeedReach = 8

// OnlyTells reports whether the sentence begins with those who tell what it says, which has no
// verb for the deed: whom experts call the winner is the experts' word.
func (e *Evidence) OnlyTells(q *question.Question, verb int) bool {
	return verb >= 0 && slices.ContainsFunc(e.Sentence.Names, func(n value.Name) bool { return n.First == 0 && e.IsToldBy(q, n.Next, verb) })
}

// IsToldBy reports whether those tell what the sentence says whose name ends before word next,
// and it has no verb for the deed.
func (e *Evidence) IsToldBy(q *question.Question, next, verb int) bool {
	words := e.Words()
	if next < len(words) && NamesPeople(words[next]) {
		next++ // "International" of "International experts"
	}
	if next >= len(words) || !lexicon.Saying[words[next].Stem] {
		return false
	}
	return !slices.ContainsFunc(words, func(w retrieval.Word) bool { return w.Verbal && q.TellsDeed(verb, &w) })
}

// SpeaksOfMatter reports whether the sentence speaks of what the question is about, or what
// stands around it does.
func (e *Evidence) SpeaksOfMatter(d *question.AskedDeed) bool {
	told := func(t int) bool {
		return t >= 0 && (e.Matched[t] >= question.KinShares[text.Neighbour] || e.Context[t] >= question.RelatedShare)
	}
	return len(d.About) == 0 || slices.ContainsFunc(d.About, told)
}
