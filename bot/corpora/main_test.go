package corpora

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"sherpa/bot"
	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/store"
	"sherpa/store/storetest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// The servers of the tests.
const (
	guildA = "100000000000000001"
	guildB = "100000000000000002"
)

// The scopes that people ask in.
var (
	inDM     = bot.Scope{Default: true}
	besideA  = bot.Scope{GuildID: guildA, Own: true, Default: true}
	insteadA = bot.Scope{GuildID: guildA, Own: true}
	besideB  = bot.Scope{GuildID: guildB, Own: true, Default: true}
	insteadB = bot.Scope{GuildID: guildB, Own: true}
)

var admin = bot.Admin{Hash: "h1", Name: "Ada"}

// withBriefs is a store with the corpus that the program carries.
func withBriefs(tb testing.TB) *store.Store {
	tb.Helper()
	st := storetest.New(tb)
	if _, err := ingest.SyncEmbedded(tb.Context(), st, corpus.FS); err != nil {
		tb.Fatal(err)
	}
	return st
}

// newCorpora makes Corpora; what the options leave out is as in the program, but
// for chance.
func newCorpora(tb testing.TB, opts Options) *Corpora {
	tb.Helper()
	if opts.Default == nil {
		opts.Default = storetest.New(tb)
	}
	if opts.Spread == nil {
		opts.Spread = func() float64 { return 0 }
	}
	c := New(opts)
	tb.Cleanup(c.Close)
	return c
}

// addFile adds a file to a server's own articles, none of which may be refused.
func addFile(tb testing.TB, c *Corpora, guildID, name, body string) {
	tb.Helper()
	r, err := c.AddFile(tb.Context(), guildID, name, []byte(body), admin)
	if err != nil || len(r.Skipped) > 0 {
		tb.Fatalf("add %s: %+v, %v", name, r, err)
	}
}

// markdown is an article as a file.
func markdown(id, title, body string) string {
	return "---\nid: " + id + "\ntitle: \"" + title + "\"\nlang: en\n---\n\n" + body + "\n"
}

// harbour are articles that have nothing to do with the briefs.
func harbour(tb testing.TB) string {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "harbour.jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

// articleIDs lists the articles of a scope.
func articleIDs(tb testing.TB, c *Corpora, s bot.Scope) []string {
	tb.Helper()
	articles, err := c.Articles(tb.Context(), s)
	if err != nil {
		tb.Fatal(err)
	}
	ids := make([]string, len(articles))
	for i := range articles {
		ids[i] = articles[i].ID
	}
	return ids
}

// clock is a time that tests set.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Now().Round(0)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// flagged remembers what the answers that cited articles are flagged with.
type flagged struct {
	mu    sync.Mutex
	notes []string
}

func (f *flagged) FlagAnswers(_ context.Context, guildID string, a store.CitedArticle, note string) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	own := "default"
	if a.Own {
		own = "own"
	}
	f.notes = append(f.notes, strings.Join([]string{guildID, own, a.ID, note}, " "))
	return 1, nil
}

func (f *flagged) take() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	notes := f.notes
	f.notes = nil
	return notes
}

// putFile adds a Markdown file to a store.
func putFile(tb testing.TB, st *store.Store, body string) {
	tb.Helper()
	r, err := ingest.New(st, ingest.Options{}).RunFile(tb.Context(), "a.md", []byte(body))
	if err != nil || r.Added != 1 {
		tb.Fatalf("%+v, %v", r, err)
	}
}
