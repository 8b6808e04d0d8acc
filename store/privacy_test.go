package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"
)

func mustHavePrivacy(tb testing.TB, s *Store) *Privacy {
	tb.Helper()
	p, err := NewPrivacy(tb.Context(), s)
	mustDo(tb, err)
	return p
}

func TestHashes(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	p, other := mustHavePrivacy(t, s), mustHavePrivacy(t, another(t, s))
	elsewhere := mustHavePrivacy(t, newStore(t))
	hash := p.Hash("53908232506183680")
	if hash != p.Hash("53908232506183680") || hash != other.Hash("53908232506183680") {
		t.Error("a user has several hashes")
	}
	if hash == p.Hash("53908232506183681") || hash == elsewhere.Hash("53908232506183680") {
		t.Error("a hash is that of another user, or of another store")
	}
	if !strings.HasPrefix(hash, "1.") || len(hash) != 2+64 || strings.Contains(hash, "53908232506183680") {
		t.Errorf("hash %s", hash)
	}
}

// TestKeysChange follows two processes over months: the key changes every 30
// days, and an old one is there for as long as a record bears it.
func TestKeysChange(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	p, other := mustHavePrivacy(t, s), mustHavePrivacy(t, another(t, s))
	const day = 24 * time.Hour
	first := p.Hash("7")
	r := answerOf("x", "g", first)
	r.Expires = at(45 * day)
	mustPutAnswers(t, s, r)
	_, _, err := s.Count(t.Context(), first+"@g", 5)
	mustDo(t, err)
	for _, step := range []struct {
		day  int
		keys string // their numbers
	}{
		{0, "1"}, {29, "1"}, {30, "2 1"}, {31, "2 1"}, {44, "2 1"}, {46, "2"}, {60, "3 2"}, {61, "3 2"}, {62, "3"}, {90, "4 3"}, {400, "5 4"}, {410, "5"},
	} {
		c.after(time.Duration(step.day) * day)
		for _, one := range []*Privacy{other, p} {
			mustDo(t, one.follow(t.Context()))
			_, err := s.Purge(t.Context(), c.now())
			mustDo(t, err)
			mustDo(t, one.follow(t.Context()))
			var numbers []string
			for _, hash := range one.Hashes("7") {
				number, _, _ := strings.Cut(hash, ".")
				numbers = append(numbers, number)
			}
			if got := strings.Join(numbers, " "); got != step.keys {
				t.Errorf("on day %d: keys %s, want %s", step.day, got, step.keys)
			}
		}
		kept, err := p.Kept(t.Context(), "7")
		if want := step.day < 45; (len(kept.Answers) == 1) != want || err != nil {
			t.Errorf("on day %d: kept %v, %v", step.day, kept, err)
		}
	}
}

// TestKeysAreKeptForEveryKindOfRecord has one record each bear an old key.
func TestKeysAreKeptForEveryKindOfRecord(t *testing.T) {
	t.Parallel()
	for name, put := range map[string]func(*testing.T, *Store, *clock, string){
		"answer": func(t *testing.T, s *Store, c *clock, hash string) {
			t.Helper()
			r := answerOf("x", "g", hash)
			r.Expires = c.now().Add(24 * time.Hour)
			mustPutAnswers(t, s, r)
		},
		"vote": func(t *testing.T, s *Store, c *clock, hash string) {
			t.Helper()
			r := answerOf("x", "g", "9.x")
			r.Expires = c.now().Add(24 * time.Hour)
			mustPutAnswers(t, s, r)
			mustDo(t, s.Vote(t.Context(), Vote{AnswerID: "x", UserHash: hash}))
		},
		"count": func(t *testing.T, s *Store, _ *clock, hash string) {
			t.Helper()
			_, _, err := s.Count(t.Context(), hash+"@g", 1)
			mustDo(t, err)
		},
		"spending": func(t *testing.T, s *Store, c *clock, hash string) {
			t.Helper()
			mustReserve(t, s, SpendKey{dayOf(c.now()), "g", hash}, taking(4))
		},
		"feed": func(t *testing.T, s *Store, _ *clock, hash string) {
			t.Helper()
			f := feed("g", "u", noon)
			f.AddedBy = hash
			mustDo(t, s.PutFeed(t.Context(), f))
		},
		"record of another store": func(t *testing.T, s *Store, _ *clock, hash string) {
			t.Helper()
			mustDo(t, s.HoldKey(t.Context(), hash))
			mustDo(t, s.HoldKey(t.Context(), hash))
			if err := s.HoldKey(t.Context(), "no hash"); !errors.Is(err, ErrInvalidRecord) {
				t.Errorf("no hash: %v", err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := newClockedStore(t)
			p := mustHavePrivacy(t, s)
			c.after(keyLife + keyRest)
			put(t, s, c, p.Hash("7")) // a process that was late
			mustDo(t, p.follow(t.Context()))
			c.advance(keyRest - time.Hour)
			if name != "count" && name != "spending" { // which last two days
				c.advance(-keyRest + 2*time.Hour)
			}
			_, err := s.Purge(t.Context(), c.now())
			mustDo(t, err)
			mustDo(t, p.follow(t.Context()))
			if n := len(p.Hashes("7")); n != 2 {
				t.Errorf("%d keys", n)
			}
		})
	}
}

// TestPrivacyRuns has two processes change the key once, and both use the same.
func TestPrivacyRuns(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	path := filepath.Join(t.TempDir(), "test.db")
	synctest.Test(t, func(t *testing.T) {
		var both []*Privacy
		var ahead atomic.Int64 // of the bubble's clock
		now := func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) }
		ctx, cancel := context.WithCancel(t.Context())
		var g errgroup.Group
		for range 2 {
			p := mustHavePrivacy(t, openStore(t, path, Options{Now: now}))
			both = append(both, p)
			g.Go(func() error { p.Run(ctx, func(err error) { t.Error(err) }); return nil })
		}
		before := both[0].Hash("7")
		<-time.After(30 * time.Minute)
		ahead.Store(int64(keyLife)) // a month of ticks would take its time
		<-time.After(5 * time.Second)
		if a, b := both[0].Hash("7"), both[1].Hash("7"); a != b || a == before {
			t.Errorf("hashes %s and %s after %s", a, b, before)
		}
		cancel()
		mustDo(t, g.Wait())
	})
}

// TestForget gives a user records of every kind, under two keys, among those of
// others.
func TestForget(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	p := mustHavePrivacy(t, s)
	mine, others := p.Hash("7"), p.Hash("8")
	c.after(keyLife)
	mustDo(t, p.follow(t.Context()))
	now := p.Hash("7")
	var want UserData
	for i, r := range []AnswerRecord{answerOf("a", "g", mine), answerOf("b", "h", now), privateAnswer("c", now), answerOf("d", "g", others)} {
		r.Asked, r.Expires = c.now().Add(time.Duration(i)), c.now().Add(24*time.Hour)
		mustPutAnswers(t, s, r)
		if r.UserHash != others {
			want.Answers = append(want.Answers, r)
		}
	}
	want.Votes = []Vote{{AnswerID: "d", UserHash: now, Up: true, Cast: c.now()}}
	mustDo(t, s.Vote(t.Context(), want.Votes[0]))
	mustDo(t, s.Vote(t.Context(), Vote{AnswerID: "a", UserHash: others, Cast: c.now()}))
	f := feed("g", "u", c.now())
	f.AddedBy = mine
	want.Feeds = []FeedState{f}
	mustDo(t, s.PutFeed(t.Context(), f))
	for i, key := range []string{now, now + "@g", now + "@h", mine, others, "g"} {
		for range i + 1 {
			_, _, err := s.Count(t.Context(), key, 100)
			mustDo(t, err)
		}
	}
	want.Today = 1 + 2 + 3 + 4
	date, before := dayOf(c.now()), dayOf(c.now().Add(-24*time.Hour))
	for _, key := range []SpendKey{{date, "g", now}, {date, "", now}, {date, "h", mine}, {before, "g", mine}, {date, "g", others}} {
		mustReserve(t, s, key, taking(8))
	}
	want.Spent = []SpendDay{{Day: before, Requests: 1, Spend: taking(8)}, {Day: date, Requests: 3, Spend: taking(24)}}

	for _, look := range []func(context.Context, string) (UserData, error){p.Kept, p.Kept, p.Forget} {
		got, err := look(t.Context(), "7")
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Error(diff, err)
		}
	}
	got, err := p.Kept(t.Context(), "7")
	if diff := cmp.Diff(UserData{Today: want.Today, Spent: want.Spent[1:]}, got); diff != "" || err != nil {
		t.Errorf("afterwards: %s %v", diff, err)
	}
	f.AddedBy, f.AddedName = "", ""
	mustHaveFeeds(t, s, "g", f)
	if left, err := p.Kept(t.Context(), "8"); len(left.Answers) != 1 || len(left.Votes) != 0 || left.Today != 5 || len(left.Spent) != 1 || err != nil {
		t.Errorf("of another user: %+v, %v", left, err)
	}
	c.advance(24 * time.Hour)
	_, err = p.Forget(t.Context(), "7")
	mustDo(t, err)
	c.advance(newsLife) // by then all processes know
	if _, err := s.Purge(t.Context(), c.now()); err != nil || inFiles(t, s, strings.SplitN(now, ".", 2)[1]) {
		t.Errorf("on the next day the hash is still in the files, %v", err)
	}
}

// TestForgottenQuestionsAreGoneFromTheFiles looks for the words of a question in
// the raw bytes, after the record had many forms.
func TestForgottenQuestionsAreGoneFromTheFiles(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	p := mustHavePrivacy(t, s)
	for i := range 40 {
		r := answerOf(fmt.Sprint("r", i), "g", p.Hash(fmt.Sprint("user ", i%4)))
		for _, filler := range []int{1, 500, 9000, 30} {
			r.Question = fmt.Sprintf("Who met quzzlewock%d? %s", i%4, strings.Repeat("filler ", filler))
			r.Answer = fmt.Appendf(nil, `{"id":%q,"answer":"It was quzzlewock%d. %s"}`, r.ID, i%4, strings.Repeat("filler ", filler))
			mustPutAnswers(t, s, r)
		}
	}
	if !inFiles(t, s, "quzzlewock2") {
		t.Fatal("the question was never there")
	}
	_, err := p.Forget(t.Context(), "user 2")
	mustDo(t, err)
	_, err = s.Purge(t.Context(), c.now())
	mustDo(t, err)
	if inFiles(t, s, "quzzlewock2") {
		t.Error("the question is still in the files")
	}
	if !inFiles(t, s, "quzzlewock1") {
		t.Error("the question of another user is gone")
	}
	mustBeSound(t, s)
}

// TestDroppedFactsLeaveNoTrace looks into the files while they are open.
func TestDroppedFactsLeaveNoTrace(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustDo(t, s.SetMeta(t.Context(), "who", "canary-of-a-fact"))
	mustDo(t, s.DropMeta(t.Context(), "who", "nobody"))
	mustDo(t, s.DropMeta(t.Context()))
	if _, err := s.Meta(t.Context(), "who"); !errors.Is(err, ErrNotFound) {
		t.Errorf("the fact is there: %v", err)
	}
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(s.Path() + end) //nolint:gosec // the test's own file
		mustDo(t, err)
		if bytes.Contains(data, []byte("canary-of-a-fact")) {
			t.Errorf("traces in the file%s", end)
		}
	}
}
