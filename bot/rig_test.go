package bot_test

import (
	"context"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/bot/event"
	"sherpa/bot/gateway"
	"sherpa/bot/rest"
	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/internal/fakediscord"
	"sherpa/retrieval"
	"sherpa/store"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const (
	guild   = "700000000000000001"
	channel = "700000000000000002"
	other   = "700000000000000003"
	ada     = "800000000000000001"
	bob     = "800000000000000002"
)

// The question that most tests ask, and words of its answer.
const (
	asked = "How long did the talks last?"
	talks = "three hours"
)

// rig is the bot with everything real but Discord.
type rig struct {
	*testing.T
	d     *fakediscord.Server
	store *store.Store
	bot   *bot.Bot
	opts  bot.Options
	// log is what was logged.
	log *logged

	settings *store.SettingsInMemory
	drained  bool
}

// logged keeps what is logged.
type logged struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// start runs a bot with a store of its own, connected to a fake Discord.
func start(t *testing.T, edits ...func(*bot.Options)) *rig {
	t.Helper()
	return startAt(t, filepath.Join(t.TempDir(), "sherpa.db"), fakediscord.New(t, fakediscord.Options{IdentifyGap: -1}), edits...)
}

// startAt runs a bot with the store of a file, for one after another.
func startAt(t *testing.T, file string, d *fakediscord.Server, edits ...func(*bot.Options)) *rig {
	t.Helper()
	r := &rig{T: t, d: d, log: &logged{}}
	r.store = openStore(t, file)
	r.opts = r.options()
	for _, edit := range edits {
		edit(&r.opts)
	}
	var err error
	if r.bot, err = bot.New(r.opts); err != nil {
		t.Fatal(err)
	}
	r.background(func(ctx context.Context) { _ = r.bot.Run(ctx) })
	t.Cleanup(r.drain)
	r.connect()
	return r
}

func openStore(t *testing.T, file string) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := ingest.SyncEmbedded(t.Context(), st, corpus.FS); err != nil {
		t.Fatal(err)
	}
	return st
}

func (r *rig) options() bot.Options {
	r.Helper()
	var err error
	if r.settings, err = store.NewSettingsInMemory(r.Context(), r.store); err != nil {
		r.Fatal(err)
	}
	privacy, err := store.NewPrivacy(r.Context(), r.store)
	if err != nil {
		r.Fatal(err)
	}
	client, err := rest.New(rest.Options{BaseURL: r.d.APIURL(), Token: rest.Token(r.d.Token())})
	if err != nil {
		r.Fatal(err)
	}
	lib := newLibrary(r.store)
	owner := r.Name() + time.Now().String()
	lease := store.NewLease(r.store, owner)
	r.background(func(ctx context.Context) { lease.Run(ctx, nil) })
	return bot.Options{
		Asker: lib, Checker: lib, Corpus: lib, Settings: r.settings, Ledger: r.store, Privacy: privacy, Sender: client,
		Log: slog.New(slog.NewTextHandler(r.log, nil)), Owner: owner, Contact: "desk@example.org", SweepEvery: 100 * time.Millisecond,
	}
}

// background runs f until the test ends.
func (r *rig) background(f func(ctx context.Context)) {
	ctx, cancel := context.WithCancel(context.Background())
	var done sync.WaitGroup
	done.Go(func() { f(ctx) })
	r.Cleanup(func() { cancel(); done.Wait() })
}

// drain stops the bot.
func (r *rig) drain() {
	if r.drained {
		return
	}
	r.drained = true
	if err := r.bot.Drain(context.Background()); err != nil {
		r.Errorf("Drain: %v", err)
	}
}

// connect leads the gateway's events to the bot.
func (r *rig) connect() {
	r.Helper()
	g, err := gateway.New(gateway.Options{
		Token: gateway.Token(r.d.Token()),
		GatewayBot: func(context.Context) (gateway.Info, error) {
			return gateway.Info{URL: r.d.GatewayURL(), Shards: 1, Total: 1000, Remaining: 1000, MaxConcurrency: 1}, nil
		},
		Handler:    func(ctx context.Context, d gateway.Dispatch) { r.bot.HandleDispatch(ctx, d.Type, d.Data) },
		BudgetPath: filepath.Join(r.TempDir(), "identifies.json"),
		Log:        slog.New(slog.NewTextHandler(io.Discard, nil)),
		Intents:    fakediscord.IntentGuilds | fakediscord.IntentGuildMessages | fakediscord.IntentDirectMessages,
	})
	if err != nil {
		r.Fatal(err)
	}
	r.background(func(ctx context.Context) { _ = g.Run(ctx) })
	if _, err := r.d.AwaitReady(r.Context(), 0); err != nil {
		r.Fatal(err)
	}
}

// within waits until something holds.
func (r *rig) within(d time.Duration, what string, holds func() bool) {
	r.Helper()
	ctx, cancel := context.WithTimeout(r.Context(), d)
	defer cancel()
	if err := r.d.WaitFor(ctx, holds); err != nil {
		r.Fatalf("%s: not within %v\n%s", what, d, r.log)
	}
}

// eventually waits until something holds that is not seen on Discord.
func (r *rig) eventually(what string, holds func() bool) {
	r.Helper()
	end, ticks := time.After(10*time.Second), time.NewTicker(10*time.Millisecond)
	defer ticks.Stop()
	for !holds() {
		select {
		case <-ticks.C:
		case <-end:
			r.Fatalf("%s: not within ten seconds\n%s", what, r.log)
		}
	}
}

// shown waits for the answer to an interaction.
func (r *rig) shown(in fakediscord.Interaction) fakediscord.Message {
	r.Helper()
	var m fakediscord.Message
	r.within(10*time.Second, "the answer to an interaction", func() bool {
		got := r.d.Response(in.Token)
		if got.Original == nil || got.Thinking {
			return false
		}
		m = *got.Original
		return true
	})
	return m
}

// ask asks with /ask and waits for the answer.
func (r *rig) ask(f fakediscord.From, question string, options ...fakediscord.Option) fakediscord.Message {
	r.Helper()
	in := r.d.Slash(f, "ask", append([]fakediscord.Option{fakediscord.Text("question", question)}, options...)...)
	r.d.Interact(in)
	return r.shown(in)
}

// use uses a command and waits for what it shows.
func (r *rig) use(f fakediscord.From, path string, options ...fakediscord.Option) fakediscord.Message {
	r.Helper()
	in := r.d.Slash(f, path, options...)
	r.d.Interact(in)
	return r.shown(in)
}

// press presses a button of a message.
func (r *rig) press(f fakediscord.From, m fakediscord.Message, label string) fakediscord.Interaction {
	r.Helper()
	for _, part := range m.Parts() {
		if part.Label == label && label != "" || part.Emoji != nil && part.Emoji.Name == label {
			in := r.d.Press(f, m.ID, part.CustomID)
			r.d.Interact(in)
			return in
		}
	}
	r.Fatalf("no button %q below %q", label, m.Content)
	return fakediscord.Interaction{}
}

func (r *rig) contains(m fakediscord.Message, parts ...string) {
	r.Helper()
	for _, part := range parts {
		if !strings.Contains(m.Content, part) {
			r.Errorf("%q does not contain %q", m.Content, part)
		}
	}
}

func at(user string) fakediscord.From {
	return fakediscord.From{UserID: user, GuildID: guild, ChannelID: channel}
}

func alone(user string) fakediscord.From { return fakediscord.From{UserID: user} }

func admin(user string) fakediscord.From {
	f := at(user)
	f.Permissions = event.ManageServer | event.ViewChannel
	return f
}

// library answers from one store, as if every server had it alone.
type library struct {
	store  *store.Store
	search *retrieval.Searcher
	engine *answer.Engine
}

func newLibrary(st *store.Store) *library {
	search := retrieval.New(st, retrieval.Options{})
	return &library{st, search, answer.New(search, st, answer.Options{})}
}

func (l *library) Ask(ctx context.Context, _ bot.Scope, q answer.Question) (answer.Answer, error) {
	return l.engine.Ask(ctx, q)
}

func (l *library) Why(ctx context.Context, _ bot.Scope, q answer.Question, limit int) (answer.Reasons, error) {
	return l.engine.Why(ctx, q, limit)
}

func (l *library) Search(ctx context.Context, _ bot.Scope, q retrieval.Query) (retrieval.Result, error) {
	return l.search.Search(ctx, q)
}

func (l *library) Compare(ctx context.Context, _ bot.Scope, topic string) (answer.Comparison, error) {
	return l.engine.Compare(ctx, topic)
}

func (l *library) Timeline(ctx context.Context, _ bot.Scope, topic string) ([]answer.Event, error) {
	return l.engine.Timeline(ctx, topic)
}

func (l *library) Check(ctx context.Context, _ bot.Scope, s string) ([]answer.ClaimCheck, error) {
	return l.engine.Check(ctx, s)
}

func (l *library) Quote(ctx context.Context, _ bot.Scope, words string) (answer.QuoteReport, error) {
	return l.engine.Quote(ctx, words)
}

func (l *library) Articles(ctx context.Context, _ bot.Scope) ([]store.ArticleInfo, error) {
	return l.store.Articles(ctx)
}

func (l *library) Article(ctx context.Context, _ bot.Scope, id string) (store.Article, error) {
	return l.store.Article(ctx, id)
}

func (l *library) Version(ctx context.Context, _ bot.Scope) (int64, error) {
	return l.store.Version(ctx)
}

func (l *library) Known(bot.Scope) bot.Known {
	return bot.Known{
		Sources:    []bot.Source{{ID: "a1", Title: "Élan in Alaska", Publisher: "The Paper"}, {ID: "b2", Title: "Talks end"}},
		Publishers: []string{"The Paper"}, Topics: []string{"Alaska", "Zelensky", "ceasefire"},
	}
}

func (l *library) Add(context.Context, string, string, bot.Admin) (ingest.Report, error) {
	return ingest.Report{Added: 1, Skipped: []ingest.Skip{{Input: "x", Reason: "It is empty."}}}, nil
}

func (l *library) AddFile(context.Context, string, string, []byte, bot.Admin) (ingest.Report, error) {
	return ingest.Report{Added: 1}, nil
}

func (l *library) Remove(context.Context, string, string) error { return nil }

func (l *library) Own(context.Context, string) ([]bot.OwnArticle, []store.FeedState, error) {
	return []bot.OwnArticle{{ArticleInfo: store.ArticleInfo{Article: store.Article{ID: "own-1", Title: "Ours"}}, AddedBy: "Ada"}}, nil, nil
}
