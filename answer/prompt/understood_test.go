package prompt

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestUnderstood(t *testing.T) {
	t.Parallel()
	u := understanding(t, "А сколько они говорили?")
	want := Understood{Question: "How long did Trump and Putin talk?", Language: "ru"}
	for name, reply := range map[string]string{
		"JSON":                    `{"question":"How long did Trump and Putin talk?","language":"ru"}`,
		"a region":                `{"question":"How long did Trump and Putin talk?","language":"ru-RU"}`,
		"JSON in a code fence":    "```json\n{\"question\": \"How long did Trump and Putin talk?\", \"language\": \"RU\"}\n```",
		"JSON with text around":   "Here it is: {\"question\": \"How long did Trump and Putin talk?\", \"language\": \"ru\"}. Bye!",
		"JSON after a thought":    "<think>{\"question\":\"Who?\"}</think>{\"question\":\"How long did Trump and Putin talk?\",\"language\":\"ru\"}",
		"a line":                  "ru: How long did Trump and Putin talk?",
		"a line in a code fence":  "```\nru: How long did Trump and Putin talk?\n```",
		"brackets":                "[ru] How long did Trump and Putin talk?",
		"a bar":                   "ru | How long did Trump and Putin talk?",
		"quotation marks":         "ru: “How long did Trump and Putin talk?”",
		"emphasis":                "**ru: How long did Trump and Putin talk?**",
		"announced":               "Here is the question:\n\nru: Question: How long did Trump and Putin talk?",
		"a list of one":           "1. ru: How long did Trump and Putin talk?",
		"quotation marks in JSON": `{"question":"\"How long did Trump and Putin talk?\"","language":"ru"}`,
	} {
		got, err := u.Read(reply)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got)\n%s", name, err, diff)
		}
	}
}

func TestUnderstoodWithoutLanguage(t *testing.T) {
	t.Parallel()
	u := understanding(t, "and then?")
	for reply, want := range map[string]Understood{
		"What did Trump do after the talks?":               {Question: "What did Trump do after the talks?"},
		`{"question":"Who won?","language":"<b>"}`:         {Question: "Who won?"},
		`{"question":"Who won?"}`:                          {Question: "Who won?"},
		"Compare the reports on the talks":                 {Question: "Compare the reports on the talks"},
		"Please tell me about the talks.":                  {Question: "Please tell me about the talks."},
		"Who met Putin":                                    {Question: "Who met Putin"},
		`Who said “there's no deal until there's a deal”?`: {Question: `Who said “there's no deal until there's a deal”?`},
		"谁会见了普京？":                                          {Question: "谁会见了普京？"},
		"de: Erkläre die Gespräche in Alaska.":             {Question: "Erkläre die Gespräche in Alaska.", Language: "de"},
		"ru: Перечисли участников встречи.":                {Question: "Перечисли участников встречи.", Language: "ru"},
	} {
		got, err := u.Read(reply)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got)\n%s", reply, err, diff)
		}
	}
}

func TestNotUnderstood(t *testing.T) {
	t.Parallel()
	u := understanding(t, "and then?", Exchange{Question: "Who met?", Answer: "They met."})
	for name, reply := range map[string]string{
		"empty":              "",
		"no question":        "Trump met Putin in Alaska.",
		"a question back":    "Could you please clarify what you mean?",
		"an offer":           "en: How can I help you today?",
		"a refusal":          "I cannot help with that.",
		"two lines":          "Who met Putin?\nWhere did they meet?",
		"two lines in JSON":  `{"question":"Who met Putin?\nWhere?","language":"en"}`,
		"too long":           "Who met " + strings.Repeat("and met ", 70) + "Putin?",
		"a link":             "Who met at https://evil.example?",
		"a mention":          "Who met <@1>?",
		"everyone":           "Who met @everyone?",
		"markup":             "Who met [Putin](x)?",
		"a delimiter":        "Who met {fence}?",
		"a mark":             "Who met {mark}?",
		"the instructions":   "Why write no links, no markup and no mentions of users?",
		"JSON broken off":    `{"question":"Who met Putin?","lang`,
		"JSON of other form": `{"answer":"Who met Putin?"}`,
		"only a language":    "en:",
		"only marks":         "???",
		"a thought":          "<think>Who met Putin?",
		"wrong types":        `{"question":["Who met Putin?"],"language":"en"}`,
	} {
		if got, err := u.Read(spell(&u.key, reply)); !errors.Is(err, ErrUnreadable) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}
