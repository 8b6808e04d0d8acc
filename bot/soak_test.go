package bot_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"sherpa/bot"
	"sherpa/bot/fairuse"
	"sherpa/bot/gateway"
	"sherpa/bot/monitor"
	"sherpa/internal/fakediscord"
	"sherpa/store"
)

var (
	soak    = flag.Int("soak", 0, "how many interactions TestSoak starts, 50,000 to warm up among them; a million takes 12 minutes or more, 0 skips it")
	soakDir = flag.String("soak.dir", "", "where TestSoak keeps its store; the folder for temporary files if empty")
)

const (
	soakWarmUp = 50_000 // interactions after which what is kept for a while is full
	soakGrowth = 64 << 20
)

// TestSoak: what the bot keeps in memory does not grow with those who use it. All
// is real but Discord and its limits, and everybody is somebody else. The fake
// Discord is in the same process, so that its memory counts too.
func TestSoak(t *testing.T) { //nolint:paralleltest // memory is the whole process's
	if *soak == 0 {
		t.Skip("make soak runs this")
	}
	if *soakDir != "" {
		t.Setenv("TMPDIR", *soakDir)
	}
	d := fakediscord.New(t, fakediscord.Options{IdentifyGap: -1, NoSpec: true, Keep: 2000})
	r := assemble(t, t.TempDir()+"/sherpa.db", d, func(o *bot.Options) {
		o.FairUse = fairuse.New(fairuse.Options{PerGuild: 1e6, Overall: 1e9})
		o.Metrics, o.Log = monitor.NewMetrics(monitor.Build{}), slog.New(slog.DiscardHandler)
	})
	r.background(func(ctx context.Context) { purge(ctx, r.store) })
	r.supervise(gateway.Timing{})
	c := &crowd{d: d}
	c.use(t, soakWarmUp)
	before := footprintOf(r)
	t.Logf("after %d interactions: %v", c.started.Load(), before)
	after := before
	for part := range 10 { // so that a leak shows as a slope
		c.use(t, soakWarmUp+(*soak-soakWarmUp)*(part+1)/10)
		after = footprintOf(r)
		t.Logf("after %d interactions: %v", c.started.Load(), after)
	}
	t.Logf("%d people in %d servers; %d answers, %d direct messages and mentions; not answered %d; grown by %v",
		c.people.Load(), c.servers.Load(), c.answers.Load(), c.messages.Load(), c.lost.Load(), after.minus(before))
	if c.lost.Load() > 0 {
		t.Errorf("%d were not answered", c.lost.Load())
	}
	if grown := after.minus(before); grown.heap > soakGrowth || grown.resident > soakGrowth || grown.goroutines > 5 {
		t.Errorf("the bot grew by %v", grown)
	}
}

// purge deletes what is past its time, as the program does.
func purge(ctx context.Context, st *store.Store) {
	ticks := time.NewTicker(30 * time.Second)
	defer ticks.Stop()
	for {
		select {
		case <-ticks.C:
			_, _ = st.Purge(ctx, time.Now()) // a busy store is purged the next time
		case <-ctx.Done():
			return
		}
	}
}

// footprint is what a process takes up: bytes of live heap, of memory, and
// goroutines.
type footprint struct{ heap, resident, goroutines int }

// footprintOf is what the process takes up some seconds after the last question.
func footprintOf(r *rig) footprint {
	r.Helper()
	<-time.After(5 * time.Second) // some of what an answer leaves to do is done behind it
	r.client.Close()              // connections that nobody uses
	<-time.After(time.Second)
	runtime.GC()
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return footprint{int(m.HeapAlloc), resident(r), runtime.NumGoroutine()} //nolint:gosec // less than the machine has
}

// resident is how much memory the process holds; 0 where that cannot be asked.
func resident(r *rig) int {
	r.Helper()
	text, err := os.ReadFile("/proc/self/statm")
	if errors.Is(err, os.ErrNotExist) {
		return 0
	}
	var size, pages int
	if _, err := fmt.Sscan(string(text), &size, &pages); err != nil {
		r.Fatal(err)
	}
	return pages * os.Getpagesize()
}

func (f footprint) minus(g footprint) footprint {
	return footprint{f.heap - g.heap, f.resident - g.resident, f.goroutines - g.goroutines}
}

func (f footprint) String() string {
	const mib = 1 << 20
	return fmt.Sprintf("%.1f MiB of live heap, %.1f MiB of memory, %d goroutines", float64(f.heap)/mib, float64(f.resident)/mib, f.goroutines)
}
