package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"sherpa/internal/fakediscord"
	"sherpa/internal/fakellm"
)

const modelRunIntro = `# A recorded run with a language model

What people saw of ` + "`sherpa serve`" + ` with a language model, on a Discord and with a model of its own on this machine: the model says what the test that writes this page wants.
How answers come about and what is checked of them stands in [llm.md](llm.md).
`

// servedModel is a served program with a language model.
type servedModel struct {
	*served
	author
	llm *fakellm.Server
}

func newServedModel(t *testing.T, opts fakellm.Options) *servedModel {
	t.Helper()
	s := &servedModel{served: newServed(t)}
	if opts.Model == nil {
		opts.Model = s.Model
	}
	opts.Key, opts.Models = canaryKey, []string{modelName}
	s.llm = fakellm.New(t, opts)
	t.Cleanup(func() {
		for _, secret := range []string{canaryKey, "0815-2323", "THE MATERIAL", "strangers wrote"} {
			if strings.Contains(s.log.String(), secret) {
				t.Errorf("the log tells %q", secret)
			}
			for _, r := range s.discord.Requests() {
				if strings.Contains(string(r.Body), secret) {
					t.Errorf("Discord is told %q: %s", secret, r.Body)
				}
			}
		}
	})
	return s
}

// settings name the model in the environment.
func (s *servedModel) settings(more ...string) []string {
	return append([]string{
		"SHERPA_LLM_BASE_URL=" + s.llm.APIURL(), "SHERPA_LLM_MODEL=" + modelName, "SHERPA_LLM_API_KEY=" + canaryKey,
		"SHERPA_LLM_INPUT_PRICE=10", "SHERPA_LLM_OUTPUT_PRICE=30",
	}, more...)
}

// mayConnectAtOnce forgets when the program connected last, as if some seconds had
// passed.
func (s *servedModel) mayConnectAtOnce() {
	s.t.Helper()
	counts, err := filepath.Glob(filepath.Join(s.home, ".local", "share", "sherpa", "*.identify*"))
	if err != nil || len(counts) == 0 {
		s.t.Fatalf("no counts of connections: %v", err)
	}
	for _, file := range counts {
		if err := os.Remove(file); err != nil {
			s.t.Fatal(err)
		}
	}
}

// varying are numbers of tokens and what they cost, which depend on the lengths
// of prompts, and ids of answers in German.
var varying = regexp.MustCompile(`(Tokens: |Cost: |Antwort )[$\da-z.,]+( read, \d+ written)?`)

func TestServeModel(t *testing.T) {
	t.Parallel()
	s := newServedModel(t, fakellm.Options{})
	s.listens()
	s.start(s.settings()...)
	room := fakediscord.From{GuildID: "700000000000000007", ChannelID: "800000000000000008"}
	german := fakediscord.From{GuildID: room.GuildID, ChannelID: room.ChannelID, UserID: "210000000000000022", Locale: "de"}
	admin := fakediscord.From{GuildID: room.GuildID, ChannelID: room.ChannelID, UserID: "210000000000000023", Permissions: 1<<5 | 1<<10}
	direct := fakediscord.From{UserID: "210000000000000021"}

	s.note("## In a channel")
	s.author.says("Yuri Ushakov is an adviser who joined Putin. <- adviser Yuri Ushakov joined\nYuri Ushakov joined Putin in Moscow. <- adviser Yuri Ushakov joined\n" +
		"Sergey Lavrov joined Putin too. <- adviser Yuri Ushakov joined")
	ask := s.does("/ask question: Who is Yuri Ushakov?", s.discord.Slash(room, "ask", fakediscord.Text("question", "Who is Yuri Ushakov?")))
	s.press("Pressing Sources", room, ask, "Sources")
	s.press("Pressing Evidence", room, ask, "Evidence")
	s.does("/ask question: What did Putin eat for breakfast?", s.discord.Slash(room, "ask", fakediscord.Text("question", "What did Putin eat for breakfast?")))
	s.author.says("The talks lasted about 3 hours. <- nearly three hours | more than three hours")
	s.does("/ask question: How long did Trump and Putin talk?", s.discord.Slash(room, "ask", fakediscord.Text("question", "How long did Trump and Putin talk?")))

	s.note("## In German")
	s.author.says("Trump und Putin trafen sich auf der Joint Base Elmendorf-Richardson in Alaska. <- in Alaska was the scene of")
	s.understands("Where did Trump and Putin meet?")
	where := s.does("/ask question: Wo haben sich Trump und Putin getroffen?",
		s.discord.Slash(german, "ask", fakediscord.Text("question", "Wo haben sich Trump und Putin getroffen?")))
	s.press("Pressing Quellen", german, where, "Quellen")

	s.note("## In a direct message")
	s.author.says("Yuri Ushakov is an adviser who joined Putin. <- adviser Yuri Ushakov joined")
	s.served.says("Who is Yuri Ushakov?", direct, fakediscord.Post{Content: "Who is Yuri Ushakov?"})
	s.author.says("Sergei Lavrov and Kiril Dmitriev were in the Russian delegation too. <- The Russian delegation around Putin")
	s.understands("Who was with Yuri Ushakov at the talks?")
	s.served.says("And who was with him?", direct, fakediscord.Post{Content: "And who was with him?"})

	s.note("## When the model fails")
	s.llm.Always(fakellm.Unauthorized())
	s.does("/ask question: Who met Putin in Alaska?", s.discord.Slash(room, "ask", fakediscord.Text("question", "Who met Putin in Alaska?")))

	for _, where := range []string{"help", "privacy show"} {
		in := s.discord.Slash(room, where)
		s.discord.Interact(in)
		if got := s.answered(in).Content; !strings.Contains(got, "are given to the AI fake") {
			t.Errorf("/%s does not say who gets questions:\n%s", where, got)
		}
	}
	s.measured(admin)
	if code := s.stop(syscall.SIGTERM); code != 0 {
		t.Errorf("SIGTERM ended the program with %d, want 0", code)
	}

	s.note("## After a restart")
	s.mayConnectAtOnce()
	s.start(s.settings()...)
	s.press("Pressing Sources below the first answer in the channel", room, ask, "Sources")
	answers := s.discord.Messages(s.discord.DM(direct.UserID))
	s.press("Pressing Sources below the first answer in the direct message", direct, answers[0], "Sources")
	if code := s.stop(syscall.SIGTERM); code != 0 {
		t.Errorf("SIGTERM ended the program with %d, want 0", code)
	}
	log := s.log.String()
	if strings.Contains(log, "could not be kept") {
		t.Error("records were lost")
	}
	if !strings.Contains(log, "rejected: the server answered 401 Unauthorized: check llm.api_key") {
		t.Error("the log does not say what to correct")
	}
	page := s.page.String()
	s.page.Reset()
	s.page.WriteString(varying.ReplaceAllString(page, "$1…"))
	s.golden("discord-run-model.md", modelRunIntro)
}

// measured looks at the figures for operators, and at those for admins.
func (s *servedModel) measured(admin fakediscord.From) {
	s.t.Helper()
	spent := regexp.MustCompile(`(?m)^AI today · requests: 5 · tokens: \d,\d+ · cost: \$0\.0[1-9]\d* · answers without it: 2
AI in the last 30 days · requests: 5 · tokens: \d,\d+ · cost: \$0\.0[1-9]\d* · answers without it: 2
Used of what this server may spend on AI today: [1-9]%$`)
	s.becomes("what the model took", func() string {
		in := s.discord.Slash(admin, "settings stats")
		s.discord.Interact(in)
		return spent.FindString(s.answered(in).Content)
	}, "AI today")
	_, body := s.get("/metrics")
	for _, want := range []string{
		`sherpa_model_calls_total{outcome="ok"} 7`, `sherpa_model_calls_total{outcome="rejected"} 1`, `sherpa_model_requests_total 8`,
		`sherpa_model_seconds_count 8`, `sherpa_fallbacks_total{reason="rejected"} 1`,
	} {
		if !strings.Contains(body, want+"\n") {
			s.t.Errorf("the metrics do not say %s", want)
		}
	}
	for _, above := range []string{`sherpa_model_tokens_total{kind="prompt"}`, `sherpa_model_tokens_total{kind="completion"}`, "sherpa_model_cost_usd_total"} {
		if !regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(above) + ` [\d.e+-]*[1-9]`).MatchString(body) {
			s.t.Errorf("the metrics do not count %s", above)
		}
	}
}

// TestServeModelStatus says what goes on while the model takes its time.
func TestServeModelStatus(t *testing.T) {
	t.Parallel()
	s := newServedModel(t, fakellm.Options{})
	s.start(s.settings()...)
	s.llm.Always(fakellm.Reply{BeforeFirst: 2 * time.Second})
	from := fakediscord.From{GuildID: "700000000000000007", ChannelID: "800000000000000008"}
	in := s.discord.Slash(from, "ask", fakediscord.Text("question", "Who is Yuri Ushakov?"))
	s.discord.Interact(in)
	s.wait("the status", func() bool {
		m := s.discord.Response(in.Token).Original
		return m != nil && m.Content == "Reading 3 passages…"
	})
	s.shows(in, "AI (fake-1), checked")
	s.stop(syscall.SIGTERM)
}

// TestServeOffline asks no model, and tells nobody that one gets their questions.
func TestServeOffline(t *testing.T) {
	t.Parallel()
	s := newServedModel(t, fakellm.Options{})
	s.process = s.terminal("--offline", "serve")
	s.process.Env, s.process.Stderr = s.environment(s.settings()...), &s.log
	if err := s.process.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.discord.AwaitReady(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	s.wait("the commands", func() bool { return len(s.discord.Commands("")) > 0 })
	from := fakediscord.From{UserID: "210000000000000021"}
	for path, options := range map[string][]fakediscord.Option{
		"ask": {fakediscord.Text("question", "Wer ist Yuri Ushakov?")}, "help": nil, "privacy show": nil,
	} {
		in := s.discord.Slash(from, path, options...)
		s.discord.Interact(in)
		if got := s.answered(in).Content; strings.Contains(got, "fake") {
			t.Errorf("/%s speaks of a model:\n%s", path, got)
		}
	}
	if n := s.llm.Count(); n > 0 {
		t.Errorf("the model was called %d times", n)
	}
	s.stop(syscall.SIGTERM)
}
