package disagreement

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// denialsDiffer finds an article that says that what is asked for happened, and
// another that says that it did not.
func denialsDiffer(q *question.Question, m *Matters) *Difference {
	if q.Has(lexicon.NotCues) || q.Has(question.Modals) && !q.Has(warnings) && modalityOf(q) == nil {
		return nil
	}
	if askedPerson(q) != "" && asksAttendance(q) {
		return nil // who was excluded from a summit does not tell whether somebody else was there
	}
	h := readHappening(q)
	if h.head < 0 {
		return nil
	}
	var yes, no []Account
	for _, e := range m.Best {
		y, n := h.told(e)
		yes, no = append(yes, y...), append(no, n...)
	}
	yes, no = withoutArticles(yes, no), withoutArticles(no, yes)
	return firstOpposed("yes or no", m, yes, no, h.ofOne)
}

// warnings are words that tell of a warning; elsewhere they make a clause one of what is
// to come.
var warnings = text.WordSet(`warn warned`)

// whoever are words for people who are not named.
var whoever = text.WordSet(`anybody anyone somebody someone people`)

// withoutArticles leaves out the accounts of articles that are among the others: who
// says both, speaks of two things.
func withoutArticles(all, others []Account) []Account {
	return slices.DeleteFunc(slices.Clone(all), func(s Account) bool {
		return slices.ContainsFunc(others, func(o Account) bool { return o.From.Article() == s.From.Article() })
	})
}

// cameAbout reports whether the word at head of a clause tells that something happened, as
// a verb or with one: a treaty that is only mentioned has not come about.
func cameAbout(words []retrieval.Word, head int) bool {
	if w := words[head]; w.Verbal || strings.HasSuffix(w.Norm, "ed") {
		return head == 0 || question.ClassWords[words[head-1].Norm] != question.ClassDeterminer
	}
	return slices.ContainsFunc(words[max(0, head-broughtReach):head], func(w retrieval.Word) bool { return bringing[w.Norm] })
}

// broughtReach is how many words before a noun the verb may stand that says that it came
// about.
const broughtReach = 4

var bringing = text.WordSet(`was were made had gave given held reached signed struck took received got suffered issued sounded caused left claimed to`)

var (
	restricting = text.WordSet(`only almost nearly partly partially largely mostly alone merely`)
	// qualified are the words that make a statement one in part.
	qualified = text.WordSet(`only just all every always necessarily alone merely immediately fully completely almost nearly partly partially largely mostly`)
	// degrees are those that leave open what is less than they say.
	degrees = text.WordSet(`seriously badly severely critically gravely heavily directly officially formally entirely directly much many further other more another`)
	// temporary are those that make a denial one for a time.
	temporary = text.WordSet(`yet until till longer initially first still again before since ever already later then`)
	// passing are the verbs by which a denial says how things stand while it is
	// written, which may change.
	passing = text.WordSet(`has have is are does do hasn't haven't isn't aren't doesn't don't`)
)
