package store

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestPurgeKeepsEachRecordForItsTime counts the rows of each table just before
// and at the end of its time.
func TestPurgeKeepsEachRecordForItsTime(t *testing.T) {
	t.Parallel()
	const day = 24 * time.Hour
	for name, c := range map[string]struct {
		put   func(*Store) error
		table string
		keep  time.Duration
	}{
		"claim":   {func(s *Store) error { _, err := s.Claim(t.Context(), "1"); return err }, "claims", 20 * time.Minute},
		"news":    {func(s *Store) error { return s.Tell(t.Context(), NewTopic, "1.ab") }, "claims", 5 * time.Minute},
		"pending": {func(s *Store) error { return s.Begin(t.Context(), pending("1", "p", noon)) }, "pendings", 15 * time.Minute},
		"lease":   {func(s *Store) error { return NewLease(s, "p").Renew(t.Context()) }, "leases", 15 * time.Minute},
		"answer":  {func(s *Store) error { return s.PutAnswer(t.Context(), answerOf("x", "g", "u")) }, "answers", day},
		"cited":   {func(s *Store) error { return s.PutAnswer(t.Context(), answerOf("x", "g", "u")) }, "cited", day},
		"vote": {func(s *Store) error {
			mustPutAnswers(t, s, answerOf("x", "g", "u"))
			return s.Vote(t.Context(), Vote{AnswerID: "x", UserHash: "u"})
		}, "votes", day},
		"count": {func(s *Store) error { _, _, err := s.Count(t.Context(), "u", 1); return err }, "counts", 2*day - 12*time.Hour},
		"gap":   {func(s *Store) error { return s.AddGap(t.Context(), Gap{GuildID: "g", Topic: "t", Last: noon}) }, "gaps", 90 * day},
		"spending of a user": {func(s *Store) error {
			mustReserve(t, s, SpendKey{today, "", "u"}, taking(4))
			return second(s.writer.ExecContext(t.Context(), "DELETE FROM spending WHERE kind <> 'user'"))
		}, "spending", 2*day - 12*time.Hour},
		"spending of a server": {func(s *Store) error {
			mustReserve(t, s, SpendKey{today, "g", ""}, taking(4))
			return second(s.writer.ExecContext(t.Context(), "DELETE FROM spending WHERE kind <> 'server'"))
		}, "spending", 400*day - 12*time.Hour},
		"spending of all": {func(s *Store) error { mustReserve(t, s, SpendKey{Day: today}, taking(4)); return nil }, "spending", 400*day - 12*time.Hour},
		"fallback":        {func(s *Store) error { return s.CountFallback(t.Context(), "g", "timeout") }, "fallbacks", 400*day - 12*time.Hour},
		"tally":           {func(s *Store) error { return s.AddTally(t.Context(), Tally{GuildID: "g", Day: dayOf(noon)}) }, "tallies", 400*day - 12*time.Hour},
		"latency": {func(s *Store) error {
			return s.AddTally(t.Context(), tallied("g", time.Second))
		}, "latencies", 400*day - 12*time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, _ := newClockedStore(t)
			mustDo(t, c.put(s))
			for _, step := range []struct {
				after time.Duration
				gone  bool
			}{{c.keep - 1, false}, {c.keep, true}} {
				_, err := s.Purge(t.Context(), at(step.after))
				mustDo(t, err)
				rows, err := numbers(t.Context(), s.reader, "SELECT 1 FROM "+c.table)
				if (len(rows) == 0) != step.gone || err != nil {
					t.Errorf("after %v: %d rows, %v", step.after, len(rows), err)
				}
			}
		})
	}
}

func TestPurgeOfServersThatWereLeft(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	for _, guild := range []string{"left", "back", "here"} {
		mustDo(t, s.PutServerSettings(t.Context(), chosen(guild)))
		r := answerOf("answer "+guild, guild, "u")
		r.Expires = at(30 * 24 * time.Hour)
		mustPutAnswers(t, s, r)
		mustDo(t, s.AddGap(t.Context(), Gap{GuildID: guild, Topic: "t", Last: noon}))
		mustDo(t, s.AddTally(t.Context(), tallied(guild, time.Second, time.Minute)))
		mustDo(t, s.PutFeed(t.Context(), feed(guild, "u", noon)))
		mustReserve(t, s, SpendKey{today, guild, "u"}, taking(4))
		mustDo(t, s.CountFallback(t.Context(), guild, "timeout"))
	}
	mustDo(t, s.MarkLeft(t.Context(), "left", noon))
	mustDo(t, s.MarkLeft(t.Context(), "back", noon))
	mustDo(t, s.MarkBack(t.Context(), "back"))
	purge := func(want ...string) int {
		t.Helper()
		p, err := s.Purge(t.Context(), c.now())
		if diff := cmp.Diff(want, p.Left); diff != "" || err != nil {
			t.Error(diff, err)
		}
		return p.Records
	}
	c.after(7*24*time.Hour - 1)
	purge()
	mustHaveFeeds(t, s, "left", feed("left", "u", noon))
	c.after(7 * 24 * time.Hour)
	if n := purge("left"); n != 7 {
		t.Errorf("%d records went", n)
	}
	if n := purge("left"); n != 0 { // until somebody says that its store is gone
		t.Errorf("%d records went the second time", n)
	}
	want := unchosen("left")
	want.Left = noon
	mustHaveSettings(t, s, want)
	mustHaveFeeds(t, s, "left")
	if gaps, err := s.Gaps(t.Context(), "left", 9); len(gaps) != 0 || err != nil {
		t.Errorf("gaps %v, %v", gaps, err)
	}
	if spent, err := s.Spending(t.Context(), "left", time.Time{}); len(spent) != 0 || err != nil {
		t.Errorf("spending %v, %v", spent, err)
	}
	if rows, err := numbers(t.Context(), s.reader, "SELECT 1 FROM latencies WHERE guild = 'left'"); len(rows) != 0 || err != nil {
		t.Errorf("%d latencies, %v", len(rows), err)
	}
	for _, guild := range []string{"left", "here", "back"} {
		mustDo(t, s.ServerGone(t.Context(), guild))
	}
	purge()
	mustHaveSettings(t, s, unchosen("left"))
	for _, guild := range []string{"here", "back"} {
		mustHaveSettings(t, s, chosen(guild))
		mustHaveFeeds(t, s, guild, feed(guild, "u", noon))
		if tallies, err := s.Tallies(t.Context(), guild, noon); len(tallies) != 1 || tallies[0].Within(100) != time.Minute || err != nil {
			t.Errorf("%s: tallies %v, %v", guild, tallies, err)
		}
		if spent, err := s.Spending(t.Context(), guild, noon); len(spent) != 1 || len(spent[0].Fallbacks) != 1 || err != nil {
			t.Errorf("%s: spending %v, %v", guild, spent, err)
		}
		if _, err := s.Answer(t.Context(), "answer "+guild); err != nil {
			t.Error(err)
		}
	}
}
