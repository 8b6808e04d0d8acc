package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// beforeRestore is the ending of the name under which Restore keeps the store
// that it replaces.
const beforeRestore = ".before-restore"

// Restore replaces the store at to by the backup at from, which it checks in
// full before it touches anything. What was at to is kept as
// to+".before-restore". Nobody may have the store open meanwhile; where SQLite
// can tell that somebody has, Restore fails with ErrBusy.
func Restore(ctx context.Context, from, to string) error {
	if err := selfTest(); err != nil {
		return err
	}
	from, errFrom := filepath.Abs(from)
	to, errTo := filepath.Abs(to)
	if err := errors.Join(errFrom, errTo); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	if from == to {
		return fmt.Errorf("%s: restore: a store cannot be its own backup", from)
	}
	if err := checkBackup(ctx, from, to+partial); err != nil {
		return failed(from, "restore", err)
	}
	if err := setAside(ctx, to); err != nil {
		return failed(to, "restore", errors.Join(err, removeStore(to+partial)))
	}
	return failed(to, "restore", putInPlace(to+partial, to))
}

// checkBackup makes a checked copy of the backup.
func checkBackup(ctx context.Context, from, to string) error {
	if _, err := os.Stat(from); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("no backup there: %w", ErrNotFound)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return unwritable("create the store's folder", err)
	}
	v, err := openView(ctx, from)
	if err != nil {
		return err
	}
	latest, err := steps()
	if err == nil && v.is.application != applicationID {
		err = ErrNotAStore
	} else if err == nil {
		err = v.is.accept(len(latest))
	}
	if err := errors.Join(err, v.db.Close()); err != nil {
		return err
	}
	return copyChecked(ctx, from, to, v.immutable)
}

// setAside keeps the store that is to be replaced under another name as well.
// Its write-ahead log must not stay under its old name, where SQLite would
// apply it to the new store.
func setAside(ctx context.Context, path string) error {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return removeStore(path) // a log without a store
	}
	// Damage is the common reason to restore, so that only a store in use is an
	// error here. What is no database must not be opened: SQLite would take a
	// short file for an empty one and delete its log.
	if checkHeader(path) == nil {
		if err := foldLog(ctx, path); errors.Is(err, ErrBusy) {
			return err
		}
	}
	kept := path + beforeRestore
	if err := removeStore(kept); err != nil {
		return err
	}
	for _, ending := range []string{"-wal", "-shm", "-journal"} {
		if err := os.Rename(path+ending, kept+ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := os.Link(path, kept); err != nil { // a file system without links
		return os.Rename(path, kept)
	}
	return nil
}
