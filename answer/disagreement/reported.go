package disagreement

import (
	"cmp"
	"slices"

	"sherpa/answer/clause"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/answer/short"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// reported is a value that an article gives for what the question asks.
type reported struct {
	value  value.Value
	text   string
	from   *evidence.Evidence
	attach float64
	// fate is what befell those whom a number counts, or 0.
	fate int
	// near says that a date is told by the day of writing: "yesterday", "on Friday".
	near bool
}

// side is a value of the sentence as a side, a date as the calendar has it.
func side(e *evidence.Evidence, v value.Value, attach float64) reported {
	r := reported{value: v, from: e, attach: attach}
	if v.Kind == value.Number && v.Role == value.NoRole {
		r.value.Unit = UnitOf(e, v)
		r.fate, _ = e.FateOf(v)
	}
	r.value.End = e.CountedEnd(v)
	r.text = r.value.Of(e.Passage().Text)
	if v.Kind == value.Date {
		r.complete()
	}
	return r
}

// complete gives a date what it lacks by the day on which its article was written.
func (r *reported) complete() {
	w := r.value.When
	if when, ok := r.from.DateOf(r.value); ok {
		r.value.When = when
		r.near = w.Month == 0 && (w.Weekday != "" || w.Relative != "")
	}
}

// before reports whether r speaks for its article rather than old: its clause
// has more of the question, or as much and stands in the article's lead, which
// tells the news itself.
func (r reported) before(old reported) bool {
	if r.attach != old.attach {
		return r.attach > old.attach
	}
	return r.from.Hit.Passage.Lead && !old.from.Hit.Passage.Lead
}

// reportedValues takes from each article the value that belongs most closely to
// what the question asks.
func reportedValues(q *question.Question, best []*evidence.Evidence) []reported {
	byArticle := map[string]reported{}
	about := &Matters{Q: q, Best: best}
	top := 0.0
	for _, e := range best {
		if e.Settled(q) < short.SideCover*best[0].Settled(q) || lacksName(q, e) || short.LacksOrder(q, e) {
			continue
		}
		for _, v := range SideValues(e, q) {
			if v.Kind == value.Duration && e.DeniesAround(q, v.Span) {
				continue
			}
			r := side(e, v, evidence.Attach(q, e, v.Span))
			if isLifeDate(e, q, v) {
				r.attach = e.Settled(q)
			}
			top = max(top, r.attach)
			if old, ok := byArticle[e.Article()]; !ok || r.before(old) {
				byArticle[e.Article()] = r
			}
		}
	}
	verbs := verbsTold(q, byArticle)
	var all []reported
	for _, r := range byArticle {
		if r.attach >= max(short.SideAttach*top, short.LeastAttach) && (verbs == nil || verbs[r.from.Article()]) && !r.strays(q, byArticle) && !r.countsElse(q) && r.concerns(about, byArticle) {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b reported) int {
		return cmp.Or(cmp.Compare(b.attach, a.attach), cmp.Compare(a.from.Article(), b.from.Article()))
	})
	return all
}

// verbsTold says which articles tell what the question's verb asks about in the
// clause of their value: when a bridge was opened is not when it was designed. It
// is nil where none does, or the question has no verb of its own.
func verbsTold(q *question.Question, byArticle map[string]reported) map[string]bool {
	verb := ownVerb(q)
	if verb < 0 {
		return nil
	}
	var told map[string]bool
	for article, r := range byArticle {
		if q.Match(r.from.ClauseAround(r.value.Span))[verb] >= question.RelatedShare {
			if told == nil {
				told = map[string]bool{}
			}
			told[article] = true
		}
	}
	return told
}

// strays reports whether a value is of another thing than the named one: the clause has a subject
// of its own, and neither the sentence nor the one before it or the title names what is asked
// about, as those of another side do.
func (r reported) strays(q *question.Question, byArticle map[string]reported) bool {
	s := r.subject()
	if s.head < 0 || s.words[s.head].Stop || q.AsksWord(s.words[s.head]) || r.names(q) {
		return false
	}
	for _, o := range byArticle {
		if o.names(q) {
			return true
		}
	}
	return false
}

// names reports whether the sentence of the value, the one before it or the title has a word
// of the asked name.
func (r reported) names(q *question.Question) bool {
	return slices.ContainsFunc(q.AskedName, func(t int) bool { return r.from.Context[t] > 0 })
}

// ownVerb is the question's verb if that tells what happened, or -1.
func ownVerb(q *question.Question) int {
	verb := question.ReadAsked(q).Verb
	if verb < 0 || q.IsLight(verb) {
		return -1
	}
	return verb
}

// concerns reports whether the value is about the matter of the best sentence. The
// whole articles are only read for a value that another one excludes.
func (r reported) concerns(about *Matters, byArticle map[string]reported) bool {
	q, first := about.Q, about.Best[0]
	if about.near(first, r.from) || bearsName(q, first) && bearsName(q, r.from) {
		return true
	}
	for _, o := range byArticle {
		if r.excludes(o) {
			return about.same(first, r.from)
		}
	}
	return false
}

// setsValue leaves out what fixes no value: "a third hour" is not how long it
// took in all, a bare "one" may count anything, and neither a share nor a rate is a
// number of things.
func setsValue(q *question.Question, e *evidence.Evidence, v value.Value) bool {
	switch {
	case v.Role == value.Age:
		return true
	case v.Kind == value.Date && q.Has(question.PastAuxiliaries) && isYetToCome(e, v):
		return false
	case q.AskedKind() == retrieval.KindDuration && question.SortOf(v) == question.SortLength:
		return true
	case q.AskedKind() == retrieval.KindDuration:
		return v.Kind == value.Duration && !v.Ordinal && v.Role == value.NoRole && (!e.IsSentence(v) || q.Has(evidence.Penal)) && !isWithin(e, v)
	case v.Kind == value.Percent:
		return q.Has(shares) || measures(q, e, v) && !hasCount(e)
	case v.Kind == value.Number && !q.Has(rates) && perUnit(e, v):
		return false
	case v.Kind == value.Number && UnitOf(e, v) == "":
		return v.Role == value.NoRole && countsPeople(e, v) || measures(q, e, v)
	}
	return true
}

// isYetToCome reports whether a date is told of what is still to come: "approaches its end in
// 2026".
func isYetToCome(e *evidence.Evidence, date value.Value) bool {
	return slices.ContainsFunc(e.ClauseAround(date.Span), func(w retrieval.Word) bool { return comingWords[w.Norm] })
}

var comingWords = text.WordSet(`will approaches approach approaching expires expire expiration expiry upcoming`)

// isWithin reports whether a duration only bounds something: "within 24 hours".
func isWithin(e *evidence.Evidence, v value.Value) bool {
	i := slices.IndexFunc(e.Words(), func(w retrieval.Word) bool { return w.Start >= v.Start })
	return i > 0 && e.Words()[i-1].Norm == "within"
}

// What a question says that asks for a share or a rate.
var (
	shares = text.WordSet(`percent percentage share shares proportion rate much part portion fraction growth increase chance odds`)
	rates  = text.WordSet(`per density rate rates every each average speed`)
)

// perUnit reports whether a number is a rate: "39 people per square mile".
func perUnit(e *evidence.Evidence, v value.Value) bool {
	for i, w := range e.Words() {
		if w.Start >= v.End {
			next := e.Words()[i:min(len(e.Words()), i+2)]
			return slices.ContainsFunc(next, func(w retrieval.Word) bool { return w.Norm == "per" })
		}
	}
	return false
}

// measures reports whether a number is led up to by what the question asks the
// measure of, with nothing but small words between them, or with the verb of which
// that is the subject: "the population was 4,100", "a population of 4,100".
func measures(q *question.Question, e *evidence.Evidence, v value.Value) bool {
	words := e.Words()
	i := len(words) - 1
	for i >= 0 && words[i].Start >= v.Start {
		i--
	}
	at, said := i, false
	for i >= 0 && (words[i].Stop || evidence.Measuring[words[i].Norm]) {
		said = said || question.ToBe[words[i].Norm] || evidence.Measuring[words[i].Norm]
		i--
	}
	if i < 0 || !said {
		return i >= 0 && matterTerm(q, words[i])
	}
	return slices.ContainsFunc(words[clause.At(e.Clauses(), at).Start:i+1], func(w retrieval.Word) bool { return matterTerm(q, w) })
}

// matterTerm reports whether a word is a term of the question that is neither part
// of the asked name nor light.
func matterTerm(q *question.Question, w retrieval.Word) bool {
	for t := range q.Terms {
		if !slices.Contains(q.AskedName, t) && !q.IsLight(t) && q.Terms[t].Matches(w) {
			return true
		}
	}
	return false
}

// bearsName reports whether a passage or its title has all of the asked name.
func bearsName(q *question.Question, e *evidence.Evidence) bool {
	in := e.InPassage(q)
	for _, t := range q.AskedName {
		if in[t] < 1 {
			return false
		}
	}
	return slices.ContainsFunc(q.AskedName, func(t int) bool { return !text.IsCountry(q.Terms[t].Norm) })
}

// lacksName reports whether a passage with its title lacks a name that the
// question asks about, other than those that the whole corpus is about.
func lacksName(q *question.Question, e *evidence.Evidence) bool {
	in := e.InPassage(q)
	return slices.ContainsFunc(q.AskedName, func(t int) bool { return q.Terms[t].IDF > evidence.Everywhere && in[t] < question.RelatedShare })
}

// hasCount reports whether the sentence gives a plain number.
func hasCount(e *evidence.Evidence) bool {
	return slices.ContainsFunc(e.Sentence.Values, func(v value.Value) bool { return v.Kind == value.Number && !v.Ordinal })
}

// SetsOne reports whether a value is one of those that the question asks for, of a
// whole and not of a part of it.
func SetsOne(e *evidence.Evidence, q *question.Question, v value.Value) bool {
	return setsValue(q, e, v) && !e.IsPart(v) && !e.IsTotal(v) && !short.LacksOrder(q, e) && !e.DatesSaying(q, v) && !e.IsEdition(v)
}

// SideValues are the values of the sentence that can be a side of a disagreement.
func SideValues(e *evidence.Evidence, q *question.Question) []value.Value {
	if v, ok := lifeDate(e, q); ok {
		return []value.Value{v}
	}
	var found []value.Value
	for _, v := range e.Attached(q) {
		if setsValue(q, e, v) && !e.IsTotal(v) {
			found = append(found, v)
		}
	}
	return found
}

// onlyConceives reports whether a value is only said to be possible: that somebody "claimed
// he could end it in a day" does not tell that he did.
func onlyConceives(e *evidence.Evidence, q *question.Question, v value.Value) bool {
	return !q.Has(question.Modals) && slices.ContainsFunc(e.ClauseAround(v.Span), func(w retrieval.Word) bool { return w.Start < v.Start && question.IsModal(w) })
}
