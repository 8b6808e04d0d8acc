package bot

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"

	"sherpa/answer"
	"sherpa/bot/payload"
	"sherpa/bot/render"
	"sherpa/bot/rest"
	"sherpa/store"
)

// markFlagged tells below the public answers whose sources changed that they
// did. What cannot be changed any more is left as it is.
func (b *Bot) markFlagged(ctx context.Context) error {
	flagged, err := b.ledger.Flagged(ctx)
	if err != nil {
		return wrap("read the flagged answers", err)
	}
	for _, r := range flagged {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if err := b.mark(ctx, r); err != nil {
			b.log.LogAttrs(ctx, slog.LevelInfo, "an answer whose source changed could not be marked", slog.String("error", err.Error()))
			if !isFinal(err) {
				continue // it is tried again
			}
		}
		if err := b.ledger.Marked(ctx, r.ID); err != nil {
			return wrap("mark an answer", err)
		}
	}
	return nil
}

// mark changes the message of an answer, if there is one for all to see.
func (b *Bot) mark(ctx context.Context, r store.AnswerRecord) error {
	if r.Private || r.GuildID == "" || r.MessageID == "" {
		return nil
	}
	m, err := b.marked(ctx, r)
	if err != nil {
		return err
	}
	return b.Sender.EditSent(ctx, r.ChannelID, r.MessageID, m)
}

// marked is the message of an answer whose sources changed.
func (b *Bot) marked(ctx context.Context, r store.AnswerRecord) (payload.Message, error) {
	w := b.settle(who{guildID: r.GuildID, channelID: r.ChannelID, locale: r.Locale})
	var a answer.Answer
	if err := json.Unmarshal(r.Answer, &a); err != nil {
		return payload.Message{}, wrap("read the record of an answer", err)
	}
	at, err := b.state(ctx, w.scope())
	if err != nil {
		return payload.Message{}, err
	}
	v := b.view(w, a)
	v.Newest, v.Changed = at.newest, true
	v.Since, v.Source = r.Since, r.Source
	return render.In(w.say).Answer(v).Page(0), nil
}

// isFinal reports whether trying to show the same again cannot help.
func isFinal(err error) bool {
	for _, final := range []error{
		errLate, errCancelled, rest.ErrTooLate, rest.ErrUnknownInteraction, rest.ErrGone, rest.ErrBadToken, rest.ErrClosed, payload.ErrInvalid,
	} {
		if errors.Is(err, final) {
			return true
		}
	}
	return false
}
