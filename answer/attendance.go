package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// attendanceDiffers finds somebody of whom one article says that they were there,
// and another that they were not.
func attendanceDiffers(q *question, m *matters) *difference {
	asked := q.askedPerson()
	if q.Kind == retrieval.KindYesNo && (asked == "" || !q.asksAttendance()) {
		return nil
	}
	var there, away []account
	for _, e := range m.best {
		if q.cover(e.context) < attendedCover {
			continue
		}
		for _, s := range e.attendance(q) {
			if !e.saysAway(s.at) {
				there = append(there, s)
			}
		}
		away = append(away, e.absentees()...)
	}
	return firstOpposed("who was there", m, there, away, func(a, b account) bool {
		return inCommon(a.words, b.words) > 0 && (asked == "" || a.words[asked])
	})
}

// attendedCover is the share of the question that a sentence must have, with its
// surroundings, to tell who was there.
const attendedCover = 0.4

// asksAttendance reports whether a yes/no question asks whether somebody was there.
func (q *question) asksAttendance() bool {
	return q.has(attending) || q.passiveLead() && slices.Contains(q.Words, "at")
}

// askedPerson is the last name of whom a yes/no question asks, which follows its
// first word: "Was Ada Lindt there?"
func (q *question) askedPerson() string {
	last := ""
	for i, w := range text.Words(q.Text) {
		if i == 0 {
			continue
		}
		if !w.IsCapital() && !lexicon.RoleWords[w.Norm] {
			break
		}
		if w.IsCapital() && !lexicon.RoleWords[w.Norm] {
			last = text.Skeleton(w.Norm)
		}
	}
	return last
}

// attendance are the people of whom the sentence says that they were there: the
// members of its list, and whom a verb of attending follows or leads up to.
func (e *evidence) attendance(q *question) []account {
	if e.negative() {
		return nil
	}
	var found []account
	for _, n := range e.sentence.Names {
		if !e.personLike(n) || e.partOfPlace(n) || q.Kind == retrieval.KindList && e.asksFor(q, n) {
			continue
		}
		if clause := e.clauseWords(n.Span); slices.ContainsFunc(clause, isAttending) && !slices.ContainsFunc(clause, isModal) {
			found = append(found, e.person(n.First, n.Next))
		}
	}
	if q.Kind == retrieval.KindList {
		for _, member := range e.members(q) {
			found = append(found, account{from: e, at: member, words: lastName(text.Words(member.Of(e.passage().Text)))})
		}
	}
	return found
}

// person is the account that some of the sentence's words name.
func (e *evidence) person(first, next int) account {
	return account{from: e, at: e.fullName(first, next), words: map[string]bool{text.Skeleton(e.words()[next-1].Norm): true}}
}

// fullName is where a name stands, with a first name that only begins the sentence.
func (e *evidence) fullName(first, next int) text.Span {
	words := e.words()
	if first == 1 && words[0].IsCapital() && !words[0].Stop && !lexicon.RoleWords[words[0].Norm] && e.passage().Text[words[0].End:words[1].Start] == " " {
		first = 0
	}
	return text.Span{Start: words[first].Start, End: words[next-1].End}
}

func lastName(words []text.Word) map[string]bool {
	return map[string]bool{text.Skeleton(words[len(words)-1].Norm): true}
}

// absentees are the people of whom a clause of the sentence says that they were not
// there, each with the words that say so.
func (e *evidence) absentees() []account {
	var found []account
	words := e.words()
	for _, c := range e.clauses() {
		at := awayAt(words[c.Start:c.End])
		if at < 0 || slices.ContainsFunc(words[c.Start:c.End], isModal) {
			continue
		}
		for _, n := range e.sentence.Names {
			if n.First < c.Start || n.Next > c.Start+at || c.Start+at-n.Next > awayGap || !e.personLike(n) || e.partOfPlace(n) {
				continue
			}
			s := e.person(n.First, n.Next)
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
func (e *evidence) saysAway(at text.Span) bool { return awayAt(e.clauseWords(at)) >= 0 }

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
		case lexicon.VerbCues[w.Norm] && slices.ContainsFunc(clause[i+1:min(len(clause), i+1+denialReach)], isAttending):
			return i
		}
	}
	return -1
}

func isAttending(w retrieval.Word) bool { return attending[w.Norm] }

var (
	attending = wordSet(`attend attended attends attending attendance present there come came join joined appear appeared participate participated`)
	awayWord  = wordSet(`absent absence absentee skipped missed boycotted`)
)
