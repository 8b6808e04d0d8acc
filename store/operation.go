package store

import "time"

// The records of operation: what the bot keeps beside the articles. They lie in
// the default store, never in a server's own.

// ServerSettings are what the admins of a server chose.
type ServerSettings struct {
	GuildID string
	// Channels are the channels in which mentions are answered; empty means all.
	Channels []string
	// Mode is "mention" (the default), "forum" or "off"; slash commands work in
	// every mode.
	Mode string
	// UserPerDay and ServerPerDay are quotas of questions; 0 means the default.
	UserPerDay, ServerPerDay int
	// Language is a locale's language ("de"); empty means each asker's own.
	Language string
	// NoButtons leaves the feedback buttons away.
	NoButtons bool
	// Articles says what is searched: "beside" (the default; the server's own
	// articles and the default ones) or "instead" (its own alone).
	Articles string
	// StaffChannel is where "Ask an editor" posts; empty turns it off.
	StaffChannel string
	// Left is when the bot was removed; zero while it is there.
	Left time.Time
}

// AnswerRecord is what the buttons of an answer need.
type AnswerRecord struct {
	// ID is the answer's short id, which its footer shows.
	ID string
	// GuildID is empty in direct messages; MessageID until the message is known.
	GuildID, ChannelID, MessageID string
	// UserHash is the asker's hashed id.
	UserHash string
	// Private says that only the asker sees the answer.
	Private bool
	Asked   time.Time
	Expires time.Time
	// Question, Since and Source are empty in direct messages.
	Question, Since, Source string
	Locale                  string
	// Answer is the answer as JSON. In direct messages that is its mode, the counts
	// of checked statements, the places of its citations, and of a language model
	// the name, what it took and why it failed; no text of anybody.
	Answer []byte
	// Corpus is the version of the corpus that was searched.
	Corpus int64
	// Cited are the ids of the articles that the answer cites, those of a
	// server's own store with Own true.
	Cited []CitedArticle
	// Flag says what became of a cited article since; empty while nothing did.
	Flag string
}

// CitedArticle names an article of the default store, or of the server's own.
type CitedArticle struct {
	ID  string
	Own bool
}

// Vote is somebody's opinion of an answer; a later one replaces it.
type Vote struct {
	AnswerID, UserHash string
	// Up is a thumb up; Reason is "wrong", "missing", "source" or empty.
	Up     bool
	Reason string
	Cast   time.Time
}

// Gap is a question that the articles did not answer, without who asked. Gaps
// of direct messages are not kept.
type Gap struct {
	GuildID string
	// Topic is the question's words that matter, folded and in order, so that
	// the same question asked twice is one gap.
	Topic string
	Times int
	Last  time.Time
}

// Pending is an acknowledged interaction that has no answer yet. It is kept so
// that somebody is told if the process dies, for 15 minutes at the most.
type Pending struct {
	InteractionID, ApplicationID, Token string
	Locale                              string
	// Owner names the process that answers.
	Owner string
	Since time.Time
}

// News is something that a user did in one process and that all have to know.
type News struct {
	Kind     NewsKind
	UserHash string
	When     time.Time
}

// NewsKind is what a user did.
type NewsKind string

// The kinds of news: the user begins a new topic in direct messages, or had
// everything deleted that is kept about the user.
const (
	NewTopic  NewsKind = "topic"
	Forgotten NewsKind = "forgotten"
)

// Tally counts what happened in one server (or, with GuildID empty, in all
// direct messages) on one day (YYYY-MM-DD, UTC).
type Tally struct {
	GuildID, Day                     string
	Asked, Answered, Refused, Failed int
	Up, Down                         int
	LatencySum                       time.Duration
	// Slowest is the longest time to an answer.
	Slowest time.Duration
	// Latencies are the times to all answers, roughly.
	Latencies Latencies
}

// FeedState is a feed of a server's own articles (or, with GuildID empty, of
// the default store), and when it is read next.
type FeedState struct {
	GuildID, URL string
	// AddedBy is the hashed id of the admin who added it; AddedName is shown to
	// the server's other admins.
	AddedBy, AddedName string
	Added              time.Time
	Next               time.Time
	Every              time.Duration
	// Failures counts failed readings in a row; LastError says why, safe to show.
	Failures  int
	LastError string
}

// AddedArticle is an article of a server's own.
type AddedArticle struct{ GuildID, ID string }

// UserData is what is kept about one user, for /privacy.
type UserData struct {
	Answers []AnswerRecord
	Votes   []Vote
	Feeds   []FeedState
	// Articles are those of servers' own that the user added. They do not lie in
	// the default store: whoever keeps them fills them in.
	Articles []AddedArticle
	// Today is the number of questions counted for the quota today.
	Today int
	// Spent is what the user's questions took of a language model, by day.
	Spent []SpendDay
}
