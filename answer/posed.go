package answer

import (
	"slices"

	"sherpa/answer/lexicon"
)

// An article may put a reader's question itself and answer it: "Why did the wall fall? That
// is not yet established."

// The shares of the reader's question that the article's must have, and the other way round,
// to be the same.
const (
	posedCover = 0.7
	posedOwn   = 0.5
)

// maxPosed is how many sentences behind a question answer it.
const maxPosed = 2

// posed are the sentences with which an article answers the very question, if one puts it.
func posed(q *question, all []*evidence) []*evidence {
	word := q.wordAt(0)
	if !lexicon.QuestionLeads[word] || q.Length() > 0 {
		return nil
	}
	at := slices.IndexFunc(all, func(e *evidence) bool { return e.asks() && e.poses(q, word) })
	if at < 0 {
		return nil
	}
	var answers []*evidence
	for _, e := range all {
		if behind := e.at - all[at].at; e.hit == all[at].hit && behind > 0 && behind <= maxPosed {
			answers = append(answers, e)
		}
	}
	slices.SortFunc(answers, func(a, b *evidence) int { return a.at - b.at })
	if next := slices.IndexFunc(answers, (*evidence).asks); next >= 0 {
		answers = answers[:next]
	}
	return answers
}

// poses reports whether the sentence puts the reader's question.
func (e *evidence) poses(q *question, word string) bool {
	words := e.words()
	if words[0].Norm != word && (len(words) < 2 || words[1].Norm != word) || q.cover(e.matched) < posedCover {
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
