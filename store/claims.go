package store

import "context"

// Claim reports whether id, of an interaction or a message, is claimed for the
// first time by any process. Claims are forgotten after 20 minutes.
func (s *Store) Claim(ctx context.Context, id string) (first bool, err error) {
	if err := checkTexts(maxName, id); err != nil {
		return false, err
	}
	err = s.keep(ctx, "claim an event", func(tx writeTx) error {
		n, err := tx.change("INSERT INTO claims (id, made) VALUES (?, ?) ON CONFLICT DO NOTHING", id, toNanos(s.now()))
		first = n > 0
		return err
	})
	return first && err == nil, err
}

// Count adds one to the questions of key on this day in UTC, and returns the new
// count. The key is a user's hash, the same with "@" and a server's id, or a
// server's id. A count that would exceed limit is not added: ok is false, and
// used is what was counted before.
func (s *Store) Count(ctx context.Context, key string, limit int) (used int, ok bool, err error) {
	if err := checkTexts(maxName, key); err != nil {
		return 0, false, err
	}
	err = s.keep(ctx, "count a question", func(tx writeTx) error {
		day := dayOf(s.now())
		if _, err := tx.get("SELECT used FROM counts WHERE key = ? AND day = ?", []any{key, day}, &used); err != nil {
			return err
		}
		if ok = used < limit; !ok {
			return nil
		}
		used++
		return tx.exec("INSERT INTO counts (key, day, used) VALUES (?, ?, ?) ON CONFLICT (key, day) DO UPDATE SET used = excluded.used", key, day, used)
	})
	if err != nil {
		return 0, false, err
	}
	return used, ok, nil
}
