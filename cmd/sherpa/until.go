package main

import "context"

// until runs read and returns what it returns, or ctx's error if ctx ends first.
// It needs a goroutine because nothing can interrupt the read of a terminal or
// a pipe; one that is left behind ends with the program.
func until(ctx context.Context, read func() (string, error)) (string, error) {
	type result struct {
		text string
		err  error
	}
	done := make(chan result, 1)
	go func() {
		text, err := read()
		done <- result{text, err}
	}()
	select {
	case r := <-done:
		return r.text, r.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
