package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// CheckReport says what Check looked at and found.
type CheckReport struct {
	Articles int `json:"articles"`
	Passages int `json:"passages"`
	// Problems are faults of the articles or of the file itself. With any of
	// them Check fails with ErrDamaged.
	Problems []string `json:"problems"`
	// Repaired are faults of what is derived from the articles (the indexes,
	// the counts of words), which Check made again.
	Repaired []string `json:"repaired"`
	// Skipped are checks that need a store that can be written.
	Skipped []string `json:"skipped"`
}

// maxProblems is how many problems a report lists.
const maxProblems = 20

func (r *CheckReport) problem(format string, args ...any) {
	if len(r.Problems) < maxProblems {
		r.Problems = append(r.Problems, fmt.Sprintf(format, args...))
	}
}

// Check examines the whole store: the structure of the file, the references
// between tables, every article and passage against its checksum, and then
// whatever is derived from them, which it makes again where it is wrong. If the
// articles themselves are damaged it changes nothing and fails with ErrDamaged.
//
// The articles are read as of one moment and nobody waits for it; while the
// indexes are compared, writers do.
func (s *Store) Check(ctx context.Context) (CheckReport, error) {
	var report CheckReport
	doubts, err := s.checkArticles(ctx, &report)
	if err != nil && !isDamage(err) {
		return report, failed(s.path, "check", err)
	}
	if err != nil {
		report.problem("%v", err)
	}
	if len(report.Problems) > 0 {
		return report, failed(s.path, "check", fmt.Errorf("%w (%s)", ErrDamaged, report.Problems[0]))
	}
	if s.writer == nil {
		report.Skipped = append(report.Skipped, "the indexes against the articles: the store is read-only")
		if n := len(doubts.vectors); n > 0 {
			report.Skipped = append(report.Skipped, fmt.Sprintf("the removal of %d damaged vectors", n))
		}
		return report, nil
	}
	err = s.checkDerived(ctx, &report, doubts)
	if err != nil && isDamage(err) && !errors.Is(err, ErrDamaged) {
		err = fmt.Errorf("%w (%w)", ErrDamaged, err)
	}
	return report, err
}

// isDamage reports whether an error of a check comes from the file. The check's
// statements are right and read one state, so whatever does not come from
// outside (a cancelled context, a lock, a disk) is damage: an SQL error, a row
// that is missing, a value of the wrong kind.
func isDamage(err error) bool {
	err = classify(err)
	if errors.Is(err, ErrDamaged) {
		return true
	}
	for _, outside := range []error{context.Canceled, context.DeadlineExceeded, ErrBusy, ErrFull, ErrReadOnly} {
		if errors.Is(err, outside) {
			return false
		}
	}
	if e, ok := errors.AsType[sqlite3.Error](err); ok {
		return e.Code != sqlite3.ErrIoErr && e.Code != sqlite3.ErrNomem && e.Code != sqlite3.ErrInterrupt
	}
	return true
}

// doubts are the derived parts in which a reader found a fault.
type doubts struct {
	words   bool
	indexes []index
	// vectors are the numbers of those that are damaged.
	vectors []int64
}

// checkArticles examines the core tables, and what a reader can see of the
// rest, in one read transaction.
func (s *Store) checkArticles(ctx context.Context, report *CheckReport) (d doubts, err error) {
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return d, err
	}
	defer func() { _ = tx.Rollback() }() // it only read
	if err := checkSchema(ctx, tx, report); err != nil || len(report.Problems) > 0 {
		return d, err
	}
	if err := checkStructure(ctx, tx, report); err != nil {
		return d, err
	}
	if err := checkRecords(ctx, tx, report); err != nil {
		return d, err
	}
	counted, err := checkContents(ctx, tx, report)
	if err != nil {
		return d, err
	}
	if d.vectors, err = damagedVectors(ctx, tx); err != nil {
		return d, err
	}
	stored, err := storedWords(ctx, tx)
	if err != nil {
		return d, err
	}
	d.words = !maps.Equal(counted, stored)
	for _, in := range indexes {
		if err := lookUpTerms(ctx, tx, in); err != nil && !isDamage(err) {
			return d, err
		} else if err != nil {
			d.indexes = append(d.indexes, in)
		}
	}
	return d, nil
}

// checkSchema compares the schema with the one that the migrations make.
func checkSchema(ctx context.Context, q queryer, report *CheckReport) error {
	want, err := newSchema()
	if err != nil {
		return err
	}
	got, err := schemaOf(ctx, q)
	if err != nil {
		return err
	}
	if !slices.Equal(got, want) {
		report.problem("its tables, views and triggers are not those that sherpa made")
	}
	return nil
}

// checkStructure lets SQLite examine its file. What it says about the full-text
// indexes is left to checkDerived, which can repair them; besides, FTS5 may look
// at a state that this connection remembers and that is gone.
func checkStructure(ctx context.Context, q queryer, report *CheckReport) error {
	err := eachRow(ctx, q, "PRAGMA integrity_check", nil, func(r row) error {
		var line string
		err := r.Scan(&line)
		if line != "ok" && !strings.Contains(strings.ToLower(line), "fts5") {
			report.problem("%s", line)
		}
		return err
	})
	if err != nil {
		return err
	}
	return eachRow(ctx, q, "PRAGMA foreign_key_check", nil, func(r row) error {
		var table, parent string
		var rowid, constraint sql.NullInt64
		err := r.Scan(&table, &rowid, &parent, &constraint)
		if table == "vectors" { // left to checkDerived too
			return err
		}
		report.problem("row %d of %s belongs to nothing in %s", rowid.Int64, table, parent)
		return err
	})
}

// checkContents examines every article and counts the words anew.
func checkContents(ctx context.Context, q queryer, report *CheckReport) (tally, error) {
	nums, err := numbers(ctx, q, "SELECT num FROM articles ORDER BY num")
	if err != nil {
		return nil, err
	}
	words := make(tally)
	for _, num := range nums {
		a, ps, err := load(ctx, q, num)
		if err != nil {
			return nil, fmt.Errorf("article in row %d: %w", num, err)
		}
		if err := checkArticle(ctx, q, num, Entry{a, ps}); err != nil {
			report.problem("%v", err)
		}
		for _, p := range ps {
			words.count(a, p, 1)
		}
		report.Articles++
		report.Passages += len(ps)
	}
	return words, nil
}

func checkArticle(ctx context.Context, q queryer, num int64, e Entry) error {
	if err := e.validate(); err != nil {
		return err
	}
	var stored []byte
	if err := q.QueryRowContext(ctx, "SELECT seal FROM articles WHERE num = ?", num).Scan(&stored); err != nil {
		return fmt.Errorf("article %q: %w", e.Article.ID, err)
	}
	if string(stored) != string(seal(e.Article, e.Passages)) {
		return fmt.Errorf("article %q is not what was stored: its checksum differs", e.Article.ID)
	}
	return nil
}

func storedWords(ctx context.Context, q queryer) (tally, error) {
	words := make(tally)
	err := eachRow(ctx, q, "SELECT norm, passages, capitals FROM words", nil, func(r row) error {
		var w WordCount
		err := r.Scan(&w.Norm, &w.Passages, &w.Capitals)
		words[w.Norm] = w
		return err
	})
	return words, err
}
