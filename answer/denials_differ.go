package answer

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// denialsDiffer finds an article that says that what is asked for happened, and
// another that says that it did not.
func denialsDiffer(q *question, m *matters) *difference {
	if q.has(lexicon.NotCues) || q.has(modals) && !q.has(warnings) {
		return nil
	}
	if q.askedPerson() != "" && q.asksAttendance() {
		return nil // who was excluded from a summit does not tell whether somebody else was there
	}
	h := q.readHappening()
	if h.head < 0 {
		return nil
	}
	var yes, no []account
	for _, e := range m.best {
		y, n := h.told(e)
		yes, no = append(yes, y...), append(no, n...)
	}
	yes, no = withoutArticles(yes, no), withoutArticles(no, yes)
	return firstOpposed("yes or no", m, yes, no, h.ofOne)
}

// warnings are words that tell of a warning; elsewhere they make a clause one of what is
// to come.
var warnings = wordSet(`warn warned`)

// happening is what a yes/no question asks whether it happened.
type happening struct {
	q *question
	// deed is what is asked, with whom it names.
	deed askedDeed
	// head is the term for what happened itself, or -1.
	head int
	// others are further terms that tell it, each of which both sides must speak of.
	others []int
	// fate is what befell people, if that is asked, or 0.
	fate int
	// ofNow says that it is asked for how things stand.
	ofNow bool
}

// readHappening reads what a yes/no question asks whether it happened.
func (q *question) readHappening() happening {
	d := q.readDeed()
	d.event = slices.DeleteFunc(d.event, func(t int) bool { return q.isLight(t) || q.weight[t] == 0 || anyOf[q.terms[t].Norm] })
	h := happening{q: q, deed: d, ofNow: len(q.Words) > 0 && passing[q.Words[0]]}
	if head := q.headTerm(&d); head >= 0 {
		h.head, h.fate = head, fates[q.terms[head].Norm]
		h.others = slices.DeleteFunc(d.event, func(t int) bool { return t == head })
		return h
	}
	return happening{head: -1}
}

// headTerm is the term for what happened itself: what befell people, the verb, or what
// "there" was; -1 if there is none.
func (q *question) headTerm(d *askedDeed) int {
	if i := slices.IndexFunc(d.event, func(t int) bool { return fates[q.terms[t].Norm] != 0 }); i >= 0 {
		return d.event[i]
	}
	if d.verb >= 0 && slices.Contains(d.event, d.verb) {
		return d.verb
	}
	if i := slices.IndexFunc(d.event, func(t int) bool { return q.terms[t].Verbal || strings.HasSuffix(q.terms[t].Norm, "ed") }); i >= 0 {
		return d.event[i]
	}
	if len(d.event) > 0 && (len(d.event) == 1 || slices.Contains(q.Words, "there")) {
		return d.event[0]
	}
	return -1
}

// anyOf stand for whoever or whatever it may be.
var anyOf = wordSet(`anybody anyone anything somebody someone something people`)

// whoever are words for people who are not named.
var whoever = wordSet(`anybody anyone somebody someone people`)

// told are the clauses of a sentence that say that it happened, and those that say that
// it did not. A sentence that denies it affirms nothing.
func (h happening) told(e *evidence) (yes, no []account) {
	if h.q.lacksName(e) || e.asks() || !h.inPassage(e) {
		return nil, nil
	}
	for _, c := range e.clauses() {
		words := e.words()[c.Start:c.End]
		head, turned := h.headOf(words)
		if head < 0 || slices.ContainsFunc(words, isAlleged) || slices.ContainsFunc(words[:head], isModal) || e.doneByOthers(h.q, &h.deed, c) {
			continue
		}
		s := account{from: e, at: h.span(e, words, head), words: h.subjects(words, head), turned: turned, asked: turned || h.isOwn(words, head)}
		denying := slices.ContainsFunc(words[:head], isRestricting) || slices.ContainsFunc(words[head+1:], isRestricting)
		switch {
		case turned && !denying && !slices.ContainsFunc(words, isSome), !turned && h.denies(words, head):
			no = append(no, s)
		case !turned && !denying && cameAbout(words, head):
			yes = append(yes, s)
		}
	}
	if len(no) > 0 {
		yes = nil
	}
	return yes, no
}

// span is what a clause says of the matter around its word at head, with whom or what
// that is said of: "arrested four pickets".
func (h happening) span(e *evidence, words []retrieval.Word, head int) text.Span {
	at := e.upToBreak(h.q.matterSpan(words), words[head].End)
	if at.Len() == 0 || words[head].End > at.End || words[head].Start < at.Start {
		at = text.Span{Start: words[max(0, head-1)].Start, End: words[head].End}
	}
	for _, w := range words[head+1 : min(len(words), head+1+objectWords)] {
		if classWords[w.Norm] == wcPreposition || w.Stop && classWords[w.Norm] != wcDeterminer {
			break
		}
		at.End = max(at.End, w.End)
	}
	return e.upToBreak(at, words[head].End)
}

// upToBreak ends a span at the first punctuation mark from a place on.
func (e *evidence) upToBreak(at text.Span, from int) text.Span {
	if from >= at.End {
		return at
	}
	if i := strings.IndexAny(e.passage().Text[from:at.End], ",;:—()"); i >= 0 {
		at.End = from + i
	}
	return at
}

// objectWords is how many words after what happened tell of whom or what.
const objectWords = 3

// inPassage reports whether the passage speaks of all that tells what happened.
func (h happening) inPassage(e *evidence) bool {
	in := e.inPassage(h.q)
	return !slices.ContainsFunc(h.others, func(t int) bool {
		return in[t] < relatedShare && !h.q.isSetting(t) && !(agentive(h.q.terms[t].Norm) && slices.ContainsFunc(e.sentence.Names, e.personLike))
	})
}

// isSetting reports whether a term only tells where or when it happened: "arrested at the
// final".
func (q *question) isSetting(t int) bool {
	at := q.terms[t].At
	for i := at - 1; i >= max(0, at-settingReach); i-- {
		if settingLeads[q.wordAt(i)] {
			return true
		}
	}
	return false
}

// settingReach is how many words before a noun the preposition stands that makes it a
// setting.
const settingReach = 2

var settingLeads = wordSet(`at in during after before near on when while`)

// inSettings reports whether one of two passages has each setting that the question names.
func (h happening) inSettings(a, b *evidence) bool {
	x, y := a.inPassage(h.q), b.inPassage(h.q)
	return !slices.ContainsFunc(h.others, func(t int) bool { return max(x[t], y[t]) < relatedShare && h.q.isSetting(t) })
}

// headOf is the word of a clause that tells what is asked, or else its opposite
// (turned); -1 if it has none.
func (h happening) headOf(words []retrieval.Word) (at int, turned bool) {
	at = -1
	for i := range words {
		if h.isHead(words, i) {
			return i, false
		}
		if at < 0 && h.isOpposite(&words[i]) {
			at = i
		}
	}
	return at, true
}

// isHead reports whether word i of a clause tells what is asked: the word itself or a
// synonym, or one for the same fate of people.
func (h happening) isHead(words []retrieval.Word, i int) bool {
	if h.fate != 0 && h.q.has(whoever) {
		return fateAt(words, i) == h.fate // a damaged necklace is nobody who was hurt
	}
	return slices.ContainsFunc(h.q.matches(&words[i]), func(m termMatch) bool { return m.strength >= relatedShare && m.term == h.head }) ||
		h.fate != 0 && fateAt(words, i) == h.fate
}

// isOwn reports whether word i of a clause is the word that the question asks with, or
// one of its family.
func (h happening) isOwn(words []retrieval.Word, i int) bool {
	return slices.ContainsFunc(h.q.matches(&words[i]), func(m termMatch) bool { return m.strength > relatedShare && m.term == h.head }) ||
		h.fate != 0 && fateAt(words, i) == h.fate
}

// isOpposite reports whether a word says the opposite of what is asked.
func (h happening) isOpposite(w *retrieval.Word) bool {
	d := askedDeed{event: []int{h.head}}
	return d.isOpposite(h.q, w)
}

// subjects are the telling words of a clause before the word that tells what happened.
func (h happening) subjects(words []retrieval.Word, head int) map[string]bool {
	set := map[string]bool{}
	for _, w := range words[:head] {
		if !w.Stop && !w.IsNumeric() && !lexicon.Calendar[w.Norm] && !isDenying(w) && !lexicon.LightVerbs[w.Stem] && !anyOf[w.Norm] {
			set[w.Stem] = true
		}
	}
	return set
}

// denies reports whether a clause denies what its word at head tells, for good: the
// denying word stands close before it.
func (h happening) denies(words []retrieval.Word, head int) bool {
	for i := max(0, head-denyReach); i < head; i++ {
		if deniers[words[i].Norm] || denials[words[i].Norm] {
			return h.forGood(words, i, head)
		}
	}
	return false
}

// forGood reports whether a denial is one for good: neither up to now ("has not", "not
// yet") nor in part ("not all", "not seriously").
func (h happening) forGood(words []retrieval.Word, at, head int) bool {
	if slices.ContainsFunc(words, func(w retrieval.Word) bool { return qualified[w.Norm] || temporary[w.Norm] }) {
		return false
	}
	if slices.ContainsFunc(words[at:head], func(w retrieval.Word) bool { return degrees[w.Norm] }) {
		return false
	}
	return h.ofNow || !passing[words[at].Norm] && (at == 0 || !passing[words[at-1].Norm])
}

// ofOne reports whether two clauses tell of one thing: their subjects do not both have
// words of their own ("the door to the yard", "the door to the river"), nor do they name
// different things, and what is called alike is not told apart by the word before.
func (h happening) ofOne(a, b account) bool {
	shared := inCommon(a.words, b.words)
	if !a.asked && !b.asked {
		return false // a synonym of either may mean something else
	}
	if shared < len(a.words) && shared < len(b.words) || (a.turned || b.turned) && shared == 0 {
		return false
	}
	x, y := a.from.clauseWords(a.at), b.from.clauseWords(b.at)
	return h.inSettings(a.from, b.from) && !modifiedOtherwise(x, y) && !namedOtherwise(x, y)
}

// modifiedOtherwise reports whether a noun that two clauses share follows another word in
// each: "the canal treaty", "the fishing treaty". Who said it is none.
func modifiedOtherwise(a, b []retrieval.Word) bool {
	for i := 1; i < len(a); i++ {
		for k := 1; k < len(b); k++ {
			if a[i].Stem == b[k].Stem && !a[i].Stop && !lexicon.Saying[a[i].Stem] && modifies(a[i-1]) && modifies(b[k-1]) && a[i-1].Stem != b[k-1].Stem && !text.Related(a[i-1].Stem, b[k-1].Stem) {
				return true
			}
		}
	}
	return false
}

// modifies reports whether a word may be one that tells what the noun behind it is.
func modifies(w retrieval.Word) bool {
	return !w.Stop && !w.IsNumeric() && !isDenying(w) && !lexicon.LightVerbs[w.Stem]
}

// namedOtherwise reports whether two clauses both have names and none in common.
func namedOtherwise(a, b []retrieval.Word) bool {
	x, y := capitals(a), capitals(b)
	return len(x) > 0 && len(y) > 0 && inCommon(x, y) == 0
}

// capitals are the words of a clause that are written with a capital, but for its first.
func capitals(words []retrieval.Word) map[string]bool {
	set := map[string]bool{}
	for i, w := range words {
		if i > 0 && w.IsCapital() && !w.Stop && !lexicon.Calendar[w.Norm] {
			set[w.Norm] = true
		}
	}
	return set
}

// isSome reports whether a word makes a statement one of some of several things.
func isSome(w retrieval.Word) bool {
	return somewhat[w.Norm] || w.IsNumeric() && len(w.Norm) < yearDigits
}

// yearDigits is how many digits a year has.
const yearDigits = 4

var somewhat = wordSet(`some several few many most half part parts one two three four five six seven eight nine ten`)

// withoutArticles leaves out the accounts of articles that are among the others: who
// says both, speaks of two things.
func withoutArticles(all, others []account) []account {
	return slices.DeleteFunc(slices.Clone(all), func(s account) bool {
		return slices.ContainsFunc(others, func(o account) bool { return o.from.article() == s.from.article() })
	})
}

// isDenying reports whether the word denies what stands beside it.
func isDenying(w retrieval.Word) bool {
	return lexicon.NotCues[w.Norm] || denials[w.Norm] || qualified[w.Norm]
}

// cameAbout reports whether the word at head of a clause tells that something happened, as
// a verb or with one: a treaty that is only mentioned has not come about.
func cameAbout(words []retrieval.Word, head int) bool {
	if w := words[head]; w.Verbal || strings.HasSuffix(w.Norm, "ed") {
		return head == 0 || classWords[words[head-1].Norm] != wcDeterminer
	}
	return slices.ContainsFunc(words[max(0, head-broughtReach):head], func(w retrieval.Word) bool { return bringing[w.Norm] })
}

// broughtReach is how many words before a noun the verb may stand that says that it came
// about.
const broughtReach = 4

var bringing = wordSet(`was were made had gave given held reached signed struck took received got suffered issued sounded caused left claimed to`)

// isRestricting reports whether a word keeps a statement from being one that simply says
// yes.
func isRestricting(w retrieval.Word) bool {
	return lexicon.NotCues[w.Norm] || denials[w.Norm] || restricting[w.Norm]
}

var (
	restricting = wordSet(`only almost nearly partly partially largely mostly alone merely`)
	// qualified are the words that make a statement one in part.
	qualified = wordSet(`only just all every always necessarily alone merely immediately fully completely almost nearly partly partially largely mostly`)
	// degrees are those that leave open what is less than they say.
	degrees = wordSet(`seriously badly severely critically gravely heavily directly officially formally entirely directly much many further other more another`)
	// temporary are those that make a denial one for a time.
	temporary = wordSet(`yet until till longer initially first still again before since ever already later then`)
	// passing are the verbs by which a denial says how things stand while it is
	// written, which may change.
	passing = wordSet(`has have is are does do hasn't haven't isn't aren't doesn't don't`)
)
