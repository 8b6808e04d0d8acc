package main

import (
	"syscall"
	"testing"
)

// locked keeps the store locked, as another process would that writes for long,
// until the function is called that it returns.
func (s *served) locked() (unlock func()) {
	s.t.Helper()
	db := s.database()
	tx, err := db.BeginTx(s.t.Context(), nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return func() {
		_ = tx.Rollback() // it wrote nothing
		_ = db.Close()
	}
}

// TestServeWaitsForTheStore starts the program twice while the store is locked: it
// says so, stops as soon as it shall, and else serves as soon as it can.
func TestServeWaitsForTheStore(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	s.start()
	s.stop(syscall.SIGTERM)
	other := s.beside()
	unlock := s.locked()
	s.launch()
	other.launch()
	for _, one := range []*served{s, other} {
		one.logs("waiting for it to end")
	}
	if code := other.stop(syscall.SIGTERM); code != 0 {
		t.Errorf("stopped while it waited, the program ended with %d, want 0", code)
	}
	unlock()
	s.wait("the gateway", func() bool { return len(s.discord.Identifies()) == 2 })
	if code := s.stop(syscall.SIGTERM); code != 0 {
		t.Errorf("SIGTERM ended the program with %d, want 0", code)
	}
}
