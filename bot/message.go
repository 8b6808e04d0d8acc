package bot

import (
	"context"
	"time"

	"sherpa/answer"
	"sherpa/bot/event"
	"sherpa/bot/payload"
)

const (
	// editWithin is how long after a question its changes are answered.
	editWithin = 15 * time.Minute
	// typingEvery is how often it is shown that an answer is being written;
	// Discord shows it for ten seconds.
	typingEvery = 8 * time.Second
	// typingAfter is when that begins: a sign that comes after the answer would
	// stay.
	typingAfter = 200 * time.Millisecond
)

// onMessage answers a direct message, or one that asks the bot in a server.
func (b *Bot) onMessage(m *event.Message) {
	w := b.writes(m)
	if !b.takes(w, m) || !b.heard.add(m.ID, struct{}{}) {
		return
	}
	x := &exchange{id: "m" + m.ID, userID: m.Author.ID, channelID: m.Place.ChannelID, content: hashOf(m.Content), asked: b.now()}
	if !m.Place.DM {
		x.replyTo = m.ID
	}
	b.exchanges.put(m.ID, x)
	b.converse(w, m, x)
}

// takes reports whether a message is for the bot to answer.
func (b *Bot) takes(w who, m *event.Message) bool {
	me := b.userID()
	if m.Place.DM {
		return isPersons(m, me)
	}
	parent, _ := b.parents.get(m.Place.ChannelID)
	return w.settings.Mode != "off" && isAddressed(m, me) && w.allowed(m.Place.ChannelID, parent)
}

// converse answers a message, also one that was changed.
func (b *Bot) converse(w who, m *event.Message, x *exchange) {
	asked, err := question(withoutCommand(withoutMarks(m.Content)))
	if err != nil {
		b.say(w, x, b.orHelp(w, m, err))
		return
	}
	q := asking{who: w, question: answer.Question{Text: asked}, received: b.now()}
	b.queue(q, x, func(ctx context.Context) ([]answer.Turn, error) { return b.before(ctx, w, m) })
}

// orHelp is what is said to a message that asks nothing: how to ask.
func (b *Bot) orHelp(w who, m *event.Message, err error) payload.Message {
	if withoutMentions(m.Content) == "" {
		return payload.Message{Content: w.say.Say("bot.how_to_ask")}
	}
	return b.explain(b.life, "message", w.say, err)
}

// queue answers a question in a channel, if there is room and the asker has not
// asked too much.
func (b *Bot) queue(q asking, x *exchange, before func(context.Context) ([]answer.Turn, error)) {
	if wait, ok := b.FairUse.Ask(q.user.ID, q.guildID); !ok {
		b.metrics.Skipped("rate")
		if b.warned.add(q.user.ID, struct{}{}) {
			b.say(q.who, x, payload.Message{Content: q.say.Say("bot.too_fast", "When", q.say.In(wait))})
		}
		return
	}
	q.place = q.kind()
	b.metrics.Received("message")
	place, ok := b.questions.enter(q.key(), q.user.ID)
	if !ok {
		b.say(q.who, x, b.noPlace(q.who))
		return
	}
	stop := x.restart()
	j := b.messageJob(q.who, x)
	j.kind, j.claim, j.stop, j.received, j.ended = q.kind(), stop.first, stop.ctx, q.received, b.tally(q)
	j.work = func(ctx context.Context) (shown, error) {
		stopTyping := b.typing(ctx, q.channelID)
		defer stopTyping()
		history, err := before(ctx)
		if err != nil {
			return shown{}, err
		}
		q.question.History = history
		result, err := b.answerTo(ctx, q)
		x.answeredBy(result.answerID)
		return result, err
	}
	b.start(place, j)
}

// kind names a question in a channel in logs and metrics.
func (q asking) kind() string {
	if q.dm {
		return "direct"
	}
	return "mention"
}

// say writes a sentence in answer to a message, without any other work.
func (b *Bot) say(w who, x *exchange, m payload.Message) {
	b.jobs.Go(func() {
		err := guard(func() error {
			j := b.messageJob(w, x)
			b.conclude(j, done(m), nil)
			return nil
		})
		if err != nil {
			b.logFault(b.life, "message", newCode(), err)
		}
	})
}

// messageJob shows what it makes in answer to a message: as a reply, or in place
// of the reply that there is already.
func (b *Bot) messageJob(w who, x *exchange) job {
	show := func(ctx context.Context, m payload.Message) (string, error) {
		m.ReplyTo, m.Nonce = x.replyTo, x.id
		return x.show(ctx, b.Sender, m)
	}
	return job{id: x.id, kind: "message", say: w.say, received: b.now(), show: show, tell: show}
}

// before is the conversation that a message goes on with: that of a direct
// message, or that of the answer to which it replies.
func (b *Bot) before(ctx context.Context, w who, m *event.Message) ([]answer.Turn, error) {
	if w.dm {
		s, _ := b.sessions.get(w.channelID)
		return s.turns, nil
	}
	if m.ReplyTo == "" {
		return nil, nil
	}
	r, err := b.answerAt(ctx, w.channelID, m.ReplyTo)
	if err != nil || r.GuildID != w.guildID || r.Private {
		return nil, nothingKept(err)
	}
	return b.history(r), nil
}

// answerAt is the record of the answer that a message shows.
func (b *Bot) answerAt(ctx context.Context, channelID, messageID string) (record, error) {
	if r, ok := b.unsaved.find(func(r record) bool { return r.MessageID == messageID && r.ChannelID == channelID }); ok {
		return r, nil
	}
	r, err := b.ledger.AnswerAt(ctx, channelID, messageID)
	return record{AnswerRecord: r}, err
}

// typing shows that an answer is being written, if that takes a while, until the function is called
// that it returns.
func (b *Bot) typing(ctx context.Context, channelID string) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	b.strays.Go(func() {
		next := time.NewTimer(typingAfter)
		defer next.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-next.C:
			}
			// Nobody misses the sign where it cannot be shown.
			_ = guard(func() error { return b.Sender.Typing(ctx, channelID) })
			next.Reset(typingEvery)
		}
	})
	return cancel
}
