package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// asked is what a question asks for, as far as short answers go: the column of
// the weights.
type asked int

// What can be asked for.
const (
	askedWho asked = iota
	askedWhen
	askedWhere
	askedNumber // how many, how long, what percentage
	askedNoun   // what or which with a noun
	askedBe     // what is, what was
	askedDo     // what did, what does, what can
	askedWhat   // what with a verb
	askedHow    // how and why
	askedOther
	askedCount
)

// askedForm is how a question asks for its short answer.
type askedForm struct {
	asked asked
	// head is the stem of the noun that is asked for ("university"), or "".
	head string
	// prep is the preposition that belongs to the answer: the one before the
	// question word, or the one that the question ends with.
	prep string
	// next and last are the first term after what is asked for, and the last term
	// of the question; -1 if there is none.
	next, last int
	// before is the last term before the question word, or -1.
	before int
	// verb is the question's verb among its terms, or -1.
	verb int
	// subject says that the answer is the subject of the question's verb.
	subject bool
	// plural says that several are asked for.
	plural bool
}

var (
	beWords = wordSet("is are was were be been")
	doWords = wordSet("did do does has have had can could will would should may might must")
	// sorts are nouns for a part or kind of what is asked for.
	sorts = wordSet("type types kind kinds sort sorts form forms name names term terms title word words class part parts example examples method methods piece group groups")
)

// readAsked reads what the question asks for, by its words.
func readAsked(q *question) askedForm {
	f := askedForm{next: -1, last: -1, before: -1, asked: askedOther}
	wh := slices.IndexFunc(q.Words, func(w string) bool { return lexicon.QuestionWords[w] })
	if wh < 0 {
		wh = 0
	} else if wh > 0 && classWords[q.Words[wh-1]] == wcPreposition {
		f.prep = q.Words[wh-1]
	}
	after := f.readHead(q, wh)
	f.readVerb(q, wh, after)
	for t := range q.terms {
		switch at := q.terms[t].At; {
		case at >= after && f.next < 0:
			f.next = t
		case at < wh:
			f.before = t
		}
		if q.terms[t].At >= after {
			f.last = t
		}
	}
	f.verb = f.findVerb(q, after)
	if end := q.Words[len(q.Words)-1]; f.prep == "" && classWords[end] == wcPreposition {
		f.prep = end
	}
	return f
}

// findVerb is the verb of the question among its terms: the next word where it
// asks for the subject, else the first verb that follows no article.
func (f *askedForm) findVerb(q *question, after int) int {
	if f.subject {
		return f.next
	}
	for t := range q.terms {
		at := q.terms[t].At
		if at <= after || q.terms[t].Name || !q.terms[t].Verbal || classWords[q.Words[at-1]] == wcDeterminer {
			continue
		}
		return t
	}
	return -1
}

// maxHead is how many words after the question word can be what is asked for.
const maxHead = 6

// readHead finds the noun that is asked for and returns the word after it.
func (f *askedForm) readHead(q *question, wh int) int {
	i := wh + 1
	if wh >= len(q.Words) || q.Words[wh] != "what" && q.Words[wh] != "which" && q.Words[wh] != "whose" && q.Words[wh] != "how" {
		return i
	}
	for ; i < len(q.Words) && i <= wh+maxHead; i++ {
		w := q.Words[i]
		if w == "of" && i > wh+1 && (sorts[q.Words[i-1]] || sorts[f.head]) {
			continue
		}
		if c, ok := classWords[w]; ok && c != wcDeterminer && c != wcVerb || beWords[w] || doWords[w] {
			break
		}
		if q.isTermName(i) && f.head != "" {
			break
		}
		if c, ok := classWords[w]; ok && c == wcVerb && f.head != "" {
			break
		}
		if f.head != "" && endsAsVerb(w) {
			break
		}
		f.head = text.Stem(w)
		f.plural = len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's'
	}
	return i
}

// endsAsVerb reports whether a word after a noun is its verb by its ending.
func endsAsVerb(w string) bool {
	n := len(w)
	return n > 4 && (w[n-2:] == "ed" || text.Base(w) != w)
}

// isTermName reports whether word i of the question is a name.
func (q *question) isTermName(i int) bool {
	for t := range q.terms {
		if q.terms[t].At == i {
			return q.terms[t].Name
		}
	}
	return false
}

// readVerb tells what is asked from the question word and the verb after what is
// asked for.
func (f *askedForm) readVerb(q *question, wh, after int) {
	verb := ""
	if after < len(q.Words) {
		verb = q.Words[after]
	}
	f.subject = !beWords[verb] && !doWords[verb]
	switch q.Kind {
	case retrieval.KindPerson, retrieval.KindWhoIs, retrieval.KindList:
		f.asked = askedWho
		return
	case retrieval.KindDate:
		f.asked = askedWhen
		return
	case retrieval.KindPlace:
		f.asked = askedWhere
		return
	case retrieval.KindNumber, retrieval.KindDuration:
		f.asked = askedNumber
		return
	case retrieval.KindReason, retrieval.KindManner:
		f.asked = askedHow
		return
	}
	switch {
	case f.head != "":
		f.asked = askedNoun
	case beWords[verb]:
		f.asked = askedBe
	case doWords[verb]:
		f.asked = askedDo
	case wh < len(q.Words) && lexicon.QuestionWords[q.Words[wh]]:
		f.asked = askedWhat
	}
}
