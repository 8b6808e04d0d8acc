package bot

import (
	"context"
	"encoding/json"
	"time"

	"sherpa/bot/customid"
	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/bot/render"
	"sherpa/store"
)

// planPrivacy shows, exports or deletes what is kept about the asker.
func (b *Bot) planPrivacy(c *event.Command, w who) (plan, error) {
	p := plan{kind: "privacy", first: deferred(true)} // no question: whoever asks too much may see it too
	switch c.Path[len(c.Path)-1] {
	case "show":
		p.work = func(ctx context.Context) (shown, error) { return b.keptAbout(ctx, w, 0) }
	case "export":
		p.work = func(ctx context.Context) (shown, error) { return b.export(ctx, w) }
	case "delete":
		do := customid.ID{Action: customid.DeleteData}
		m := confirm(w, w.say.Say("settings.privacy_delete_ask"), w.say.Say("settings.button_delete"), do)
		return plan{kind: "privacy", first: private(m)}, nil
	default:
		return p, tell("bot.unknown_command")
	}
	return p, nil
}

// keptAbout says what is kept about the asker: how much of what, then each
// answer by its id.
func (b *Bot) keptAbout(ctx context.Context, w who, page int) (shown, error) {
	kept, err := b.Privacy.Kept(ctx, w.user.ID)
	if err != nil {
		return shown{}, wrap("read what is kept about a user", err)
	}
	items := keptItems(w, kept)
	if len(items) > 0 {
		items = append(items, render.Item{Text: w.say.Say("settings.privacy_how"), Said: true})
	}
	if b.Model != "" {
		if len(items) == 0 {
			items = append(items, render.Item{Text: w.say.Say("settings.privacy_none"), Said: true})
		}
		items = append(items, render.Item{Text: b.aboutModel(w), Said: true})
	}
	turn := customid.ID{Action: customid.PrivacyPage, Asker: w.user.ID}
	pages := render.In(w.say).List(w.say.Say("settings.privacy_heading"), w.say.Say("settings.privacy_none"), items, turn)
	return done(pages.Private().Page(page)), nil
}

func keptItems(w who, kept store.UserData) []render.Item {
	var items []render.Item
	add := func(key string, n int) {
		if n > 0 {
			items = append(items, render.Item{Text: w.say.Count(key, n)})
		}
	}
	add("settings.privacy_answers", len(kept.Answers))
	for _, r := range kept.Answers {
		if r.Question != "" {
			items = append(items, render.Item{Text: r.Question, Note: r.ID})
		}
	}
	add("settings.privacy_votes", len(kept.Votes))
	add("settings.privacy_feeds", len(kept.Feeds))
	for _, f := range kept.Feeds {
		items = append(items, render.Item{Text: f.URL, URL: f.URL})
	}
	add("settings.privacy_articles", len(kept.Articles))
	for _, a := range kept.Articles {
		items = append(items, render.Item{Text: a.ID})
	}
	add("settings.privacy_today", kept.Today)
	if spent, _ := spentIn(kept.Spent, ""); spent.tokens() > 0 {
		items = append(items, render.Item{Text: w.say.Say("settings.privacy_spent", "Number", w.say.Number(spent.tokens()))})
	}
	return items
}

// aboutModel says what of a question is given to the language model.
func (b *Bot) aboutModel(w who) string {
	return w.say.Say("settings.privacy_model", "Model", payload.Escape(b.Model))
}

// export gives everything that is kept about the asker as a file.
func (b *Bot) export(ctx context.Context, w who) (shown, error) {
	kept, err := b.Privacy.Kept(ctx, w.user.ID)
	if err != nil {
		return shown{}, wrap("read what is kept about a user", err)
	}
	data, err := json.MarshalIndent(exported(kept), "", "  ")
	if err != nil {
		return shown{}, wrap("write what is kept about a user", err)
	}
	return done(payload.Message{
		Content: w.say.Say("settings.privacy_exported"), Ephemeral: true,
		Files: []payload.File{{Name: "sherpa.json", ContentType: "application/json", Data: data}},
	}), nil
}

// exportFile is what is kept about a user, as the file names it.
type exportFile struct {
	Today   int          `json:"questions_today"`
	Answers []keptAnswer `json:"answers"`
	Votes   []keptVote   `json:"votes"`
	Feeds   []string     `json:"feeds_added"`
	// Articles are those of servers' own.
	Articles []addedArticle `json:"articles_added"`
	// Spent is what the questions took of a language model, by day.
	Spent []keptSpend `json:"model_use"`
}

type keptSpend struct {
	Day              string `json:"day"`
	Requests         int    `json:"requests"`
	PromptTokens     int    `json:"prompt_tokens"`
	CompletionTokens int    `json:"completion_tokens"`
	MicroUSD         int64  `json:"micro_usd"`
}

type addedArticle struct {
	Server string `json:"server"`
	ID     string `json:"id"`
}

type keptAnswer struct {
	ID       string          `json:"id"`
	Asked    time.Time       `json:"asked"`
	Deleted  time.Time       `json:"deleted_at"`
	Server   string          `json:"server,omitempty"`
	Question string          `json:"question,omitempty"`
	Answer   json.RawMessage `json:"answer"`
}

type keptVote struct {
	Answer string    `json:"answer"`
	Up     bool      `json:"up"`
	Reason string    `json:"reason,omitempty"`
	Cast   time.Time `json:"cast"`
}

func exported(kept store.UserData) exportFile {
	out := exportFile{Today: kept.Today, Answers: []keptAnswer{}, Votes: []keptVote{}, Feeds: []string{}, Articles: []addedArticle{}, Spent: []keptSpend{}}
	for _, r := range kept.Answers {
		a := keptAnswer{ID: r.ID, Asked: r.Asked, Deleted: r.Expires, Server: r.GuildID, Question: r.Question, Answer: r.Answer}
		if !json.Valid(r.Answer) {
			a.Answer = json.RawMessage("null")
		}
		out.Answers = append(out.Answers, a)
	}
	for _, v := range kept.Votes {
		out.Votes = append(out.Votes, keptVote{v.AnswerID, v.Up, v.Reason, v.Cast})
	}
	for _, f := range kept.Feeds {
		out.Feeds = append(out.Feeds, f.URL)
	}
	for _, a := range kept.Articles {
		out.Articles = append(out.Articles, addedArticle{a.GuildID, a.ID})
	}
	for _, d := range kept.Spent {
		out.Spent = append(out.Spent, keptSpend{d.Day, d.Requests, d.PromptTokens, d.CompletionTokens, d.MicroUSD})
	}
	return out
}

// forget deletes what is kept about the asker, in memory too; other processes hear
// of it.
func (b *Bot) forget(ctx context.Context, w who) (shown, error) {
	b.saving.Lock()
	defer b.saving.Unlock()
	b.forgetInMemory(b.now(), b.Privacy.Hashes(w.user.ID)...)
	if _, err := retried(ctx, func() (store.UserData, error) { return b.Privacy.Forget(ctx, w.user.ID) }); err != nil {
		return shown{}, wrap("delete what is kept about a user", err)
	}
	return done(payload.Message{Content: w.say.Say("settings.privacy_deleted"), Ephemeral: true}), nil
}

// isForgotten reports whether the asker of an answer had everything deleted
// after asking for it.
func (b *Bot) isForgotten(r record) bool {
	at, ok := b.forgotten.get(r.UserHash)
	return ok && !r.Asked.After(at)
}
