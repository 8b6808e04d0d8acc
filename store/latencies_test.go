package store

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestLatencySteps(t *testing.T) {
	t.Parallel()
	for took, want := range map[time.Duration]int{
		-time.Hour: 0, 0: 0, time.Millisecond: 0, time.Millisecond + 1: 1, 1414214: 1, 1414215: 2, 2 * time.Millisecond: 2,
		time.Second: 20, 1024 * time.Millisecond: 20, 1025 * time.Millisecond: 21,
		46 * time.Second: 31, 47 * time.Second: 32, time.Hour: 32,
	} {
		var got, one Latencies
		got.Count(took)
		one[want] = 1
		if diff := cmp.Diff(one, got); diff != "" {
			t.Errorf("%v (-want +got)\n%s", took, diff)
		}
	}
}

func TestWithin(t *testing.T) {
	t.Parallel()
	const ms = time.Millisecond
	type times [3]time.Duration // of half, of 95 %, of all
	for name, c := range map[string]struct {
		took []time.Duration
		want times
	}{
		"none":        {},
		"one":         {[]time.Duration{300 * ms}, times{300 * ms, 300 * ms, 300 * ms}},
		"two":         {[]time.Duration{2 * ms, 300 * ms}, times{2 * ms, 300 * ms, 300 * ms}},
		"one is slow": {append(slices.Repeat([]time.Duration{60 * ms}, 19), time.Minute), times{64 * ms, 64 * ms, time.Minute}},
		"two are":     {append(slices.Repeat([]time.Duration{60 * ms}, 18), 16*time.Second, time.Hour), times{64 * ms, 16384 * ms, time.Hour}},
		"all are":     {[]time.Duration{time.Hour, time.Hour}, times{time.Hour, time.Hour, time.Hour}},
	} {
		tally := tallied("g", c.took...)
		if diff := cmp.Diff(c.want, times{tally.Within(50), tally.Within(95), tally.Within(100)}); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

// TestWithinIsTrueAndClose compares with the exact percentile.
func TestWithinIsTrueAndClose(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		took := rapid.SliceOfN(rapid.Map(rapid.Int64Range(int64(time.Millisecond), int64(2*time.Minute)), func(n int64) time.Duration {
			return time.Duration(n)
		}), 1, 60).Draw(t, "took")
		percent := rapid.IntRange(1, 100).Draw(t, "percent")
		tally := tallied("g", took...)
		got := tally.Within(percent)
		slices.Sort(took)
		exact := took[(len(took)*percent+99)/100-1]
		if got < exact || exact < 46*time.Second && float64(got) > 1.4143*float64(exact) {
			t.Fatalf("%d%% within %v, exactly %v", percent, got, exact)
		}
	})
}

func TestLatenciesOfDays(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	yesterday := tallied("g", time.Minute)
	yesterday.Day = "2026-11-20"
	for _, y := range []Tally{
		tallied("g", time.Second), tallied("g", time.Second, time.Millisecond),
		{GuildID: "g", Day: today, Up: 1},
		tallied("h", time.Hour), tallied("", time.Hour), yesterday,
	} {
		mustDo(t, s.AddTally(t.Context(), y))
	}
	want := tallied("g", time.Second, time.Second, time.Millisecond)
	want.Up = 1
	got, err := s.Tallies(t.Context(), "g", at(-24*time.Hour))
	if diff := cmp.Diff([]Tally{yesterday, want}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	wrong := Tally{GuildID: "w", Day: today}
	wrong.Latencies[3] = -1
	if err := s.AddTally(t.Context(), wrong); !errors.Is(err, ErrInvalidRecord) {
		t.Errorf("error %v, want ErrInvalidRecord", err)
	}
	if got, err := s.Tallies(t.Context(), "w", noon); len(got) != 0 || err != nil {
		t.Errorf("half a tally was kept: %+v, %v", got, err)
	}
}
