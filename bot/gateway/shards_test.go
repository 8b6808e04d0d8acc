package gateway

import (
	"context"
	"net"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sherpa/internal/fakediscord"
)

func TestPlan(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		shards      Shards
		recommended int
		ids         []int
		total       int
	}{
		"as recommended":         {Shards{}, 3, []int{0, 1, 2}, 3},
		"recommended 0":          {Shards{}, 0, []int{0}, 1},
		"recommended nonsense":   {Shards{}, -5, []int{0}, 1},
		"a number":               {Shards{Total: 2}, 7, []int{0, 1}, 2},
		"a range":                {Shards{Total: 8, First: 2, Count: 3}, 1, []int{2, 3, 4}, 8},
		"the first of a range":   {Shards{Total: 8, Count: 1}, 7, []int{0}, 8},
		"the last of a range":    {Shards{Total: 8, First: 7, Count: 1}, 1, []int{7}, 8},
		"from the first, to 2":   {Shards{Total: 8, Count: 3}, 1, []int{0, 1, 2}, 8},
		"more than there can be": {Shards{Total: 1}, 1 << 40, []int{0}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ids, total := tt.shards.plan(tt.recommended)
			if diff := cmp.Diff(tt.ids, ids); diff != "" || total != tt.total {
				t.Errorf("of %d: %s", total, diff)
			}
		})
	}
}

func TestBadShards(t *testing.T) {
	t.Parallel()
	for _, s := range []Shards{
		{Total: -1}, {First: 1}, {Count: 1}, {Total: 4, First: 4}, {Total: 4, Count: 5}, {Total: 4, First: -1}, {Total: 4, Count: -1}, {Total: maxShards + 1},
	} {
		if s.check() == nil {
			t.Errorf("%+v is allowed", s)
		}
	}
}

func TestBuckets(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.IntRange(0, 100).Draw(t, "from")
		ids := make([]int, rapid.IntRange(0, 100).Draw(t, "n"))
		for i := range ids {
			ids[i] = from + i
		}
		n := rapid.IntRange(1, 20).Draw(t, "concurrency")
		got := buckets(ids, n)
		if !slices.Equal(slices.Concat(got...), ids) {
			t.Fatalf("%v", got)
		}
		for _, bucket := range got {
			if len(bucket) == 0 || len(bucket) > n || bucket[0]/n != bucket[len(bucket)-1]/n {
				t.Fatalf("%v", got)
			}
		}
	})
}

// TestShardsStartInOrder starts shards as a fake Discord allows it that refuses
// IDENTIFYs of one key within five seconds.
func TestShardsStartInOrder(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		shards      Shards
		concurrency int
		// slow makes each third connection take eight seconds.
		slow  bool
		ids   [2]int
		takes time.Duration
	}{
		"32, one at a time":      {Shards{Total: 32}, 1, false, [2]int{0, 31}, 31 * 5250 * time.Millisecond},
		"32, sixteen at a time":  {Shards{}, 16, false, [2]int{0, 31}, 5250 * time.Millisecond},
		"8-15 of 32, one":        {Shards{Total: 32, First: 8, Count: 8}, 1, false, [2]int{8, 15}, 7 * 5250 * time.Millisecond},
		"32, sixteen, some slow": {Shards{}, 16, true, [2]int{0, 31}, 22 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				d, dial := inMemory(t, fakediscord.Options{})
				d.SetGateway(func(g *fakediscord.GatewayInfo) { g.Shards, g.MaxConcurrency = 32, tt.concurrency })
				r := start(t, d, dial, func(o *Options) {
					o.Shards = tt.shards
					if tt.slow {
						o.Dial = slowly(o.Dial)
					}
				})
				for id := tt.ids[0]; id <= tt.ids[1]; id++ {
					r.ready(id)
				}
				checkOrder(t, d.Identifies(), tt.concurrency, tt.ids)
				all := d.Identifies()
				if took := all[len(all)-1].Time.Sub(all[0].Time); took > tt.takes {
					t.Errorf("took %v", took)
				}
				for i, s := range r.s.States() {
					if s.Phase != Ready || s.Shard != tt.ids[0]+i || s.Total != 32 || s.Identifies != 1 {
						t.Errorf("state %+v", s)
					}
				}
			})
		})
	}
}

// slowly has each third connection take eight seconds.
func slowly(dial func(context.Context, string, string) (net.Conn, error)) func(context.Context, string, string) (net.Conn, error) {
	var n atomic.Int64
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		if n.Add(1)%3 == 0 {
			timer := time.NewTimer(8 * time.Second)
			<-timer.C
		}
		return dial(ctx, network, address)
	}
}

func checkOrder(t *testing.T, all []fakediscord.Identify, concurrency int, ids [2]int) {
	t.Helper()
	if len(all) != ids[1]-ids[0]+1 {
		t.Errorf("%d IDENTIFYs", len(all))
	}
	bucket, last := 0, map[int]time.Time{}
	for _, i := range all {
		if b := i.Shard / concurrency; b < bucket {
			t.Errorf("shard %d after bucket %d", i.Shard, bucket)
		} else {
			bucket = b
		}
		key := i.Shard % concurrency
		if before, found := last[key]; found && i.Time.Sub(before) < 5*time.Second {
			t.Errorf("shard %d is %v after the last of its key", i.Shard, i.Time.Sub(before))
		}
		last[key] = i.Time
	}
}

// TestConcurrencyChanges has Discord lower max_concurrency while sixteen shards
// lose their sessions.
func TestConcurrencyChanges(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		d.SetGateway(func(g *fakediscord.GatewayInfo) { g.Shards, g.MaxConcurrency = 16, 16 })
		r := start(t, d, dial)
		for id := range 16 {
			r.ready(id)
		}
		pass(time.Minute)
		d.SetGateway(func(g *fakediscord.GatewayInfo) { g.Shards, g.MaxConcurrency = 20, 2 })
		old := d.Connections()
		for _, c := range old {
			c.InvalidSession(false)
		}
		r.until(func() bool { return len(d.Identifies()) == 32 })
		for id := range 16 {
			r.ready(id)
		}
		last := map[int]time.Time{}
		for _, i := range d.Identifies()[16:] {
			if i.Shards != 16 {
				t.Errorf("shard %d of %d", i.Shard, i.Shards)
			}
			if before, found := last[i.Shard%2]; found && i.Time.Sub(before) < 5*time.Second {
				t.Errorf("shard %d is %v after the last of its key", i.Shard, i.Time.Sub(before))
			}
			last[i.Shard%2] = i.Time
		}
	})
}
