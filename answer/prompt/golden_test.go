package prompt

import (
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"sherpa/internal/golden"
)

// fixed is a source of randomness that gives the same every time.
func fixed(seed byte) io.Reader {
	return rand.NewChaCha8([32]byte{seed})
}

// summit is material as a question gets it.
func summit() Material {
	return Material{
		Question: "How long did Trump and Putin talk?",
		Passages: []Passage{
			{
				Title: "Trump and Putin meet in Alaska", Publisher: "Example News", Published: "2025-08-15",
				Sentences: []string{
					"Donald Trump met Vladimir Putin in Anchorage, Alaska, on 15 August 2025.",
					"The talks lasted almost three hours, the White House said.",
					"“There's no deal until there's a deal,” Trump said.",
				},
			},
			{
				Title: "No deal after Alaska talks", Publisher: "Daily Example",
				Sentences: []string{"The two leaders did not reach a deal.", "Their meeting took about 2 hours 45 minutes, the Kremlin said."},
			},
		},
		Language: "en", ArticleLanguage: "en",
	}
}

func answering(tb testing.TB, m Material) *Answering {
	tb.Helper()
	a, err := NewAnswering(m, fixed(1))
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

func understanding(tb testing.TB, question string, before ...Exchange) *Understanding {
	tb.Helper()
	u, err := NewUnderstanding(question, before, "en", fixed(1))
	if err != nil {
		tb.Fatal(err)
	}
	return u
}

func TestAnsweringPrompt(t *testing.T) {
	t.Parallel()
	translated := summit()
	translated.Question, translated.Language, translated.Differ = "Сколько длились переговоры?", "ru", "duration"
	hold(t, "answer_structured", answering(t, summit()).Prompt(true))
	hold(t, "answer_plain", answering(t, summit()).Prompt(false))
	hold(t, "answer_translated_structured", answering(t, translated).Prompt(true))
	hold(t, "answer_translated_plain", answering(t, translated).Prompt(false))
}

func TestUnderstandingPrompt(t *testing.T) {
	t.Parallel()
	before := Exchange{Question: "Who met in Alaska?", Answer: "Donald Trump met Vladimir Putin."}
	hold(t, "understand_structured", understanding(t, "А сколько они говорили?", before).Prompt(true))
	hold(t, "understand_plain", understanding(t, "А сколько они говорили?", before).Prompt(false))
	hold(t, "understand_alone", understanding(t, "Кто победил?").Prompt(false))
}

// golden compares a prompt with its file.
func hold(t *testing.T, name string, p Prompt) {
	t.Helper()
	var got strings.Builder
	for _, m := range p.Messages {
		fmt.Fprintf(&got, "--- %s\n%s\n", m.Role, m.Text)
	}
	if p.Schema != nil {
		fmt.Fprintf(&got, "--- schema %s\n%s\n", p.Schema.Name, p.Schema.JSON)
	}
	fmt.Fprintf(&got, "--- at most %d tokens\n", p.MaxTokens)
	golden.Check(t, filepath.Join("testdata", name+".golden"), got.String())
}
