package store

import (
	"context"
	"database/sql"
	"fmt"
	"sync"

	"github.com/mattn/go-sqlite3"
)

// oldestSQLite is the first version without the known faults in WAL mode and in
// FTS5 (3.53.2).
const oldestSQLite = 3_053_002

// selfTest makes sure, once per process, that the SQLite in this program can do
// what the store needs. Without it a build that lacks FTS5 would fail at its
// first search with a message that helps nobody.
var selfTest = sync.OnceValue(func() error {
	if name, number, _ := sqlite3.Version(); number < oldestSQLite {
		return fmt.Errorf("SQLite %s is too old; 3.53.2 or later is needed", name)
	}
	db := memoryHandle().open(1)
	defer func() { _ = db.Close() }() // an empty database in memory
	return tryFTS5(db)
})

func tryFTS5(db *sql.DB) error {
	ctx := context.Background()
	var has bool
	if err := db.QueryRowContext(ctx, "SELECT sqlite_compileoption_used('ENABLE_FTS5')").Scan(&has); err != nil {
		return fmt.Errorf("ask SQLite for its options: %w", err)
	}
	if !has {
		return ErrNoFTS5
	}
	if _, err := db.ExecContext(ctx, "CREATE VIRTUAL TABLE t USING fts5 (x)"); err != nil {
		return fmt.Errorf("%w (%w)", ErrNoFTS5, err)
	}
	return nil
}
