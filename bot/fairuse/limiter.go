package fairuse

import (
	"sync"
	"time"
)

// Limit names what somebody ran into.
type Limit string

// The limits.
const (
	None Limit = ""
	// User and Guild are the questions of a minute; Global is that of all.
	User   Limit = "user"
	Guild  Limit = "guild"
	Global Limit = "global"
	// UserBusy, GuildBusy and Busy are the questions that are worked on.
	UserBusy  Limit = "user_busy"
	GuildBusy Limit = "guild_busy"
	Busy      Limit = "busy"
)

// Options are the limits; 0 means the default, in brackets.
type Options struct {
	// PerUser (5), PerGuild (30) and Overall (600) are questions in a minute. All
	// of a minute's may be asked at once.
	PerUser, PerGuild, Overall int
	// UserInFlight (1), GuildInFlight (4) and InFlight (16) are questions that are
	// worked on at a time.
	UserInFlight, GuildInFlight, InFlight int
	// MaxKeys is how many users and servers are remembered (500,000 each). Beyond
	// that, whoever has not asked for longest is taken for new.
	MaxKeys int
}

// busyFor is after how long it is worth asking again where the limit is the
// questions that are worked on: nobody knows when one ends.
const busyFor = 10 * time.Second

// Refusal says why somebody may not ask now.
type Refusal struct {
	Limit Limit
	// Wait is how long until it ends; for a limit of questions that are worked
	// on, an estimate.
	Wait time.Duration
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
	working       flights
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
		{&o.UserInFlight, 1},
		{&o.GuildInFlight, 4},
		{&o.InFlight, 16},
		{&o.MaxKeys, 500_000},
	} {
		if *d.field <= 0 {
			*d.field = d.value
		}
	}
	return &Limiter{
		o: o, start: time.Now(), users: newBuckets(o.MaxKeys), guilds: newBuckets(o.MaxKeys),
		working: newFlights(),
	}
}

// Ask counts a question of a user in a server (empty for none), and reports
// whether it may be asked; if not, nothing is counted, and wait is how long
// until it may.
func (l *Limiter) Ask(userID, guildID string) (wait time.Duration, ok bool) {
	r := l.Take(userID, guildID)
	return r.Wait, r.Limit == None
}

// Take counts a question as Ask does, and says which limit refuses it, if any.
func (l *Limiter) Take(userID, guildID string) Refusal {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Since(l.start)
	user, guild := l.users.get(userID, now), (*bucket)(nil)
	if guildID != "" {
		guild = l.guilds.get(guildID, now)
	}
	rates := []struct {
		limit  Limit
		bucket *bucket
		rate   int
	}{{User, user, l.o.PerUser}, {Guild, guild, l.o.PerGuild}, {Global, &l.overall, l.o.Overall}}
	for _, r := range rates {
		if r.bucket == nil {
			continue
		}
		if wait := r.bucket.wait(now, r.rate); wait > 0 {
			return Refusal{r.limit, wait}
		}
	}
	for _, r := range rates {
		if r.bucket != nil {
			r.bucket.take(now, r.rate)
		}
	}
	return Refusal{}
}

// Begin takes a place among the questions that are worked on. Where there is
// one, done gives it back, and must be called once the work has ended; else the
// refusal says what to wait for.
func (l *Limiter) Begin(userID, guildID string) (done func(), refusal Refusal) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if limit := l.working.full(userID, guildID, l.o); limit != None {
		return nil, Refusal{limit, busyFor}
	}
	l.working.add(userID, guildID, 1)
	return sync.OnceFunc(func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.working.add(userID, guildID, -1)
	}), Refusal{}
}
