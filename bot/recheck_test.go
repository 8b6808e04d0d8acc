package bot_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/bot/customid"
	"sherpa/internal/fakediscord"
)

// TestAskedAgain: a question is asked again as it was understood, or in its own
// language with what it was understood as, where that is another one.
func TestAskedAgain(t *testing.T) {
	t.Parallel()
	const understood = "Where did the talks of the two leaders take place?"
	for name, tt := range map[string]struct {
		question string
		mode     answer.Mode
		text     string
		before   []string // the questions of the conversation
	}{
		"a follow-up":               {"And where did they take place?", answer.ModeLLM, understood, nil},
		"in another language":       {"Где проходили переговоры двух лидеров?", answer.ModeLLM, "Где проходили переговоры двух лидеров?", []string{understood}},
		"answered without a model":  {"Где проходили переговоры двух лидеров?", answer.ModeExtractive, understood, nil},
		"a word of no one language": {"Alaska?", answer.ModeLLM, understood, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			questions := make(chan answer.Question, 2)
			r := start(t, asking(func(_ context.Context, q answer.Question, next func() (answer.Answer, error)) (answer.Answer, error) {
				questions <- q
				a, err := next()
				a.Question, a.UnderstoodAs, a.Mode, a.LLM = q.Text, understood, tt.mode, &answer.LLMUse{Model: "m"}
				return a, err
			}))
			m := r.ask(at(ada), tt.question)
			<-questions
			id, err := customid.Parse(m.Parts()[0].CustomID)
			if err != nil {
				t.Fatal(err)
			}
			in := r.d.Press(fakediscord.From{UserID: bob, GuildID: guild, ChannelID: channel, Locale: "uk"}, m.ID, customid.ID{Action: customid.Recheck, Answer: id.Answer}.String())
			r.d.Interact(in)
			q := <-questions
			var before []string
			for _, turn := range q.History {
				before = append(before, turn.Question)
			}
			if diff := cmp.Diff(tt.before, before); diff != "" || q.Text != tt.text || q.Language != "uk" {
				t.Errorf("asked %q in %q, after (-want +got)\n%s", q.Text, q.Language, diff)
			}
			r.shown(in)
		})
	}
}
