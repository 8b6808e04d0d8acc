package bot_test

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/internal/fakediscord"
	"sherpa/store"
)

// reply waits for the bot's n-th message in a channel.
func (r *rig) reply(channelID string, n int) fakediscord.Message {
	r.Helper()
	r.within(10*time.Second, "a reply", func() bool { return len(r.d.Messages(channelID)) >= n })
	list := r.d.Messages(channelID)
	if len(list) > n {
		r.Fatalf("%d messages, not %d", len(list), n)
	}
	return list[n-1]
}

// quiet asserts that nothing was written into a channel after something else was
// answered, which came later.
func (r *rig) quiet(channelID string) {
	r.Helper()
	r.d.Says(alone("800000000000000099"), fakediscord.Post{Content: "Where did they meet?"})
	r.within(10*time.Second, "a later answer", func() bool { return len(r.d.Messages(r.d.DM("800000000000000099"))) > 0 })
	if list := r.d.Messages(channelID); len(list) > 0 {
		r.Errorf("there was an answer: %q", list[0].Content)
	}
}

func (r *rig) put(s store.ServerSettings) {
	r.Helper()
	s.GuildID = guild
	if err := r.settings.Put(r.Context(), s); err != nil {
		r.Fatal(err)
	}
}

func TestDirectMessageSession(t *testing.T) {
	t.Parallel()
	r := start(t)
	dm := r.d.DM(ada)
	said := r.d.Says(alone(ada), fakediscord.Post{Content: "Who is Yuri Ushakov?"})
	first := r.reply(dm, 1)
	r.contains(first, "adviser")
	if first.Nonce != "m"+said.ID {
		t.Errorf("nonce %q", first.Nonce)
	}
	r.d.Says(alone(ada), fakediscord.Post{Content: "Whom did he join?"})
	second := r.reply(dm, 2)
	r.contains(second, "Understood as", "Putin")
	r.shown(r.press(alone(ada), second, "New topic"))
	r.d.Says(alone(ada), fakediscord.Post{Content: "Whom did he join?"})
	if third := r.reply(dm, 3); strings.Contains(third.Content, "Understood as") {
		t.Errorf("the topic was kept: %q", third.Content)
	}
}

// TestTyping: an answer that takes a while is announced.
func TestTyping(t *testing.T) {
	t.Parallel()
	typed := make(chan struct{})
	r := start(t, asking(func(_ context.Context, _ answer.Question, next func() (answer.Answer, error)) (answer.Answer, error) {
		<-typed
		return next()
	}))
	dm := r.d.DM(ada)
	r.d.Says(alone(ada), fakediscord.Post{Content: asked})
	r.within(5*time.Second, "typing", func() bool { return r.d.TypingIn(dm) > 0 })
	close(typed)
	r.contains(r.reply(dm, 1), talks)
}

func TestDirectMessagesThatAreNoQuestions(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.d.Says(alone(ada), fakediscord.Post{Content: ""})
	r.contains(r.reply(r.d.DM(ada), 1), "Ask a question")
	r.d.Says(alone(bob), fakediscord.Post{Content: asked, Bot: true})
	r.d.Says(alone(bob), fakediscord.Post{Content: asked, Type: 7})
	r.quiet(r.d.DM(bob))
}

func TestMention(t *testing.T) {
	t.Parallel()
	r := start(t)
	said := r.d.Says(at(ada), fakediscord.Post{Content: r.d.Mention() + " " + asked})
	m := r.reply(channel, 1)
	r.contains(m, talks)
	if m.ReplyTo != said.ID {
		t.Errorf("it answers %q", m.ReplyTo)
	}
	r.eventually("the record", func() bool {
		_, err := r.store.AnswerAt(context.Background(), channel, m.ID)
		return err == nil
	})
	r.d.Says(at(bob), fakediscord.Post{Content: "Where did it take place?", ReplyTo: m.ID})
	r.contains(r.reply(channel, 2), "Understood as")
	r.d.Says(at(bob), fakediscord.Post{Content: r.d.Mention()})
	r.contains(r.reply(channel, 3), "Ask a question")
}

func TestMessagesToOthers(t *testing.T) {
	t.Parallel()
	r := start(t)
	hello := r.d.Said(at(bob), fakediscord.Post{Content: "hello"})
	me := r.d.Mention()
	for name, p := range map[string]fakediscord.Post{
		"nobody mentioned":   {Content: asked},
		"everyone":           {Content: "@everyone " + asked, Everyone: true},
		"another first":      {Content: "<@" + bob + "> ask " + me + " " + asked},
		"a reply to another": {Content: me + " " + asked, ReplyTo: hello.ID},
		"a webhook":          {Content: me + " " + asked, Webhook: true},
		"a bot":              {Content: me + " " + asked, Bot: true},
		"a notice":           {Content: me + " " + asked, Type: 8},
	} {
		t.Log(name)
		r.d.Says(at(ada), p)
	}
	r.quiet(channel)
}

func TestChosenChannels(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.put(store.ServerSettings{Channels: []string{other}})
	post := fakediscord.Post{Content: r.d.Mention() + " " + asked}
	r.d.Says(at(ada), post)
	r.quiet(channel)
	if m := r.ask(at(ada), asked); !m.Ephemeral() {
		t.Error("a command in another channel is answered openly")
	}
	r.d.AddChannel(fakediscord.Channel{ID: other, GuildID: guild})
	thread := r.d.StartThread(fakediscord.Channel{GuildID: guild, ParentID: other, Name: "talk"}, bob, false)
	in := at(bob)
	in.ChannelID, in.ParentID, in.ChannelType = thread.ID, other, fakediscord.PublicThread
	r.d.Says(in, post)
	r.contains(r.reply(thread.ID, 1), talks)
	r.put(store.ServerSettings{Mode: "off"})
	r.d.Says(at(bob), post)
	r.quiet(channel)
}

func TestForum(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.d.AddChannel(fakediscord.Channel{ID: other, GuildID: guild, Type: fakediscord.ForumChannel})
	r.put(store.ServerSettings{Mode: "forum", Channels: []string{other}})
	old := r.d.StartThread(fakediscord.Channel{GuildID: guild, ParentID: other, Name: asked}, bob, false)
	thread := r.d.StartThread(fakediscord.Channel{GuildID: guild, ParentID: other, Name: asked}, ada, true)
	r.contains(r.reply(thread.ID, 1), talks)
	r.quiet(old.ID)
}

func TestEditedQuestion(t *testing.T) {
	t.Parallel()
	r := start(t)
	for _, f := range []fakediscord.From{alone(ada), at(bob)} {
		me := ""
		if f.GuildID != "" {
			me = r.d.Mention() + " "
		}
		said := r.d.Says(f, fakediscord.Post{Content: me + "Who won the football match in Madrid?"})
		m := r.reply(said.ChannelID, 1)
		r.d.Rewrites(f, said, fakediscord.Post{Content: me + asked})
		r.within(10*time.Second, "the new answer", func() bool {
			now, _ := r.d.Message(m.ID)
			return strings.Contains(now.Content, talks)
		})
		r.reply(said.ChannelID, 1)
	}
}

func TestDeletedQuestion(t *testing.T) {
	t.Parallel()
	r := start(t)
	deletions := map[string]func(said fakediscord.Said){
		"alone": func(said fakediscord.Said) { r.d.Deletes(said.ChannelID, said.ID) },
		"by a moderator": func(said fakediscord.Said) {
			r.d.Dispatch("MESSAGE_DELETE_BULK", map[string]any{"ids": []string{said.ID}, "channel_id": said.ChannelID, "guild_id": guild})
		},
	}
	for how, del := range deletions {
		for _, f := range []fakediscord.From{alone(ada), at(bob)} {
			if f.GuildID == "" && how != "alone" {
				continue
			}
			said := r.d.Says(f, fakediscord.Post{Content: r.d.Mention() + " " + asked})
			r.reply(said.ChannelID, 1)
			var kept []store.AnswerRecord
			r.eventually("the record", func() bool {
				kept = r.kept(f.UserID).Answers
				return len(kept) > 0
			})
			del(said)
			r.within(10*time.Second, "the deletion", func() bool { return len(r.d.Messages(said.ChannelID)) == 0 })
			r.eventually("the deletion of the record", func() bool {
				_, err := r.store.Answer(context.Background(), kept[len(kept)-1].ID)
				return errors.Is(err, store.ErrNotFound)
			})
		}
	}
}

// kept is what is kept about a user.
func (r *rig) kept(user string) store.UserData {
	r.Helper()
	kept, err := r.opts.Privacy.Kept(context.Background(), user)
	if err != nil {
		r.Fatal(err)
	}
	return kept
}

// TestDeletedWhileAnswered: nothing is answered that is not asked any more.
func TestDeletedWhileAnswered(t *testing.T) {
	t.Parallel()
	begun, ended := make(chan struct{}), make(chan struct{})
	var n atomic.Int32
	r := start(t, asking(func(ctx context.Context, _ answer.Question, next func() (answer.Answer, error)) (answer.Answer, error) {
		if n.Add(1) > 1 {
			return next()
		}
		close(begun)
		<-ctx.Done()
		close(ended)
		return answer.Answer{}, ctx.Err()
	}))
	said := r.d.Says(alone(ada), fakediscord.Post{Content: asked})
	<-begun
	r.d.Deletes(said.ChannelID, said.ID)
	<-ended
	r.quiet(said.ChannelID)
}

// TestForbiddenChannel: what cannot be shown is logged once a question, and a
// channel that refused is not tried again. On a slow machine it may be the sign
// that somebody types which is refused, and then the message is not even tried.
func TestForbiddenChannel(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.d.AddChannel(fakediscord.Channel{ID: channel, GuildID: guild})
	r.d.Forbid(channel, fakediscord.MissingPermissions)
	for asks := 1; asks <= 2; asks++ {
		r.d.Says(at(ada), fakediscord.Post{Content: r.d.Mention() + " " + asked})
		r.eventually("the line in the log", func() bool { return strings.Count(r.log.String(), "nobody could be told") == asks })
	}
	if n := strings.Count(r.log.String(), "level="); n != 2 {
		t.Errorf("%d lines:\n%s", n, r.log)
	}
	messages := len(r.d.RequestsTo("POST /channels/*/messages"))
	if messages > 1 || messages+r.d.TypingIn(channel) == 0 {
		t.Errorf("%d messages and %d signs of typing", messages, r.d.TypingIn(channel))
	}
}

func TestServersComeAndGo(t *testing.T) {
	t.Parallel()
	r := start(t)
	left := func() bool { return !r.settingsOf(guild).Left.IsZero() }
	r.d.JoinGuild(guild, "ours")
	r.d.GuildOutage(guild)
	r.quiet(channel)
	if left() {
		t.Error("an outage is taken for a removal")
	}
	r.d.LeaveGuild(guild)
	r.eventually("the removal", left)
	if _, err := store.NewSettingsInMemory(t.Context(), r.store); err != nil {
		t.Fatal(err)
	}
	r.put(store.ServerSettings{}) // so that the copy in memory is read again
	r.d.JoinGuild(guild, "ours")
	r.eventually("the return", func() bool { return !left() })
}

// TestLeftWhileAway: who was removed while nobody was connected finds out.
func TestLeftWhileAway(t *testing.T) {
	t.Parallel()
	file := t.TempDir() + "/sherpa.db"
	d := fakediscord.New(t, fakediscord.Options{IdentifyGap: -1})
	d.JoinGuild(other, "theirs")
	st := openStore(t, file)
	for _, guildID := range []string{guild, other} {
		if err := st.AddTally(t.Context(), store.Tally{GuildID: guildID, Day: "2025-08-16", Asked: 1}); err != nil {
			t.Fatal(err)
		}
	}
	r := startAt(t, file, d)
	r.eventually("the removal", func() bool { return !r.settingsOf(guild).Left.IsZero() })
	if !r.settingsOf(other).Left.IsZero() {
		t.Error("a server counts as left in which the bot is")
	}
	kept, err := st.Servers(t.Context())
	if diff := cmp.Diff([]string{other}, kept); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func (r *rig) settingsOf(guildID string) store.ServerSettings {
	r.Helper()
	s, err := r.store.ServerSettings(context.Background(), guildID)
	if err != nil {
		r.Fatal(err)
	}
	return s
}
