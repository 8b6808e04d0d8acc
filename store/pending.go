package store

import (
	"context"
	"slices"
	"time"
)

// tokenLife is how long an interaction can be answered.
const tokenLife = 15 * time.Minute

// Begin keeps that an interaction was acknowledged and has no answer yet, and
// renews the lease of its owner. The token is a secret: it is gone with End, with
// Orphans or after 15 minutes, and no error repeats it.
func (s *Store) Begin(ctx context.Context, p Pending) error {
	if err := checkTexts(maxQuestion, p.InteractionID, p.ApplicationID, p.Token, p.Locale, p.Owner); err != nil {
		return err
	}
	return s.keep(ctx, "begin an interaction", func(tx writeTx) error {
		if err := renew(tx, p.Owner, s.now()); err != nil {
			return err
		}
		return tx.exec(`INSERT OR REPLACE INTO pendings (interaction, application, token, locale, owner, since)
			VALUES (?, ?, ?, ?, ?, ?)`, p.InteractionID, p.ApplicationID, p.Token, p.Locale, p.Owner, toNanos(p.Since))
	})
}

// End forgets an interaction that has its answer.
func (s *Store) End(ctx context.Context, interactionID string) error {
	return s.keep(ctx, "end an interaction", func(tx writeTx) error {
		return tx.exec("DELETE FROM pendings WHERE interaction = ?", interactionID)
	})
}

// Orphans takes the pending interactions of processes that no longer run, oldest
// first. Each is returned once, to one process. A process that ended properly is
// known to be gone at once, one that was killed after some seconds (see Lease):
// ask every two seconds to find its orphans within ten.
func (s *Store) Orphans(ctx context.Context) ([]Pending, error) {
	waiting, err := s.anyPending(ctx)
	if err != nil || !waiting {
		return nil, err
	}
	var list []Pending
	err = s.keep(ctx, "take the orphans", func(tx writeTx) error {
		now := s.now()
		if err := buryLeases(tx, now); err != nil {
			return err
		}
		if err := tx.exec("DELETE FROM pendings WHERE since <= ?", toNanos(now.Add(-tokenLife))); err != nil {
			return err
		}
		return tx.each(`DELETE FROM pendings WHERE owner NOT IN (SELECT owner FROM leases)
			RETURNING interaction, application, token, locale, owner, since`, nil, func(r row) error {
			var p Pending
			var since int64
			err := r.Scan(&p.InteractionID, &p.ApplicationID, &p.Token, &p.Locale, &p.Owner, &since)
			p.Since = fromNanos(since)
			list = append(list, p)
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, func(a, b Pending) int { return a.Since.Compare(b.Since) })
	return list, nil
}

// anyPending spares the write lock where there is nothing to take.
func (s *Store) anyPending(ctx context.Context) (found bool, err error) {
	err = s.readRow(ctx, "look for orphans", "SELECT EXISTS (SELECT 1 FROM pendings)", nil, &found)
	return found, err
}
