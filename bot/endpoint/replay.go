package endpoint

import (
	"sync"
	"time"
)

const (
	// rememberFor is longer than a signature is taken for.
	rememberFor = 20 * time.Minute
	// rememberMost bounds the memory: 250 interactions a second for all of that
	// time. Beyond that the oldest is forgotten early.
	rememberMost = 300_000
)

// seen are the ids of the interactions that were let in.
type seen struct {
	mu    sync.Mutex
	ids   map[string]struct{}
	order []arrival // oldest first, from first on
	first int
}

type arrival struct {
	id string
	at time.Time
}

// add remembers an id, and reports whether it is new.
func (s *seen) add(id string, now time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.ids[id]; known {
		return false
	}
	if s.ids == nil {
		s.ids = map[string]struct{}{}
	}
	s.ids[id] = struct{}{}
	s.order = append(s.order, arrival{id, now})
	s.forget(now)
	return true
}

// forget drops what is too old or too much.
func (s *seen) forget(now time.Time) {
	for s.first < len(s.order) {
		oldest := s.order[s.first]
		if now.Sub(oldest.at) < rememberFor && len(s.ids) <= rememberMost {
			break
		}
		delete(s.ids, oldest.id)
		s.order[s.first] = arrival{}
		s.first++
	}
	if s.first > len(s.order)/2 {
		s.order = append([]arrival(nil), s.order[s.first:]...)
		s.first = 0
	}
}
