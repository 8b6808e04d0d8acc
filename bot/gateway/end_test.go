package gateway

import (
	"context"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"sherpa/internal/fakediscord"
)

// TestEnds stops Run in every state that a shard can be in.
func TestEnds(t *testing.T) {
	t.Parallel()
	hole := func(o *Options) {
		o.Dial = func(ctx context.Context, _, _ string) (net.Conn, error) { <-ctx.Done(); return nil, ctx.Err() }
	}
	for name, tt := range map[string]struct {
		script fakediscord.Script
		edit   func(*Options)
		fault  func(*fakediscord.Conn)
		code   int // that the last connection is closed with
	}{
		"ready":               {code: 1000},
		"ready, a successor":  {edit: func(o *Options) { o.StayOnline = true }, code: 4000},
		"dialling":            {edit: hole, code: -1},
		"half-open":           {script: fakediscord.Script{HalfOpen: true}, code: 0},
		"waiting for Hello":   {script: fakediscord.Script{Hello: fakediscord.Silent}, code: 1000},
		"waiting for READY":   {script: fakediscord.Script{Identify: fakediscord.Silent}, code: 1000},
		"backing off":         {fault: (*fakediscord.Conn).Cut, code: 0},
		"waiting for REST":    {edit: func(o *Options) { o.GatewayBot = silentREST }, code: -1},
		"deaf to acks":        {script: fakediscord.Script{NoACK: true}, code: 1000},
		"IDENTIFYs used up":   {edit: func(o *Options) { o.GatewayBot = usedUp(o.GatewayBot) }, code: -1},
		"other side is stuck": {script: fakediscord.Script{Hello: func(*fakediscord.Conn) {}, NoACK: true}, code: 1000},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				d, dial := inMemory(t, fakediscord.Options{})
				d.EveryConnection(tt.script)
				edit := tt.edit
				if edit == nil {
					edit = func(*Options) {}
				}
				r := start(t, d, dial, edit)
				pass(2 * time.Second)
				if tt.fault != nil {
					tt.fault(d.Connections()[0])
				}
				synctest.Wait()
				before := len(d.Connections())
				began := time.Now()
				r.stop()
				if err := r.ended(); err != nil {
					t.Errorf("Run: %v", err)
				}
				if took := time.Since(began); took > 5*time.Second {
					t.Errorf("ended after %v", took)
				}
				synctest.Wait()
				code := -1
				if all := d.Connections(); len(all) > 0 {
					code = all[len(all)-1].ClosedWith()
				}
				if code != tt.code {
					t.Errorf("closed with %d, want %d", code, tt.code)
				}
				pass(24 * time.Hour)
				if after := len(d.Connections()); after != before {
					t.Errorf("%d connections came after the end", after-before)
				}
			})
		})
	}
}

// TestEndsInParallel stops 16 shards.
func TestEndsInParallel(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		d.SetGateway(func(g *fakediscord.GatewayInfo) { g.Shards, g.MaxConcurrency = 16, 16 })
		r := start(t, d, dial)
		for shard := range 16 {
			r.ready(shard)
		}
		synctest.Wait()
		began := time.Now()
		r.stop()
		if err := r.ended(); err != nil {
			t.Error(err)
		}
		if took := time.Since(began); took > 1100*time.Millisecond {
			t.Errorf("ended after %v", took)
		}
	})
}

// TestHungHandler has the handler not return: Run ends all the same, and says
// that it leaves something behind.
func TestHungHandler(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	entered, release := make(chan struct{}), make(chan struct{})
	var log strings.Builder
	r := start(t, d, logTo(&log), func(o *Options) {
		o.Handler = func(context.Context, Dispatch) { close(entered); <-release }
		o.Timing.Drain, o.Timing.Close = 100*time.Millisecond, 100*time.Millisecond
	})
	c := r.next(nil)
	<-entered
	r.stop()
	if err := r.ended(); err != nil {
		t.Error(err)
	}
	if !strings.Contains(log.String(), "left behind") {
		t.Errorf("the log says: %s", log.String())
	}
	r.until(func() bool { return !c.Alive() })
	close(release)
	r.s.running.Wait()
}

func TestRunsOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		r := start(t, d, dial)
		r.next(nil)
		if err := r.s.Run(t.Context()); err == nil {
			t.Error("a second Run is allowed")
		}
	})
}
