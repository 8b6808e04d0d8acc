package bot

import (
	"context"
	"slices"
	"strings"

	"sherpa/bot/payload"
	"sherpa/bot/texts"
	"sherpa/internal/text"
	"sherpa/store"
)

// mustReach fails with a notice if no article of w's scope has the source, or is
// as new, as a question asks for: that the articles do not answer it would be
// said of articles that were not looked at. Without any articles it is silent.
func (b *Bot) mustReach(ctx context.Context, w who, since, source string) error {
	if since == "" && source == "" {
		return nil
	}
	all, err := b.Corpus.Articles(ctx, w.scope())
	if err != nil {
		return wrap("list the articles", err)
	}
	if len(all) == 0 {
		return nil
	}
	all = slices.DeleteFunc(slices.Clone(all), func(a store.ArticleInfo) bool { return !isFrom(a.Article, source) })
	if len(all) == 0 {
		return notice{func(t *texts.Texts) string {
			return t.Say("bot.no_source", "Source", t.Quote(payload.Escape(short(source, maxNamed))))
		}}
	}
	if !slices.ContainsFunc(all, func(a store.ArticleInfo) bool { return isSince(a.Article, since) }) {
		return notice{func(t *texts.Texts) string { return t.Say("bot.none_since", "Date", t.Date(since)) }}
	}
	return nil
}

// isFrom reports whether an article has a publisher, or an id or the beginning
// of one, as the store compares them.
func isFrom(a store.Article, source string) bool {
	return source == "" || strings.HasPrefix(a.ID, source) || text.Fold(a.Publisher) == text.Fold(source)
}

// isSince reports whether an article was published on a day or later. A date
// without its day or month is compared as far as it goes.
func isSince(a store.Article, day string) bool {
	published := a.Published[:min(len(a.Published), len(day))]
	return published >= day[:len(published)] && (published != "" || day == "")
}
