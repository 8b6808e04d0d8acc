package answer

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer/short"
)

// An overview is made of openings, the older article first, and names no value.
func TestAskOverview(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	first := r.ask(t, Question{Text: "What happened?"})
	r.checkAnswer(t, first)
	if !first.Answered || first.ShortAnswer != "" || len(first.Statements) != short.MaxStatements || first.Citations[0].Start != 0 {
		t.Errorf("answered %t, %q, %d statements", first.Answered, first.ShortAnswer, len(first.Statements))
	}
	news := r.ask(t, Question{Text: "any news?"})
	r.checkAnswer(t, news)
	if a, b := news.Citations[0].Article.Published, first.Citations[0].Article.Published; a <= b {
		t.Errorf("what is new is of %s, what happened of %s", a, b)
	}
	more := r.ask(t, Question{Text: "tell me more", History: []Turn{turn(first)}})
	r.checkAnswer(t, more)
	for _, s := range more.Statements {
		for _, said := range first.Statements {
			if s.Text == said.Text {
				t.Errorf("%q is said again", s.Text)
			}
		}
	}
	if !more.Answered || more.UnderstoodAs != "What happened?" {
		t.Errorf("more is answered %t, as %q", more.Answered, more.UnderstoodAs)
	}
}

func TestAskOverviewOfSome(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	for _, qn := range []Question{{Text: "What happened?", Since: "2999-01-01"}, {Text: "What happened?", Source: "nobody"}} {
		a := r.ask(t, qn)
		r.checkAnswer(t, a)
		if a.Answered {
			t.Errorf("%+v is answered: %s", qn, a.Text)
		}
	}
	a := r.ask(t, Question{Text: "summarise the red carpet"})
	r.checkAnswer(t, a)
	if !a.Answered || a.ShortAnswer != "" {
		t.Errorf("answered %t, %q", a.Answered, a.ShortAnswer)
	}
}

func TestAskAboutSherpa(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	for _, s := range []string{"who are you?", "What can you do", "help"} {
		a := r.ask(t, Question{Text: s})
		if diff := cmp.Diff(r.ask(t, Question{Text: "how do you work?"}).Text, a.Text); diff != "" || a.Answered {
			t.Errorf("%q: answered %t (-want +got):\n%s", s, a.Answered, diff)
		}
	}
}

// What only names a matter has no short answer.
func TestAskTopic(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	for _, s := range []string{"the red carpet", "putin's flowers", "Alaska?"} {
		a := r.ask(t, Question{Text: s})
		r.checkAnswer(t, a)
		if !a.Answered || a.ShortAnswer != "" {
			t.Errorf("%q: answered %t, %q", s, a.Answered, a.ShortAnswer)
		}
	}
}
