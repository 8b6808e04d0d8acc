package corpora

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"sherpa/bot"
	"sherpa/store"
)

// adder is who added an article, as the server's own store keeps it.
type adder struct {
	Hash string `json:"hash,omitempty"`
	Name string `json:"name,omitempty"`
}

// adderKey is the key of the fact who added an article.
func adderKey(articleID string) string { return "added_by:" + articleID }

func putAdder(ctx context.Context, st *store.Store, articleID string, by bot.Admin) error {
	value, err := json.Marshal(adder(by))
	if err != nil {
		return fmt.Errorf("who added an article: %w", err)
	}
	return st.SetMeta(ctx, adderKey(articleID), string(value))
}

// adderOf is who added an article; nobody where that is not known.
func adderOf(ctx context.Context, st *store.Store, articleID string) (adder, error) {
	value, err := st.Meta(ctx, adderKey(articleID))
	if errors.Is(err, store.ErrNotFound) {
		return adder{}, nil
	}
	var by adder
	if err == nil && json.Unmarshal([]byte(value), &by) != nil {
		return adder{}, nil // written by another version
	}
	return by, err
}

// Own lists what a server added, with who added it.
func (c *Corpora) Own(ctx context.Context, guildID string) ([]bot.OwnArticle, []store.FeedState, error) {
	if !isGuild(guildID) {
		return nil, nil, explain(ErrGuild)
	}
	feeds, err := c.feedsOf(ctx, guildID)
	if err != nil {
		return nil, nil, explain(err)
	}
	list, err := with(ctx, c, bot.Scope{GuildID: guildID, Own: true}, func(r *reading) ([]bot.OwnArticle, error) {
		return ownArticles(ctx, r)
	})
	return list, feeds, err
}

func ownArticles(ctx context.Context, r *reading) ([]bot.OwnArticle, error) {
	articles, err := r.Articles(ctx)
	if err != nil {
		return nil, err
	}
	list := make([]bot.OwnArticle, len(articles))
	for i, a := range articles {
		by, err := adderOf(ctx, r.volumes[0].store, a.ID)
		if err != nil {
			return nil, err
		}
		list[i] = bot.OwnArticle{ArticleInfo: a, AddedBy: by.Name}
	}
	return list, nil
}

// ForgetAdmin deletes who added articles, in all servers, where it was the one with
// these hashes; the articles are the servers' and stay. It returns how many there
// are. A damaged file, of which nobody can be shown anything, is left to the
// operator; other failures do not stop the rest.
func (c *Corpora) ForgetAdmin(ctx context.Context, hashes []string) (int, error) {
	guilds, err := c.shelf.all()
	if err != nil {
		return 0, fmt.Errorf("corpora: list the servers' articles: %w", err)
	}
	n := 0
	var errs []error
	for _, guildID := range guilds {
		forgotten, err := c.forgetAdminIn(ctx, guildID, hashes)
		n += forgotten
		switch {
		case errors.Is(err, store.ErrDamaged), errors.Is(err, store.ErrNotAStore):
			c.warn(ctx, "forget who added articles", err)
		case !errors.Is(err, store.ErrNotFound):
			errs = append(errs, err)
		}
	}
	return n, explain(errors.Join(errs...))
}

func (c *Corpora) forgetAdminIn(ctx context.Context, guildID string, hashes []string) (int, error) {
	v, err := c.shelf.take(ctx, guildID, false)
	if err != nil {
		return 0, err
	}
	defer c.shelf.give(v)
	articles, err := addedIn(ctx, v, hashes)
	if err != nil {
		return 0, err
	}
	return len(articles), c.dropAdders(ctx, v, articles)
}

// addedIn lists the articles of a server that the one with these hashes added.
func addedIn(ctx context.Context, v *volume, hashes []string) (ids []string, err error) {
	articles, err := v.store.Articles(ctx)
	if err != nil {
		return nil, err
	}
	for i := range articles {
		by, err := adderOf(ctx, v.store, articles[i].ID)
		if err != nil {
			return nil, err
		}
		if by.Hash != "" && slices.Contains(hashes, by.Hash) {
			ids = append(ids, articles[i].ID)
		}
	}
	return ids, nil
}

// dropAdders forgets who added articles. Where readers at work keep traces in the
// file's log, those go with the next deletion, or when the file is closed.
func (c *Corpora) dropAdders(ctx context.Context, v *volume, articleIDs []string) error {
	var keys []string
	for _, id := range articleIDs {
		keys = append(keys, adderKey(id))
	}
	err := v.store.DropMeta(ctx, keys...)
	if errors.Is(err, store.ErrBusy) && len(keys) > 0 {
		if _, gone := v.store.Meta(ctx, keys[0]); errors.Is(gone, store.ErrNotFound) {
			c.warn(ctx, "forget who added articles", err)
			return nil
		}
	}
	return err
}

// AddedBy lists the articles, in all servers, that the one with these hashes
// added. Files that cannot be read are left out.
func (c *Corpora) AddedBy(ctx context.Context, hashes []string) ([]store.AddedArticle, error) {
	guilds, err := c.shelf.all()
	if err != nil {
		return nil, fmt.Errorf("corpora: list the servers' articles: %w", err)
	}
	var list []store.AddedArticle
	for _, guildID := range guilds {
		v, err := c.shelf.take(ctx, guildID, false)
		if err != nil {
			c.warn(ctx, "look for who added articles", err)
			continue
		}
		ids, err := addedIn(ctx, v, hashes)
		c.shelf.give(v)
		if err != nil {
			return nil, explain(err)
		}
		for _, id := range ids {
			list = append(list, store.AddedArticle{GuildID: guildID, ID: id})
		}
	}
	return list, nil
}
