package render

import (
	"sherpa/bot/customid"
	"sherpa/internal/text"
	"sherpa/store"
)

// Item is a line of a List. Unless it is said by the bot, all of it is text as it
// is to be read: List escapes it.
type Item struct {
	// Text is the line itself, and a link where URL is an address on the web.
	Text, URL string
	// Note stands small below it, if there is any.
	Note string
	// Said says that Text is a sentence of the bot's own, with its Markdown, which
	// stands by itself.
	Said bool
}

// List shows items below a title, with the pages that they need. A list without
// items shows empty, a sentence of the bot's own, instead.
func (r Renderer) List(title, empty string, items []Item, turn customid.ID) Paged {
	blocks := []block{{text: title, show: strong, keep: true}}
	if len(items) == 0 && empty != "" {
		blocks = append(blocks, fixed(empty))
	}
	for _, item := range items {
		blocks = append(blocks, item.blocks()...)
	}
	return r.paged(turn, blocks)
}

func (i Item) blocks() []block {
	if i.Said {
		return []block{fixed(i.Text).apart()}
	}
	line := block{lead: "- ", text: text.Squeeze(i.Text), show: escape}
	if i.URL != "" {
		line = fixed("- " + linked(name(i.Text), i.URL))
	}
	if i.Note == "" {
		return []block{line}
	}
	note := block{text: text.Squeeze(i.Note), show: func(s string) string { return small(escape(s)) }}
	return []block{line.withNext(), note}
}

// Articles lists the articles that are searched.
func (r Renderer) Articles(list []store.ArticleInfo, turn customid.ID) Paged {
	if len(list) == 0 {
		return r.nothing("answer.no_articles", turn)
	}
	blocks := []block{r.counted("answer.articles", len(list))}
	for _, a := range list {
		blocks = append(blocks, r.articleLines(a.Article, a.Passages)...)
	}
	return r.paged(turn, blocks)
}

// articleLines are an article's name, with its id and size below.
func (r Renderer) articleLines(a store.Article, passages int) []block {
	source := cited(a)
	size := ""
	if passages > 0 {
		size = r.say.Count("answer.passages", passages)
	}
	blocks := []block{
		fixed("- " + joined(r.ownTitle(source), r.sourceLine(source))).withNext(),
		fixed(small(joined(r.say.Say("answer.article_id", "ID", word(a.ID)), size))),
	}
	return append(blocks, r.note(source, noted{})...)
}

// Article shows one article: what is known of it, then its text as it is
// stored.
func (r Renderer) Article(a store.Article, turn customid.ID) Paged {
	source := cited(a)
	blocks := []block{fixed(bold(joined(r.ownTitle(source), r.sourceLine(source))))}
	facts := []string{r.say.Say("answer.article_id", "ID", word(a.ID))}
	if a.Author != "" {
		facts = append(facts, r.say.Say("answer.author", "Author", word(a.Author)))
	}
	if a.Updated != "" {
		facts = append(facts, r.say.Say("answer.updated", "Date", r.date(a.Updated)))
	}
	blocks = append(blocks, fixed(small(joined(facts...))))
	blocks = append(blocks, r.note(source, noted{})...)
	if a.Text != "" {
		blocks = append(blocks, quotation(a.Text, "").apart())
	}
	return r.paged(turn, blocks)
}
