package bot

import (
	"context"
	"time"

	"sherpa/answer"
	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/ingest"
	"sherpa/retrieval"
	"sherpa/store"
)

// Scope says whose articles are searched: the default ones where GuildID is
// empty, else those that the server's admins chose.
type Scope struct {
	GuildID string
	// Own searches the server's own articles, Default the default ones.
	Own, Default bool
}

// Asker answers questions from the articles of a scope.
type Asker interface {
	Ask(ctx context.Context, s Scope, q answer.Question) (answer.Answer, error)
	Why(ctx context.Context, s Scope, q answer.Question, limit int) (answer.Reasons, error)
	Search(ctx context.Context, s Scope, q retrieval.Query) (retrieval.Result, error)
	Compare(ctx context.Context, s Scope, topic string) (answer.Comparison, error)
	Timeline(ctx context.Context, s Scope, topic string) ([]answer.Event, error)
}

// Checker holds texts against the articles of a scope.
type Checker interface {
	Check(ctx context.Context, s Scope, text string) ([]answer.ClaimCheck, error)
	Quote(ctx context.Context, s Scope, words string) (answer.QuoteReport, error)
}

// Corpus is the articles: those of a scope to read, a server's own to change.
type Corpus interface {
	// Articles lists the articles of a scope, without their texts.
	Articles(ctx context.Context, s Scope) ([]store.ArticleInfo, error)
	// Article finds an article of a scope by its id or the beginning of it.
	Article(ctx context.Context, s Scope, id string) (store.Article, error)
	// Known is what autocompletion suggests, from memory: it neither waits nor
	// fails, and is empty until the articles were read for the first time.
	Known(s Scope) Known
	// Version is the version of the articles of a scope; it grows with changes.
	Version(ctx context.Context, s Scope) (int64, error)
	// Add takes an address of a page or a feed into a server's own articles.
	Add(ctx context.Context, guildID, address string, by Admin) (ingest.Report, error)
	// AddFile takes an attached file into a server's own articles.
	AddFile(ctx context.Context, guildID, name string, data []byte, by Admin) (ingest.Report, error)
	// Remove takes one of a server's own articles or feeds away.
	Remove(ctx context.Context, guildID, id string) error
	// Servers lists the servers that have articles of their own.
	Servers(ctx context.Context) ([]string, error)
	// Own lists what a server added, with who added it.
	Own(ctx context.Context, guildID string) ([]OwnArticle, []store.FeedState, error)
}

// Known is what is suggested while somebody types.
type Known struct {
	// Sources are ids and titles of articles; Publishers their publishers.
	Sources    []Source
	Publishers []string
	// Topics are names and things that the articles speak of most.
	Topics []string
}

// Source is an article as a suggestion.
type Source struct{ ID, Title, Publisher string }

// Admin is who changes a server's articles: the hashed id, which is kept, and
// the name that other admins are shown.
type Admin struct{ Hash, Name string }

// OwnArticle is one of a server's own articles.
type OwnArticle struct {
	store.ArticleInfo
	AddedBy string
}

// Settings keeps what admins chose. Settings are read from memory, which follows
// the store within five seconds, so that nothing waits before an acknowledgement.
type Settings interface {
	Get(guildID string) store.ServerSettings
	Put(ctx context.Context, s store.ServerSettings) error
}

// Ledger keeps the records of operation.
type Ledger interface {
	// Claim reports whether id (of an interaction or a message) is seen for the
	// first time by any process.
	Claim(ctx context.Context, id string) (bool, error)
	// Count adds one to the questions of key (a user's hash or a server) today
	// and returns the new count; a count above limit is not added.
	Count(ctx context.Context, key string, limit int) (used int, ok bool, err error)
	Begin(ctx context.Context, p store.Pending) error
	End(ctx context.Context, interactionID string) error
	// Orphans takes the pending interactions of processes that no longer run.
	Orphans(ctx context.Context) ([]store.Pending, error)
	// PutAnswer keeps a record, in place of the one with the same id, if any.
	PutAnswer(ctx context.Context, r store.AnswerRecord) error
	// SetMessage says which message shows an answer.
	SetMessage(ctx context.Context, answerID, channelID, messageID string) error
	// Answer returns a record that has not expired, or store.ErrNotFound.
	Answer(ctx context.Context, id string) (store.AnswerRecord, error)
	// AnswerAt returns the record of the answer that a message shows.
	AnswerAt(ctx context.Context, channelID, messageID string) (store.AnswerRecord, error)
	// Vote keeps a vote in place of an earlier one, and counts it once.
	Vote(ctx context.Context, v store.Vote) error
	AddGap(ctx context.Context, g store.Gap) error
	Gaps(ctx context.Context, guildID string, limit int) ([]store.Gap, error)
	AddTally(ctx context.Context, t store.Tally) error
	Tallies(ctx context.Context, guildID string, since time.Time) ([]store.Tally, error)
	// Flagged returns the flagged answers whose messages were not marked yet.
	Flagged(ctx context.Context) ([]store.AnswerRecord, error)
	// Marked says that the message of a flagged answer was marked.
	Marked(ctx context.Context, answerID string) error
	// Tell lets all processes know what a user did; News is what was told lately.
	Tell(ctx context.Context, kind store.NewsKind, userHash string) error
	News(ctx context.Context) ([]store.News, error)
	// Servers lists the servers of which something is kept, but for those that
	// are marked as left.
	Servers(ctx context.Context) ([]string, error)
	// MarkLeft and MarkBack say that the bot was removed from a server, or added.
	MarkLeft(ctx context.Context, guildID string, when time.Time) error
	MarkBack(ctx context.Context, guildID string) error
}

// Spending tells what a language model took.
type Spending interface {
	// CountFallback counts an answer that was made today without the model, for
	// its server and for all together.
	CountFallback(ctx context.Context, guildID, reason string) error
	// Spending is what a server spent from the day of since on, by day.
	Spending(ctx context.Context, guildID string, since time.Time) ([]store.SpendDay, error)
	// SpendingAll is what all together spent, as Spending says it.
	SpendingAll(ctx context.Context, since time.Time) ([]store.SpendDay, error)
}

// Privacy shows and deletes what is kept about a user.
type Privacy interface {
	// Hash is the user's hashed id, with this month's key. Hashes are those with
	// every key that is still in use. Both are from memory.
	Hash(userID string) string
	Hashes(userID string) []string
	// Kept and Forget look under every key that is still in use.
	Kept(ctx context.Context, userID string) (store.UserData, error)
	Forget(ctx context.Context, userID string) (store.UserData, error)
}

// Sender is the one way out to Discord.
type Sender interface {
	// Respond sends the first response to an interaction.
	Respond(ctx context.Context, in *event.Interaction, r payload.Response) error
	// Edit replaces the first response. Follow sends a further message. Both
	// return the message's id.
	Edit(ctx context.Context, in event.Ticket, m payload.Message) (string, error)
	Follow(ctx context.Context, in event.Ticket, m payload.Message) (string, error)
	// EditFollowed replaces a further message.
	EditFollowed(ctx context.Context, in event.Ticket, messageID string, m payload.Message) error
	// Send writes into a channel and returns the message's id; EditSent and
	// Delete change what was sent.
	Send(ctx context.Context, channelID string, m payload.Message) (string, error)
	EditSent(ctx context.Context, channelID, messageID string, m payload.Message) error
	Delete(ctx context.Context, channelID, messageID string) error
	// Typing shows that an answer is being written, for some seconds.
	Typing(ctx context.Context, channelID string) error
}

// FairUse bounds how often somebody may ask, from memory.
type FairUse interface {
	// Ask takes a question of a user, in a server or (guildID empty) outside. If
	// it is one too many, it says after how long the next one is taken.
	Ask(userID, guildID string) (wait time.Duration, ok bool)
}

// Metrics counts what happens. It is told no text, and no ids of anybody.
type Metrics interface {
	// Received: an interaction of a kind came in, or a "message" that asks.
	Received(kind string)
	// InFlight and Queue: so many questions are worked on, and so many wait.
	InFlight(n int)
	Queue(n int)
	// AnswerShown: an answer of a mode was shown to a "command", or in "direct"
	// messages, or to a "mention".
	AnswerShown(mode, place string)
	// Acknowledged: a first response of a kind of work was sent, that long after
	// the event came in.
	Acknowledged(kind string, took time.Duration)
	// Skipped: nothing was done, because an event was a "duplicate", "old",
	// "late", "unreadable" or "unacknowledged", or too much at once: "busy",
	// "rate".
	Skipped(reason string)
	// Ended: work of a kind ended as "answered", "refused", "done", "failed",
	// "restarting", "dropped" or "untold".
	Ended(kind, outcome string)
	// Answered: a question had its answer that long after it was asked.
	Answered(took time.Duration)
	// Fallback: an answer was shown without the language model that there is, and
	// why.
	Fallback(reason string)
}

type noMetrics struct{}

func (noMetrics) Received(string)                    {}
func (noMetrics) InFlight(int)                       {}
func (noMetrics) Queue(int)                          {}
func (noMetrics) AnswerShown(string, string)         {}
func (noMetrics) Acknowledged(string, time.Duration) {}
func (noMetrics) Skipped(string)                     {}
func (noMetrics) Ended(string, string)               {}
func (noMetrics) Answered(time.Duration)             {}
func (noMetrics) Fallback(string)                    {}

type everybody struct{}

func (everybody) Ask(string, string) (time.Duration, bool) { return 0, true }
