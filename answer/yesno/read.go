package yesno

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
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
	// conceiveEvent is what a clause must have of it that only speaks of it as possible.
	conceiveEvent = 0.5
	// tellsVerb is how well a clause must have the verb.
	tellsVerb = 0.5
)

// verdict is what a sentence says of a yes/no question, and how much of the
// question its clause covers.
type verdict struct {
	Polarity
	from  *evidence.Evidence
	cover float64
	// verb says that the clause has the verb of the question.
	verb bool
}

// read reads the clause that speaks most of the question's matter.
func read(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) verdict {
	c, cover := tellingClause(e, q, d)
	v := verdict{from: e, cover: cover}
	if asksIfOver(q, d) {
		v.Polarity, v.verb = readOver(e, q, d), true
		return v
	}
	if e.UntilNow(c) {
		c = sinceWhen(e, q, d, c)
	}
	if c.Len() == 0 || e.IsQuestion() || d.Bare || d.Verb < 0 && len(d.Subject) > 0 && !e.SpeaksOfDoer(d) || !e.SpeaksOfMatter(d) {
		return v
	}
	clause := e.Words()[c.Start:c.End]
	m := q.Match(clause)
	if d.Light >= 0 && question.Takes[q.Terms[d.Light].Norm] {
		m = nounsIn(q, beforeAside(clause)) // neither "leaving questions" nor "noted" is "take questions" or "take notes"
	}
	v.verb = d.Verb < 0 || tellsAsVerb(q, d, clause)
	share := q.ShareOf(d.Event, m)
	switch {
	case d.Presence && !d.Stranger && !q.AsksAhead() && wasAbsent(e, q, d):
		v.Polarity = Denied
	case cameAlong(e, q, d):
		v.Polarity, v.verb, v.cover = affirmed, true, max(cover, affirmCover)
	case e.DoneByOthers(q, d, c):
	case rejected(e, q, d) || onOtherSide(q, d, clause) || deniedIn(q, d, clause) && share >= denyShare(d):
		if d := OfNobody(e, q, d); !DeniesOther(e, q, d, clause) && !d.Stranger && !supposedIn(q, clause) && !asksOfAny(q, clause) && cover >= denyCover && !e.LacksDoer(d) && !e.IsOnOthers(d) && !e.LacksObject(q, d) && !e.MissesDirect(q, d) && BearsNo(e, q, d, clause) {
			v.Polarity = Denied
		}
	case missesOffice(e, q, d):
	case !q.Has(question.Modals) && (q.Limit == nil || q.Limit.Kind != value.Duration) && q.ConceivedIn(d, clause):
		if v.verb && cover >= conceiveCover && share >= conceiveEvent && !e.LacksDoer(d) && tellsPredicate(e, q, d, c) {
			v.Polarity = Conceived
		}
	case missesPlace(q, d, e.Words()), isElsewhere(e, q, d):
	case v.verb && cover >= affirmCover && share >= affirmShare(d) && isOfAsked(e, q, d) && !isReceiver(q, d, clause) && !isNotAdmitted(q, clause) && bearsYes(e, q, d, clause) && tellsPredicate(e, q, d, c):
		if v.Polarity = affirmed; supposedIn(q, clause) || isOpinion(e, q) {
			v.Polarity = Conceived
		}
	}
	return v
}

// OfNobody is what happened without who did it, where the question names together those whom
// all articles are about, and the sentence denies it of nobody by name: "No deal was signed"
// says of them, too, that they signed none.
func OfNobody(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) *question.AskedDeed {
	elsewhere := func(t int) bool { return q.Terms[t].IDF > evidence.Everywhere }
	if !isJoint(q, d) || d.Presence || d.Passive || d.Verb < 0 || slices.ContainsFunc(d.Subject, elsewhere) || e.SpeaksOfDoer(d) || slices.ContainsFunc(e.Sentence.Names, e.PersonLike) {
		return d
	}
	impersonal := *d
	impersonal.Subject = nil
	return &impersonal
}

// isJoint reports whether it is asked of several together: "Did Ann and Bob …?"
func isJoint(q *question.Question, d *question.AskedDeed) bool {
	return slices.ContainsFunc(d.Subject, func(t int) bool {
		at := q.Terms[t].At - 1
		if evidence.IsArticle(q.WordAt(at)) {
			at--
		}
		return t != d.Subject[0] && q.WordAt(at) == "and"
	})
}

// sinceWhen is the part of a clause that tells what happened then, if the question asks
// for it: "had not met since Ann left". Else it is empty.
func sinceWhen(e *evidence.Evidence, q *question.Question, d *question.AskedDeed, c text.Span) text.Span {
	words := e.Words()
	since := slices.IndexFunc(words[c.Start:c.End], func(w retrieval.Word) bool { return w.Norm == "since" })
	if from := c.Start + since + 1; since >= 0 && d.Verb >= 0 && q.TellsAny([]int{d.Verb}, words[from:c.End]) {
		return text.Span{Start: from, End: c.End}
	}
	return text.Span{}
}

// tellsAsVerb reports whether a clause has the verb of the question, and not only as a
// noun: "a sign of caution" tells of nothing that was signed, and an "arrest warrant" of
// nobody who was arrested.
func tellsAsVerb(q *question.Question, d *question.AskedDeed, clause []retrieval.Word) bool {
	done := d.Passive && question.IsParticiple(q.Terms[d.Verb].Norm)
	for i := range clause {
		noun := done && !question.IsParticiple(clause[i].Norm)
		if i > 0 {
			noun = noun || clause[i].Norm == "left" && question.ToBe[clause[i-1].Norm] || // "what is left"
				question.ClassWords[clause[i-1].Norm] == question.ClassDeterminer || topicWords[clause[i-1].Norm] && strings.HasSuffix(clause[i].Norm, "ing")
		}
		if !noun && !(plainSays[clause[i].Norm] && !plainSays[q.Terms[d.Verb].Norm]) && slices.ContainsFunc(q.Matches(&clause[i]), func(m question.TermMatch) bool { return m.Term == d.Verb && m.Strength >= tellsVerb }) {
			return true
		}
	}
	return false
}

// plainSays are the verbs of whatever is said: who says something has not therefore announced
// or promised what the sentence goes on to name.
var plainSays = text.WordSet(`say says said saying tell tells told`)

// topicWords put an action before somebody without telling that it was done: "talks about
// ending the war".
var topicWords = text.WordSet(`about of for on in at toward towards`)

// isAboutOthers reports whether a name of the question stands neither in the sentence
// nor around it, but for names that stand everywhere.
func isAboutOthers(e *evidence.Evidence, q *question.Question) bool {
	return slices.ContainsFunc(q.Names(), func(t int) bool { return e.Context[t] == 0 && q.Terms[t].IDF > evidence.Everywhere })
}

// PolarityOf is what the sentence says of a yes/no question.
func PolarityOf(e *evidence.Evidence, q *question.Question) Polarity {
	d := q.ReadDeed()
	return read(e, q, &d).Polarity
}

// tellingClause is the clause that has most of the question, what happened first,
// and the share of the question that it covers. Names count for it that stand
// elsewhere in the sentence or before it.
func tellingClause(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) (best text.Span, cover float64) {
	most := 0.0
	for _, c := range e.Subclauses() {
		m := q.Match(e.Words()[c.Start:c.End])
		own := q.ShareOf(d.Event, m)
		for t := range m {
			if q.Terms[t].Name {
				m[t] = max(m[t], e.Context[t])
			}
		}
		if share := q.Cover(m); own+share > most {
			best, cover, most = c, share, own+share
		}
	}
	return best, cover
}

// affirmShare is the share of what happened that a yes must have: more where a word for
// it stands nowhere, as that may be the matter itself.
func affirmShare(d *question.AskedDeed) float64 {
	if d.Strange {
		return strangeEvent
	}
	return affirmEvent
}

// asksOfEnd reports whether the question asks if something was settled: of nothing else
// "unresolved" is a denial.
func asksOfEnd(q *question.Question) bool {
	return slices.ContainsFunc(q.Terms, func(t retrieval.Term) bool { return settling[t.Stem] })
}

var settling = text.StemSet(`resolve resolved resolution settle settled solve solved solution end ended agree agreed agreement deal reach reached decide decided clear issue question`)
