package answer

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestResolve asks questions that lean on the one before, and others that must
// stay as they are.
func TestResolve(t *testing.T) {
	t.Parallel()
	const (
		where  = "Where was the summit held?"
		lasted = "How long did the talks last?"
		who    = "Who is Andrei Belousov?"
		ask    = "What does Moscow demand from Ukraine?"
	)
	for _, tt := range []struct{ last, asked, want string }{
		{where, "And how long did it last?", "And how long did the summit last?"},
		{where, "How long did it last?", "How long did the summit last?"},
		{where, "What day was it?", "What day was the summit?"},
		{where, "When was that?", "When was the summit?"},
		{where, "When?", "When was the summit held?"},
		{where, "And when?", "And when was the summit held?"},
		{where, "Why?", "Why was the summit held?"},
		{where, "How long?", "How long was the summit held?"},
		{where, "And who was there?", "And who was present at the summit?"},
		{where, "What was agreed there?", "What was agreed at the summit?"},
		{lasted, "And where?", "And where did the talks take place?"},
		{lasted, "And who was there?", "And who was present at the talks?"},
		{"How long did Ann and Bob talk?", "Where?", "Where did Ann and Bob talk?"},
		{"How long did Ann and Bob talk?", "And who was there?", "And who was with Ann and Bob?"},
		{who, "How did he describe the mood?", "How did Andrei Belousov describe the mood?"},
		{who, "How old is he?", "How old is Andrei Belousov?"},
		{who, "What is his office?", "What is Andrei Belousov's office?"},
		{who, "Who met him?", "Who met Andrei Belousov?"},
		{who, "And Sergei Lavrov?", "Who is Sergei Lavrov?"},
		{who, "What about Sergei Lavrov?", "Who is Sergei Lavrov?"},
		{who, "And what about Sergei Lavrov?", "Who is Sergei Lavrov?"},
		{ask, "And what about Kyiv?", "What does Kyiv demand from Ukraine?"},
		{ask, "Who else?", ask},
		{ask, "Anything else?", ask},
		{ask, "And more?", ask},
		{"When did Russia invade Ukraine?", "And the United States?", "When did United States invade Ukraine?"},
		{"Was Zelensky at the talks?", "Did he call for peace?", "Did Zelensky call for peace?"},
		{"Was Zelensky's plan discussed?", "What does he want?", "What does Zelensky want?"},

		// They say themselves what they ask.
		{where, "Who signed the treaty in 2010?", "Who signed the treaty in 2010?"},
		{where, "When did Russia sell Alaska?", "When did Russia sell Alaska?"},
		{where, "What did Putin say when he arrived?", "What did Putin say when he arrived?"},
		{where, "Did Trump keep his promise?", "Did Trump keep his promise?"},
		{where, "Is it true that Alaska was sold to the United States?", "Is it true that Alaska was sold to the United States?"},
		{where, "Who attended that meeting of ministers?", "Who attended that meeting of ministers?"},
		{where, "", ""},
		{"", "And how long did it last?", "And how long did it last?"},
	} {
		got := resolve(Question{Text: tt.asked, History: []Turn{{Question: tt.last}}})
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("after %q, %q (-want +got):\n%s", tt.last, tt.asked, diff)
		}
	}
}

// Names come from the answer before where its question has none.
func TestResolveByAnswer(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		last Turn
		want string
	}{
		{"short answer", Turn{Question: "Who spoke first?", Answer: Answer{ShortAnswer: "Sergei Lavrov"}}, "How old is Sergei Lavrov?"},
		{"name typed small", Turn{
			Question: "who is steve witkoff",
			Answer:   Answer{Statements: []Statement{{Text: "Special envoy Steve Witkoff sat at the table."}}},
		}, "How old is Steve Witkoff?"},
		{"nobody", Turn{Question: "Which treaty ends?", Answer: Answer{ShortAnswer: "Norway"}}, "How old is he?"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := resolve(Question{Text: "How old is he?", History: []Turn{tt.last}})
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Only the last turn counts, and without a conversation nothing is changed.
func TestResolveLastTurn(t *testing.T) {
	t.Parallel()
	history := []Turn{{Question: "Who is Marco Rubio?"}, {Question: "Who is Steve Witkoff?"}}
	if got := resolve(Question{Text: "How old is he?", History: history}); got != "How old is Steve Witkoff?" {
		t.Errorf("got %q", got)
	}
	if got := resolve(Question{Text: "  How old\tis he? "}); got != "How old is he?" {
		t.Errorf("got %q", got)
	}
}
