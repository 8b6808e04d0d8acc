package bot

import (
	"context"
	"strings"

	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/internal/text"
)

// planHelp says what can be asked, and whom to turn to.
func (b *Bot) planHelp(in *event.Interaction, w who) plan {
	me := b.userID()
	if me == "" {
		me = in.ApplicationID // but for the oldest bots they are equal
	}
	return plan{kind: "help", first: deferred(true), work: func(ctx context.Context) (shown, error) {
		at, err := b.state(ctx, w.scope())
		if err != nil {
			return shown{}, err
		}
		return done(payload.Message{Content: strings.Join(b.help(w, me, at), "\n"), Ephemeral: true}), nil
	}}
}

// help is what help consists of, line by line.
func (b *Bot) help(w who, me string, at articlesState) []string {
	lines := []string{w.say.Say("settings.help_about")}
	add := func(is bool, line string) {
		if is {
			lines = append(lines, line)
		}
	}
	add(at.count > 0 && at.newest != "", w.say.Count("settings.help_articles", at.count, "Date", dated(w, at.newest)))
	lines = append(lines,
		w.say.Say("settings.help_ask", "Bot", "<@"+me+">"), w.say.Say("settings.help_menu"),
		w.say.Say("settings.help_more"), w.say.Say("settings.help_privacy"))
	add(b.Model != "", b.aboutModel(w))
	add(w.guildID != "", w.say.Say("settings.help_settings"))
	add(w.settings.StaffChannel != "", w.say.Say("settings.help_editor"))
	add(b.Contact != "", w.say.Say("settings.help_contact", "Contact", payload.Escape(b.Contact)))
	return lines
}

// dated is an article's date; what is no date shows as it reads.
func dated(w who, date string) string {
	if written := w.say.Date(date); written != date {
		return written
	}
	return payload.Escape(text.FirstRunes(date, 40))
}
