package fairuse

import (
	"sync"
	"time"
)

// Options are the limits; 0 means the default, in brackets.
type Options struct {
	// PerUser (5), PerGuild (30) and Overall (600) are questions in a minute. All
	// of a minute's may be asked at once.
	PerUser, PerGuild, Overall int
	// MaxKeys is how many users and servers are remembered (500,000 each). Beyond
	// that, whoever has not asked for longest is taken for new.
	MaxKeys int
}

// Limiter decides. Its methods may be called from many goroutines, and never
// wait.
type Limiter struct {
	o Options
	// start makes times small; only what has passed since is looked at, so that
	// the clock of the machine may jump.
	start time.Time

	mu            sync.Mutex
	users, guilds *buckets
	overall       bucket
}

// New returns a Limiter.
func New(o Options) *Limiter {
	for _, d := range []struct {
		field *int
		value int
	}{
		{&o.PerUser, 5},
		{&o.PerGuild, 30},
		{&o.Overall, 600},
		{&o.MaxKeys, 500_000},
	} {
		if *d.field <= 0 {
			*d.field = d.value
		}
	}
	return &Limiter{o: o, start: time.Now(), users: newBuckets(o.MaxKeys), guilds: newBuckets(o.MaxKeys)}
}

// Ask counts a question of a user in a server (empty for none), and reports
// whether it may be asked; if not, nothing is counted, and wait is how long
// until it may.
func (l *Limiter) Ask(userID, guildID string) (wait time.Duration, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Since(l.start)
	user, guild := l.users.get(userID, now), (*bucket)(nil)
	if guildID != "" {
		guild = l.guilds.get(guildID, now)
	}
	rates := []struct {
		bucket *bucket
		rate   int
	}{{user, l.o.PerUser}, {guild, l.o.PerGuild}, {&l.overall, l.o.Overall}}
	for _, r := range rates {
		if r.bucket == nil {
			continue
		}
		if wait := r.bucket.wait(now, r.rate); wait > 0 {
			return wait, false
		}
	}
	for _, r := range rates {
		if r.bucket != nil {
			r.bucket.take(now, r.rate)
		}
	}
	return 0, true
}
