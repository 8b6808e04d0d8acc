package gateway

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/fakediscord"
)

// lively has a shard hear something every five minutes for two hours.
func livelyShard(t *testing.T) (*rig, *fakediscord.Conn) {
	t.Helper()
	d, dial := inMemory(t, fakediscord.Options{})
	r := start(t, d, dial)
	c := r.next(nil)
	for range 25 {
		d.Dispatch("MESSAGE_CREATE", map[string]any{"id": "1"})
		pass(5 * time.Minute)
	}
	if n := len(d.Connections()); n != 1 {
		t.Fatalf("%d connections", n)
	}
	d.Dispatch("MESSAGE_CREATE", map[string]any{"id": "1"})
	synctest.Wait()
	return r, c
}

// TestDeafShard has Discord forget a shard: it acknowledges heartbeats and sends
// nothing else.
func TestDeafShard(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r, c := livelyShard(t)
		c.SetDeaf(true)
		pass(10 * time.Minute)
		r.d.Dispatch("LOST", map[string]any{})
		pass(20*time.Minute - time.Second)
		if len(r.d.Connections()) != 1 {
			t.Fatal("given up too early")
		}
		pass(2 * time.Second)
		if diff := cmp.Diff([]int{1, 1, 4000}, []int{len(r.d.Identifies()), len(r.d.Resumes()), c.ClosedWith()}); diff != "" {
			t.Errorf("IDENTIFYs, RESUMEs, code: %s", diff)
		}
		r.heard("GUILD_UPDATE")
		r.heard("LOST")
		pass(25 * time.Minute)
		if n := len(r.d.Connections()); n != 2 {
			t.Errorf("%d connections", n)
		}
	})
}

// TestDeafSession has a resumption not cure the silence.
func TestDeafSession(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r, c := livelyShard(t)
		c.SetDeaf(true)
		r.d.EveryConnection(fakediscord.Script{Deaf: true})
		began := time.Now()
		r.until(func() bool { return len(r.d.Resumes()) == 1 })
		resumed := time.Since(began)
		r.settle()
		r.until(func() bool { return len(r.d.Identifies()) == 2 })
		took := []time.Duration{resumed, time.Since(began)}
		if diff := cmp.Diff([]time.Duration{30*time.Minute + 500*time.Millisecond, 35*time.Minute + time.Second}, took); diff != "" {
			t.Errorf("resumed and identified after %s", diff)
		}
		pass(24 * time.Hour)
		if n := len(r.d.Identifies()); n != 2 {
			t.Errorf("%d IDENTIFYs: one silence is acted on once", n)
		}
	})
}

// TestQuietShard has a shard hear something now and then only.
func TestQuietShard(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		r := start(t, d, dial)
		r.next(nil)
		for i := range 100 {
			d.Dispatch("MESSAGE_CREATE", map[string]any{"id": "1"})
			pass(time.Duration(5+i%4*20) * time.Minute)
		}
		pass(48 * time.Hour)
		if n := len(d.Connections()); n != 1 {
			t.Errorf("%d connections", n)
		}
	})
}

func TestActivity(t *testing.T) {
	t.Parallel()
	began := time.Now()
	for name, tt := range map[string]struct {
		every time.Duration
		n     int
		event string
		want  bool
	}{
		"every ten minutes":      {10 * time.Minute, 12, "MESSAGE_CREATE", true},
		"every eleven minutes":   {11 * time.Minute, 12, "MESSAGE_CREATE", true},
		"every fifteen minutes":  {15 * time.Minute, 12, "MESSAGE_CREATE", false},
		"not for long":           {10 * time.Minute, 9, "MESSAGE_CREATE", false},
		"all at once":            {time.Second, 500, "MESSAGE_CREATE", false},
		"what connecting brings": {10 * time.Minute, 12, "GUILD_CREATE", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newActivity(30*time.Minute, began)
			for i := range tt.n {
				a.note(tt.event, began.Add(time.Duration(i)*tt.every))
			}
			if _, got := a.silence(); got != tt.want {
				t.Errorf("suspect: %v", got)
			}
		})
	}
}
