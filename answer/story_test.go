package answer

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/store"
)

// articleOpening is what an article of a test opens with.
func articleOpening(title, lead string) opened {
	return openedWith(store.ArticleInfo{Article: store.Article{Title: title}}, []store.Passage{{Text: lead}})
}

func TestStoryOf(t *testing.T) {
	t.Parallel()
	met := articleOpening("Lee and Ray meet in Oslo", "President Ann Lee held a summit with Chancellor Bob Ray in Oslo on Monday.")
	again := articleOpening("A summit in the harbour", "Norwegian President Ann Lee and Bob Ray spoke about fishing. Oslo was quiet.")
	other := articleOpening("Bakery opens", "Carl Orr has opened a bakery.")
	storm := articleOpening("Storm Nora", "The storm broke the pier of Lund, Mayor Ann Lee said.")
	for _, tt := range []struct {
		name string
		all  []opened
		want story
	}{
		{"a summit of two", []opened{met, again}, story{people: []string{"Lee", "Ray"}, event: "the summit", attended: true}},
		{"a storm", []opened{storm, storm}, story{event: "the storm"}},
		{"different things", []opened{met, other}, story{}},
		{"a third of another matter", []opened{met, again, other}, story{}},
		{"nothing", nil, story{}},
	} {
		if diff := cmp.Diff(tt.want, storyOf(tt.all), cmp.AllowUnexported(story{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestStoryTell(t *testing.T) {
	t.Parallel()
	summit := story{people: []string{"Lee", "Ray"}, event: "the summit", attended: true}
	storm := story{event: "the storm"}
	for _, tt := range []struct {
		story
		asked, want string
	}{
		{summit, "When did they meet?", "When did Lee and Ray meet?"},
		{summit, "who was there", "Who was present at the summit?"},
		{summit, "I want to know who was there", "Who was present at the summit?"},
		{summit, "Who attended?", "Who attended the summit?"},
		{summit, "how long did it last", "How long did the summit last?"},
		{summit, "When?", "When was the summit?"},
		{summit, "How long?", "How long did the summit last?"},
		{storm, "When did it hit the coast?", "When did the storm hit the coast?"},
		{storm, "Who was there?", "Who was there?"},
	} {
		if got := tt.tell(tt.asked); got != tt.want {
			t.Errorf("%q is understood as %q, want %q", tt.asked, got, tt.want)
		}
	}
}

// Questions that say what they ask about, and those about one person of several,
// are left alone.
func TestLeansOnStory(t *testing.T) {
	t.Parallel()
	for asked, want := range map[string]bool{
		"When did they meet?": true, "did they agree on anything": false, "was it long": true, "Who was there?": true, "Why wasn't Ann there?": true, "how long": true,
		"When did Ann and Bob meet?": false, "Is there a treaty?": false, "What did he say?": false, "Who?": false, "What happened?": false,
		"Did Ann say it was long?": false, "": false,
	} {
		if got := leansOnStory(asked); got != want {
			t.Errorf("%q leans on the story: %t", asked, got)
		}
	}
}

func TestAskInStory(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	for asked, want := range map[string]string{
		"When did they meet?":                         "When did Trump and Putin meet?",
		"Who was there?":                              "Who was present at the summit?",
		"Where did Trump and Putin meet?":             "",
		"When did Russia sell Alaska? How old is it?": "",
	} {
		a := r.ask(t, Question{Text: asked})
		r.checkAnswer(t, a)
		if a.UnderstoodAs != want || !a.Answered {
			t.Errorf("%q is answered %t, understood as %q, want %q", asked, a.Answered, a.UnderstoodAs, want)
		}
	}
}
