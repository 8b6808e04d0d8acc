package answer

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sherpa/answer/draft"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/answer/short"
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
	f.q = question.New(retrieval.Analysis{})
	f.all = withoutSaid(evidence.Gather(f.q, f.res.Hits), saidBefore(qn))
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
func overviewOfOpenings(q *question.Question, all []*evidence.Evidence, openings []retrieval.Hit) *draft.Draft {
	d := &draft.Draft{}
	for place := range maxPlaces {
		for i := range openings {
			at := slices.IndexFunc(all, func(e *evidence.Evidence) bool { return e.Hit == &openings[i] && opens(e, place) })
			if at >= 0 && !draft.OnlyAsks(all[at]) {
				say(d, q, all[at])
			}
		}
	}
	if len(d.Statements) > 0 {
		d.Judged = d.Statements[0].Lead
	}
	return d
}

// say adds a sentence to the statements until the answer is full, or to the one that
// says the same.
func say(d *draft.Draft, q *question.Question, e *evidence.Evidence) {
	if s := draft.StatementLike(d.Statements, e); s != nil {
		s.Corroborate(e)
	} else if len(d.Statements) < short.MaxStatements {
		draft.FitQuote(e, q)
		d.Statements = append(d.Statements, &draft.Statement{Lead: e})
	}
}

// opens reports whether the sentence has that place in its article's opening; the
// first is 0. What an article asks tells nothing.
func opens(e *evidence.Evidence, place int) bool {
	return e.Hit.Passage.Ordinal == 0 && e.At == place && !strings.HasSuffix(e.Text(), "?")
}

// overviewDraft is what articles say first of a topic, and then what they say most
// of it; there is no short answer to "what happened".
func overviewDraft(q *question.Question, all []*evidence.Evidence) *draft.Draft {
	if len(all) == 0 {
		return &draft.Draft{}
	}
	best := slices.Clone(all)
	top := q.Cover(best[0].Matched)
	slices.SortStableFunc(best, func(a, b *evidence.Evidence) int {
		first := func(e *evidence.Evidence) bool { return opens(e, 0) && q.Cover(e.Matched) >= top }
		switch {
		case first(a) == first(b):
			return 0
		case first(a):
			return -1
		}
		return 1
	})
	return &draft.Draft{Judged: all[0], Statements: draft.ChooseStatements(q, best, nil)}
}
