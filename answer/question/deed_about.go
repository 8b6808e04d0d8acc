package question

import (
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// A verdict is about a thing: that the hall was not damaged says nothing of the mill, and
// cold toast is no cold night. What a yes/no question is about, where that is nobody's
// name, and what it says of it are read from where they stand.

// readAbout finds the nouns that the question is about and what is said of them behind a
// form of "be" without a verb: "night" and "cold" of "Was the night cold?", "text" and
// "law" of "Was the text of the law published?".
func (d *AskedDeed) readAbout(q *Question, aux int) {
	var group []int
	next := aux + 1
	for ; next < len(q.Words) && inNounGroup(q.Words[next]) && !indefinites[q.Words[next]]; next++ {
		if t := q.termAt(next); t >= 0 && (t == d.Verb || len(group) > 0 && IsParticiple(q.Words[next])) {
			break
		} else if t >= 0 {
			group = append(group, t)
		}
	}
	if ToBe[q.Words[aux]] && d.Verb < 0 && !d.Presence {
		switch {
		case next == len(q.Words) && len(group) > 1:
			d.Predicate, group = group[len(group)-1], group[:len(group)-1]
		case len(group) == 0:
			d.Predicate = q.openAfter(aux + 2)
		}
	}
	if len(group) == 0 || len(d.Subject) > 0 || !slices.Contains(d.Event, group[len(group)-1]) {
		return
	}
	d.About = group[len(group)-1:]
	if q.WordAt(next) == "of" {
		d.About = append(d.About, q.openAfter(next+1))
	}
}

// indefinites leave open which one is meant: "any construction".
var indefinites = text.WordSet(`any some no`)

// inNounGroup reports whether a word may belong to the noun that follows an article.
func inNounGroup(w string) bool {
	class, closed := ClassWords[w]
	return !closed || class == ClassDeterminer
}

// openAfter is the term of the first word of an open class from word i on, behind nothing
// but articles and adverbs, or -1.
func (q *Question) openAfter(i int) int {
	for ; i < len(q.Words); i++ {
		class, closed := ClassWords[q.Words[i]]
		switch {
		case !closed:
			return q.termAt(i)
		case class != ClassDeterminer && class != ClassAdverb:
			return -1
		}
	}
	return -1
}

// termAt is the term at word i of the question, or -1.
func (q *Question) termAt(i int) int {
	return slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.At == i })
}
