package conversation

import "testing"

// A pronoun that neither the conversation nor the question explains is told, and no
// other.
func TestUnclear(t *testing.T) {
	t.Parallel()
	const weather = "Which roads are icy?"
	for _, tt := range []struct{ last, asked, want string }{
		{weather, "What does he want?", "he"},
		{weather, "What did they pay for?", "they"},
		{weather, "Does Ann Lee agree with that?", ""},
		{"What does Norwick want?", "does ann agree with that?", "that"},
		{weather, "Who lost his hat?", ""},
		{weather, "Who did he meet on Thursday?", "he"},
		{weather, "What did the baker say about her oven?", ""},
		{weather, "What did Ann Lee say when she left?", ""},
		{weather, "Did the bakers say that they would close?", ""},
		{weather, "Is it true that the bridge fell?", ""},
		{weather, "Who is the king of Norway?", ""},
		{weather, "When was it that the bridge fell?", ""},
		{"What does Norwick want?", "Did Ann Lee get it?", "it"},
		{"What did Ann Lee say?", "Why did Bob Ray say that?", ""},
	} {
		history := []Turn{{Question: tt.last}}
		if got := Unclear(Resolve(tt.asked, history), history); got != tt.want {
			t.Errorf("after %q, in %q %q is unclear, want %q", tt.last, tt.asked, got, tt.want)
		}
	}
	if got := Unclear("What does he want?", nil); got != "" {
		t.Errorf("without a conversation %q is unclear", got)
	}
}

// A question word alone that goes on with nothing is told.
func TestBare(t *testing.T) {
	t.Parallel()
	history := []Turn{{Question: "Where was Ann Lee?"}}
	for asked, want := range map[string]string{"how come?": "Why", "Why did she leave?": "", "Who?": ""} {
		if got := Bare(Resolve(asked, history), history); got != want {
			t.Errorf("%q: %q, want %q", asked, got, want)
		}
	}
	if got := Bare("Why?", nil); got != "" {
		t.Errorf("the first question: %q", got)
	}
}
