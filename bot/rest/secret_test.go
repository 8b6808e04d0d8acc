package rest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/bot/rest"
	"sherpa/internal/fakediscord"
)

const (
	canaryBot   = "canary-of-the-bot.token"
	canaryAsked = "canary-of-an-interaction"
	canaryText  = "canary-of-a-text"
)

// lines collects a log.
type lines struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func TestErrorsAndLogsTellNoSecrets(t *testing.T) {
	t.Parallel()
	echo := `{"code":50035,"message":"` + canaryText + ` ` + canaryAsked + ` ` + canaryBot + `"}`
	for name, f := range map[string]fakediscord.Fault{
		"refused":  {Status: 400, Body: echo},
		"401":      {Status: 401, Body: echo},
		"403":      {Status: 403, Body: strings.Replace(echo, "50035", "50001", 1)},
		"404":      {Status: 404, Body: echo},
		"429":      {Status: 429, Body: echo, Header: http.Header{"Retry-After": {"9999"}}},
		"500":      {Status: 500, Body: echo},
		"reset":    {ResetBefore: true},
		"hang":     {Hang: true},
		"redirect": {Status: 307, Header: http.Header{"Location": {"http://127.0.0.1:1/" + canaryText}}},
		"no JSON":  {Status: 200, Body: canaryText + canaryAsked},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := fakediscord.New(t, fakediscord.Options{Token: canaryBot, NoSpec: true})
			log := &lines{}
			c := newClient(t, d, slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug})))
			d.Fault("*", f)
			if name == "hang" {
				time.AfterFunc(200*time.Millisecond, d.Close)
			}
			checkSilent(t, log, everything(t, c)...)
		})
	}
	t.Run("nobody listens", func(t *testing.T) {
		t.Parallel()
		log := &lines{}
		c := clientOf(t, rest.Options{BaseURL: "http://127.0.0.1:1/api/v10", Token: canaryBot, Log: slog.New(slog.NewTextHandler(log, nil))})
		checkSilent(t, log, everything(t, c)...)
	})
}

// everything does all that has a secret in it, and returns the errors.
func everything(t *testing.T, c *rest.Client) []error {
	t.Helper()
	ctx := t.Context()
	ticket := event.Ticket{ApplicationID: "1", Token: canaryAsked, Created: c.Now().Add(-14*time.Minute + time.Second)}
	fresh := ticket
	fresh.Created = c.Now()
	m := message(canaryText)
	respond := c.Respond(ctx, &event.Interaction{ID: "2", Ticket: fresh}, payload.Response{Kind: payload.Reply, Message: m})
	_, edit := c.Edit(ctx, ticket, m)
	_, follow := c.Follow(ctx, ticket, m)
	_, send := c.Send(ctx, channel, m)
	_, me := c.Me(ctx)
	_, long := c.Send(ctx, channel, message(strings.Repeat(canaryText, 200)))
	return []error{respond, edit, follow, c.EditFollowed(ctx, ticket, "3", m), send, c.EditSent(ctx, channel, "4", m), me, long}
}

// checkSilent looks for canaries in errors, however they are printed, and in the
// log.
func checkSilent(t *testing.T, log *lines, errs ...error) {
	t.Helper()
	said, failed := "", 0
	for _, err := range errs {
		if err != nil {
			failed++
		}
		for e := err; e != nil; {
			said += fmt.Sprintf("%v %+v %#v\n", e, e, e)
			inner, ok := e.(interface{ Unwrap() error })
			if !ok {
				break
			}
			e = inner.Unwrap()
		}
	}
	if failed < 5 {
		t.Errorf("only %d of %d calls failed", failed, len(errs))
	}
	log.mu.Lock()
	defer log.mu.Unlock()
	said += log.b.String()
	for _, canary := range []string{canaryBot, canaryAsked, canaryText} {
		if strings.Contains(said, canary) {
			t.Errorf("%q is told in\n%s", canary, said)
		}
	}
}

func TestATokenDoesNotPrint(t *testing.T) {
	t.Parallel()
	token := rest.Token(canaryBot)
	o := rest.Options{BaseURL: "https://discord.com/api/v10", Token: token}
	c := clientOf(t, o)
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).LogAttrs(t.Context(), slog.LevelInfo, "x", slog.Any("token", token), slog.Any("pointer", &token))
	asJSON, err := json.Marshal(map[string]any{"a": token, "b": []any{&token}})
	if err != nil {
		t.Fatal(err)
	}
	said := log.String() + string(asJSON)
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		said += fmt.Sprintf(verb+verb+verb+verb, token, &token, o, c)
	}
	if strings.Contains(said, canaryBot) || strings.Contains(said, fmt.Sprintf("%x", canaryBot)) {
		t.Errorf("the token is told in\n%s", said)
	}
}
