package disagreement

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// agentsDiffer finds two articles that name somebody else for the same deed or
// office, and of which neither ever names the other's.
func agentsDiffer(q *question.Question, m *Matters) *Difference {
	if q.AsksForMany() {
		return nil
	}
	var all []Account
	for _, e := range m.Best {
		if s, ok := agent(e, q); ok {
			all = append(all, s)
		}
	}
	return firstOpposed("name", m, all, all, func(a, b Account) bool {
		return InCommon(a.words, b.words) == 0 && !m.names(a.From.Article(), b.words) && !m.names(b.From.Article(), a.words) && !contrasts(a.From, b.From)
	})
}

// agent is the only name of the sentence that does what the question asks, or holds
// the office: it stands just before the verb, after "by", or beside the office.
func agent(e *evidence.Evidence, q *question.Question) (Account, bool) {
	if e.Denies(q) || e.HasDenial() || e.Has(formerly) {
		return Account{}, false
	}
	clauses := eventClauses(e, q)
	var found []value.Name
	for _, n := range e.Unasked(q) {
		held := func(clause []retrieval.Word) bool {
			return clause[0].Start <= n.Start && n.End <= clause[len(clause)-1].End
		}
		if q.Kind == retrieval.KindPerson && (!e.PersonLike(n) || e.PartOfPlace(n)) || !slices.ContainsFunc(clauses, held) || !acts(e, q, n) {
			continue
		}
		found = append(found, n)
	}
	if len(found) != 1 {
		return Account{}, false
	}
	n := found[0]
	s := Account{From: e, at: e.FullName(n.First, n.Next), words: map[string]bool{}}
	for _, w := range e.Words()[n.First:n.Next] {
		if !w.Stop && !lexicon.RoleWords[w.Norm] {
			s.words[w.Norm] = true
		}
	}
	return s, len(s.words) > 0
}

// formerly are the words that put an office or a deed into another time.
var formerly = text.WordSet(`former formerly ex acting interim then later next previous previously predecessor successor succeeded deputy`)

// acts reports whether what the question asks is said of a name: one of its words
// stands beside the name, or "by" leads from one up to it.
func acts(e *evidence.Evidence, q *question.Question, n value.Name) bool {
	words := e.Words()
	if n.First > 0 && matterTerm(q, words[n.First-1]) && e.Beside(words[n.First-1].End, n.Start) {
		return true
	}
	return leadsOn(e, q, n.Next) || doneBy(e, q, n.First)
}

// leadsOn reports whether the words after a name go on with a word of the question,
// with one small word between them at most: "Lindt won", "Lindt, who won", but not
// "the prize was won".
func leadsOn(e *evidence.Evidence, q *question.Question, next int) bool {
	words := e.Words()
	if next == len(words) || !e.Beside(words[next-1].End, words[next].Start) {
		return false
	}
	if words[next].Stop && !question.ToBe[words[next].Norm] && next+1 < len(words) {
		next++
	}
	return matterTerm(q, words[next])
}

// doneBy reports whether "by" leads from a word of the question to a name.
func doneBy(e *evidence.Evidence, q *question.Question, first int) bool {
	words := e.Words()
	for by := first - 1; by > 0 && first-by <= byTitle; by-- {
		if words[by].Norm == "by" {
			return slices.ContainsFunc(words[max(0, by-byReach):by], func(w retrieval.Word) bool { return matterTerm(q, w) })
		}
	}
	return false
}

const (
	// byTitle is how many words may lead from "by" to a name: "by the architect".
	byTitle = 4
	// byReach is how many words before "by" what was done may stand.
	byReach = 8
)

// contrasts reports whether two sentences have different ones of words that tell
// apart what else is called the same: "the men's race", "the women's race".
func contrasts(e *evidence.Evidence, o *evidence.Evidence) bool {
	return opposite(e, o) || classes(e) != classes(o)
}

// opposite reports whether one sentence has a word and the other its opposite.
func opposite(e *evidence.Evidence, o *evidence.Evidence) bool {
	return slices.ContainsFunc(e.Words(), func(w retrieval.Word) bool {
		sides := lexicon.Opposites[w.Norm]
		return len(sides) > 0 && slices.ContainsFunc(o.Words(), func(v retrieval.Word) bool { return lexicon.Excludes(sides, lexicon.Opposites[v.Norm]) })
	})
}

// classes are the words of classes, categories and ranks in a sentence, in order.
func classes(e *evidence.Evidence) string {
	var all []string
	for _, w := range e.Words() {
		if rankWords[w.Stem] {
			all = append(all, w.Stem)
		}
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " ")
}

var rankWords = text.StemSet(`men's women's mens womens men women male female boys girls junior senior youth amateur professional second third fourth silver gold bronze
	first last half full single double team relay stage round heat final semifinal edition overall best supporting main category class division`)

// officesDiffer finds two articles that give a person different offices of one kind:
// "Finance Minister", "Interior Minister".
func officesDiffer(q *question.Question, m *Matters) *Difference {
	var all []Account
	for _, e := range m.Best {
		at := e.RoleSpan(q)
		if at.Len() == 0 || e.Has(formerly) || lacksName(q, e) {
			continue
		}
		s := Account{From: e, at: at, words: map[string]bool{}}
		for _, w := range text.Words(at.Of(e.Passage().Text)) {
			if !text.IsStop(w.Norm) {
				s.words[text.Stem(w.Norm)] = true
			}
		}
		all = append(all, s)
	}
	return firstOpposed("office", m, all, all, func(a, b Account) bool {
		return len(a.words) == 2 && len(b.words) == 2 && InCommon(a.words, b.words) == 1 && sharesHead(a, b) &&
			!speaksOfAny(a.From, b.own(a)) && !speaksOfAny(b.From, a.own(b))
	})
}

// sharesHead reports whether two offices end in the same noun.
func sharesHead(a, b Account) bool {
	x, y := text.Words(a.text()), text.Words(b.text())
	return text.Stem(x[len(x)-1].Norm) == text.Stem(y[len(y)-1].Norm)
}

// own are the sentence's words in the account that another one lacks.
func (s Account) own(o Account) []retrieval.Word {
	var own []retrieval.Word
	for _, w := range s.From.Words() {
		if w.Start >= s.at.Start && w.End <= s.at.End && !o.words[w.Stem] {
			own = append(own, w)
		}
	}
	return own
}
