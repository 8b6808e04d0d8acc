package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"sherpa/internal/fakediscord"
	"sherpa/internal/golden"
)

// patience is how long a test waits for the program before it counts as hung.
const patience = 60 * time.Second

// served is `sherpa serve` as a process of its own, before a fake Discord, and
// the transcript of what people do and see.
type served struct {
	t       *testing.T
	discord *fakediscord.Server
	home    string
	// address is where the program listens, if it does.
	address string
	process *exec.Cmd
	log     lockedBuffer
	page    strings.Builder
	known   map[string]string // what differs from run to run, by what stands for it
}

// lockedBuffer takes what the process writes while it runs.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// beside is another process of the same bot, with the same store, that listens at
// an address of its own.
func (s *served) beside() *served {
	s.t.Helper()
	other := &served{t: s.t, discord: s.discord, home: s.home, known: map[string]string{}}
	other.listens()
	other.endsWithTest()
	return other
}

func newServed(t *testing.T) *served {
	t.Helper()
	return newServedWith(t, "")
}

// newServedWith is newServed with a bot's token; empty means any.
func newServedWith(t *testing.T, token string) *served {
	t.Helper()
	needFTS5(t)
	s := &served{t: t, home: t.TempDir(), known: map[string]string{}}
	s.discord = fakediscord.New(t, fakediscord.Options{IdentifyGap: -1, Token: token})
	s.endsWithTest()
	return s
}

// endsWithTest ends the program with the test, and then looks at its log.
func (s *served) endsWithTest() {
	s.t.Cleanup(func() {
		if s.process != nil {
			_ = s.process.Process.Kill() // it has ended, unless the test failed
			_ = s.process.Wait()
		}
		s.tellsNothing()
		if s.t.Failed() {
			s.t.Log(s.log.String())
		}
	})
}

// environment is that of a user who has nothing but a token.
func (s *served) environment(more ...string) []string {
	return append([]string{
		"HOME=" + s.home, "PATH=" + os.Getenv("PATH"), "DISCORD_TOKEN=" + s.discord.Token(),
		"SHERPA_DISCORD_API_URL=" + s.discord.APIURL(), "SHERPA_HTTP_ADDRESS=" + s.address,
	}, more...)
}

// start starts the program and waits until its connection is ready and its
// commands are known: before that, a busy machine may not acknowledge in time.
func (s *served) start(more ...string) {
	s.t.Helper()
	before, served := len(s.discord.Identifies()), s.serving()
	s.launch(more...)
	s.wait("the gateway", func() bool { return len(s.discord.Identifies()) > before })
	ctx, cancel := context.WithTimeout(s.t.Context(), patience)
	defer cancel()
	if _, err := s.discord.AwaitReady(ctx, 0); err != nil {
		s.t.Fatalf("the program did not get ready: %v", err)
	}
	s.serves(served)
}

// serves waits until the program has said more often than before that it serves.
func (s *served) serves(before int) {
	s.t.Helper()
	s.becomes("the line that it serves", func() string { return strconv.FormatBool(s.serving() > before) }, "true")
}

// serving is how often the program has said that it serves.
func (s *served) serving() int { return strings.Count(s.log.String(), `"msg":"serving"`) }

// launch starts the program.
func (s *served) launch(more ...string) {
	s.t.Helper()
	s.process = exec.CommandContext(s.t.Context(), "sherpa", "serve")
	s.process.Env, s.process.Dir, s.process.Stderr = s.environment(more...), s.home, &s.log
	if err := s.process.Start(); err != nil {
		s.t.Fatal(err)
	}
}

// stop ends the program with a signal and returns its exit code.
func (s *served) stop(signal os.Signal) int {
	s.t.Helper()
	if err := s.process.Process.Signal(signal); err != nil {
		s.t.Fatal(err)
	}
	return s.ended()
}

// ended waits until the program has ended and returns its exit code.
func (s *served) ended() int {
	s.t.Helper()
	err := s.process.Wait()
	s.process = nil
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return exit.ExitCode()
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return 0
}

func (s *served) wait(what string, holds func() bool) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), patience)
	defer cancel()
	if err := s.discord.WaitFor(ctx, holds); err != nil {
		s.t.Fatalf("waiting for %s: %v", what, err)
	}
}

// answered waits for the answer to an interaction and returns it.
func (s *served) answered(in fakediscord.Interaction) fakediscord.Message {
	s.t.Helper()
	s.wait("an answer", func() bool {
		r := s.discord.Response(in.Token)
		return r.Original != nil && !r.Thinking
	})
	return *s.discord.Response(in.Token).Original
}

// shows waits until what is shown for an interaction holds a text.
func (s *served) shows(in fakediscord.Interaction, want string) fakediscord.Message {
	s.t.Helper()
	var m fakediscord.Message
	s.wait(want, func() bool {
		r := s.discord.Response(in.Token)
		if r.Original == nil || r.Thinking {
			return false
		}
		m = *r.Original
		return strings.Contains(m.Content, want)
	})
	return m
}

// told waits for all that an interaction shows. Before is how often the message
// had been changed whose button was pressed, if one was.
func (s *served) told(in fakediscord.Interaction, before int) string {
	s.t.Helper()
	var got fakediscord.Response
	s.wait("a response to "+string(in.JSON), func() bool {
		got = s.discord.Response(in.Token)
		switch {
		case got.Kind == 0 || got.Thinking:
			return false
		case got.Kind == deferredUpdate: // what follows changes the message, or is one of its own
			return len(got.FollowUps) > 0 || got.Original.Edits > before
		}
		return true
	})
	shown := got.FollowUps
	if got.Original != nil && (got.Kind != deferredUpdate || got.Original.Edits > before) {
		shown = append(shown, *got.Original)
	}
	var all strings.Builder
	for _, m := range shown {
		fmt.Fprintln(&all, m.Content, string(m.Components), string(m.Embeds), m.Files)
	}
	for _, other := range []any{got.Modal, got.Choices} {
		text, err := json.Marshal(other)
		if err != nil {
			s.t.Fatal(err)
		}
		fmt.Fprintf(&all, "%s\n", text)
	}
	return all.String()
}

// deferredUpdate is the kind of a first response after which the message with the
// button stays for now.
const deferredUpdate = 6

// does uses an interaction, writes down what was done and what is shown, and
// returns the answer.
func (s *served) does(what string, in fakediscord.Interaction) fakediscord.Message {
	s.t.Helper()
	s.discord.Interact(in)
	m := s.answered(in)
	s.writeDown(what, m)
	return m
}

// says writes a message and waits for the bot's reply to it.
func (s *served) says(what string, from fakediscord.From, p fakediscord.Post) {
	s.t.Helper()
	s.appears(what, from, func() { s.discord.Says(from, p) })
}

// appears does something after which everybody in the place sees a new message.
func (s *served) appears(what string, from fakediscord.From, do func()) {
	s.t.Helper()
	channel := from.ChannelID
	if channel == "" {
		channel = s.discord.DM(from.UserID)
	}
	before := len(s.discord.Messages(channel))
	do()
	s.wait("a message", func() bool { return len(s.discord.Messages(channel)) > before })
	s.writeDown(what, s.discord.Messages(channel)[before])
}

// press presses the button with a label.
func (s *served) press(what string, from fakediscord.From, m fakediscord.Message, label string) {
	s.t.Helper()
	s.does(what, s.discord.Press(from, m.ID, s.button(m, label).CustomID))
}

func (s *served) button(m fakediscord.Message, label string) fakediscord.Component {
	s.t.Helper()
	b, ok := m.Button(label)
	if !ok {
		s.t.Fatalf("no button %q below:\n%s", label, m.Content)
	}
	return b
}

func (s *served) note(text string) { fmt.Fprintf(&s.page, "\n%s\n", text) }

// writeDown adds what somebody did, and the message that followed.
func (s *served) writeDown(what string, m fakediscord.Message) {
	fmt.Fprintf(&s.page, "\n**%s**\n\n", what)
	if m.Ephemeral() {
		fmt.Fprint(&s.page, "Only whoever asked sees:\n\n")
	}
	for line := range strings.Lines(s.steady(m.Content)) {
		s.page.WriteString(strings.TrimRight("> "+line, " \n") + "\n")
	}
	var labels []string
	for _, c := range m.Parts() {
		if label := c.Label; label != "" {
			labels = append(labels, "`"+label+"`")
		} else if c.Emoji != nil {
			labels = append(labels, "`"+c.Emoji.Name+"`")
		}
	}
	if len(labels) > 0 {
		fmt.Fprintf(&s.page, ">\n> %s\n", strings.Join(labels, " "))
	}
}

// answerID is the short id of an answer in its footer, and moment a time as
// Discord shows it to each reader.
var (
	answerID = regexp.MustCompile(`\banswer [a-z2-7]{10}\b`)
	moment   = regexp.MustCompile(`<t:[0-9]+:(\w)>`)
)

// steady replaces what differs from run to run.
func (s *served) steady(text string) string {
	text = answerID.ReplaceAllStringFunc(text, func(id string) string {
		if s.known[id] == "" {
			s.known[id] = fmt.Sprintf("answer %010d", len(s.known)+1)
		}
		return s.known[id]
	})
	text = moment.ReplaceAllString(text, "<t:now:$1>")
	return strings.ReplaceAll(text, s.home, "~")
}

// golden holds the transcript to the page in docs.
func (s *served) golden(name, intro string) {
	s.t.Helper()
	golden.Check(s.t, filepath.Join("..", "..", "docs", name), intro+s.page.String())
}

// followUp opens the form below an answer and sends a question with it.
func (s *served) followUp(what string, from fakediscord.From, m fakediscord.Message, question string) fakediscord.Message {
	s.t.Helper()
	open := s.discord.Press(from, m.ID, s.button(m, "Follow up").CustomID)
	s.discord.Interact(open)
	s.wait("a form", func() bool { return s.discord.Response(open.Token).Modal != nil })
	modal := s.discord.Response(open.Token).Modal
	field := modal.Components[0].Components[0].CustomID
	return s.does(what, s.discord.Submit(from, m.ID, modal.CustomID, map[string]string{field: question}))
}

// emoji is the button with an emoji.
func (s *served) emoji(m fakediscord.Message, name string) fakediscord.Component {
	s.t.Helper()
	for _, c := range m.Parts() {
		if c.Emoji != nil && c.Emoji.Name == name {
			return c
		}
	}
	s.t.Fatalf("no button %s below:\n%s", name, m.Content)
	return fakediscord.Component{}
}

// doctor runs `sherpa doctor`, which must end with a code, and returns its page.
func (s *served) doctor(code int, more ...string) string {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sherpa", "doctor")
	cmd.Env, cmd.Dir = s.environment(more...), s.home
	out, err := cmd.Output()
	got := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		got = exit.ExitCode()
	}
	if got != code {
		s.t.Errorf("doctor ended with %d, want %d", got, code)
	}
	return string(out)
}
