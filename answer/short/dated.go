package short

import (
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// ResolvedDate is the date of a value that answers and leans on when its article was
// written ("on Friday", "two days later"), as far as it can be told; or "".
func ResolvedDate(q *question.Question, e *evidence.Evidence, v value.Value, best []*evidence.Evidence) string {
	if k := q.AskedKind(); v.When.Year != 0 || k != retrieval.KindDate && k != retrieval.KindDuration {
		return "" // it says so itself, or is no time
	}
	w, _ := e.DateOf(v)
	if v.Role == value.Gap {
		w = afterwards(e, v)
	}
	if w.Year == 0 || datedElsewhere(q, e, w, best) {
		return ""
	}
	date, _ := w.ISO()
	return date
}

// datedElsewhere reports whether another article gives another date in a sentence
// that has about as much of the question: the article's own date may then be wrong.
func datedElsewhere(q *question.Question, e *evidence.Evidence, w value.When, best []*evidence.Evidence) bool {
	least := SideCover * q.Cover(e.Context)
	for _, o := range best {
		if o.Article() == e.Article() || q.Cover(o.Context) < least {
			continue
		}
		for _, v := range o.Sentence.Values {
			if v.Kind == value.Date && v.When.Year != 0 && v.When.Month != 0 && !v.When.Agrees(w) {
				return true
			}
		}
	}
	return false
}

// afterwards is the date of "two days later", from the last date that its passage
// gives before it, in the same sentence or the one before.
func afterwards(e *evidence.Evidence, v value.Value) value.When {
	if said := v.Of(e.Passage().Text); !strings.HasSuffix(said, "later") && !strings.HasSuffix(said, "afterwards") {
		return value.When{}
	}
	for at := e.At; at >= max(0, e.At-1); at-- {
		before := *e
		before.At, before.Sentence = at, &e.Passage().Sentences[at]
		if w, ok := lastDate(&before, v.Start); ok {
			return w.Later(v)
		}
	}
	return value.When{}
}

// lastDate is the last date of the sentence before a place.
func lastDate(e *evidence.Evidence, before int) (w value.When, ok bool) {
	for _, v := range e.Sentence.Values {
		if v.End <= before && v.Kind == value.Date {
			w, ok = e.DateOf(v)
		}
	}
	return w, ok
}

// What a sentence must have, as a share of the best one, to be a side of a
// disagreement: of the question's weight in the sentence, and in the clause of
// the value.
const (
	SideCover  = 0.6
	SideAttach = 0.6
	// LeastAttach is what the clause must have in any case.
	LeastAttach = 0.5
)
