package answer

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// supposed is the deed that a question with a question word takes for granted: "When
// did Ann sign the lease?" supposes that she signed it.
type supposed struct {
	// verb is the term of the verb, or -1 where it tells little without its object.
	verb int
	// norm is the verb's word, stem its stem, and at its place in the question.
	norm, stem string
	at         int
	// motion says that the deed is to go somewhere.
	motion bool
	// things are the terms of what else is said of the deed, besides names: asked are
	// those that are asked for, and objects those that are no circumstances ("at the
	// port").
	things, asked, objects []int
	// doers are the terms of names of who did it.
	doers []int
	// bySubject says that it is asked who or what did it, or to whom it was done.
	bySubject bool
	// passive says that it was done to whom stands before the verb.
	passive bool
	// presence says that somebody is supposed to have been there, and events are the terms
	// of where.
	presence bool
	events   []int
}

const (
	// leadWords is how many words may stand before the question word ("In what year"),
	// and focusReach how many between it and the auxiliary.
	leadWords  = 2
	focusReach = 6
)

var (
	// possibles make a question ask for what is or would be possible.
	possibles = wordSet(`can could would should may might if`)
	// subjectAskers are the question words that may ask for the subject.
	subjectAskers = wordSet(`who what which how`)
	// willing are the verbs whose infinitive is what is taken for granted.
	willing = wordSet(`agree agreed agrees decide decided decides consent consented choose chose chosen promise promised vow vowed manage managed volunteer
		volunteered`)
	circumstantial = wordSet(`at in on during after before inside outside near`)
	clauseOpeners  = wordSet(`that who which`)
	// presentAt behind "was" lead to where somebody was.
	presentAt = wordSet(`at there present among`)
)

// readPremise reads what the question takes for granted; ok is false where it asks for
// what is possible or was not done, or tells no deed.
func (q *question) readPremise() (s supposed, ok bool) {
	if slices.ContainsFunc([]map[string]bool{possibles, lexicon.NotCues, deniers, denials, absences}, q.has) {
		return s, false
	}
	return q.readSupposed()
}

// readSupposed reads the deed of a question that has its question word in front; ok is
// false where there is none.
func (q *question) readSupposed() (s supposed, ok bool) {
	s.verb = -1
	wh := slices.IndexFunc(q.Words, func(w string) bool { return lexicon.QuestionWords[w] })
	if wh < 0 || wh > leadWords {
		return s, false
	}
	aux := q.auxiliaryOf(wh)
	t := q.deedFrom(&s, wh, aux)
	if t < 0 {
		q.readThings(&s, len(q.Words), -1)
		if aux >= 0 && toBe[q.Words[aux]] && presentAt[q.wordAt(aux+1)] {
			s.norm, s.bySubject = "attended", subjectAskers[q.Words[wh]]
			q.readPresence(&s)
		}
		return s, aux >= 0 && len(s.asked) > 0
	}
	s.bySubject = subjectAskers[q.Words[wh]] && (aux < 0 || q.terms[t].At == aux+1 || q.Words[aux+1] == "been" || q.Words[aux+1] == "be")
	s.passive = aux >= 0 && toBe[q.Words[aux]]
	t = q.readVerb(&s, t)
	q.readThings(&s, q.terms[t].At, t)
	q.readPresence(&s)
	return s, s.verb >= 0 || len(s.things) > 0 || s.motion
}

// auxiliaryOf is the auxiliary of the question word at wh, or -1 where its verb follows
// without one.
func (q *question) auxiliaryOf(wh int) int {
	for i := wh + 1; i < len(q.Words) && i <= wh+focusReach; i++ {
		switch w := q.Words[i]; {
		case lexicon.Auxiliaries[w]:
			return i
		case isClosed(w) && w != "of" && w != "many" && w != "much" && w != "other":
			return -1
		}
	}
	return -1
}

// deedFrom finds the term of the verb, or -1, and the names before it.
func (q *question) deedFrom(s *supposed, wh, aux int) int {
	from := max(wh, aux)
	for t := range q.terms {
		at := q.terms[t].At
		class, closed := classWords[q.wordAt(at)]
		switch {
		case at <= from:
		case q.clauseBegins(from, at):
			return -1
		case q.terms[t].Name:
			s.doers = append(s.doers, t)
		case closed && class != wcVerb, q.afterDeterminer(at):
		case aux < 0 && q.hasVerbForm(t), aux >= 0 && (at == aux+1 && toBe[q.Words[aux]] || q.fitsAuxiliary(t, q.Words[aux])):
			return t
		}
	}
	return -1
}

// clauseBegins reports whether another clause begins between two words of the question.
func (q *question) clauseBegins(from, to int) bool {
	return slices.ContainsFunc(q.Words[from+1:to], func(w string) bool { return subordinators[w] || clauseOpeners[w] })
}

// hasVerbForm reports whether a term without an auxiliary may be a verb of the past or
// of the present.
func (q *question) hasVerbForm(t int) bool {
	w := q.terms[t].Norm
	merged := q.terms[t].At > 0 && q.wordAt(q.terms[t].At-1) == "" // "took part" is read as "participate"
	return merged || strings.HasSuffix(w, "ed") || text.Base(w) != w || q.terms[t].Verbal && strings.HasSuffix(w, "s")
}

// fitsAuxiliary reports whether a term has the form of a verb behind an auxiliary.
func (q *question) fitsAuxiliary(t int, aux string) bool {
	w := q.terms[t].Norm
	irregular := len(text.Forms(w)) > 0
	if toBe[aux] || strings.HasPrefix(aux, "ha") {
		return irregular || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")
	}
	plural := strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
	return (q.terms[t].Verbal || q.follows(t) || irregular) && !plural && !strings.HasSuffix(w, "ing")
}

// follows reports whether a term stands right behind a name, a pronoun or a noun with an
// article.
func (q *question) follows(t int) bool {
	before := q.terms[t].At - 1
	return subjectPronouns[q.wordAt(before)] || t > 0 && q.terms[t-1].At == before && (q.terms[t-1].Name || q.afterDeterminer(before))
}

// readVerb takes term t as the verb, or that of the infinitive which depends on it
// ("agreed to leave"), and returns it.
func (q *question) readVerb(s *supposed, t int) int {
	if willing[q.terms[t].Norm] && q.wordAt(q.terms[t].At+1) == "to" && t+1 < len(q.terms) && q.terms[t+1].At == q.terms[t].At+2 {
		t++
	}
	s.norm, s.at = q.terms[t].Norm, q.terms[t].At
	s.stem = text.Stem(s.norm)
	s.motion = motions[s.stem]
	if !q.isLight(t) && !supportVerbs[q.terms[t].Stem] {
		s.verb = t
	}
	return t
}

// readThings takes up what else the question says of the deed, as far as no other clause
// begins. The verb is term deed, and stands at word from.
func (q *question) readThings(s *supposed, from, deed int) {
	for t := range q.terms {
		at := q.terms[t].At
		if t == deed || willing[q.terms[t].Norm] && t == deed-1 {
			continue
		}
		if at > from && q.clauseBegins(from, at) {
			return
		}
		if at < from && q.focus[q.terms[t].Stem] {
			s.asked = append(s.asked, t)
		}
		if q.terms[t].Name || sideNouns[q.terms[t].Norm] || q.isLight(t) || q.isNumber(t) || q.weight[t] == 0 {
			continue
		}
		s.things = append(s.things, t)
		if !q.isCircumstance(at) {
			s.objects = append(s.objects, t)
		}
	}
}

// isCircumstance reports whether word i of the question stands behind "at", "in" or the
// like: where or when the deed was done.
func (q *question) isCircumstance(i int) bool {
	i--
	for i > 0 && classWords[q.wordAt(i)] == wcDeterminer {
		i--
	}
	return circumstantial[q.wordAt(i)]
}
