package store

import (
	"context"
	"errors"
	"strings"
	"time"
)

// UserData returns what is kept about the user with these hashes.
func (s *Store) UserData(ctx context.Context, hashes []string) (UserData, error) {
	d, err := userData(ctx, s.reader, hashes, dayOf(s.now()))
	return d, failed(s.path, "read what is kept about a user", err)
}

// ForgetUser deletes what is kept about the user with these hashes and returns
// what that was: the answers with all votes on them, the user's votes, and the
// name beside the feeds that the user added, which are the server's. Today's
// count of questions, and of what they took of a language model, stays until
// Purge deletes it, or it would be no quota. Other processes are told.
//
// The pages are overwritten and the write-ahead log is emptied; where readers at
// work prevent the latter, Purge does it.
func (s *Store) ForgetUser(ctx context.Context, hashes []string) (d UserData, err error) {
	day := dayOf(s.now())
	err = s.keep(ctx, "forget a user", func(tx writeTx) error {
		var err error
		if d, err = userData(context.Background(), tx.tx, hashes, day); err != nil {
			return err
		}
		if err := forgetUser(tx, hashes, day); err != nil {
			return err
		}
		return tellForgotten(tx, hashes, s.now())
	})
	if err != nil {
		return UserData{}, err
	}
	if err := s.emptyLog(ctx); err != nil && !errors.Is(classify(err), ErrBusy) {
		return d, failed(s.path, "empty the log after forgetting a user", err)
	}
	return d, nil
}

func forgetUser(tx writeTx, hashes []string, today string) error {
	users, args := anyOfThese(hashes)
	for _, statement := range []string{
		"DELETE FROM answers WHERE user IN " + users,
		"DELETE FROM votes WHERE user IN " + users,
		"UPDATE feeds SET added_by = '', added_name = '' WHERE added_by IN " + users,
	} {
		if err := tx.exec(statement, args...); err != nil {
			return err
		}
	}
	if err := tx.exec("DELETE FROM spending WHERE kind = 'user' AND payer IN "+users+" AND day <> ?", append(args, today)...); err != nil {
		return err
	}
	for _, hash := range hashes {
		if err := tx.exec("DELETE FROM counts WHERE "+countsOf+" AND day <> ?2", hash, today); err != nil {
			return err
		}
	}
	return nil
}

func tellForgotten(tx writeTx, hashes []string, now time.Time) error {
	for _, hash := range hashes {
		if err := tell(tx, Forgotten, hash, now); err != nil {
			return err
		}
	}
	return nil
}

// countsOf selects the counts of a user's hash, alone or in a server.
const countsOf = "(key = ?1 OR key > ?1 || '@' AND key < ?1 || 'A')"

func userData(ctx context.Context, q queryer, hashes []string, today string) (d UserData, err error) {
	users, args := anyOfThese(hashes)
	if d.Answers, err = answersOf(ctx, q, "user IN "+users+" ORDER BY asked, id", args...); err != nil {
		return d, err
	}
	if d.Votes, err = votesOf(ctx, q, "user IN "+users+" ORDER BY cast_at, answer", args...); err != nil {
		return d, err
	}
	if d.Feeds, err = feedsOf(ctx, q, "SELECT "+feedColumns+" FROM feeds WHERE added_by IN "+users+" ORDER BY guild, url", args...); err != nil {
		return d, err
	}
	if d.Spent, err = spentBy(ctx, q, hashes); err != nil {
		return d, err
	}
	for _, hash := range hashes {
		var used int
		if err := q.QueryRowContext(ctx, "SELECT coalesce(sum(used), 0) FROM counts WHERE "+countsOf+" AND day = ?2", hash, today).Scan(&used); err != nil {
			return d, err
		}
		d.Today += used
	}
	return d, nil
}

func votesOf(ctx context.Context, q queryer, where string, args ...any) ([]Vote, error) {
	var list []Vote
	err := eachRow(ctx, q, "SELECT answer, user, up, reason, cast_at FROM votes WHERE "+where, args, func(r row) error {
		var v Vote
		var cast int64
		err := r.Scan(&v.AnswerID, &v.UserHash, &v.Up, &v.Reason, &cast)
		v.Cast = fromNanos(cast)
		list = append(list, v)
		return err
	})
	return list, err
}

// anyOfThese is the right side of IN for these values, and the values.
func anyOfThese(values []string) (list string, args []any) {
	for _, v := range values {
		args = append(args, v)
	}
	return "(" + strings.TrimSuffix(strings.Repeat("?,", len(values)), ",") + ")", args
}
