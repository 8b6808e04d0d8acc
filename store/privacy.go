package store

import (
	"context"
	"sync/atomic"
)

// Privacy hashes the ids of users, and shows and deletes what is kept about one
// of them. It keeps the keys in memory.
type Privacy struct {
	store *Store
	keys  atomic.Pointer[[]hashKey]
}

// NewPrivacy reads the keys, and makes the first one. Run makes them change.
func NewPrivacy(ctx context.Context, s *Store) (*Privacy, error) {
	p := &Privacy{store: s}
	if err := p.follow(ctx); err != nil {
		return nil, err
	}
	return p, nil
}

// Run changes the key every 30 days and follows other processes that do, until
// ctx ends. failed, which may be nil, hears of errors; they are tried again.
func (p *Privacy) Run(ctx context.Context, failed func(error)) {
	repeat(ctx, followEvery, failed, p.follow)
}

func (p *Privacy) follow(ctx context.Context) error {
	keys, err := p.store.hashKeys(ctx)
	if err != nil {
		return err
	}
	p.keys.Store(&keys)
	return nil
}

// Hash is the user's hashed id, under the key that is in use.
func (p *Privacy) Hash(userID string) string { return (*p.keys.Load())[0].hash(userID) }

// Hashes are the user's hashed ids under all keys that a record may bear, the
// one in use first.
func (p *Privacy) Hashes(userID string) []string {
	var list []string
	for _, k := range *p.keys.Load() {
		list = append(list, k.hash(userID))
	}
	return list
}

// Kept returns what is kept about a user.
func (p *Privacy) Kept(ctx context.Context, userID string) (UserData, error) {
	if err := p.follow(ctx); err != nil {
		return UserData{}, err
	}
	return p.store.UserData(ctx, p.Hashes(userID))
}

// Forget deletes what is kept about a user and returns what that was.
func (p *Privacy) Forget(ctx context.Context, userID string) (UserData, error) {
	if err := p.follow(ctx); err != nil {
		return UserData{}, err
	}
	return p.store.ForgetUser(ctx, p.Hashes(userID))
}
