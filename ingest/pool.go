package ingest

import (
	"context"
	"iter"
	"sync"

	"sherpa/store"
)

// task reads and parses one input, or one line of a file.
type task func(ctx context.Context) result

// result is what came of an input: an article, or the reason why not. Results
// are dealt with in order and one at a time, and so are their functions called.
type result struct {
	input string
	entry store.Entry
	// skip is the reason why the input was not taken; entry is empty then.
	skip string
	// unchanged counts articles of which is known, without an entry, that the
	// store has them as they are.
	unchanged int
	// feed says that input is the address of a feed, of which so many entries are
	// left for another run.
	feed bool
	left int
	// taken, if set, is called unless the result was skipped.
	taken func()
	// remember, if set, returns what to keep once the article, and all before
	// it, are stored.
	remember func() memo
}

// memo is something to remember for the next run.
type memo struct{ key, value string }

// inOrder runs tasks, at most so many at a time, and returns their results in the
// order of the tasks. Some results wait ready, so that parsing goes on while a
// batch is stored. It stops when ctx ends, and returns only after its goroutines
// have.
func inOrder(ctx context.Context, workers int, tasks func(context.Context) iter.Seq[task]) iter.Seq[result] {
	return func(yield func(result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var running sync.WaitGroup
		defer running.Wait()
		defer cancel()
		slots := make(chan struct{}, workers)
		queue := make(chan chan result, batchSize)
		running.Go(func() {
			defer close(queue)
			for t := range tasks(ctx) {
				promise := make(chan result, 1)
				if !send(ctx, slots, struct{}{}) || !send(ctx, queue, promise) {
					return
				}
				running.Go(func() {
					promise <- t(ctx)
					<-slots
				})
			}
		})
		for promise := range queue {
			if r := <-promise; ctx.Err() != nil || !yield(r) {
				return
			}
		}
	}
}

// send reports whether v was sent before ctx ended.
func send[T any](ctx context.Context, to chan<- T, v T) bool {
	select {
	case to <- v:
		return true
	case <-ctx.Done():
		return false
	}
}
