package disagreement

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/answer/short"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// ofOneSubject leaves out the sides of which the clause is about another thing than that of
// the first, which is asked about: how long the road was closed is not how long the port
// was.
func (m *Matters) ofOneSubject(all []reported) []reported {
	if len(all) == 0 || !ofSubject[all[0].value.Kind] {
		return all
	}
	lead := m.askedFirst(all)
	first := lead.subject()
	asked := first.head >= 0 && m.Q.AsksWord(first.words[first.head])
	return slices.DeleteFunc(all, func(r reported) bool {
		return r.from != lead.from && (aboutScene(m.Q, r.subject()) || asked && aboutOther(m.Q, first, r))
	})
}

// askedFirst is the first of the sides of which the clause is about what is asked, if they are dates
// and there is one, or else the first of all.
func (m *Matters) askedFirst(all []reported) reported {
	i := slices.IndexFunc(all, func(r reported) bool {
		s := r.subject()
		return s.head >= 0 && m.Q.AsksWord(s.words[s.head])
	})
	if i < 0 || all[0].value.Kind != value.Date {
		i = 0
	}
	return all[i]
}

// ofSubject are the kinds of values that are of the subject of their clause.
var ofSubject = map[value.Kind]bool{value.Duration: true, value.Money: true, value.Date: true}

// subjectOf is what a clause is about.
type subjectOf struct {
	words []retrieval.Word
	// head is the noun, or the pronoun, and next the word behind what belongs to it; head
	// is -1 where the clause begins with none.
	head, next int
}

// subject is what the clause of a side is about.
func (r reported) subject() subjectOf {
	s := subjectOf{words: r.from.ClauseWords(r.value.Span), head: -1}
	for i, w := range s.words {
		class, closed := question.ClassWords[w.Norm]
		switch {
		case w.Start < r.value.End && w.End > r.value.Start, closed && class == question.ClassPreposition && s.head < 0, endsSubject(w, s.head >= 0):
			s.next = i
			return s
		case question.SubjectPronouns[w.Norm] && s.head < 0, !closed && !w.Stop && (s.head == i-1 || s.head < 0):
			s.head = i
		}
	}
	s.next = len(s.words)
	return s
}

// endsSubject reports whether a word is the verb behind a subject; what may be a noun, too,
// is one only behind it (begun).
func endsSubject(w retrieval.Word, begun bool) bool {
	class, closed := question.ClassWords[w.Norm]
	return closed && (class == question.ClassBe || class == question.ClassAuxiliary) || begun && !closed && !w.IsCapital() && (w.Verbal || lexicon.LightVerbs[w.Stem])
}

// aboutOther reports whether a side is about something else than the asked subject of the
// first side: a noun of another family, "he" for a thing, or the same noun told apart by what the
// question says of it.
func aboutOther(q *question.Question, first subjectOf, r reported) bool {
	s, asked := r.subject(), first.words[first.head]
	if s.head < 0 {
		return false
	}
	head := s.words[s.head]
	switch {
	case head.Norm == "he" || head.Norm == "she":
		return !asked.IsCapital() && !evidence.IsPeople(asked.Norm) && !lexicon.RoleWords[asked.Norm] && !question.Agentive(asked.Norm)
	case head.IsCapital():
		return !asked.IsCapital() && setsScene(s.words[s.next:], asked)
	case head.Stop || asked.IsCapital():
		return false
	case head.Stem == asked.Stem || text.Related(head.Stem, asked.Stem):
		return s.next > s.head+1 && lacksQualifier(q, first, r.from)
	}
	return !q.AsksWord(head) && !slices.ContainsFunc(s.words[s.next:], func(w retrieval.Word) bool {
		return w.Stem == asked.Stem || text.Related(w.Stem, asked.Stem)
	})
}

// lacksQualifier reports whether the passage of a sentence lacks what the question says of the
// subject: "the count of postal votes".
func lacksQualifier(q *question.Question, s subjectOf, e *evidence.Evidence) bool {
	in := e.InPassage(q)
	for i := s.head + 1; i < s.next; i++ {
		for _, m := range q.Matches(&s.words[i]) {
			if in[m.Term] < question.RelatedShare && !q.Terms[m.Term].Name {
				return true
			}
		}
	}
	return false
}

// setsScene reports whether the asked noun is only where something happened: "the ship waited
// in the roads".
func setsScene(words []retrieval.Word, asked retrieval.Word) bool {
	at := slices.IndexFunc(words, func(w retrieval.Word) bool { return w.Stem == asked.Stem })
	return at > 0 && slices.ContainsFunc(words[max(0, at-settingReach):at], func(w retrieval.Word) bool { return settingLeads[w.Norm] })
}

// aboutScene reports whether a clause is about what is only where or when the asked thing
// happened, and does not tell that it did.
func aboutScene(q *question.Question, s subjectOf) bool {
	verb := question.ReadAsked(q).Verb
	if s.head < 0 || verb < 0 || q.Match(s.words)[verb] > 0 {
		return false
	}
	return slices.ContainsFunc(q.Matches(&s.words[s.head]), func(m question.TermMatch) bool { return m.Strength >= question.RelatedShare && isSetting(q, m.Term) })
}

// ofAnother reports whether none of the sides, with what stands around them, has a word of
// what is asked about that one of the best sentences has: the length of the talks is not
// how long they spoke to the press.
func (m *Matters) ofAnother(sides [][]reported) bool {
	for t := range m.Q.Terms {
		if m.Q.Terms[t].Name || m.Q.IsLight(t) || lasting[m.Q.Terms[t].Stem] || m.Q.FocusStems[m.Q.Terms[t].Stem] || m.Q.Weight[t] < m.Q.Total/float64(len(m.Q.Terms)) {
			continue
		}
		lacks := func(g []reported) bool {
			return !slices.ContainsFunc(g, func(r reported) bool { return r.from.Context[t] > 0 })
		}
		if !slices.ContainsFunc(sides, func(g []reported) bool { return !lacks(g) }) && slices.ContainsFunc(m.Best[:min(len(m.Best), short.MaxStatements)], func(e *evidence.Evidence) bool { return e.Matched[t] > 0 && measuresTime(e) }) {
			return true
		}
	}
	return false
}
