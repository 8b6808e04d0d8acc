package store

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// How often, and at what distance, a removal tries to empty the write-ahead log;
// each try may itself take checkpointWait.
const (
	checkpointTries = 20
	checkpointPause = 20 * time.Millisecond
)

// Remove takes an article out for good: its text, its passages and its words
// are overwritten in the file, in the indexes and in the write-ahead log.
// ErrNotFound means that there is no such article; any other error after the
// removal itself (ErrBusy, where readers never pause) says that the log could
// not be emptied.
//
// Of the articles that repeated it, the first takes its place. Answers that cite
// it are flagged.
func (s *Store) Remove(ctx context.Context, id string) error {
	what := fmt.Sprintf("remove %q", id)
	err := s.write(ctx, what, func(tx writeTx) error {
		var num int64
		known, err := tx.get("SELECT num FROM articles WHERE id = ?", []any{id}, &num)
		if err != nil {
			return err
		}
		if !known {
			return ErrNotFound
		}
		words := make(tally)
		if err := remove(tx, num, words); err != nil {
			return err
		}
		if err := inherit(tx, id); err != nil {
			return err
		}
		if err := flagCiting(tx, id, FlagWithdrawn); err != nil {
			return err
		}
		return finish(tx, words, true)
	})
	if err != nil {
		return err
	}
	if err := s.emptyLog(ctx); err != nil {
		return failed(s.path, what, fmt.Errorf("it is removed, but traces stay in the write-ahead log until the next removal: %w", err))
	}
	return nil
}

// remove takes an article and its passages out, the words in them included.
func remove(tx writeTx, num int64, words tally) error {
	a, ps, err := tx.load(num)
	if err != nil {
		return err
	}
	for _, p := range ps {
		words.count(a, p, -1)
	}
	if err := tx.exec("DELETE FROM passages WHERE article = ?", num); err != nil {
		return err
	}
	return tx.exec("DELETE FROM articles WHERE num = ?", num)
}

// inherit makes the first of the articles that repeated a removed one the
// original of the others.
func inherit(tx writeTx, removed string) error {
	nums, err := numbers(context.Background(), tx.tx, "SELECT num FROM articles WHERE duplicate_of = ? ORDER BY num", removed)
	if err != nil {
		return err
	}
	heir := ""
	for _, num := range nums {
		a, ps, err := tx.load(num)
		if err != nil {
			return err
		}
		a.DuplicateOf = heir
		if heir == "" {
			heir = a.ID
		}
		if err := tx.exec("UPDATE articles SET duplicate_of = ?, seal = ? WHERE num = ?", a.DuplicateOf, seal(a, ps), num); err != nil {
			return err
		}
	}
	return nil
}

// emptyLog moves the write-ahead log into the file and truncates it, so that
// nothing of a removed article stays behind in it. A reader that is at work
// prevents that for a moment.
func (s *Store) emptyLog(ctx context.Context) (err error) {
	db := checkpointHandle(s.path).open(1)
	defer func() { err = errors.Join(err, db.Close()) }()
	for range checkpointTries {
		var busy, pages, moved int
		err := db.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &moved)
		if err != nil || busy == 0 {
			return err
		}
		select { // lets writers go ahead
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(checkpointPause):
		}
	}
	return ErrBusy
}
