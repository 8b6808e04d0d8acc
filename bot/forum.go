package bot

import (
	"context"
	"slices"

	"sherpa/answer"
	"sherpa/bot/event"
)

// onThread remembers where a thread is, and answers the title of a new post in
// a forum that the admins chose for that.
func (b *Bot) onThread(t *event.Thread) {
	b.parents.put(t.ID, t.ParentID)
	w := b.settle(who{user: event.User{ID: t.OwnerID}, guildID: t.GuildID, channelID: t.ID})
	chosen := w.settings.Mode == "forum" && slices.Contains(w.settings.Channels, t.ParentID)
	if !t.New || !chosen || t.OwnerID == "" || t.OwnerID == b.userID() || !b.heard.add("post "+t.ID, struct{}{}) {
		return
	}
	asked, err := question(t.Name)
	if err != nil {
		return // a title that asks nothing
	}
	x := &exchange{id: "p" + t.ID, userID: t.OwnerID, channelID: t.ID, asked: b.now()}
	q := asking{who: w, question: answer.Question{Text: asked}, received: b.now()}
	b.queue(q, x, func(context.Context) ([]answer.Turn, error) { return nil, nil })
}
