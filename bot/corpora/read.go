package corpora

import (
	"context"
	"fmt"

	"sherpa/bot"
	"sherpa/store"
)

// Articles lists the articles of a scope by publication date, without their texts.
func (c *Corpora) Articles(ctx context.Context, s bot.Scope) ([]store.ArticleInfo, error) {
	return with(ctx, c, s, func(r *reading) ([]store.ArticleInfo, error) { return r.Articles(ctx) })
}

// Article finds an article of a scope by its id or the beginning of it. It fails
// with store.ErrNotFound or store.ErrAmbiguous.
func (c *Corpora) Article(ctx context.Context, s bot.Scope, id string) (store.Article, error) {
	return with(ctx, c, s, func(r *reading) (store.Article, error) { return r.find(ctx, id) })
}

// File is the store file that a scope reads; empty where it reads two, or none.
func (c *Corpora) File(s bot.Scope) string {
	own := ""
	if s.GuildID != "" && s.Own {
		own = c.shelf.file(s.GuildID)
	}
	switch standard := s.GuildID == "" || s.Default; {
	case !standard:
		return own
	case own == "":
		return c.opts.Default.Path()
	}
	return ""
}

// Version grows with every change of a scope's articles, made by this process or
// another.
func (c *Corpora) Version(ctx context.Context, s bot.Scope) (int64, error) {
	return with(ctx, c, s, func(r *reading) (int64, error) { return r.version(ctx) })
}

// Servers lists the servers that have articles of their own.
func (c *Corpora) Servers(context.Context) ([]string, error) {
	list, err := c.shelf.all()
	if err != nil {
		return nil, fmt.Errorf("corpora: list the servers: %w", err)
	}
	return list, nil
}
