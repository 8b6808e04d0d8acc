package store

import (
	"database/sql"
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mattn/go-sqlite3"
)

// TestEveryConnectionIsSetUp takes all connections of a pool at once: a setting
// made by a statement would have reached only one of them.
func TestEveryConnectionIsSetUp(t *testing.T) {
	t.Parallel()
	s := openStore(t, t.TempDir()+"/test.db", Options{MaxBytes: 64 << 20})
	common := map[string]string{"trusted_schema": "0", "cell_size_check": "1", "mmap_size": "0", "temp_store": "2", "cache_size": "-4096", "journal_mode": "wal"}
	pools := map[string]struct {
		db   *sql.DB
		n    int
		want map[string]string
	}{
		"writer": {s.writer, 1, map[string]string{
			"query_only": "0", "synchronous": "2", "busy_timeout": "5000", "foreign_keys": "1", "secure_delete": "1",
			"wal_autocheckpoint": "1000", "journal_size_limit": "67108864", "max_page_count": "16384",
		}},
		"reader": {s.reader, readers, map[string]string{"query_only": "1", "busy_timeout": "1000"}},
	}
	for name, pool := range pools {
		if got := pool.db.Stats().MaxOpenConnections; got != pool.n {
			t.Errorf("%s: at most %d connections, want %d", name, got, pool.n)
		}
		for range pool.n {
			conn, err := pool.db.Conn(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { mustDo(t, conn.Close()) })
			var version int64 // a connection learns the journal mode when it reads
			mustDo(t, conn.QueryRowContext(t.Context(), "SELECT version FROM corpus").Scan(&version))
			for pragma, want := range merged(common, pool.want) {
				var got string
				if err := conn.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
					t.Errorf("%s: %s is %q, %v; want %q", name, pragma, got, err, want)
				}
			}
			if diff := cmp.Diff(limits, limitsOf(t, conn)); diff != "" {
				t.Errorf("%s: limits %s", name, diff)
			}
		}
	}
}

func merged(a, b map[string]string) map[string]string {
	m := make(map[string]string)
	for _, part := range []map[string]string{a, b} {
		maps.Copy(m, part)
	}
	return m
}

func limitsOf(t *testing.T, conn *sql.Conn) map[int]int {
	t.Helper()
	got := make(map[int]int)
	mustDo(t, conn.Raw(func(c any) error {
		for id := range limits {
			got[id] = c.(*sqlite3.SQLiteConn).GetLimit(id)
		}
		return nil
	}))
	return got
}

func TestReadersCannotWrite(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	for _, q := range []string{"DELETE FROM articles", "CREATE TABLE t (x)", "PRAGMA query_only = 0; DELETE FROM articles"} {
		if _, err := s.reader.ExecContext(t.Context(), q); err == nil {
			t.Errorf("a reader did: %s", q)
		}
	}
}

func TestConnectionWithAWrongSettingIsRefused(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	h := writerHandle(t.TempDir()+"/test.db", DefaultMaxBytes)
	h.expected = append(h.expected, setting{"user_version", "7"})
	db := h.open(1)
	defer func() { mustDo(t, db.Close()) }()
	if err := db.PingContext(t.Context()); err == nil {
		t.Error("accepted")
	}
}

func TestSchemaGuardsItself(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, entry("a", "One.", "Two."))
	for _, q := range []string{
		"DELETE FROM articles", "UPDATE articles SET text = x'00'", "UPDATE articles SET title = 'other'",
		"UPDATE passages SET start = 1", "INSERT INTO articles (id) VALUES ('x')", "INSERT INTO corpus VALUES (2, 2)",
		"INSERT INTO passages (article, ordinal, start, end, lead, unspaced, heading) VALUES (99, 0, 0, 1, 0, 0, '')",
		"INSERT INTO passages (article, ordinal, start, end, lead, unspaced, heading) VALUES (1, 5, 3, 3, 0, 0, '')",
		"INSERT INTO passages (article, ordinal, start, end, lead, unspaced, heading) VALUES (1, 'x', 3, 4, 0, 0, '')",
	} {
		if _, err := s.writer.ExecContext(t.Context(), q); err == nil {
			t.Errorf("allowed: %s", q)
		}
	}
	mustBeSound(t, s)
}
