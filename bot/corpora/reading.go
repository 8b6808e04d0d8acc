package corpora

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/retrieval"
	"sherpa/store"
)

// reading is the articles of a scope while they are read: a server's own, the
// default ones, or the two together. Where both have an article of one id, the
// server's own stands for it.
type reading struct {
	corpora *Corpora
	// volumes are the server's own, if it is read and there is one, and the default.
	volumes []*volume
}

var (
	_ answer.Searcher = (*reading)(nil)
	_ answer.Articles = (*reading)(nil)
)

// read opens the articles of a scope; close the reading.
func (c *Corpora) read(ctx context.Context, s bot.Scope) (*reading, error) {
	r := &reading{corpora: c}
	if s.GuildID != "" && s.Own {
		own, err := c.shelf.take(ctx, s.GuildID, false)
		if err == nil {
			r.volumes = append(r.volumes, own)
		} else if !errors.Is(err, store.ErrNotFound) {
			return nil, err
		}
	}
	if s.GuildID == "" || s.Default {
		r.volumes = append(r.volumes, c.main)
	}
	if len(r.volumes) == 0 {
		r.volumes = append(r.volumes, c.nothing)
	}
	return r, nil
}

func (r *reading) close() {
	if own := r.own(); own != nil {
		r.corpora.shelf.give(own)
	}
}

// own is the server's own volume, or nil.
func (r *reading) own() *volume {
	if r.volumes[0].guildID == "" {
		return nil
	}
	return r.volumes[0]
}

// with reads the articles of a scope and does something with them. Errors get the
// sentence that their reader needs.
func with[T any](ctx context.Context, c *Corpora, s bot.Scope, do func(*reading) (T, error)) (result T, err error) {
	r, err := c.read(ctx, s)
	if err != nil {
		return result, explain(err)
	}
	defer r.close()
	result, err = do(r)
	return result, explain(err)
}

// engine answers from what is read.
func (r *reading) engine() *answer.Engine {
	return r.engineWithin(r.corpora.opts.ModelTime)
}

// engineWithin answers from what is read, with so much time for the model.
func (r *reading) engineWithin(modelTime time.Duration) *answer.Engine {
	opts := &r.corpora.opts
	return answer.New(r, r, answer.Options{Now: opts.Now, Generator: opts.Generator, ModelTime: modelTime})
}

// modelTime is how long the model may take for somebody who waits until the end of
// ctx and has waited for a turn before: an answer without it is to come in time.
func (o *Options) modelTime(ctx context.Context) time.Duration {
	end, ok := ctx.Deadline()
	if !ok {
		return o.ModelTime
	}
	return max(min(o.ModelTime, time.Until(end)-offlineTime), time.Nanosecond)
}

// mode names how answers are made: by which model, if any.
func (o *Options) mode() string {
	if o.Generator == nil {
		return ""
	}
	return "model " + o.Generator.Model()
}

// hidden are the ids of default articles for which the server's own stand.
func (r *reading) hidden(ctx context.Context) (map[string]bool, error) {
	if len(r.volumes) < 2 {
		return nil, nil
	}
	return r.volumes[0].sharedWith(ctx, r.volumes[1])
}

// Search searches every volume by itself and joins what they found.
func (r *reading) Search(ctx context.Context, q retrieval.Query) (retrieval.Result, error) {
	hidden, err := r.hidden(ctx)
	if err != nil {
		return retrieval.Result{}, err
	}
	results := make([]retrieval.Result, len(r.volumes))
	for i, v := range r.volumes {
		if results[i], err = v.search.Search(ctx, q); err != nil {
			return retrieval.Result{}, err
		}
	}
	if len(hidden) > 0 {
		last := &results[len(results)-1]
		last.Articles -= len(hidden)
		last.Hits = slices.DeleteFunc(last.Hits, func(h retrieval.Hit) bool { return hidden[h.Article.ID] })
	}
	found := retrieval.Join(q.K, results...)
	r.corpora.degraded(ctx, found.Degraded)
	return found, nil
}

// EachArticle visits the articles, the server's own first.
func (r *reading) EachArticle(ctx context.Context, visit func(store.Article) error) error {
	hidden, err := r.hidden(ctx)
	if err != nil {
		return err
	}
	for i, v := range r.volumes {
		err := v.source.EachArticle(ctx, func(a store.Article) error {
			if i > 0 && hidden[a.ID] {
				return nil
			}
			return visit(a)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// CountArticles counts the articles.
func (r *reading) CountArticles(ctx context.Context) (int, error) {
	hidden, err := r.hidden(ctx)
	if err != nil {
		return 0, err
	}
	total := -len(hidden)
	for _, v := range r.volumes {
		n, err := v.source.CountArticles(ctx)
		if err != nil {
			return 0, err
		}
		total += n
	}
	return total, nil
}

// Articles lists the articles by publication date and id, as a store does.
func (r *reading) Articles(ctx context.Context) ([]store.ArticleInfo, error) {
	hidden, err := r.hidden(ctx)
	if err != nil {
		return nil, err
	}
	var list []store.ArticleInfo
	for i, v := range r.volumes {
		articles, err := v.source.Articles(ctx)
		if err != nil {
			return nil, err
		}
		for k := range articles {
			if i == 0 || !hidden[articles[k].ID] {
				list = append(list, articles[k])
			}
		}
	}
	slices.SortStableFunc(list, func(a, b store.ArticleInfo) int {
		return cmp.Or(strings.Compare(a.Published, b.Published), strings.Compare(a.ID, b.ID))
	})
	return list, nil
}

// Passages returns the passages of an article.
func (r *reading) Passages(ctx context.Context, articleID string) ([]store.Passage, error) {
	for _, v := range r.volumes {
		if ps, err := v.source.Passages(ctx, articleID); len(ps) > 0 || err != nil {
			return ps, err
		}
	}
	return nil, nil
}

// find finds an article by its id or the beginning of it: one that is spelt out in
// any volume before one that begins so.
func (r *reading) find(ctx context.Context, id string) (store.Article, error) {
	for _, v := range r.volumes {
		if a, err := v.source.Article(ctx, id); !errors.Is(err, store.ErrNotFound) {
			return a, err
		}
	}
	var found []store.Article
	for _, v := range r.volumes {
		a, err := v.source.FindArticle(ctx, id)
		switch {
		case err == nil && (len(found) == 0 || found[0].ID != a.ID):
			found = append(found, a)
		case err != nil && !errors.Is(err, store.ErrNotFound):
			return a, err
		}
	}
	switch len(found) {
	case 0:
		return store.Article{}, fmt.Errorf("article: %w", store.ErrNotFound)
	case 1:
		return found[0], nil
	}
	return store.Article{}, fmt.Errorf("article: %w", store.ErrAmbiguous)
}

// version is the sum of the volumes' versions: it grows with every change.
func (r *reading) version(ctx context.Context) (sum int64, err error) {
	all, err := versions(ctx, r.volumes...)
	for _, v := range all {
		sum += v
	}
	return sum, err
}

// basis names what an answer from this reading rests on.
func (r *reading) basis(ctx context.Context) (answer.Basis, error) {
	all, err := versions(ctx, r.volumes...)
	if err != nil {
		return answer.Basis{}, err
	}
	var scope []string
	for _, v := range r.volumes {
		scope = append(scope, fmt.Sprintf("%s/%d", v.guildID, v.serial))
	}
	return answer.Basis{Scope: strings.Join(scope, "+"), Versions: fmt.Sprint(all), Mode: r.corpora.opts.mode()}, nil
}

// has reports whether a source has an article.
func has(ctx context.Context, s source, id string) (bool, error) {
	_, err := s.Article(ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}
