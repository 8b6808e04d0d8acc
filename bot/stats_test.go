package bot_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sherpa/bot/texts"
	"sherpa/internal/fakediscord"
	"sherpa/internal/golden"
	"sherpa/store"
)

// tallied is a tally of answers, so many of which took so long.
func tallied(guildID, day string, took map[time.Duration]int) store.Tally {
	t := store.Tally{GuildID: guildID, Day: day}
	for d, times := range took {
		for range times {
			t.Asked++
			t.LatencySum += d
			t.Slowest = max(t.Slowest, d)
			t.Latencies.Count(d)
		}
	}
	t.Answered = t.Asked
	return t
}

// TestStatistics: the days are added up, those of other servers and of long ago
// are left away, and every language tells them.
func TestStatistics(t *testing.T) {
	t.Parallel()
	r := start(t)
	fast, slow := 30*time.Millisecond, 5*time.Second
	for _, y := range []store.Tally{
		tallied(guild, day(0), map[time.Duration]int{fast: 900, slow: 100}),
		tallied(guild, day(20), map[time.Duration]int{fast: 300, 20 * time.Second: 3}),
		{GuildID: guild, Day: day(1), Asked: 10, Refused: 7, Failed: 3, Up: 4, Down: 1}, // of before times were counted
		tallied(guild, day(31), map[time.Duration]int{time.Hour: 5000}),
		tallied(other, day(0), map[time.Duration]int{time.Hour: 5000}),
	} {
		if err := r.store.AddTally(t.Context(), y); err != nil {
			t.Fatal(err)
		}
	}
	var all []string
	for _, language := range texts.Languages() {
		f := admin()
		f.Locale = language
		m := r.use(f, "settings stats")
		if !m.Ephemeral() {
			t.Errorf("%s: everybody sees it", language)
		}
		all = append(all, language+"\n"+m.Content+"\n")
	}
	golden.Check(t, filepath.Join("testdata", "stats.golden"), strings.Join(all, "\n"))
}

// TestTimesAreCounted: each question counts once, in its server, and the times
// that are told are those of the answers.
func TestTimesAreCounted(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.ask(at(ada), asked)
	r.ask(at(bob), "Who is the king of Norway?")
	r.ask(alone(bob), asked)
	var m fakediscord.Message
	r.eventually("the statistics", func() bool {
		m = r.use(admin(), "settings stats")
		return strings.Contains(m.Content, "Questions: 2")
	})
	r.contains(m, "at most · half within ")
	for place, want := range map[string]int{guild: 2, "": 1, other: 0} {
		var sum store.Tally
		r.eventually("the tallies", func() bool {
			days, err := r.store.Tallies(t.Context(), place, time.Now().AddDate(0, 0, -1))
			sum = store.Tally{}
			for _, d := range days {
				sum.Asked += d.Asked
				sum.Slowest = max(sum.Slowest, d.Slowest)
				sum.Latencies.Add(d.Latencies)
			}
			return err == nil && sum.Asked == want
		})
		counted := 0
		for _, times := range sum.Latencies {
			counted += times
		}
		if counted != want || sum.Within(100) != sum.Slowest {
			t.Errorf("in %q: %d times of %d questions, all within %v, the slowest %v", place, counted, want, sum.Within(100), sum.Slowest)
		}
	}
}
