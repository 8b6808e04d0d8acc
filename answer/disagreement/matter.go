package disagreement

import (
	"time"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// How many words of names two passages, or all that was found of two articles,
// must share to be about the same matter; of whole articles, so many and such a
// share of the names of the one that has fewer.
const (
	sharedInPassages = 2
	sharedInArticles = 4
	sharedInWhole    = 5
	sharedOfWhole    = 0.15
)

// What is written within recentDays of each other needs fewer names in common: news of
// the same days that names the same two tells of one event.
const (
	recentDays   = 14
	sharedRecent = 2
)

// LongestNamed is how many passages an article has at the most whose names tell
// what it is about: a long one names too much.
const LongestNamed = 60

// shared is how many words of names two articles have in common, sure ones of one of them.
func shared(names question.WordsOfNames, o question.WordsOfNames) int {
	n := 0
	for w, sure := range names {
		if also, ok := o[w]; ok && (sure || also) {
			n++
		}
	}
	return n
}

// sure is how many of the words are of names for sure.
func sure(names question.WordsOfNames) int {
	n := 0
	for _, sure := range names {
		n += int(question.Indicator(sure))
	}
	return n
}

// Matters tells which sentences are about the same people and places: without
// that, equal words speak of different things.
type Matters struct {
	Q    *question.Question
	Best []*evidence.Evidence
	// named are the names of what was found of each article, once they are asked
	// for.
	named map[string]map[string]bool
}

// same reports whether two sentences are about the same matter, by the names in
// their passages, in what was found of their articles, or in the whole articles.
func (m *Matters) same(a, b *evidence.Evidence) bool {
	if m.near(a, b) {
		return true
	}
	x, y := namesOf(m.Q, a.Article()), namesOf(m.Q, b.Article())
	return sameStory(x, y) || writtenTogether(a, b) && shared(x, y) >= sharedRecent
}

// writtenTogether reports whether two articles were written within a few days.
func writtenTogether(a, b *evidence.Evidence) bool {
	x, y := a.Written(), b.Written()
	return x.Known == value.ByDay && y.Known == value.ByDay && x.Day.Sub(y.Day).Abs() <= recentDays*24*time.Hour
}

// near is same without the rest of the articles, which must be read for that.
func (m *Matters) near(a, b *evidence.Evidence) bool {
	return a.Article() == b.Article() || InCommon(nameWords(a), nameWords(b)) >= sharedInPassages ||
		InCommon(m.namesIn(a.Article()), m.namesIn(b.Article())) >= sharedInArticles
}

// Meet reports whether the passages, or what was found of the articles, share any
// name: what shares none tells of something else altogether.
func (m *Matters) Meet(a, b *evidence.Evidence) bool {
	return a.Article() == b.Article() || InCommon(nameWords(a), nameWords(b)) > 0 || InCommon(m.namesIn(a.Article()), m.namesIn(b.Article())) > 0
}

// touch reports whether the whole articles of two sentences share a few names.
func (m *Matters) touch(a, b *evidence.Evidence) bool {
	return InCommon(namesOf(m.Q, a.Article()), namesOf(m.Q, b.Article())) >= sharedInPassages
}

// namesIn are the words of names in all that was found of an article.
func (m *Matters) namesIn(article string) map[string]bool {
	if m.named == nil {
		m.named = namedIn(m.Best)
	}
	return m.named[article]
}

// names reports whether an article has any of the words in a name.
func (m *Matters) names(article string, words map[string]bool) bool {
	return InCommon(words, m.namesIn(article)) > 0 || InCommon(words, namesOf(m.Q, article)) > 0
}

// sameStory reports whether two whole articles share so many names that they tell
// of one event.
func sameStory(a, b question.WordsOfNames) bool {
	n := shared(a, b)
	return n >= sharedInWhole && float64(n) >= sharedOfWhole*float64(min(sure(a), sure(b)))
}

// namesOf are the words of names in a whole article; nil where they are not known.
func namesOf(q *question.Question, article string) question.WordsOfNames {
	if q.ReadNames == nil {
		return nil
	}
	names, ok := q.ArticleNames[article]
	if !ok {
		names = q.ReadNames(article)
		if q.ArticleNames == nil {
			q.ArticleNames = map[string]question.WordsOfNames{}
		}
		q.ArticleNames[article] = names
	}
	return names
}

// Read adds the names of a text but for offices, which many people have.
func Read(names question.WordsOfNames, s string) {
	words := text.Words(s)
	next := 0
	for _, sentence := range text.Sentences(s) {
		first := next
		for next < len(words) && words[next].Start < sentence.End {
			next++
		}
		own := words[first:next]
		if len(own) > 0 && own[0].IsCapital() && !text.IsStop(own[0].Norm) && !lexicon.RoleWords[own[0].Norm] && !names[own[0].Norm] {
			names[own[0].Norm] = false
		}
		for _, n := range value.Names(s, own) {
			if n.Initial {
				n.First++
			}
			for _, w := range own[n.First:n.Next] {
				if !text.IsStop(w.Norm) && !lexicon.RoleWords[w.Norm] {
					names[w.Norm] = true
				}
			}
		}
	}
}

// InCommon is how many names or numbers both have.
func InCommon[M ~map[string]bool](a, b M) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// namedIn collects the words of names of everything found of each article.
func namedIn(all []*evidence.Evidence) map[string]map[string]bool {
	named := map[string]map[string]bool{}
	seen := map[*retrieval.Hit]bool{}
	for _, e := range all {
		if seen[e.Hit] {
			continue
		}
		seen[e.Hit] = true
		words := named[e.Article()]
		if words == nil {
			words = map[string]bool{}
			named[e.Article()] = words
		}
		for w := range nameWords(e) {
			words[w] = true
		}
	}
	return named
}

// nameWords are the words of names in the passage and the title.
func nameWords(e *evidence.Evidence) map[string]bool {
	set := map[string]bool{}
	p := e.Passage()
	for i := range p.Sentences {
		s := &p.Sentences[i]
		words := p.In(s)
		for _, n := range s.Names {
			for _, w := range words[n.First:n.Next] {
				if !w.Stop {
					set[w.Norm] = true
				}
			}
		}
	}
	for _, w := range p.Title {
		if w.IsCapital() && !w.Stop {
			set[w.Norm] = true
		}
	}
	return set
}
