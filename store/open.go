package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// DefaultMaxBytes is how large a store may grow if Options do not say.
const DefaultMaxBytes = 4 << 30

// Options say how a store is opened.
type Options struct {
	// ReadOnly opens an existing store without ever writing to it.
	ReadOnly bool
	// MustExist makes a missing file an error instead of creating it.
	MustExist bool
	// MaxBytes is the size that the file may grow to; 0 means DefaultMaxBytes.
	MaxBytes int64
	// Now is the clock of the records of operation; nil means time.Now.
	Now func() time.Time
}

// Store is an open store. Its methods may be called from several goroutines.
type Store struct {
	path   string
	reader *sql.DB
	// searches are the prepared statements of searches, on the reader.
	searches *prepared
	// immutable means that the reader takes the file for one that never changes.
	immutable bool
	// writer is nil where the store can only be read; why says why.
	writer *sql.DB
	why    error
	now    func() time.Time
}

// Open opens the store in the file at path, creates it and its folder if they
// are missing, and brings its schema up to date. Where the file or its folder
// cannot be written, an existing store is opened for reading only, and writes
// fail with ErrReadOnly.
func Open(ctx context.Context, path string, opts Options) (*Store, error) {
	if err := selfTest(); err != nil {
		return nil, err
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open the store: %w", err)
	}
	latest, err := steps()
	if err != nil {
		return nil, err
	}
	if err := prepareFile(path, opts); err != nil {
		return nil, err
	}
	s := &Store{path: path, now: opts.Now}
	if s.now == nil {
		s.now = time.Now
	}
	if err := s.open(ctx, opts, latest); err != nil {
		return nil, errors.Join(failed(path, "open the store", err), s.Close())
	}
	return s, nil
}

// Path is the absolute name of the store's file.
func (s *Store) Path() string { return s.path }

// Close ends all use of the store. The last one to close it empties its
// write-ahead log; nothing is lost where that does not happen.
func (s *Store) Close() error {
	var errs []error
	if s.searches != nil {
		errs = append(errs, s.searches.close())
	}
	if s.reader != nil {
		errs = append(errs, s.reader.Close())
	}
	if s.writer != nil {
		errs = append(errs, s.writer.Close())
	}
	return errors.Join(errs...)
}

// prepareFile makes sure that there is a file to open.
func prepareFile(path string, opts Options) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("%s is a folder: %w", path, ErrNotAStore)
	case err == nil && info.Size() > 0:
		return checkHeader(path)
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("open the store: %w", err)
	case opts.MustExist || opts.ReadOnly:
		return fmt.Errorf("%s: no store there: %w", path, ErrNotFound)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return unwritable("create the store's folder", err)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600) //nolint:gosec // a path that the caller chose
	if err != nil {
		return unwritable("create the store", err)
	}
	return f.Close()
}

// header is how every SQLite file begins.
const header = "SQLite format 3\x00"

// checkHeader refuses files of other kinds. SQLite itself takes a file of a few
// bytes for an empty database, and would overwrite it.
func checkHeader(path string) (err error) {
	f, err := os.Open(path) //nolint:gosec // a path that the caller chose
	if err != nil {
		return fmt.Errorf("open the store: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	begin := make([]byte, len(header))
	if _, err := io.ReadFull(f, begin); err != nil || string(begin) != header {
		return fmt.Errorf("%s: open the store: %w", path, ErrNotAStore)
	}
	return nil
}

// unwritable marks the errors of a file system that refuses to be written to.
func unwritable(what string, err error) error {
	if isForbidden(err) {
		return fmt.Errorf("%s: %w (%w)", what, ErrReadOnly, err)
	}
	return fmt.Errorf("%s: %w", what, err)
}

func (s *Store) open(ctx context.Context, opts Options, latest []string) error {
	is, err := s.openReader(ctx)
	if err != nil {
		return err
	}
	if err := is.accept(len(latest)); err != nil {
		return err
	}
	if opts.ReadOnly {
		s.why = ErrReadOnly
	} else {
		err = s.openWriter(ctx, opts, latest)
	}
	switch {
	case err != nil:
		return err
	case s.writer == nil && is.schema < len(latest):
		return fmt.Errorf("its schema must be brought up to date first, which needs writing: %w", ErrReadOnly)
	case s.writer != nil && s.immutable:
		return s.openReaderAgain(ctx)
	}
	return nil
}

func (s *Store) openReader(ctx context.Context) (identity, error) {
	v, err := openView(ctx, s.path)
	if err != nil {
		return identity{}, err
	}
	s.reader, s.immutable = v.db, v.immutable
	s.searches = newPrepared(v.db)
	return v.is, nil
}

// openReaderAgain replaces a reader that takes the file for one that never changes.
// What kept it from sharing the file is gone where that can be written: the journal
// of a process that was killed while it made the store, which the writer put back.
func (s *Store) openReaderAgain(ctx context.Context) error {
	if err := errors.Join(s.searches.close(), s.reader.Close()); err != nil {
		return err
	}
	_, err := s.openReader(ctx)
	return err
}

// view is a file opened for reading, and what it is.
type view struct {
	db        *sql.DB
	is        identity
	immutable bool
}

// openView opens the file for reading and finds out what it is, before anything
// is written to it. Where the folder does not let SQLite keep its index of the
// write-ahead log, and there is no such log, the file is read as one that nobody
// changes.
func openView(ctx context.Context, path string) (view, error) {
	v, err := tryView(ctx, path, false)
	if err != nil && cannotShare(err) && !hasLog(path) {
		v, err = tryView(ctx, path, true)
	}
	return v, err
}

func tryView(ctx context.Context, path string, immutable bool) (view, error) {
	db := readerHandle(path, immutable).open(readers)
	id, err := identify(ctx, db)
	if err != nil {
		return view{}, errors.Join(err, db.Close())
	}
	return view{db, id, immutable}, nil
}

// hasLog reports whether commits wait in a write-ahead log beside the file.
func hasLog(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

// openWriter opens the file for writing and migrates it. A file that may not be
// written leaves the store without a writer, which is not an error.
func (s *Store) openWriter(ctx context.Context, opts Options, latest []string) error {
	if why := writable(s.path); why != nil {
		s.why = why
		return nil
	}
	maxBytes := opts.MaxBytes
	if maxBytes <= 0 {
		maxBytes = DefaultMaxBytes
	}
	db := writerHandle(s.path, maxBytes).open(1)
	err := migrate(ctx, db, latest)
	if err == nil {
		s.writer = db
		return nil
	}
	err = errors.Join(classify(err), db.Close())
	if errors.Is(err, ErrReadOnly) {
		s.why = err
		return nil
	}
	return err
}

// writable says why the file, or its folder, cannot be written; nil if it can.
// SQLite would only notice at the first write.
func writable(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0) //nolint:gosec // a path that the caller chose
	if err != nil {
		return unwritable("open for writing", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("open for writing: %w", err)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".sherpa-*")
	if err != nil {
		return unwritable("write to the folder", err)
	}
	return errors.Join(tmp.Close(), os.Remove(tmp.Name()))
}
