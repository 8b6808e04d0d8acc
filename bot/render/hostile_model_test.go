package render_test

import (
	"context"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"sherpa/answer"
	"sherpa/answer/prompt"
	"sherpa/bot/render"
	"sherpa/bot/texts"
	"sherpa/internal/fakellm"
)

// hostileModel does whatever a prompt or its own wickedness tells it, and keeps
// what it said.
type hostileModel struct{ said []string }

func (*hostileModel) Model() string { return "hostile @everyone" }

func (h *hostileModel) Generate(_ context.Context, _ answer.Payer, p prompt.Prompt) (answer.Generated, error) {
	var given fakellm.Prompt
	for _, m := range p.Messages {
		given.Messages = append(given.Messages, fakellm.Message{Role: string(m.Role), Text: m.Text})
	}
	if p.Schema != nil && len(h.said)%2 == 0 {
		given.Schema = p.Schema.JSON
	}
	reply := fakellm.HostileReply(given, 7, int64(len(h.said)))
	h.said = append(h.said, reply)
	return answer.Generated{Text: reply}, nil
}

// A hostile model does no harm to whoever reads its answer: neither as far as it
// is verified, nor, should verification fail, with all that it said.
func TestHostileModel(t *testing.T) {
	t.Parallel()
	rounds := 150
	if os.Getenv("SHERPA_FULL") != "" {
		rounds = 20_000
	}
	d, model := newDesk(t), &hostileModel{}
	engine := answer.New(d.search, d.store, answer.Options{Generator: model, Random: rand.NewChaCha8([32]byte{})})
	questions := []string{"Where was the meeting held?", "Who attended from the US delegation?", "What did Putin say about the talks?", "Где прошла встреча @everyone?"}
	languages, phrased := texts.Languages(), 0
	for i := range rounds {
		before := len(model.said)
		a := get(t, engine.Ask, answer.Question{Text: questions[i%len(questions)], Language: languages[i%len(languages)]})
		if a.Mode == answer.ModeLLM {
			phrased++
		}
		r := render.In(texts.For(languages[i%len(languages)]))
		raw := a
		raw.UnderstoodAs = strings.Join(model.said[before:], "\n")
		raw.Answered, raw.Mode, raw.ShortAnswer = true, answer.ModeLLM, raw.UnderstoodAs
		raw.Statements = []answer.Statement{{Text: raw.UnderstoodAs, Citations: []int{1}}, {Text: raw.UnderstoodAs}}
		for view, v := range []render.Shown{shown(a), shown(raw)} {
			for _, pages := range []render.Paged{r.Answer(v), r.Sources(v), r.Evidence(render.Behind{Shown: v, Question: v.Answer.UnderstoodAs, Store: "a.db"})} {
				for page := range pages.Len() {
					holdHarmless(t, pages.Page(page), raw.UnderstoodAs, view)
				}
			}
		}
	}
	if phrased == 0 {
		t.Error("nothing that the model said was shown: nothing is tested")
	}
	t.Logf("%d replies, %d of %d answers are the model's", len(model.said), phrased, rounds)
}
