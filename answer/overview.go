package answer

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sherpa/retrieval"
	"sherpa/store"
)

// An overview is asked for where nothing in particular is: "What happened?",
// "Summarise the summit". It is made of the sentences with which articles open,
// since news says first what it is about (the "lead" baseline of summarisation).

// findOverview finds what an overview of all articles is made of: their openings,
// and then what comes next in them.
func (e *Engine) findOverview(ctx context.Context, qn Question) (*found, error) {
	list, err := e.articles.Articles(ctx)
	if err != nil {
		return nil, fmt.Errorf("answer: list the articles: %w", err)
	}
	f := &found{certain: true}
	for _, a := range told(list, qn) {
		hits, err := e.opening(ctx, qn, a)
		if err != nil {
			return nil, err
		}
		f.res.Hits = append(f.res.Hits, hits...)
	}
	f.res.Articles = len(list)
	f.q = newQuestion(retrieval.Analysis{})
	f.all = withoutSaid(gather(f.q, f.res.Hits), saidBefore(qn))
	f.draft = overviewOfOpenings(f.q, f.all, f.res.Hits)
	return f, nil
}

const (
	// maxOpenings is how many articles are looked at for an overview.
	maxOpenings = 8
	// maxPlaces is how many sentences of each opening are, where those before were
	// shown already.
	maxPlaces = 5
)

// told are the articles that an overview reads: the newest where there are many, or
// where it is asked what is new; else in the order in which they came out, so that
// what happened comes before what came of it. Those without a date come last.
func told(list []store.ArticleInfo, qn Question) []store.ArticleInfo {
	kept := slices.DeleteFunc(slices.Clone(list), func(a store.ArticleInfo) bool {
		return qn.Source != "" && a.ID != qn.Source && !strings.EqualFold(a.Publisher, qn.Source) || a.Published < qn.Since
	})
	newest := len(kept) > maxOpenings || asksNews.MatchString(qn.Text)
	slices.SortStableFunc(kept, func(a, b store.ArticleInfo) int {
		dated, order := cmp.Compare(b.Published, a.Published), 1
		if !newest && a.Published != "" && b.Published != "" {
			order = -1
		}
		return cmp.Or(order*dated, cmp.Compare(a.ID, b.ID))
	})
	return kept[:min(len(kept), maxOpenings)]
}

// asksNews are the words that ask for what is new.
var asksNews = regexp.MustCompile(`(?i)\b(?:new|news|latest|today|headlines)\b`)

// opening finds the passage with which an article opens: its own title leads there.
func (e *Engine) opening(ctx context.Context, qn Question, a store.ArticleInfo) ([]retrieval.Hit, error) {
	q := e.query(qn, a.Title)
	q.Sources = []string{a.ID}
	res, err := e.search.Search(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("answer: search for the opening: %w", err)
	}
	return slices.DeleteFunc(res.Hits, func(h retrieval.Hit) bool { return h.Passage.Ordinal != 0 }), nil
}

// overviewOfOpenings takes the first sentence of each opening, then the second of
// each, until the answer is full; what several say is said once.
func overviewOfOpenings(q *question, all []*evidence, openings []retrieval.Hit) *draft {
	d := &draft{}
	for place := range maxPlaces {
		for i := range openings {
			at := slices.IndexFunc(all, func(e *evidence) bool { return e.hit == &openings[i] && e.opens(place) })
			if at >= 0 && !all[at].onlyAsks() {
				d.say(q, all[at])
			}
		}
	}
	if len(d.statements) > 0 {
		d.judged = d.statements[0].lead
	}
	return d
}

// say adds a sentence to the statements until the answer is full, or to the one that
// says the same.
func (d *draft) say(q *question, e *evidence) {
	if s := saysSame(d.statements, e); s != nil {
		s.add(e)
	} else if len(d.statements) < maxStatements {
		e.fit(q)
		d.statements = append(d.statements, &statement{lead: e})
	}
}

// opens reports whether the sentence has that place in its article's opening; the
// first is 0. What an article asks tells nothing.
func (e *evidence) opens(place int) bool {
	return e.hit.Passage.Ordinal == 0 && e.at == place && !strings.HasSuffix(e.text(), "?")
}

// overviewDraft is what articles say first of a topic, and then what they say most
// of it; there is no short answer to "what happened".
func overviewDraft(q *question, all []*evidence) *draft {
	if len(all) == 0 {
		return &draft{}
	}
	best := slices.Clone(all)
	top := q.cover(best[0].matched)
	slices.SortStableFunc(best, func(a, b *evidence) int {
		first := func(e *evidence) bool { return e.opens(0) && q.cover(e.matched) >= top }
		switch {
		case first(a) == first(b):
			return 0
		case first(a):
			return -1
		}
		return 1
	})
	return &draft{judged: all[0], statements: chooseStatements(q, best, nil)}
}
