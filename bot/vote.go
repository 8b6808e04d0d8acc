package bot

import (
	"context"
	"errors"
	"slices"

	"sherpa/bot/customid"
	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/bot/render"
	"sherpa/bot/texts"
	"sherpa/store"
)

// reasons are why somebody is not content with an answer, as votes keep them.
var reasons = []string{"wrong", "missing", "source"}

// planVote keeps a vote and thanks for it, for the voter alone to see.
func (b *Bot) planVote(in *event.Interaction, w who, id customid.ID) plan {
	p := plan{first: deferred(true)}
	v := store.Vote{AnswerID: id.Answer, Up: id.Action == customid.Up}
	after := payload.Message{Content: w.say.Say("bot.thanks")}
	switch id.Action {
	case customid.Down:
		after = payload.Message{Content: w.say.Say("bot.why_not"), Rows: []payload.Row{{Menu: reasonMenu(w.say, id)}}}
	case customid.Reason:
		p = plan{first: deferredUpdate(), aside: true}
		if len(in.Values) == 1 && slices.Contains(reasons, in.Values[0]) {
			v.Reason = in.Values[0]
		}
	}
	p.work = func(ctx context.Context) (shown, error) {
		after := after
		after.Ephemeral = true
		return done(after), b.vote(ctx, w, v)
	}
	return p
}

func (b *Bot) vote(ctx context.Context, w who, v store.Vote) error {
	if _, err := b.find(ctx, w, v.AnswerID); err != nil {
		return err
	}
	v.UserHash, v.Cast = b.Privacy.Hash(w.user.ID), b.now()
	_, err := retried(ctx, func() (struct{}, error) {
		err := b.ledger.Vote(ctx, v)
		if _, coming := b.unsaved.get(v.AnswerID); coming && errors.Is(err, store.ErrNotFound) {
			err = store.ErrBusy // the record of the answer is about to be kept
		}
		return struct{}{}, err
	})
	if err != nil {
		return wrap("keep a vote", err)
	}
	return nil
}

func reasonMenu(say *texts.Texts, id customid.ID) *payload.Menu {
	m := &payload.Menu{
		CustomID:    customid.ID{Action: customid.Reason, Answer: id.Answer}.String(),
		Placeholder: say.Say("bot.placeholder_reason"),
	}
	for _, reason := range reasons {
		m.Choices = append(m.Choices, payload.MenuChoice{Label: say.Say("bot.reason_" + reason), Value: reason})
	}
	return m
}

// planShare posts a private answer into the channel for everybody to see.
func (b *Bot) planShare(in *event.Interaction, w who, answerID string) plan {
	return plan{first: deferredUpdate(), aside: true, claim: true, work: func(ctx context.Context) (shown, error) {
		r, v, err := b.viewOf(ctx, w, answerID)
		if err != nil {
			return shown{}, err
		}
		if !r.Private {
			return shown{}, tell("bot.shared_before")
		}
		if v.Answer.Text == "" {
			return shown{}, tell("bot.text_not_kept")
		}
		if w.guildID != "" && !w.asksOpenly(in.Place) {
			return shown{}, tell("bot.not_open_here")
		}
		open := render.In(w.say).Answer(v).Page(0)
		if err := b.share(ctx, in, r, open); err != nil {
			return shown{}, err
		}
		open.Ephemeral = true
		return done(open), nil
	}}
}

// share posts an answer. From then on others may press its buttons.
func (b *Bot) share(ctx context.Context, in *event.Interaction, r record, m payload.Message) error {
	before := r
	r.Private = false
	if r.GuildID != "" {
		r.ChannelID = in.Place.ChannelID
	}
	b.save("share", r) //nolint:contextcheck // what is recorded outlives the question
	messageID, err := b.follow(ctx, in.Ticket, m)
	if err != nil {
		b.save("share", before) //nolint:contextcheck // what is recorded outlives the question
		return wrap("share an answer", err)
	}
	if r.GuildID != "" {
		r.MessageID = messageID
	}
	b.save("share", r) //nolint:contextcheck // what is recorded outlives the question
	return nil
}

// planEditor hands a question to the server's staff channel, once.
func (b *Bot) planEditor(w who, answerID string) plan {
	return plan{first: deferred(true), claim: true, counts: true, work: func(ctx context.Context) (shown, error) {
		r, v, err := b.viewOf(ctx, w, answerID)
		if err != nil {
			return shown{}, err
		}
		channel := w.settings.StaffChannel
		if channel == "" || r.GuildID == "" {
			return shown{}, tell("bot.no_staff")
		}
		if err := b.handOnce(ctx, r.ID); err != nil {
			return shown{}, err
		}
		if _, err := b.Sender.Send(ctx, channel, handed(w, r, v)); err != nil {
			return shown{}, wrap("hand a question to the editors", err)
		}
		return done(payload.Message{Content: w.say.Say("bot.handed"), Ephemeral: true}), nil
	}}
}

// handOnce fails with a notice if an answer was handed to the editors before.
func (b *Bot) handOnce(ctx context.Context, answerID string) error {
	first, err := retried(ctx, func() (bool, error) {
		_, first, err := b.ledger.Count(ctx, "editor "+answerID, 1)
		return first, err
	})
	if err != nil {
		return wrap("count a question for the editors", err)
	}
	if !first {
		return tell("bot.handed_before")
	}
	return nil
}

// handed is what the editors read: the question, the answer so far with its
// sources, and where it was given.
func handed(w who, r record, v render.Shown) payload.Message {
	v.ID, v.Private = "", false // without buttons
	say := texts.For(w.settings.Language)
	body := render.In(say).Answer(v).Page(0).Content
	head := say.Say("bot.for_editors", "Question", payload.Escape(r.Question))
	if link := messageLink(r); link != "" && !r.Private {
		head += "\n" + say.Say("bot.for_editors_link", "Link", link)
	}
	return payload.Message{Content: fitting(head, body), Nonce: "e" + r.ID}
}

// messageLink leads to the message that shows an answer.
func messageLink(r record) string {
	if r.MessageID == "" || r.ChannelID == "" {
		return ""
	}
	return "https://discord.com/channels/" + r.GuildID + "/" + r.ChannelID + "/" + r.MessageID
}

// fitting puts as many whole lines of body below head as one message holds.
func fitting(head, body string) string {
	room := payload.MaxContent - len([]rune(head)) - 2
	if runes := []rune(body); len(runes) > room {
		cut := max(room, 0)
		for cut > 0 && runes[cut] != '\n' {
			cut--
		}
		body = string(runes[:cut])
	}
	return head + "\n\n" + body
}
