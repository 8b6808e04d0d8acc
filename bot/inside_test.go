package bot

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sherpa/answer"
	"sherpa/bot/customid"
	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/bot/texts"
)

func TestRecent(t *testing.T) {
	t.Parallel()
	now := time.Unix(0, 0)
	r := newRecent[int](3, time.Minute, func() time.Time { return now })
	if !r.add("a", 1) || r.add("a", 2) {
		t.Error("a key is added once")
	}
	r.put("b", 2)
	now = now.Add(30 * time.Second)
	r.put("a", 3) // younger than b now
	r.put("c", 4)
	r.put("d", 5)
	if _, ok := r.get("b"); ok {
		t.Error("the oldest is kept beyond the limit")
	}
	if v, ok := r.get("a"); !ok || v != 3 {
		t.Errorf("a is %d, %v", v, ok)
	}
	now = now.Add(time.Minute)
	if _, ok := r.get("d"); ok || len(r.byKey) > 0 {
		t.Error("what is too old is kept")
	}
}

// TestRecentNeverGrows: whatever is done, the limit holds, and the list agrees
// with the map.
func TestRecentNeverGrows(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		now := time.Unix(0, 0)
		r := newRecent[int](5, time.Minute, func() time.Time { return now })
		for range rapid.IntRange(1, 200).Draw(t, "steps") {
			key := fmt.Sprint(rapid.IntRange(0, 9).Draw(t, "key"))
			switch rapid.IntRange(0, 4).Draw(t, "step") {
			case 0:
				r.put(key, 1)
			case 1:
				r.add(key, 1)
			case 2:
				r.take(key)
			case 3:
				now = now.Add(20 * time.Second)
			case 4:
				r.dropWhere(func(int) bool { return key == "3" })
			}
			if len(r.byKey) > 5 || len(r.byKey) != r.order.Len() {
				t.Fatalf("%d keys, %d in order", len(r.byKey), r.order.Len())
			}
		}
	})
}

// TestAdmission: no step of many breaks a limit, and at the end nothing is held.
func TestAdmission(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := newAdmission(Limits{Running: 4, Waiting: 8, RunningEach: 2}, func(int, int) {})
		ended, cancel := context.WithCancel(context.Background())
		cancel()
		var held []*place
		for range rapid.IntRange(1, 100).Draw(t, "steps") {
			switch rapid.IntRange(0, 3).Draw(t, "step") {
			case 0, 1:
				key := fmt.Sprint("g", rapid.IntRange(0, 3).Draw(t, "server"))
				if p, ok := a.enter(key, rapid.SampledFrom([]string{"", "u1", "u2", "u3", "u4"}).Draw(t, "user")); ok {
					_ = p.await(ended) // it stands in the line, or has its turn
					held = append(held, p)
				}
			case 2, 3:
				if len(held) > 0 {
					i := rapid.IntRange(0, len(held)-1).Draw(t, "which")
					held[i].yield()
					held[i].leave()
					held = append(held[:i], held[i+1:]...)
				}
			}
			a.check(t)
		}
		for _, p := range held {
			p.yield()
			p.leave()
		}
		if a.held != 0 || a.running != 0 || len(a.shares) > 0 || len(a.users) > 0 || len(a.waiting) > 0 {
			t.Fatalf("left over: %+v", a)
		}
	})
}

func (a *admission) check(t *rapid.T) {
	if a.held > 12 || a.running > 4 {
		t.Fatalf("%d places, %d turns", a.held, a.running)
	}
	for key, s := range a.shares {
		if s.running > 2 || s.held > 6 {
			t.Fatalf("%s has %+v", key, *s)
		}
	}
	for _, p := range a.waiting {
		if a.running < 4 && a.shares[p.key].running < 2 && !a.users[p.userID] {
			t.Fatalf("%s waits though there is a turn", p.key)
		}
	}
}

func TestWithoutMentions(t *testing.T) {
	t.Parallel()
	for content, want := range map[string]string{
		"<@1> Why?": "Why?",
		"<@!1>Why <@2> did <@&3> they <#4> meet?": "Why did they meet?",
		"<:smile:5> Why <a:wave:6>?":              "Why ?",
		"@everyone @here Why?":                    "Why?",
		"</ask:7> <id:guide>":                     "",
		"a < b > c <t:1:R>":                       "a < b > c <t:1:R>",
	} {
		if got := withoutMentions(content); got != want {
			t.Errorf("%q becomes %q, want %q", content, got, want)
		}
	}
}

func TestTopicOf(t *testing.T) {
	t.Parallel()
	for question, want := range map[string]string{
		"Who won the Match in Madrid, the MATCH?": "won match madrid",
		"Why?":                            "",
		"Où est née Zoë?":                 "ou est nee zoe",
		strings.Repeat("x ", 3) + "a b c": "x b c",
	} {
		if got := topicOf(question); got != want {
			t.Errorf("the topic of %q is %q, want %q", question, got, want)
		}
	}
}

func TestMatching(t *testing.T) {
	t.Parallel()
	all := plain([]string{"Anchorage", "Élan", "The Elan", "Zelensky", ""})
	for typed, want := range map[string][]string{
		"elan": {"Élan", "The Elan"},
		"el":   {"Élan", "The Elan", "Zelensky"},
		"":     {"Anchorage", "Élan", "The Elan", "Zelensky"},
		"xyz":  nil,
	} {
		var got []string
		for _, c := range matching(typed, all) {
			got = append(got, c.Name)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", typed, diff)
		}
	}
}

// TestSuggestionsFit: whatever articles are called, Discord takes what is suggested.
func TestSuggestionsFit(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(0, 300, -1)
		k := Known{Sources: []Source{{ID: text.Draw(t, "id"), Title: text.Draw(t, "title"), Publisher: text.Draw(t, "publisher")}}}
		r := payload.Response{Kind: payload.Choices, Choices: matching("", sources(k))}
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
	})
}

// TestPlacesHaveNoText: what is kept of an answer outside servers tells nothing.
func TestPlacesHaveNoText(t *testing.T) {
	t.Parallel()
	const secret = "SECRET"
	a := answer.Answer{
		ID: "x1", Question: secret, UnderstoodAs: secret, Answered: true, Mode: answer.ModeExtractive, Text: secret, ShortAnswer: secret,
		Statements:    []answer.Statement{{Text: secret}},
		Citations:     []answer.Citation{{N: 1, Quote: secret, PassageID: "p1", End: 9, Article: answer.Article{ID: "a1", Title: secret, URL: secret}}},
		Disagreements: []answer.Disagreement{{About: secret}},
		Closest:       []answer.Closest{{Title: secret}},
	}
	if kept := string(places(a)); strings.Contains(kept, secret) || !strings.Contains(kept, `"p1"`) {
		t.Errorf("kept: %s", kept)
	}
}

// TestFormsFit: Discord takes the forms, in every language and about any message.
func TestFormsFit(t *testing.T) {
	t.Parallel()
	for _, language := range texts.Languages() {
		say := texts.For(language)
		for _, modal := range []payload.Modal{followForm(say, customid.ID{Action: customid.Follow, Answer: "abcdefghij", Item: privately}), aboutForm(say, strings.Repeat("ы ", 3000))} {
			r := payload.Response{Kind: payload.Form, Modal: modal}
			if err := r.Check(); err != nil {
				t.Errorf("%s: %v", language, err)
			}
		}
	}
}

func TestHandedFits(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("word ", 380) + "\n" + strings.Repeat("more ", 100)
	got := fitting(strings.Repeat("?", 300), long)
	if n := len([]rune(got)); n > payload.MaxContent {
		t.Errorf("%d characters", n)
	}
}

func TestIsAddressed(t *testing.T) {
	t.Parallel()
	const me = "1"
	for name, tt := range map[string]struct {
		edit func(*event.Message)
		want bool
	}{
		"a mention":                   {func(*event.Message) {}, true},
		"me unknown":                  {func(m *event.Message) { m.Author.ID = "" }, false},
		"not mentioned":               {func(m *event.Message) { m.Mentions = nil }, false},
		"another first":               {func(m *event.Message) { m.Content = "<@3> and <@1>" }, false},
		"another later":               {func(m *event.Message) { m.Content = "<@!1> and <@3>" }, true},
		"a reply to me":               {func(m *event.Message) { m.Content, m.ReplyTo, m.ReplyAuthor = "so?", "9", me }, true},
		"a reply to another":          {func(m *event.Message) { m.ReplyTo, m.ReplyAuthor = "9", "3" }, false},
		"a reply to who knows whom":   {func(m *event.Message) { m.ReplyTo = "9" }, true},
		"my own":                      {func(m *event.Message) { m.Author.ID = me }, false},
		"everyone, and me by mention": {func(m *event.Message) { m.MentionsEveryone = true }, true},
	} {
		m := event.Message{Ordinary: true, Author: event.User{ID: "2"}, Content: "<@1> why?", Mentions: []string{me}}
		tt.edit(&m)
		if got := isAddressed(&m, me); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
