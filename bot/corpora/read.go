package corpora

import (
	"context"

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

// Version grows with every change of a scope's articles, made by this process or
// another.
func (c *Corpora) Version(ctx context.Context, s bot.Scope) (int64, error) {
	return with(ctx, c, s, func(r *reading) (int64, error) { return r.version(ctx) })
}
