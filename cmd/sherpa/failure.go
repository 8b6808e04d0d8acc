package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"syscall"

	"sherpa/internal/usererr"
	"sherpa/store"
)

// explain gives an error the sentence that its reader needs, unless it has one.
func explain(err error) error {
	switch {
	case usererr.Has(err):
		return err
	case errors.Is(err, context.Canceled):
		return usererr.Wrap(err, usererr.Failed, "stopped before the end; what was finished is kept.")
	case errors.Is(err, store.ErrDamaged), errors.Is(err, store.ErrNotAStore):
		return usererr.Wrap(err, usererr.Damaged, err.Error())
	case errors.Is(err, store.ErrNoFTS5):
		return usererr.Wrap(err, usererr.Unavailable, store.ErrNoFTS5.Error())
	case errors.Is(err, store.ErrBusy):
		return usererr.Wrap(err, usererr.Unavailable, err.Error())
	}
	return err
}

// storeError says which store could not be used, and what to do about it. path
// is the file.
func storeError(path string, err error) error {
	in := "the store " + path + " "
	switch {
	case err == nil, usererr.Has(err), errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, store.ErrDamaged):
		return usererr.Wrap(err, usererr.Damaged, in+"is damaged; restore a backup with `sherpa db restore FILE`, or name another store with --db.")
	case errors.Is(err, store.ErrNotAStore):
		return usererr.Wrap(err, usererr.Damaged, in+"is not a store of Sherpa's, and was left as it is; name another file with --db.")
	case errors.Is(err, store.ErrNewerSchema):
		return usererr.Wrap(err, usererr.Failed, in+"was written by a newer Sherpa; update the program, or name another store with --db.")
	case errors.Is(err, store.ErrFull):
		return usererr.Wrap(err, usererr.Failed, in+"has no room left; free some disk space and run the command again. What was stored is kept.")
	case errors.Is(err, store.ErrReadOnly):
		return usererr.Wrap(err, usererr.Failed, in+"cannot be written; change the rights of the file and its folder, or name another store with --db.")
	case errors.Is(err, store.ErrBusy):
		return usererr.Wrap(err, usererr.Unavailable, in+"is being written by another process; try again in a moment.")
	case errors.Is(err, store.ErrNoFTS5):
		return usererr.Wrap(err, usererr.Unavailable, store.ErrNoFTS5.Error())
	case errors.Is(err, store.ErrNotFound):
		return usererr.Wrap(err, usererr.Failed, in+"does not exist; `sherpa ingest` makes one of your articles, and `sherpa ask` one of the articles that come with the program.")
	default:
		return usererr.Wrap(err, usererr.Failed, in+"cannot be used: "+reason(err)+".")
	}
}

// reason is the innermost cause of an error of the operating system, else the
// whole error.
func reason(err error) string {
	if e, ok := errors.AsType[syscall.Errno](err); ok {
		return e.Error()
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err.Error()
	}
	return err.Error()
}

// fileError says that the file that was named cannot be used.
func fileError(err error, what, path string) error {
	why := reason(err)
	code := usererr.Failed
	if errors.Is(err, os.ErrNotExist) {
		why, code = "there is no such file", usererr.BadData
	}
	return usererr.Wrap(err, code, what+" "+path+" cannot be read: "+why+"; check the name.")
}
