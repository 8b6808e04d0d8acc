package store

import (
	"cmp"
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
)

// migrations are applied in the order of their names; a file that was released
// is never changed, only followed by another.
//
//go:embed migrations/*.sql
var migrations embed.FS

// steps returns the migrations' SQL; the schema's version is how many were
// applied.
func steps() ([]string, error) {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return nil, fmt.Errorf("list migrations: %w", err)
	}
	slices.SortFunc(files, cmp.Compare[string])
	texts := make([]string, len(files))
	for i, name := range files {
		b, err := migrations.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read migration: %w", err)
		}
		texts[i] = string(b)
	}
	return texts, nil
}

// identity is what a file says about itself.
type identity struct {
	application, schema, objects int
}

// queryer is what a pool, a connection and a transaction have in common.
type queryer interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func identify(ctx context.Context, q queryer) (identity, error) {
	var id identity
	err := q.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`).
		Scan(&id.application, &id.schema, &id.objects)
	return id, err
}

// accept refuses files of other programs and of later releases.
func (id identity) accept(latest int) error {
	switch {
	case id == identity{}: // new and empty
		return nil
	case id.application != applicationID:
		return ErrNotAStore
	case id.schema > latest:
		return fmt.Errorf("%w (its schema is %d, this program knows %d)", ErrNewerSchema, id.schema, latest)
	}
	return nil
}

// migrate brings the schema up to date, each step in a transaction of its own.
// The version is read again inside, for another process may be doing the same.
func migrate(ctx context.Context, db *sql.DB, steps []string) error {
	for i := range steps {
		if err := migrateOne(ctx, db, i, steps); err != nil {
			return fmt.Errorf("migration %d: %w", i+1, err)
		}
	}
	return nil
}

func migrateOne(ctx context.Context, db *sql.DB, i int, steps []string) error {
	ctx = context.WithoutCancel(ctx)
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // no effect after Commit
	id, err := identify(ctx, tx)
	if err != nil {
		return err
	}
	if err := id.accept(len(steps)); err != nil || id.schema > i {
		return err
	}
	after := fmt.Sprintf(";\nPRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, i+1)
	if _, err := tx.ExecContext(ctx, steps[i]+after); err != nil {
		return err
	}
	return tx.Commit()
}

// newSchema is the schema of a new store, as schemaOf lists it.
var newSchema = sync.OnceValues(func() (schema []string, err error) {
	texts, err := steps()
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	db := memoryHandle().open(1)
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := migrate(ctx, db, texts); err != nil {
		return nil, err
	}
	return schemaOf(ctx, db)
})

// schemaOf lists the definitions of all tables, indexes, views and triggers.
func schemaOf(ctx context.Context, q queryer) ([]string, error) {
	var list []string
	err := eachRow(ctx, q, "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name", nil, func(r row) error {
		var definition string
		err := r.Scan(&definition)
		list = append(list, definition)
		return err
	})
	return list, err
}
