package bot_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"sherpa/bot"
	"sherpa/internal/fakediscord"
	"sherpa/store"
)

// TestLimitsOfAQuestion: a source or a date that no article has is told, not
// taken for a refusal; one that fits is said in the answer.
func TestLimitsOfAQuestion(t *testing.T) {
	t.Parallel()
	r := start(t)
	for _, tt := range []struct{ option, value, wants string }{
		{"source", "The *Moon* Post", "no source “The \\*Moon\\* Post”"},
		{"since", "2031-02-03", "3 February 2031 or later"},
		{"source", "004", "Only the source 004"},
		{"source", "SHERPA BRIEF", "Only the source SHERPA BRIEF"},
		{"since", "2025-08-01", "Only articles published on 1 August 2025 or later"},
		{"since", "2025-08-31", "Only articles published on 31 August 2025 or later"}, // of an article of August
	} {
		r.contains(r.ask(at(ada), asked, fakediscord.Text(tt.option, tt.value)), tt.wants)
	}
	found := r.use(at(ada), "search", fakediscord.Text("query", "ceasefire"), fakediscord.Text("source", "nobody"))
	r.contains(found, "no source “nobody”")
	if gaps, err := r.store.Gaps(t.Context(), guild, 10); err != nil || len(gaps) > 0 {
		t.Errorf("gaps: %v, %v", gaps, err)
	}
}

// TestClosedChannels: where the admins want no open answers, neither reports nor
// shared answers are open.
func TestClosedChannels(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.put(store.ServerSettings{Channels: []string{other}})
	for path, option := range map[string]string{"search": "query", "compare": "topic", "timeline": "topic", "quote": "text"} {
		if m := r.use(at(ada), path, fakediscord.Text(option, "ceasefire")); !m.Ephemeral() {
			t.Errorf("/%s: everybody sees %q", path, m.Content)
		}
	}
	m := r.ask(at(ada), asked)
	in := r.press(at(ada), m, "Share")
	r.within(5*time.Second, "a word on that", func() bool { return len(r.d.Response(in.Token).FollowUps) > 0 })
	if told := r.d.Response(in.Token).FollowUps[0]; !told.Ephemeral() || !strings.Contains(told.Content, "answers openly") {
		t.Errorf("told: %q", told.Content)
	}
	if open := r.d.Messages(channel); len(open) > 0 {
		t.Errorf("it was shared: %q", open[0].Content)
	}
}

// TestQuoteOfNoWords is told what to do, and is no failure.
func TestQuoteOfNoWords(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.contains(r.use(at(ada), "quote", fakediscord.Text("text", "🤔 …")), "no words here")
}

// TestKeptIsExplained: the bot's own sentence below the list names commands that
// can be pressed, not their marks.
func TestKeptIsExplained(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.ask(at(ada), asked)
	r.contains(r.use(at(ada), "privacy show"), "`/privacy export`")
	if m := r.use(admin(), "settings corpus list"); !strings.Contains(m.Content, "`/settings corpus add`") {
		t.Errorf("an empty list: %q", m.Content)
	}
}

// TestSkippedInputs: reasons are shown whole, and what is left out is counted.
func TestSkippedInputs(t *testing.T) {
	t.Parallel()
	lines := make([]string, 0, 40)
	for range 40 {
		lines = append(lines, `{"title":"Nothing in it"}`)
	}
	data := strings.Join(lines, "\n")
	r := start(t, fetching(data))
	file := r.d.Attach(fakediscord.File{Name: "many.jsonl", Data: []byte(data)})
	add := onCDN(t, r.d.Slash(admin(), "settings corpus add", fakediscord.Attached("file", file)))
	r.d.Interact(add)
	m := r.shown(add)
	told := strings.Count(m.Content, "\nSkipped ")
	if told == 0 || told > 10 || !strings.Contains(m.Content, "more were skipped") {
		t.Errorf("%d reasons: %q", told, m.Content)
	}
	for line := range strings.Lines(m.Content) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "Skipped") && !strings.HasSuffix(line, " paragraphs too") {
			t.Errorf("a reason is cut: %q", line)
		}
	}
}

// fetching makes the bot find data wherever it fetches a file.
func fetching(data string) func(*bot.Options) {
	return func(o *bot.Options) {
		o.Fetch = func(context.Context, string, int64) ([]byte, error) { return []byte(data), nil }
	}
}
