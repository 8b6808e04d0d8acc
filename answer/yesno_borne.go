package answer

import (
	"slices"

	"sherpa/answer/lexicon"
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
func (q *question) isOnlyDenied(d *askedDeed, words []retrieval.Word) bool {
	for _, t := range d.event {
		told, denied := 0, 0
		for i := range words {
			if q.tellsAny([]int{t}, words[i:i+1]) {
				told++
				denied += int(indicator(behindNot(words, i) || isLikened(words, i)))
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
func (q *question) isViewed(d *askedDeed, clause []retrieval.Word) bool {
	at := slices.IndexFunc(clause, func(w retrieval.Word) bool { return viewing[w.Stem] && !q.asksWord(w) })
	return at >= 0 && q.tellsAny(d.event[len(d.event)-1:], clause[at+1:])
}

// viewing are the stems of verbs by which somebody gives or takes something for what he thinks.
var viewing = text.StemSet(`present describe call hail praise portray frame cast see view regard consider deem judge brand label interpret dismiss`)

// behindNot reports whether word i stands in a phrase that "not a" begins.
func behindNot(words []retrieval.Word, i int) bool {
	for k := i - 2; k >= max(0, i-denyReach); k-- {
		if words[k].Norm == "not" && isArticle(words[k+1].Norm) {
			return true
		}
	}
	return false
}

// stillWords ask whether something goes on: what was so once may have ended.
var stillWords = wordSet(`still`)

// lacksFigure reports whether the sentence has not the figure that the question gives: "Is
// the mill 100 years old?"
func (e *evidence) lacksFigure(q *question) bool {
	if q.limit != nil && slices.ContainsFunc(e.sentence.Values, func(v value.Value) bool {
		return value.Comparable(q.limit.Value, v) && value.Agree(q.limit.Value, v)
	}) {
		return false
	}
	for t := range q.terms {
		if q.terms[t].Norm[0] <= '9' && e.matched[t] == 0 {
			return true
		}
	}
	return false
}

// isLikened reports whether word i stands in a comparison of "as … as".
func isLikened(words []retrieval.Word, i int) bool {
	return i > 0 && i+1 < len(words) && words[i-1].Norm == "as" && words[i+1].Norm == "as"
}

// bearsYes reports whether a clause that has most of the question tells all of it.
func (e *evidence) bearsYes(q *question, d *askedDeed, clause []retrieval.Word) bool {
	if e.lacksPlain(q, d.event) || e.missesPartner(q, d) || q.isAhead() && (!tellsAhead(clause, aheadWords) || willNot(clause)) {
		return false
	}
	if slices.ContainsFunc(q.Words, func(w string) bool { return totalities[w] && !hasWord(clause, w) }) {
		return false
	}
	if d.presence && d.verb < 0 && q.wordAt(1) != "there" && !slices.ContainsFunc(clause, func(w retrieval.Word) bool { return beingThere[w.Norm] || postures[w.Norm] }) {
		return false
	}
	if t := q.asksWhetherThere(); t >= 0 && (q.isAhead() || q.match(clause)[t] < kinShares[text.Family]) {
		return false
	}
	if able := q.wordAt(0); abilities[able] && !slices.ContainsFunc(clause, func(w retrieval.Word) bool { return abilities[w.Norm] }) {
		return false // whoever is wanted need not be in reach
	}
	if d.verb < 0 && d.passive && q.isViewed(d, clause) {
		return false
	}
	if q.isOnlyDenied(d, e.words()) || q.has(stillWords) && !e.has(lingering) || e.lacksFigure(q) {
		return false
	}
	if d.light >= 0 && takes[q.terms[d.light].Norm] && slices.Contains(d.event, d.light+1) && q.nounsIn(clause)[d.light+1] == 0 {
		return false // those who are to have taken questions may be told, and no questions
	}
	m := q.match(clause)
	told := func(t int) bool { // words that only mean the same add up to nothing
		return m[t] >= kinShares[text.Family] || q.terms[t].Verbal && encounters[q.terms[t].Stem] && m[t] >= relatedShare && e.namesAll(d)
	}
	return len(d.event) == 0 || slices.ContainsFunc(d.event, told)
}

// encounters are verbs that say of two that they came together, each as good as another
// between the same names.
var encounters = text.StemSet(`meet met talk speak spoke negotiate confer converse encounter`)

// namesAll reports whether the sentence has all names of who did it, and to whom or
// where, and these are more than one.
func (e *evidence) namesAll(d *askedDeed) bool {
	names := slices.Concat(d.subject, d.object)
	return len(names) > 1 && !slices.ContainsFunc(names, func(t int) bool { return e.matched[t] < relatedShare })
}

// missesPartner reports whether the sentence means only one of those who are asked about
// together: "Did Ann and Bob meet?"
func (e *evidence) missesPartner(q *question, d *askedDeed) bool {
	for i := 1; i < len(d.subject); i++ {
		if q.wordAt(q.terms[d.subject[i]].At-1) == "and" && (e.matched[d.subject[i]] == 0 || e.matched[d.subject[i-1]] == 0) {
			return !e.leavesOpen() && !e.has(together)
		}
	}
	return false
}

// isOfAsked reports whether the sentence is about those whom the question names, each in
// their place, and about this time.
func (e *evidence) isOfAsked(q *question, d *askedDeed) bool {
	if d.stranger || e.isAboutOthers(q) || e.missesObject(q, d) || e.missesDirect(q, d) || e.isOfOldTimes(q) && !q.asksEarlier() {
		return false
	}
	return len(d.subject) == 0 || e.speaksOfDoer(d) || len(d.subject) > 1 && e.has(together)
}

// together are words for two who are not named.
var together = wordSet(`both two leaders presidents sides pair they`)

// abilities are the words by which it is asked and told what somebody can do.
var abilities = wordSet(`can could able unable cannot can't couldn't may might allowed possible`)

// asksWhetherThere is the term of what is asked for by "Was there …?", or -1.
func (q *question) asksWhetherThere() int {
	if q.wordAt(1) != "there" {
		return -1
	}
	return slices.IndexFunc(q.terms, func(t retrieval.Term) bool { return t.At > 1 && !t.Name })
}

// totalities are the words that ask for all of something, which a yes to a part is not.
var totalities = wordSet(`everything everyone everybody all every always entirely completely fully`)

// hasWord reports whether a clause has a word.
func hasWord(clause []retrieval.Word, norm string) bool {
	return slices.ContainsFunc(clause, func(w retrieval.Word) bool { return w.Norm == norm })
}

// bearsNo reports whether a clause that denies something may deny what is asked: it is
// about the one who is asked about, also where that is no name, and about what is to come
// where that is asked.
func (e *evidence) bearsNo(q *question, d *askedDeed, clause []retrieval.Word) bool {
	if q.isAhead() && d.verb < 0 {
		return false
	}
	if e.deniesElse(q, d, clause) || d.isOfOtherKind(q, clause) {
		return false
	}
	doer := slices.DeleteFunc(slices.Clone(d.event), func(t int) bool { return t >= d.verb })
	return !e.lacksPlain(q, doer) && (!q.isAhead() || tellsAhead(clause, aheadWords) || tellsAhead(clause, rulingOut))
}

// deniesElse reports whether a clause denies the question's verb of something else: who
// "did not rule out a meeting" may have ruled out a tariff.
func (e *evidence) deniesElse(q *question, d *askedDeed, clause []retrieval.Word) bool {
	if d.verb < 0 || slices.ContainsFunc(clause, func(w retrieval.Word) bool { return anyOf[w.Norm] }) {
		return false
	}
	at := slices.IndexFunc(clause, func(w retrieval.Word) bool { return q.terms[d.verb].Matches(w) })
	if at < 0 || !slices.ContainsFunc(clause[max(0, at-denialReach):at], func(w retrieval.Word) bool { return lexicon.VerbCues[w.Norm] }) {
		return false
	}
	after := slices.DeleteFunc(slices.Clone(d.event), func(t int) bool { return t <= d.verb })
	return len(after) > 0 && !e.matchesAny(after)
}

// isOfOtherKind reports whether a clause speaks of what the question is about only with a name
// that the question lacks: "the Norwegian miners" are not "the two miners".
func (d *askedDeed) isOfOtherKind(q *question, clause []retrieval.Word) bool {
	about, other := d.about, false
	if len(about) == 0 && d.verb > 0 && !q.terms[d.verb-1].Name {
		about = []int{d.verb - 1}
	}
	for i := range clause {
		if !q.tellsAny(about, clause[i:i+1]) {
			continue
		}
		if i == 0 || !clause[i-1].IsCapital() || isClosed(clause[i-1].Norm) || q.asksWord(clause[i-1]) {
			return false
		}
		other = true
	}
	return other
}

// lacksPlain reports whether the sentence and what stands around it lack one of some
// terms in every form, of those that the lexicon knows; a verb must be its own.
func (e *evidence) lacksPlain(q *question, terms []int) bool {
	return slices.ContainsFunc(terms, func(t int) bool {
		told := e.context[t]
		if q.terms[t].Verbal {
			told = e.matched[t]
		}
		return told == 0 && len(q.terms[t].Groups) > 0 && q.saysWhatItAsks(t)
	})
}

// isAhead reports whether the question asks for what is still to come.
func (q *question) isAhead() bool {
	going := slices.Index(q.Words, "going")
	return q.wordAt(0) == "will" || going >= 0 && q.wordAt(going+1) == "to"
}

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
	aheadWords = wordSet(`will won't shall would wouldn't going plans plan planned scheduled due set expected expects agreed tomorrow`)
	rulingOut  = wordSet(`refuse refuses refused refusing decline declines declined rules ruled ruling reject rejects rejected never`)
)
