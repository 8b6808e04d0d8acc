package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"sherpa/internal/usererr"
	"sherpa/store"
)

// dbCmd looks after the store's file.
type dbCmd struct {
	Check   dbCheckCmd   `cmd:"" help:"Examine the whole store, and repair what can be made again."`
	Backup  dbBackupCmd  `cmd:"" help:"Write a checked copy of the store."`
	Restore dbRestoreCmd `cmd:"" help:"Put a backup in the place of the store, which is kept beside it."`
	Stats   dbStatsCmd   `cmd:"" help:"Count what the store holds, and what a language model took."`
}

// Help shows examples.
func (dbCmd) Help() string {
	return `Examples:

    sherpa db check
    sherpa db backup ~/sherpa-backup.db
    sherpa db restore ~/sherpa-backup.db
    sherpa db stats`
}

// withStore opens a store that must exist, and does something with it.
func (a *app) withStore(ctx context.Context, do func(*store.Store) error) error {
	st, err := a.openStore(ctx, store.Options{MustExist: true})
	if err != nil {
		return err
	}
	defer closeStore(a, st)
	return storeError(st.Path(), do(st))
}

type dbCheckCmd struct{}

// Run checks the store; damage is an error with a code of its own.
func (dbCheckCmd) Run(ctx context.Context, a *app) error {
	return a.withStore(ctx, func(st *store.Store) error {
		report, err := st.Check(ctx)
		if err != nil && !errors.Is(err, store.ErrDamaged) {
			return err
		}
		return errors.Join(a.print(renderCheck(report, a.terminal.view)), err)
	})
}

type dbBackupCmd struct {
	File string `arg:"" help:"The file to write."`
}

// Run writes the backup.
func (c dbBackupCmd) Run(ctx context.Context, a *app) error {
	return a.withStore(ctx, func(st *store.Store) error {
		if err := st.Backup(ctx, c.File); err != nil {
			return targetError(c.File, err)
		}
		return a.print(fmt.Sprintf("Backed up to %s, which was checked.\n", c.File))
	})
}

// targetError says that a backup could not be written; the store is unharmed.
func targetError(file string, err error) error {
	why := reason(err)
	switch {
	case errors.Is(err, store.ErrDamaged), errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, store.ErrFull):
		why = "there is no room left"
	case errors.Is(err, store.ErrNotAStore):
		why = "the file there is no store of Sherpa's and was left as it is"
	}
	return usererr.Wrap(err, usererr.Failed, fmt.Sprintf("the backup %s was not written: %s; name another file.", file, why))
}

type dbRestoreCmd struct {
	File string `arg:"" help:"The backup."`
}

// Run puts the backup in the store's place.
func (c dbRestoreCmd) Run(ctx context.Context, a *app) error {
	settings, err := a.settings()
	if err != nil {
		return err
	}
	path := settings.Store.Path
	if _, err := os.Stat(c.File); err != nil {
		return fileError(err, "the backup", c.File)
	}
	_, statErr := os.Stat(path)
	replaced := statErr == nil
	if err := store.Restore(ctx, c.File, path); err != nil {
		return restoreError(c.File, path, err)
	}
	kept := ""
	if replaced {
		kept = fmt.Sprintf("; the store that was there is kept as %s.before-restore", path)
	}
	return a.print(fmt.Sprintf("Restored %s from %s%s.\n", path, c.File, kept))
}

// restoreError tells a bad backup from a store that cannot be replaced.
func restoreError(file, path string, err error) error {
	if errors.Is(err, store.ErrDamaged) || errors.Is(err, store.ErrNotAStore) {
		return usererr.Wrap(err, usererr.BadData, fmt.Sprintf("%s is damaged or no backup of Sherpa's; the store %s was left as it is. Name another backup.", file, path))
	}
	return storeError(path, err)
}

// renderCheck lists what a check of the store found.
func renderCheck(r store.CheckReport, v view) string {
	p := newPage(v)
	if len(r.Problems) == 0 {
		p.para("", fmt.Sprintf("Sound: %s, %s.", count(r.Articles, "article"), count(r.Passages, "passage")), green)
	}
	for _, part := range []struct {
		name  string
		lines []string
		style
	}{{"Damaged", r.Problems, red}, {"Repaired", r.Repaired, yellow}, {"Not checked", r.Skipped, yellow}} {
		for _, line := range part.lines {
			p.para(part.name+": ", line, part.style)
		}
	}
	return p.String()
}
