package bot

import (
	"context"

	"sherpa/bot/customid"
	"sherpa/bot/payload"
)

// confirm asks whether something is really meant; only who was asked may press.
func confirm(w who, sentence, yes string, do customid.ID) payload.Message {
	do.Asker = w.user.ID
	no := customid.ID{Action: customid.Cancel}
	return payload.Message{
		Content: sentence, Ephemeral: true,
		Rows: []payload.Row{{Buttons: []payload.Button{
			{Label: yes, Style: payload.Danger, CustomID: do.String()},
			{Label: w.say.Say("settings.button_cancel"), Style: payload.Secondary, CustomID: no.String()},
		}}},
	}
}

// planConfirmed does what was confirmed. Rights are looked at again: they may
// have changed since the button was shown.
func (b *Bot) planConfirmed(w who, id customid.ID) (plan, error) {
	if id.Asker != customid.Key(w.user.ID) {
		return plan{}, tell("bot.not_yours")
	}
	p := plan{first: deferredUpdate(), aside: true, claim: true}
	if id.Action == customid.DeleteData {
		p.work = func(ctx context.Context) (shown, error) { return b.forget(ctx, w) }
		return p, nil
	}
	if err := w.mustBeAdmin(); err != nil {
		return plan{}, err
	}
	p.work = func(ctx context.Context) (shown, error) { return b.removeArticle(ctx, w, id.Item) }
	return p, nil
}
