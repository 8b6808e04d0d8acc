package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/mattn/go-sqlite3"
)

// The longest texts of a record, in bytes.
const (
	maxName     = 512
	maxAddress  = 16 << 10
	maxQuestion = 64 << 10
	maxAnswer   = 1 << 20
)

// keep runs fn in a write transaction for records of operation. Somebody waits
// for these, so that the wait for this process's other writes is bounded like the
// one for other processes; then it fails with ErrBusy. A record that breaks a
// rule of its table fails with ErrInvalidRecord.
func (s *Store) keep(ctx context.Context, what string, fn func(writeTx) error) error {
	waiting, cancel := context.WithTimeout(ctx, writerWait*time.Millisecond)
	defer cancel()
	err := s.write(waiting, what, fn)
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		return failed(s.path, what, ErrBusy)
	}
	if e, ok := errors.AsType[sqlite3.Error](err); ok && e.Code == sqlite3.ErrConstraint {
		return fmt.Errorf("%w (%w)", ErrInvalidRecord, err)
	}
	return err
}

// readRow reads one row of a record; ErrNotFound if there is none.
func (s *Store) readRow(ctx context.Context, what, query string, args []any, into ...any) error {
	return failed(s.path, what, s.reader.QueryRowContext(ctx, query, args...).Scan(into...))
}

// checkTexts refuses values that are no text in UTF-8 or longer than a number of
// bytes. The error does not repeat them: they may be secrets.
func checkTexts(longest int, values ...string) error {
	for _, v := range values {
		if !isText(v) {
			return fmt.Errorf("%w: a value is not text in UTF-8", ErrInvalidRecord)
		}
		if len(v) > longest {
			return fmt.Errorf("%w: a value has %d bytes, %d are allowed", ErrInvalidRecord, len(v), longest)
		}
	}
	return nil
}

// toNanos is a time as records keep it.
func toNanos(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}

func fromNanos(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(0, n).UTC()
}

// dayOf is the day, in UTC, that a time is counted for.
func dayOf(t time.Time) string { return t.UTC().Format(time.DateOnly) }
