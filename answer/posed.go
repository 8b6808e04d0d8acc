package answer

import (
	"slices"

	"sherpa/answer/lexicon"
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

// posed is the sentence with which an article answers the very question, if one puts it.
func posed(q *question, all []*evidence) []*evidence {
	word := q.wordAt(0)
	if !lexicon.QuestionLeads[word] || q.Length() > 0 {
		return nil
	}
	at := slices.IndexFunc(all, func(e *evidence) bool { return e.asks() && e.poses(q, word) })
	if at < 0 {
		return nil
	}
	next := slices.IndexFunc(all, func(e *evidence) bool { return e.hit == all[at].hit && e.at == all[at].at+1 && !e.asks() })
	if next < 0 {
		return nil
	}
	return []*evidence{all[next]}
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
