package answer

import (
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// A verdict is about a thing: that the hall was not damaged says nothing of the mill, and
// cold toast is no cold night. What a yes/no question is about, where that is nobody's
// name, and what it says of it are read from where they stand.

// readAbout finds the nouns that the question is about and what is said of them behind a
// form of "be" without a verb: "night" and "cold" of "Was the night cold?", "text" and
// "law" of "Was the text of the law published?".
func (d *askedDeed) readAbout(q *question, aux int) {
	var group []int
	next := aux + 1
	for ; next < len(q.Words) && inNounGroup(q.Words[next]) && !indefinites[q.Words[next]]; next++ {
		if t := q.termAt(next); t >= 0 && (t == d.verb || len(group) > 0 && isParticiple(q.Words[next])) {
			break
		} else if t >= 0 {
			group = append(group, t)
		}
	}
	if toBe[q.Words[aux]] && d.verb < 0 && !d.presence {
		switch {
		case next == len(q.Words) && len(group) > 1:
			d.predicate, group = group[len(group)-1], group[:len(group)-1]
		case len(group) == 0:
			d.predicate = q.openAfter(aux + 2)
		}
	}
	if len(group) == 0 || len(d.subject) > 0 || !slices.Contains(d.event, group[len(group)-1]) {
		return
	}
	d.about = group[len(group)-1:]
	if q.wordAt(next) == "of" {
		d.about = append(d.about, q.openAfter(next+1))
	}
}

// indefinites leave open which one is meant: "any construction".
var indefinites = wordSet(`any some no`)

// told are the terms that say what happened beside what it happened to, or all if there are
// no others.
func (d *askedDeed) told() []int {
	told := slices.DeleteFunc(slices.Clone(d.event), func(t int) bool { return slices.Contains(d.about, t) })
	if len(told) == 0 {
		return d.event
	}
	return told
}

// inNounGroup reports whether a word may belong to the noun that follows an article.
func inNounGroup(w string) bool {
	class, closed := classWords[w]
	return !closed || class == wcDeterminer
}

// openAfter is the term of the first word of an open class from word i on, behind nothing
// but articles and adverbs, or -1.
func (q *question) openAfter(i int) int {
	for ; i < len(q.Words); i++ {
		class, closed := classWords[q.Words[i]]
		switch {
		case !closed:
			return q.termAt(i)
		case class != wcDeterminer && class != wcAdverb:
			return -1
		}
	}
	return -1
}

// termAt is the term at word i of the question, or -1.
func (q *question) termAt(i int) int {
	return slices.IndexFunc(q.terms, func(t retrieval.Term) bool { return t.At == i })
}

// speaksOfIt reports whether the sentence speaks of what the question is about, or what
// stands around it does.
func (e *evidence) speaksOfIt(d *askedDeed) bool {
	told := func(t int) bool {
		return t >= 0 && (e.matched[t] >= kinShares[text.Neighbour] || e.context[t] >= relatedShare)
	}
	return len(d.about) == 0 || slices.ContainsFunc(d.about, told)
}

// tellsPredicate reports whether a clause says of what the question is about what is asked
// of it: in no name, no adverb, and of no other noun.
func (e *evidence) tellsPredicate(q *question, d *askedDeed, c text.Span) bool {
	if d.predicate < 0 {
		return true
	}
	words := e.words()
	asked, least := q.terms[d.predicate].Norm, relatedShare
	if gradables[asked] {
		least = kinShares[text.Family] // what "lasted" was not therefore long
	}
	adverb := strings.HasSuffix(asked, "ly")
	for i := c.Start; i < c.End; i++ {
		w := &words[i]
		switch {
		case !slices.ContainsFunc(q.matches(w), func(m termMatch) bool { return m.term == d.predicate && m.strength >= least }):
		case w.IsCapital() && i > 0 && !q.terms[d.predicate].Name, strings.HasSuffix(w.Norm, "ly") != adverb:
		case i+1 < c.End && (e.adjoin(i) || e.hyphened(i)) && d.isOther(q, &words[i+1]):
		default:
			return true
		}
	}
	return false
}

// hyphened reports whether only a hyphen stands between word i and the next: "long-term".
func (e *evidence) hyphened(i int) bool {
	words := e.words()
	return e.passage().Text[words[i].End:words[i+1].Start] == "-"
}

// gradables are adjectives for more or less of something.
var gradables = wordSet(`long short brief big large small little high low tall deep wide broad narrow thick thin old young new fast quick slow heavy light hot warm cool cold
	expensive cheap dear late early near far strong weak rich poor loud quiet full empty`)

// isOther reports whether a word behind an adjective is a noun of another thing than the
// question is about.
func (d *askedDeed) isOther(q *question, w *retrieval.Word) bool {
	return !isClosed(w.Norm) && !q.asksWord(*w) && !q.tellsAny(d.about, []retrieval.Word{*w})
}
