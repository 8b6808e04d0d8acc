package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// partial is the ending of a copy that is not checked yet.
const partial = ".partial"

// Backup writes a copy of the store, as of one moment, to a file. The copy is
// made beside the target, checked in full and put on the disk before it takes
// the target's place, so that a good older backup is never lost to a bad one.
func (s *Store) Backup(ctx context.Context, file string) error {
	file, err := filepath.Abs(file)
	if err != nil {
		return failed(s.path, "back up", err)
	}
	if file == s.path {
		return fmt.Errorf("%s: back up: a store cannot be its own backup", s.path)
	}
	if err := mayReplace(ctx, file); err != nil {
		return failed(file, "back up", err)
	}
	if err := copyChecked(ctx, s.path, file+partial, s.immutable); err != nil {
		return failed(s.path, "back up", err)
	}
	return failed(file, "back up", putInPlace(file+partial, file))
}

// mayReplace refuses to overwrite anything but an older backup.
func mayReplace(ctx context.Context, file string) error {
	info, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) || (err == nil && info.Size() == 0 && !info.IsDir()) {
		return nil
	}
	if err != nil {
		return err
	}
	if info.IsDir() {
		return fmt.Errorf("it is a folder: %w", ErrNotAStore)
	}
	v, err := openView(ctx, file)
	if err != nil {
		return fmt.Errorf("something else is there: %w", err)
	}
	if err := v.db.Close(); err != nil {
		return err
	}
	if v.is.application != applicationID {
		return fmt.Errorf("something else is there: %w", ErrNotAStore)
	}
	return nil
}

// copyChecked copies the store at from into a new file, opens the copy and
// checks it. A copy that fails is removed.
func copyChecked(ctx context.Context, from, to string, immutable bool) (err error) {
	if err := removeStore(to); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, removeStore(to))
		}
	}()
	if err := copyStore(ctx, from, to, immutable); err != nil {
		return fmt.Errorf("copy to %s: %w", to, err)
	}
	if err := checkCopy(ctx, to); err != nil {
		return fmt.Errorf("check the copy: %w", err)
	}
	return nil
}

func copyStore(ctx context.Context, from, to string, immutable bool) (err error) {
	// SQLite would create the file for everybody to read.
	f, err := os.OpenFile(to, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600) //nolint:gosec // a path that the caller chose
	if err != nil {
		return unwritable("create the copy", err)
	}
	if err := f.Close(); err != nil {
		return err
	}
	db := copierHandle(from, immutable).open(1)
	defer func() { err = errors.Join(err, db.Close()) }()
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", to)
	return err
}

// checkCopy checks a copy and leaves it as a single file without a log.
func checkCopy(ctx context.Context, path string) error {
	s, err := Open(ctx, path, Options{MustExist: true})
	if err != nil {
		return err
	}
	_, err = s.Check(ctx)
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	return foldLog(ctx, path)
}

// foldLog moves what is in the write-ahead log into the file and does away with
// the log. It fails with ErrBusy while anybody else has the store open.
func foldLog(ctx context.Context, path string) (err error) {
	db := singleHandle(path).open(1)
	defer func() { err = errors.Join(err, db.Close()) }()
	return classify(db.PingContext(ctx))
}

// removeStore deletes a file and what SQLite keeps beside it.
func removeStore(path string) error {
	for _, name := range []string{path, path + "-wal", path + "-shm", path + "-journal"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// putInPlace puts a finished file on the disk and under its name.
func putInPlace(from, to string) error {
	if err := flush(from); err != nil {
		return err
	}
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return flush(filepath.Dir(to))
}

// flush waits until a file, or the names in a folder, are on the disk.
func flush(path string) error {
	f, err := os.Open(path) //nolint:gosec // a path that the caller chose
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
