package question

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
	ColumnCount
)

// AskedForm is how a question asks for its short answer.
type AskedForm struct {
	Asked asked
	// Head is the stem of the noun that is asked for ("university"), or "".
	Head string
	// Prep is the preposition that belongs to the answer: the one before the
	// question word, or the one that the question ends with.
	Prep string
	// Next and last are the first term after what is asked for, and the last term
	// of the question; -1 if there is none.
	Next, Last int
	// Before is the last term before the question word, or -1.
	Before int
	// Verb is the question's verb among its terms, or -1.
	Verb int
	// Subject says that the answer is the subject of the question's verb.
	Subject bool
	// Plural says that several are asked for.
	Plural bool
}

var (
	beWords = text.WordSet("is are was were be been")
	doWords = text.WordSet("did do does has have had can could will would should may might must")
	// sorts are nouns for a part or kind of what is asked for.
	sorts = text.WordSet("type types kind kinds sort sorts form forms name names term terms title word words class part parts example examples method methods piece group groups")
)

// ReadAsked reads what the question asks for, by its words.
func ReadAsked(q *Question) AskedForm {
	f := AskedForm{Next: -1, Last: -1, Before: -1, Asked: askedOther}
	wh := slices.IndexFunc(q.Words, func(w string) bool { return lexicon.QuestionWords[w] })
	if wh < 0 {
		wh = 0
	} else if wh > 0 && ClassWords[q.Words[wh-1]] == ClassPreposition {
		f.Prep = q.Words[wh-1]
	}
	after := f.readHead(q, wh)
	f.readVerb(q, wh, after)
	for t := range q.Terms {
		switch at := q.Terms[t].At; {
		case at >= after && f.Next < 0:
			f.Next = t
		case at < wh:
			f.Before = t
		}
		if q.Terms[t].At >= after {
			f.Last = t
		}
	}
	f.Verb = f.findVerb(q, after)
	if end := q.Words[len(q.Words)-1]; f.Prep == "" && ClassWords[end] == ClassPreposition {
		f.Prep = end
	}
	return f
}

// findVerb is the verb of the question among its terms: the next word where it
// asks for the subject, else the first verb that follows no article.
func (f *AskedForm) findVerb(q *Question, after int) int {
	if f.Subject {
		return f.Next
	}
	for t := range q.Terms {
		at := q.Terms[t].At
		if at <= after || q.Terms[t].Name || !q.Terms[t].Verbal || ClassWords[q.Words[at-1]] == ClassDeterminer {
			continue
		}
		return t
	}
	return -1
}

// maxHead is how many words after the question word can be what is asked for.
const maxHead = 6

// readHead finds the noun that is asked for and returns the word after it.
func (f *AskedForm) readHead(q *Question, wh int) int {
	i := wh + 1
	if wh >= len(q.Words) || q.Words[wh] != "what" && q.Words[wh] != "which" && q.Words[wh] != "whose" && q.Words[wh] != "how" {
		return i
	}
	for ; i < len(q.Words) && i <= wh+maxHead; i++ {
		w := q.Words[i]
		if w == "of" && i > wh+1 && (sorts[q.Words[i-1]] || sorts[f.Head]) {
			continue
		}
		if c, ok := ClassWords[w]; ok && c != ClassDeterminer && c != ClassVerb || beWords[w] || doWords[w] {
			break
		}
		if q.isTermName(i) && f.Head != "" {
			break
		}
		if c, ok := ClassWords[w]; ok && c == ClassVerb && f.Head != "" {
			break
		}
		if f.Head != "" && endsAsVerb(w) {
			break
		}
		f.Head = text.Stem(w)
		f.Plural = len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's'
	}
	return i
}

// endsAsVerb reports whether a word after a noun is its verb by its ending.
func endsAsVerb(w string) bool {
	n := len(w)
	return n > 4 && (w[n-2:] == "ed" || text.Base(w) != w)
}

// isTermName reports whether word i of the question is a name.
func (q *Question) isTermName(i int) bool {
	for t := range q.Terms {
		if q.Terms[t].At == i {
			return q.Terms[t].Name
		}
	}
	return false
}

// readVerb tells what is asked from the question word and the verb after what is
// asked for.
func (f *AskedForm) readVerb(q *Question, wh, after int) {
	verb := ""
	if after < len(q.Words) {
		verb = q.Words[after]
	}
	f.Subject = !beWords[verb] && !doWords[verb]
	switch q.Kind {
	case retrieval.KindPerson, retrieval.KindWhoIs, retrieval.KindList:
		f.Asked = askedWho
		return
	case retrieval.KindDate:
		f.Asked = askedWhen
		return
	case retrieval.KindPlace:
		f.Asked = askedWhere
		return
	case retrieval.KindNumber, retrieval.KindDuration:
		f.Asked = askedNumber
		return
	case retrieval.KindReason, retrieval.KindManner:
		f.Asked = askedHow
		return
	}
	switch {
	case f.Head != "":
		f.Asked = askedNoun
	case beWords[verb]:
		f.Asked = askedBe
	case doWords[verb]:
		f.Asked = askedDo
	case wh < len(q.Words) && lexicon.QuestionWords[q.Words[wh]]:
		f.Asked = askedWhat
	}
}
