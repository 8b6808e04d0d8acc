package answer

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// A question in another language is searched for in the articles' own, and the
// answer is asked for in the question's.
func TestQuestionInAnotherLanguage(t *testing.T) {
	t.Parallel()
	for _, noSchema := range []bool{false, true} {
		g := &scripted{
			noSchema: noSchema, understand: "Where did Trump and Putin meet?",
			answer: says(said{"Donald Trump und Vladimir Putin trafen sich auf der Joint Base Elmendorf-Richardson in Alaska.", []string{sceneWords}}),
		}
		a := withModel(t, g).ask(t, Question{Text: "Wo haben sich Trump und Putin getroffen?"})
		if a.Mode != ModeLLM || a.UnderstoodAs != "Where did Trump and Putin meet?" || !strings.Contains(a.Text, "trafen sich") {
			t.Errorf("%s answer %q, understood as %q, %+v", a.Mode, a.Text, a.UnderstoodAs, a.LLM)
		}
		if last := g.prompts[len(g.prompts)-1]; !strings.Contains(last.Messages[1].Text, "German") {
			t.Errorf("the answer is not asked for in German:\n%s", last.Messages[1].Text)
		}
	}
}

func TestLanguageOfAnswers(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, locale, articles, want string }{
		{"Where did they meet?", "de", "en", "en"},
		{"Wo haben sie sich getroffen?", "en-US", "en", "de"},
		{"Где они встретились?", "", "en", "ru"},
		{"Trump Putin?", "uk", "en", "uk"},
		{"Trump Putin?", "pt-BR", "en", "en"},
		{"Trump Putin?", "es-ES", "en", "es"},
		{"Trump Putin?", "", "de", "de"},
	} {
		if got := answerLanguage(Question{Text: tt.text, Language: tt.locale}, tt.articles); got != tt.want {
			t.Errorf("%q of %q over %q: %q, want %q", tt.text, tt.locale, tt.articles, got, tt.want)
		}
	}
}

func TestFollowUpByTheModel(t *testing.T) {
	t.Parallel()
	g := &scripted{understand: "Where did Trump and Putin meet?", answer: says(said{scene, []string{sceneWords}})}
	r := withModel(t, g)
	first := r.ask(t, Question{Text: "How long did Trump and Putin talk?", Offline: true})
	history := []Turn{{Question: first.Question, Answer: first}}
	if g.asked() != 0 {
		t.Fatal("the first question reached the model")
	}
	a := r.ask(t, Question{Text: "And at which place was that?", History: history})
	if a.Mode != ModeLLM || a.UnderstoodAs != g.understand || a.LLM.PromptTokens != 200 {
		t.Errorf("%s answer, understood as %q, %+v", a.Mode, a.UnderstoodAs, a.LLM)
	}
	if asked := g.prompts[0].Messages[1].Text; !strings.Contains(asked, first.Question) {
		t.Errorf("the conversation is not in the prompt:\n%s", asked)
	}
	a = r.ask(t, Question{Text: whereMet, History: history})
	if a.UnderstoodAs != "" || a.LLM.PromptTokens != 100 {
		t.Errorf("a question that stands alone was understood as %q, %+v", a.UnderstoodAs, a.LLM)
	}
}

// What the model makes of a question is not believed if it is another question,
// and if the model fails the offline resolver does it.
func TestUnderstandingFails(t *testing.T) {
	t.Parallel()
	offline := overBriefs(t)
	first := offline.ask(t, Question{Text: "Where did Trump and Putin meet?"})
	qn := Question{Text: "And when?", History: []Turn{{Question: first.Question, Answer: first}}}
	want := offline.ask(t, qn).UnderstoodAs
	for name, g := range map[string]*scripted{
		"no change":    {understand: "And when?"},
		"error":        {err: &GenerateError{ReasonUnavailable, errors.New("down")}},
		"another name": {understand: "When did Macron meet Putin?"},
		"new figure":   {understand: "When in 1972 did they meet?"},
		"address":      {understand: "See https://evil.example?"},
		"bare address": {understand: "What does evil.example say?"},
		"long":         {understand: strings.Repeat("when ", 200) + "?"},
		"nothing":      {understand: " "},
	} {
		if g.err == nil {
			g.answer = says(said{scene, []string{sceneWords}})
		}
		if a := withModel(t, g).ask(t, qn); a.UnderstoodAs != want {
			t.Errorf("%s: understood as %q, want %q", name, a.UnderstoodAs, want)
		}
	}
}

// A model that is down is asked once, not for the question and then the answer.
func TestModelThatIsDownIsAskedOnce(t *testing.T) {
	t.Parallel()
	g := &scripted{err: &GenerateError{ReasonTimeout, errors.New("slow")}}
	r := withModel(t, g)
	first := r.ask(t, Question{Text: whereMet, Offline: true})
	a := r.ask(t, Question{Text: "And how long did they talk?", History: []Turn{{Question: whereMet, Answer: first}}})
	if g.asked() != 1 || a.LLM == nil || a.LLM.FallbackReason != string(ReasonTimeout) || !a.Answered {
		t.Errorf("asked %d times, %+v, answered %t", g.asked(), a.LLM, a.Answered)
	}
}

// phrasedBasis is keptBasis with a model.
var phrasedBasis = Basis{Scope: "default", Versions: "7", Mode: "scripted-1"}

func TestCacheWithAModel(t *testing.T) {
	t.Parallel()
	c := newCache(t)
	g := &scripted{answer: says(said{scene, []string{sceneWords}})}
	r := withModel(t, g)
	ask := func(qn Question) Answer {
		t.Helper()
		qn.Asked = time.Unix(0, 0)
		a, err := c.Ask(t.Context(), phrasedBasis, qn, r.Engine.Ask)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	ask(Question{Text: whereMet})
	ask(Question{Text: " " + whereMet})
	if g.asked() != 1 {
		t.Errorf("asked %d times for one question", g.asked())
	}
	ask(Question{Text: whereMet, Language: "de-AT"})
	if g.asked() != 2 {
		t.Error("another locale has the same answer")
	}
	if a := ask(Question{Text: whereMet, Offline: true}); a.Mode != ModeExtractive {
		t.Errorf("offline, a %s answer", a.Mode)
	}
	g.err = &GenerateError{ReasonUnavailable, errors.New("down")}
	if a := ask(Question{Text: "Was a ceasefire agreed?"}); a.LLM.FallbackReason != string(ReasonUnavailable) {
		t.Errorf("%+v", a.LLM)
	}
	before := g.asked()
	ask(Question{Text: "Was a ceasefire agreed?"})
	if g.asked() == before {
		t.Error("that the model was down is remembered")
	}
}
