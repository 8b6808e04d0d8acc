package answer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestInquiries(t *testing.T) {
	t.Parallel()
	for message, want := range map[string][]string{
		// Several questions.
		"Where did they meet and how long did it last? And who was there?": {"Where did they meet?", "How long did it last?", "And who was there?"},
		"Who came and what did they decide?":                               {"Who came?", "What did they decide?"},
		"where did they meet? how long did it last? who was there":         {"where did they meet?", "how long did it last?", "who was there"},
		"where did they meet\nhow long did it last\nwho was there":         {"where did they meet", "how long did it last", "who was there"},
		"where did they meet how long did it last who was there":           {"Where did they meet?", "How long did it last?", "Who was there?"},
		"Where was the fair held, how long did it last, and who came?":     {"Where was the fair held?", "How long did it last?", "Who came?"},
		"When and where did they meet?":                                    {"When did they meet?", "Where did they meet?"},
		"where, when and why did the fair take place":                      {"Where did the fair take place?", "When did the fair take place?", "Why did the fair take place?"},
		"How long and where did they talk?":                                {"How long did they talk?", "Where did they talk?"},
		"Do you know when and where they met?":                             {"When they met", "Where they met"},
		"What did he say and why?":                                         {"What did he say?", "Why?"},
		"Did they sign it and did Ann come?":                               {"Did they sign it?", "Did Ann come?"},
		"Who is Ann and who is Bob?":                                       {"Who is Ann?", "Who is Bob?"},
		"who came and who left":                                            {"Who came?", "Who left?"},
		"what did ann say about the fair and what about bob":               {"What did ann say about the fair?", "What about bob?"},
		"What did Ann say - and what did Bob answer?":                      {"What did Ann say?", "What did Bob answer?"},
		"did they agree; who paid?":                                        {"did they agree", "who paid?"},
		"can u tell me who was there and where they met":                   {"Who was there?", "Where they met"},
		"1. Who won?\n2. When?":                                            {"Who won?", "When?"},
		"What is the fair? Is Ann a member, and what does Bob say?":        {"What is the fair?", "Is Ann a member?", "What does Bob say?"},
		"who won??? when was it??":                                         {"who won???", "when was it??"},
		"who won... when was it":                                           {"who won...", "when was it"},

		// One question, however many things it names.
		"What did Ann and Bob say?":             {"What did Ann and Bob say?"},
		"What did Ann, Bob, and Carol say?":     {"What did Ann, Bob, and Carol say?"},
		"Did Ann and Bob meet and sign a deal?": {"Did Ann and Bob meet and sign a deal?"},
		"Was the fair long and was the weather so bad that the booths, the stalls and the stage had to be closed?": {
			"Was the fair long and was the weather so bad that the booths, the stalls and the stage had to be closed?",
		},
		"Do the papers agree on who came and how long it lasted?":  {"Do the papers agree on who came and how long it lasted?"},
		"Who is the man who met Ann and who signed the deal?":      {"Who is the man who met Ann and who signed the deal?"},
		"When Ann arrived, what did she say?":                      {"When Ann arrived, what did she say?"},
		"How did he describe what happened and what he saw?":       {"How did he describe what happened and what he saw?"},
		"Who said what and when?":                                  {"Who said what and when?"},
		"Is it true that Ann left and that Bob stayed?":            {"Is it true that Ann left and that Bob stayed?"},
		"Which person, who is known for a song, came to the fair?": {"Which person, who is known for a song, came to the fair?"},
		"Did they meet or did they talk by phone?":                 {"Did they meet or did they talk by phone?"},
		"Which paper says so? The Herald or the Post?":             {"Which paper says so? The Herald or the Post?"},
		"J. A. Hobson wrote which book?":                           {"J. A. Hobson wrote which book?"},
		"Who met the U.S. delegation in St. Louis?":                {"Who met the U.S. delegation in St. Louis?"},
		"Tell me who won.":                                         {"Tell me who won."},
		"the harbour fair":                                         {"the harbour fair"},
		"Ann at the fair. The prizes.":                             {"Ann at the fair. The prizes."},
		"":                                                         {""},

		"1. who won 2. when was it 3) and why":                   {"who won", "when was it", "and why"},
		"Who won in 2018. Was it fair?":                          {"Who won in 2018.", "Was it fair?"},
		"Tell me who came, where they met and how long it took.": {"Who came?", "Where they met", "How long it took"},
		"u know who won?":                                        {"you know who won?"},
		"The talks: how long?":                                   {"The talks: how long?"},

		// A statement with a tag asks whether it is so.
		"They met in Oslo, right?":            {"Is it true that they met in Oslo?"},
		"so Ann was there, wasn't she?":       {"Is it true that Ann was there?"},
		"The fair didn't open, did it?":       {"Is it true that the fair didn't open?"},
		"Who turned left, and who was right?": {"Who turned left?", "Who was right?"},
		"Is the third answer right?":          {"Is the third answer right?"},

		// A question in a longer message.
		"Hi! Where did they meet? Thanks":                                                  {"Where did they meet?"},
		"I read that Ann met Bob. How long did they talk?":                                 {"How long did they talk?"},
		"When Ann arrived, Bob waved. Who was there?":                                      {"Who was there?"},
		"hey so i read about it and i was wondering who was in the room?":                  {"who was in the room?"},
		"We saw the fair. I want to know whether Ann was there.":                           {"Is it true that Ann was there?"},
		"I have to name the month: when does the fair end?":                                {"when does the fair end?"},
		"We had a look at it yesterday, could anybody tell me how many booths there were?": {"how many booths there were?"},
		"“Who are you?” asked Bob. Who answered him?":                                      {"Who answered him?"},
		"> who was there?\nwhere was it?":                                                  {"where was it?"},
		"> who was there":                                                                  {"who was there"},
		"ok thanks! and in 2018":                                                           {"and in 2018"},
		"so i went\nto the fair. who won":                                                  {"who won"},
	} {
		var got []string
		list, beyond := inquiries(message)
		for _, q := range list {
			got = append(got, q.text)
		}
		if diff := cmp.Diff(want, got); diff != "" || beyond != 0 {
			t.Errorf("%q, %d beyond (-want +got):\n%s", message, beyond, diff)
		}
	}
}

// A question knows what was said before it.
func TestInquiriesBefore(t *testing.T) {
	t.Parallel()
	list, _ := inquiries("Hello! I read that Ann met Bob. It was in May. How long did they talk? Nobody said. Who was there?")
	got := []string{list[0].before, list[1].before}
	want := []string{"I read that Ann met Bob. It was in May.", "I read that Ann met Bob. It was in May. Nobody said."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if list, _ = inquiries(strings.Repeat("A long story. ", 100) + "Who won?"); len(list[0].before) > maxTold || len(list[0].before) < maxTold/2 {
		t.Errorf("%d bytes before", len(list[0].before))
	}
}

// Of more questions than are answered, the rest are counted.
func TestInquiriesBeyond(t *testing.T) {
	t.Parallel()
	if list, beyond := inquiries("Who won? When? Where? Why? How? How long?"); len(list) != MaxParts || beyond != 2 {
		t.Errorf("%d questions, %d beyond", len(list), beyond)
	}
}

func TestAskParts(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	a := r.ask(t, Question{Text: "When did Russia sell Alaska and how long did the talks last? And who is the king of Norway?"})
	r.checkAnswer(t, a)
	type part struct {
		Question, Short string
		Answered        bool
		Differ          int
	}
	var got []part
	for _, p := range a.Parts {
		got = append(got, part{p.Question, p.ShortAnswer, p.Answered, len(p.Disagreements)})
	}
	want := []part{
		{"When did Russia sell Alaska?", "1867", true, 0},
		{"How long did the talks last?", "", true, 1},
		{"And who is the king of Norway?", "", false, 0},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !a.Answered || a.Mode != ModeExtractive || a.ShortAnswer != "" || len(a.Disagreements) != 1 || a.UnderstoodAs != "" {
		t.Errorf("the whole: answered %t, %s, %q, %d disagreements, understood as %q", a.Answered, a.Mode, a.ShortAnswer, len(a.Disagreements), a.UnderstoodAs)
	}
	if want := "When did Russia sell Alaska?\nHow long did the talks last?\nAnd who is the king of Norway?"; a.Meant() != want {
		t.Errorf("meant %q", a.Meant())
	}
}

// Every part is asked after the ones before it, and the conversation goes on from
// the last.
func TestAskPartsAsConversation(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	a := r.ask(t, Question{Text: "Where was the summit held? How long did it last?"})
	if got := a.Parts[1].UnderstoodAs; got != "How long did the summit last?" {
		t.Errorf("the second part was understood as %q", got)
	}
	next := r.ask(t, Question{Text: "And who was there?", History: []Turn{turn(a)}})
	if next.UnderstoodAs != "Who was present at the summit?" {
		t.Errorf("then %q", next.UnderstoodAs)
	}
}

func TestAskPartsRefused(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	a := r.ask(t, Question{Text: "Who is the king of Norway? What is photosynthesis? Who? What is the recipe of sourdough? Why? How?"})
	r.checkAnswer(t, a)
	if a.Answered || a.Beyond != 2 || len(a.Parts) != MaxParts {
		t.Errorf("answered %t, %d parts, %d beyond", a.Answered, len(a.Parts), a.Beyond)
	}
}

// What goes around a question does not change its answer.
func TestAskInsideAMessage(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	const question = "When did Russia sell Alaska to the United States?"
	plain := r.ask(t, Question{Text: question})
	for message, understood := range map[string]string{
		"Hello there! " + question + " Thank you!":                                              "",
		"**" + question + "** 😀":                                                                "",
		"WHEN DID RUSSIA SELL ALASKA TO THE UNITED STATES?":                                     "",
		"My aunt keeps parrots and told me a long story about her garden. " + question:          question,
		"We are a school class and were wondering when Russia sold Alaska to the United States": "when Russia sold Alaska to the United States",
	} {
		a := r.ask(t, Question{Text: message})
		if a.ShortAnswer != plain.ShortAnswer || a.UnderstoodAs != understood || a.Question != message {
			t.Errorf("%q: %q, understood as %q", message, a.ShortAnswer, a.UnderstoodAs)
		}
	}
}

func TestSmallTalk(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	for _, s := range []string{"thanks", "Thank you so much!!", "ok", "Hello :)", "lol", "good morning", "Danke schön"} {
		if a := r.ask(t, Question{Text: s}); a.Answered || !strings.Contains(a.Text, "Ask what you want to know") || len(a.Closest) > 0 {
			t.Errorf("%q is answered: %s", s, a.Text)
		}
	}
	for _, s := range []string{"thanks to whom did Ann win?", "Hello Kitty", "help came from whom"} {
		if IsSmallTalk(s) {
			t.Errorf("%q is taken for small talk", s)
		}
	}
}

// The cache gives a message with several questions its own answer.
func TestCacheParts(t *testing.T) {
	t.Parallel()
	e, c := overBriefs(t), newCache(t)
	before := []Turn{{Question: "Where was the summit held?"}}
	sameFromCache(t, e, c,
		Question{Text: "How long did it last? Who was there?", History: before},
		Question{Text: "How long did it last? Who was there?"},
		Question{Text: "I read about the talks. When did Russia sell Alaska?"},
		Question{Text: "When did Russia sell Alaska?"},
	)
}

// Each question of a message has its reasons.
func TestWhyParts(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	why, err := r.Why(t.Context(), Question{Text: "Where was the summit held? How long did it last?"}, 2)
	if err != nil || len(why.Parts) != 2 || why.Parts[1].UnderstoodAs != "How long did the summit last?" || len(why.Parts[1].Evidence) != 2 {
		t.Errorf("%+v, %v", why, err)
	}
}
