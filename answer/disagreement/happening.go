package disagreement

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/answer/yesno"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// happening is what a yes/no question asks whether it happened.
type happening struct {
	q *question.Question
	// deed is what is asked, with whom it names.
	deed question.AskedDeed
	// head is the term for what happened itself, or -1.
	head int
	// others are further terms that tell it, each of which both sides must speak of.
	others []int
	// fate is what befell people, if that is asked, or 0.
	fate int
	// modal are the words of which one makes a clause speak of it, where it is asked what will,
	// can or should be.
	modal modality
	// planned says that it is asked whether something planned takes place.
	planned bool
	// ofNow says that it is asked for how things stand.
	ofNow bool
}

// readHappening reads what a yes/no question asks whether it happened.
func readHappening(q *question.Question) happening {
	d := q.ReadDeed()
	d.Event = slices.DeleteFunc(d.Event, func(t int) bool { return q.IsLight(t) || q.Weight[t] == 0 || yesno.AnyOf[q.Terms[t].Norm] })
	h := happening{q: q, deed: d, modal: modalityOf(q), ofNow: len(q.Words) > 0 && passing[q.Words[0]]}
	if h.readPlanned(); h.planned {
		return h
	}
	if head := headTerm(q, &d); head >= 0 {
		h.head, h.fate = head, question.Fates[q.Terms[head].Norm]
		h.others = slices.DeleteFunc(d.Event, func(t int) bool { return t == head })
		return h
	}
	return happening{head: -1}
}

// headTerm is the term for what happened itself: what befell people, the verb, or what
// "there" was; -1 if there is none.
func headTerm(q *question.Question, d *question.AskedDeed) int {
	if i := slices.IndexFunc(d.Event, func(t int) bool { return question.Fates[q.Terms[t].Norm] != 0 }); i >= 0 {
		return d.Event[i]
	}
	if d.Verb >= 0 && slices.Contains(d.Event, d.Verb) {
		return d.Verb
	}
	if i := slices.IndexFunc(d.Event, func(t int) bool { return q.Terms[t].Verbal || strings.HasSuffix(q.Terms[t].Norm, "ed") }); i >= 0 {
		return d.Event[i]
	}
	if len(d.Event) > 0 && (len(d.Event) == 1 || slices.Contains(q.Words, "there")) {
		return d.Event[0]
	}
	return -1
}

// told are the clauses of a sentence that say that it happened, and those that say that
// it did not. A sentence that denies it affirms nothing.
func (h happening) told(e *evidence.Evidence) (yes, no []Account) {
	if lacksName(h.q, e) || e.IsQuestion() || !h.inPassage(e) {
		return nil, nil
	}
	for _, c := range e.Clauses() {
		words := e.Words()[c.Start:c.End]
		head, turned := h.headOf(words)
		if head < 0 || slices.ContainsFunc(words, isAlleged) || h.isOpen(words[:head], turned) || e.DoneByOthers(h.q, &h.deed, c) {
			continue
		}
		s := Account{From: e, at: h.span(e, words, head), words: h.subjects(words, head), turned: turned, asked: turned || h.isOwn(words, head)}
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
func (h happening) span(e *evidence.Evidence, words []retrieval.Word, head int) text.Span {
	at := upToBreak(e, matterSpan(h.q, words), words[head].End)
	if at.Len() == 0 || words[head].End > at.End || words[head].Start < at.Start {
		at = text.Span{Start: words[max(0, head-1)].Start, End: words[head].End}
	}
	for _, w := range words[head+1 : min(len(words), head+1+objectWords)] {
		if question.ClassWords[w.Norm] == question.ClassPreposition || w.Stop && question.ClassWords[w.Norm] != question.ClassDeterminer {
			break
		}
		at.End = max(at.End, w.End)
	}
	return upToBreak(e, at, words[head].End)
}

// upToBreak ends a span at the first punctuation mark from a place on.
func upToBreak(e *evidence.Evidence, at text.Span, from int) text.Span {
	if from >= at.End {
		return at
	}
	if i := strings.IndexAny(e.Passage().Text[from:at.End], ",;:—()"); i >= 0 {
		at.End = from + i
	}
	return at
}

// objectWords is how many words after what happened tell of whom or what.
const objectWords = 3

// inPassage reports whether the passage speaks of all that tells what happened.
func (h happening) inPassage(e *evidence.Evidence) bool {
	in := e.InPassage(h.q)
	return !slices.ContainsFunc(h.others, func(t int) bool {
		return in[t] < question.RelatedShare && !isSetting(h.q, t) && !(question.Agentive(h.q.Terms[t].Norm) && slices.ContainsFunc(e.Sentence.Names, e.PersonLike))
	})
}

// isSetting reports whether a term only tells where or when it happened: "arrested at the
// final".
func isSetting(q *question.Question, t int) bool {
	at := q.Terms[t].At
	for i := at - 1; i >= max(0, at-settingReach); i-- {
		if settingLeads[q.WordAt(i)] {
			return true
		}
	}
	return false
}

// settingReach is how many words before a noun the preposition stands that makes it a
// setting.
const settingReach = 2

var settingLeads = text.WordSet(`at in during after before near on when while`)

// inSettings reports whether one of two passages has each setting that the question names.
func (h happening) inSettings(a, b *evidence.Evidence) bool {
	x, y := a.InPassage(h.q), b.InPassage(h.q)
	return !slices.ContainsFunc(h.others, func(t int) bool { return max(x[t], y[t]) < question.RelatedShare && isSetting(h.q, t) })
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
	if h.planned {
		return takesPlace(words, i)
	}
	if h.fate != 0 && h.q.Has(whoever) {
		return evidence.FateAt(words, i) == h.fate // a damaged necklace is nobody who was hurt
	}
	return slices.ContainsFunc(h.q.Matches(&words[i]), func(m question.TermMatch) bool { return m.Strength >= question.RelatedShare && m.Term == h.head }) ||
		h.fate != 0 && evidence.FateAt(words, i) == h.fate
}

// isOwn reports whether word i of a clause is the word that the question asks with, or
// one of its family.
func (h happening) isOwn(words []retrieval.Word, i int) bool {
	return h.planned || slices.ContainsFunc(h.q.Matches(&words[i]), func(m question.TermMatch) bool { return m.Strength > question.RelatedShare && m.Term == h.head }) ||
		h.fate != 0 && evidence.FateAt(words, i) == h.fate
}

// isOpposite reports whether a word says the opposite of what is asked.
func (h happening) isOpposite(w *retrieval.Word) bool {
	d := question.AskedDeed{Event: []int{h.head}}
	return h.planned && calledOff[w.Norm] || evidence.IsOpposite(&d, h.q, w)
}

// subjects are the telling words of a clause before the word that tells what happened.
func (h happening) subjects(words []retrieval.Word, head int) map[string]bool {
	set := map[string]bool{}
	for _, w := range afterTeller(words[:head]) {
		if !w.Stop && !w.IsNumeric() && !lexicon.Calendar[w.Norm] && !IsDenying(w) && !lexicon.LightVerbs[w.Stem] && !yesno.AnyOf[w.Norm] {
			set[w.Stem] = true
		}
	}
	return set
}

// denies reports whether a clause denies what its word at head tells, for good: the
// denying word stands close before it.
func (h happening) denies(words []retrieval.Word, head int) bool {
	for i := max(0, head-evidence.NoReach); i < head; i++ {
		if question.Deniers[words[i].Norm] || question.Denials[words[i].Norm] {
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
func (h happening) ofOne(a, b Account) bool {
	shared := InCommon(a.words, b.words)
	if !a.asked && !b.asked {
		return false // a synonym of either may mean something else
	}
	if shared < len(a.words) && shared < len(b.words) || (a.turned || b.turned) && shared == 0 {
		return false
	}
	x, y := withoutTeller(a), withoutTeller(b)
	return h.inSettings(a.From, b.From) && !modifiedOtherwise(x, y) && !namedOtherwise(x, y)
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
	return !w.Stop && !w.IsNumeric() && !IsDenying(w) && !lexicon.LightVerbs[w.Stem]
}

// namedOtherwise reports whether two clauses both have names and none in common.
func namedOtherwise(a, b []retrieval.Word) bool {
	x, y := capitals(a), capitals(b)
	return len(x) > 0 && len(y) > 0 && InCommon(x, y) == 0
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

var somewhat = text.WordSet(`some several few many most half part parts one two three four five six seven eight nine ten`)
