package answer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer/conversation"
)

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
	if a.Answered || a.Beyond != 2 || len(a.Parts) != conversation.MaxParts {
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
		if conversation.IsSmallTalk(s) {
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
