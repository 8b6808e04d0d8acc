package fairuse_test

import (
	"fmt"
	"runtime"
	"testing"
	"testing/synctest"
	"time"

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
		free int
		wait time.Duration
	}{
		{"a user in a server", func(int) (string, string) { return "u", "g" }, 5, 12 * time.Second},
		{"a user in direct messages", func(int) (string, string) { return "u", "" }, 5, 12 * time.Second},
		{"a user in many servers", func(i int) (string, string) { return "u", fmt.Sprint(i) }, 5, 12 * time.Second},
		{"a server", func(i int) (string, string) { return fmt.Sprint(i), "g" }, 30, 2 * time.Second},
		{"all", func(i int) (string, string) { return fmt.Sprint(i), fmt.Sprint(i) }, 600, 100 * time.Millisecond},
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
					if wait, ok := l.Ask(tc.ask(tc.free)); ok || wait != tc.wait {
						t.Fatalf("one too many has to wait for %v, want %v", wait, tc.wait)
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

func TestOneServerDoesNotSlowTheOthers(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const others, minutes = 20, 10
		l := fairuse.New(fairuse.Options{})
		for tick := range minutes * 60 {
			for i := range 25 { // 50 times what a server may ask
				l.Ask(fmt.Sprint("loud", tick, i), "loud")
			}
			for g := range others {
				if tick%30 != g {
					continue
				}
				if _, ok := l.Ask(fmt.Sprint("u", g), fmt.Sprint("g", g)); !ok {
					t.Errorf("a question of another server was refused after %d s", tick)
				}
			}
			pass(time.Second)
		}
	})
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
