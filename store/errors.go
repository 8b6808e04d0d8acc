package store

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/mattn/go-sqlite3"
)

// What callers branch on. Every error of this package that has one of these
// reasons wraps it.
var (
	// ErrNoFTS5 means that the program was built without SQLite's FTS5.
	ErrNoFTS5 = errors.New("this program was built without full-text search; build it with: go build -tags sqlite_fts5 ./cmd/sherpa (tests: go test -tags sqlite_fts5 ./...)")
	// ErrNewerSchema means that a later release of the program wrote the store.
	ErrNewerSchema = errors.New("the store was written by a newer version of sherpa; update sherpa, or use another file")
	// ErrNotAStore means that the file is something else than a store.
	ErrNotAStore = errors.New("the file is not a sherpa store")
	// ErrDamaged means that the content of the file cannot be trusted.
	ErrDamaged = errors.New("the store is damaged; restore a backup with: sherpa db restore FILE")
	// ErrNotFound means that the article, the record or the file does not exist.
	ErrNotFound = errors.New("not found")
	// ErrAmbiguous means that several articles match where one was asked for.
	ErrAmbiguous = errors.New("several articles begin like this; give more of the id")
	// ErrFull means that the disk, or the store's own limit, has no room left.
	ErrFull = errors.New("no room left for the store; free some disk space or raise its size limit")
	// ErrReadOnly means that the store can be read but not written.
	ErrReadOnly = errors.New("the store is read-only; check the rights of the file and its folder")
	// ErrBusy means that another process kept the store locked for too long.
	ErrBusy = errors.New("another process is writing to the store; try again")
	// ErrInvalid means that an article or a passage breaks the store's rules.
	ErrInvalid = errors.New("invalid article")
	// ErrInvalidRecord means that a record of operation breaks the store's rules.
	ErrInvalidRecord = errors.New("invalid record")
	// ErrTaken means that an answer of somebody else has the same id.
	ErrTaken = errors.New("another answer has this id")
)

// failed says what was attempted on which file, and puts the sentinel that fits
// an SQLite error in front of it.
func failed(path, what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %s: %w", path, what, classify(err))
}

// classify joins an SQLite error with the sentinel that it stands for.
func classify(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotFound
	}
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return err
	}
	if reason := reasonOf(e); reason != nil && !errors.Is(err, reason) {
		return fmt.Errorf("%w (%w)", reason, err)
	}
	return err
}

// reasonOf is the sentinel for an SQLite error, or nil.
func reasonOf(e sqlite3.Error) error {
	switch e.Code {
	case sqlite3.ErrFull:
		return ErrFull
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return ErrBusy
	case sqlite3.ErrReadonly, sqlite3.ErrPerm:
		return ErrReadOnly
	case sqlite3.ErrCorrupt:
		return ErrDamaged
	case sqlite3.ErrNotADB:
		return ErrNotAStore
	case sqlite3.ErrIoErr:
		return reasonOfIO(e)
	case sqlite3.ErrError:
		if strings.Contains(e.Error(), "invalid fts5 file format") {
			return ErrDamaged
		}
	}
	return nil
}

// reasonOfIO tells a full disk and a file cut short from other I/O errors.
func reasonOfIO(e sqlite3.Error) error {
	if e.SystemErrno == syscall.ENOSPC || e.SystemErrno == syscall.EDQUOT {
		return ErrFull
	}
	switch e.ExtendedCode {
	case sqlite3.ErrIoErrShortRead:
		return ErrDamaged
	case sqlite3.ErrIoErrWrite, sqlite3.ErrIoErrFsync, sqlite3.ErrIoErrTruncate, sqlite3.ErrIoErrSHMSize:
		return ErrFull
	}
	return nil
}

// isForbidden reports whether the file system does not allow writing.
func isForbidden(err error) bool {
	return errors.Is(err, syscall.EACCES) || errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EROFS)
}

// cannotShare reports whether SQLite could not set up the files by which
// processes share a store in WAL mode.
func cannotShare(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && (e.Code == sqlite3.ErrCantOpen || e.Code == sqlite3.ErrReadonly)
}
