package fairuse_test

import (
	"fmt"
	"runtime"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/bot/fairuse"
)

// pass lets time go by on the clock of synctest.
func pass(d time.Duration) { <-time.After(d) }

func TestEachLimit(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name string
		ask  func(i int) (user, guild string)
		// free is how many may be asked at once; then one more after wait.
		free  int
		limit fairuse.Limit
		wait  time.Duration
	}{
		{"a user in a server", func(int) (string, string) { return "u", "g" }, 5, fairuse.User, 12 * time.Second},
		{"a user in direct messages", func(int) (string, string) { return "u", "" }, 5, fairuse.User, 12 * time.Second},
		{"a user in many servers", func(i int) (string, string) { return "u", fmt.Sprint(i) }, 5, fairuse.User, 12 * time.Second},
		{"a server", func(i int) (string, string) { return fmt.Sprint(i), "g" }, 30, fairuse.Guild, 2 * time.Second},
		{"all", func(i int) (string, string) { return fmt.Sprint(i), fmt.Sprint(i) }, 600, fairuse.Global, 100 * time.Millisecond},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				l := fairuse.New(fairuse.Options{})
				pass(time.Hour) // what nobody used does not add up
				for i := range tc.free {
					if wait, ok := l.Ask(tc.ask(i)); !ok || wait != 0 {
						t.Fatalf("question %d has to wait for %v", i+1, wait)
					}
				}
				for range 3 { // a refusal counts for nothing
					want := fairuse.Refusal{Limit: tc.limit, Wait: tc.wait}
					if diff := cmp.Diff(want, l.Take(tc.ask(tc.free))); diff != "" {
						t.Fatalf("(-want +got)\n%s", diff)
					}
				}
				pass(tc.wait - time.Millisecond)
				if _, ok := l.Ask(tc.ask(tc.free)); ok {
					t.Error("it may be asked before the time")
				}
				pass(time.Millisecond)
				if wait, ok := l.Ask(tc.ask(tc.free)); !ok {
					t.Errorf("it still has to wait for %v", wait)
				}
			})
		})
	}
}

func TestInFlight(t *testing.T) {
	t.Parallel()
	l := fairuse.New(fairuse.Options{})
	begin := func(user, guild string, want fairuse.Limit) func() {
		t.Helper()
		done, refusal := l.Begin(user, guild)
		if refusal.Limit != want || (done == nil) == (want == fairuse.None) || (refusal.Wait > 0) != (want != fairuse.None) {
			t.Errorf("%s in %q: %+v, want the limit %q", user, guild, refusal, want)
		}
		return done
	}
	first := begin("a", "g", fairuse.None)
	begin("a", "g", fairuse.UserBusy)
	begin("a", "", fairuse.UserBusy)
	for i := range 3 {
		begin(fmt.Sprint("g", i), "g", fairuse.None)
	}
	begin("b", "g", fairuse.GuildBusy)
	begin("b", "", fairuse.None)
	first()
	first() // giving back twice is giving back once
	begin("c", "g", fairuse.None)
	begin("d", "g", fairuse.GuildBusy)
	for i := range 11 {
		begin(fmt.Sprint("dm", i), "", fairuse.None)
	}
	begin("z", "", fairuse.Busy)
}

func TestOneServerDoesNotSlowTheOthers(t *testing.T) {
	t.Parallel()
	const others, workTakes, horizon = 20, 500 * time.Millisecond, 10 * time.Minute
	// served runs the questions of others, one every 30 s each, beside a server
	// that asks so often each second, and returns how many of theirs were refused.
	served := func(t *testing.T, abuse int) (refused int) {
		t.Helper()
		synctest.Test(t, func(*testing.T) {
			l := fairuse.New(fairuse.Options{})
			var working sync.WaitGroup
			try := func(user, guild string) bool {
				done, refusal := l.Begin(user, guild)
				if refusal.Limit != fairuse.None {
					return false
				}
				if _, ok := l.Ask(user, guild); !ok {
					done()
					return false
				}
				working.Go(func() { pass(workTakes); done() })
				return true
			}
			for tick := range int(horizon / time.Second) {
				for i := range abuse {
					try(fmt.Sprint("abuser", tick, i), "loud")
				}
				for g := range others {
					if tick%30 == g && !try(fmt.Sprint("u", g), fmt.Sprint("g", g)) {
						refused++
					}
				}
				pass(time.Second)
			}
			working.Wait()
		})
		return refused
	}
	if refused := served(t, 25); refused > 0 { // 50 times the rate that a server may ask at
		t.Errorf("%d questions of others were refused", refused)
	}
}

func TestAMillionUsersAreBounded(t *testing.T) { //nolint:paralleltest // it measures the heap
	const users = 1_000_000
	l := fairuse.New(fairuse.Options{Overall: 1 << 30})
	before := heap()
	for i := range users {
		if _, ok := l.Ask(fmt.Sprint("user", i), fmt.Sprint("guild", i)); !ok {
			t.Fatalf("user %d may not ask", i)
		}
	}
	grown := heap() - before
	runtime.KeepAlive(l)
	t.Logf("%d users and as many servers take %d MiB", users, grown>>20)
	if grown > 64<<20 {
		t.Errorf("%d users and as many servers take %d MiB", users, grown>>20)
	}
}

func TestWhoAskedLatelyIsRemembered(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := fairuse.New(fairuse.Options{Overall: 1 << 30})
		for range 5 {
			l.Ask("u", "")
		}
		for i := range 200_000 {
			l.Ask(fmt.Sprint(i), "")
		}
		pass(11 * time.Second)
		if _, ok := l.Ask("u", ""); ok {
			t.Error("others make room for one who asked too much")
		}
	})
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc) //nolint:gosec // far below the bound
}
