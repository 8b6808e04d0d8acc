package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"sherpa/bot/command"
	"sherpa/internal/fakediscord"
)

const runIntro = `# A recorded run

What people saw of ` + "`sherpa serve`" + `, the program itself, on a Discord of its own on this machine that checks every request. It is written by a test, which
fails if anything in it changes. Answers come from the articles that come with the program.
`

func TestServe(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	s.start()
	room := fakediscord.From{GuildID: "700000000000000007", ChannelID: "800000000000000008"}
	direct := fakediscord.From{UserID: "210000000000000021"}

	s.note("## In a channel")
	ask := s.does("/ask question: How long did Trump and Putin talk?",
		s.discord.Slash(room, "ask", fakediscord.Text("question", "How long did Trump and Putin talk?")))
	s.press("Pressing Sources", room, ask, "Sources")
	s.press("Pressing Evidence", room, ask, "Evidence")
	s.does("Pressing 👍", s.discord.Press(room, ask.ID, s.emoji(ask, "👍").CustomID))
	s.does("Pressing 👎", s.discord.Press(room, ask.ID, s.emoji(ask, "👎").CustomID))
	s.followUp("Pressing Follow up and asking: And who was there?", room, ask, "And who was there?")
	private := s.does("/ask question: Was a ceasefire agreed? private: True",
		s.discord.Slash(room, "ask", fakediscord.Text("question", "Was a ceasefire agreed?"), fakediscord.Bool("private", true)))
	s.appears("Pressing Share", room, func() {
		s.discord.Interact(s.discord.Press(room, private.ID, s.button(private, "Share").CustomID))
	})
	s.says("A mention: @Sherpa where did they meet", room, fakediscord.Post{Content: s.discord.Mention() + " where did they meet"})
	s.does("/ask question: What did Putin eat for breakfast?",
		s.discord.Slash(room, "ask", fakediscord.Text("question", "What did Putin eat for breakfast?")))

	s.note("## In a direct message")
	s.says("Was a ceasefire agreed?", direct, fakediscord.Post{Content: "Was a ceasefire agreed?"})
	s.says("And who was with Putin?", direct, fakediscord.Post{Content: "And who was with Putin?"})

	s.note("## After a restart")
	if code := s.stop(syscall.SIGTERM); code != 0 {
		t.Errorf("SIGTERM ended the program with %d, want 0", code)
	}
	s.start()
	s.press("Pressing Sources below the first answer", room, ask, "Sources")
	s.press("Pressing Evidence below the first answer", room, ask, "Evidence")
	if code := s.stop(syscall.SIGTERM); code != 0 {
		t.Errorf("SIGTERM ended the program with %d, want 0", code)
	}
	s.golden("discord-run.md", runIntro)
	s.keepsQuiet("How long did Trump", "ceasefire", room.GuildID, direct.UserID, s.discord.Token())
}

// TestServeOrphan kills the program between acknowledgement and answer. The next
// run tells whoever waits.
func TestServeOrphan(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	s.start()
	from := fakediscord.From{GuildID: "700000000000000007", ChannelID: "800000000000000008"}
	s.discord.Fault("PATCH /webhooks/*/*/messages/@original", fakediscord.Fault{Hang: true})
	in := s.discord.Slash(from, "ask", fakediscord.Text("question", "Where did they meet?"))
	s.discord.Interact(in)
	s.wait("the answer to be on its way", func() bool { return len(s.discord.RequestsTo("PATCH /webhooks/*/*/messages/@original")) > 0 })
	if code := s.stop(syscall.SIGKILL); code != -1 {
		t.Errorf("the killed program ended with %d", code)
	}
	s.discord.Calm()
	killed := time.Now()
	s.start()
	m := s.answered(in)
	t.Logf("told %v after the kill: %s", time.Since(killed), m.Content)
	if !strings.Contains(m.Content, "again") {
		t.Errorf("the asker is shown %q, want to be told to ask again", m.Content)
	}
	if code := s.stop(syscall.SIGTERM); code != 0 {
		t.Errorf("SIGTERM ended the program with %d, want 0", code)
	}
}

// TestServeHTTP takes interactions over HTTP in a process without a gateway.
func TestServeHTTP(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	s.listens()
	s.launch("SHERPA_DISCORD_GATEWAY=false", "SHERPA_DISCORD_PUBLIC_KEY="+s.discord.PublicKey())
	if status, body := s.get("/healthz"); status != http.StatusOK {
		t.Errorf("/healthz answers %d: %s", status, body)
	}
	s.serves(0)
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	endpoint := "http://" + s.address + "/interactions"
	if err := s.discord.Deliver(t.Context(), client, endpoint, s.discord.Ping()); err != nil {
		t.Errorf("ping: %v", err)
	}
	from := fakediscord.From{GuildID: "700000000000000007", ChannelID: "800000000000000008"}
	in := s.discord.Slash(from, "ask", fakediscord.Text("question", "Was a ceasefire agreed?"))
	if err := s.discord.Deliver(t.Context(), client, endpoint, in); err != nil {
		t.Fatalf("ask: %v", err)
	}
	if m := s.answered(in); !strings.Contains(m.Content, "Nothing pointed to an immediate ceasefire") {
		t.Errorf("the answer is %q", m.Content)
	}
	if _, body := s.get("/metrics"); !strings.Contains(body, "sherpa_") || strings.Contains(body, from.GuildID) {
		t.Errorf("the metrics are:\n%s", body)
	}
	if n := len(s.discord.Connections()); n > 0 {
		t.Errorf("%d connections to the gateway", n)
	}
	if code := s.stop(syscall.SIGTERM); code != 0 {
		t.Errorf("SIGTERM ended the program with %d, want 0", code)
	}
}

// TestDoctorAsksDiscord looks at a bot that was never served, and at one that was.
func TestDoctorAsksDiscord(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	fresh := s.doctor(0)
	for _, want := range []string{"0 of ", "no privileged one", "1000 of 1000 sessions", "client_id=" + s.discord.ApplicationID(), "permissions=274877975552"} {
		if !strings.Contains(fresh, want) {
			t.Errorf("doctor does not say %q:\n%s", want, fresh)
		}
	}
	s.start()
	s.wait("the commands", func() bool { return len(s.discord.Commands("")) > 0 })
	all := len(command.All())
	if served := s.doctor(0); !strings.Contains(served, fmt.Sprintf("%d of %d are registered", all, all)) {
		t.Errorf("doctor does not see the commands:\n%s", served)
	}
	s.stop(syscall.SIGTERM)
	if refused := s.doctor(78, "DISCORD_TOKEN=MTIz.wrong.token"); !strings.Contains(refused, "refuses the token") || strings.Contains(refused, "MTIz") {
		t.Errorf("doctor says of a wrong token:\n%s", refused)
	}
	if absent := s.doctor(69, "SHERPA_DISCORD_API_URL=http://127.0.0.1:1/api/v10"); !strings.Contains(absent, "connection refused") {
		t.Errorf("doctor says where there is no Discord:\n%s", absent)
	}
}

// TestServeRefused meets what cannot be mended by trying again.
func TestServeRefused(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	for _, tt := range []struct {
		name string
		more func(*served) []string
		want string
	}{
		{"wrong token", func(*served) []string { return []string{"DISCORD_TOKEN=MTIz.wrong.token"} }, "DISCORD_TOKEN"},
		{"intents that were not granted", func(s *served) []string {
			s.discord.EveryConnection(fakediscord.Script{Identify: func(c *fakediscord.Conn) { c.Close(4014, "Disallowed intent(s).") }})
			return nil
		}, "privileged intent"},
		{"nothing to listen to", func(*served) []string { return []string{"SHERPA_DISCORD_GATEWAY=false"} }, "discord.gateway"},
		{"no token", func(*served) []string { return []string{"DISCORD_TOKEN="} }, "https://discord.com/developers/applications"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newServed(t)
			ctx, cancel := context.WithTimeout(t.Context(), patience)
			defer cancel()
			cmd := exec.CommandContext(ctx, "sherpa", "serve")
			cmd.Env, cmd.Dir = s.environment(tt.more(s)...), s.home
			out, err := cmd.CombinedOutput()
			exit, ok := errors.AsType[*exec.ExitError](err)
			if !ok || exit.ExitCode() != 78 {
				t.Errorf("the program ended with %v, want 78", err)
			}
			lines := strings.Split(strings.TrimSpace(string(out)), "\n")
			if last := lines[len(lines)-1]; !strings.HasPrefix(last, "sherpa: ") || !strings.Contains(last, tt.want) {
				t.Errorf("the last line is %q, want a sentence with %q", last, tt.want)
			}
		})
	}
}
