package store

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// noon is when the tests of records begin.
var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// clock is a clock that stands still until it is moved.
type clock struct{ past atomic.Int64 }

func (c *clock) now() time.Time           { return noon.Add(time.Duration(c.past.Load())) }
func (c *clock) advance(by time.Duration) { c.past.Add(int64(by)) }
func (c *clock) after(d time.Duration)    { c.past.Store(int64(d)) }
func at(offset time.Duration) time.Time   { return noon.Add(offset) }
func newClockedStore(tb testing.TB) (*Store, *clock) {
	tb.Helper()
	c := &clock{}
	return openStore(tb, filepath.Join(tb.TempDir(), "test.db"), Options{Now: c.now}), c
}

// another is a second process's view of a store.
func another(tb testing.TB, s *Store) *Store {
	tb.Helper()
	return openStore(tb, s.Path(), Options{Now: s.now})
}

// answerOf is the record of an answer in a server.
func answerOf(id, guild, user string) AnswerRecord {
	return AnswerRecord{
		ID: id, GuildID: guild, ChannelID: "c" + guild, MessageID: "m" + id, UserHash: user,
		Asked: noon, Expires: at(24 * time.Hour), Question: "Who met?", Since: "2025-08-01", Source: "bbc", Locale: "de",
		Answer: []byte(`{"id":"` + id + `","answer":"They met."}`), Corpus: 7,
		Cited: []CitedArticle{{ID: "a1"}, {ID: "o1", Own: true}},
	}
}

// privateAnswer is the record of an answer in direct messages.
func privateAnswer(id, user string) AnswerRecord {
	return AnswerRecord{
		ID: id, ChannelID: "dm", MessageID: "m" + id, UserHash: user, Private: true, Asked: noon, Expires: at(24 * time.Hour), Locale: "uk",
		Answer: []byte(`{"id":"` + id + `","question":"","mode":"extractive","llm":{"model":"m","prompt_tokens":9,"cost_usd":0.1,"fallback_reason":"timeout"},"statements":null,"citations":[{"n":1,"passage_id":"a1#0","start":3,"end":9,"article":{"id":"a1","title":""}}]}`),
		Cited:  []CitedArticle{{ID: "a1"}},
	}
}

func mustPutAnswers(tb testing.TB, s *Store, list ...AnswerRecord) {
	tb.Helper()
	for i := range list {
		mustDo(tb, s.PutAnswer(tb.Context(), list[i]))
	}
}

// inFiles reports whether a mark occurs in the store's files.
func inFiles(tb testing.TB, s *Store, mark string) bool {
	tb.Helper()
	for _, ending := range []string{"", "-wal", "-journal"} {
		b, err := os.ReadFile(s.Path() + ending) //nolint:gosec // a file of the test
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			tb.Fatal(err)
		}
		if bytes.Contains(b, []byte(mark)) {
			return true
		}
	}
	return false
}

// operation is a write of a record, one of each kind.
type operation struct {
	name string
	do   func(ctx context.Context, s *Store) error
}

func operations() []operation {
	return []operation{
		{"claim", func(ctx context.Context, s *Store) error { _, err := s.Claim(ctx, "1"); return err }},
		{"count", func(ctx context.Context, s *Store) error { _, _, err := s.Count(ctx, "1.ab", 9); return err }},
		{"lease", func(ctx context.Context, s *Store) error { return NewLease(s, "p").Renew(ctx) }},
		{"begin", func(ctx context.Context, s *Store) error {
			return s.Begin(ctx, Pending{InteractionID: "1", Token: "hushhush", Owner: "gone", Since: noon})
		}},
		{"release", func(ctx context.Context, s *Store) error { return NewLease(s, "gone").Release(ctx) }},
		{"orphans", func(ctx context.Context, s *Store) error { _, err := s.Orphans(ctx); return err }},
		{"end", func(ctx context.Context, s *Store) error { return s.End(ctx, "1") }},
		{"answer", func(ctx context.Context, s *Store) error { return s.PutAnswer(ctx, answerOf("x", "g", "1.ab")) }},
		{"message", func(ctx context.Context, s *Store) error { return s.SetMessage(ctx, "x", "c", "m") }},
		{"vote", func(ctx context.Context, s *Store) error {
			return s.Vote(ctx, Vote{AnswerID: "x", UserHash: "1.cd", Cast: noon})
		}},
		{"flag", func(ctx context.Context, s *Store) error {
			_, err := s.FlagAnswers(ctx, "", CitedArticle{ID: "a1"}, "changed")
			return err
		}},
		{"mark", func(ctx context.Context, s *Store) error { return s.Marked(ctx, "x") }},
		{"gap", func(ctx context.Context, s *Store) error {
			return s.AddGap(ctx, Gap{GuildID: "g", Topic: "wheat", Last: noon})
		}},
		{"tally", func(ctx context.Context, s *Store) error {
			return s.AddTally(ctx, tallied("g", time.Second))
		}},
		{"reserve", func(ctx context.Context, s *Store) error {
			_, err := s.ReserveSpend(ctx, SpendKey{today, "g", "1.ab"}, taking(8), SpendCaps{})
			return err
		}},
		{"settle", func(ctx context.Context, s *Store) error {
			return s.SettleSpend(ctx, SpendKey{today, "g", "1.ab"}, taking(8), taking(4))
		}},
		{"fallback", func(ctx context.Context, s *Store) error { return s.CountFallback(ctx, "g", "timeout") }},
		{"feed", func(ctx context.Context, s *Store) error {
			return s.PutFeed(ctx, FeedState{GuildID: "g", URL: "u", Every: time.Hour})
		}},
		{"feed read", func(ctx context.Context, s *Store) error {
			return s.UpdateFeed(ctx, FeedState{GuildID: "g", URL: "u", Failures: 1})
		}},
		{"feeds due", func(ctx context.Context, s *Store) error { _, err := s.TakeDueFeeds(ctx, 9); return err }},
		{"feed removed", func(ctx context.Context, s *Store) error { return s.RemoveFeed(ctx, "g", "u") }},
		{"settings", func(ctx context.Context, s *Store) error {
			return s.PutServerSettings(ctx, ServerSettings{GuildID: "g"})
		}},
		{"left", func(ctx context.Context, s *Store) error { return s.MarkLeft(ctx, "g", noon) }},
		{"gone", func(ctx context.Context, s *Store) error { return s.ServerGone(ctx, "g") }},
		{"forget", func(ctx context.Context, s *Store) error { _, err := s.ForgetUser(ctx, []string{"1.ab"}); return err }},
		{"news", func(ctx context.Context, s *Store) error { return s.Tell(ctx, NewTopic, "1.ab") }},
		{"purge", func(ctx context.Context, s *Store) error { _, err := s.Purge(ctx, noon); return err }},
	}
}

// TestRecordsDoNotChangeTheCorpus runs every write of a record once.
func TestRecordsDoNotChangeTheCorpus(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	mustPut(t, s, numbered(0, 3)...)
	before, err := s.Version(t.Context())
	mustDo(t, err)
	_, err = NewPrivacy(t.Context(), s)
	mustDo(t, err)
	for _, op := range operations() {
		if err := op.do(t.Context(), s); err != nil {
			t.Errorf("%s: %v", op.name, err)
		}
	}
	after, err := s.Version(t.Context())
	if err != nil || after != before {
		t.Errorf("version %d, before %d, %v", after, before, err)
	}
	mustBeSound(t, s)
}

func TestRecordsOfAReadOnlyStore(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	mustPutAnswers(t, s, answerOf("x", "g", "1.ab"))
	mustDo(t, s.Begin(t.Context(), Pending{InteractionID: "1", Token: "t", Owner: "p", Since: noon}))
	r := openStore(t, s.Path(), Options{ReadOnly: true, Now: s.now})
	for _, op := range operations() {
		if err := op.do(t.Context(), r); !errors.Is(err, ErrReadOnly) {
			t.Errorf("%s: error %v, want ErrReadOnly", op.name, err)
		}
	}
	if got, err := r.Answer(t.Context(), "x"); err != nil || got.Question != "Who met?" {
		t.Errorf("read %+v, %v", got, err)
	}
	if _, err := NewPrivacy(t.Context(), r); !errors.Is(err, ErrReadOnly) {
		t.Errorf("without a key: error %v, want ErrReadOnly", err)
	}
	p, err := NewPrivacy(t.Context(), s)
	mustDo(t, err)
	q, err := NewPrivacy(t.Context(), r)
	if err != nil || p.Hash("7") != q.Hash("7") {
		t.Errorf("with a key: %v", err)
	}
}

// TestRecordsOfALockedStore has another process hold the write lock for longer
// than this one waits, which is shorter here than outside tests.
func TestRecordsOfALockedStore(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	mustPutAnswers(t, s, answerOf("x", "g", "1.ab"))
	mustDo(t, s.Begin(t.Context(), pending("2", "p", noon)))
	_, err := s.writer.ExecContext(t.Context(), "PRAGMA busy_timeout = 5")
	mustDo(t, err)
	other := writerHandle(s.Path(), DefaultMaxBytes).open(1)
	defer func() { mustDo(t, other.Close()) }()
	tx, err := other.BeginTx(t.Context(), nil)
	mustDo(t, err)
	for _, op := range operations() {
		if err := op.do(t.Context(), s); !errors.Is(err, ErrBusy) {
			t.Errorf("%s: error %v, want ErrBusy", op.name, err)
		}
	}
	if _, err := s.Answer(t.Context(), "x"); err != nil {
		t.Errorf("meanwhile: %v", err)
	}
	mustDo(t, tx.Rollback())
	if first, err := s.Claim(t.Context(), "1"); !first || err != nil {
		t.Errorf("afterwards: %v %v", first, err)
	}
}

// TestRecordsWaitForOtherWritesOfTheProcess holds the writing connection.
func TestRecordsWaitForOtherWritesOfTheProcess(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	path := filepath.Join(t.TempDir(), "test.db")
	synctest.Test(t, func(t *testing.T) {
		s := openStore(t, path, Options{})
		conn, err := s.writer.Conn(t.Context())
		mustDo(t, err)
		began := time.Now()
		if _, err := s.Claim(t.Context(), "1"); !errors.Is(err, ErrBusy) {
			t.Errorf("error %v, want ErrBusy", err)
		}
		if waited := time.Since(began); waited != writerWait*time.Millisecond {
			t.Errorf("waited %v", waited)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if _, err := s.Claim(ctx, "1"); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("error %v, want the context's", err)
		}
		time.AfterFunc(time.Second, func() { _ = conn.Close() }) // gives it back
		if first, err := s.Claim(t.Context(), "1"); !first || err != nil {
			t.Errorf("afterwards: %v %v", first, err)
		}
	})
}

// TestErrorsTellNoSecrets gives values that no record may have.
func TestErrorsTellNoSecrets(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	const canary = "quzzlewock"
	bad := canary + "\x00"
	long := strings.Repeat(canary, maxAnswer/len(canary)+1)
	for name, err := range map[string]error{
		"token": s.Begin(t.Context(), Pending{InteractionID: "1", Token: bad, Owner: "p", Since: noon}),
		"owner": s.Begin(t.Context(), Pending{InteractionID: "1", Token: canary, Since: noon}),
		"question": s.PutAnswer(t.Context(), AnswerRecord{
			ID: "x", GuildID: "g", UserHash: "u", Asked: noon, Expires: at(1), Question: bad, Answer: []byte("{}"),
		}),
		"answer": s.PutAnswer(t.Context(), AnswerRecord{
			ID: "x", GuildID: "g", UserHash: "u", Asked: noon, Expires: at(1), Question: canary, Answer: []byte(canary),
		}),
		"long answer": s.PutAnswer(t.Context(), AnswerRecord{
			ID: "x", GuildID: "g", UserHash: "u", Asked: noon, Expires: at(1), Answer: []byte(`"` + long + `"`),
		}),
		"reason": func() error {
			mustPutAnswers(t, s, answerOf("y", "g", "1.ab"))
			return s.Vote(t.Context(), Vote{AnswerID: "y", UserHash: "u", Reason: canary})
		}(),
		"gap": s.AddGap(t.Context(), Gap{Topic: canary}),
	} {
		if !errors.Is(err, ErrInvalidRecord) {
			t.Errorf("%s: error %v, want ErrInvalidRecord", name, err)
		}
		if err != nil && strings.Contains(err.Error(), canary) {
			t.Errorf("%s: the error tells the value: %.200s", name, err)
		}
	}
	if inFiles(t, s, canary) {
		t.Error("a refused value is in the files")
	}
}

// TestBackupHasTheRecords restores a backup and compares.
func TestBackupHasTheRecords(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	p, err := NewPrivacy(t.Context(), s)
	mustDo(t, err)
	mustPutAnswers(t, s, answerOf("x", "g", p.Hash("7")), privateAnswer("y", p.Hash("7")))
	mustDo(t, s.PutServerSettings(t.Context(), ServerSettings{GuildID: "g", Channels: []string{"c"}}))
	mustReserve(t, s, SpendKey{today, "g", p.Hash("7")}, taking(8))
	mustDo(t, s.AddTally(t.Context(), tallied("g", time.Millisecond, time.Second)))
	file := filepath.Join(t.TempDir(), "backup.db")
	mustDo(t, s.Backup(t.Context(), file))
	want, err := p.Kept(t.Context(), "7")
	mustDo(t, err)
	b := openStore(t, file, Options{Now: s.now})
	q, err := NewPrivacy(t.Context(), b)
	mustDo(t, err)
	got, err := q.Kept(t.Context(), "7")
	if diff := cmp.Diff(want, got); diff != "" || err != nil || len(got.Answers) != 2 || len(got.Spent) != 1 {
		t.Error(diff, err)
	}
	if c, err := b.ServerSettings(t.Context(), "g"); err != nil || len(c.Channels) != 1 {
		t.Errorf("settings %+v, %v", c, err)
	}
	tallies, err := b.Tallies(t.Context(), "g", noon)
	if diff := cmp.Diff([]Tally{tallied("g", time.Millisecond, time.Second)}, tallies); diff != "" || err != nil {
		t.Error(diff, err)
	}
	mustHaveSpent(t, b, "g", 1, taking(8))
	caps := SpendCaps{Server: SpendCap{Tokens: 8}}
	if r, err := b.ReserveSpend(t.Context(), SpendKey{today, "g", "u"}, taking(1), caps); r.Reached != PayerServer || err != nil {
		t.Errorf("a cap of the backup: %+v, %v", r, err)
	}
	mustBeSound(t, b)
}

// TestCheckFindsWrongRecords meddles with records behind the store's back.
func TestCheckFindsWrongRecords(t *testing.T) {
	t.Parallel()
	for name, statement := range map[string]string{
		"no version":        "DELETE FROM settings_version",
		"no such mode":      "PRAGMA ignore_check_constraints = 1; UPDATE server_settings SET mode = 'x'",
		"orphaned vote":     "PRAGMA foreign_keys = 0; INSERT INTO votes VALUES ('none', 'u', 1, '', 0)",
		"answer of no JSON": "PRAGMA ignore_check_constraints = 1; UPDATE answers SET answer = 'x' WHERE guild <> ''",
		"text of a private answer": `CREATE TEMP TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = 'answers_changed';
			PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, 'new.guild = ''''', 'new.guild = ''-''') WHERE name = 'answers_changed';
			PRAGMA writable_schema = RESET; UPDATE answers SET answer = '{"question":"x"}' WHERE guild = '';
			PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = (SELECT sql FROM kept) WHERE name = 'answers_changed'; PRAGMA writable_schema = RESET`,
		"spending of nobody": "PRAGMA ignore_check_constraints = 1; UPDATE spending SET payer = '' WHERE kind = 'user'",
		"spending below 0":   "PRAGMA ignore_check_constraints = 1; UPDATE spending SET prompt = -1",
		"no such payer":      "PRAGMA ignore_check_constraints = 1; UPDATE fallbacks SET kind = 'user' WHERE kind = 'server'",
		"time of no tally":   "PRAGMA foreign_keys = 0; DELETE FROM tallies",
		"no such step":       "PRAGMA ignore_check_constraints = 1; UPDATE latencies SET step = 33",
		"no times":           "PRAGMA ignore_check_constraints = 1; UPDATE latencies SET times = 0",
		"a column more":      "ALTER TABLE gaps ADD COLUMN x TEXT",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, _ := newClockedStore(t)
			mustPutAnswers(t, s, answerOf("x", "g", "u"), privateAnswer("y", "u"))
			mustDo(t, s.PutServerSettings(t.Context(), ServerSettings{GuildID: "g"}))
			mustReserve(t, s, SpendKey{today, "g", "u"}, taking(8))
			mustDo(t, s.CountFallback(t.Context(), "g", "timeout"))
			mustDo(t, s.AddTally(t.Context(), tallied("g", time.Second)))
			mustBeSound(t, s)
			path := s.Path()
			mustDo(t, s.Close())
			meddle(t, path, statement)
			if report, err := openStore(t, path, Options{}).Check(t.Context()); !errors.Is(err, ErrDamaged) {
				t.Errorf("report %+v, error %v", report, err)
			}
		})
	}
}
