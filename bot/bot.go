package bot

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"sherpa/store"
)

// Options are what a Bot works with. The ports are needed, everything else has
// a default.
type Options struct {
	Asker    Asker
	Checker  Checker
	Corpus   Corpus
	Settings Settings
	Ledger   Ledger
	Privacy  Privacy
	Sender   Sender
	// Model names the language model that questions are given to, for /help and
	// /privacy; empty where there is none.
	Model string
	// Spending tells what a language model takes; nil where there is no model.
	Spending Spending
	// Caps are what the model may take in a day, for the statistics.
	Caps store.SpendCaps
	// FairUse bounds who asks how often; nil lets everybody.
	FairUse FairUse
	// Metrics counts what happens; nil counts nothing.
	Metrics Metrics
	// Log gets no text, token or id of a user; nil logs nothing.
	Log *slog.Logger
	// Fetch gets a file that an admin attached, at most limit bytes; without it
	// files are refused.
	Fetch func(ctx context.Context, url string, limit int64) ([]byte, error)
	// Owner names this process in the records of who waits; it differs from run
	// to run.
	Owner string
	// Contact is how the operator is reached, for /help; empty leaves it away.
	Contact string
	// StoreOf names the store of a scope as the terminal takes it, for the command
	// that reproduces an answer; nil, or an empty name, leaves that away.
	StoreOf func(Scope) string
	// Limits bound the work at a time, and Quotas the questions of a day.
	Limits Limits
	Quotas Quotas
	// AnswerWithin is how long after a question somebody is told at the latest
	// what became of it; 0 means a minute.
	AnswerWithin time.Duration
	// StatusEvery is the least time between two changes of what is shown while an
	// answer is made, which begin a fifth later than that after the question; 0
	// means a second.
	StatusEvery time.Duration
	// SweepEvery is how often answers are looked for whose sources changed; 0
	// means 30 s.
	SweepEvery time.Duration
	// Now is the clock, and DiscordNow the clock of Discord, by which
	// interactions expire; nil means time.Now, and Now.
	Now, DiscordNow func() time.Time
}

// Quotas are the questions that are answered in a day where a server's admins
// chose nothing else; 0 means 50, 1,000 and 30.
type Quotas struct {
	// User counts those of one user in one server, Server those of a server, DM
	// those of one user outside servers.
	User, Server, DM int
}

// Bot answers people. Its methods may be called from many goroutines.
type Bot struct {
	Options

	ledger       Ledger
	metrics      Metrics
	log          *slog.Logger
	now          func() time.Time
	answerWithin time.Duration
	me           atomic.Value // string: the bot's user id, once READY told it

	// questions and views bound what is worked on: whoever waits for an answer
	// can still look at another. Articles that are added, which may take minutes,
	// are apart from both.
	questions, views, additions *admission
	changing                    sync.Mutex // one change of settings at a time
	saving                      sync.Mutex // one record of an answer at a time
	stamps                      atomic.Uint64
	// jobs show something to somebody; strays are work that may have been given
	// up on.
	jobs, strays crew
	// life ends when work is stopped, last when nothing can be shown any more.
	life, last context.Context
	stopLife   context.CancelCauseFunc
	stopLast   context.CancelFunc
	heard      *recent[struct{}]      // ids of what was delivered
	sessions   *recent[session]       // of direct messages, by channel
	turns      *recent[remembered]    // by answer, where the store keeps no text
	unsaved    *recent[record]        // answers shown whose record is not kept yet
	exchanges  *recent[*exchange]     // by the message that asked
	parents    *recent[string]        // of threads
	lists      *recent[list]          // with pages, where the store keeps no text
	states     *recent[articlesState] // of scopes
	warned     *recent[struct{}]      // who was told of a limit in a direct message
	forgotten  *recent[time.Time]     // by hashed id: who had everything deleted, and when
	hearing    sync.Mutex             // one hears news at a time
	news       *recent[time.Time]     // by kind and hashed id: when the last news was from
}

const (
	ticketLife  = 15 * time.Minute
	heardFor    = 20 * time.Minute
	sessionFor  = 30 * time.Minute
	exchangeFor = 24 * time.Hour
	parentsFor  = 30 * 24 * time.Hour
)

// New makes a Bot. It answers at once what it is told; Run does what is due from
// time to time.
func New(o Options) (*Bot, error) {
	for _, port := range []any{o.Asker, o.Checker, o.Corpus, o.Settings, o.Ledger, o.Privacy, o.Sender} {
		if port == nil {
			return nil, errors.New("bot: a port is missing")
		}
	}
	o = o.orDefault()
	b := &Bot{
		Options: o, ledger: o.Ledger, metrics: o.Metrics, log: o.Log, now: o.Now, answerWithin: o.AnswerWithin,
		views:     newAdmission(o.Limits, func(int, int) {}),
		additions: newAdmission(Limits{Running: 4, Waiting: 12, RunningEach: 1}, func(int, int) {}),
		heard:     newRecent[struct{}](10_000, heardFor, o.Now),
		sessions:  newRecent[session](500, sessionFor, o.Now),
		turns:     newRecent[remembered](500, sessionFor, o.Now),
		unsaved:   newRecent[record](500, recordWithin, o.Now),
		exchanges: newRecent[*exchange](10_000, exchangeFor, o.Now),
		parents:   newRecent[string](20_000, parentsFor, o.Now),
		lists:     newRecent[list](500, sessionFor, o.Now),
		states:    newRecent[articlesState](300, sessionFor, o.Now),
		warned:    newRecent[struct{}](1_000, time.Minute, o.Now),
		forgotten: newRecent[time.Time](10_000, ticketLife, o.Now),
		news:      newRecent[time.Time](10_000, heardFor, o.Now),
	}
	b.me.Store("")
	b.questions = newAdmission(o.Limits, func(running, waiting int) {
		b.metrics.InFlight(running)
		b.metrics.Queue(waiting)
	})
	b.life, b.stopLife = context.WithCancelCause(context.Background())
	b.last, b.stopLast = context.WithCancel(context.Background())
	return b, nil
}

func (o Options) orDefault() Options {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Metrics == nil {
		o.Metrics = noMetrics{}
	}
	if o.FairUse == nil {
		o.FairUse = everybody{}
	}
	if o.StoreOf == nil {
		o.StoreOf = func(Scope) string { return "" }
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.DiscordNow == nil {
		o.DiscordNow = o.Now
	}
	setDefault(&o.AnswerWithin, time.Minute)
	setDefault(&o.StatusEvery, time.Second)
	setDefault(&o.SweepEvery, 30*time.Second)
	setDefault(&o.Quotas.User, 50)
	setDefault(&o.Quotas.Server, 1000)
	setDefault(&o.Quotas.DM, 30)
	return o
}

func setDefault[T int | time.Duration](v *T, to T) {
	if *v <= 0 {
		*v = to
	}
}

// userID is the bot's own, empty until READY told it.
func (b *Bot) userID() string {
	id, _ := b.me.Load().(string)
	return id
}
