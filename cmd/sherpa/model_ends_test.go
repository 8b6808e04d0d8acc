package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/internal/fakellm"
)

// TestModelCancelled leaves the model's server alone as soon as nobody waits.
func TestModelCancelled(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	server := fakellm.New(t, fakellm.Options{Key: canaryKey, Models: []string{modelName}})
	server.Always(fakellm.Reply{Text: "word ", Between: 20 * time.Millisecond, Endless: true})
	home := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	type end struct {
		code        int
		out, stderr string
	}
	ended := make(chan end, 1)
	go func() {
		var out, errs bytes.Buffer
		code := run(ctx, []string{"ask", "Who is Yuri Ushakov?"}, strings.NewReader(""), &out, &errs, func(name string) string {
			return map[string]string{
				"HOME": home, "SHERPA_LLM_BASE_URL": server.APIURL(), "SHERPA_LLM_MODEL": modelName, "SHERPA_LLM_API_KEY": canaryKey,
			}[name]
		})
		ended <- end{code, out.String(), errs.String()}
	}()
	patient, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	if err := server.WaitFor(patient, func() bool { return len(server.Calls()) == 1 }); err != nil {
		t.Fatal(err)
	}
	cancel()
	cancelled := time.Now()
	got := <-ended
	if want := (end{1, "", "sherpa: stopped before the end; what was finished is kept.\n"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if err := server.WaitFor(patient, func() bool { return server.Calls()[0].Left }); err != nil && !errors.Is(err, context.Canceled) {
		t.Errorf("the call goes on: %v", err)
	}
	if took := time.Since(cancelled); took > soon {
		t.Errorf("the model's server was left after %v", took)
	} else {
		t.Logf("the model's server was left after %v", took)
	}
}

// TestModelCounts charges at least what was seen, whatever the model's server says
// of it, so that a cap holds.
func TestModelCounts(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	for name, usage := range map[string]fakellm.Usage{
		"none": {Missing: true}, "0": {}, "negative": {Prompt: -5000, Completion: -5000}, "far too much": {Prompt: 1e12, Completion: 1e12},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			st, words := seeded(t), author{}
			words.says("Yuri Ushakov is an adviser who joined Putin. <- adviser Yuri Ushakov joined")
			step := fakellm.Func(func(c fakellm.Call) fakellm.Reply {
				return fakellm.Reply{Text: words.Model(c.Chat.Prompt()), Usage: &usage}
			})
			counting := fault{step: step, dailyTokens: 100}
			o := counting.suffer(t, st, "Who is Yuri Ushakov?")
			if o.err != nil || o.answer.Mode != answer.ModeLLM {
				t.Fatalf("%s, %v", o.answer.Mode, o.err)
			}
			if use := o.answer.LLM; use.PromptTokens < 300 || use.CompletionTokens < 10 || use.PromptTokens > 1e9 || use.CompletionTokens > 1e9 {
				t.Errorf("%d and %d tokens are charged", use.PromptTokens, use.CompletionTokens)
			}
			o = counting.suffer(t, st, "Who is Yuri Ushakov?")
			if o.err != nil || o.answer.LLM.FallbackReason != string(answer.ReasonBudget) || o.attempts > 0 {
				t.Errorf("the cap does not hold: %+v, %v", o.answer.LLM, o.err)
			}
		})
	}
}

// TestChatInterrupted stops the question that the model is at, and not the chat.
func TestChatInterrupted(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	server := fakellm.New(t, fakellm.Options{Key: canaryKey, Models: []string{modelName}})
	server.Script(fakellm.Reply{Hang: true})
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sherpa", "chat")
	cmd.Env = []string{"HOME=" + t.TempDir(), "SHERPA_LLM_BASE_URL=" + server.APIURL(), "SHERPA_LLM_MODEL=" + modelName, "SHERPA_LLM_API_KEY=" + canaryKey}
	keys, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	var out, errs lockedBuffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	types := func(text string, calls int) {
		if _, err := io.WriteString(keys, text+"\n"); err != nil {
			t.Error(err)
		}
		if err := server.WaitFor(ctx, func() bool { return len(server.Calls()) == calls }); err != nil {
			t.Error(err)
		}
	}
	types("Who is Yuri Ushakov?", 1)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Error(err)
	}
	types("Who is Yuri Ushakov?", 2)
	if err := errors.Join(keys.Close(), cmd.Wait()); err != nil {
		t.Errorf("%v: %s", err, errs.String())
	}
	if said := out.String(); !strings.HasPrefix(said, "Stopped.\n") || !strings.Contains(said, "Phrased by fake-1") || errs.String() != "" {
		t.Errorf("said %q and %q", said, errs.String())
	}
}
