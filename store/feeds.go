package store

import (
	"context"
)

// PutFeed adds a feed, or changes when a known one is read; who added it first
// stays. Every must be positive.
func (s *Store) PutFeed(ctx context.Context, f FeedState) error {
	if err := f.validate(); err != nil {
		return err
	}
	return s.keep(ctx, "keep a feed", func(tx writeTx) error {
		return tx.exec(`INSERT INTO feeds (guild, url, added_by, added_name, added, next, every, failures, last_error)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (guild, url) DO UPDATE SET next = excluded.next, every = excluded.every,
				failures = excluded.failures, last_error = excluded.last_error`,
			f.GuildID, f.URL, f.AddedBy, f.AddedName, toNanos(f.Added), toNanos(f.Next), int64(f.Every), f.Failures, f.LastError)
	})
}

func (f FeedState) validate() error {
	if err := checkTexts(maxName, f.GuildID, f.AddedBy, f.AddedName); err != nil {
		return err
	}
	return checkTexts(maxAddress, f.URL, f.LastError)
}

// UpdateFeed keeps what came of reading a feed: Next, Failures and LastError.
// ErrNotFound means that it was removed meanwhile.
func (s *Store) UpdateFeed(ctx context.Context, f FeedState) error {
	if err := f.validate(); err != nil {
		return err
	}
	return s.keep(ctx, "update a feed", func(tx writeTx) error {
		return foundOr(tx.change("UPDATE feeds SET next = ?, failures = ?, last_error = ? WHERE guild = ? AND url = ?",
			toNanos(f.Next), f.Failures, f.LastError, f.GuildID, f.URL))
	})
}

// RemoveFeed forgets a feed; ErrNotFound if there is none.
func (s *Store) RemoveFeed(ctx context.Context, guildID, url string) error {
	return s.keep(ctx, "remove a feed", func(tx writeTx) error {
		return foundOr(tx.change("DELETE FROM feeds WHERE guild = ? AND url = ?", guildID, url))
	})
}

const feedColumns = "guild, url, added_by, added_name, added, next, every, failures, last_error"

// Feeds returns the feeds of a server, or with guildID empty those of the default
// store, in the order in which they were added.
func (s *Store) Feeds(ctx context.Context, guildID string) ([]FeedState, error) {
	list, err := feedsOf(ctx, s.reader, "SELECT "+feedColumns+" FROM feeds WHERE guild = ? ORDER BY added, url", guildID)
	return list, failed(s.path, "read the feeds", err)
}

// TakeDueFeeds returns at most limit feeds, of all servers, that are to be read
// now, longest due first. Whoever takes a feed reads it: its Next is set to one
// interval from now, so that no other process takes it, and if this one dies, the
// feed is read then.
func (s *Store) TakeDueFeeds(ctx context.Context, limit int) (due []FeedState, err error) {
	now := toNanos(s.now())
	err = s.keep(ctx, "take the due feeds", func(tx writeTx) error {
		var err error
		due, err = feedsOf(context.Background(), tx.tx, "SELECT "+feedColumns+" FROM feeds WHERE next <= ? ORDER BY next, guild, url LIMIT ?", now, max(limit, 0))
		for i := range due {
			if err != nil {
				return err
			}
			due[i].Next = fromNanos(now).Add(due[i].Every)
			err = tx.exec("UPDATE feeds SET next = ? WHERE guild = ? AND url = ?", toNanos(due[i].Next), due[i].GuildID, due[i].URL)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return due, nil
}

func feedsOf(ctx context.Context, q queryer, query string, args ...any) ([]FeedState, error) {
	var list []FeedState
	err := eachRow(ctx, q, query, args, func(r row) error {
		var f FeedState
		var added, next int64
		err := r.Scan(&f.GuildID, &f.URL, &f.AddedBy, &f.AddedName, &added, &next, (*int64)(&f.Every), &f.Failures, &f.LastError)
		f.Added, f.Next = fromNanos(added), fromNanos(next)
		list = append(list, f)
		return err
	})
	return list, err
}
