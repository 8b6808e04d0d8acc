package endpoint

import (
	"strconv"
	"testing"
	"time"
)

func TestSeenIsBounded(t *testing.T) {
	t.Parallel()
	var s seen
	now := time.Unix(0, 0)
	for i := range rememberMost + 1000 {
		if !s.add(strconv.Itoa(i), now) {
			t.Fatalf("%d is not new", i)
		}
	}
	if len(s.ids) != rememberMost || len(s.order) > 2*rememberMost+1000 {
		t.Errorf("%d are remembered in %d places", len(s.ids), len(s.order))
	}
	if s.add(strconv.Itoa(rememberMost), now) {
		t.Error("a recent one is forgotten")
	}
	if !s.add("0", now) {
		t.Error("the oldest is not forgotten")
	}
	now = now.Add(rememberFor)
	if !s.add("new", now) || len(s.ids) != 1 {
		t.Errorf("%d are remembered after twenty minutes", len(s.ids))
	}
}
