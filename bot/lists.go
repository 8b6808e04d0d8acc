package bot

import (
	"context"
	"errors"

	"sherpa/answer"
	"sherpa/bot/customid"
	"sherpa/bot/event"
	"sherpa/bot/render"
	"sherpa/retrieval"
	"sherpa/store"
)

// searchHits is how many passages a search shows.
const searchHits = 20

// list is a report with pages: a search, a comparison, a time line, the places
// of a quotation, the check of a message. Its pages are worked out anew from
// what was asked.
type list struct {
	who
	id string
	// kind is the name of its command.
	kind string
	// text is what was asked for; since and source limit a search.
	text, since, source string
	private             bool
}

// turns are the actions that turn the pages of each kind.
var turns = map[string]customid.Action{
	"search": customid.SearchPage, "compare": customid.ComparePage, "timeline": customid.TimelinePage,
	"quote": customid.QuotePage, "check": customid.CheckPage,
}

// kindOf is the kind of list whose pages an action turns; empty for others.
func kindOf(a customid.Action) string {
	for kind, turn := range turns {
		if turn == a {
			return kind
		}
	}
	return ""
}

// planReport is the plan of a command that asks for a list.
func (b *Bot) planReport(in *event.Interaction, w who) (plan, error) {
	c := in.Command
	l := list{who: w, kind: c.Path[0], source: c.Options["source"], private: !w.asksOpenly(in.Place)}
	for _, option := range []string{"query", "topic", "text"} {
		l.text += c.Options[option]
	}
	var err error
	if l.since, err = since(c.Options["since"]); err != nil {
		return plan{kind: l.kind}, err
	}
	return b.planList(l), nil
}

func (b *Bot) planList(l list) plan {
	l.id = newAnswerID()
	return plan{kind: l.kind, first: deferred(l.private), counts: true, claim: true, work: func(ctx context.Context) (shown, error) {
		pages, err := b.pagesOf(ctx, l)
		if err != nil {
			return shown{}, err
		}
		result := done(pages.Page(0))
		if pages.Len() > 1 {
			result.then = func(_ context.Context, messageID string) { b.keepList(l, messageID) } //nolint:contextcheck // what is recorded outlives the question
		}
		return result, nil
	}}
}

// pagesOf works a list out.
func (b *Bot) pagesOf(ctx context.Context, l list) (pages render.Paged, err error) {
	r, s := render.In(l.say), l.scope()
	turn := customid.ID{Action: turns[l.kind], Answer: l.id, Asker: l.user.ID}
	switch l.kind {
	case "search":
		if err := b.mustReach(ctx, l.who, l.since, l.source); err != nil {
			return pages, err
		}
		q := retrieval.Query{Text: l.text, Since: l.since, K: searchHits}
		if l.source != "" {
			q.Sources = []string{l.source}
		}
		var found retrieval.Result
		found, err = b.Asker.Search(ctx, s, q)
		pages = r.Hits(l.text, found.Hits, turn)
	case "compare":
		c, failed := b.Asker.Compare(ctx, s, l.text)
		pages, err = r.Comparison(c, turn), failed
	case "timeline":
		events, failed := b.Asker.Timeline(ctx, s, l.text)
		pages, err = r.Timeline(l.text, events, turn), failed
	case "quote":
		report, failed := b.Checker.Quote(ctx, s, l.text)
		pages, err = r.Quote(l.text, report, turn), failed
	case "check":
		checks, failed := b.Checker.Check(ctx, s, l.text)
		pages, err = r.Checks(checks, turn), failed
	default:
		return pages, tell("bot.expired")
	}
	switch {
	case errors.Is(err, answer.ErrQuoteEmpty):
		return pages, tell("bot.no_words")
	case err != nil:
		return pages, wrap(l.kind, err)
	}
	if l.private {
		pages = pages.Private()
	}
	return pages, nil
}

// keepList keeps what the buttons of a list need: in servers in the store, else
// in memory, since no text of direct messages is stored.
func (b *Bot) keepList(l list, messageID string) {
	if l.guildID == "" {
		b.lists.put(l.id, l)
		return
	}
	now := b.now()
	r := store.AnswerRecord{
		ID: l.id, GuildID: l.guildID, ChannelID: l.channelID, MessageID: messageID, UserHash: b.Privacy.Hash(l.user.ID),
		Private: l.private, Asked: now, Expires: now.Add(recordFor), Locale: l.locale,
		Question: l.text, Since: l.since, Source: l.source, Answer: []byte("{}"),
	}
	b.save("list", record{AnswerRecord: r})
}

// findList returns a list of which w may turn the pages, or a notice.
func (b *Bot) findList(ctx context.Context, w who, id customid.ID) (list, error) {
	kind := kindOf(id.Action)
	if l, ok := b.lists.get(id.Answer); ok {
		if l.user.ID != w.user.ID {
			return list{}, tell("bot.expired")
		}
		return l, nil
	}
	r, err := b.find(ctx, w, id.Answer)
	if err != nil {
		return list{}, err
	}
	if r.Question == "" && kind != "timeline" {
		return list{}, tell("bot.expired")
	}
	return list{who: w, id: r.ID, kind: kind, text: r.Question, since: r.Since, source: r.Source, private: r.Private}, nil
}

// planArticles lists the articles, or shows one.
func (b *Bot) planArticles(c *event.Command, w who) plan {
	wanted := c.Options["article"]
	return plan{kind: "sources", first: deferred(true), counts: true, work: func(ctx context.Context) (shown, error) {
		if wanted == "" {
			return b.articles(ctx, w, 0)
		}
		return b.article(ctx, w, wanted, 0)
	}}
}

func (b *Bot) articles(ctx context.Context, w who, page int) (shown, error) {
	all, err := b.Corpus.Articles(ctx, w.scope())
	if err != nil {
		return shown{}, wrap("list the articles", err)
	}
	turn := customid.ID{Action: customid.ArticlesPage, Asker: w.user.ID}
	return done(render.In(w.say).Articles(all, turn).Private().Page(page)), nil
}

// article shows the article with an id, or with the beginning or the key of one.
func (b *Bot) article(ctx context.Context, w who, id string, page int) (shown, error) {
	a, err := b.Corpus.Article(ctx, w.scope(), id)
	if errors.Is(err, store.ErrNotFound) {
		a, err = b.articleByKey(ctx, w, id)
	}
	switch {
	case errors.Is(err, store.ErrNotFound):
		return shown{}, tell("bot.no_article")
	case errors.Is(err, store.ErrAmbiguous):
		return shown{}, tell("bot.ambiguous_article")
	case err != nil:
		return shown{}, wrap("read an article", err)
	}
	turn := customid.ID{Action: customid.ArticlePage, Item: a.ID, Asker: w.user.ID}
	return done(render.In(w.say).Article(a, turn).Private().Page(page)), nil
}

// articleByKey finds the article whose id does not fit into a custom id.
func (b *Bot) articleByKey(ctx context.Context, w who, key string) (store.Article, error) {
	all, err := b.Corpus.Articles(ctx, w.scope())
	if err != nil {
		return store.Article{}, err
	}
	for i := range all {
		if customid.Key(all[i].ID) == key {
			return b.Corpus.Article(ctx, w.scope(), all[i].ID)
		}
	}
	return store.Article{}, store.ErrNotFound
}
