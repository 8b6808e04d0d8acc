package endpoint_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"sherpa/bot/endpoint"
	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/internal/fakediscord"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// key signs as Discord does.
var key = ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize))

// publicKey is the other half, as the developer portal shows it.
var publicKey = hex.EncodeToString(key.Public().(ed25519.PublicKey))

const ping = `{"id":"1","application_id":"2","type":1,"token":"t","version":1}`

type handle = func(ctx context.Context, in *event.Interaction, respond func(context.Context, payload.Response) error) error

// pongs is a handle for tests that send pings alone.
func pongs(context.Context, *event.Interaction, func(context.Context, payload.Response) error) error {
	return errors.New("nobody should have been asked")
}

func newHandler(t *testing.T, h handle) *endpoint.Handler {
	t.Helper()
	public, err := endpoint.ParseKey(publicKey)
	if err != nil {
		t.Fatal(err)
	}
	e, err := endpoint.New(endpoint.Options{PublicKey: public, Handle: h})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Wait)
	return e
}

// signed is a request as Discord sends it.
func signed(t *testing.T, body string) *http.Request {
	t.Helper()
	return signedAt(t, strconv.FormatInt(time.Now().Unix(), 10), body)
}

func signedAt(t *testing.T, timestamp, body string) *http.Request {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/interactions", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(key, []byte(timestamp+body))))
	r.Header.Set("X-Signature-Timestamp", timestamp)
	return r
}

func serve(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestAPingIsAnswered(t *testing.T) {
	t.Parallel()
	w := serve(newHandler(t, pongs), signed(t, ping))
	if w.Code != http.StatusOK || w.Body.String() != `{"type":1}` || w.Header().Get("Content-Type") != "application/json" {
		t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
	}
}

func TestWhatIsRefused(t *testing.T) {
	t.Parallel()
	edit := func(name string, change func(string) string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(name, change(r.Header.Get(name))) }
	}
	const signature, timestamp = "X-Signature-Ed25519", "X-Signature-Timestamp"
	at := func(d time.Duration) string { return strconv.FormatInt(time.Now().Add(d).Unix(), 10) }
	for _, tc := range []struct {
		name   string
		body   string
		at     string
		change func(*http.Request)
		want   int
	}{
		{name: "nothing wrong", want: 200},
		{name: "upper case", change: edit(signature, strings.ToUpper), want: 200},
		{name: "wrong signature", change: edit(signature, func(s string) string { return flip(s[0]) + s[1:] }), want: 401},
		{name: "short signature", change: edit(signature, func(s string) string { return s[:126] }), want: 401},
		{name: "odd signature", change: edit(signature, func(s string) string { return s[:127] }), want: 401},
		{name: "long signature", change: edit(signature, func(s string) string { return s + "00" }), want: 401},
		{name: "no digits", change: edit(signature, func(s string) string { return "zz" + s[2:] }), want: 401},
		{name: "no signature", change: func(r *http.Request) { r.Header.Del(signature) }, want: 401},
		{name: "no timestamp", change: func(r *http.Request) { r.Header.Del(timestamp) }, want: 401},
		{name: "two signatures", change: func(r *http.Request) { r.Header.Add(signature, r.Header.Get(signature)) }, want: 401},
		{name: "two timestamps", change: func(r *http.Request) { r.Header.Add(timestamp, r.Header.Get(timestamp)) }, want: 401},
		{name: "a digit moved from the timestamp to the body", at: at(0)[:9], body: at(0)[9:] + ping, want: 401},
		{name: "a digit moved from the body to the timestamp", at: at(0) + "1", want: 401},
		{name: "a sign in the timestamp", at: "+" + at(0)[:9], want: 401},
		{name: "space in the timestamp", at: " " + at(0)[:9], want: 401},
		{name: "four minutes ago", at: at(-4 * time.Minute), want: 200},
		{name: "six minutes ago", at: at(-6 * time.Minute), want: 401},
		{name: "in four minutes", at: at(4 * time.Minute), want: 200},
		{name: "in six minutes", at: at(6 * time.Minute), want: 401},
		{name: "another body", change: func(r *http.Request) { r.Body = io.NopCloser(strings.NewReader(strings.Replace(ping, ":1", ": 1", 1))) }, want: 401},
		{name: "no body", body: " ", change: func(r *http.Request) { r.Body = http.NoBody }, want: 401},
		{name: "no object", body: "[" + ping + "]", want: 401},
		{name: "signed, but no JSON", body: "{", want: 400},
		{name: "signed, but no interaction", body: "{}", want: 400},
		{name: "gzip", change: func(r *http.Request) { r.Header.Set("Content-Encoding", "gzip") }, want: 415},
		{name: "another method", change: func(r *http.Request) { r.Method = http.MethodGet }, want: 405},
		{name: "too large", body: `{"x":"` + strings.Repeat("x", 512<<10) + `"}`, want: 413},
		{
			name: "too large without saying so", body: `{"x":"` + strings.Repeat("x", 512<<10) + `"}`,
			change: func(r *http.Request) { r.ContentLength = -1 }, want: 413,
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if tc.body == "" {
				tc.body = ping
			}
			r := signed(t, tc.body)
			if tc.at != "" {
				r = signedAt(t, tc.at, tc.body)
			}
			if tc.change != nil {
				tc.change(r)
			}
			if w := serve(newHandler(t, pongs), r); w.Code != tc.want {
				t.Errorf("answered %d, want %d", w.Code, tc.want)
			}
		})
	}
}

// flip is another hexadecimal digit.
func flip(c byte) string {
	if c == '0' {
		return "1"
	}
	return "0"
}

func TestKeys(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", publicKey[:62], publicKey + "00", "zz" + publicKey[2:], publicKey[:63]} {
		if _, err := endpoint.ParseKey(s); err == nil {
			t.Errorf("%q is taken for a key", s)
		}
	}
	if _, err := endpoint.New(endpoint.Options{PublicKey: make([]byte, 31), Handle: pongs}); err == nil {
		t.Error("a key of 31 bytes is taken")
	}
	if _, err := endpoint.New(endpoint.Options{PublicKey: make([]byte, 32)}); err == nil {
		t.Error("nobody handles interactions, and nobody minds")
	}
}

// slash is the JSON of a command, and the fake Discord that sent it.
func slash(t *testing.T) (*fakediscord.Server, fakediscord.Interaction) {
	t.Helper()
	d := fakediscord.New(t, fakediscord.Options{NoSpec: true})
	return d, d.Slash(fakediscord.From{GuildID: "7", ChannelID: "8"}, "ask", fakediscord.Text("question", "Why?"))
}

func TestAnInteractionIsAnsweredInTheResponse(t *testing.T) {
	t.Parallel()
	d, in := slash(t)
	h := newHandler(t, func(ctx context.Context, in *event.Interaction, respond func(context.Context, payload.Response) error) error {
		if in.Command == nil || in.Command.Options["question"] != "Why?" {
			t.Errorf("the interaction is %+v", in)
		}
		err := respond(ctx, payload.Response{Kind: payload.Reply, Message: payload.Message{Content: "Because."}})
		if again := respond(ctx, payload.Response{Kind: payload.Defer}); !errors.Is(again, endpoint.ErrResponded) {
			t.Errorf("a second response: %v", again)
		}
		return err
	})
	server := httptest.NewServer(h)
	defer server.Close()
	r := signed(t, string(in.JSON))
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL, r.Body)
	if err != nil {
		t.Fatal(err)
	}
	request.Header = r.Header
	resp, err := server.Client().Do(request)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(resp.Body)
	_ = resp.Body.Close()
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("answered %d: %v", resp.StatusCode, err)
	}
	if err := d.RespondHTTP(in.Token, body); err != nil {
		t.Errorf("Discord does not take %s: %v", body, err)
	}
	if got := d.Response(in.Token).Original; got == nil || got.Content != "Because." {
		t.Errorf("shown is %+v", got)
	}
}

func TestAReplayIsRefused(t *testing.T) {
	t.Parallel()
	_, in := slash(t)
	asked := 0
	h := newHandler(t, func(ctx context.Context, _ *event.Interaction, respond func(context.Context, payload.Response) error) error {
		asked++
		return respond(ctx, payload.Response{Kind: payload.Defer})
	})
	first, second := serve(h, signed(t, string(in.JSON))), serve(h, signed(t, string(in.JSON)))
	h.Wait()
	if first.Code != 200 || second.Code != 401 || asked != 1 {
		t.Errorf("answered %d and %d, asked %d times", first.Code, second.Code, asked)
	}
}

// onFakeClock runs a test with an endpoint and an interaction on the clock of
// synctest.
func onFakeClock(t *testing.T, h handle, test func(w *httptest.ResponseRecorder, took time.Duration)) {
	t.Helper()
	_, in := slash(t)
	synctest.Test(t, func(t *testing.T) {
		e := newHandler(t, h)
		start := time.Now()
		w := serve(e, signedAt(t, "0946684800", string(in.JSON)))
		test(w, time.Since(start))
	})
}

func TestALateResponse(t *testing.T) {
	t.Parallel()
	onFakeClock(t, func(ctx context.Context, _ *event.Interaction, respond func(context.Context, payload.Response) error) error {
		<-ctx.Done()
		<-time.After(time.Second)
		err := respond(context.WithoutCancel(ctx), payload.Response{Kind: payload.Defer})
		if !errors.Is(err, endpoint.ErrLate) {
			t.Errorf("a response after 3.5 s: %v", err)
		}
		return err
	}, func(w *httptest.ResponseRecorder, took time.Duration) {
		if w.Code != http.StatusAccepted || w.Body.Len() != 0 || took != 2500*time.Millisecond {
			t.Errorf("answered %d %q after %v", w.Code, w.Body, took)
		}
	})
}

func TestNoResponse(t *testing.T) {
	t.Parallel()
	onFakeClock(t, func(context.Context, *event.Interaction, func(context.Context, payload.Response) error) error {
		return nil
	}, func(w *httptest.ResponseRecorder, took time.Duration) {
		if w.Code != http.StatusAccepted || took != 0 {
			t.Errorf("answered %d after %v", w.Code, took)
		}
	})
}

func TestAPanicIsNotTold(t *testing.T) {
	t.Parallel()
	_, in := slash(t)
	var log bytes.Buffer
	public, err := endpoint.ParseKey(publicKey)
	if err != nil {
		t.Fatal(err)
	}
	h, err := endpoint.New(endpoint.Options{
		PublicKey: public, Log: slog.New(slog.NewTextHandler(&log, nil)),
		Handle: func(context.Context, *event.Interaction, func(context.Context, payload.Response) error) error {
			panic("somebody's question")
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	w := serve(h, signed(t, string(in.JSON)))
	h.Wait()
	if w.Code != http.StatusAccepted || !strings.Contains(log.String(), "panic") || strings.Contains(log.String(), "somebody's question") {
		t.Errorf("answered %d, logged %s", w.Code, log.String())
	}
}

func TestAtMost256AreWorkedOn(t *testing.T) {
	t.Parallel()
	d, _ := slash(t)
	release := make(chan struct{})
	h := newHandler(t, func(ctx context.Context, _ *event.Interaction, respond func(context.Context, payload.Response) error) error {
		err := respond(ctx, payload.Response{Kind: payload.Defer})
		<-release
		return err
	})
	next := func() int {
		in := d.Slash(fakediscord.From{GuildID: "7", ChannelID: "8"}, "ask", fakediscord.Text("question", "Why?"))
		return serve(h, signed(t, string(in.JSON))).Code
	}
	for i := range 256 {
		if code := next(); code != 200 {
			t.Fatalf("the %dth is answered %d", i+1, code)
		}
	}
	if code := next(); code != http.StatusServiceUnavailable {
		t.Errorf("the 257th is answered %d", code)
	}
	close(release)
	h.Wait()
	if code := next(); code != 200 {
		t.Errorf("after the others ended: %d", code)
	}
}

func TestForgedBodiesTakeNoMemory(t *testing.T) { //nolint:paralleltest // it measures the heap
	h := newHandler(t, pongs)
	server := httptest.NewServer(h)
	defer server.Close()
	before := allocated()
	const requests = 8
	for i := range requests {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL, io.LimitReader(zeros{}, 10<<20))
		if err != nil {
			t.Fatal(err)
		}
		r.Header = signed(t, ping).Header
		if i%2 == 0 {
			r.ContentLength = 10 << 20
		}
		resp, err := server.Client().Do(r)
		if err != nil {
			continue // the server hung up on what it does not read
		}
		_ = resp.Body.Close()
		if resp.StatusCode != http.StatusRequestEntityTooLarge {
			t.Errorf("answered %d", resp.StatusCode)
		}
	}
	each := (allocated() - before) / requests
	t.Logf("a forged body of 10 MiB takes %d KiB", each>>10)
	if each > 4<<20 {
		t.Errorf("a forged body of 10 MiB takes %d KiB", each>>10)
	}
}

// zeros is an endless body.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// allocated is how many bytes were ever allocated.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

func TestTheServerHasLimits(t *testing.T) {
	t.Parallel()
	s := endpoint.NewServer("127.0.0.1:0", http.NotFoundHandler(), slog.New(slog.DiscardHandler))
	for name, limit := range map[string]time.Duration{"header": s.ReadHeaderTimeout, "read": s.ReadTimeout, "write": s.WriteTimeout} {
		if limit != 5*time.Second {
			t.Errorf("the limit %s is %v", name, limit)
		}
	}
	if s.IdleTimeout != time.Minute || s.MaxHeaderBytes != 16<<10 {
		t.Errorf("idle for %v, headers of %d bytes", s.IdleTimeout, s.MaxHeaderBytes)
	}
}

func TestASlowRequestIsCutOff(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		pipe := fakediscord.NewPipe()
		s := endpoint.NewServer("", newHandler(t, pongs), slog.New(slog.DiscardHandler))
		var serving sync.WaitGroup
		serving.Go(func() { _ = s.Serve(pipe) })
		conn, err := pipe.DialContext(t.Context(), "", "")
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		if _, err := conn.Write([]byte("POST / HTTP/1.1\r\nHost: x\r\nX-Slow: ")); err != nil {
			t.Fatal(err)
		}
		_, _ = io.ReadAll(conn) // until the server hangs up
		if took := time.Since(start); took > 6*time.Second {
			t.Errorf("it was waited for %v", took)
		}
		_ = s.Close()
		serving.Wait()
	})
}

func FuzzInteractionHTTP(f *testing.F) {
	f.Add(ping, "", "", true)
	f.Add(`{"type":2,"id":"5","token":"t","data":{"name":"ask"}}`, "1763700000", strings.Repeat("0", 128), false)
	f.Add("{", "١٢٣٤٥٦٧٨٩٠", strings.Repeat("é", 64), false)
	f.Fuzz(func(t *testing.T, body, timestamp, signature string, sign bool) {
		asked := false
		h := newHandler(t, func(ctx context.Context, _ *event.Interaction, respond func(context.Context, payload.Response) error) error {
			asked = true
			return respond(ctx, payload.Response{Kind: payload.DeferUpdate})
		})
		r := signed(t, body)
		if !sign {
			r.Header["X-Signature-Timestamp"] = []string{timestamp}
			r.Header["X-Signature-Ed25519"] = []string{signature}
		}
		w := serve(h, r)
		h.Wait()
		if !sign && (asked || w.Code == http.StatusOK) {
			t.Errorf("%q, which nobody signed, is answered %d", body, w.Code)
		}
		if asked && w.Code != http.StatusOK || !strings.HasPrefix(body, "{") && w.Code == http.StatusOK {
			t.Errorf("%q is answered %d", body, w.Code)
		}
	})
}
