package answer

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// agentsDiffer finds two articles that name somebody else for the same deed or
// office, and of which neither ever names the other's.
func agentsDiffer(q *question, m *matters) *difference {
	if q.asksForMany() {
		return nil
	}
	var all []account
	for _, e := range m.best {
		if s, ok := e.agent(q); ok {
			all = append(all, s)
		}
	}
	return firstOpposed("name", m, all, all, func(a, b account) bool {
		return inCommon(a.words, b.words) == 0 && !m.names(a.from.article(), b.words) && !m.names(b.from.article(), a.words) && !a.from.contrasts(b.from)
	})
}

// agent is the only name of the sentence that does what the question asks, or holds
// the office: it stands just before the verb, after "by", or beside the office.
func (e *evidence) agent(q *question) (account, bool) {
	if e.denies(q) || e.negative() || e.has(formerly) {
		return account{}, false
	}
	clauses := e.eventClauses(q)
	var found []value.Name
	for _, n := range e.unasked(q) {
		held := func(clause []retrieval.Word) bool {
			return clause[0].Start <= n.Start && n.End <= clause[len(clause)-1].End
		}
		if q.Kind == retrieval.KindPerson && (!e.personLike(n) || e.partOfPlace(n)) || !slices.ContainsFunc(clauses, held) || !e.acts(q, n) {
			continue
		}
		found = append(found, n)
	}
	if len(found) != 1 {
		return account{}, false
	}
	n := found[0]
	s := account{from: e, at: e.fullName(n.First, n.Next), words: map[string]bool{}}
	for _, w := range e.words()[n.First:n.Next] {
		if !w.Stop && !lexicon.RoleWords[w.Norm] {
			s.words[w.Norm] = true
		}
	}
	return s, len(s.words) > 0
}

// formerly are the words that put an office or a deed into another time.
var formerly = wordSet(`former formerly ex acting interim then later next previous previously predecessor successor succeeded deputy`)

// acts reports whether what the question asks is said of a name: one of its words
// stands beside the name, or "by" leads from one up to it.
func (e *evidence) acts(q *question, n value.Name) bool {
	words := e.words()
	if n.First > 0 && q.matterTerm(words[n.First-1]) && e.beside(words[n.First-1].End, n.Start) {
		return true
	}
	return e.leadsOn(q, n.Next) || e.doneBy(q, n.First)
}

// leadsOn reports whether the words after a name go on with a word of the question,
// with one small word between them at most: "Lindt won", "Lindt, who won", but not
// "the prize was won".
func (e *evidence) leadsOn(q *question, next int) bool {
	words := e.words()
	if next == len(words) || !e.beside(words[next-1].End, words[next].Start) {
		return false
	}
	if words[next].Stop && !copulas[words[next].Norm] && next+1 < len(words) {
		next++
	}
	return q.matterTerm(words[next])
}

// doneBy reports whether "by" leads from a word of the question to a name.
func (e *evidence) doneBy(q *question, first int) bool {
	words := e.words()
	for by := first - 1; by > 0 && first-by <= byTitle; by-- {
		if words[by].Norm == "by" {
			return slices.ContainsFunc(words[max(0, by-byReach):by], q.matterTerm)
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

// beside reports whether nothing but a space or a comma stands between two words.
func (e *evidence) beside(from, to int) bool {
	gap := strings.TrimSpace(e.passage().Text[from:to])
	return gap == "" || gap == ","
}

// contrasts reports whether two sentences have different ones of words that tell
// apart what else is called the same: "the men's race", "the women's race".
func (e *evidence) contrasts(o *evidence) bool {
	return e.opposite(o) || e.classes() != o.classes()
}

// opposite reports whether one sentence has a word and the other its opposite.
func (e *evidence) opposite(o *evidence) bool {
	return slices.ContainsFunc(e.words(), func(w retrieval.Word) bool {
		sides := lexicon.Opposites[w.Norm]
		return len(sides) > 0 && slices.ContainsFunc(o.words(), func(v retrieval.Word) bool { return lexicon.Excludes(sides, lexicon.Opposites[v.Norm]) })
	})
}

// classes are the words of classes, categories and ranks in a sentence, in order.
func (e *evidence) classes() string {
	var all []string
	for _, w := range e.words() {
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
func officesDiffer(q *question, m *matters) *difference {
	var all []account
	for _, e := range m.best {
		at := e.roleSpan(q)
		if at.Len() == 0 || e.has(formerly) || q.lacksName(e) {
			continue
		}
		s := account{from: e, at: at, words: map[string]bool{}}
		for _, w := range text.Words(at.Of(e.passage().Text)) {
			if !text.IsStop(w.Norm) {
				s.words[text.Stem(w.Norm)] = true
			}
		}
		all = append(all, s)
	}
	return firstOpposed("office", m, all, all, func(a, b account) bool {
		return len(a.words) == 2 && len(b.words) == 2 && inCommon(a.words, b.words) == 1 && sharesHead(a, b) &&
			!a.from.speaksOfAny(b.own(a)) && !b.from.speaksOfAny(a.own(b))
	})
}

// sharesHead reports whether two offices end in the same noun.
func sharesHead(a, b account) bool {
	x, y := text.Words(a.text()), text.Words(b.text())
	return text.Stem(x[len(x)-1].Norm) == text.Stem(y[len(y)-1].Norm)
}

// own are the sentence's words in the account that another one lacks.
func (s account) own(o account) []retrieval.Word {
	var own []retrieval.Word
	for _, w := range s.from.words() {
		if w.Start >= s.at.Start && w.End <= s.at.End && !o.words[w.Stem] {
			own = append(own, w)
		}
	}
	return own
}
