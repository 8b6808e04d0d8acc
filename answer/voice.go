package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// voices tell which sentences are words of the person whose words are asked for.
type voices struct {
	q *question
	// asked are the terms that say whose words are asked for.
	asked []int
	// named says that the last of them is the speaker's name.
	named    bool
	portrait portraits
}

// strength says how surely the sentence has words of who is asked for: the share of
// what the question says of the speaker that fits who speaks.
func (v *voices) strength(e *evidence) float64 {
	p := e.passage()
	sp := speakers(p)[e.at]
	if sp.Len() == 0 {
		return 0
	}
	words := p.Words[sp.Start:sp.End]
	m := v.q.match(words)
	for _, named := range e.meantIn(sp) {
		v.q.matchInto(m, p.Words[named.Start:named.End])
	}
	if v.named {
		return m[v.asked[len(v.asked)-1]]
	}
	for _, w := range words {
		if w.IsCapital() {
			if known := v.portrait[text.Skeleton(w.Norm)]; known != nil {
				raise(m, known)
			}
		}
	}
	sum, total, known := 0.0, 0.0, 1.0
	for _, t := range v.asked {
		sum += m[t] * v.q.terms[t].IDF
		total += v.q.terms[t].IDF
		if m[t] == 0 {
			known = strangeShare
		}
	}
	return known * sum / total
}

// strangeShare is what a speaker counts for who is not all that the question says:
// the head of another house.
const strangeShare = 0.8

// Words are taken for those of who is asked for from a strength of surelySaid on, and
// if nobody fits much better.
const (
	surelySaid   = 0.5
	besideOthers = 0.75
)

// hear measures whose words the sentences have, and counts what the question says of
// the speaker as found in theirs.
func hear(q *question, hits []retrieval.Hit, all []*evidence) {
	if len(q.speaker) == 0 {
		return
	}
	v := &voices{q: q, asked: q.speaker, named: q.namesSpeaker(), portrait: portray(q, hits)}
	floor := surelySaid
	for _, e := range all {
		e.voice = v.strength(e)
		floor = max(floor, besideOthers*e.voice)
	}
	for _, e := range all {
		if e.voice < floor {
			e.voice = 0
			continue
		}
		q.heard = true
		for _, t := range v.asked {
			e.matched[t] = max(e.matched[t], relatedShare*e.voice)
			e.context[t] = max(e.context[t], relatedShare*e.voice)
		}
	}
}

// speakerTerms are the terms of whose words the question asks for: "the mayor" in "What
// did the mayor say about the bridge?", "How did the mayor react?" and "What was the
// mayor's answer?".
func (q *question) speakerTerms() []int {
	switch q.Kind {
	case retrieval.KindQuotation, retrieval.KindOther, retrieval.KindManner:
	case retrieval.KindYesNo:
		if !q.asksWhetherSaid() {
			return nil
		}
	default:
		return nil
	}
	first, next := q.speakerWords()
	var terms []int
	for t := range q.terms {
		if q.terms[t].At >= first && q.terms[t].At < next && q.terms[t].IDF > 0 && !besideVerb[q.terms[t].Norm] {
			terms = append(terms, t)
		}
	}
	return terms
}

// namesSpeaker reports whether the speaker is named ("President Lund") and not told
// by what or where that is ("the head of Brandt").
func (q *question) namesSpeaker() bool {
	first, last := q.terms[q.speaker[0]], q.terms[q.speaker[len(q.speaker)-1]]
	return last.Name && !lexicon.RoleWords[last.Norm] && !slices.ContainsFunc(q.Words[first.At:last.At], func(w string) bool { return text.IsStop(w) })
}

// speakerWords are the words of the question that name the speaker.
func (q *question) speakerWords() (first, next int) {
	do := slices.IndexFunc(q.Words, func(w string) bool { return doVerbs[w] })
	for i := do + 1; do >= 0 && i < len(q.Words); i++ {
		if stem := text.Stem(q.Words[i]); lexicon.Saying[stem] || responding[stem] || reportingVerbs[stem] || givesWords[q.Words[i]] && q.has(spokenNouns) {
			return do + 1, i
		}
	}
	noun := slices.IndexFunc(q.Words, func(w string) bool { return spokenNouns[w] })
	if noun < 0 {
		return 0, 0
	}
	if noun+1 < len(q.Words) && (q.Words[noun+1] == "of" || q.Words[noun+1] == "by" || q.Words[noun+1] == "from") {
		next = noun + 2
		for next < len(q.Words) && !aboutWords[q.Words[next]] {
			next++
		}
		return noun + 2, next
	}
	for first = noun; first > 0 && !beforeSpeaker[q.Words[first-1]]; first-- {
	}
	return first, noun
}

var (
	// doVerbs stand before the subject in a question.
	doVerbs = wordSet(`did does do has have had`)
	// responding are stems of verbs for what somebody says or thinks of a matter.
	responding = text.StemSet(`react defend justify think feel criticise criticize answer explain sum complain believe view`)
	// spokenNouns are words for what somebody says.
	spokenNouns = wordSet(`words comment comments remark remarks reaction response reply answer view views opinion verdict warning promise statement message
		argument explanation advice criticism assessment`)
	// givesWords are verbs by which somebody speaks together with such a noun.
	givesWords = wordSet(`give gave make made offer issue issued send express`)
	// aboutWords begin what somebody spoke about.
	aboutWords = wordSet(`to about on regarding concerning after when at for in`)
	// beforeSpeaker stand before whose words are asked for.
	beforeSpeaker = wordSet(`was is were are what which how in with by`)
)
