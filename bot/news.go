package bot

import (
	"context"
	"slices"
	"time"

	"sherpa/bot/payload"
	"sherpa/store"
)

// planNewTopic ends the conversation so far in every process: the one that holds
// it need not be the one that hears of the button.
func (b *Bot) planNewTopic(w who) plan {
	return plan{first: deferred(true), work: func(ctx context.Context) (shown, error) {
		b.sessions.drop(w.channelID)
		_, err := retried(ctx, func() (struct{}, error) {
			return struct{}{}, b.ledger.Tell(ctx, store.NewTopic, b.Privacy.Hash(w.user.ID))
		})
		if err != nil {
			return shown{}, wrap("tell other processes of a new topic", err)
		}
		return done(payload.Message{Content: w.say.Say("bot.new_topic"), Ephemeral: true}), nil
	}}
}

// hear takes what users did in any process out of what is in memory here.
func (b *Bot) hear(ctx context.Context) error {
	news, err := b.ledger.News(ctx)
	if err != nil {
		return wrap("read the news of other processes", err)
	}
	b.hearing.Lock()
	defer b.hearing.Unlock()
	for _, n := range news {
		key := string(n.Kind) + " " + n.UserHash
		if known, ok := b.news.get(key); ok && !n.When.After(known) {
			continue
		}
		b.news.put(key, n.When)
		b.take(n)
	}
	return nil
}

// take forgets what a user does not want to be remembered, from before the news.
func (b *Bot) take(n store.News) {
	switch n.Kind {
	case store.NewTopic:
		b.sessions.dropUntil(n.When, func(s session) bool { return b.isOneOf(s.userID, n.UserHash) })
	case store.Forgotten:
		b.forgetInMemory(n.When, n.UserHash)
	}
}

// forgetInMemory drops what is in memory about the user with these hashes from
// before a time, and keeps what is being worked out for that user from being
// saved.
func (b *Bot) forgetInMemory(until time.Time, hashes ...string) {
	for _, hash := range hashes {
		b.forgotten.put(hash, until)
	}
	whose := func(userID string) bool { return b.isOneOf(userID, hashes...) }
	b.unsaved.dropWhere(func(r record) bool { return slices.Contains(hashes, r.UserHash) && !r.Asked.After(until) })
	b.lists.dropUntil(until, func(l list) bool { return whose(l.user.ID) })
	b.turns.dropUntil(until, func(t remembered) bool { return whose(t.userID) })
	b.sessions.dropUntil(until, func(s session) bool { return whose(s.userID) })
	b.exchanges.dropUntil(until, func(x *exchange) bool { return whose(x.userID) })
}

// isOneOf reports whether a user has one of some hashes.
func (b *Bot) isOneOf(userID string, hashes ...string) bool {
	return slices.ContainsFunc(b.Privacy.Hashes(userID), func(hash string) bool { return slices.Contains(hashes, hash) })
}
