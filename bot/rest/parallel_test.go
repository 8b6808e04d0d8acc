package rest_test

import (
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
	if took > 5*time.Second { // 0.5 s on a machine that does nothing else
		t.Errorf("%d parallel edits took %v", answers, took)
	}
}
