package main

import (
	"context"
	"encoding/json"

	"sherpa/answer"
	"sherpa/internal/text"
	"sherpa/internal/usererr"
	"sherpa/retrieval"
	"sherpa/store"
)

// maxHits is the largest number of passages that a search shows.
const maxHits = 1000

// searchCmd shows the passages nearest to a question.
type searchCmd struct {
	JSON    bool     `name:"json" help:"Print JSON."`
	Explain bool     `help:"Take each score apart."`
	K       int      `short:"k" default:"10" placeholder:"N" help:"Show N passages (10)."`
	Batch   string   `placeholder:"FILE" help:"Search for the queries of a file, one JSON object a line; - reads standard input."`
	Since   string   `placeholder:"DATE" help:"Use only articles published on that day (YYYY-MM-DD) or later."`
	Source  string   `placeholder:"ID" help:"Use only this article, or this publisher."`
	Query   []string `arg:"" optional:"" help:"What to look for."`
}

// Help shows examples.
func (searchCmd) Help() string {
	return `Examples:

    sherpa search Alaska meeting
    sherpa search --explain -k 3 "Who met Putin?"
    sherpa search --batch queries.jsonl > hits.jsonl

A line of a batch is {"id","question"}; its hits are printed as {"id","hits"}.`
}

// hitJSON is a hit as scripts see it.
type hitJSON struct {
	Rank    int                    `json:"rank"`
	Score   float64                `json:"score"`
	Passage passageJSON            `json:"passage"`
	Article answer.Article         `json:"article"`
	Why     *retrieval.Explanation `json:"why,omitempty"`
}

// passageJSON is a passage as scripts see it.
type passageJSON struct {
	ID      string `json:"id"`
	Ordinal int    `json:"ordinal"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
}

// batchHits are the hits of one line of a batch.
type batchHits struct {
	ID   json.RawMessage `json:"id,omitempty"`
	Hits []hitJSON       `json:"hits"`
	// Problem says why the line could not be searched for.
	Problem string `json:"problem,omitempty"`
}

// Run searches.
func (c *searchCmd) Run(ctx context.Context, a *app) error {
	since, err := parseDay("--since", c.Since)
	if err != nil {
		return err
	}
	if c.K < 1 || c.K > maxHits {
		return usererr.New(usererr.Usage, "-k must lie between 1 and 1000.")
	}
	if c.Batch != "" {
		return c.batch(ctx, a, since)
	}
	text, err := joined("query", c.Query, maxQuestion)
	if err != nil {
		return err
	}
	return a.withEngines(ctx, func(e *engines) error {
		result, err := e.search.Search(ctx, c.query(text, since))
		if err != nil {
			return err
		}
		if result.Degraded != nil {
			a.notice("sherpa: searched by words alone: %v", result.Degraded)
		}
		return a.show(c.JSON, toHits(result.Hits), func(v view) string { return renderHits(result.Hits, v) })
	})
}

// query is the search for text.
func (c *searchCmd) query(text, since string) retrieval.Query {
	q := retrieval.Query{Text: text, Since: since, K: c.K, Explain: c.Explain}
	if c.Source != "" {
		q.Sources = []string{c.Source}
	}
	return q
}

// batch searches for the queries of a file.
func (c *searchCmd) batch(ctx context.Context, a *app, since string) error {
	if len(c.Query) > 0 {
		return usererr.New(usererr.Usage, "--batch takes its queries from the file; leave the query out, or --batch.")
	}
	return a.eachLine(ctx, c.Batch, func(e *engines) answerLine {
		return func(ctx context.Context, l line) (any, error) {
			q, err := l.toQuestion()
			if err == nil {
				err = checkText("query", q.Text, maxQuestion)
			}
			if err != nil {
				return batchHits{ID: l.ID, Hits: []hitJSON{}, Problem: text.Capital(usererr.Message(err))}, nil
			}
			query := c.query(q.Text, since)
			if q.Since != "" {
				query.Since = q.Since
			}
			if q.Source != "" {
				query.Sources = []string{q.Source}
			}
			result, err := e.search.Search(ctx, query)
			return batchHits{ID: l.ID, Hits: toHits(result.Hits)}, err
		}
	})
}

// toHits turns hits into what scripts see.
func toHits(hits []retrieval.Hit) []hitJSON {
	list := make([]hitJSON, 0, len(hits))
	for _, h := range hits {
		p := h.Passage
		list = append(list, hitJSON{
			Rank: h.Rank, Score: h.Score, Why: h.Why, Article: named(h.Article),
			Passage: passageJSON{ID: p.ID, Ordinal: p.Ordinal, Start: p.Start, End: p.End, Text: p.Text},
		})
	}
	return list
}

// named is a stored article as answers name it.
func named(a store.Article) answer.Article {
	return answer.Article{ID: a.ID, Title: a.Title, Publisher: a.Publisher, Published: a.Published, URL: a.URL, BasedOn: a.BasedOn, Note: a.Note}
}
