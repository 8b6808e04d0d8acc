package answer

import (
	"cmp"
	"slices"

	"sherpa/answer/clause"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// reported is a value that an article gives for what the question asks.
type reported struct {
	value  value.Value
	text   string
	from   *evidence
	attach float64
	// fate is what befell those whom a number counts, or 0.
	fate int
	// near says that a date is told by the day of writing: "yesterday", "on Friday".
	near bool
}

// side is a value of the sentence as a side, a date as the calendar has it.
func (e *evidence) side(v value.Value, attach float64) reported {
	r := reported{value: v, from: e, attach: attach}
	if v.Kind == value.Number && v.Role == value.NoRole {
		r.value.Unit = e.unitOf(v)
		r.fate, _ = e.fateOf(v)
	}
	r.value.End = e.countedEnd(v)
	r.text = r.value.Of(e.passage().Text)
	if v.Kind == value.Date {
		r.complete()
	}
	return r
}

// complete gives a date what it lacks by the day on which its article was written.
func (r *reported) complete() {
	w := r.value.When
	if when, ok := r.from.dateOf(r.value); ok {
		r.value.When = when
		r.near = w.Month == 0 && (w.Weekday != "" || w.Relative != "")
	}
}

// countedEnd is where the noun ends that a number counts, if it stands close behind
// it: sides read better as "23 ships" than as "23".
func (e *evidence) countedEnd(v value.Value) int {
	if v.Kind != value.Number || v.Unit == "" {
		return v.End
	}
	const reach = 3
	words := e.words()
	next := e.wordAt(v.End)
	for i := max(next, 0); next >= 0 && i < min(len(words), next+reach); i++ {
		if words[i].Norm == v.Unit {
			return words[i].End
		}
	}
	return v.End
}

// before reports whether r speaks for its article rather than old: its clause
// has more of the question, or as much and stands in the article's lead, which
// tells the news itself.
func (r reported) before(old reported) bool {
	if r.attach != old.attach {
		return r.attach > old.attach
	}
	return r.from.hit.Passage.Lead && !old.from.hit.Passage.Lead
}

// What a sentence must have, as a share of the best one, to be a side of a
// disagreement: of the question's weight in the sentence, and in the clause of
// the value.
const (
	sideCover  = 0.6
	sideAttach = 0.6
	// leastAttach is what the clause must have in any case.
	leastAttach = 0.5
)

// reportedValues takes from each article the value that belongs most closely to
// what the question asks.
func reportedValues(q *question, best []*evidence) []reported {
	byArticle := map[string]reported{}
	about := &matters{q: q, best: best}
	top := 0.0
	for _, e := range best {
		if e.settled(q) < sideCover*best[0].settled(q) || q.lacksName(e) || q.lacksOrder(e) {
			continue
		}
		for _, v := range e.sideValues(q) {
			if v.Kind == value.Duration && e.deniesAround(q, v.Span) {
				continue
			}
			r := e.side(v, q.attach(e, v.Span))
			if e.isLifeDate(q, v) {
				r.attach = e.settled(q)
			}
			top = max(top, r.attach)
			if old, ok := byArticle[e.article()]; !ok || r.before(old) {
				byArticle[e.article()] = r
			}
		}
	}
	verbs := q.verbsTold(byArticle)
	var all []reported
	for _, r := range byArticle {
		if r.attach >= max(sideAttach*top, leastAttach) && (verbs == nil || verbs[r.from.article()]) && r.concerns(about, byArticle) {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b reported) int {
		return cmp.Or(cmp.Compare(b.attach, a.attach), cmp.Compare(a.from.article(), b.from.article()))
	})
	return all
}

// verbsTold says which articles tell what the question's verb asks about in the
// clause of their value: when a bridge was opened is not when it was designed. It
// is nil where none does, or the question has no verb of its own.
func (q *question) verbsTold(byArticle map[string]reported) map[string]bool {
	verb := readAsked(q).verb
	if verb < 0 || q.isLight(verb) {
		return nil
	}
	var told map[string]bool
	for article, r := range byArticle {
		if q.match(r.from.clauseAround(r.value.Span))[verb] > 0 {
			if told == nil {
				told = map[string]bool{}
			}
			told[article] = true
		}
	}
	return told
}

// concerns reports whether the value is about the matter of the best sentence. The
// whole articles are only read for a value that another one excludes.
func (r reported) concerns(about *matters, byArticle map[string]reported) bool {
	q, first := about.q, about.best[0]
	if about.near(first, r.from) || q.bearsName(first) && q.bearsName(r.from) {
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
func setsValue(q *question, e *evidence, v value.Value) bool {
	switch {
	case v.Role == value.Age:
		return true
	case v.Kind == value.Date && q.has(pastAuxiliaries) && e.isYetToCome(v):
		return false
	case q.kind() == retrieval.KindDuration && sortOf(v) == sortLength:
		return true
	case q.kind() == retrieval.KindDuration:
		return v.Kind == value.Duration && !v.Ordinal && v.Role == value.NoRole && (!e.isSentence(v) || q.has(penal)) && !e.isWithin(v)
	case v.Kind == value.Percent:
		return q.has(shares) || q.measures(e, v) && !e.hasCount()
	case v.Kind == value.Number && !q.has(rates) && e.perUnit(v):
		return false
	case v.Kind == value.Number && e.unitOf(v) == "":
		return v.Role == value.NoRole && e.countsPeople(v) || q.measures(e, v)
	}
	return true
}

// pastAuxiliaries ask for what was.
var pastAuxiliaries = wordSet(`did was were`)

// isYetToCome reports whether a date is told of what is still to come: "approaches its end in
// 2026".
func (e *evidence) isYetToCome(date value.Value) bool {
	return slices.ContainsFunc(e.clauseAround(date.Span), func(w retrieval.Word) bool { return comingWords[w.Norm] })
}

var comingWords = wordSet(`will approaches approach approaching expires expire expiration expiry upcoming`)

// isWithin reports whether a duration only bounds something: "within 24 hours".
func (e *evidence) isWithin(v value.Value) bool {
	i := slices.IndexFunc(e.words(), func(w retrieval.Word) bool { return w.Start >= v.Start })
	return i > 0 && e.words()[i-1].Norm == "within"
}

// penal are the words of a question that asks how long somebody is punished, or that
// stand behind a duration that tells it.
var penal = wordSet(`sentence sentenced sentences prison jail jailed imprisoned imprisonment custody behind probation convicted term`)

// isSentence reports whether a duration is that of a punishment: "to four years in
// prison".
func (e *evidence) isSentence(v value.Value) bool {
	words := e.words()
	next := e.wordAt(v.End)
	const reach = 2
	return next >= 0 && slices.ContainsFunc(words[next:min(len(words), next+reach)], func(w retrieval.Word) bool { return penal[w.Norm] })
}

// What a question says that asks for a share or a rate.
var (
	shares = wordSet(`percent percentage share shares proportion rate much part portion fraction growth increase chance odds`)
	rates  = wordSet(`per density rate rates every each average speed`)
)

// perUnit reports whether a number is a rate: "39 people per square mile".
func (e *evidence) perUnit(v value.Value) bool {
	for i, w := range e.words() {
		if w.Start >= v.End {
			next := e.words()[i:min(len(e.words()), i+2)]
			return slices.ContainsFunc(next, func(w retrieval.Word) bool { return w.Norm == "per" })
		}
	}
	return false
}

// measures reports whether a number is led up to by what the question asks the
// measure of, with nothing but small words between them, or with the verb of which
// that is the subject: "the population was 4,100", "a population of 4,100".
func (q *question) measures(e *evidence, v value.Value) bool {
	words := e.words()
	i := len(words) - 1
	for i >= 0 && words[i].Start >= v.Start {
		i--
	}
	at, said := i, false
	for i >= 0 && (words[i].Stop || measuring[words[i].Norm]) {
		said = said || toBe[words[i].Norm] || measuring[words[i].Norm]
		i--
	}
	if i < 0 || !said {
		return i >= 0 && q.matterTerm(words[i])
	}
	return slices.ContainsFunc(words[clause.At(e.clauses(), at).Start:i+1], q.matterTerm)
}

// measuring are the words that lead up to a figure.
var measuring = wordSet(`total totals totalled totaled stood stands reached numbered amounted approximately about around roughly nearly almost estimated census rose fell`)

// matterTerm reports whether a word is a term of the question that is neither part
// of the asked name nor light.
func (q *question) matterTerm(w retrieval.Word) bool {
	for t := range q.terms {
		if !slices.Contains(q.askedName, t) && !q.isLight(t) && q.terms[t].Matches(w) {
			return true
		}
	}
	return false
}

// bearsName reports whether a passage or its title has all of the asked name.
func (q *question) bearsName(e *evidence) bool {
	in := e.inPassage(q)
	for _, t := range q.askedName {
		if in[t] < 1 {
			return false
		}
	}
	return slices.ContainsFunc(q.askedName, func(t int) bool { return !text.IsCountry(q.terms[t].Norm) })
}

// lacksName reports whether a passage with its title lacks a name that the
// question asks about, other than those that the whole corpus is about.
func (q *question) lacksName(e *evidence) bool {
	in := e.inPassage(q)
	return slices.ContainsFunc(q.askedName, func(t int) bool { return q.terms[t].IDF > everywhere && in[t] < relatedShare })
}

// hasCount reports whether the sentence gives a plain number.
func (e *evidence) hasCount() bool {
	return slices.ContainsFunc(e.sentence.Values, func(v value.Value) bool { return v.Kind == value.Number && !v.Ordinal })
}
