package render_test

import (
	"regexp"
	"strings"
	"testing"

	"sherpa/answer"
	"sherpa/bot/customid"
	"sherpa/bot/payload"
	"sherpa/bot/render"
	"sherpa/bot/texts"
	"sherpa/retrieval"
	"sherpa/store"
)

// hostileTexts try to be more than text.
var hostileTexts = []string{
	"@everyone", "@here @Everyone", "<@1> <@!1> <@&1> <#1>", "</cmd:1> <id:guide> <t:0:R> <:a:1> <a:b:1>", "[x](http://evil.example)",
	"[https://bbc.example](http://evil.example)", "<http://evil.example>", "http://evil.example", "||spoiler||", "```\nbreak out\n```", "`code`", "-# small",
	">>> all\n> quoted", "# big\n## less", `\*escaped\* \\`, "@every\u200bone", "\u202eRTL", "discord.gg/abc", "data:text/html,x javascript:alert(1)",
	"- list\n1. one\n* two", "**bold** __under__ ~~gone~~ *it* _it_", "](<http://evil.example>)", "[1](http://evil.example)", ":tada:", "\"quoted\" 'single'", "\u200b\u3164",
	"{{.Count}} %s %d", strings.Repeat("long ", 900), strings.Repeat("長い", 2500), strings.Repeat("`", 2000), strings.Repeat("@everyone", 400), "",
}

// everything shows a text in every place of every view.
func everything(r render.Renderer, s string) []render.Paged {
	a := answer.Article{ID: s, Title: s, Publisher: s, Published: s, URL: "https://news.example/" + s, BasedOn: s, Note: s}
	ans := answered(s, cite(1, a, s), cite(2, a, s))
	cost := 1e9
	ans.Question, ans.UnderstoodAs, ans.Mode = s, s, answer.ModeLLM
	ans.LLM = &answer.LLMUse{Model: s, PromptTokens: 1 << 40, CompletionTokens: 1, CostUSD: &cost}
	ans.Disagreements = []answer.Disagreement{
		{About: s, Kind: "namesake", Claims: []answer.Claim{{Value: s, Citations: []int{1, 2}}}}, {About: s, Claims: []answer.Claim{{Value: s}}},
	}
	ans.Statements = append(ans.Statements, answer.Statement{Text: s, Citations: []int{2}})
	fallback := answered(s, cite(1, a, s))
	fallback.LLM = &answer.LLMUse{Model: s, PromptTokens: 1, FallbackReason: s}
	refusal := answer.Answer{LLM: &answer.LLMUse{Model: s, PromptTokens: 1}, Question: s, Coverage: answer.Coverage{Articles: 2}, Closest: []answer.Closest{{Article: s, Title: s}}}
	v := render.Shown{ID: s, Answer: ans, Newest: s, About: s, Since: s, Source: s, Asker: s, Private: true, Staff: true, Changed: true}
	no := render.Shown{ID: "a", Answer: refusal, DM: true}
	full := store.Article{ID: s, Title: s, Publisher: s, Author: s, URL: a.URL, Published: s, Updated: s, Note: s, BasedOn: s, Text: s}
	reasons := &answer.Reasons{UnderstoodAs: s, Kind: s, Evidence: []answer.Evidence{{PassageID: s, Article: a, Sentence: s, Score: 1}}}
	turn := customid.ID{Action: customid.SearchPage, Item: s}
	match := answer.QuoteMatch{Article: a, Quote: s, Diff: "[-" + s + "-] {+" + s + "+}"}
	return []render.Paged{
		r.Answer(v), r.Answer(no), r.Answer(render.Shown{ID: "a", Answer: fallback}), r.Sources(v),
		r.Evidence(render.Behind{Shown: v, Question: s, Reasons: reasons, Store: s}),
		r.Evidence(render.Behind{Shown: v}),
		r.Hits(s, []retrieval.Hit{{Rank: 1, Article: full, Passage: store.Passage{ID: s, Text: s}}}, turn),
		r.Comparison(answer.Comparison{Topic: s, Rows: []answer.ComparisonRow{{Article: a, Quote: s}}, Disagreements: ans.Disagreements, Citations: ans.Citations}, turn),
		r.Timeline(s, []answer.Event{{Date: s, Event: s, Citations: ans.Citations}}, turn),
		r.Quote(s, answer.QuoteReport{Exact: []answer.QuoteHit{{Article: a, Folded: true}}}, turn),
		r.Quote(s, answer.QuoteReport{Closest: []answer.QuoteMatch{match}}, turn),
		r.Checks([]answer.ClaimCheck{{Claim: s, Verdict: answer.Supported, Citations: ans.Citations}, {Claim: s, Verdict: answer.NotCovered}}, turn),
		r.Articles([]store.ArticleInfo{{Article: full, Passages: 1}}, turn), r.Article(full, turn),
		r.List(s, s, []render.Item{{Text: s, URL: a.URL, Note: s}, {Text: s}}, turn), r.List("Title of "+s, "none", nil, turn),
	}
}

var (
	// codeBlock is a block of code, in which nothing means anything.
	codeBlock = regexp.MustCompile("(?s)```\n.*?\n```")
	// ourCommand is a command of ours to type.
	ourCommand = regexp.MustCompile("`/\\pL+`")
	// ourLink is a link to a stored address, ourTime a time of ours.
	ourLink = regexp.MustCompile(`\]\(<https://news\.example/[^>\s()\[\]]*>\)`)
	// live is what Discord would make something of.
	live = regexp.MustCompile("(?i)(^|[^\\\\])(<[@#:/ait]|\\]\\(|`|\\|\\||https?:/)|@everyone|@here")
)

// Wherever a foreign text stands, it pings nobody, links nowhere but to the
// stored address and formats nothing; and the message is one that Discord takes.
func TestHostileTexts(t *testing.T) {
	t.Parallel()
	languages := texts.Languages()
	for i, s := range hostileTexts {
		r := render.In(texts.For(languages[i%len(languages)]))
		for view, paged := range everything(r, s) {
			for page := range paged.Len() {
				holdHarmless(t, paged.Page(page), s, view)
			}
		}
	}
}

func holdHarmless(t *testing.T, m payload.Message, s string, view int) {
	t.Helper()
	if err := m.Check(); err != nil {
		t.Errorf("view %d of %.40q: %v", view, s, err)
	}
	content := m.Content
	for _, ours := range []*regexp.Regexp{codeBlock, ourCommand, ourLink} {
		content = ours.ReplaceAllString(content, "")
	}
	if found := live.FindString(content); found != "" {
		t.Errorf("view %d of %.40q has %q in\n%s", view, s, found, m.Content)
	}
}

// plain takes away the backslashes and the marks of block quotations.
func plain(content string) string {
	content = regexp.MustCompile(`(?m)^> `).ReplaceAllString(content, "")
	return regexp.MustCompile(`\\([^0-9A-Za-z\s])`).ReplaceAllString(content, "$1")
}

// Readers see every quotation byte for byte as the article has it.
func TestQuotationsAreTheArticlesBytes(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	texts := texts.For("uk")
	for _, question := range []string{"How long did the talks last?", "What did Putin say?", "Who attended?", "What did Trump threaten?", "Where did they meet?"} {
		a := d.ask(t, question)
		a.Citations = append(a.Citations, cite(99, gazette, `He wrote: "2*3_4 ~ 5" [sic], \ and # <more> | `+"`code`."))
		var content strings.Builder
		paged := render.In(texts).Sources(shown(a))
		for i := range paged.Len() {
			content.WriteString(plain(paged.Page(i).Content) + "\n")
		}
		for _, c := range a.Citations {
			if !strings.Contains(content.String(), "\n"+c.Quote+"\n") {
				t.Errorf("%q does not stand in\n%s", c.Quote, content.String())
			}
		}
	}
}

// Sources and evidence are for everybody, what moves an answer for the asker.
func TestWhoMayPress(t *testing.T) {
	t.Parallel()
	v := shown(long())
	v.Private, v.Staff = true, true
	forAsker := map[customid.Action]bool{customid.More: true, customid.Share: true, customid.Editor: true}
	for _, row := range render.In(texts.For("en")).Answer(v).Page(0).Rows {
		for _, b := range row.Buttons {
			id, err := customid.Parse(b.CustomID)
			if err != nil {
				t.Fatal(err)
			}
			if got := id.Asker == v.Asker; got != forAsker[id.Action] || id.Answer != v.ID {
				t.Errorf("%s is for the asker alone: %v, want %v", b.CustomID, got, forAsker[id.Action])
			}
		}
	}
}

func TestPagesOutOfRange(t *testing.T) {
	t.Parallel()
	p := render.In(texts.For("en")).Answer(shown(long()))
	first, last := p.Page(0).Content, p.Page(p.Len()-1).Content
	if got := p.Page(-3).Content; got != first {
		t.Errorf("page -3 is %q", got)
	}
	if got := p.Page(99).Content; got != last {
		t.Errorf("page 99 is %q", got)
	}
}
