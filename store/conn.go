package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"
)

const (
	// The waits are how long, in milliseconds, a statement
	// waits for a lock that another process holds.
	writerWait     = 5000
	readerWait     = 1000
	checkpointWait = 200
	// readers is the number of connections that read side by side.
	readers = 4
	// pageSize is SQLite's default, in bytes; it turns MaxBytes into pages.
	pageSize = 4096
	// applicationID marks a file as a store ("SHPA", in SQLite's header).
	applicationID = 0x53485041
)

// handle is one way of opening the file: its DSN and what every connection is
// set to, and checked for, before it is used.
type handle struct {
	dsn      string
	settings []setting
	expected []setting
	driver   *sqlite3.SQLiteDriver
}

// setting is a pragma and its value as SQLite reports it.
type setting struct{ name, value string }

// everywhere holds for each connection: no trust in the schema of a file, no
// memory mapping (it turns a stray write into a damaged file), no temporary
// files that would outlive a removed article.
var everywhere = []setting{
	{"trusted_schema", "0"},
	{"cell_size_check", "1"},
	{"mmap_size", "0"},
	{"temp_store", "2"},
	{"cache_size", "-4096"},
}

// limits bound what a statement may ask of SQLite.
var limits = map[int]int{
	sqlite3.SQLITE_LIMIT_LENGTH:     16 << 20,
	sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
	sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
	sqlite3.SQLITE_LIMIT_ATTACHED:   1, // VACUUM INTO attaches its target
}

// writerHandle is the connection that changes the file. FULL makes a commit
// survive a power cut, which the driver's default in WAL mode does not.
func writerHandle(path string, maxBytes int64) *handle {
	maxPages := strconv.FormatInt(max(maxBytes/pageSize, 1), 10)
	return newHandle(path, url.Values{
		"_journal_mode":    {"WAL"},
		"_synchronous":     {"FULL"},
		"_busy_timeout":    {strconv.Itoa(writerWait)},
		"_txlock":          {"immediate"},
		"_foreign_keys":    {"1"},
		"_secure_delete":   {"1"},
		"_stmt_cache_size": {"32"},
	}, []setting{
		{"wal_autocheckpoint", "1000"},
		{"journal_size_limit", "67108864"},
		{"max_page_count", maxPages},
	}, []setting{
		{"journal_mode", "wal"},
		{"synchronous", "2"},
		{"busy_timeout", strconv.Itoa(writerWait)},
		{"foreign_keys", "1"},
		{"secure_delete", "1"},
	})
}

// readerHandle can only read: the file is opened so, and the connection refuses
// to write. immutable also does without locks and must be the last resort.
func readerHandle(path string, immutable bool) *handle {
	params := url.Values{
		"mode":             {"ro"},
		"_query_only":      {"1"},
		"_busy_timeout":    {strconv.Itoa(readerWait)},
		"_stmt_cache_size": {"32"},
	}
	if immutable {
		params.Set("immutable", "1")
	}
	return newHandle(path, params, nil, []setting{
		{"query_only", "1"},
		{"busy_timeout", strconv.Itoa(readerWait)},
	})
}

// copierHandle reads a store in order to copy it: query_only would forbid VACUUM
// INTO, although it changes another file.
func copierHandle(path string, immutable bool) *handle {
	wait := strconv.Itoa(writerWait)
	params := url.Values{"mode": {"ro"}, "_busy_timeout": {wait}}
	if immutable {
		params.Set("immutable", "1")
	}
	return newHandle(path, params, nil, []setting{{"busy_timeout", wait}})
}

// singleHandle turns the store into one file without a log, which SQLite does
// only for whoever has it open alone.
func singleHandle(path string) *handle {
	return newHandle(path, url.Values{
		"mode":           {"rw"},
		"_journal_mode":  {"DELETE"},
		"_synchronous":   {"FULL"},
		"_busy_timeout":  {strconv.Itoa(readerWait)},
		"_secure_delete": {"1"},
	}, nil, []setting{{"journal_mode", "delete"}})
}

// checkpointHandle empties the write-ahead log. While it waits for readers it
// keeps writers waiting, and so it gives up soon; the caller tries again.
func checkpointHandle(path string) *handle {
	return newHandle(path, url.Values{
		"mode":           {"rw"},
		"_synchronous":   {"FULL"},
		"_busy_timeout":  {strconv.Itoa(checkpointWait)},
		"_secure_delete": {"1"},
	}, []setting{{"journal_size_limit", "67108864"}}, []setting{{"synchronous", "2"}})
}

// memoryHandle is an empty database in memory; only the first connection of its
// pool is of use.
func memoryHandle() *handle {
	return &handle{dsn: "file::memory:", driver: &sqlite3.SQLiteDriver{}}
}

func newHandle(path string, params url.Values, extra, expected []setting) *handle {
	h := &handle{
		dsn:      fileURI(path) + "?" + params.Encode(),
		settings: append(append([]setting(nil), everywhere...), extra...),
		expected: expected,
	}
	h.driver = &sqlite3.SQLiteDriver{ConnectHook: h.prepare}
	return h
}

// fileURI is the path as SQLite's URI. Without "file:" the driver would drop
// parameters such as mode=ro without a word.
func fileURI(path string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	return "file:" + (&url.URL{Path: p}).EscapedPath()
}

// Connect implements driver.Connector. With a connector of its own, a store
// needs no driver registered under a global name.
func (h *handle) Connect(context.Context) (driver.Conn, error) { return h.driver.Open(h.dsn) }

// Driver implements driver.Connector.
func (h *handle) Driver() driver.Driver { return h.driver }

// open makes a pool of at most n connections.
func (h *handle) open(n int) *sql.DB {
	db := sql.OpenDB(h)
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	db.SetConnMaxLifetime(time.Hour)
	return db
}

// prepare sets a new connection up and refuses it if a setting did not take.
func (h *handle) prepare(c *sqlite3.SQLiteConn) error {
	for id, value := range limits {
		c.SetLimit(id, value)
	}
	for _, s := range h.settings {
		if _, err := c.Exec("PRAGMA "+s.name+" = "+s.value, nil); err != nil {
			return fmt.Errorf("set %s: %w", s.name, err)
		}
	}
	return h.verify(c)
}

func (h *handle) verify(c *sqlite3.SQLiteConn) error {
	for _, s := range append(slices.Clip(h.settings), h.expected...) {
		got, err := pragmaValue(c, s.name)
		if err != nil {
			return fmt.Errorf("read %s: %w", s.name, err)
		}
		// A file that is already larger than its limit keeps its size.
		if got != s.value && s.name != "max_page_count" {
			return fmt.Errorf("%s is %s, not %s", s.name, got, s.value)
		}
	}
	return nil
}

// pragmaValue reads a setting of one connection.
func pragmaValue(c *sqlite3.SQLiteConn, name string) (value string, err error) {
	rows, err := c.Query("PRAGMA "+name, nil)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	row := make([]driver.Value, len(rows.Columns()))
	if err := rows.Next(row); err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return fmt.Sprint(row[0]), nil
}
