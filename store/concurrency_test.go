package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"
)

// TestReadersWritersAndBackupsTogether lets two writing stores on one file, as
// two processes have, work beside eight readers. Nobody may see a busy error or
// half an article.
func TestReadersWritersAndBackupsTogether(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	other := openStore(t, s.Path(), Options{})
	mustPut(t, s, numbered(0, 5)...)
	many := rounds(20, 60)
	var g errgroup.Group
	var writing atomic.Int32
	writing.Store(2)
	for w, writer := range []*Store{s, other} {
		g.Go(func() error {
			defer writing.Add(-1)
			return writeMany(t.Context(), writer, 1000*(w+1), many)
		})
	}
	for r := range 8 {
		g.Go(func() error {
			for writing.Load() > 0 {
				if err := readOnce(t.Context(), []*Store{s, other}[r%2]); err != nil {
					return err
				}
			}
			return nil
		})
	}
	g.Go(func() error {
		return backUpWhile(t.Context(), s, filepath.Join(t.TempDir(), "backup.db"), func() bool { return writing.Load() > 0 })
	})
	mustDo(t, g.Wait())
	if report := mustBeSound(t, s); report.Articles != 5+2*(many-many/5) {
		t.Errorf("%d articles", report.Articles)
	}
}

// writeMany adds so many articles and removes every fifth of them.
func writeMany(ctx context.Context, s *Store, from, many int) error {
	for i := from; i < from+many; i++ {
		if _, err := s.PutAll(ctx, numbered(i, 1)); err != nil {
			return err
		}
		if i%5 > 0 {
			continue
		}
		// A reader may keep the log from being emptied; the removal counts.
		if err := s.Remove(ctx, fmt.Sprintf("article-%04d", i)); err != nil && !errors.Is(err, ErrBusy) {
			return err
		}
	}
	return nil
}

func readOnce(ctx context.Context, s *Store) error {
	hits, err := s.Search(ctx, Search{Match: Match{Term: "delegation"}, Limit: 10})
	if err != nil || len(hits) < 5 {
		return fmt.Errorf("%d hits, %w", len(hits), err)
	}
	list, err := s.Articles(ctx)
	if err != nil {
		return err
	}
	for _, info := range list {
		if info.Passages != 2 {
			return fmt.Errorf("%s has %d passages", info.ID, info.Passages)
		}
	}
	_, err = s.Version(ctx)
	return err
}

func backUpWhile(ctx context.Context, s *Store, file string, more func() bool) error {
	for more() {
		if err := s.Backup(ctx, file); err != nil {
			return err
		}
	}
	b, err := Open(ctx, file, Options{ReadOnly: true})
	if err != nil {
		return err
	}
	_, err = b.Check(ctx)
	return errors.Join(err, b.Close())
}

// TestCancelledWriteLeavesNothing cancels writes at all moments. The driver ends
// the transaction of a cancelled statement and lets the next one commit alone;
// this store must be sound and hold all of a call or nothing.
func TestCancelledWriteLeavesNothing(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	done, cancelled := 0, 0
	for i := range 60 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(i*100)*time.Microsecond)
		_, err := s.PutAll(ctx, numbered(i*20, 20))
		cancel()
		switch {
		case err == nil:
			done++
		case errors.Is(err, context.DeadlineExceeded):
			cancelled++
		default:
			t.Errorf("error %v", err)
		}
	}
	t.Logf("%d done, %d cancelled", done, cancelled)
	if report := mustBeSound(t, s); report.Articles != 20*done {
		t.Errorf("%d articles after %d calls of 20", report.Articles, done)
	}
	if cancelled == 0 {
		t.Error("nothing was cancelled")
	}
}

// TestSearchEndsWithItsContext cancels a read.
func TestSearchEndsWithItsContext(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 10)...)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, brief := range []bool{false, true} {
		if _, err := s.Search(ctx, Search{Match: term("delegation"), Limit: 1, Brief: brief}); !errors.Is(err, context.Canceled) {
			t.Errorf("brief %t: error %v, want context.Canceled", brief, err)
		}
	}
	if _, err := s.Version(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("the version: error %v, want context.Canceled", err)
	}
	if got := find(t, s, term("delegation")); len(got) != 10 {
		t.Errorf("%d hits afterwards", len(got))
	}
}

// TestLockedStore lets another program hold the write lock for longer than this
// one waits, which is shorter here than outside tests.
func TestLockedStore(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 2)...)
	_, err := s.writer.ExecContext(t.Context(), fmt.Sprintf("PRAGMA busy_timeout = %d", rounds(5, writerWait)))
	mustDo(t, err)
	other := writerHandle(s.Path(), DefaultMaxBytes).open(1)
	defer func() { mustDo(t, other.Close()) }()
	tx, err := other.BeginTx(t.Context(), nil)
	mustDo(t, err)
	if _, err := s.PutAll(t.Context(), numbered(2, 1)); !errors.Is(err, ErrBusy) {
		t.Errorf("error %v, want ErrBusy", err)
	}
	if got := find(t, s, term("delegation")); len(got) != 2 {
		t.Errorf("%d hits meanwhile", len(got))
	}
	mustDo(t, tx.Rollback())
	mustPut(t, s, numbered(2, 1)...)
}
