package answer

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
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
func posed(q *question, all []*evidence) *draft {
	word := q.wordAt(0)
	if !lexicon.QuestionLeads[word] || q.Length() > 0 {
		return nil
	}
	at := slices.IndexFunc(all, func(e *evidence) bool { return e.asks() && e.poses(q, word) })
	if at < 0 {
		return nil
	}
	next := all[at].follower(all)
	if next == nil || next.asks() {
		return nil
	}
	if verdict := next.replies(); verdict != "" || len(next.words()) <= briefReply {
		return all[at].answeredBriefly(q, next, all)
	}
	d := &draft{}
	if d.choose(q, []*evidence{next}); len(d.statements) == 0 {
		return nil
	}
	return d
}

// briefReply is how many words an answer has at the most that says too little by itself.
const briefReply = 3

// follower is the sentence behind this one, or nil.
func (e *evidence) follower(all []*evidence) *evidence {
	next := slices.IndexFunc(all, func(o *evidence) bool { return o.hit == e.hit && o.at == e.at+1 })
	if next < 0 {
		return nil
	}
	return all[next]
}

// replies is "Yes" or "No" where the sentence begins with it, or "".
func (e *evidence) replies() string {
	switch e.words()[0].Norm {
	case "yes":
		return "Yes"
	case "no":
		return "No"
	}
	return ""
}

// answeredBriefly is the answer of few words to what the sentence asks, shown with the
// sentence that explains it: "Probably. The shops expect …".
func (e *evidence) answeredBriefly(q *question, reply *evidence, all []*evidence) *draft {
	d := &draft{found: true, judged: e}
	if q.Kind == retrieval.KindYesNo && !q.has(lexicon.NotCues) && !e.has(lexicon.NotCues) {
		d.short, d.settled = reply.replies(), true
	}
	lead := reply
	if more := reply.follower(all); more != nil && !more.asks() && len(reply.words()) <= briefReply {
		lead = more
		lead.span.Start = reply.span.Start
	}
	lead.fit(q)
	d.statements = []*statement{{lead: lead}}
	return d
}

// poses reports whether the sentence puts the reader's question.
func (e *evidence) poses(q *question, word string) bool {
	words := e.words()
	if words[0].Norm != word && (len(words) < 2 || words[1].Norm != word) || q.cover(e.matched) < posedCover || q.cover(e.context) < posedAround {
		return false
	}
	content, asked := 0.0, 0.0
	for i := range words {
		if words[i].Stop || lexicon.Auxiliaries[words[i].Norm] {
			continue
		}
		content++
		if slices.ContainsFunc(q.matches(&words[i]), func(m termMatch) bool { return m.strength >= relatedShare }) {
			asked++
		}
	}
	return content > 0 && asked >= posedOwn*content
}

// onlyAsks reports whether the sentence tells nothing: "And what do the dockers get?", but
// not "Who knew, she asked, what they would get?".
func (e *evidence) onlyAsks() bool {
	if !e.asks() {
		return false
	}
	words := e.words()
	if len(words) > 1 && askingOn[words[0].Norm] {
		words = words[1:]
	}
	told := strings.Contains(e.text(), ",") && slices.ContainsFunc(words, func(w retrieval.Word) bool { return lexicon.Saying[w.Stem] })
	return lexicon.QuestionLeads[words[0].Norm] && !told
}

// askingOn stand before a question that follows another.
var askingOn = wordSet(`and but so or then`)

// telling leaves out the sentences with which an article only asks, unless nothing else is there.
func telling(best []*evidence) []*evidence {
	told := slices.DeleteFunc(slices.Clone(best), (*evidence).onlyAsks)
	if len(told) == 0 {
		return best
	}
	return told
}
