package store

import (
	"context"
	"time"
)

const (
	// leaseEvery is how often a process renews its lease, leaseLate what counts
	// as late, and leaseDead after how long without a renewal it counts as dead.
	leaseEvery = 2 * time.Second
	leaseLate  = 3 * time.Second
	leaseDead  = 6 * time.Second
)

// Lease says to other processes that this one is alive, so that they leave its
// pending interactions alone.
type Lease struct {
	store *Store
	owner string
}

// NewLease returns the lease of a process whose pending interactions name this
// owner. The name must differ from run to run.
func NewLease(s *Store, owner string) *Lease { return &Lease{store: s, owner: owner} }

// Run renews the lease until ctx ends, then gives it up, so that what is still
// pending is known to be orphaned at once. failed, which may be nil, hears of
// renewals that failed; they are tried again.
func (l *Lease) Run(ctx context.Context, failed func(error)) {
	repeat(ctx, leaseEvery, failed, l.Renew)
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), leaseEvery)
	defer cancel()
	if err := l.Release(ending); err != nil && failed != nil {
		failed(err)
	}
}

// Renew says that the process is alive.
func (l *Lease) Renew(ctx context.Context) error {
	if err := checkTexts(maxName, l.owner); err != nil {
		return err
	}
	return l.store.keep(ctx, "renew the lease", func(tx writeTx) error { return renew(tx, l.owner, l.store.now()) })
}

// Release says that the process is gone.
func (l *Lease) Release(ctx context.Context) error {
	return l.store.keep(ctx, "release the lease", func(tx writeTx) error {
		return tx.exec("DELETE FROM leases WHERE owner = ?", l.owner)
	})
}

func renew(tx writeTx, owner string, now time.Time) error {
	return tx.exec(`INSERT INTO leases (owner, renewed, steady) VALUES (?1, ?2, ?2)
		ON CONFLICT (owner) DO UPDATE SET renewed = ?2,
			steady = CASE WHEN ?2 - renewed BETWEEN 0 AND ?3 THEN steady ELSE ?2 END`, owner, toNanos(now), int64(leaseLate))
}

// buryLeases deletes the leases of dead processes. That nobody could renew while
// the store was locked, the machine asleep or the clock being set is no sign of
// death: it takes a process that renewed without a pause for as long as a lease
// lives.
func buryLeases(tx writeTx, now time.Time) error {
	var witness bool
	_, err := tx.get("SELECT EXISTS (SELECT 1 FROM leases WHERE renewed BETWEEN ? AND ? AND steady <= ?)",
		[]any{toNanos(now.Add(-leaseLate)), toNanos(now.Add(leaseLate)), toNanos(now.Add(-leaseDead))}, &witness)
	if err != nil || !witness {
		return err
	}
	return tx.exec("DELETE FROM leases WHERE renewed NOT BETWEEN ? AND ?", toNanos(now.Add(-leaseDead)), toNanos(now.Add(leaseDead)))
}

// repeat calls step at once and then at intervals until ctx ends. failed, which
// may be nil, hears of errors, except of those that the end of ctx makes.
func repeat(ctx context.Context, every time.Duration, failed func(error), step func(context.Context) error) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		if err := step(ctx); err != nil && ctx.Err() == nil && failed != nil {
			failed(err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}
