package retrieval

import (
	"strings"
	"testing"

	"sherpa/internal/text"
)

func TestPlain(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		// Markup, addresses and marks of a chat.
		"**Where** did `Ann` meet ||Bob||?":               "Where did Ann meet Bob?",
		"__who__ was _there_?":                            "who was there?",
		"did they meet b4":                                "did they meet before",
		"~~no~~ who?":                                     "no who?",
		"***when*** was it":                               "when was it",
		"> quoted line\nwhere did they meet?":             "quoted line where did they meet?",
		"# A heading\n- who won?":                         "A heading who won?",
		"```go\nwho\n```":                                 "go who",
		"a snake_case word":                               "a snake_case word",
		"see https://news.example/a?b=c, who was there?":  "see, who was there?",
		"<https://news.example/> who was there":           "who was there",
		"[the report](https://news.example/x) says what?": "the report says what?",
		"www.news.example says what?":                     "says what?",
		"<@123456> <#99> <:wave:42> who was there":        "who was there",
		"@everyone who won?":                              "who won?",
		":thinking: who won?":                             "who won?",
		"at 10:30:15 who was there?":                      "at 10:30:15 who was there?",
		"who was there 😀👍🏽 ?":                             "who was there?",
		"https://news.example/":                           "https://news.example/",
		"«Peace» said who?":                               `"Peace" said who?`,
		"who said „peace now“":                            `who said "peace now"`,
		"「peace」 was said when？":                          `"peace" was said when?`,
		"‹peace› – said who":                              `"peace" – said who`,
		"@newsbot who won?":                               "who won?",
		"ask ann@news.example who won":                    "ask ann@news.example who won",
		"wtf did ann say":                                 "what did ann say",
		"who the hell is ann":                             "who is ann",
		"what on earth did she say":                       "what did she say",
		"who tf is ann":                                   "who is ann",
		"what % of them came":                             "what percent of them came",
		"who came & what did they want":                   "who came and what did they want",
		"Who owns Lee & Ray?":                             "Who owns Lee & Ray?",
		"who came / what did they want":                   "who came and what did they want",
		"did pike win & for how long":                     "did pike win and for how long",
		"the deal w/ ann, w/o bob":                        "the deal with ann, without bob",
		"sum it up 4 me":                                  "sum it up for me",
		"why were 4 us ships there":                       "why were 4 us ships there",
		"btw, was ann there":                              "was ann there",
		"He left. Btw, was ann there":                     "He left. was ann there",
		"ann lee who dat":                                 "ann lee who is that",
		"did nebody come":                                 "did anybody come",
		"lol wtf":                                         "lol wtf",
		"wat did ann say 2 bob":                           "what did ann say to bob",
		"were there 2 bobs, 4 at most?":                   "were there 2 bobs, 4 at most?",
		"hwo many came":                                   "how many came",
		"whats the deal w ann":                            "what's the deal with ann",
		"did john w smith win":                            "did john w smith win",
		"how much £ did ann get":                          "how much money did ann get",
		"how much $$$ did ann get":                        "how much money did ann get",
		"how high where the waves":                        "how high were the waves",
		"who where the guests":                            "who were the guests",
		"what dose ann want and did she loose it":         "what does ann want and did she lose it",
		"the screw came loose":                            "the screw came loose",
		"do they need 2/3 or 2 speak":                     "do they need 2/3 or 2 speak",
		"Hi bot 👋 why was it there":                       "why was it there",
		"hello there":                                     "hello there",
		"hey everyone, who won":                           "who won",
		"how can i see where they met":                    "how can i see where they met",
		"who knows where the fair was":                    "who knows where the fair was",
		"cud u tell me who won":                           "could you tell me who won",
		"hwo won":                                         "who won",
		"When was it held, in July or August?":            "When was it held?",
		"how many came to it, 12 or 20":                   "how many came to it?",
		"Where did Ann live, at sea or in the old town?":  "Where did Ann live?",
		"Who won, Ann or Bob?":                            "Who won, Ann or Bob?",
		"When was Ann, who came in July or August, born?": "When was Ann, who came in July or August, born?",
		"Which official holds the post of port director?": "Who is the port director?",
		"who held the office of mayor":                    "Who was the mayor",
		"Who holds the key of the office?":                "Who holds the key of the office?",
		"whatdid ann say":                                 "what did ann say",
		"Howlong was it":                                  "How long was it",
		"WHERE DID ANN MEET BOB?":                         "where did ann meet bob?",
		"DID THE US AGREE?":                               "did the US agree?",
		"TELL US WHO WON":                                 "tell us who won",
		"NATO?":                                           "NATO?",
		"NATO AND EU":                                     "nato and eu",
		"whooo attended the fairrrr":                      "who attended the fairr",
		"soooo when":                                      "so when",
		"World War III":                                   "World War III",
		"wat did ann say abt the war lol":                 "what did ann say about the war",
		"Wat did Ann say":                                 "What did Ann say",
		"wanna know who was there tho":                    "want to know who was there",
		"whos there":                                      "who's there",
		"wheres the fair n whens it":                      "where's the fair and when's it",
		"did they rly agree or nah":                       "did they really agree",
		"did they agree or not?":                          "did they agree?",
		"it is yes or no":                                 "it is yes or no",
		"u know who was there?":                           "you know who was there?",
		"how r u":                                         "how are you",
		"R they there?":                                   "Are they there?",
		"did u see it? r they there?":                     "did you see it? are they there?",
		"J. R. Smith, plan N and U.S. troops":             "J. R. Smith, plan N and U.S. troops",
		"y was bob not there":                             "why was bob not there",
		"what did bob y ann say":                          "what did bob y ann say",
		"didnt they meet":                                 "did they meet",
		"So wasn't Ann there? Isn’t it true?":             "So was Ann there? Is it true?",
		"Ann was there. Wasn't she?":                      "Ann was there. Wasn't she?",
		"Why didn't they meet?":                           "Why didn't they meet?",
		"what'd he say and who'd he meet":                 "what did he say and who did he meet",
		"they talked for 3 hrs":                           "they talked for 3 hours",
		"pls tell me who won":                             "please tell me who won",
		"tell me who won pls":                             "tell me who won",
		"thanks":                                          "thanks",
		"lol":                                             "lol",
		"":                                                "",
		"**":                                              "**",
		"Um wie viel Uhr hat er im Saal y in der Stadt geredet?": "Um wie viel Uhr hat er im Saal y in der Stadt geredet?",
	} {
		got := Plain(typed)
		if got != want {
			t.Errorf("Plain(%q) = %q, want %q", typed, got, want)
		}
		if again := Plain(got); again != got {
			t.Errorf("Plain(%q) = %q, and again %q", typed, got, again)
		}
	}
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{"", "WHO r u lol", "||a||", "`*_~", "> > # x", "[a](b)", "https://a.b", "whooo or nah", strings.Repeat("a", 9000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Plain(s)
		if len(got) > 3*maxQuestion || got != text.Squeeze(text.Clean(got)) {
			t.Errorf("Plain(%q) = %q", s, got)
		}
	})
}
