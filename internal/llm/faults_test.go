package llm

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/internal/fakellm"
)

// misfortune is what a server does, and how a call to it has to end.
type misfortune struct {
	name     string
	step     fakellm.Step
	reason   answer.Reason
	attempts int
	// stalls says that the call ends by a limit, and not by what is received.
	stalls bool
}

// refusals are the statuses that say that there is no reply.
func refusals() []misfortune {
	ends := map[string]struct {
		reason   answer.Reason
		attempts int
	}{
		"400 context length": {answer.ReasonRejected, 1},
		"400 filter":         {answer.ReasonDeclined, 1},
		"401 with the key":   {answer.ReasonRejected, 1},
		"403":                {answer.ReasonRejected, 1},
		"404 model":          {answer.ReasonRejected, 1},
		"422":                {answer.ReasonRejected, 1},
		"429 quota":          {answer.ReasonUnavailable, 1},
	}
	var list []misfortune
	for name, step := range fakellm.Refusing() {
		end, ok := ends[name]
		if !ok {
			end.reason, end.attempts = answer.ReasonUnavailable, 3
		}
		if name == "429 and 1 s" {
			step = fakellm.RateLimited(50 * time.Millisecond)
		}
		list = append(list, misfortune{name: name, step: step, reason: end.reason, attempts: end.attempts})
	}
	for _, status := range []int{301, 302, 303, 307, 308} {
		list = append(list, misfortune{
			name: fmt.Sprint(status), reason: answer.ReasonRejected, attempts: 1,
			step: fakellm.Reply{Status: status, Header: http.Header{"Location": {"https://elsewhere.example/v1/chat/completions"}}},
		})
	}
	for _, status := range []int{401, 403, 404, 418} {
		list = append(list, misfortune{
			name: fmt.Sprintf("%d with the request", status), step: fakellm.EchoingError(status),
			reason: answer.ReasonRejected, attempts: 1,
		})
	}
	// Whatever may be meant is left out, one thing after the other.
	return append(list, misfortune{"400 with the request", fakellm.EchoingError(400), answer.ReasonRejected, 5, false})
}

// garbage are the replies of status 200 that are none.
func garbage() []misfortune {
	var list []misfortune
	for name, reply := range fakellm.Garbage() {
		m := misfortune{name: name, step: reply, reason: answer.ReasonIncomplete, attempts: 1}
		if strings.HasPrefix(name, "an error") {
			m.reason, m.attempts = answer.ReasonUnavailable, 3
		}
		list = append(list, m)
	}
	return append(list,
		misfortune{name: "128 MiB line", step: fakellm.LongLine(128 << 20), reason: answer.ReasonIncomplete, attempts: 1},
		misfortune{name: "endless comments", step: fakellm.EndlessComments(), reason: answer.ReasonIncomplete, attempts: 1},
		misfortune{name: "endless text", step: fakellm.Reply{Text: strings.Repeat("word ", 100), Endless: true}, reason: answer.ReasonIncomplete, attempts: 1},
		misfortune{name: "a tool", step: fakellm.Reply{Text: "text", Finish: "tool_calls"}, reason: answer.ReasonIncomplete, attempts: 1},
		misfortune{name: "a function", step: fakellm.Reply{Text: "text", Finish: "function_call"}, reason: answer.ReasonIncomplete, attempts: 1},
		misfortune{name: "an unknown finish", step: fakellm.Reply{Text: "text", Finish: "eos"}, reason: answer.ReasonIncomplete, attempts: 1},
		misfortune{name: "length", step: fakellm.Reply{Text: "text", Finish: "length"}, reason: answer.ReasonIncomplete, attempts: 1},
		misfortune{name: "no finish", step: fakellm.Reply{Text: "text", Finish: fakellm.NoFinish}, reason: answer.ReasonIncomplete, attempts: 1},
		misfortune{name: "content filter", step: fakellm.Reply{Text: "text", Finish: "content_filter"}, reason: answer.ReasonDeclined, attempts: 1},
		misfortune{name: "refusal", step: fakellm.Reply{Refusal: "I cannot help with that."}, reason: answer.ReasonDeclined, attempts: 1},
		misfortune{name: "nothing", step: fakellm.Reply{Empty: true}, reason: answer.ReasonIncomplete, attempts: 1},
		misfortune{name: "white space", step: fakellm.Reply{Text: " \n\t "}, reason: answer.ReasonIncomplete, attempts: 1},
		misfortune{name: "NUL in the text", step: fakellm.Reply{Text: "a\x00b"}, reason: answer.ReasonIncomplete, attempts: 1},
		misfortune{name: "the key in the text", step: fakellm.Reply{Text: "it is " + canary}, reason: answer.ReasonIncomplete, attempts: 1},
		misfortune{name: "tool calls and stop", reason: answer.ReasonIncomplete, attempts: 1, step: fakellm.Reply{
			Status: 200, Body: `{"choices":[{"message":{"content":"x","tool_calls":[{"id":"1"}]},"finish_reason":"stop"}]}`,
		}},
		misfortune{name: "text after the end", reason: answer.ReasonIncomplete, attempts: 1, step: fakellm.Reply{
			Status: 200, Body: fakellm.Events("one")[:strings.Index(fakellm.Events("one"), "data: [DONE]")] + fakellm.Events("two"),
		}},
		misfortune{name: "an error in the text", reason: answer.ReasonIncomplete, attempts: 1, step: fakellm.Reply{
			Status: 200, Body: "data: {\"choices\":[{\"delta\":{\"content\":\"Half\"}}]}\n\ndata: {\"error\": {\"message\":\"overloaded\"}}\n\n" + fakellm.Events("rest"),
		}},
	)
}

// losses are connections that break or stall.
func losses() []misfortune {
	var list []misfortune
	for _, cut := range fakellm.Cuts {
		m := misfortune{name: "cut: " + cut.String(), reason: answer.ReasonIncomplete, attempts: 1}
		m.step = fakellm.Reply{Text: strings.Repeat("Ünïcödé ", 20), Piece: 3, Cut: cut}
		if cut == fakellm.CutBeforeHeaders {
			m.reason, m.attempts = answer.ReasonUnavailable, 3
		}
		list = append(list, m)
	}
	list = append(list, misfortune{name: "an error that stalls", reason: answer.ReasonUnavailable, attempts: 3, step: fakellm.Reply{
		Status: 200, Body: "data: {\"error\":{\"message\":\"x\"}}\n", BodyEnd: " ", BodyTimes: 2, Between: time.Minute,
	}})
	stall := func(name string, reply fakellm.Reply) misfortune {
		return misfortune{name: name, step: reply, reason: answer.ReasonTimeout, attempts: 1, stalls: true}
	}
	return append(list,
		stall("no headers", fakellm.Reply{Hang: true}),
		stall("no body", fakellm.Reply{Hang: true, Headers: true}),
		stall("a late first token", fakellm.Reply{Text: "text", BeforeFirst: time.Minute}),
		stall("a late second token", fakellm.Reply{Text: "text", Piece: 1, Between: time.Minute}),
		stall("slow for ever", fakellm.Reply{Text: "text", Piece: 1, Between: 100 * time.Millisecond, Endless: true}),
		stall("comments for ever", fakellm.Reply{Status: 200, BodyEnd: ": k\n\n", Between: 10 * time.Millisecond}),
	)
}

// TestFaults holds every fault to its reason, its number of attempts, the time
// after it is known, and to its silence about the key and the prompt.
func TestFaults(t *testing.T) {
	t.Parallel()
	all := append(append(refusals(), garbage()...), losses()...)
	var mu sync.Mutex
	var slowest time.Duration
	t.Cleanup(func() { t.Logf("%d faults, the slowest known for %s when the call ended", len(all), slowest) })
	for _, m := range all {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			after := m.hold(t)
			mu.Lock()
			defer mu.Unlock()
			slowest = max(slowest, after)
		})
	}
}

// hold holds a fault, and returns how long after it was known the call ended.
func (m misfortune) hold(t *testing.T) time.Duration {
	t.Helper()
	s := fakellm.New(t, fakellm.Options{Key: canary})
	s.Always(m.step)
	var log bytes.Buffer
	c := connect(t, s, func(o *Options) {
		o.Log = slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
		if m.stalls {
			o.Limits = quick
		}
	})
	began := time.Now()
	_, err := generate(t.Context(), c, plain())
	known := time.Since(began) - quick.Idle
	calls := s.Chats()
	if ended := calls[len(calls)-1].Ended; !m.stalls && !ended.IsZero() {
		known = max(time.Since(ended), 0)
	} else if !m.stalls {
		known = 0 // the client left first
	}
	failed, ok := errors.AsType[*answer.GenerateError](err)
	if !ok {
		t.Fatalf("it ended with %v", err)
	}
	if failed.Reason != m.reason {
		t.Errorf("the reason is %q, not %q: %v", failed.Reason, m.reason, err)
	}
	if len(calls) != m.attempts {
		t.Errorf("%d attempts, not %d", len(calls), m.attempts)
	}
	if known > 2*time.Second {
		t.Errorf("it ended %s after the fault was known", known)
	}
	silent(t, err, log.String())
	t.Log(err)
	return known
}

// silent holds that neither the key nor the prompt is in an error or a log, in
// part or in full.
func silent(t *testing.T, err error, more ...string) {
	t.Helper()
	for ; err != nil; err = errors.Unwrap(err) {
		more = append(more, err.Error(), fmt.Sprintf("%+v", err), fmt.Sprintf("%#v", err))
	}
	all := strings.Join(more, "\n")
	for _, secret := range []string{canary, canary[:12], canary[len(canary)-8:], "CaNaRy", asked, "Quixotania", "chaired the meeting"} {
		if strings.Contains(all, secret) {
			t.Errorf("%q is told: %s", secret, all)
		}
	}
}
