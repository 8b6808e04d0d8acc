package disagreement

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// presenceDiffers finds an article that tells of the asked person as of one who was there
// ("sat in the front row"), and another that tells where else they were ("stayed at
// home", "had left for Norwick").
func presenceDiffers(q *question.Question, m *Matters) *Difference {
	asked := askedPersonWords(q)
	if len(asked) == 0 || q.Has(lexicon.NotCues) || !asksAttendance(q) && !asksScene(q) {
		return nil
	}
	var there, away []Account
	for _, e := range m.Best {
		if q.Cover(e.Context) < presentCover {
			continue
		}
		for _, n := range e.Sentence.Names {
			if !isAsked(e, n, asked) {
				continue
			}
			switch s, absent := Whereabouts(e, q, n); {
			case s.From == nil:
			case absent:
				away = append(away, s)
			default:
				there = append(there, s)
			}
		}
	}
	there, away = withoutArticles(there, away), withoutArticles(away, there)
	return firstOpposed("who was there", m, there, away, func(Account, Account) bool { return true })
}

// presentCover is the share of the question that a sentence about the asked person must have, with
// its surroundings.
const presentCover = 0.3

// asksScene reports whether a yes/no question asks whether somebody was in a room, a court
// or the like.
func asksScene(q *question.Question) bool {
	return passiveLead(q) && slices.ContainsFunc(q.Words, func(w string) bool { return scenes[w] }) && (slices.Contains(q.Words, "in") || slices.Contains(q.Words, "at"))
}

// passiveLead reports whether the question begins with "was" or "were".
func passiveLead(q *question.Question) bool {
	return len(q.Words) > 0 && (q.Words[0] == "was" || q.Words[0] == "were")
}

// scenes are nouns for where people are together.
var scenes = text.WordSet(`room hall court courtroom courthouse audience crowd chamber building stadium church gallery table ceremony meeting talks funeral wedding dinner hearing trial verdict
	signing vote debate session opening final match concert party conference summit negotiations`)

// askedPersonWords are the words of the name of whom a yes/no question asks.
func askedPersonWords(q *question.Question) []string {
	var name []string
	for i := 1; i < len(q.Words) && q.IsNameAt(i); i++ {
		name = append(name, text.Skeleton(q.Words[i]))
	}
	return name
}

// isAsked reports whether a name is that of the asked person: the last name, or a first
// name that stands alone; of a full name that is asked about, the passage must have the
// first name, too.
func isAsked(e *evidence.Evidence, n value.Name, asked []string) bool {
	words := e.Words()[n.First:n.Next]
	if len(asked) > 1 && slices.ContainsFunc(words, func(w retrieval.Word) bool {
		return !lexicon.RoleWords[w.Norm] && !slices.Contains(asked, text.Skeleton(w.Norm))
	}) {
		return false
	}
	last := text.Skeleton(words[len(words)-1].Norm)
	if len(asked) > 1 && len(words) == 1 && last == asked[len(asked)-1] {
		return slices.ContainsFunc(e.Passage().Words, func(w retrieval.Word) bool { return text.Skeleton(w.Norm) == asked[0] })
	}
	return last == asked[len(asked)-1] || len(asked) > 1 && len(words) == 1
}

// whereaboutsReach is how many words behind a name tell where that person was.
const whereaboutsReach = 16

// whereWords is how many words tell it at the most.
const whereWords = 8

// Whereabouts is what the words behind a name say of where that person was, and whether
// that was elsewhere; without a source if they do not.
func Whereabouts(e *evidence.Evidence, q *question.Question, n value.Name) (s Account, absent bool) {
	words := e.Words()[n.Next:min(len(e.Words()), n.Next+whereaboutsReach)]
	if slices.ContainsFunc(words, question.IsModal) {
		return Account{}, false
	}
	found := func(first int) Account {
		next := first + 1
		for next < min(len(words), first+whereWords) && e.Beside(words[next-1].End, words[next].Start) && !evidence.Coordinates[words[next].Norm] && (words[next].Norm == "until" || !question.Subordinators[words[next].Norm]) {
			next++
		}
		return Account{From: e, at: text.Span{Start: words[first].Start, End: words[next-1].End}}
	}
	for i, w := range words {
		switch {
		case question.SubjectPronouns[w.Norm] || i > 0 && w.Norm == "and" && i+1 < len(words) && words[i+1].IsCapital():
			return Account{}, false
		case i+1 < len(words) && leaving[w.Norm] && words[i+1].Norm == "for" && i+2 < len(words) && words[i+2].IsCapital():
			return found(i), true
		case i+1 < len(words) && w.Norm == "by" && remotely[words[i+1].Norm]:
			return found(max(0, i-1)), true
		case saysNotThere(q, words, i):
			return found(i), true
		case attended[w.Norm] && !negatedBefore(words, i) && tellsScene(q, words[i+1:]):
			return found(i), false
		case awayAt(words[i:]) == 0:
			return awayFrom(q, words[i:], found(i))
		case isThere(words, i):
			return found(i), false
		}
	}
	return Account{}, false
}

// saysNotThere reports whether word i of those behind a name denies that somebody was where it
// is asked about: "was not at the meeting".
func saysNotThere(q *question.Question, words []retrieval.Word, i int) bool {
	if i+2 >= len(words) || !staying[words[i].Norm] || !lexicon.VerbCues[words[i+1].Norm] {
		return false
	}
	return postureLeads[words[i+2].Norm] && tellsScene(q, words[i+3:])
}

// tellsScene reports whether words go on with a noun for where people are together that the
// question has.
func tellsScene(q *question.Question, words []retrieval.Word) bool {
	near := words[:min(len(words), awayNounReach)]
	return slices.ContainsFunc(near, func(w retrieval.Word) bool { return scenes[w.Norm] && q.AsksWord(w) })
}

// awayFrom is the account of an absence, if it is one from what is asked about: who stayed
// away from the dinner may have been at the talks.
func awayFrom(q *question.Question, words []retrieval.Word, s Account) (Account, bool) {
	for i, w := range words[:min(len(words), awayNounReach)] {
		if i > 0 && w.Norm == "from" || attending[w.Norm] || i == 0 && w.Norm != "absent" && awayWord[w.Norm] {
			rest := words[i+1 : min(len(words), i+1+awayNounReach)]
			noun := slices.IndexFunc(rest, func(w retrieval.Word) bool { return !w.Stop })
			if noun >= 0 && len(q.Matches(&rest[noun])) == 0 {
				return Account{}, false
			}
		}
	}
	return s, true
}

// awayNounReach is how many words from that of an absence stands what somebody was absent
// from.
const awayNounReach = 5

// isThere reports whether word i of those behind a name tells of somebody who was there:
// "sat in the front row", "was in the hall", but neither "sat at home" nor "sat by the
// telephone".
func isThere(words []retrieval.Word, i int) bool {
	if i+1 == len(words) || !postureLeads[words[i+1].Norm] || negatedBefore(words, i) {
		return false
	}
	near := words[i:min(len(words), i+awayNounReach)]
	inScene := slices.ContainsFunc(near, func(w retrieval.Word) bool { return scenes[w.Norm] })
	if !question.Postures[words[i].Norm] && !(staying[words[i].Norm] && inScene) {
		return false
	}
	return !slices.ContainsFunc(near, func(w retrieval.Word) bool { return elsewhere[w.Norm] }) && !slices.ContainsFunc(words[i:], func(w retrieval.Word) bool { return remotely[w.Norm] })
}

// negatedBefore reports whether a denial stands close before word i.
func negatedBefore(words []retrieval.Word, i int) bool {
	return slices.ContainsFunc(words[max(0, i-evidence.NotReach):i], IsDenying)
}

var (
	// attended tell that somebody was there.
	attended = text.WordSet(`attended joined watched`)
	// leaving tell that somebody no longer was there.
	leaving      = text.WordSet(`left gone flown departed flew`)
	remotely     = text.WordSet(`video telephone phone radio videolink link remotely television`)
	staying      = text.WordSet(`was were waited remained stayed`)
	postureLeads = text.WordSet(`in at opposite beside next behind among between with from there until present on near`)
	elsewhere    = text.WordSet(`home hospital bed abroad car plane train way kitchen holiday vacation jail prison office`)
)
