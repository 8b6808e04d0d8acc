package conversation

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestStoryOf(t *testing.T) {
	t.Parallel()
	met := "Lee and Ray meet in Oslo. President Ann Lee held a summit with Chancellor Bob Ray in Oslo on Monday."
	again := "A summit in the harbour. Norwegian President Ann Lee and Bob Ray spoke about fishing. Oslo was quiet."
	other := "Bakery opens. Carl Orr has opened a bakery."
	storm := "Storm Nora. The storm broke the pier of Lund, Mayor Ann Lee said."
	for _, tt := range []struct {
		name string
		all  []string
		want Story
	}{
		{"a summit of two", []string{met, again}, Story{people: []string{"Lee", "Ray"}, event: "the summit", attended: true}},
		{"a storm", []string{storm, storm}, Story{event: "the storm"}},
		{"different things", []string{met, other}, Story{}},
		{"a third of another matter", []string{met, again, other}, Story{}},
		{"nothing", nil, Story{}},
	} {
		if diff := cmp.Diff(tt.want, StoryOf(tt.all), cmp.AllowUnexported(Story{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestStoryTell(t *testing.T) {
	t.Parallel()
	summit := Story{people: []string{"Lee", "Ray"}, event: "the summit", attended: true}
	storm := Story{event: "the storm"}
	for _, tt := range []struct {
		Story
		asked, want string
	}{
		{summit, "When did they meet?", "When did Lee and Ray meet?"},
		{summit, "who was there", "Who was present at the summit?"},
		{summit, "I want to know who was there", "Who was present at the summit?"},
		{summit, "Who attended?", "Who attended the summit?"},
		{summit, "how long did it last", "How long did the summit last?"},
		{summit, "what day of the week was it", "What day of the week was the summit?"},
		{summit, "When?", "When was the summit?"},
		{summit, "How long?", "How long did the summit last?"},
		{storm, "When did it hit the coast?", "When did the storm hit the coast?"},
		{storm, "Who was there?", "Who was there?"},
	} {
		if got := tt.Tell(tt.asked); got != tt.want {
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
		"Did Ann say it was long?": false, "did norway get all it wanted": false, "what did it say on the wall": false, "what did it say": true, "": false,
	} {
		if got := LeansOnStory(asked); got != want {
			t.Errorf("%q leans on the story: %t", asked, got)
		}
	}
}
