package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// writeTx is a write transaction. Its methods take no context, so that none of
// its statements can be cancelled: the driver ends the transaction of a
// cancelled statement without a word, and the statements after it would commit
// one by one.
type writeTx struct{ tx *sql.Tx }

func (w writeTx) exec(query string, args ...any) error {
	_, err := w.tx.ExecContext(context.Background(), query, args...)
	return err
}

// change reports how many rows a statement changed.
func (w writeTx) change(query string, args ...any) (rows int64, err error) {
	res, err := w.tx.ExecContext(context.Background(), query, args...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

func (w writeTx) insert(query string, args ...any) (id int64, err error) {
	res, err := w.tx.ExecContext(context.Background(), query, args...)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

// get reads one row; ok is false if there is none.
func (w writeTx) get(query string, args []any, into ...any) (ok bool, err error) {
	err = w.tx.QueryRowContext(context.Background(), query, args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// each calls fn for every row.
func (w writeTx) each(query string, args []any, fn func(row) error) error {
	return eachRow(context.Background(), w.tx, query, args, fn)
}

func (w writeTx) load(num int64) (Article, []Passage, error) {
	return load(context.Background(), w.tx, num)
}

// write runs fn in a transaction and commits it if fn succeeds. The context
// counts until the transaction begins; fn decides whether to look at it later,
// between statements.
func (s *Store) write(ctx context.Context, what string, fn func(writeTx) error) error {
	if s.writer == nil {
		return s.readOnly(what)
	}
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return failed(s.path, what, err)
	}
	defer func() { _ = conn.Close() }() // gives it back to the pool
	if err := ctx.Err(); err != nil {
		return failed(s.path, what, err)
	}
	return failed(s.path, what, transact(conn, fn))
}

func transact(conn *sql.Conn, fn func(writeTx) error) error {
	tx, err := conn.BeginTx(context.Background(), nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // no effect after Commit
	if err := fn(writeTx{tx}); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *Store) readOnly(what string) error {
	if errors.Is(s.why, ErrReadOnly) {
		return fmt.Errorf("%s: %s: %w", s.path, what, s.why)
	}
	return fmt.Errorf("%s: %s: %w (%w)", s.path, what, ErrReadOnly, s.why)
}
