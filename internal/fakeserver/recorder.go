package fakeserver

import (
	"fmt"
	"slices"
)

// Recorder is a TB that remembers how its test failed, for the tests of a fake.
type Recorder struct {
	failures []string
	cleanups []func()
}

// Helper does nothing.
func (r *Recorder) Helper() {}

// Cleanup has f called by End.
func (r *Recorder) Cleanup(f func()) { r.cleanups = append(r.cleanups, f) }

// Errorf remembers a failure.
func (r *Recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

// Fatalf remembers a failure; the test goes on.
func (r *Recorder) Fatalf(format string, args ...any) { r.Errorf(format, args...) }

// End ends the test and returns how it failed.
func (r *Recorder) End() []string {
	for _, f := range slices.Backward(r.cleanups) {
		f()
	}
	return r.failures
}
