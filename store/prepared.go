package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// prepared keeps the statements of the few texts that searches have, so that
// SQLite reads each of them once and not for every question.
type prepared struct {
	db *sql.DB

	mu         sync.Mutex
	statements map[string]*sql.Stmt
}

var _ queryer = (*prepared)(nil)

func newPrepared(db *sql.DB) *prepared {
	return &prepared{db: db, statements: make(map[string]*sql.Stmt)}
}

// statement returns the prepared statement of a text.
func (p *prepared) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s, ok := p.statements[query]; ok {
		return s, nil
	}
	s, err := p.db.PrepareContext(ctx, query) //nolint:sqlclosecheck // kept; close closes it
	if err != nil {
		return nil, err
	}
	p.statements[query] = s
	return s, nil
}

// QueryContext runs a query that returns rows.
func (p *prepared) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := p.statement(ctx, query) //nolint:sqlclosecheck // kept; close closes it
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// QueryRowContext runs a query that returns one row at most.
func (p *prepared) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := p.statement(ctx, query) //nolint:sqlclosecheck // kept; close closes it
	if err != nil {
		return p.db.QueryRowContext(ctx, query, args...) // its Scan says why
	}
	return s.QueryRowContext(ctx, args...)
}

// unwatched is the context for a query that takes so little time that nobody need end it.
// For one that can end, database/sql starts a goroutine with each query, and waking a
// thread for that takes as long as a small query itself.
func unwatched(ctx context.Context) context.Context { return context.WithoutCancel(ctx) }

// close closes the statements.
func (p *prepared) close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	var errs []error
	for _, s := range p.statements {
		errs = append(errs, s.Close())
	}
	clear(p.statements)
	return errors.Join(errs...)
}
