package bot_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"sherpa/bot"
	"sherpa/bot/event"
	"sherpa/internal/fakediscord"
	"sherpa/store"
)

func TestSettings(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.d.AddChannel(fakediscord.Channel{ID: channel, GuildID: guild})
	r.d.AddChannel(fakediscord.Channel{ID: other, GuildID: guild})
	here := fakediscord.InChannel("channel", channel)
	for _, tt := range []struct {
		path    string
		options []fakediscord.Option
		wants   string
	}{
		{"settings channels list", nil, "every channel"},
		{"settings channels remove", []fakediscord.Option{here}, "not one of the channels"},
		{"settings channels add", []fakediscord.Option{here}, "<#" + channel + ">"},
		{"settings channels add", []fakediscord.Option{here}, "already"},
		{"settings channels list", nil, "1 channel: <#" + channel + ">"},
		{"settings channels add", []fakediscord.Option{fakediscord.InChannel("channel", other)}, "<#" + other + ">"},
		{"settings channels remove", []fakediscord.Option{here}, "no longer answered in <#" + channel + ">"},
		{"settings channels remove", []fakediscord.Option{fakediscord.InChannel("channel", other)}, "only channel"},
		{"settings channels clear", nil, "every channel again"},
		{"settings mode", []fakediscord.Option{fakediscord.Text("mode", "forum")}, "forum posts"},
		{"settings quota", []fakediscord.Option{fakediscord.Integer("user", 7)}, "7 for each person, 1,000 for the whole"},
		{"settings buttons", []fakediscord.Option{fakediscord.Bool("show", false)}, "no longer shown"},
		{"settings staff", nil, "turned off"},
		{"settings corpus use", []fakediscord.Option{fakediscord.Text("articles", "instead")}, "there are none yet"},
		{"settings corpus use", []fakediscord.Option{fakediscord.Text("articles", "beside")}, "and the default ones"},
		{"settings corpus list", nil, "no articles of its own"},
		{"settings corpus remove", []fakediscord.Option{fakediscord.Text("article", "nothing")}, "no such article"},
		{"settings corpus add", nil, "Give the address"},
		{"settings gaps", nil, "Every question so far"},
		{"settings stats", nil, "Nobody asked"},
		{"settings language", []fakediscord.Option{fakediscord.Text("language", "de")}, "Deutsch"},
		{"settings language", []fakediscord.Option{fakediscord.Text("language", "auto")}, "eigenen Sprache"},
	} {
		m := r.use(admin(), tt.path, tt.options...)
		if !strings.Contains(m.Content, tt.wants) || !m.Ephemeral() {
			t.Errorf("%s: %q does not contain %q", tt.path, m.Content, tt.wants)
		}
	}
	s := r.settings.Get(guild)
	if s.Mode != "forum" || s.UserPerDay != 7 || !s.NoButtons || s.Language != "" || len(s.Channels) > 0 || s.Articles != "beside" {
		t.Errorf("settings: %+v", s)
	}
	if _, has := r.ask(at(bob), asked).Button(""); has {
		t.Error("there are buttons for votes")
	}
}

func TestSettingsNeedTheRight(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.contains(r.use(at(ada), "settings mode", fakediscord.Text("mode", "off")), "Only people who may manage")
	m := r.use(admin(), "settings gaps")
	in := r.d.Press(at(bob), m.ID, "v1:gaps_page::1::")
	r.d.Interact(in)
	r.contains(r.told(in), "Only people who may manage")
	in = r.d.Press(at(ada), m.ID, "v1:remove_article::0:"+ada+":x")
	r.d.Interact(in)
	r.contains(r.told(in), "Only people who may manage")
	r.d.Forbid(other, 0)
	r.d.AddChannel(fakediscord.Channel{ID: other, GuildID: guild})
	r.d.Forbid(other, fakediscord.MissingAccess)
	r.contains(r.use(admin(), "settings staff", fakediscord.InChannel("channel", other)), "cannot write")
}

const article = "A bridge in Lisbon\n\n16 August 2025\n\nThe new bridge in Lisbon was opened on Friday. The mayor Rui Costa said that it had cost 90 million euros. It is 600 metres long.\n"

func TestOwnArticles(t *testing.T) {
	t.Parallel()
	r := start(t, func(o *bot.Options) {
		o.Fetch = func(_ context.Context, url string, limit int64) ([]byte, error) {
			if !strings.HasPrefix(url, "https://cdn.discordapp.com/") || limit != 5<<20 {
				return nil, errors.New("not there")
			}
			return []byte(article), nil
		}
	})
	file := r.d.Attach(fakediscord.File{Name: "bridge.txt", ContentType: "text/plain", Data: []byte(article)})
	add := r.d.Slash(admin(), "settings corpus add", fakediscord.Attached("file", file))
	r.d.Interact(onCDN(t, add))
	r.contains(r.shown(add), "Added: 1")
	const question = "When was the new bridge in Lisbon opened?"
	r.contains(r.ask(at(bob), question), "Friday")
	elsewhere := fakediscord.From{UserID: bob, GuildID: other, ChannelID: "700000000000000009"}
	for _, f := range []fakediscord.From{elsewhere, alone(bob)} {
		if m := r.ask(f, question); strings.Contains(m.Content, "Lisbon") {
			t.Errorf("another server's article: %q", m.Content)
		}
	}
	list := r.use(admin(), "settings corpus list")
	r.contains(list, "A bridge in Lisbon", "added by")
	remove := r.use(admin(), "settings corpus remove", fakediscord.Text("article", "bridge"))
	in := r.press(admin(), remove, "Remove")
	r.within(5*time.Second, "the removal", func() bool {
		now, _ := r.d.Message(remove.ID)
		return strings.Contains(now.Content, "was removed")
	})
	_ = in
	r.within(10*time.Second, "the mark on the answer", func() bool {
		for _, m := range r.d.Messages(channel) {
			if strings.Contains(m.Content, "updated or withdrawn") {
				return true
			}
		}
		return false
	})
}

// onCDN makes an attachment lie where Discord keeps it.
func onCDN(t *testing.T, in fakediscord.Interaction) fakediscord.Interaction {
	t.Helper()
	var raw map[string]any
	if err := json.Unmarshal(in.JSON, &raw); err != nil {
		t.Fatal(err)
	}
	files := raw["data"].(map[string]any)["resolved"].(map[string]any)["attachments"].(map[string]any)
	for _, f := range files {
		f.(map[string]any)["url"] = "https://cdn.discordapp.com/attachments/1/2/bridge.txt"
	}
	var err error
	if in.JSON, err = json.Marshal(raw); err != nil {
		t.Fatal(err)
	}
	return in
}

// TestAdditionsHoldNobodyUp: however many servers add what takes minutes to get,
// others ask and look as ever.
func TestAdditionsHoldNobodyUp(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	r := start(t, func(o *bot.Options) {
		o.Fetch = func(ctx context.Context, _ string, _ int64) ([]byte, error) {
			select {
			case <-release:
			case <-ctx.Done():
			}
			return []byte(article), nil
		}
	})
	file := r.d.Attach(fakediscord.File{Name: "bridge.txt", ContentType: "text/plain", Data: []byte(article)})
	refused := 0
	for i := range 100 {
		f := asker(i)
		f.GuildID, f.Permissions = fakediscord.Snowflake(time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC), uint64(i)), event.ManageServer|event.ViewChannel
		in := onCDN(t, r.d.Slash(f, "settings corpus add", fakediscord.Attached("file", file)))
		r.d.Interact(in)
		r.eventually("an acknowledgement", func() bool { return r.d.Response(in.Token).Kind != 0 })
		if got := r.d.Response(in.Token); !got.Thinking {
			refused++
		}
	}
	if refused == 0 {
		t.Error("any number of additions were taken at a time")
	}
	answer := r.ask(at(bob), asked)
	r.contains(r.shown(r.press(at(bob), answer, "Sources")), "Sources")
	close(release)
}

func TestAttachmentsFromElsewhere(t *testing.T) {
	t.Parallel()
	r := start(t, func(o *bot.Options) {
		o.Fetch = func(context.Context, string, int64) ([]byte, error) {
			t.Error("it was fetched")
			return nil, nil
		}
	})
	file := r.d.Attach(fakediscord.File{Name: "bridge.txt", Data: []byte(article)})
	r.contains(r.use(admin(), "settings corpus add", fakediscord.Attached("file", file)), "could not be fetched")
	wrong := r.d.Attach(fakediscord.File{Name: "bridge.pdf", Data: []byte(article)})
	r.contains(r.use(admin(), "settings corpus add", fakediscord.Attached("file", wrong)), ".jsonl")
}

func TestPrivacy(t *testing.T) {
	t.Parallel()
	r := start(t)
	m := r.ask(at(ada), asked)
	r.shown(r.press(at(ada), m, "👍"))
	r.contains(r.use(at(ada), "privacy show"), asked, "1 vote")
	export := r.use(at(ada), "privacy export")
	if len(export.Files) != 1 || !strings.Contains(string(export.Files[0].Data), asked) {
		t.Errorf("export: %+v", export.Files)
	}
	ask := r.use(at(ada), "privacy delete")
	r.contains(r.told(r.press(at(bob), ask, "Delete everything")), "Only the person")
	r.press(at(ada), ask, "Delete everything")
	r.within(5*time.Second, "the deletion", func() bool {
		now, _ := r.d.Message(ask.ID)
		return strings.Contains(now.Content, "is deleted")
	})
	kept, err := r.opts.Privacy.Kept(t.Context(), ada)
	if err != nil || len(kept.Answers)+len(kept.Votes) > 0 {
		t.Errorf("still kept: %+v, %v", kept, err)
	}
	r.contains(r.told(r.press(at(ada), m, "Sources")), "no longer kept")
}

// TestPrivacyOfAdmins: what somebody added to servers is shown, too.
func TestPrivacyOfAdmins(t *testing.T) {
	t.Parallel()
	r := start(t, func(o *bot.Options) { o.Privacy = adding{o.Privacy} })
	r.contains(r.use(at(ada), "privacy show"), "1 article that you added", "bridge\\_of\\_lisbon")
	export := r.use(at(ada), "privacy export")
	if len(export.Files) != 1 || !strings.Contains(string(export.Files[0].Data), `"id": "bridge_of_lisbon"`) {
		t.Errorf("export: %+v", export.Files)
	}
}

// adding is a Privacy by which everybody has added an article.
type adding struct{ bot.Privacy }

func (a adding) Kept(ctx context.Context, userID string) (store.UserData, error) {
	kept, err := a.Privacy.Kept(ctx, userID)
	kept.Articles = []store.AddedArticle{{GuildID: guild, ID: "bridge_of_lisbon"}}
	return kept, err
}

func TestWhy(t *testing.T) {
	t.Parallel()
	r := start(t)
	open, closed := r.ask(at(ada), asked), r.ask(at(ada), asked, fakediscord.Bool("private", true))
	elsewhere := at(bob)
	elsewhere.ChannelID = other
	for name, tt := range map[string]struct {
		from  fakediscord.From
		m     fakediscord.Message
		wants string
	}{
		"open, asker":          {at(ada), open, asked},
		"open, same channel":   {at(bob), open, asked},
		"open, other channel":  {elsewhere, open, "not yours to see"},
		"open, other server":   {fakediscord.From{UserID: bob, GuildID: other, ChannelID: "700000000000000009"}, open, "not yours to see"},
		"private, asker":       {at(ada), closed, asked},
		"private, another":     {at(bob), closed, "not yours to see"},
		"server's, in message": {alone(bob), open, "not yours to see"},
	} {
		id := tt.m.Content[strings.LastIndex(tt.m.Content, " ")+1:]
		if m := r.use(tt.from, "why", fakediscord.Text("id", id)); !strings.Contains(m.Content, tt.wants) || !m.Ephemeral() {
			t.Errorf("%s: %q", name, m.Content)
		}
	}
}

func TestReports(t *testing.T) {
	t.Parallel()
	r := start(t)
	for _, tt := range []struct {
		path    string
		options []fakediscord.Option
		wants   string
	}{
		{"search", []fakediscord.Option{fakediscord.Text("query", "ceasefire")}, "ceasefire"},
		{"compare", []fakediscord.Option{fakediscord.Text("topic", "length of the talks")}, "length of the talks"},
		{"timeline", nil, "2025"},
		{"quote", []fakediscord.Option{fakediscord.Text("text", "for more than three hours")}, "These words stand"},
		{"sources", nil, "5 articles"},
		{"help", nil, "Who runs this bot"},
	} {
		r.contains(r.use(at(ada), tt.path, tt.options...), tt.wants)
	}
}

func TestReportPages(t *testing.T) {
	t.Parallel()
	r := start(t)
	for _, f := range []fakediscord.From{at(ada), alone(ada)} {
		m := r.use(f, "timeline")
		r.eventually("the record", func() bool {
			in := r.press(f, m, "More")
			r.within(5*time.Second, "a page", func() bool {
				got := r.d.Response(in.Token)
				return len(got.FollowUps) > 0 || got.Original != nil && got.Original.Content != m.Content
			})
			return len(r.d.Response(in.Token).FollowUps) == 0
		})
	}
}

func TestMessageCommands(t *testing.T) {
	t.Parallel()
	r := start(t)
	use := func(name, content string) fakediscord.Interaction {
		said := r.d.Said(at(bob), fakediscord.Post{Content: content})
		in := r.d.MessageCommand(at(ada), name, said.ID)
		r.d.Interact(in)
		return in
	}
	checked := r.shown(use("Check against sources", "The talks lasted nearly three hours."))
	r.contains(checked, "Supported")
	if !checked.Ephemeral() {
		t.Error("everybody sees the check")
	}
	r.contains(r.shown(use("Ask about this", asked)), talks)
	in := use("Ask about this", "Trump and Putin met in Alaska for talks.")
	r.within(5*time.Second, "the form", func() bool { return r.d.Response(in.Token).Modal != nil })
	form := r.d.Submit(at(ada), "", r.d.Response(in.Token).Modal.CustomID,
		map[string]string{"question": "How long did they last?", "about": "Trump and Putin met in Alaska for talks."})
	r.d.Interact(form)
	r.contains(r.shown(form), "About the message", "three hours")
}

func TestAutocomplete(t *testing.T) {
	t.Parallel()
	r := start(t)
	suggested := func(path, option, typed string) []fakediscord.Suggestion {
		in := r.d.Autocomplete(at(ada), path, fakediscord.Typing(option, typed))
		r.d.Interact(in)
		r.within(5*time.Second, "suggestions", func() bool { return r.d.Response(in.Token).Kind == 8 })
		return r.d.Response(in.Token).Choices
	}
	r.eventually("what is known", func() bool { return len(suggested("sources", "article", "")) == 5 })
	if got := suggested("sources", "article", "ÁLASKA"); len(got) == 0 || len(got) == 5 {
		t.Errorf("%d articles on Alaska", len(got))
	}
	if got := suggested("compare", "topic", "zel"); len(got) == 0 || !strings.HasPrefix(strings.ToLower(got[0].Name), "zel") {
		t.Errorf("topics: %v", got)
	}
	if got := suggested("settings corpus remove", "article", ""); len(got) > 0 {
		t.Errorf("suggested to who is no admin: %v", got)
	}
}
