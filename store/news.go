package store

import (
	"context"
	"strings"
	"time"
)

// newsMark begins the claims that are news, which isNews selects: a semicolon
// comes right after a colon. No event has such an id.
const (
	newsMark = "news:"
	isNews   = "id >= 'news:' AND id < 'news;'"
)

// Tell lets all processes know that a user did something which changes what they
// hold in memory. It is known for 5 minutes, longer than any answer is worked on. ErrInvalidRecord if the kind is not
// one of those that News has.
func (s *Store) Tell(ctx context.Context, kind NewsKind, userHash string) error {
	if err := checkTexts(maxName, userHash); err != nil {
		return err
	}
	if kind != NewTopic && kind != Forgotten {
		return ErrInvalidRecord
	}
	return s.keep(ctx, "tell other processes", func(tx writeTx) error { return tell(tx, kind, userHash, s.now()) })
}

func tell(tx writeTx, kind NewsKind, userHash string, now time.Time) error {
	return tx.exec("INSERT OR REPLACE INTO claims (id, made) VALUES (?, ?)", newsID(kind, userHash), toNanos(now))
}

func newsID(kind NewsKind, userHash string) string { return newsMark + string(kind) + ":" + userHash }

// News returns what was told by any process, this one too: of each kind and user
// the last time. It costs one small read.
func (s *Store) News(ctx context.Context) ([]News, error) {
	var list []News
	err := s.each(ctx, "read the news", "SELECT id, made FROM claims WHERE "+isNews+" ORDER BY made", nil, func(r row) error {
		var id string
		var made int64
		if err := r.Scan(&id, &made); err != nil {
			return err
		}
		kind, hash, _ := strings.Cut(strings.TrimPrefix(id, newsMark), ":")
		list = append(list, News{Kind: NewsKind(kind), UserHash: hash, When: fromNanos(made)})
		return nil
	})
	return list, err
}

// isForgotten reports whether a user had everything deleted at a time or later.
func isForgotten(tx writeTx, userHash string, since time.Time) (found bool, err error) {
	_, err = tx.get("SELECT EXISTS (SELECT 1 FROM claims WHERE id = ? AND made >= ?)", []any{newsID(Forgotten, userHash), toNanos(since)}, &found)
	return found, err
}
