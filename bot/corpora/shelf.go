package corpora

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"sherpa/retrieval"
	"sherpa/store"
)

// errClosed says that the Corpora were closed.
var errClosed = errors.New("corpora: closed")

// shelf opens the servers' own files when they are asked for, keeps some of them
// open, and never closes or deletes one that is in use. Files are closed and
// deleted under the mutex: SQLite removes the log of a file by its name, which
// must not be that of a newer one.
type shelf struct {
	folder   string
	maxBytes int64
	maxOpen  int
	now      func() time.Time
	// searching are the options of the search in a file.
	searching func(retrieval.Vectors) retrieval.Options
	// failed hears that a file was not closed well; all that matters was committed.
	failed func(error)

	mu     sync.Mutex
	slots  map[string]*slot // by guild id
	opened int64
	closed bool
}

// slot is the place of one server's file.
type slot struct {
	// ready is closed when volume is set, or the slot given up.
	ready  chan struct{}
	volume *volume
	users  int
	used   time.Time
}

func newShelf(opts Options) *shelf {
	return &shelf{
		folder: opts.Folder, maxBytes: opts.MaxBytes, maxOpen: opts.MaxOpen, now: opts.Now, slots: map[string]*slot{}, searching: opts.searching,
		failed: func(err error) { opts.Log.Warn("close a server's articles", slog.Any("error", err)) },
	}
}

// path is the file of a server. It lies in the folder: a guild id has nothing but
// digits.
func (s *shelf) path(guildID string) (string, error) {
	if !isGuild(guildID) {
		return "", ErrGuild
	}
	return filepath.Join(s.folder, guildID+".db"), nil
}

// file is the path of a server's file; empty if there is none.
func (s *shelf) file(guildID string) string {
	path, err := s.path(guildID)
	if err != nil {
		return ""
	}
	if _, err := os.Stat(path); err != nil {
		return ""
	}
	return path
}

// take opens a server's file, or joins those who use it; give it back. It fails
// with store.ErrNotFound if there is none, unless it may be made.
func (s *shelf) take(ctx context.Context, guildID string, create bool) (*volume, error) {
	path, err := s.path(guildID)
	if err != nil {
		return nil, err
	}
	for {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && !create {
			return nil, fmt.Errorf("no articles of its own: %w", store.ErrNotFound)
		}
		sl, mine, err := s.join(guildID)
		switch {
		case err != nil:
			return nil, err
		case mine:
			return s.open(ctx, guildID, path, create, sl)
		}
		// What another failed with (its context may have ended) is found out anew.
		if v, err := s.await(ctx, sl); v != nil || err != nil {
			return v, err
		}
	}
}

// join counts one more user of a server's file, or makes its slot: then the file
// is the caller's to open.
func (s *shelf) join(guildID string) (sl *slot, mine bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, false, errClosed
	}
	sl = s.slots[guildID]
	if sl == nil {
		sl, mine = &slot{ready: make(chan struct{})}, true
		s.slots[guildID] = sl
	}
	sl.users++
	return sl, mine, nil
}

// open opens the file of a new slot.
func (s *shelf) open(ctx context.Context, guildID, path string, create bool, sl *slot) (*volume, error) {
	st, err := store.Open(ctx, path, store.Options{MustExist: !create, MaxBytes: s.maxBytes})
	s.mu.Lock()
	defer s.mu.Unlock()
	defer close(sl.ready)
	if err != nil {
		delete(s.slots, guildID)
		return nil, err
	}
	s.opened++
	sl.volume = newVolume(guildID, st, s.opened, s.searching(st))
	s.makeRoom()
	return sl.volume, nil
}

// await waits until a file is open. It returns nothing where it could not be.
func (s *shelf) await(ctx context.Context, sl *slot) (*volume, error) {
	select {
	case <-sl.ready:
		return sl.volume, nil
	case <-ctx.Done():
		s.leave(sl)
		return nil, ctx.Err()
	}
}

// give ends one use of a file.
func (s *shelf) give(v *volume) {
	s.mu.Lock()
	sl := s.slots[v.guildID]
	s.mu.Unlock()
	s.leave(sl)
}

func (s *shelf) leave(sl *slot) {
	s.mu.Lock()
	defer s.mu.Unlock()
	sl.users--
	sl.used = s.now()
	s.makeRoom()
}

// makeRoom closes files that nobody uses until few enough are open.
func (s *shelf) makeRoom() {
	s.closeIdle(func(*slot) bool { return s.closed || len(s.slots) > s.maxOpen })
}

// sweep closes the files that nobody has used since then.
func (s *shelf) sweep(since time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closeIdle(func(sl *slot) bool { return sl.used.Before(since) })
}

// closeIdle closes files that nobody uses, the longest unused first, as long as
// it is wanted.
func (s *shelf) closeIdle(wanted func(*slot) bool) {
	for {
		guildID, sl := s.oldest()
		if sl == nil || !wanted(sl) {
			return
		}
		delete(s.slots, guildID)
		if err := sl.volume.store.Close(); err != nil {
			s.failed(err)
		}
	}
}

// oldest is the open file that is unused for the longest time.
func (s *shelf) oldest() (guildID string, oldest *slot) {
	for id, sl := range s.slots {
		if sl.users == 0 && sl.volume != nil && (oldest == nil || sl.used.Before(oldest.used)) {
			guildID, oldest = id, sl
		}
	}
	return guildID, oldest
}

// openNow lists the servers whose files are open.
func (s *shelf) openNow() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Keys(s.slots))
}

// serials are those of the open files, by server.
func (s *shelf) serials() map[string]int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	open := map[string]int64{}
	for guildID, sl := range s.slots {
		if sl.volume != nil {
			open[guildID] = sl.volume.serial
		}
	}
	return open
}

// all lists the servers that have a file.
func (s *shelf) all() ([]string, error) {
	entries, err := os.ReadDir(s.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var guilds []string
	for _, e := range entries {
		id, isStore := strings.CutSuffix(e.Name(), ".db")
		if isStore && isGuild(id) {
			guilds = append(guilds, id)
		}
	}
	return guilds, err
}

// forget deletes a server's file. It fails with store.ErrBusy while it is used.
func (s *shelf) forget(guildID string) error {
	path, err := s.path(guildID)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if sl := s.slots[guildID]; sl != nil {
		if sl.users > 0 {
			return fmt.Errorf("delete a server's articles while they are read: %w", store.ErrBusy)
		}
		delete(s.slots, guildID)
		err = sl.volume.store.Close()
	}
	errs := []error{err}
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(path + end); !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// close closes the files, those in use as soon as they no longer are.
func (s *shelf) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	s.makeRoom()
}
