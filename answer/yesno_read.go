package answer

import (
	"slices"
	"strings"

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
	if d.light >= 0 && takes[q.terms[d.light].Norm] {
		m = q.nounsIn(beforeAside(clause)) // neither "leaving questions" nor "noted" is "take questions" or "take notes"
	}
	v.verb = d.verb < 0 || q.tellsAsVerb(d, clause)
	share := q.shareOf(d.event, m)
	switch {
	case d.presence && !d.stranger && !q.isAhead() && e.wasAbsent(q, d):
		v.polarity = denied
	case e.cameAlong(q, d):
		v.polarity, v.verb, v.cover = affirmed, true, max(cover, affirmCover)
	case e.doneByOthers(q, d, c):
	case e.rejected(q, d) || q.onOtherSide(d, clause) || q.deniedIn(d, clause) && share >= d.denyShare():
		if !d.stranger && !q.supposedIn(clause) && !q.asksOfAny(clause) && cover >= denyCover && !e.lacksDoer(d) && !e.isOnOthers(d) && !e.lacksObject(q, d) && !e.missesDirect(q, d) && e.bearsNo(q, d, clause) {
			v.polarity = denied
		}
	case !q.has(modals) && q.conceivedIn(d, clause):
		if v.verb && cover >= conceiveCover && share >= denyEvent && !e.lacksDoer(d) && e.tellsPredicate(q, d, c) {
			v.polarity = conceived
		}
	case v.verb && cover >= affirmCover && share >= d.affirmShare() && e.isOfAsked(q, d) && e.bearsYes(q, d, clause) && e.tellsPredicate(q, d, c):
		if v.polarity = affirmed; q.supposedIn(clause) || e.isOpinion(q) {
			v.polarity = conceived
		}
	}
	return v
}

// tellsAsVerb reports whether a clause has the verb of the question, and not only as a
// noun: "a sign of caution" tells of nothing that was signed, and an "arrest warrant" of
// nobody who was arrested.
func (q *question) tellsAsVerb(d *askedDeed, clause []retrieval.Word) bool {
	done := d.passive && isParticiple(q.terms[d.verb].Norm)
	for i := range clause {
		noun := done && !isParticiple(clause[i].Norm)
		if i > 0 {
			noun = noun || classWords[clause[i-1].Norm] == wcDeterminer || topicWords[clause[i-1].Norm] && strings.HasSuffix(clause[i].Norm, "ing")
		}
		if !noun && slices.ContainsFunc(q.matches(&clause[i]), func(m termMatch) bool { return m.term == d.verb && m.strength >= tellsVerb }) {
			return true
		}
	}
	return false
}

// topicWords put an action before somebody without telling that it was done: "talks about
// ending the war".
var topicWords = wordSet(`about of for on in at toward towards`)

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

// subordinators begin a clause that depends on another.
var subordinators = wordSet(`before after when while until till since because if as unless once although though`)

// affirmShare is the share of what happened that a yes must have: more where a word for
// it stands nowhere, as that may be the matter itself.
func (d *askedDeed) affirmShare() float64 {
	if d.strange {
		return strangeEvent
	}
	return affirmEvent
}

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
