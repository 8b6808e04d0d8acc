package answer

import (
	"context"
	"time"

	"sherpa/answer/lexicon"
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

// longestNamed is how many passages an article has at the most whose names tell
// what it is about: a long one names too much.
const longestNamed = 60

// wordsOfNames are the words of names; false are those that may only be written with a
// capital because they begin a sentence.
type wordsOfNames map[string]bool

// shared is how many words of names two articles have in common, sure ones of one of them.
func (names wordsOfNames) shared(o wordsOfNames) int {
	n := 0
	for w, sure := range names {
		if also, ok := o[w]; ok && (sure || also) {
			n++
		}
	}
	return n
}

// sure is how many of the words are of names for sure.
func (names wordsOfNames) sure() int {
	n := 0
	for _, sure := range names {
		n += int(indicator(sure))
	}
	return n
}

// matters tells which sentences are about the same people and places: without
// that, equal words speak of different things.
type matters struct {
	q    *question
	best []*evidence
	// named are the names of what was found of each article, once they are asked
	// for.
	named map[string]map[string]bool
}

// same reports whether two sentences are about the same matter, by the names in
// their passages, in what was found of their articles, or in the whole articles.
func (m *matters) same(a, b *evidence) bool {
	if m.near(a, b) {
		return true
	}
	x, y := m.q.namesOf(a.article()), m.q.namesOf(b.article())
	return sameStory(x, y) || writtenTogether(a, b) && x.shared(y) >= sharedRecent
}

// writtenTogether reports whether two articles were written within a few days.
func writtenTogether(a, b *evidence) bool {
	x, y := a.written(), b.written()
	return x.Known == value.ByDay && y.Known == value.ByDay && x.Day.Sub(y.Day).Abs() <= recentDays*24*time.Hour
}

// near is same without the rest of the articles, which must be read for that.
func (m *matters) near(a, b *evidence) bool {
	return a.article() == b.article() || inCommon(a.nameWords(), b.nameWords()) >= sharedInPassages ||
		inCommon(m.namesIn(a.article()), m.namesIn(b.article())) >= sharedInArticles
}

// meet reports whether the passages, or what was found of the articles, share any
// name: what shares none tells of something else altogether.
func (m *matters) meet(a, b *evidence) bool {
	return a.article() == b.article() || inCommon(a.nameWords(), b.nameWords()) > 0 || inCommon(m.namesIn(a.article()), m.namesIn(b.article())) > 0
}

// touch reports whether the whole articles of two sentences share a few names.
func (m *matters) touch(a, b *evidence) bool {
	return inCommon(m.q.namesOf(a.article()), m.q.namesOf(b.article())) >= sharedInPassages
}

// namesIn are the words of names in all that was found of an article.
func (m *matters) namesIn(article string) map[string]bool {
	if m.named == nil {
		m.named = namedIn(m.best)
	}
	return m.named[article]
}

// names reports whether an article has any of the words in a name.
func (m *matters) names(article string, words map[string]bool) bool {
	return inCommon(words, m.namesIn(article)) > 0 || inCommon(words, m.q.namesOf(article)) > 0
}

// sameStory reports whether two whole articles share so many names that they tell
// of one event.
func sameStory(a, b wordsOfNames) bool {
	n := a.shared(b)
	return n >= sharedInWhole && float64(n) >= sharedOfWhole*float64(min(a.sure(), b.sure()))
}

// namesOf are the words of names in a whole article; nil where they are not known.
func (q *question) namesOf(article string) wordsOfNames {
	if q.readNames == nil {
		return nil
	}
	names, ok := q.articleNames[article]
	if !ok {
		names = q.readNames(article)
		if q.articleNames == nil {
			q.articleNames = map[string]wordsOfNames{}
		}
		q.articleNames[article] = names
	}
	return names
}

// nameReader reads the names of whole articles. Of an article that cannot be read
// it knows none: then its sentences are held against no other's.
func (e *Engine) nameReader(ctx context.Context) func(article string) wordsOfNames {
	return func(article string) wordsOfNames {
		passages, err := e.articles.Passages(ctx, article)
		if err != nil || len(passages) > longestNamed {
			return nil
		}
		names := wordsOfNames{}
		for i := range passages {
			names.read(passages[i].Text)
		}
		return names
	}
}

// read adds the names of a text but for offices, which many people have.
func (names wordsOfNames) read(s string) {
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

// inCommon is how many names or numbers both have.
func inCommon[M ~map[string]bool](a, b M) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// namedIn collects the words of names of everything found of each article.
func namedIn(all []*evidence) map[string]map[string]bool {
	named := map[string]map[string]bool{}
	seen := map[*retrieval.Hit]bool{}
	for _, e := range all {
		if seen[e.hit] {
			continue
		}
		seen[e.hit] = true
		words := named[e.article()]
		if words == nil {
			words = map[string]bool{}
			named[e.article()] = words
		}
		for w := range e.nameWords() {
			words[w] = true
		}
	}
	return named
}

// nameWords are the words of names in the passage and the title.
func (e *evidence) nameWords() map[string]bool {
	set := map[string]bool{}
	p := e.passage()
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
