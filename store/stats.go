package store

import (
	"context"
	"fmt"
)

// Version is a number that grows with every change of the articles, made by
// this process or another. It costs one small read.
func (s *Store) Version(ctx context.Context) (int64, error) {
	var v int64
	err := ctx.Err()
	if err == nil {
		err = s.searches.QueryRowContext(unwatched(ctx), "SELECT version FROM corpus WHERE only = 1").Scan(&v)
	}
	return v, failed(s.path, "read the corpus version", err)
}

// Stats counts what the store holds, as of one moment. Bytes is the size of the
// database without its write-ahead log.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	st := Stats{Path: s.path}
	err := s.reader.QueryRowContext(ctx, `SELECT
		(SELECT count(*) FROM articles), (SELECT count(*) FROM passages), (SELECT count(*) FROM words),
		(SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size),
		(SELECT user_version FROM pragma_user_version), (SELECT version FROM corpus),
		(SELECT coalesce(min(substr(published, 1, 10)), '') FROM articles WHERE published <> ''),
		(SELECT coalesce(max(substr(published, 1, 10)), '') FROM articles)`).
		Scan(&st.Articles, &st.Passages, &st.Words, &st.Bytes, &st.Schema, &st.Version, &st.Oldest, &st.Newest)
	if err != nil {
		return Stats{}, failed(s.path, "count", err)
	}
	return st, nil
}

// Meta returns a small fact that SetMeta stored; ErrNotFound if there is none.
func (s *Store) Meta(ctx context.Context, key string) (string, error) {
	var value string
	err := s.reader.QueryRowContext(ctx, "SELECT value FROM meta WHERE key = ?", key).Scan(&value)
	return value, failed(s.path, fmt.Sprintf("read the fact %q", key), err)
}

// DropMeta deletes small facts, and leaves no trace of them in the files; where
// readers at work prevent that, it fails with ErrBusy after the deletion. Facts
// that there are not are dropped already.
func (s *Store) DropMeta(ctx context.Context, keys ...string) error {
	if len(keys) == 0 {
		return nil
	}
	err := s.keep(ctx, "drop facts", func(tx writeTx) error {
		for _, key := range keys {
			if err := tx.exec("DELETE FROM meta WHERE key = ?", key); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return failed(s.path, "empty the log after dropping facts", s.emptyLog(ctx))
}

// SetMeta stores a small fact under a key. It does not change the corpus, and
// so not its version.
func (s *Store) SetMeta(ctx context.Context, key, value string) error {
	if !isText(key) || !isText(value) {
		return fmt.Errorf("store the fact %q: %w: not text in UTF-8", key, ErrInvalid)
	}
	return s.write(ctx, fmt.Sprintf("store the fact %q", key), func(tx writeTx) error {
		return tx.exec("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value)
	})
}
