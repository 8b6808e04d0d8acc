package yesno

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

// Most of a question's words do not make a verdict: "Did the mayor bring her son?" is no
// yes where she brought flowers. A verdict is wrong that looks sure, so that any plain
// word that a sentence lacks leaves it open.

// isOnlyDenied reports whether a word of what is asked about stands in a sentence only as
// what something is said not to be, "an incident and not a red card offence", or is
// likened to: "as helpful as a fifth wheel".
func isOnlyDenied(q *question.Question, d *question.AskedDeed, words []retrieval.Word) bool {
	for _, t := range d.Event {
		told, denied := 0, 0
		for i := range words {
			if q.TellsAny([]int{t}, words[i:i+1]) {
				told++
				denied += int(question.Indicator(behindNot(words, i) || isLikened(words, i)))
			}
		}
		if told > 0 && told == denied {
			return true
		}
	}
	return false
}

// isViewed reports whether a clause only tells what somebody took or gave something for: "Ann
// presented the talks as a success" does not make them one.
func isViewed(q *question.Question, d *question.AskedDeed, clause []retrieval.Word) bool {
	at := slices.IndexFunc(clause, func(w retrieval.Word) bool { return viewing[w.Stem] && !q.AsksWord(w) })
	return at >= 0 && len(d.Event) > 0 && q.TellsAny(d.Event[len(d.Event)-1:], clause[at+1:])
}

// viewing are the stems of verbs by which somebody gives or takes something for what he thinks.
var viewing = text.StemSet(`present describe call hail praise portray frame cast see view regard consider deem judge brand label interpret dismiss`)

// behindNot reports whether word i stands in a phrase that "not a" begins.
func behindNot(words []retrieval.Word, i int) bool {
	for k := i - 2; k >= max(0, i-evidence.NoReach); k-- {
		if words[k].Norm == "not" && evidence.IsArticle(words[k+1].Norm) {
			return true
		}
	}
	return false
}

// stillWords ask whether something goes on: what was so once may have ended.
var stillWords = text.WordSet(`still`)

// lacksFigure reports whether the sentence has not the figure that the question gives: "Is
// the mill 100 years old?"
func lacksFigure(e *evidence.Evidence, q *question.Question) bool {
	if q.Limit != nil {
		return !givesLimit(e, q)
	}
	for t := range q.Terms {
		if q.Terms[t].Norm[0] <= '9' && e.Matched[t] == 0 {
			return true
		}
	}
	return false
}

// givesLimit reports whether the sentence gives the value that the question is about.
func givesLimit(e *evidence.Evidence, q *question.Question) bool {
	return q.Limit != nil && slices.ContainsFunc(e.Sentence.Values, func(v value.Value) bool {
		return value.Comparable(q.Limit.Value, v) && q.Limit.IsGivenBy(v)
	})
}

// isLikened reports whether word i stands in a comparison of "as … as".
func isLikened(words []retrieval.Word, i int) bool {
	return i > 0 && i+1 < len(words) && words[i-1].Norm == "as" && words[i+1].Norm == "as"
}

// bearsYes reports whether a clause that has most of the question tells all of it.
func bearsYes(e *evidence.Evidence, q *question.Question, d *question.AskedDeed, clause []retrieval.Word) bool {
	if lacksPlain(e, q, d.Event) || lacksObject(e, q, d) || lacksNamed(e, q, d) || lacksComplement(q, d, clause) || missesPartner(e, q, d) || q.AsksAhead() && (!tellsAhead(clause, aheadWords) || willNot(clause)) {
		return false
	}
	if slices.ContainsFunc(q.Words, func(w string) bool { return totalities[w] && !evidence.HasWord(clause, w) }) {
		return false
	}
	if asksAlone(q) && !tellsAlone(e.Words()) {
		return false // those who met need not have met alone
	}
	if d.Presence && d.Verb < 0 && q.WordAt(1) != "there" && !slices.ContainsFunc(clause, func(w retrieval.Word) bool { return question.BeingThere[w.Norm] || question.Postures[w.Norm] }) {
		return false
	}
	if t := q.ThereTerm(); t >= 0 && (q.AsksAhead() || q.Match(clause)[t] < question.KinShares[text.Family]) {
		return false
	}
	if able := q.WordAt(0); abilities[able] && !slices.ContainsFunc(clause, func(w retrieval.Word) bool { return abilities[w.Norm] }) {
		return false // whoever is wanted need not be in reach
	}
	if d.Verb < 0 && d.Passive && isViewed(q, d, clause) {
		return false
	}
	if isOnlyDenied(q, d, e.Words()) || q.Has(stillWords) && !e.Has(Lingering) || lacksFigure(e, q) {
		return false
	}
	if d.Light >= 0 && question.Takes[q.Terms[d.Light].Norm] && slices.Contains(d.Event, d.Light+1) && nounsIn(q, clause)[d.Light+1] == 0 {
		return false // those who are to have taken questions may be told, and no questions
	}
	m := q.Match(clause)
	told := func(t int) bool { // words that only mean the same add up to nothing
		return m[t] >= question.KinShares[text.Family] || q.Terms[t].Verbal && encounters[q.Terms[t].Stem] && m[t] >= question.RelatedShare && namesAll(e, d)
	}
	return len(d.Event) == 0 || slices.ContainsFunc(d.Event, told)
}

// encounters are verbs that say of two that they came together, each as good as another
// between the same names.
var encounters = text.StemSet(`meet met talk speak spoke negotiate confer converse encounter`)

// namesAll reports whether the sentence has all names of who did it, and to whom or
// where, and these are more than one.
func namesAll(e *evidence.Evidence, d *question.AskedDeed) bool {
	names := slices.Concat(d.Subject, d.Object)
	return len(names) > 1 && !slices.ContainsFunc(names, func(t int) bool { return e.Matched[t] < question.RelatedShare })
}

// missesPartner reports whether the sentence means only one of those who are asked about
// together: "Did Ann and Bob meet?"
func missesPartner(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) bool {
	for i := 1; i < len(d.Subject); i++ {
		if q.WordAt(q.Terms[d.Subject[i]].At-1) == "and" && (e.Matched[d.Subject[i]] == 0 || e.Matched[d.Subject[i-1]] == 0) {
			return !e.LeavesOpen() && !e.Has(together)
		}
	}
	return false
}

// isOfAsked reports whether the sentence is about those whom the question names, each in
// their place, and about this time.
func isOfAsked(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) bool {
	if d.Stranger || isAboutOthers(e, q) || e.MissesObject(q, d) || e.MissesDirect(q, d) || e.IsOfOldTimes(q) && !q.AsksEarlier() {
		return false
	}
	return len(d.Subject) == 0 || e.SpeaksOfDoer(d) || len(d.Subject) > 1 && e.Has(together)
}

// together are words for two who are not named.
var together = text.WordSet(`both two leaders presidents sides pair they`)

// abilities are the words by which it is asked and told what somebody can do.
var abilities = text.WordSet(`can could able unable cannot can't couldn't may might allowed possible`)

// asksAlone reports whether it is asked if people were among themselves.
func asksAlone(q *question.Question) bool {
	return q.Has(privately) || slices.Contains(q.Words, "alone") || isOneOnOne(q.Words)
}

// tellsAlone reports whether words tell that people were among themselves.
func tellsAlone(words []retrieval.Word) bool {
	norms := make([]string, len(words))
	for i := range words {
		norms[i] = words[i].Norm
	}
	return slices.ContainsFunc(norms, func(w string) bool { return privately[w] }) || isOneOnOne(norms)
}

// isOneOnOne reports whether words have "one-on-one".
func isOneOnOne(words []string) bool {
	return slices.Contains(words, "one-on-one") || strings.Contains(strings.Join(words, " "), "one on one")
}

var privately = text.WordSet(`private privately secretly secret bilateral`)

// totalities are the words that ask for all of something, which a yes to a part is not.
var totalities = text.WordSet(`everything everyone everybody all every always entirely completely fully`)

// BearsNo reports whether a clause that denies something may deny what is asked: it is
// about the one who is asked about, also where that is no name, and about what is to come
// where that is asked.
func BearsNo(e *evidence.Evidence, q *question.Question, d *question.AskedDeed, clause []retrieval.Word) bool {
	if q.AsksAhead() && d.Verb < 0 {
		return false
	}
	if deniesElse(e, q, d, clause) || isOfOtherKind(d, q, clause) || isOfTopic(q, d, clause) || lacksComplement(q, d, clause) {
		return false
	}
	doer := slices.DeleteFunc(slices.Clone(d.Event), func(t int) bool { return t >= d.Verb })
	return !lacksPlain(e, q, doer) && (!q.AsksAhead() || tellsAhead(clause, aheadWords) || tellsAhead(clause, rulingOut))
}

// deniesElse reports whether a clause denies the question's verb of something else: who
// "did not rule out a meeting" may have ruled out a tariff.
func deniesElse(e *evidence.Evidence, q *question.Question, d *question.AskedDeed, clause []retrieval.Word) bool {
	if d.Verb < 0 || slices.ContainsFunc(clause, func(w retrieval.Word) bool { return AnyOf[w.Norm] }) {
		return false
	}
	at := slices.IndexFunc(clause, func(w retrieval.Word) bool { return q.Terms[d.Verb].Matches(w) })
	if at < 0 || !slices.ContainsFunc(clause[max(0, at-evidence.NotReach):at], func(w retrieval.Word) bool { return lexicon.VerbCues[w.Norm] }) {
		return false
	}
	after := slices.DeleteFunc(slices.Clone(d.Event), func(t int) bool { return t <= d.Verb })
	return len(after) > 0 && !e.MatchesAny(after)
}

// isOfOtherKind reports whether a clause speaks of what the question is about only with a name
// that the question lacks: "the Norwegian miners" are not "the two miners".
func isOfOtherKind(d *question.AskedDeed, q *question.Question, clause []retrieval.Word) bool {
	about, other := d.About, false
	if len(about) == 0 && d.Verb > 0 && !q.Terms[d.Verb-1].Name {
		about = []int{d.Verb - 1}
	}
	for i := range clause {
		if !q.TellsAny(about, clause[i:i+1]) {
			continue
		}
		if i == 0 || !clause[i-1].IsCapital() || question.IsClosed(clause[i-1].Norm) || q.AsksWord(clause[i-1]) {
			return false
		}
		other = true
	}
	return other
}

// lacksPlain reports whether the sentence and what stands around it lack one of some
// terms in every form, of those that the lexicon knows; a verb must be its own.
func lacksPlain(e *evidence.Evidence, q *question.Question, terms []int) bool {
	return slices.ContainsFunc(terms, func(t int) bool {
		told := e.Context[t]
		if q.Terms[t].Verbal {
			told = e.Matched[t]
		}
		return told == 0 && len(q.Terms[t].Groups) > 0 && q.SaysWhatItAsks(t)
	})
}

// LooksAhead reports whether the sentence has a word for what is to come.
func LooksAhead(e *evidence.Evidence) bool { return tellsAhead(e.Words(), aheadWords) }

func tellsAhead(clause []retrieval.Word, words map[string]bool) bool {
	for i := range clause {
		if words[clause[i].Norm] && (i+1 == len(clause) || clause[i+1].Norm != "have") && !hadBeen(clause, i) { // "would have been" is no plan
			return true
		}
	}
	return false
}

// willNot reports whether a clause says of something that it will not be: who "will not take part"
// is to do nothing that the clause does not name.
func willNot(clause []retrieval.Word) bool {
	for i := range clause {
		if clause[i].Norm == "won't" || clause[i].Norm == "will" && i+1 < len(clause) && clause[i+1].Norm == "not" {
			return true
		}
	}
	return false
}

// hadBeen reports whether word i of a clause tells of a plan that is none any more: what "had
// been due" is off.
func hadBeen(clause []retrieval.Word, i int) bool {
	return i > 1 && clause[i-1].Norm == "been" && clause[i-2].Norm == "had"
}

var (
	aheadWords = text.WordSet(`will won't shall would wouldn't going plans plan planned scheduled due set expected expects agreed tomorrow`)
	rulingOut  = text.WordSet(`refuse refuses refused refusing decline declines declined rules ruled ruling reject rejects rejected never`)
)

// Lingering are the words for how things stand on the day of writing: fewer may "still" be
// missing on the next.
var Lingering = text.WordSet(`still remain remains remained`)
