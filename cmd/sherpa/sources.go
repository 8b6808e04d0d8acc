package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sherpa/answer"
	"sherpa/internal/usererr"
	"sherpa/store"
)

// sourcesCmd lists, shows and removes articles.
type sourcesCmd struct {
	List   sourcesListCmd   `cmd:"" default:"withargs" hidden:"" help:"List the articles."`
	Remove sourcesRemoveCmd `cmd:"" help:"Take an article down."`
}

// Help shows examples.
func (sourcesCmd) Help() string {
	return `Examples:

    sherpa sources
    sherpa sources --text 001_bc0681c6d51fa3c6
    sherpa sources remove 001_bc0681c6d51fa3c6

--text ID shows the text that citations point into, and --json prints JSON. The
beginning of an id will do where only one article has it.`
}

type sourcesListCmd struct {
	JSON bool   `name:"json" help:"Print JSON."`
	Text string `placeholder:"ID" help:"Show the stored text of one article."`
}

// sourceJSON is an article as scripts see it.
type sourceJSON struct {
	answer.Article
	Author      string `json:"author"`
	Updated     string `json:"updated"`
	Lang        string `json:"lang"`
	DuplicateOf string `json:"duplicate_of,omitempty"`
	Embedded    bool   `json:"embedded"`
	Added       string `json:"added"`
}

type listedJSON struct {
	sourceJSON
	Passages int `json:"passages"`
}

type textJSON struct {
	sourceJSON
	Text string `json:"text"`
}

func toSource(a store.Article) sourceJSON {
	return sourceJSON{
		Article: named(a), Author: a.Author, Updated: a.Updated, Lang: a.Lang,
		DuplicateOf: a.DuplicateOf, Embedded: a.Embedded, Added: a.Added.UTC().Format(time.RFC3339),
	}
}

// Run lists the articles, or shows one.
func (c *sourcesListCmd) Run(ctx context.Context, a *app) error {
	st, err := a.openSeeded(ctx)
	if err != nil {
		return err
	}
	defer closeStore(a, st)
	if c.Text != "" {
		return c.text(ctx, a, st)
	}
	articles, err := st.Articles(ctx)
	if err != nil {
		return storeError(st.Path(), err)
	}
	list := make([]listedJSON, 0, len(articles))
	for _, info := range articles {
		list = append(list, listedJSON{toSource(info.Article), info.Passages})
	}
	return a.show(c.JSON, list, func(v view) string { return renderSources(articles, v) })
}

// text shows one article's stored text: byte for byte, since citations point
// into it, unless a terminal would act on it.
func (c *sourcesListCmd) text(ctx context.Context, a *app, st *store.Store) error {
	article, err := findArticle(ctx, st, c.Text)
	if err != nil {
		return err
	}
	return a.show(c.JSON, textJSON{toSource(article), article.Text}, func(view) string {
		if a.terminal.out {
			return printableLines(article.Text) + "\n"
		}
		return article.Text + "\n"
	})
}

type sourcesRemoveCmd struct {
	ID string `arg:"" help:"The article's id, or its beginning."`
}

// Run takes the article down.
func (c *sourcesRemoveCmd) Run(ctx context.Context, a *app) error {
	st, err := a.openSeeded(ctx)
	if err != nil {
		return err
	}
	defer closeStore(a, st)
	article, err := findArticle(ctx, st, c.ID)
	if err != nil {
		return err
	}
	if err := st.Remove(ctx, article.ID); err != nil {
		return storeError(st.Path(), err)
	}
	return a.print(printable(fmt.Sprintf("Removed %s: %s.", article.ID, sourceLine(named(article)))) + "\n")
}

// findArticle finds an article by its id or the beginning of it.
func findArticle(ctx context.Context, st *store.Store, id string) (store.Article, error) {
	article, err := st.FindArticle(ctx, id)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return article, usererr.Wrap(err, usererr.Failed, fmt.Sprintf("there is no article %q; `sherpa sources` lists those that there are.", id))
	case errors.Is(err, store.ErrAmbiguous):
		return article, usererr.Wrap(err, usererr.Usage, fmt.Sprintf("several articles have an id that begins with %q; write more of it.", id))
	}
	return article, storeError(st.Path(), err)
}

// renderSources lists articles, one entry each.
func renderSources(articles []store.ArticleInfo, v view) string {
	p := newPage(v)
	if len(articles) == 0 {
		p.para("", "The store holds no articles; add some with `sherpa ingest`.", bold)
		return p.String()
	}
	for _, info := range articles {
		p.gap()
		p.para("", info.ID, bold)
		p.source("  ", named(info.Article))
		if info.DuplicateOf != "" {
			p.para("  ", "Says nearly the same as "+info.DuplicateOf+".", yellow)
		}
		p.para("  ", count(info.Passages, "passage"), dim)
	}
	p.gap()
	p.para("", count(len(articles), "article"), plain)
	return p.String()
}
