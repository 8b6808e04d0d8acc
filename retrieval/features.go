package retrieval

// feature is one sign that a passage answers a question.
type feature int

// The features, in the order of weights.go, which says what each means.
const (
	featBM25 feature = iota
	featForm
	featCover
	featLoose
	featTerms
	featNames
	featRare
	featSentence
	featTwo
	featContext
	featWindow
	featPairs
	featBigrams
	featRun
	featPhrase
	featEarly
	featKind
	featKindAny
	featTitle
	featLead
	featBefore
	featArticle
	featEcho
	featPart
	featClause
	featStretch
	featTelling
	featAlone
	featWords
	featTopic
	featCount
)

// featureNames are the names that explanations show.
var featureNames = [featCount]string{
	featBM25: "bm25", featForm: "form", featCover: "cover", featLoose: "loose", featTerms: "terms", featNames: "names", featRare: "rare",
	featSentence: "sentence", featTwo: "two", featContext: "context", featWindow: "window", featPairs: "pairs", featBigrams: "bigrams", featRun: "run",
	featPhrase: "phrase", featEarly: "early", featKind: "kind", featKindAny: "kind_any", featTitle: "title", featLead: "lead", featBefore: "before",
	featArticle: "article", featEcho: "echo", featPart: "part", featClause: "clause", featStretch: "stretch", featTelling: "telling", featAlone: "alone",
	featWords: "words", featTopic: "topic",
}

// vector holds a passage's features, each between 0 and 1.
type vector [featCount]float64

func (f *vector) score(weights *vector) float64 {
	sum := 0.0
	for i, x := range f {
		sum += x * weights[i]
	}
	return sum
}

// explain lists the parts of the score; they add up to it.
func (f *vector) explain(weights *vector) *Explanation {
	e := &Explanation{}
	for i, x := range f {
		points := x * weights[i]
		e.Parts = append(e.Parts, Part{Feature: featureNames[i], Value: x, Weight: weights[i], Points: points})
		e.Score += points
	}
	return e
}

// features measures candidates, whose spots are given.
func features(a *Analysis, candidates []candidate, spots [][]Spot) []vector {
	all := make([]vector, len(candidates))
	p := newProbe(a)
	if p.total == 0 {
		return all
	}
	has, titled := make([]termSet, len(candidates)), make([]termSet, len(candidates))
	for i := range candidates {
		has[i], titled[i] = p.measure(candidates[i].parsed, spots[i], &all[i])
	}
	p.compare(candidates, has, all)
	if a.Length() > 0 {
		p.measureParts(candidates, has, titled, all)
		p.echo(candidates, all)
	}
	return all
}

// inTitle are the terms in the title of a passage's article.
func (p *probe) inTitle(w *Passage) terms {
	known, ok := p.titles[w.ArticleID]
	if !ok {
		p.look(w.Title, p.spotter.find(nil, w.corpus, w.Title, w.titleIDs))
		known = termsOf(p.found)
		p.titles[w.ArticleID] = known
	}
	return known
}

// measure sets the features that say what the passage has, by itself, and returns
// its terms and those of its title.
func (p *probe) measure(w *Passage, spots []Spot, f *vector) (own, titled termSet) {
	title := p.inTitle(w)
	p.look(w.Words, spots)
	has := termsOf(p.found)
	f[featTitle] = p.share(title.same)
	f[featForm] = p.share(p.inForm())
	f[featCover] = p.share(has.same)
	f[featLoose] = p.share(has.all)
	f[featTerms] = float64(has.same.size()) / float64(len(p.Terms))
	f[featNames] = share(float64((has.same & p.names).size()), float64(p.names.size()))
	f[featRare] = indicator(p.rarest >= 0 && has.same.has(p.rarest))
	f[featWindow] = p.window()
	f[featPairs] = p.pairShare()
	f[featBigrams] = p.bigramShare(w.Words)
	f[featRun] = p.longestRun(w.Words)
	f[featPhrase] = phraseShare(p.Analysis, w)
	f[featEarly] = p.share(termsOf(p.before(earlyWords)).same)
	f[featLead] = indicator(w.Lead)
	p.measureSentences(w, title.same, f)
	return has.same, title.same
}

// earlyWords is how many words are the beginning of a passage, which says what it
// is about.
const earlyWords = 8

// inForm are the terms that occur in the very form of the question.
func (p *probe) inForm() termSet {
	var set termSet
	for _, s := range p.found {
		if s.grade() == sameForm {
			set = set.with(s.term())
		}
	}
	return set
}

// before are the sightings before a word.
func (p *probe) before(at int) []sighting {
	n := 0
	for n < len(p.found) && p.found[n].at() < at {
		n++
	}
	return p.found[:n]
}

// measureSentences sets the features of the best sentences.
func (p *probe) measureSentences(w *Passage, title termSet, f *vector) {
	next := 0
	var previous terms
	for i := range w.Sentences {
		s := &w.Sentences[i]
		first := next
		for next < len(p.found) && p.found[next].at() < s.Next {
			next++
		}
		has := termsOf(p.found[first:next])
		f[featTwo] = max(f[featTwo], p.worth(has.or(previous)))
		f[featContext] = max(f[featContext], p.worth(has.or(terms{title, title})))
		previous = has
		if has.all == 0 {
			continue
		}
		cover, holds := p.worth(has), indicator(holdsKind(p.Kind, w, s, p.isAsked))
		f[featKindAny] = max(f[featKindAny], holds)
		if cover > f[featSentence] || cover == f[featSentence] && holds > 0 {
			f[featSentence], f[featKind] = cover, holds
		}
	}
}

// place names a passage.
type place struct {
	article string
	ordinal int
}

// compare sets the features that take the other candidates to tell: the BM25 as a
// share of the best one's, what the passage before in the article has of the
// terms that this one lacks, and how much of all BM25 the article has.
func (p *probe) compare(candidates []candidate, has []termSet, all []vector) {
	top := 0.0
	at := make(map[place]termSet, len(candidates))
	articles := make(map[string]float64)
	for i := range candidates {
		c := &candidates[i]
		top = max(top, c.bm25)
		articles[c.article.ID] += c.bm25 * c.bm25
		at[place{c.article.ID, c.parsed.Ordinal}] = has[i]
	}
	if top == 0 {
		return
	}
	best := 0.0
	for _, sum := range articles {
		best = max(best, sum)
	}
	for i := range candidates {
		c, f := &candidates[i], &all[i]
		f[featBM25] = c.bm25 / top
		f[featArticle] = articles[c.article.ID] / best
		f[featBefore] = p.share(at[place{c.article.ID, c.parsed.Ordinal - 1}].without(has[i]))
	}
}

// share is the share of the question's weight that some terms have.
func (p *probe) share(terms termSet) float64 { return terms.sum(p.idf) / p.total }

// looseWorth is what a word counts for that only means something like a term.
const looseWorth = 0.5

// worth is share for terms of which words like them stand for some.
func (p *probe) worth(t terms) float64 {
	return p.share(t.same) + looseWorth*p.share(t.all.without(t.same))
}

// share is part of whole, or 0 where there is nothing.
func share(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
