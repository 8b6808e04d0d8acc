package render_test

import (
	"fmt"
	"strings"

	"sherpa/answer"
	"sherpa/store"
)

// Articles that the embedded ones have no like of.
var (
	gazette = answer.Article{ID: "gazette", Title: "Leaders meet in Alaska", Publisher: "The Gazette", Published: "2025-08-16", URL: "https://gazette.example/alaska?page=1"}
	herald  = answer.Article{ID: "herald", Title: "Alaska: what we know", Publisher: "Herald", Published: "2025-08", URL: "https://herald.example/alaska", Note: "The article was corrected on 18 August."}
	// bare has neither date nor address nor publisher nor title.
	bare = answer.Article{ID: "notes/1"}
	// digest is somebody else's article that was written from another.
	digest = answer.Article{ID: "digest", Title: "In short", Publisher: "Digest", BasedOn: "A longer report"}
	// hostile would like to be more than a title.
	hostile = answer.Article{
		ID: "x](http://evil.example)", Title: "Win **now** [click](http://evil.example) @everyone `code` <@1> https://evil.example ||secret||",
		Publisher: "@here\n# News", Published: "2025-13-45 <t:0:R>", URL: "https://news.example/a)b](http://evil.example)", Note: "```\n> quoted @everyone",
	}
)

// cite is a citation whose place fits its quote.
func cite(n int, a answer.Article, quote string) answer.Citation {
	return answer.Citation{N: n, Quote: quote, PassageID: fmt.Sprintf("%s#%d", a.ID, n), Start: 100, End: 100 + len(quote), Article: a}
}

// answered is an answer from quotations, each a statement of its own.
func answered(short string, citations ...answer.Citation) answer.Answer {
	a := answer.Answer{
		Question: "What happened?", Answered: true, Mode: answer.ModeExtractive, ShortAnswer: short, Citations: citations,
		Coverage: answer.Coverage{Articles: 5}, Checked: answer.Checked{Statements: len(citations), Supported: len(citations)},
	}
	seen := map[string]bool{}
	for _, c := range citations {
		a.Statements = append(a.Statements, answer.Statement{Text: c.Quote, Citations: []int{c.N}, Quote: true})
		seen[c.Article.ID] = true
	}
	a.Coverage.Reporting = len(seen)
	return a
}

func dated() answer.Answer {
	a := answered("on Friday", cite(1, gazette, "They met on Friday."))
	a.Resolved = "2025-08-15"
	return a
}

// closest is what comes near an answer.
func closest() answer.Answer {
	a := answered("", cite(1, gazette, "They met on Friday."))
	a.Indirect = true
	return a
}

func differing() answer.Answer {
	a := answered("", cite(1, gazette, "The talks lasted nearly three hours."), cite(2, herald, "They spoke for more than four hours."), cite(3, bare, "It took almost three hours."))
	a.Disagreements = []answer.Disagreement{{About: "duration", Claims: []answer.Claim{
		{Value: "nearly three hours", Citations: []int{1, 3}}, {Value: "more than four hours", Citations: []int{2}},
	}}}
	return a
}

func namesakes() answer.Answer {
	a := answered("1912", cite(1, gazette, "The ship Alaska was launched in 1912."), cite(2, digest, "Alaska became a state in 1959."))
	a.Disagreements = []answer.Disagreement{{About: "Alaska", Kind: "namesake", Claims: []answer.Claim{
		{Value: "the ship", Citations: []int{1}}, {Value: "the state", Citations: []int{2}},
	}}}
	return a
}

// composed is an answer that a language model wrote.
func composed() answer.Answer {
	a := answered("Nearly three hours", cite(1, gazette, "The talks lasted nearly three hours."))
	a.Mode, a.LLM = answer.ModeLLM, &answer.LLMUse{Model: "some-model_1"}
	a.Statements = []answer.Statement{{Text: "According to one source the leaders talked for nearly three hours.", Citations: []int{1}}}
	a.Checked = answer.Checked{Statements: 3, Supported: 1, Withheld: 2}
	a.UnderstoodAs = "How long did the talks in Alaska last?"
	return a
}

// phrased is an answer that a language model wrote from several articles, one
// sentence of which it took over as it stands.
func phrased() answer.Answer {
	a := answered("nearly three hours",
		cite(1, gazette, "The talks lasted nearly three hours."), cite(2, herald, "No agreement was signed."), cite(3, gazette, "Both leaders left Alaska on Friday evening."))
	cost := 0.00123
	a.Mode, a.LLM = answer.ModeLLM, &answer.LLMUse{Model: "some-model", PromptTokens: 1834, CompletionTokens: 96, CostUSD: &cost}
	a.Statements = []answer.Statement{
		{Text: "The leaders talked for nearly three hours.", Citations: []int{1}},
		{Text: "They signed no agreement, and both left Alaska on Friday evening.", Citations: []int{2, 3}},
		{Text: "No agreement was signed.", Citations: []int{2}, Quote: true},
		{Text: "Their talks on Friday took nearly three hours.", Citations: []int{1, 3}},
	}
	a.Checked = answer.Checked{Statements: 5, Supported: 4, Withheld: 1}
	return a
}

// translated is an answer in another language than the articles.
func translated() answer.Answer {
	a := phrased()
	a.Question, a.UnderstoodAs, a.ShortAnswer = "Сколько длились переговоры?", "How long did the talks last?", ""
	a.Statements = []answer.Statement{
		{Text: "Переговоры длились почти 3 часа.", Citations: []int{1}}, {Text: "Никакого соглашения не подписали.", Citations: []int{2}},
	}
	a.Checked = answer.Checked{Statements: 2, Supported: 2}
	return a
}

// helped is a refusal to which a language model had a part.
func helped() answer.Answer {
	a := refused()
	a.LLM = &answer.LLMUse{Model: "some-model", PromptTokens: 210, CompletionTokens: 12}
	return a
}

func fellBack() answer.Answer {
	a := answered("", cite(1, gazette, "The talks lasted nearly three hours."))
	a.LLM = &answer.LLMUse{Model: "some-model", FallbackReason: "timeout"}
	return a
}

// long is an answer of several pages.
func long() answer.Answer {
	var all []answer.Citation
	for n := 1; n <= 12; n++ {
		source := gazette
		source.ID, source.URL = fmt.Sprint(n), fmt.Sprintf("https://gazette.example/%d", n)
		source.Title = fmt.Sprintf("Leaders meet in Alaska, part %d", n)
		all = append(all, cite(n, source, fmt.Sprintf("Sentence %d says that “%s”.", n, strings.TrimSpace(strings.Repeat("the talks went on and on ", 11)))))
	}
	return answered("For hours", all...)
}

func hostileAnswer() answer.Answer {
	a := answered("**bold** @everyone", cite(1, hostile, "He said: \"[see](http://evil.example)\" and # nothing *else*, <@&7> ```x```."))
	a.UnderstoodAs = "what `is` [this](http://evil.example)?"
	a.Disagreements = []answer.Disagreement{{About: "# all", Kind: "namesake", Claims: []answer.Claim{{Value: "> a\n- b", Citations: []int{1}}}}}
	a.Closest = []answer.Closest{{Article: hostile.ID, Title: hostile.Title}}
	return a
}

// refused is a refusal that names more topics than are shown.
func refused() answer.Answer {
	a := answer.Answer{Question: "What is the price of tea?", Mode: answer.ModeAbstained, Coverage: answer.Coverage{Articles: 5}}
	for i := range 4 {
		a.Closest = append(a.Closest, answer.Closest{Article: fmt.Sprintf("id-%d", i), Title: fmt.Sprintf("Topic %d of *all* that come nearest to it", i)})
	}
	return a
}

// stored is an article with all that one can have.
func stored() store.Article {
	return store.Article{
		ID: "herald", Title: herald.Title, Publisher: herald.Publisher, Author: "A. Writer", URL: herald.URL, Lang: "en",
		Published: "2025-08-16T10:00:00Z", Updated: "2025-08-18", Note: herald.Note,
		Text: "The leaders met in Alaska.\n\n" + strings.Repeat("They “talked for hours” and agreed on *nothing*. ", 60) + "\n\nThat was all.",
	}
}
