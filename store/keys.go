package store

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

const (
	// keyLife is how long a key is used for new hashes.
	keyLife = 30 * 24 * time.Hour
	// keyRest is how long a key is kept at least after another has replaced it,
	// for hashes that somebody computed but has not stored yet.
	keyRest = 2 * 24 * time.Hour
	// keyBytes is the length of a key.
	keyBytes = 32
)

// hashKey is a secret under which user ids are hashed.
type hashKey struct {
	num    int64
	secret []byte
	made   time.Time
}

// hash is a user's id under the key: the key's number, a full stop, and the
// HMAC-SHA-256 in hex. The number says which keys are still needed.
func (k hashKey) hash(userID string) string {
	mac := hmac.New(sha256.New, k.secret)
	mac.Write([]byte(userID))
	return strconv.FormatInt(k.num, 10) + "." + hex.EncodeToString(mac.Sum(nil))
}

// hashKeys returns the keys that are still needed, the one in use first. If it
// is too old, or there is none, a new one is made, unless the store is read-only.
func (s *Store) hashKeys(ctx context.Context) ([]hashKey, error) {
	list, err := keysOf(ctx, s.reader)
	if err != nil {
		return nil, failed(s.path, "read the keys", err)
	}
	if s.fresh(list) || (s.writer == nil && len(list) > 0) {
		return list, nil
	}
	err = s.keep(ctx, "make a key", func(tx writeTx) error {
		list, err = keysOf(context.Background(), tx.tx)
		if err != nil || s.fresh(list) { // another process was first
			return err
		}
		list, err = addKey(tx, list, s.now())
		return err
	})
	return list, err
}

// fresh reports whether the key in use may stay in use.
func (s *Store) fresh(list []hashKey) bool {
	return len(list) > 0 && s.now().Sub(list[0].made) < keyLife
}

func addKey(tx writeTx, list []hashKey, now time.Time) ([]hashKey, error) {
	k := hashKey{secret: make([]byte, keyBytes), made: now}
	_, _ = rand.Read(k.secret) // never fails
	var err error
	k.num, err = tx.insert("INSERT INTO hash_keys (bytes, made) VALUES (?, ?)", k.secret, toNanos(now))
	return append([]hashKey{k}, list...), err
}

func keysOf(ctx context.Context, q queryer) ([]hashKey, error) {
	var list []hashKey
	err := eachRow(ctx, q, "SELECT num, bytes, made FROM hash_keys ORDER BY num DESC", nil, func(r row) error {
		var k hashKey
		var made int64
		err := r.Scan(&k.num, &k.secret, &made)
		k.made = fromNanos(made)
		list = append(list, k)
		return err
	})
	return list, err
}

// dropKeys deletes the keys that were replaced a while ago and that no record
// bears any more: whose those hashes were nobody can tell from then on.
func dropKeys(tx writeTx, now time.Time) error {
	list, err := keysOf(context.Background(), tx.tx)
	if err != nil {
		return err
	}
	for i := 1; i < len(list); i++ {
		if list[i-1].made.After(now.Add(-keyRest)) {
			continue
		}
		if err := tx.exec(dropKey, list[i].num); err != nil {
			return err
		}
	}
	return nil
}

// dropKey deletes a key unless a record bears it. A full stop ends the number in
// a hash, and a slash comes right after the full stop.
const dropKey = `DELETE FROM hash_keys WHERE num = ?1
	AND NOT EXISTS (SELECT 1 FROM answers WHERE user >= ?1 || '.' AND user < ?1 || '/')
	AND NOT EXISTS (SELECT 1 FROM votes WHERE user >= ?1 || '.' AND user < ?1 || '/')
	AND NOT EXISTS (SELECT 1 FROM counts WHERE key >= ?1 || '.' AND key < ?1 || '/')
	AND NOT EXISTS (SELECT 1 FROM spending WHERE kind = 'user' AND payer >= ?1 || '.' AND payer < ?1 || '/')
	AND NOT EXISTS (SELECT 1 FROM feeds WHERE added_by >= ?1 || '.' AND added_by < ?1 || '/')
	AND NOT EXISTS (SELECT 1 FROM meta WHERE key = '` + heldKey + `' || ?1)`

// heldKey, with the number of a key behind it, is the fact that another store
// bears hashes under that key.
const heldKey = "hash_key_held:"

// HoldKey keeps the key of a hash for good, because another store bears the hash:
// without the key nobody could be told there from others, and deleted.
func (s *Store) HoldKey(ctx context.Context, hash string) error {
	num, _, ok := strings.Cut(hash, ".")
	if !ok {
		return fmt.Errorf("hold a key: %w: this is no hash", ErrInvalidRecord)
	}
	if _, err := s.Meta(ctx, heldKey+num); !errors.Is(err, ErrNotFound) {
		return err
	}
	return s.SetMeta(ctx, heldKey+num, "yes")
}
