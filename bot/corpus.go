package bot

import (
	"context"
	"errors"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"sherpa/bot/customid"
	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/bot/render"
	"sherpa/ingest"
	"sherpa/internal/text"
	"sherpa/internal/usererr"
	"sherpa/store"
)

const (
	// maxFile is how large an attached file may be, in MiB.
	maxFile = 5
	// maxSkipped is how many reasons are shown for what was not taken.
	maxSkipped = 10
	// addWithin is how long it may take to add what an admin gives: a feed's pages
	// are fetched one by one.
	addWithin = 10 * time.Minute
)

// attachmentHosts are where Discord keeps attached files.
var attachmentHosts = []string{"cdn.discordapp.com", "media.discordapp.net"}

// fileKinds are the endings of the files that can be read.
var fileKinds = []string{".txt", ".md", ".html", ".jsonl"}

// planCorpus looks after a server's own articles.
func (b *Bot) planCorpus(c *event.Command, w who, p plan) (plan, error) {
	switch strings.Join(c.Path[1:], " ") {
	case "corpus add":
		return b.planAdd(c, w, p)
	case "corpus list":
		p.work = func(ctx context.Context) (shown, error) { return b.ownArticles(ctx, w, 0) }
	case "corpus remove":
		p.work = func(ctx context.Context) (shown, error) { return b.askToRemove(ctx, w, c.Options["article"]) }
	default:
		return p, tell("bot.unknown_command")
	}
	return p, nil
}

// planAdd takes an address or an attached file.
func (b *Bot) planAdd(c *event.Command, w who, p plan) (plan, error) {
	p.within = addWithin
	file, attached := c.Attachments[c.Options["file"]]
	address := strings.TrimSpace(c.Options["url"])
	switch {
	case attached && address != "":
		return p, tell("settings.corpus_both_given")
	case address != "":
		p.work = func(ctx context.Context) (shown, error) {
			report, err := b.Corpus.Add(ctx, w.guildID, address, b.admin(w))
			return b.added(ctx, w, address, report, err)
		}
	case !attached:
		return p, tell("settings.corpus_nothing_given")
	case !slices.Contains(fileKinds, strings.ToLower(path.Ext(file.Name))):
		return p, tell("settings.corpus_file_kind")
	case file.Bytes > maxFile<<20:
		return p, tell("settings.corpus_file_large", "Limit", "5 MiB")
	default:
		p.work = func(ctx context.Context) (shown, error) { return b.addFile(ctx, w, file) }
	}
	return p, nil
}

func (b *Bot) admin(w who) Admin { return Admin{Hash: b.Privacy.Hash(w.user.ID), Name: w.user.Name} }

// addFile takes an attached file. Only what Discord itself keeps is fetched.
func (b *Bot) addFile(ctx context.Context, w who, file event.Attachment) (shown, error) {
	address, err := url.Parse(file.URL)
	if err != nil || b.Fetch == nil || address.Scheme != "https" || !slices.Contains(attachmentHosts, address.Host) {
		return shown{}, tell("settings.corpus_file_gone")
	}
	data, err := b.Fetch(ctx, file.URL, maxFile<<20)
	if err != nil {
		return shown{}, tell("settings.corpus_file_gone")
	}
	report, err := b.Corpus.AddFile(ctx, w.guildID, file.Name, data, b.admin(w))
	return b.added(ctx, w, file.Name, report, err)
}

// added says what became of an input.
func (b *Bot) added(ctx context.Context, w who, input string, r ingest.Report, err error) (shown, error) {
	if usererr.Has(err) {
		return done(payload.Message{Content: w.say.Say("settings.corpus_failed", "Reason", foreign(usererr.Message(err), maxReason)), Ephemeral: true}), nil
	}
	if err != nil {
		return shown{}, wrap("add an article", err)
	}
	lines := []string{w.say.Say("settings.corpus_report",
		"Added", w.say.Number(r.Added), "Updated", w.say.Number(r.Updated),
		"Unchanged", w.say.Number(r.Unchanged), "Skipped", w.say.Number(len(r.Skipped)))}
	lines = append(lines, skipped(w, r.Skipped)...)
	if next := b.nextReading(ctx, w, input); next != "" {
		lines = append(lines, next)
	}
	return done(payload.Message{Content: strings.Join(lines, "\n"), Ephemeral: true}), nil
}

// How much of somebody else's text is shown, in code points: of a name or an
// address, and of why something failed.
const (
	maxNamed  = 100
	maxReason = 300
)

// foreign is somebody else's text without effects.
func foreign(s string, most int) string { return payload.Escape(short(s, most)) }

// short is a text of at most n code points, which ends in an ellipsis if it is
// not all.
func short(s string, n int) string {
	if head := text.FirstRunes(s, n); head != s {
		return text.FirstRunes(s, n-1) + "…"
	}
	return s
}

// maxReport is how long the reasons for what was skipped may be together, so
// that what follows them fits as well.
const maxReport = 1600

// skipped says why inputs were not taken, and how many more there were.
func skipped(w who, list []ingest.Skip) []string {
	var lines []string
	room := maxReport
	for i, skip := range list {
		line := w.say.Say("settings.corpus_skipped", "Input", foreign(skip.Input, maxNamed), "Reason", foreign(skip.Reason, maxReason))
		if room -= len([]rune(line)) + 1; room < 0 || i == maxSkipped {
			return append(lines, w.say.Count("settings.corpus_more_skipped", len(list)-i))
		}
		lines = append(lines, line)
	}
	return lines
}

// nextReading says when a feed that was added is read again.
func (b *Bot) nextReading(ctx context.Context, w who, address string) string {
	_, feeds, err := b.Corpus.Own(ctx, w.guildID)
	if err != nil {
		return "" // what was added is told all the same
	}
	for _, f := range feeds {
		if f.URL == address {
			return w.say.Say("settings.corpus_next_reading", "When", w.say.In(f.Next.Sub(b.now())))
		}
	}
	return ""
}

// ownArticles lists what a server added, with who added it.
func (b *Bot) ownArticles(ctx context.Context, w who, page int) (shown, error) {
	articles, feeds, err := b.Corpus.Own(ctx, w.guildID)
	if err != nil {
		return shown{}, wrap("list a server's articles", err)
	}
	var items []render.Item
	for _, f := range feeds {
		items = append(items, render.Item{Text: f.URL, URL: f.URL, Note: b.feedNote(w, f)})
	}
	for i := range articles {
		a := &articles[i]
		note := joined(w.say.Date(a.Published), w.say.Say("settings.corpus_added_by", "Name", a.AddedBy))
		items = append(items, render.Item{Text: titleOf(&a.Article), URL: a.URL, Note: note})
	}
	title := w.say.Count("settings.corpus_articles", len(articles))
	if len(feeds) > 0 {
		title = joined(title, w.say.Count("settings.corpus_feeds", len(feeds)))
	}
	turn := customid.ID{Action: customid.CorpusPage, Asker: w.user.ID}
	return done(render.In(w.say).List(title, w.say.Say("settings.corpus_empty"), items, turn).Private().Page(page)), nil
}

func (b *Bot) feedNote(w who, f store.FeedState) string {
	note := joined(
		w.say.Say("settings.corpus_added_by", "Name", f.AddedName),
		w.say.Say("settings.corpus_feed_next", "When", w.say.In(f.Next.Sub(b.now()))))
	if f.LastError != "" {
		note = joined(note, w.say.Say("settings.corpus_feed_failing", "Reason", short(f.LastError, maxReason)))
	}
	return note
}

// joined puts a dot between the parts that are not empty.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

func titleOf(a *store.Article) string {
	if a.Title != "" {
		return a.Title
	}
	return a.ID
}

// askToRemove asks whether an article or a feed is really to be removed.
func (b *Bot) askToRemove(ctx context.Context, w who, id string) (shown, error) {
	own, title, err := b.ownItem(ctx, w, func(own string) bool { return own == id || strings.HasPrefix(own, id) })
	if err != nil {
		return shown{}, err
	}
	sentence := w.say.Say("settings.corpus_remove_ask", "Title", named(w, title))
	return done(confirm(w, sentence, w.say.Say("settings.button_remove"), customid.ID{Action: customid.RemoveArticle, Item: own})), nil
}

// removeArticle removes what was confirmed.
func (b *Bot) removeArticle(ctx context.Context, w who, key string) (shown, error) {
	id, title, err := b.ownItem(ctx, w, func(own string) bool { return customid.Key(own) == key })
	if err != nil {
		return shown{}, err
	}
	_, err = retried(ctx, func() (struct{}, error) { return struct{}{}, b.Corpus.Remove(ctx, w.guildID, id) })
	if errors.Is(err, store.ErrNotFound) {
		return shown{}, tell("settings.corpus_unknown")
	}
	if err != nil {
		return shown{}, wrap("remove an article", err)
	}
	return done(payload.Message{Content: w.say.Say("settings.corpus_removed", "Title", named(w, title)), Ephemeral: true}), nil
}

// named is a title in quotation marks.
func named(w who, title string) string { return w.say.Quote(foreign(title, 200)) }

// ownItem finds one of a server's own articles (by id) or feeds (by address).
func (b *Bot) ownItem(ctx context.Context, w who, is func(string) bool) (id, title string, err error) {
	articles, feeds, err := b.Corpus.Own(ctx, w.guildID)
	if err != nil {
		return "", "", wrap("list a server's articles", err)
	}
	for _, f := range feeds {
		if is(f.URL) {
			return f.URL, f.URL, nil
		}
	}
	for i := range articles {
		if is(articles[i].ID) {
			return articles[i].ID, titleOf(&articles[i].Article), nil
		}
	}
	return "", "", tell("settings.corpus_unknown")
}
