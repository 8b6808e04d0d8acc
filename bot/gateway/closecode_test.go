package gateway

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/fakediscord"
	"sherpa/internal/usererr"
)

// TestCloseCodes closes a ready connection with every code that there is.
func TestCloseCodes(t *testing.T) {
	t.Parallel()
	verdicts := map[int]verdict{4004: ends, 4010: ends, 4011: ends, 4012: ends, 4013: ends, 4014: ends, 4007: startsAnew, 4009: startsAnew}
	for _, first := range []int{1000, 4000} {
		for code := first; code < first+16; code++ {
			if code == 1006 || code == 1015 {
				continue // never sent
			}
			t.Run(fmt.Sprint(code), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) { closesWith(t, code, verdicts[code]) })
			})
		}
	}
}

func closesWith(t *testing.T, code int, v verdict) {
	t.Helper()
	d, dial := inMemory(t, fakediscord.Options{})
	r := start(t, d, dial)
	first := r.next(nil)
	pass(time.Minute)
	first.Close(code, "")
	if v == ends {
		refused(t, r.ended(), code)
		pass(time.Hour)
		if n := len(d.Connections()); n != 1 {
			t.Errorf("%d connections", n)
		}
		return
	}
	r.next(first)
	want := map[verdict][]int{resumes: {1, 1}, startsAnew: {2, 0}}[v]
	if diff := cmp.Diff(want, []int{len(d.Identifies()), len(d.Resumes())}); diff != "" {
		t.Errorf("IDENTIFYs and RESUMEs: %s", diff)
	}
}

// refused checks an error that ends the program.
func refused(t *testing.T, err error, code int) {
	t.Helper()
	var closed *CloseError
	if !errors.Is(err, ErrFatal) || !errors.As(err, &closed) || closed.Code != code {
		t.Errorf("Run: %v", err)
	}
	if got := usererr.Code(err); got != usererr.BadConfig {
		t.Errorf("exit code %d", got)
	}
	if s := usererr.Message(err); !strings.HasSuffix(s, ".") || strings.Count(s, ". ") > 0 {
		t.Errorf("not a sentence: %q", s)
	}
}

// TestRefusedAtOnce has Discord refuse the first IDENTIFY, a RESUME, and REST.
func TestRefusedAtOnce(t *testing.T) {
	t.Parallel()
	for code := range fatalCodes {
		refuse := func(c *fakediscord.Conn) { c.Close(code, "") }
		t.Run(fmt.Sprint("IDENTIFY ", code), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				d, dial := inMemory(t, fakediscord.Options{})
				d.EveryConnection(fakediscord.Script{Identify: refuse})
				r := start(t, d, dial)
				refused(t, r.ended(), code)
				if n := len(d.Identifies()); n != 1 {
					t.Errorf("%d IDENTIFYs", n)
				}
			})
		})
		t.Run(fmt.Sprint("RESUME ", code), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				d, dial := inMemory(t, fakediscord.Options{})
				r := start(t, d, dial)
				first := r.next(nil)
				d.EveryConnection(fakediscord.Script{Resume: refuse})
				first.Cut()
				refused(t, r.ended(), code)
			})
		})
	}
}

// TestOneRefusalEndsAllShards has one of four shards refused.
func TestOneRefusalEndsAllShards(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		d.SetGateway(func(g *fakediscord.GatewayInfo) { g.Shards, g.MaxConcurrency = 4, 4 })
		r := start(t, d, dial)
		for shard := range 4 {
			r.ready(shard)
		}
		synctest.Wait()
		r.ready(2).Close(4014, "")
		refused(t, r.ended(), 4014)
		synctest.Wait()
		for _, c := range d.Connections() {
			if c.Alive() {
				t.Error("a connection is still there")
			}
		}
	})
}

func TestUnauthorizedByREST(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		calls := 0
		r := start(t, d, dial, func(o *Options) { o.GatewayBot = refuseREST(&calls) })
		refused(t, r.ended(), 4004)
		if calls != 1 || len(d.Connections()) != 0 {
			t.Errorf("%d calls, %d connections", calls, len(d.Connections()))
		}
	})
}
