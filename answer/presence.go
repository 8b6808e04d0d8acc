package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// presenceDiffers finds an article that tells of the asked person as of one who was there
// ("sat in the front row"), and another that tells where else they were ("stayed at
// home", "had left for Norwick").
func presenceDiffers(q *question, m *matters) *difference {
	asked := q.askedPersonWords()
	if len(asked) == 0 || q.has(lexicon.NotCues) || !q.asksAttendance() && !q.asksScene() {
		return nil
	}
	var there, away []account
	for _, e := range m.best {
		if q.cover(e.context) < attendedCover {
			continue
		}
		for _, n := range e.sentence.Names {
			if !e.isAsked(n, asked) {
				continue
			}
			switch s, absent := e.whereabouts(q, n); {
			case s.from == nil:
			case absent:
				away = append(away, s)
			default:
				there = append(there, s)
			}
		}
	}
	there, away = withoutArticles(there, away), withoutArticles(away, there)
	return firstOpposed("who was there", m, there, away, func(account, account) bool { return true })
}

// asksScene reports whether a yes/no question asks whether somebody was in a room, a court
// or the like.
func (q *question) asksScene() bool {
	return q.passiveLead() && slices.ContainsFunc(q.Words, func(w string) bool { return scenes[w] }) && (slices.Contains(q.Words, "in") || slices.Contains(q.Words, "at"))
}

// passiveLead reports whether the question begins with "was" or "were".
func (q *question) passiveLead() bool {
	return len(q.Words) > 0 && (q.Words[0] == "was" || q.Words[0] == "were")
}

// scenes are nouns for where people are together.
var scenes = wordSet(`room hall court courtroom courthouse audience crowd chamber building stadium church gallery table ceremony meeting talks funeral wedding dinner hearing trial verdict
	signing vote debate session opening final match concert party conference summit negotiations`)

// askedPersonWords are the words of the name of whom a yes/no question asks.
func (q *question) askedPersonWords() []string {
	var name []string
	if len(q.Words) == 0 {
		return nil
	}
	for _, w := range text.Words(q.Text)[1:] {
		if !w.IsCapital() {
			break
		}
		name = append(name, text.Skeleton(w.Norm))
	}
	return name
}

// isAsked reports whether a name is that of the asked person: the last name, or a first
// name that stands alone; of a full name that is asked about, the passage must have the
// first name, too.
func (e *evidence) isAsked(n value.Name, asked []string) bool {
	words := e.words()[n.First:n.Next]
	if len(asked) > 1 && slices.ContainsFunc(words, func(w retrieval.Word) bool {
		return !lexicon.RoleWords[w.Norm] && !slices.Contains(asked, text.Skeleton(w.Norm))
	}) {
		return false
	}
	last := text.Skeleton(words[len(words)-1].Norm)
	if len(asked) > 1 && len(words) == 1 && last == asked[len(asked)-1] {
		return slices.ContainsFunc(e.passage().Words, func(w retrieval.Word) bool { return text.Skeleton(w.Norm) == asked[0] })
	}
	return last == asked[len(asked)-1] || len(asked) > 1 && len(words) == 1
}

// whereaboutsReach is how many words behind a name tell where that person was.
const whereaboutsReach = 16

// whereWords is how many words tell it at the most.
const whereWords = 8

// whereabouts is what the words behind a name say of where that person was, and whether
// that was elsewhere; without a source if they do not.
func (e *evidence) whereabouts(q *question, n value.Name) (s account, absent bool) {
	words := e.words()[n.Next:min(len(e.words()), n.Next+whereaboutsReach)]
	if slices.ContainsFunc(words, isModal) {
		return account{}, false
	}
	found := func(first int) account {
		next := first + 1
		for next < min(len(words), first+whereWords) && e.beside(words[next-1].End, words[next].Start) && !coordinates[words[next].Norm] && (words[next].Norm == "until" || !subordinators[words[next].Norm]) {
			next++
		}
		return account{from: e, at: text.Span{Start: words[first].Start, End: words[next-1].End}}
	}
	for i, w := range words {
		switch {
		case subjectPronouns[w.Norm] || i > 0 && w.Norm == "and" && i+1 < len(words) && words[i+1].IsCapital():
			return account{}, false
		case i+1 < len(words) && leaving[w.Norm] && words[i+1].Norm == "for" && i+2 < len(words) && words[i+2].IsCapital():
			return found(i), true
		case i+1 < len(words) && w.Norm == "by" && remotely[words[i+1].Norm]:
			return found(max(0, i-1)), true
		case q.saysNotThere(words, i):
			return found(i), true
		case attended[w.Norm] && !negatedBefore(words, i) && q.tellsScene(words[i+1:]):
			return found(i), false
		case awayAt(words[i:]) == 0:
			return awayFrom(q, words[i:], found(i))
		case isThere(words, i):
			return found(i), false
		}
	}
	return account{}, false
}

// saysNotThere reports whether word i of those behind a name denies that somebody was where it
// is asked about: "was not at the meeting".
func (q *question) saysNotThere(words []retrieval.Word, i int) bool {
	if i+2 >= len(words) || !staying[words[i].Norm] || !lexicon.VerbCues[words[i+1].Norm] {
		return false
	}
	return postureLeads[words[i+2].Norm] && q.tellsScene(words[i+3:])
}

// tellsScene reports whether words go on with a noun for where people are together that the
// question has.
func (q *question) tellsScene(words []retrieval.Word) bool {
	near := words[:min(len(words), awayNounReach)]
	return slices.ContainsFunc(near, func(w retrieval.Word) bool { return scenes[w.Norm] && q.asksWord(w) })
}

// awayFrom is the account of an absence, if it is one from what is asked about: who stayed
// away from the dinner may have been at the talks.
func awayFrom(q *question, words []retrieval.Word, s account) (account, bool) {
	for i, w := range words[:min(len(words), awayNounReach)] {
		if i > 0 && w.Norm == "from" || attending[w.Norm] || i == 0 && w.Norm != "absent" && awayWord[w.Norm] {
			rest := words[i+1 : min(len(words), i+1+awayNounReach)]
			noun := slices.IndexFunc(rest, func(w retrieval.Word) bool { return !w.Stop })
			if noun >= 0 && len(q.matches(&rest[noun])) == 0 {
				return account{}, false
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
	if !postures[words[i].Norm] && !(staying[words[i].Norm] && inScene) {
		return false
	}
	return !slices.ContainsFunc(near, func(w retrieval.Word) bool { return elsewhere[w.Norm] }) && !slices.ContainsFunc(words[i:], func(w retrieval.Word) bool { return remotely[w.Norm] })
}

// negatedBefore reports whether a denial stands close before word i.
func negatedBefore(words []retrieval.Word, i int) bool {
	return slices.ContainsFunc(words[max(0, i-denialReach):i], isDenying)
}

var (
	// attended tell that somebody was there.
	attended = wordSet(`attended joined watched`)
	// leaving tell that somebody no longer was there.
	leaving      = wordSet(`left gone flown departed flew`)
	remotely     = wordSet(`video telephone phone radio videolink link remotely television`)
	staying      = wordSet(`was were waited remained stayed`)
	postureLeads = wordSet(`in at opposite beside next behind among between with from there until present on near`)
	elsewhere    = wordSet(`home hospital bed abroad car plane train way kitchen holiday vacation jail prison office`)
)

// postures with what leads on to where: "sat in the front row", "stood beside him".
var postures = wordSet(`sat sitting seated stood standing sits stands watched listened`)
