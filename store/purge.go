package store

import (
	"context"
	"fmt"
	"time"
)

// How long records are kept. Answers say themselves when they expire, and votes
// go with them.
const (
	claimLife = 20 * time.Minute
	newsLife  = 5 * time.Minute
	countLife = 2 * 24 * time.Hour
	gapLife   = 90 * 24 * time.Hour
	tallyLife = 400 * 24 * time.Hour
	leftLife  = 7 * 24 * time.Hour
)

// Purged says what Purge deleted.
type Purged struct {
	// Records is how many rows went.
	Records int
	// Left are the ids of the servers that the bot left a week ago. Their own
	// stores must be deleted too; ServerGone ends the mention.
	Left []string
}

// Purge deletes what is past its time at now: expired answers with their votes,
// claims after 20 minutes, news after 5, pending interactions after 15, counts and
// what a user spent after 2 days, gaps after 90, tallies and what others spent
// after 400, everything of servers that the bot left 7 days ago, and the keys that
// no record bears. Then it empties the write-ahead log, so that nothing of it
// stays in the files; if readers at work prevent that, it fails with ErrBusy after
// the deletion, and the next Purge makes up for it. Call it every half minute.
func (s *Store) Purge(ctx context.Context, now time.Time) (p Purged, err error) {
	err = s.keep(ctx, "purge", func(tx writeTx) error {
		if err := purgeOld(tx, now, &p.Records); err != nil {
			return err
		}
		if p.Left, err = leftServers(tx, now); err != nil {
			return err
		}
		for _, guild := range p.Left {
			if err := purgeServer(tx, guild, &p.Records); err != nil {
				return err
			}
		}
		return dropKeys(tx, now)
	})
	if err != nil {
		return Purged{}, err
	}
	if err := s.emptyLog(ctx); err != nil {
		return p, failed(s.path, "purge", fmt.Errorf("traces stay in the write-ahead log until the next purge: %w", err))
	}
	return p, nil
}

func purgeOld(tx writeTx, now time.Time, records *int) error {
	for _, d := range []struct {
		statement string
		before    any
	}{
		{"DELETE FROM answers WHERE expires <= ?", toNanos(now)},
		{"DELETE FROM claims WHERE made <= ?", toNanos(now.Add(-claimLife))},
		{"DELETE FROM pendings WHERE since <= ?", toNanos(now.Add(-tokenLife))},
		{"DELETE FROM counts WHERE day <= ?", dayOf(now.Add(-countLife))},
		{"DELETE FROM gaps WHERE last <= ?", toNanos(now.Add(-gapLife))},
		{"DELETE FROM tallies WHERE day <= ?", dayOf(now.Add(-tallyLife))},
		{"DELETE FROM spending WHERE kind = 'user' AND day <= ?", dayOf(now.Add(-countLife))},
		{"DELETE FROM spending WHERE day <= ?", dayOf(now.Add(-tallyLife))},
		{"DELETE FROM fallbacks WHERE day <= ?", dayOf(now.Add(-tallyLife))},
		{"DELETE FROM leases WHERE renewed <= ?", toNanos(now.Add(-tokenLife))},
		{"DELETE FROM claims WHERE " + isNews + " AND made <= ?", toNanos(now.Add(-newsLife))},
	} {
		if err := drop(tx, records, d.statement, d.before); err != nil {
			return err
		}
	}
	return nil
}

// drop runs a deletion and counts its rows.
func drop(tx writeTx, records *int, statement string, arg any) error {
	n, err := tx.change(statement, arg)
	*records += int(n)
	return err
}

func leftServers(tx writeTx, now time.Time) ([]string, error) {
	var list []string
	err := tx.each("SELECT guild FROM server_settings WHERE left_at BETWEEN 1 AND ? ORDER BY guild", []any{toNanos(now.Add(-leftLife))}, func(r row) error {
		var guild string
		err := r.Scan(&guild)
		list = append(list, guild)
		return err
	})
	return list, err
}

// purgeServer deletes everything of a server but that the bot left it: as long as
// its own store may still be there, this must not be forgotten.
func purgeServer(tx writeTx, guild string, records *int) error {
	for _, statement := range []string{
		"DELETE FROM answers WHERE guild = ?",
		"DELETE FROM gaps WHERE guild = ?",
		"DELETE FROM tallies WHERE guild = ?",
		"DELETE FROM feeds WHERE guild = ?",
		"DELETE FROM spending WHERE kind = 'server' AND payer = ?",
		"DELETE FROM fallbacks WHERE kind = 'server' AND payer = ?",
	} {
		if err := drop(tx, records, statement, guild); err != nil {
			return err
		}
	}
	n, err := tx.change(`UPDATE server_settings SET channels = '[]', mode = ?1, user_per_day = 0, server_per_day = 0, language = '',
		no_buttons = 0, articles = ?2, staff_channel = '' WHERE guild = ?3
		AND (channels, mode, user_per_day, server_per_day, language, no_buttons, articles, staff_channel)
			IS NOT ('[]', ?1, 0, 0, '', 0, ?2, '')`, modeMention, articlesBeside, guild)
	*records += int(n)
	if err != nil || n == 0 {
		return err
	}
	return bumpSettings(tx)
}

// ServerGone says that the own store of a server that Purge mentioned is deleted.
func (s *Store) ServerGone(ctx context.Context, guildID string) error {
	return s.keepSettings(ctx, "forget a server", func(tx writeTx) error {
		return tx.exec("DELETE FROM server_settings WHERE guild = ? AND left_at BETWEEN 1 AND ?", guildID, toNanos(s.now().Add(-leftLife)))
	})
}
