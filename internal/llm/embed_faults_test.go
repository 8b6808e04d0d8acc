package llm

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/internal/fakellm"
	"sherpa/retrieval"
)

// TestEmbedAgain: what may pass is tried again for passages, and not for questions.
func TestEmbedAgain(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		reply  fakellm.Reply
		again  bool
		reason answer.Reason
	}{
		{"overloaded", fakellm.Reply{Status: 503, Body: "busy"}, true, answer.ReasonUnavailable},
		{"too many", fakellm.Reply{Status: 429, Header: http.Header{"Retry-After-Ms": {"10"}}, Body: "{}"}, true, answer.ReasonUnavailable},
		{"reset", fakellm.Reply{Cut: fakellm.CutBeforeHeaders}, true, answer.ReasonUnavailable},
		{"no such model", fakellm.Reply{Status: 404, Body: "{}"}, false, answer.ReasonRejected},
		{"the wrong key", fakellm.Reply{Status: 401, Body: `{"error":{"message":"Incorrect API key provided: ` + canary + `"}}`}, false, answer.ReasonRejected},
		{"moved", fakellm.Reply{Status: 307, Header: http.Header{"Location": {"https://example.com/v1/embeddings"}}}, false, answer.ReasonRejected},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := fakellm.New(t, fakellm.Options{})
			s.ExpectViolations()
			e := embedder(t, s, nil)
			s.ScriptPath(fakellm.PathEmbeddings, tt.reply)
			vectors, err := e.Embed(t.Context(), []string{asked})
			if (err == nil) != tt.again || tt.again && len(vectors) != 1 {
				t.Errorf("for a passage: %d vectors, %v", len(vectors), err)
			}
			before := s.Count()
			s.ScriptPath(fakellm.PathEmbeddings, tt.reply)
			_, err = e.EmbedQuestion(t.Context(), asked)
			fault, _ := errors.AsType[*EmbedError](err)
			if fault == nil || fault.Reason != tt.reason || s.Count() != before+1 {
				t.Fatalf("for a question: %v after %d calls", err, s.Count()-before)
			}
			for _, secret := range []string{canary, canary[8:16], "llm.", asked} {
				if strings.Contains(err.Error(), secret) {
					t.Errorf("the error says %q: %v", secret, err)
				}
			}
		})
	}
}

// TestEmbedRefusedTexts: only what the texts are the reason for is said of them.
func TestEmbedRefusedTexts(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		reply fakellm.Reply
		want  bool
	}{
		"too long":         {fakellm.Reply{Status: 400, Body: `{"error":{"message":"maximum context length is 512 tokens"}}`}, true},
		"too large":        {fakellm.Reply{Status: 413, Body: "{}"}, true},
		"unprocessable":    {fakellm.Reply{Status: 422, Body: "{}"}, true},
		"llama.cpp's":      {fakellm.Reply{Status: 500, Body: `{"error":{"code":500,"message":"input is too large to process. increase the physical batch size"}}`}, true},
		"a failing server": {fakellm.Reply{Status: 500, Body: "{}"}, false},
		"the wrong key":    {fakellm.Reply{Status: 401, Body: "{}"}, false},
		"a page":           {fakellm.Reply{Status: 200, Body: "<p>"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := fakellm.New(t, fakellm.Options{})
			s.ExpectViolations()
			s.ScriptPath(fakellm.PathEmbeddings, tt.reply)
			_, err := embedder(t, s, func(o *EmbedOptions) { o.Limits.Retries = -1 }).Embed(t.Context(), []string{"text"})
			if err == nil || errors.Is(err, retrieval.ErrTexts) != tt.want || s.Count() != 1 {
				t.Errorf("%v after %d calls", err, s.Count())
			}
		})
	}
}

// TestEmbedSlowServer: a question waits for its own limit and no longer; a batch
// that is too large for the server is sent in smaller ones.
func TestEmbedSlowServer(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{})
	e := embedder(t, s, func(o *EmbedOptions) { o.Batch, o.Question = 1500*time.Millisecond, 200*time.Millisecond })
	s.ScriptPath(fakellm.PathEmbeddings, fakellm.Reply{Hang: true})
	began := time.Now()
	_, err := e.EmbedQuestion(t.Context(), "Who?")
	if took := time.Since(began); !errors.Is(err, context.DeadlineExceeded) || took > 2*time.Second {
		t.Errorf("after %s: %v", took, err)
	}
	s.ScriptPath(fakellm.PathEmbeddings, fakellm.Reply{Hang: true}, fakellm.Reply{Hang: true, Headers: true})
	texts := slices.Repeat([]string{strings.Repeat("word ", 200)}, 32)
	vectors, err := e.Embed(t.Context(), texts)
	if err != nil || len(vectors) != len(texts) {
		t.Errorf("%d vectors, %v", len(vectors), err)
	}
	var sizes []int
	for _, c := range s.Embeddings()[1:] {
		sizes = append(sizes, len(c.Inputs))
	}
	if diff := cmp.Diff([]int{32, 16, 8, 8, 8, 8}, sizes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestEmbedBreaker: a server that is down costs no time after some failures, and
// failures with questions do not stop passages.
func TestEmbedBreaker(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{})
	e := embedder(t, s, func(o *EmbedOptions) { o.Limits.Failures = 3 })
	for range 3 {
		s.ScriptPath(fakellm.PathEmbeddings, fakellm.Reply{Status: 500, Body: "{}"})
	}
	for range 10 {
		if _, err := e.EmbedQuestion(t.Context(), "Who?"); err == nil {
			t.Fatal("no error")
		}
	}
	if s.Count() != 3 {
		t.Errorf("%d questions were sent", s.Count())
	}
	if _, err := e.Embed(t.Context(), []string{"text"}); err != nil {
		t.Errorf("passages: %v", err)
	}
}

func TestEmbedLeavesWithItsCaller(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{})
	e := embedder(t, s, func(o *EmbedOptions) { o.Batch = time.Minute })
	s.ScriptPath(fakellm.PathEmbeddings, fakellm.Reply{Hang: true})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		_, err := e.Embed(ctx, []string{"text"})
		done <- err
	}()
	if err := s.WaitFor(t.Context(), func() bool { return s.Count() == 1 }); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if err := s.WaitFor(t.Context(), func() bool { return s.Embeddings()[0].Left }); err != nil {
		t.Error("the connection stays open")
	}
}
