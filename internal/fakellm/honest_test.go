package fakellm_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer/prompt"
	"sherpa/internal/fakellm"
)

func TestHonest(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		question, language string
		want               []string
		cited              []prompt.Ref
	}{
		{"Who opened the Vale bridge?", "en", []string{"Mayor Ada Quill opened the Vale bridge on 3 May 2031."}, []prompt.Ref{ref(0, 0)}},
		{"What did the bridge cost?", "en", []string{"The bridge cost 41 million euros, Quill said."}, []prompt.Ref{ref(0, 1)}},
		{"How long did the talks last?", "en", []string{
			"The talks about it lasted nearly three hours.", "The talks took more than three hours, Tarn council said.",
		}, []prompt.Ref{ref(0, 2), ref(1, 1)}},
		{"Who stole a bicycle?", "en", nil, nil},
		{"Wer eröffnete die Vale bridge?", "de", []string{"Im Artikel steht: “Mayor Ada Quill opened the Vale bridge on 3 May 2031.”"}, []prompt.Ref{ref(0, 0)}},
	} {
		for _, structured := range []bool{true, false} {
			m := material(tt.question)
			m.Language = tt.language
			a := answering(t, m)
			reply, err := a.Read(fakellm.Honest(as(a.Prompt(structured))))
			if err != nil {
				t.Fatal(err)
			}
			if reply.Declined != (tt.want == nil) || reply.Dropped > 0 {
				t.Errorf("%s: %+v", tt.question, reply)
			}
			var got []string
			var cited []prompt.Ref
			for _, s := range reply.Statements {
				got, cited = append(got, s.Text), append(cited, s.Cited...)
			}
			if diff := cmp.Diff(tt.want, got) + cmp.Diff(tt.cited, cited); diff != "" {
				t.Errorf("%s: (-want +got)\n%s", tt.question, diff)
			}
		}
	}
}

func TestHonestUnderstanding(t *testing.T) {
	t.Parallel()
	for question, language := range map[string]string{"Who opened the bridge?": "en", "Кто открыл мост?": "ru"} {
		for _, structured := range []bool{true, false} {
			u := understanding(t, question, prompt.Exchange{Question: "Where?", Answer: "In Vale."})
			got, err := u.Read(fakellm.Honest(as(u.Prompt(structured))))
			if err != nil || got != (prompt.Understood{Question: question, Language: language}) {
				t.Errorf("%q: %+v, %v", question, got, err)
			}
		}
	}
}

// A prompt in no form that it knows is a question without any sentence.
func TestHonestWithoutMaterial(t *testing.T) {
	t.Parallel()
	if got := fakellm.Honest(fakellm.Prompt{Messages: []fakellm.Message{{Role: "user", Text: "ping"}}}); got != "NOT ANSWERED" {
		t.Errorf("it says %q", got)
	}
}

func ref(passage, sentence int) prompt.Ref {
	return prompt.Ref{Passage: passage, Sentence: sentence}
}
