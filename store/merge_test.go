package store

import (
	"fmt"
	"testing"
)

func TestIndexOfASmallStoreIsOneSegment(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	for i := range 5 {
		mustPut(t, s, entry(fmt.Sprintf("article-%d", i), "The talks lasted three hours.", fmt.Sprintf("Passage %d.", i)))
	}
	if n := segments(t, s); n != 1 {
		t.Errorf("the index has %d segments, want 1", n)
	}
	mustBeSound(t, s)
}

func TestIndexOfALargeStoreIsMergedInSteps(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	lines := make([]string, mergedWhole+1)
	for i := range lines {
		lines[i] = fmt.Sprintf("Line %d.", i)
	}
	mustPut(t, s, entry("long", lines...))
	const more = 20
	for i := range more {
		mustPut(t, s, entry(fmt.Sprintf("article-%d", i), "The talks lasted three hours."))
	}
	if n := segments(t, s); n >= more {
		t.Errorf("the index has %d segments after %d writes", n, more)
	}
	mustBeSound(t, s)
}

func segments(t *testing.T, s *Store) (n int) {
	t.Helper()
	if err := s.reader.QueryRowContext(t.Context(), "SELECT count(DISTINCT segid) FROM passage_index_idx").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
