package answer

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// What a clause must have of the question's weight to decide it. A yes needs
// more: it must be the same thing that happened, while a no may deny it in other
// words.
const (
	affirmCover = 0.6
	denyCover   = 0.33
	// conceiveCover keeps what is only hoped of something else from counting.
	conceiveCover = 0.5
	// affirmEvent and denyEvent are the shares of what happened, besides names; a
	// denial needs as much as a yes where a word for it stands nowhere.
	affirmEvent  = 0.5
	strangeEvent = 0.6
	denyEvent    = 0.25
	// tellsVerb is how well a clause must have the verb.
	tellsVerb = 0.5
)

// verdict is what a sentence says of a yes/no question, and how much of the
// question its clause covers.
type verdict struct {
	polarity
	from  *evidence
	cover float64
	// verb says that the clause has the verb of the question.
	verb bool
}

// read reads the clause that speaks most of the question's matter.
func (e *evidence) read(q *question, d *askedDeed) verdict {
	c, cover := e.tellingClause(q, d)
	v := verdict{from: e, cover: cover}
	if c.Len() == 0 || e.asks() || e.untilNow(c) || d.bare || d.verb < 0 && len(d.subject) > 0 && !e.speaksOfDoer(d) || !e.speaksOfIt(d) {
		return v
	}
	clause := e.words()[c.Start:c.End]
	m := q.match(clause)
	v.verb = d.verb < 0 || q.tellsAsVerb(d.verb, clause)
	share := q.shareOf(d.event, m)
	switch {
	case d.presence && !q.isAhead() && e.wasAbsent(q, d):
		v.polarity = denied
	case e.doneByOthers(q, d, c):
	case e.rejected(q, d) || q.deniedIn(d, clause) && share >= d.denyShare():
		if !q.supposedIn(clause) && !q.asksOfAny(clause) && cover >= denyCover && !e.lacksDoer(d) && !e.lacksObject(q, d) && !e.missesDirect(q, d) && e.bearsNo(q, d, clause) {
			v.polarity = denied
		}
	case !q.has(modals) && q.conceivedIn(d, clause):
		if v.verb && cover >= conceiveCover && share >= denyEvent && !e.lacksDoer(d) && e.tellsPredicate(q, d, c) {
			v.polarity = conceived
		}
	case v.verb && cover >= affirmCover && share >= d.affirmShare() && e.isOfAsked(q, d) && e.bearsYes(q, d, clause) && e.tellsPredicate(q, d, c):
		v.polarity = affirmed
	}
	return v
}

// tellsAsVerb reports whether a clause has the verb of the question, and not only as a
// noun: "a sign of caution" tells of nothing that was signed.
func (q *question) tellsAsVerb(verb int, clause []retrieval.Word) bool {
	for i := range clause {
		noun := i > 0 && classWords[clause[i-1].Norm] == wcDeterminer
		if !noun && slices.ContainsFunc(q.matches(&clause[i]), func(m termMatch) bool { return m.term == verb && m.strength >= tellsVerb }) {
			return true
		}
	}
	return false
}

// isAboutOthers reports whether a name of the question stands neither in the sentence
// nor around it, but for names that stand everywhere.
func (e *evidence) isAboutOthers(q *question) bool {
	return slices.ContainsFunc(q.names(), func(t int) bool { return e.context[t] == 0 && q.terms[t].IDF > everywhere })
}

// asks reports whether the sentence is a question itself.
func (e *evidence) asks() bool { t := e.text(); return t[len(t)-1] == '?' }

// polarity is what the sentence says of a yes/no question.
func (e *evidence) polarity(q *question) polarity {
	d := q.readDeed()
	return e.read(q, &d).polarity
}

// tellingClause is the clause that has most of the question, what happened first,
// and the share of the question that it covers. Names count for it that stand
// elsewhere in the sentence or before it.
func (e *evidence) tellingClause(q *question, d *askedDeed) (best text.Span, cover float64) {
	most := 0.0
	for _, c := range e.subclauses() {
		m := q.match(e.words()[c.Start:c.End])
		own := q.shareOf(d.event, m)
		for t := range m {
			if q.terms[t].Name {
				m[t] = max(m[t], e.context[t])
			}
		}
		if share := q.cover(m); own+share > most {
			best, cover, most = c, share, own+share
		}
	}
	return best, cover
}

// subclauses are the clauses, cut also where one begins without a comma: "sold
// nothing before he left".
func (e *evidence) subclauses() []text.Span { return e.facts().subclauses.of(e.splitClauses) }

func (e *evidence) splitClauses() []text.Span {
	words := e.words()
	var all []text.Span
	for _, c := range e.clauses() {
		first := c.Start
		for i := c.Start + 1; i+1 < c.End; i++ {
			if subordinators[words[i].Norm] && subjectPronouns[words[i+1].Norm] {
				all = append(all, text.Span{Start: first, End: i})
				first = i
			}
		}
		all = append(all, text.Span{Start: first, End: c.End})
	}
	return all
}

var subordinators = wordSet(`before after when while until till since because if as unless once although though`)

// deniedIn reports whether a clause denies what happened: close behind the denying
// word stands what the question asks for, or the clause has its opposite.
func (q *question) deniedIn(d *askedDeed, clause []retrieval.Word) bool {
	for i := range clause {
		switch {
		case q.asksWord(clause[i]):
		case d.isOpposite(q, &clause[i]), clause[i].Norm == "unresolved" && q.asksOfEnd():
			return true
		case !q.isDenial(clause, i), clause[i].Norm == "unresolved":
		case len(d.event) == 0 && q.tellsAny(d.subject, clause), q.deniesAt(d, clause, i):
			return true
		}
	}
	return false
}

// deniesAt reports whether the denying word at i denies what happened. Behind the
// negation of a verb, or behind "nobody", the question's verb must stand close.
func (q *question) deniesAt(d *askedDeed, clause []retrieval.Word, i int) bool {
	terms, reach := d.event, denyReach
	if denials[clause[i].Norm] {
		terms = d.told()
		if modal := slices.IndexFunc(clause[i:], isModal); modal > 0 {
			clause = clause[:i+modal] // "who was excluded fears that they might agree" denies no agreement
		}
	}
	nobody := clause[i].Norm == "nobody" || clause[i].Norm == "no" && i+1 < len(clause) && clause[i+1].Norm == "one"
	if d.verb >= 0 && (nobody || lexicon.VerbCues[clause[i].Norm]) {
		terms, reach = []int{d.verb}, denialReach+1
	}
	denied := clause[i+1 : min(len(clause), i+1+reach)]
	if d.predicate >= 0 {
		terms = []int{d.predicate}
	}
	if clause[i].Norm == "no" && d.verb < 0 { // "no part in the talks" denies the part
		if at := slices.IndexFunc(denied, func(w retrieval.Word) bool { return classWords[w.Norm] == wcPreposition }); at > 0 {
			denied = denied[:at]
		}
	}
	return q.tellsAny(terms, denied)
}

// asksOfAny reports whether the question asks if anyone or anything did it, and a clause
// only denies it of something in particular: "The hall was not damaged".
func (q *question) asksOfAny(clause []retrieval.Word) bool {
	if len(q.Words) < 2 || !indefinite[q.Words[1]] || len(clause) == 0 {
		return false
	}
	first := &clause[0]
	return classWords[first.Norm] == wcDeterminer && !lexicon.NotCues[first.Norm] && first.Norm != "any" || first.IsCapital() && !first.Stop && !lexicon.NotCues[first.Norm]
}

var indefinite = wordSet(`anyone anybody anything someone somebody something`)

// affirmShare is the share of what happened that a yes must have: more where a word for
// it stands nowhere, as that may be the matter itself.
func (d *askedDeed) affirmShare() float64 {
	if d.strange {
		return strangeEvent
	}
	return affirmEvent
}

// denyShare is the share of what happened that a denial must have. Without a verb there
// is nothing else that it could deny.
func (d *askedDeed) denyShare() float64 {
	if d.strange || d.verb < 0 {
		return affirmEvent
	}
	return denyEvent
}

// isDenial reports whether word i of a clause denies what follows. Who does not
// admit, say or know something does not deny it, unless just that is asked.
func (q *question) isDenial(clause []retrieval.Word, i int) bool {
	w, next := clause[i].Norm, ""
	if i+1 < len(clause) {
		next = clause[i+1].Norm
	}
	switch {
	case lexicon.IdleAfter[next], saysMore[next] && !q.asksWord(clause[i+1]):
		return false
	case ruling[w]:
		return next == "out" && !slices.ContainsFunc(clause[max(0, i-2):i], func(w retrieval.Word) bool { return lexicon.NotCues[w.Norm] })
	}
	return lexicon.NotCues[w] || deniers[w] || denials[w]
}

// untilNow reports whether a clause only denies what was before: who "had not met since
// 2015" has met now, and so it is where "no president had come since".
func (e *evidence) untilNow(c text.Span) bool {
	words := e.words()
	for i := c.Start + 1; i < c.End; i++ {
		if words[i].Norm == "had" && words[c.Start].Norm == "no" || words[i].Norm == "not" && words[i-1].Norm == "had" {
			return slices.ContainsFunc(words[i:], func(w retrieval.Word) bool { return w.Norm == "since" || w.Norm == "until" })
		}
	}
	return false
}

// saysMore are the verbs whose negation leaves open what follows them, with the "here" of
// "not here to talk".
var saysMore = wordSet(`here admit say know think believe confirm deny comment mention expect want rule exclude`)

// rejected reports whether the sentence tells what happened, and a clause of it says
// that the one who is asked about rejects it.
func (e *evidence) rejected(q *question, d *askedDeed) bool {
	if len(d.subject) == 0 || q.shareOf(d.event, e.matched) < affirmEvent {
		return false
	}
	words := e.words()
	for i := range words[:len(words)-1] {
		if denyingVerbs[words[i+1].Norm] && q.tellsAny(d.subject, words[i:i+1]) {
			return true
		}
	}
	return false
}

// wasAbsent reports whether the sentence says of the one who is asked about that he
// was not there.
func (e *evidence) wasAbsent(q *question, d *askedDeed) bool {
	if q.shareOf(d.subject, e.matched) < relatedShare/2 || len(d.subject) == 0 {
		return false
	}
	words := e.words()
	for i := range words {
		if absences[words[i].Norm] && !q.asksWord(words[i]) {
			return true
		}
		if lexicon.NotCues[words[i].Norm] && slices.ContainsFunc(words[i+1:min(len(words), i+1+denialReach)], isPresence) {
			return true
		}
	}
	return false
}

// isPresence reports whether a word says that somebody is there.
func isPresence(w retrieval.Word) bool { return presenceVerbs[w.Norm] || theres[w.Norm] }

// tellsAny reports whether words have any of some terms, or a word related to one.
func (q *question) tellsAny(terms []int, words []retrieval.Word) bool {
	for i := range words {
		if slices.ContainsFunc(q.matches(&words[i]), func(m termMatch) bool { return slices.Contains(terms, m.term) }) {
			return true
		}
	}
	return false
}

// shareOf is the share of the weight of some terms that a match has; 1 of none.
func (q *question) shareOf(terms []int, matched []float64) float64 {
	if len(terms) == 0 {
		return 1
	}
	sum, total := 0.0, 0.0
	for _, t := range terms {
		total += q.weight[t]
		sum += q.weight[t] * matched[t]
	}
	return sum / total
}

// supposedIn reports whether a clause only supposes something, unless the question does
// so, too: "if no deal was reached".
func (q *question) supposedIn(clause []retrieval.Word) bool {
	return !q.has(modals) && slices.ContainsFunc(clause, func(w retrieval.Word) bool { return supposing[w.Norm] })
}

var supposing = wordSet(`if unless whether`)

// conceivedIn reports whether a clause speaks of the matter as possible only: the
// word for that stands before it and the verb, or says so of what goes before ("is
// planned").
func (q *question) conceivedIn(d *askedDeed, clause []retrieval.Word) bool {
	for i := range clause {
		switch w := &clause[i]; {
		case d.verb >= 0 && q.tellsAny([]int{d.verb}, clause[i:i+1]):
			noun := isGerund(clause, i) // "a second meeting could come next"
			return slices.ContainsFunc(clause[i:], func(w retrieval.Word) bool { return afterthoughts[w.Norm] || noun && isModal(w) })
		case afterthoughts[w.Norm], modals[w.Norm] && isModal(*w) && q.matchedIn(clause[i+1:]):
			return true
		}
	}
	return false
}

// isGerund reports whether word i of a clause is a noun in "-ing", with a determiner at
// most two words before it.
func isGerund(clause []retrieval.Word, i int) bool {
	return strings.HasSuffix(clause[i].Norm, "ing") &&
		slices.ContainsFunc(clause[max(0, i-3):i], func(w retrieval.Word) bool { return classWords[w.Norm] == wcDeterminer })
}

// afterthoughts are the words that may say of what goes before that it is only
// possible.
var afterthoughts = wordSet(`uncertain unclear planned expected scheduled proposed intended possible`)

// matchedIn reports whether any of the words stands for a term that is no name.
func (q *question) matchedIn(words []retrieval.Word) bool {
	for i := range words {
		if slices.ContainsFunc(q.matches(&words[i]), func(m termMatch) bool { return !q.terms[m.term].Name }) {
			return true
		}
	}
	return false
}

// asksOfEnd reports whether the question asks if something was settled: of nothing else
// "unresolved" is a denial.
func (q *question) asksOfEnd() bool {
	return slices.ContainsFunc(q.terms, func(t retrieval.Term) bool { return settling[t.Stem] })
}

var settling = text.StemSet(`resolve resolved resolution settle settled solve solved solution end ended agree agreed agreement deal reach reached decide decided clear issue question`)

// scope is the run of clauses that together hold the best part of what the
// sentence matches, as a range of its words.
func (e *evidence) scope(q *question) text.Span {
	words := e.words()
	best, bestCover := text.Span{}, 0.0
	for _, c := range e.clauses() {
		if cover := q.cover(q.match(words[c.Start:c.End])); cover > bestCover {
			best, bestCover = c, cover
		}
	}
	return best
}
