package render_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/bot/customid"
	"sherpa/bot/payload"
	"sherpa/bot/render"
	"sherpa/bot/texts"
	"sherpa/internal/golden"
	"sherpa/retrieval"
	"sherpa/store"
)

// view is something that is shown, in any language.
type view struct {
	name string
	show func(render.Renderer) render.Paged
}

// views are all views of what the embedded articles answer, and of what they do
// not.
func views(t *testing.T) []view {
	t.Helper()
	d := newDesk(t)
	return append(append(answerViews(t, d), evidenceViews(t, d)...), reportViews(t, d)...)
}

func shown(a answer.Answer) render.Shown {
	return render.Shown{ID: "k3f9qa", Answer: a, Newest: "2025-08", Asker: "42"}
}

func answerViews(t *testing.T, d *desk) []view {
	t.Helper()
	first := d.ask(t, "How long did the talks last?")
	follow := d.ask(t, "And where?", answer.Turn{Question: "How long did the talks last?", Answer: first})
	dm, private, changed, about := shown(follow), shown(d.ask(t, "Was a ceasefire agreed?")), shown(composed()), shown(first)
	dm.DM, dm.Private = true, true
	private.Private, private.Staff = true, true
	changed.Changed, changed.NoVotes = true, true
	about.About = "They talked for *two* hours, @everyone"
	limited := shown(first)
	limited.Since, limited.Source = "2025-08-01", "Daily *Herald*"
	var all []view
	for _, v := range []struct {
		name  string
		shown render.Shown
	}{
		{"answer", shown(first)},
		{"answer_follow_up", dm},
		{"answer_list", shown(d.ask(t, "Who attended from the US delegation?"))},
		{"answer_no", private},
		{"answer_about_message", about},
		{"answer_limited", limited},
		{"answer_differ", shown(differing())},
		{"answer_namesake", shown(namesakes())},
		{"answer_dated", shown(dated())},
		{"answer_indirect", shown(closest())},
		{"answer_ai_changed", changed},
		{"answer_ai", shown(phrased())},
		{"answer_ai_translated", shown(translated())},
		{"answer_fallback", shown(fellBack())},
		{"answer_long", shown(long())},
		{"answer_hostile", shown(hostileAnswer())},
		{"refusal_real", shown(d.ask(t, "Which songs did the Beatles play in Alaska?"))},
		{"refusal_topics", shown(refused())},
		{"refusal_ai", shown(helped())},
		{"refusal_other_words", shown(d.ask(t, "Wie lange dauerte das Treffen?"))},
		{"refusal_no_question", shown(d.ask(t, "?!"))},
		{"refusal_too_long", shown(d.ask(t, strings.Repeat("why ", 200)))},
		{"refusal_no_articles", shown(answer.Answer{Question: "Why?"})},
	} {
		all = append(all, view{v.name, func(r render.Renderer) render.Paged { return r.Answer(v.shown) }})
	}
	return all
}

func evidenceViews(t *testing.T, d *desk) []view {
	t.Helper()
	question := "Where did the summit take place?"
	place := shown(d.ask(t, question))
	limited := place
	limited.Since, limited.Source = "2025-08-01", "it's here"
	kept := render.Behind{
		Shown: limited, Question: question, Reasons: d.why(t, question),
		Corpus: 7, Now: 9, Asked: time.Date(2025, 9, 1, 12, 0, 0, 0, time.UTC), Store: "/var/lib/my sherpa/servers/1.db",
	}
	notKept := render.Behind{Shown: place, Corpus: 7, Now: 7, Store: "sherpa.db"}
	ai := render.Behind{
		Shown: shown(translated()), Question: translated().Question, Reasons: d.why(t, question),
		Corpus: 7, Now: 7, Asked: kept.Asked, Store: "sherpa.db",
	}
	hostileQuestion := render.Behind{Shown: shown(hostileAnswer()), Question: "-x ```'; rm -rf ~ #$(id)`\n@everyone", Corpus: 1, Store: "a.db"}
	return []view{
		{"sources", func(r render.Renderer) render.Paged { return r.Sources(place) }},
		{"sources_hostile", func(r render.Renderer) render.Paged { return r.Sources(shown(hostileAnswer())) }},
		{"sources_none", func(r render.Renderer) render.Paged { return r.Sources(shown(refused())) }},
		{"evidence", func(r render.Renderer) render.Paged { return r.Evidence(kept) }},
		{"evidence_not_kept", func(r render.Renderer) render.Paged { return r.Evidence(notKept) }},
		{"sources_ai_translated", func(r render.Renderer) render.Paged { return r.Sources(shown(translated())) }},
		{"evidence_ai", func(r render.Renderer) render.Paged { return r.Evidence(ai) }},
		{"evidence_hostile", func(r render.Renderer) render.Paged { return r.Evidence(hostileQuestion) }},
	}
}

// turning is the custom id of a report's buttons.
func turning(do customid.Action) customid.ID {
	return customid.ID{Action: do, Answer: "q7x", Asker: "42"}
}

func reportViews(t *testing.T, d *desk) []view {
	t.Helper()
	hits := get(t, d.search.Search, retrieval.Query{Text: "nuclear arms control", K: 6}).Hits
	comparison := get(t, d.engine.Compare, "the mood of the talks")
	differ := answer.Comparison{
		Topic: "duration", Rows: []answer.ComparisonRow{{Article: gazette, Quote: "Nearly three hours."}, {Article: herald, Quote: "Four hours."}},
		Disagreements: differing().Disagreements, Citations: differing().Citations,
	}
	events := get(t, d.engine.Timeline, "")
	exact := get(t, d.engine.Quote, "very good chance of getting there")
	closest := get(t, d.engine.Quote, "The talks lasted exactly four hours and turned on the situation in the Ukraine")
	checks := get(t, d.engine.Check, "The talks lasted two hours. Trump met Putin in Alaska. The Pope came too.")
	articles := d.articles(t)
	items := []render.Item{{Text: "a *page*", URL: "https://gazette.example/1", Note: "added by @everyone"}, {Text: "- x", Note: ""}, {Text: "plain"}}
	show := func(name string, show func(render.Renderer) render.Paged) view { return view{name, show} }
	return []view{
		show("hits", func(r render.Renderer) render.Paged {
			return r.Hits("nuclear arms control", hits, turning(customid.SearchPage))
		}),
		show("hits_none", func(r render.Renderer) render.Paged { return r.Hits("[x](y)", nil, turning(customid.SearchPage)) }),
		show("comparison", func(r render.Renderer) render.Paged { return r.Comparison(comparison, turning(customid.ComparePage)) }),
		show("comparison_differ", func(r render.Renderer) render.Paged { return r.Comparison(differ, turning(customid.ComparePage)) }),
		show("comparison_none", func(r render.Renderer) render.Paged {
			return r.Comparison(answer.Comparison{Topic: "tea"}, turning(customid.ComparePage))
		}),
		show("timeline", func(r render.Renderer) render.Paged { return r.Timeline("", events, turning(customid.TimelinePage)) }),
		show("timeline_topic", func(r render.Renderer) render.Paged {
			return r.Timeline("Alaska", events[:1], turning(customid.TimelinePage))
		}),
		show("timeline_none", func(r render.Renderer) render.Paged { return r.Timeline("tea", nil, turning(customid.TimelinePage)) }),
		show("quote_exact", func(r render.Renderer) render.Paged {
			return r.Quote("very good chance of getting there", exact, turning(customid.QuotePage))
		}),
		show("quote_closest", func(r render.Renderer) render.Paged {
			return r.Quote("The talks lasted exactly four hours", closest, turning(customid.QuotePage))
		}),
		show("quote_nowhere", func(r render.Renderer) render.Paged {
			return r.Quote("tea", answer.QuoteReport{}, turning(customid.QuotePage))
		}),
		show("checks", func(r render.Renderer) render.Paged { return r.Checks(checks, turning(customid.CheckPage)) }),
		show("checks_none", func(r render.Renderer) render.Paged { return r.Checks(nil, turning(customid.CheckPage)) }),
		show("articles", func(r render.Renderer) render.Paged {
			return r.Articles(articles, turning(customid.ArticlesPage)).Private()
		}),
		show("articles_none", func(r render.Renderer) render.Paged { return r.Articles(nil, turning(customid.ArticlesPage)) }),
		show("article", func(r render.Renderer) render.Paged { return r.Article(stored(), turning(customid.ArticlePage)) }),
		show("article_bare", func(r render.Renderer) render.Paged {
			return r.Article(store.Article{ID: "notes/1"}, turning(customid.ArticlePage))
		}),
		show("list", func(r render.Renderer) render.Paged {
			return r.List("Gaps of *today*", "none", items, turning(customid.GapsPage))
		}),
		show("list_empty", func(r render.Renderer) render.Paged {
			return r.List("Gaps", "There are none, see `/help`.", nil, turning(customid.GapsPage))
		}),
		show("list_said", func(r render.Renderer) render.Paged {
			said := render.Item{Text: "`/privacy` says *more*.", Said: true}
			return r.List("Kept", "none", append(items[:1:1], said), turning(customid.PrivacyPage))
		}),
	}
}

// Every view in every language, as it is stored and as Discord takes it.
func TestGoldens(t *testing.T) {
	t.Parallel()
	for _, v := range views(t) {
		t.Run(v.name, func(t *testing.T) {
			t.Parallel()
			var b strings.Builder
			for _, language := range texts.Languages() {
				pages := v.show(render.In(texts.For(language)))
				for i := range pages.Len() {
					m := pages.Page(i)
					if err := m.Check(); err != nil {
						t.Errorf("%s, page %d: %v", language, i+1, err)
					}
					fmt.Fprintf(&b, "=== %s, %d of %d%s\n%s\n", language, i+1, pages.Len(), map[bool]string{true: ", private"}[m.Ephemeral], written(m))
				}
			}
			golden.Check(t, filepath.Join("testdata", v.name+".golden"), b.String())
		})
	}
}

// written is a message as readers of the golden files can follow it.
func written(m payload.Message) string {
	lines := []string{m.Content}
	for _, row := range m.Rows {
		var labels []string
		for _, b := range row.Buttons {
			labels = append(labels, fmt.Sprintf("(%s) %s", strings.TrimSpace(b.Emoji+" "+b.Label), b.CustomID))
		}
		lines = append(lines, "--- "+strings.Join(labels, "  "))
	}
	return strings.Join(lines, "\n") + "\n"
}
