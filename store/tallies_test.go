package store

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestGaps(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	for _, g := range []Gap{
		{GuildID: "g", Topic: "wheat", Last: at(time.Hour)},
		{GuildID: "g", Topic: "gas", Last: at(time.Minute)},
		{GuildID: "g", Topic: "peace", Times: 3, Last: noon},
		{GuildID: "h", Topic: "wheat", Times: 1, Last: at(2 * time.Hour)},
		{GuildID: "g", Topic: "wheat", Last: noon},
	} {
		mustDo(t, s.AddGap(t.Context(), g))
	}
	for limit, want := range [][]Gap{
		nil,
		{{GuildID: "g", Topic: "peace", Times: 3, Last: noon}},
		{{GuildID: "g", Topic: "peace", Times: 3, Last: noon}, {GuildID: "g", Topic: "wheat", Times: 2, Last: at(time.Hour)}},
	} {
		got, err := s.Gaps(t.Context(), "g", limit)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Error(diff, err)
		}
	}
	if err := s.AddGap(t.Context(), Gap{Topic: "of a direct message"}); !errors.Is(err, ErrInvalidRecord) {
		t.Errorf("error %v, want ErrInvalidRecord", err)
	}
}

// tallied is the tally of answers that took so long each.
func tallied(guild string, took ...time.Duration) Tally {
	t := Tally{GuildID: guild, Day: dayOf(noon), Asked: len(took), Answered: len(took)}
	for _, d := range took {
		t.LatencySum += d
		t.Slowest = max(t.Slowest, d)
		t.Latencies.Count(d)
	}
	return t
}

func TestTallies(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	for _, y := range []Tally{
		{GuildID: "g", Day: "2026-11-21", Asked: 1, Answered: 1, LatencySum: time.Second, Slowest: time.Second},
		{GuildID: "g", Day: "2026-11-21", Asked: 1, Refused: 1, Up: 1, LatencySum: 2 * time.Second, Slowest: 2 * time.Second},
		{GuildID: "g", Day: "2026-11-21", Asked: 1, Failed: 1, Down: 1, LatencySum: time.Millisecond, Slowest: time.Millisecond},
		{GuildID: "g", Day: "2026-11-19", Asked: 7},
		{GuildID: "g", Day: "2026-11-20", Asked: 2},
		{GuildID: "", Day: "2026-11-21", Asked: 9},
	} {
		mustDo(t, s.AddTally(t.Context(), y))
	}
	want := []Tally{{GuildID: "g", Day: "2026-11-20", Asked: 2}, {
		GuildID: "g", Day: "2026-11-21", Asked: 3, Answered: 1, Refused: 1, Failed: 1, Up: 1, Down: 1,
		LatencySum: 3*time.Second + time.Millisecond, Slowest: 2 * time.Second,
	}}
	got, err := s.Tallies(t.Context(), "g", at(-24*time.Hour))
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	got, err = s.Tallies(t.Context(), "", time.Time{})
	if diff := cmp.Diff([]Tally{{Day: "2026-11-21", Asked: 9}}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	for _, day := range []string{"", "today", "2026-13-01", "2026-11-21T00"} {
		if err := s.AddTally(t.Context(), Tally{GuildID: "g", Day: day}); !errors.Is(err, ErrInvalidRecord) {
			t.Errorf("day %q: error %v, want ErrInvalidRecord", day, err)
		}
	}
}
