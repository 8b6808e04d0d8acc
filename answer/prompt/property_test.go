package prompt

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The forms in which citations of one sentence may be written in plain text: %s
// is the sentence without its point, and the list of tokens follows.
var plainForms = []func(sentence string, tokens []string) string{
	func(s string, t []string) string { return s + ". [" + strings.Join(t, "][") + "]" },
	func(s string, t []string) string { return s + " [" + strings.Join(t, ", ") + "]." },
	func(s string, t []string) string { return s + ". [" + strings.Join(t, "] [") + "]." },
	func(s string, t []string) string { return s + " (" + strings.Join(t, "; ") + ")." },
	func(s string, t []string) string { return s + ".【" + strings.Join(t, "】【") + "】" },
	func(s string, t []string) string { return s + " ([" + strings.Join(t, "], [") + "])." },
	func(s string, t []string) string { return "- " + s + ". **[" + strings.Join(t, "]** **[") + "]**" },
	func(s string, t []string) string { return s + ". " + strings.Join(t, ", ") },
	func(s string, t []string) string { return "[" + strings.Join(t, "][") + "] " + s + "." },
	func(s string, t []string) string {
		return strings.Replace(s, " met", " ["+strings.Join(t, "] and [")+"] met", 1) + "."
	},
	func(s string, t []string) string { return s + ".\n[" + strings.ToUpper(strings.Join(t, "], [")) + "]" },
}

// drawSaid draws statements with citations, each of them another sentence.
func drawSaid(t *rapid.T, k *key) []Said {
	tokens := slices.SortedFunc(maps.Keys(k.sentences), strings.Compare)
	said := make([]Said, rapid.IntRange(1, 6).Draw(t, "statements"))
	for i := range said {
		said[i].Text = fmt.Sprintf("Person number %d met person %d.", i+1, rapid.IntRange(1, 999).Draw(t, "person"))
		for _, token := range rapid.SliceOfNDistinct(rapid.SampledFrom(tokens), 1, 3, rapid.ID).Draw(t, "tokens") {
			said[i].Cited = append(said[i].Cited, k.sentences[token])
		}
	}
	return said
}

func tokensOf(k *key, refs []Ref) (tokens []string) {
	for _, ref := range refs {
		for token, r := range k.sentences {
			if r == ref {
				tokens = append(tokens, token)
			}
		}
	}
	return tokens
}

// What cites in any of the forms is read back as it was meant.
func TestPlainCitationsRoundTrip(t *testing.T) {
	t.Parallel()
	a := answering(t, summit())
	rapid.Check(t, func(t *rapid.T) {
		want := drawSaid(t, &a.key)
		var reply strings.Builder
		for _, s := range want {
			write := rapid.SampledFrom(plainForms).Draw(t, "form")
			reply.WriteString(write(strings.TrimSuffix(s.Text, "."), tokensOf(&a.key, s.Cited)) + "\n")
		}
		checkRead(t, a, reply.String(), want)
	})
}

// Sentences in one line are told apart, if all of them cite in one form.
func TestCitationsInOneLineRoundTrip(t *testing.T) {
	t.Parallel()
	a := answering(t, summit())
	inLine := slices.Concat(plainForms[:6], plainForms[8:10])
	rapid.Check(t, func(t *rapid.T) {
		want := drawSaid(t, &a.key)
		write := rapid.SampledFrom(inLine).Draw(t, "form")
		var sentences []string
		for _, s := range want {
			sentences = append(sentences, write(strings.TrimSuffix(s.Text, "."), tokensOf(&a.key, s.Cited)))
		}
		checkRead(t, a, strings.Join(sentences, " "), want)
	})
}

func TestJSONCitationsRoundTrip(t *testing.T) {
	t.Parallel()
	a := answering(t, summit())
	around := [][2]string{{"", ""}, {"```json\n", "\n```"}, {"<think>They {met}.</think>\n", ""}, {"Here:\n", "\nBye."}}
	rapid.Check(t, func(t *rapid.T) {
		want := drawSaid(t, &a.key)
		type stated struct {
			Text      string   `json:"text"`
			Citations []string `json:"citations"`
		}
		var statements []stated
		for _, s := range want {
			statements = append(statements, stated{s.Text, tokensOf(&a.key, s.Cited)})
		}
		reply, err := json.Marshal(map[string]any{"answerable": true, "statements": statements})
		if err != nil {
			t.Fatal(err)
		}
		pair := rapid.SampledFrom(around).Draw(t, "around")
		checkRead(t, a, pair[0]+string(reply)+pair[1], want)
	})
}

func checkRead(t *rapid.T, a *Answering, reply string, want []Said) {
	t.Helper()
	got, err := a.Read(reply)
	if err != nil {
		t.Fatalf("%v\n%s", err, reply)
	}
	if diff := cmp.Diff(Reply{Statements: want}, got); diff != "" {
		t.Fatalf("%s\n(-want +got)\n%s", reply, diff)
	}
}
