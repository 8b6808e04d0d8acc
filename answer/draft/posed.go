package draft

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// An article may put a reader's question itself and answer it: "Why did the wall fall? That
// is not yet established."

// The shares of the reader's question that the article's must have by itself and with what
// stands around it, and of the article's that is the reader's, to be the same.
const (
	posedCover  = 0.5
	posedAround = 0.7
	posedOwn    = 0.5
)

// posed is the answer that an article gives to the very question; nil if none puts it.
func posed(q *question.Question, all []*evidence.Evidence) *Draft {
	word := q.WordAt(0)
	if !lexicon.QuestionLeads[word] || q.Length() > 0 {
		return nil
	}
	at := slices.IndexFunc(all, func(e *evidence.Evidence) bool { return e.IsQuestion() && poses(e, q, word) })
	if at < 0 {
		return nil
	}
	next := follower(all[at], all)
	if next == nil || next.IsQuestion() {
		return nil
	}
	if verdict := replies(next); verdict != "" || len(next.Words()) <= briefReply {
		return answeredBriefly(all[at], q, next, all)
	}
	d := &Draft{}
	if d.choose(q, []*evidence.Evidence{next}); len(d.Statements) == 0 {
		return nil
	}
	return d
}

// briefReply is how many words an answer has at the most that says too little by itself.
const briefReply = 3

// follower is the sentence behind this one, or nil.
func follower(e *evidence.Evidence, all []*evidence.Evidence) *evidence.Evidence {
	next := slices.IndexFunc(all, func(o *evidence.Evidence) bool { return o.Hit == e.Hit && o.At == e.At+1 })
	if next < 0 {
		return nil
	}
	return all[next]
}

// replies is "Yes" or "No" where the sentence begins with it, or "".
func replies(e *evidence.Evidence) string {
	switch e.Words()[0].Norm {
	case "yes":
		return "Yes"
	case "no":
		return "No"
	}
	return ""
}

// answeredBriefly is the answer of few words to what the sentence asks, shown with the
// sentence that explains it: "Probably. The shops expect …".
func answeredBriefly(e *evidence.Evidence, q *question.Question, reply *evidence.Evidence, all []*evidence.Evidence) *Draft {
	d := &Draft{Found: true, Judged: e}
	if q.Kind == retrieval.KindYesNo && !q.Has(lexicon.NotCues) && !e.Has(lexicon.NotCues) {
		d.Short, d.settled = replies(reply), true
	}
	lead := reply
	if more := follower(reply, all); more != nil && !more.IsQuestion() && len(reply.Words()) <= briefReply {
		lead = more
		lead.Span.Start = reply.Span.Start
	}
	FitQuote(lead, q)
	d.Statements = []*Statement{{Lead: lead}}
	return d
}

// poses reports whether the sentence puts the reader's question.
func poses(e *evidence.Evidence, q *question.Question, word string) bool {
	words := e.Words()
	if words[0].Norm != word && (len(words) < 2 || words[1].Norm != word) || q.Cover(e.Matched) < posedCover || q.Cover(e.Context) < posedAround || !asksSameDegree(e, q) {
		return false
	}
	content, asked := 0.0, 0.0
	for i := range words {
		if words[i].Stop || lexicon.Auxiliaries[words[i].Norm] {
			continue
		}
		content++
		if slices.ContainsFunc(q.Matches(&words[i]), func(m question.TermMatch) bool { return m.Strength >= question.RelatedShare }) {
			asked++
		}
	}
	return content > 0 && asked >= posedOwn*content
}

// asksSameDegree reports whether a question with "how" that the sentence puts asks for the same of
// it: how strong a case was is not how long it took.
func asksSameDegree(e *evidence.Evidence, q *question.Question) bool {
	words := e.Words()
	own := slices.IndexFunc(words, func(w retrieval.Word) bool { return w.Norm == "how" })
	asked := slices.Index(q.Words, "how")
	if own < 0 || asked < 0 || own+1 == len(words) {
		return true
	}
	degree, other := words[own+1].Norm, q.WordAt(asked+1)
	return degree == other || lexicon.Auxiliaries[degree] && lexicon.Auxiliaries[other]
}

// OnlyAsks reports whether the sentence tells nothing: "And what do the dockers get?", but
// not "Who knew, she asked, what they would get?".
func OnlyAsks(e *evidence.Evidence) bool {
	if !e.IsQuestion() {
		return false
	}
	words := e.Words()
	if len(words) > 1 && askingOn[words[0].Norm] {
		words = words[1:]
	}
	told := strings.Contains(e.Text(), ",") && slices.ContainsFunc(words, func(w retrieval.Word) bool { return lexicon.Saying[w.Stem] })
	return lexicon.QuestionLeads[words[0].Norm] && !told
}

// askingOn stand before a question that follows another.
var askingOn = text.WordSet(`and but so or then`)

// telling leaves out the sentences with which an article only asks, unless nothing else is there.
func telling(best []*evidence.Evidence) []*evidence.Evidence {
	told := slices.DeleteFunc(slices.Clone(best), func(e *evidence.Evidence) bool { return OnlyAsks(e) })
	if len(told) == 0 {
		return best
	}
	return told
}
