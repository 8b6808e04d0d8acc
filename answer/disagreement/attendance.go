package disagreement

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// attendanceDiffers finds somebody of whom one article says that they were there,
// and another that they were not.
func attendanceDiffers(q *question.Question, m *Matters) *Difference {
	asked := askedPerson(q)
	if q.Kind == retrieval.KindYesNo && (asked == "" || !asksAttendance(q)) {
		return nil
	}
	var there, away []Account
	for _, e := range m.Best {
		if q.Cover(e.Context) < attendedCover {
			continue
		}
		for _, s := range attendance(e, q) {
			if !saysAway(e, s.at) {
				there = append(there, s)
			}
		}
		away = append(away, absentees(e)...)
	}
	return firstOpposed("who was there", m, there, away, func(a, b Account) bool {
		return InCommon(a.words, b.words) > 0 && (asked == "" || a.words[asked])
	})
}

// attendedCover is the share of the question that a sentence must have, with its
// surroundings, to tell who was there.
const attendedCover = 0.4

// asksAttendance reports whether a yes/no question asks whether somebody was there.
func asksAttendance(q *question.Question) bool {
	return q.Has(attending) || passiveLead(q) && slices.Contains(q.Words, "at")
}

// askedPerson is the last name of whom a yes/no question asks, which follows its
// first word: "Was Ada Lindt there?"
func askedPerson(q *question.Question) string {
	last := ""
	for i := 1; i < len(q.Words) && (q.IsNameAt(i) || lexicon.RoleWords[q.Words[i]]); i++ {
		if !lexicon.RoleWords[q.Words[i]] {
			last = text.Skeleton(q.Words[i])
		}
	}
	return last
}

// attendance are the people of whom the sentence says that they were there: the
// members of its list, and whom a verb of attending follows or leads up to.
func attendance(e *evidence.Evidence, q *question.Question) []Account {
	if e.HasDenial() {
		return nil
	}
	var found []Account
	for _, n := range e.Sentence.Names {
		if !e.PersonLike(n) || e.PartOfPlace(n) || q.Kind == retrieval.KindList && e.AsksFor(q, n) {
			continue
		}
		if clause := e.ClauseWords(n.Span); slices.ContainsFunc(clause, isAttending) && !slices.ContainsFunc(clause, question.IsModal) {
			found = append(found, person(e, n.First, n.Next))
		}
	}
	if q.Kind == retrieval.KindList {
		for _, member := range e.Members(q) {
			found = append(found, Account{From: e, at: member, words: lastName(text.Words(member.Of(e.Passage().Text)))})
		}
	}
	return found
}

// person is the account that some of the sentence's words name.
func person(e *evidence.Evidence, first, next int) Account {
	return Account{From: e, at: e.FullName(first, next), words: map[string]bool{text.Skeleton(e.Words()[next-1].Norm): true}}
}

func lastName(words []text.Word) map[string]bool {
	return map[string]bool{text.Skeleton(words[len(words)-1].Norm): true}
}

// absentees are the people of whom a clause of the sentence says that they were not
// there, each with the words that say so.
func absentees(e *evidence.Evidence) []Account {
	var found []Account
	words := e.Words()
	for _, c := range e.Clauses() {
		at := awayAt(words[c.Start:c.End])
		if at < 0 || slices.ContainsFunc(words[c.Start:c.End], question.IsModal) {
			continue
		}
		for _, n := range e.Sentence.Names {
			if n.First < c.Start || n.Next > c.Start+at || c.Start+at-n.Next > awayGap || !e.PersonLike(n) || e.PartOfPlace(n) {
				continue
			}
			s := person(e, n.First, n.Next)
			s.at.End = words[min(c.End, c.Start+at+awayWords)-1].End
			found = append(found, s)
		}
	}
	return found
}

const (
	// awayWords is how many words say that somebody was not there, from the first on.
	awayWords = 2
	// awayGap is how many words may stand between a name and them: "Lindt, who was
	// absent".
	awayGap = 3
)

// stayStem is the stem of the verb that says it with "away" or "home".
var stayStem = text.Stem("stayed")

// saysAway reports whether the clause of a place says that somebody was not there.
func saysAway(e *evidence.Evidence, at text.Span) bool { return awayAt(e.ClauseWords(at)) >= 0 }

// awayAt is the place of the words of a clause that say that somebody was not there;
// -1 if there are none.
func awayAt(clause []retrieval.Word) int {
	for i, w := range clause {
		next := ""
		if i+1 < len(clause) {
			next = clause[i+1].Norm
		}
		switch {
		case awayWord[w.Norm]:
			return i
		case w.Stem == stayStem && (next == "away" || next == "home" || next == "at" && i+2 < len(clause) && clause[i+2].Norm == "home"):
			return i
		case lexicon.VerbCues[w.Norm] && slices.ContainsFunc(clause[i+1:min(len(clause), i+1+evidence.NotReach)], isAttending):
			return i
		}
	}
	return -1
}

func isAttending(w retrieval.Word) bool { return attending[w.Norm] }

var (
	attending = text.WordSet(`attend attended attends attending attendance present there come came join joined appear appeared participate participated`)
	awayWord  = text.WordSet(`absent absence absentee skipped missed boycotted`)
)
