package question

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// Supposed is the deed that a question with a question word takes for granted: "When
// did Ann sign the lease?" supposes that she signed it.
type Supposed struct {
	// Verb is the term of the verb, or -1 where it tells little without its object.
	Verb int
	// norm is the verb's word, stem its stem, and at its place in the question.
	norm, stem string
	At         int
	// Motion says that the deed is to go somewhere.
	Motion bool
	// Things are the terms of what else is said of the deed, besides names: asked are
	// those that are asked for, and objects those that are no circumstances ("at the
	// port").
	Things, Asked, Objects []int
	// Doers are the terms of names of who did it.
	Doers []int
	// BySubject says that it is asked who or what did it, or to whom it was done.
	BySubject bool
	// Passive says that it was done to whom stands before the verb.
	Passive bool
	// Presence says that somebody is supposed to have been there, and events are the terms
	// of where.
	Presence bool
	Events   []int
}

const (
	// leadWords is how many words may stand before the question word ("In what year"),
	// and focusReach how many between it and the auxiliary.
	leadWords  = 2
	focusReach = 6
)

var (
	// possibles make a question ask for what is or would be possible.
	possibles = text.WordSet(`can could would should may might if`)
	// subjectAskers are the question words that may ask for the subject.
	subjectAskers = text.WordSet(`who what which how`)
	// willing are the verbs whose infinitive is what is taken for granted.
	willing = text.WordSet(`agree agreed agrees decide decided decides consent consented choose chose chosen promise promised vow vowed manage managed volunteer
		volunteered`)
	circumstantial = text.WordSet(`at in on during after before inside outside near`)
	clauseOpeners  = text.WordSet(`that who which`)
	// presentAt behind "was" lead to where somebody was.
	presentAt = text.WordSet(`at there present among`)
)

// ReadPremise reads what the question takes for granted; ok is false where it asks for
// what is possible or was not done, or tells no deed.
func (q *Question) ReadPremise() (s Supposed, ok bool) {
	if slices.ContainsFunc([]map[string]bool{possibles, lexicon.NotCues, Deniers, Denials, Absences}, q.Has) {
		return s, false
	}
	return q.readSupposed()
}

// readSupposed reads the deed of a question that has its question word in front; ok is
// false where there is none.
func (q *Question) readSupposed() (s Supposed, ok bool) {
	s.Verb = -1
	wh := slices.IndexFunc(q.Words, func(w string) bool { return lexicon.QuestionWords[w] })
	if wh < 0 || wh > leadWords {
		return s, false
	}
	aux := q.auxiliaryOf(wh)
	t := q.deedFrom(&s, wh, aux)
	if t < 0 {
		q.readThings(&s, len(q.Words), -1)
		if aux >= 0 && ToBe[q.Words[aux]] && presentAt[q.WordAt(aux+1)] {
			s.norm, s.BySubject = "attended", subjectAskers[q.Words[wh]]
			q.readPresence(&s)
		}
		return s, aux >= 0 && len(s.Asked) > 0
	}
	s.BySubject = subjectAskers[q.Words[wh]] && (aux < 0 || q.Terms[t].At == aux+1 || q.Words[aux+1] == "been" || q.Words[aux+1] == "be")
	s.Passive = aux >= 0 && ToBe[q.Words[aux]]
	t = q.readVerb(&s, t)
	q.readThings(&s, q.Terms[t].At, t)
	q.readPresence(&s)
	return s, s.Verb >= 0 || len(s.Things) > 0 || s.Motion
}

// auxiliaryOf is the auxiliary of the question word at wh, or -1 where its verb follows
// without one.
func (q *Question) auxiliaryOf(wh int) int {
	for i := wh + 1; i < len(q.Words) && i <= wh+focusReach; i++ {
		switch w := q.Words[i]; {
		case lexicon.Auxiliaries[w]:
			return i
		case IsClosed(w) && w != "of" && w != "many" && w != "much" && w != "other":
			return -1
		}
	}
	return -1
}

// deedFrom finds the term of the verb, or -1, and the names before it.
func (q *Question) deedFrom(s *Supposed, wh, aux int) int {
	from := max(wh, aux)
	for t := range q.Terms {
		at := q.Terms[t].At
		class, closed := ClassWords[q.WordAt(at)]
		switch {
		case at <= from:
		case q.clauseBegins(from, at):
			return -1
		case q.Terms[t].Name:
			s.Doers = append(s.Doers, t)
		case closed && class != ClassVerb, q.afterDeterminer(at):
		case aux < 0 && q.hasVerbForm(t), aux >= 0 && (at == aux+1 && ToBe[q.Words[aux]] || q.fitsAuxiliary(t, q.Words[aux])):
			return t
		}
	}
	return -1
}

// clauseBegins reports whether another clause begins between two words of the question.
func (q *Question) clauseBegins(from, to int) bool {
	return slices.ContainsFunc(q.Words[from+1:to], func(w string) bool { return Subordinators[w] || clauseOpeners[w] })
}

// hasVerbForm reports whether a term without an auxiliary may be a verb of the past or
// of the present.
func (q *Question) hasVerbForm(t int) bool {
	w := q.Terms[t].Norm
	merged := q.Terms[t].At > 0 && q.WordAt(q.Terms[t].At-1) == "" // "took part" is read as "participate"
	return merged || strings.HasSuffix(w, "ed") || text.Base(w) != w || q.Terms[t].Verbal && strings.HasSuffix(w, "s")
}

// fitsAuxiliary reports whether a term has the form of a verb behind an auxiliary.
func (q *Question) fitsAuxiliary(t int, aux string) bool {
	w := q.Terms[t].Norm
	irregular := len(text.Forms(w)) > 0
	if ToBe[aux] || strings.HasPrefix(aux, "ha") {
		return irregular || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")
	}
	plural := strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
	return (q.Terms[t].Verbal || q.follows(t) && !isNoun(w) || irregular) && !plural && !strings.HasSuffix(w, "ing")
}

// follows reports whether a term stands right behind a name, a pronoun or a noun with an
// article.
func (q *Question) follows(t int) bool {
	before := q.Terms[t].At - 1
	return SubjectPronouns[q.WordAt(before)] || t > 0 && q.Terms[t-1].At == before && (q.Terms[t-1].Name || q.afterDeterminer(before))
}

// isNoun reports whether a word has an ending of nouns, which keeps it from being a verb
// that nothing else tells it to be: "the nuclear treaty expire".
func isNoun(w string) bool {
	return slices.ContainsFunc(nounEndings, func(end string) bool { return strings.HasSuffix(w, end) })
}

var nounEndings = []string{"ty", "tion", "sion", "ment", "ness", "ship", "ance", "ence", "ism", "ist"}

// readVerb takes term t as the verb, or that of the infinitive which depends on it
// ("agreed to leave"), and returns it.
func (q *Question) readVerb(s *Supposed, t int) int {
	if willing[q.Terms[t].Norm] && q.WordAt(q.Terms[t].At+1) == "to" && t+1 < len(q.Terms) && q.Terms[t+1].At == q.Terms[t].At+2 {
		t++
	}
	s.norm, s.At = q.Terms[t].Norm, q.Terms[t].At
	s.stem = text.Stem(s.norm)
	s.Motion = Motions[s.stem]
	if !q.IsLight(t) && !supportVerbs[q.Terms[t].Stem] {
		s.Verb = t
	}
	return t
}

// readThings takes up what else the question says of the deed, as far as no other clause
// begins. The verb is term deed, and stands at word from.
func (q *Question) readThings(s *Supposed, from, deed int) {
	for t := range q.Terms {
		at := q.Terms[t].At
		if t == deed || willing[q.Terms[t].Norm] && t == deed-1 {
			continue
		}
		if at > from && q.clauseBegins(from, at) {
			return
		}
		if at < from && q.FocusStems[q.Terms[t].Stem] {
			s.Asked = append(s.Asked, t)
		}
		if q.Terms[t].Name || sideNouns[q.Terms[t].Norm] || q.IsLight(t) || q.IsNumber(t) || q.Weight[t] == 0 {
			continue
		}
		s.Things = append(s.Things, t)
		if !q.isCircumstance(at) {
			s.Objects = append(s.Objects, t)
		}
	}
}

// isCircumstance reports whether word i of the question stands behind "at", "in" or the
// like: where or when the deed was done.
func (q *Question) isCircumstance(i int) bool {
	i--
	for i > 0 && ClassWords[q.WordAt(i)] == ClassDeterminer {
		i--
	}
	return circumstantial[q.WordAt(i)]
}
