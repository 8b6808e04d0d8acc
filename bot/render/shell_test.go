package render

import (
	"os/exec"
	"strings"
	"testing"

	"sherpa/internal/text"
)

var shellTexts = []string{
	"Where did they meet?", "it's", "''", "```", "`id`", "$(id) ${HOME} \\ !! *", `"quoted"`, "-x --y", "a\nb", "'`'`'", "会议 👩‍👩‍👧‍👦", "'''''```'''", "", "#", "a;b&c|d>e",
}

// A real shell reads back what was quoted.
func TestShellReadsBack(t *testing.T) {
	t.Parallel()
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell here")
	}
	for _, s := range shellTexts {
		for _, word := range []string{shellWord(s), shellQuote(s)} {
			out, err := exec.CommandContext(t.Context(), sh, "-c", "printf %s "+word).Output() //nolint:gosec // what it quotes is the test
			if want := text.Squeeze(text.Clean(s)); err != nil || string(out) != want {
				t.Errorf("%s is read as %q, want %q: %v", word, out, want, err)
			}
		}
	}
}

func FuzzShellQuote(f *testing.F) {
	for _, s := range shellTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		quoted := shellQuote(s)
		if got, want := readShell(t, quoted), text.Squeeze(text.Clean(s)); got != want {
			t.Errorf("%s is read as %q, want %q", quoted, got, want)
		}
		// A block of code would show three backticks as something else.
		if strings.Contains(quoted, "```") {
			t.Errorf("%s cannot stand in a block of code", quoted)
		}
	})
}

// readShell reads one word of quotations as a shell does.
func readShell(t *testing.T, word string) string {
	t.Helper()
	var b strings.Builder
	for word != "" {
		mark := word[:1]
		if mark != "'" && mark != `"` {
			t.Fatalf("%q stands outside of quotation marks", word)
		}
		inside, rest, closed := strings.Cut(word[1:], mark)
		if !closed || mark == `"` && strings.Trim(inside, "'") != "" {
			t.Fatalf("%q is not quoted safely", word)
		}
		b.WriteString(inside)
		word = rest
	}
	return b.String()
}
