package bot

import (
	"context"
	"errors"
	"slices"
	"time"

	"sherpa/bot/event"
	"sherpa/bot/texts"
	"sherpa/store"
)

// who is who asks, and the place by whose rules.
type who struct {
	user event.User
	// guildID is empty in direct messages, and where only the asker installed
	// the bot: what a server's admins chose does not hold there, and no text of
	// a question is kept.
	guildID   string
	channelID string
	// permissions are those in the channel, by an interaction.
	permissions uint64
	dm          bool
	settings    store.ServerSettings
	locale      string
	say         *texts.Texts
}

// asks is who an interaction comes from.
func (b *Bot) asks(in *event.Interaction) who {
	w := who{
		user: in.User, guildID: in.Place.GuildID, channelID: in.Place.ChannelID,
		permissions: in.Permissions, dm: in.Place.DM, locale: in.Locale,
	}
	if in.UserInstalled {
		w.guildID = ""
	}
	return b.settle(w)
}

// writes is who a message comes from. Discord does not tell the language of who
// writes: a server's own, or that of the server's choice, is spoken.
func (b *Bot) writes(m *event.Message) who {
	return b.settle(who{user: m.Author, guildID: m.Place.GuildID, channelID: m.Place.ChannelID, dm: m.Place.DM})
}

// settle adds the server's choices, from memory.
func (b *Bot) settle(w who) who {
	if w.guildID != "" {
		w.settings = b.Settings.Get(w.guildID)
	}
	if w.settings.Language != "" {
		w.locale = w.settings.Language
	}
	w.say = texts.For(w.locale)
	return w
}

// scope is whose articles are searched.
func (w who) scope() Scope {
	return Scope{GuildID: w.guildID, Own: w.guildID != "", Default: w.guildID == "" || w.settings.Articles != "instead"}
}

// key is whose share of the work a question takes.
func (w who) key() string {
	if w.guildID != "" {
		return "guild " + w.guildID
	}
	return "user " + w.user.ID
}

// allowed reports whether the admins let the bot answer openly in a channel, or
// in a thread of it.
func (w who) allowed(channelID, parentID string) bool {
	chosen := w.settings.Channels
	return len(chosen) == 0 || slices.Contains(chosen, channelID) || parentID != "" && slices.Contains(chosen, parentID)
}

// wasAsked reports whether w asked for the answer of a record.
func (b *Bot) wasAsked(w who, r store.AnswerRecord) bool {
	return slices.Contains(b.Privacy.Hashes(w.user.ID), r.UserHash)
}

// maySee fails with a notice unless w may see the answer of a record: the asker,
// and whoever is in the channel of a public answer.
func (b *Bot) maySee(w who, r store.AnswerRecord) error {
	here := r.GuildID != "" && r.GuildID == w.guildID
	if here && !r.Private && r.ChannelID == w.channelID {
		return nil
	}
	if (here || r.GuildID == "") && b.wasAsked(w, r) {
		return nil
	}
	return tell("bot.expired")
}

// kept reads the record of an answer. Another process may have shown the answer
// just now, and be about to keep the record: where there is none, it is looked for
// again for the better part of a second.
func (b *Bot) kept(ctx context.Context, answerID string) (store.AnswerRecord, error) {
	for wait := 100 * time.Millisecond; ; wait *= 2 {
		r, err := b.ledger.Answer(ctx, answerID)
		if !errors.Is(err, store.ErrNotFound) || wait > 400*time.Millisecond {
			return r, err
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return r, ctx.Err()
		}
	}
}

// find returns the record of an answer that w may see, or a notice.
func (b *Bot) find(ctx context.Context, w who, answerID string) (record, error) {
	r, ok := b.unsaved.get(answerID)
	if !ok {
		kept, err := b.kept(ctx, answerID)
		if errors.Is(err, store.ErrNotFound) {
			return record{}, tell("bot.expired")
		}
		if err != nil {
			return record{}, err
		}
		r = record{AnswerRecord: kept}
	}
	return r, b.maySee(w, r.AnswerRecord)
}
