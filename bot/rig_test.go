package bot_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"go.uber.org/goleak"

	"sherpa/bot"
	"sherpa/bot/corpora"
	"sherpa/bot/event"
	"sherpa/bot/fairuse"
	"sherpa/bot/gateway"
	"sherpa/bot/monitor"
	"sherpa/bot/rest"
	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/internal/fakediscord"
	"sherpa/store"
	"sherpa/store/storetest"
)

// What the program puts in fits.
var (
	_ bot.Sender   = (*rest.Client)(nil)
	_ bot.FairUse  = (*fairuse.Limiter)(nil)
	_ bot.Metrics  = (*monitor.Metrics)(nil)
	_ bot.Ledger   = (*store.Store)(nil)
	_ bot.Settings = (*store.SettingsInMemory)(nil)
	_ bot.Privacy  = (*store.Privacy)(nil)
)

// testsAtATime is how many tests run at a time unless it is said: they wait for Discord
// and for clocks more than they work.
const testsAtATime = "8"

func TestMain(m *testing.M) {
	flag.Parse()
	if f := flag.Lookup("test.parallel"); f.Value.String() == f.DefValue {
		if err := flag.Set(f.Name, testsAtATime); err != nil {
			panic(err)
		}
	}
	goleak.VerifyTestMain(m)
}

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
	// client is the bot's way to Discord.
	client *rest.Client
	// log is what was logged.
	log, skipped *logged

	settings *store.SettingsInMemory
	// cut ends the connection for good.
	cut     context.CancelFunc
	drained bool
}

// counted writes down what was skipped, so that a test that waits in vain says why.
type counted struct {
	*monitor.Metrics
	skipped *logged
}

func (c counted) Skipped(reason string) {
	_, _ = fmt.Fprintf(c.skipped, "skipped: %s\n", reason)
	c.Metrics.Skipped(reason)
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
	r := assemble(t, file, d, edits...)
	r.connect()
	return r
}

// assemble runs a bot that nothing tells anything yet.
func assemble(t *testing.T, file string, d *fakediscord.Server, edits ...func(*bot.Options)) *rig {
	t.Helper()
	r := &rig{T: t, d: d, log: &logged{}, skipped: &logged{}}
	r.store = openStore(t, file)
	r.opts = r.options()
	for _, edit := range edits {
		edit(&r.opts)
	}
	var err error
	if r.bot, err = bot.New(r.opts); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.drain) // after Run has returned
	r.background(func(ctx context.Context) { _ = r.bot.Run(ctx) })
	return r
}

func openStore(t *testing.T, file string) *store.Store {
	t.Helper()
	st := storetest.Open(t, file, store.Options{})
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
	if r.client, err = rest.New(rest.Options{BaseURL: r.d.APIURL(), Token: rest.Token(r.d.Token())}); err != nil {
		r.Fatal(err)
	}
	lib := corpora.New(corpora.Options{Default: r.store, Feeds: r.store, Flags: r.store})
	r.Cleanup(func() { lib.Close() })
	r.background(func(ctx context.Context) { _ = lib.Run(ctx) })
	owner := r.Name() + time.Now().String()
	lease := store.NewLease(r.store, owner)
	r.background(func(ctx context.Context) { lease.Run(ctx, nil) })
	return bot.Options{
		Asker: lib, Checker: lib, Corpus: lib, Settings: r.settings, Ledger: r.store, Privacy: privacy, Sender: r.client,
		Metrics: counted{monitor.NewMetrics(monitor.Build{}), r.skipped},
		Log:     slog.New(slog.NewTextHandler(r.log, nil)), Owner: owner, Contact: "desk@example.org", SweepEvery: 100 * time.Millisecond,
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

// connect leads the gateway's events to the bot over plain connections, each of
// which takes up the session where the one before it ended. They live for less
// than a heartbeat.
func (r *rig) connect() {
	r.Helper()
	var session struct{ id, seq string }
	var listening context.Context
	listening, r.cut = context.WithCancel(context.Background())
	r.background(func(ctx context.Context) {
		defer context.AfterFunc(ctx, r.cut)()
		for listening.Err() == nil {
			r.listen(listening, &session.id, &session.seq)
		}
	})
	if _, err := r.d.AwaitReady(r.Context(), 0); err != nil {
		r.Fatal(err)
	}
}

// listen takes the events of one connection to its end.
func (r *rig) listen(ctx context.Context, session, seq *string) {
	ws, resp, err := websocket.DefaultDialer.DialContext(ctx, r.d.GatewayURL()+"?v=10&encoding=json", nil)
	if err != nil {
		return
	}
	_ = resp.Body.Close()
	defer context.AfterFunc(ctx, func() { _ = ws.Close() })()
	_ = ws.WriteMessage(websocket.TextMessage, []byte(r.hello(*session, *seq)))
	for {
		var e struct {
			Seq  json.Number     `json:"s"`
			Type string          `json:"t"`
			Data json.RawMessage `json:"d"`
		}
		if ws.ReadJSON(&e) != nil {
			_ = ws.Close()
			return
		}
		if e.Type == "READY" {
			var ready struct {
				ID string `json:"session_id"`
			}
			_ = json.Unmarshal(e.Data, &ready)
			*session = ready.ID
		}
		if e.Type != "" {
			*seq = e.Seq.String()
			r.bot.HandleDispatch(ctx, e.Type, e.Data)
		}
	}
}

// hello identifies, or resumes a session.
func (r *rig) hello(session, seq string) string {
	if session != "" {
		return fmt.Sprintf(`{"op":6,"d":{"token":%q,"session_id":%q,"seq":%s}}`, r.d.Token(), session, seq)
	}
	return fmt.Sprintf(`{"op":2,"d":{"token":%q,"shard":[0,1],"properties":{},"intents":%d}}`, r.d.Token(), intents)
}

const intents = fakediscord.IntentGuilds | fakediscord.IntentGuildMessages | fakediscord.IntentDirectMessages

// supervise leads the gateway's events to the bot through the real supervisor.
func (r *rig) supervise(timing gateway.Timing) {
	r.Helper()
	g, err := gateway.New(gateway.Options{
		Timing: timing,
		Token:  gateway.Token(r.d.Token()),
		GatewayBot: func(context.Context) (gateway.Info, error) {
			return gateway.Info{URL: r.d.GatewayURL(), Shards: 1, Total: 1000, Remaining: 1000, MaxConcurrency: 1}, nil
		},
		Handler:    func(ctx context.Context, d gateway.Dispatch) { r.bot.HandleDispatch(ctx, d.Type, d.Data) },
		BudgetPath: filepath.Join(r.TempDir(), "identifies.json"),
		Log:        slog.New(slog.DiscardHandler),
		Intents:    intents,
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
		r.Fatalf("%s: not within %v\n%s%s", what, d, r.log, r.skipped)
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
			r.Fatalf("%s: not within ten seconds\n%s%s", what, r.log, r.skipped)
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

// admin is Ada with the right to manage the server.
func admin() fakediscord.From {
	f := at(ada)
	f.Permissions = event.ManageServer | event.ViewChannel
	return f
}
