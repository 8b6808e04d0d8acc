package rest_test

import (
	"os"
	"sync"
	"testing"
	"time"

	"sherpa/bot/event"
	"sherpa/internal/fakediscord"
)

func TestParallelAnswers(t *testing.T) {
	t.Parallel()
	const answers, roundTrip = 20, 150 * time.Millisecond
	d := discord(t, fakediscord.Options{NoSpec: true})
	c := newClient(t, d, nil)
	var ins []*event.Interaction
	for range answers {
		ins = append(ins, deferred(t, d, c))
	}
	d.Fault(edits, fakediscord.Fault{Delay: roundTrip})
	start := time.Now()
	var all sync.WaitGroup
	for _, in := range ins {
		all.Go(func() {
			if _, err := c.Edit(t.Context(), in.Ticket, message("Done.")); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	took := time.Since(start)
	t.Logf("%d parallel edits at a round trip of %v took %v", answers, roundTrip, took)
	limit := 2 * time.Second // one after another they take three
	if os.Getenv("SHERPA_FULL") != "" {
		limit = 500 * time.Millisecond // on a machine that does little else
	}
	if took > limit {
		t.Errorf("%d parallel edits took %v, more than %v", answers, took, limit)
	}
}
