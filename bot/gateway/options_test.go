package gateway

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"

	"sherpa/internal/fakediscord"
)

func TestTokenNeverPrints(t *testing.T) {
	t.Parallel()
	token := Token("secret")
	o := Options{Token: token}
	var log strings.Builder
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", slog.Any("token", token), slog.Any("options", struct{ Token Token }{token}))
	encoded, err := json.Marshal(map[string]any{"token": token})
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(Options{Token: token, GatewayBot: unlimited, Handler: nothing, BudgetPath: "x", Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	printed := []string{string(encoded), log.String()}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		printed = append(printed, fmt.Sprintf(verb, token), fmt.Sprintf(verb, o), fmt.Sprintf(verb, s))
	}
	for _, s := range printed {
		if strings.Contains(s, "secret") || strings.Contains(s, "736563726574") {
			t.Errorf("printed: %s", s)
		}
	}
}

// TestSecretsStayOutOfLogs runs through faults with the log at its most talkative.
func TestSecretsStayOutOfLogs(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d, dial := inMemory(t, fakediscord.Options{})
		var log strings.Builder
		r := start(t, d, dial, logTo(&log))
		c := r.next(nil)
		secrets := []string{d.Token(), c.SessionID(), "somebody's words"}
		d.Dispatch("MESSAGE_CREATE", map[string]any{"content": "somebody's words"})
		c.SendText(`{"op":0,"t":"MESSAGE_CREATE","d":"somebody's words`)
		synctest.Wait()
		c.Cut()
		c = r.next(c)
		c.InvalidSession(false)
		c = r.next(c)
		secrets = append(secrets, c.SessionID())
		c.Close(4004, "")
		err := r.ended()
		written := log.String() + err.Error() + fmt.Sprint(r.told())
		for _, secret := range secrets {
			if strings.Contains(written, secret) {
				t.Errorf("%q was written: %s", secret, written)
			}
		}
		if n := strings.Count(log.String(), "the gateway connection ended"); n != 2 {
			t.Errorf("%d lines say that a connection ended: %s", n, log.String())
		}
	})
}

func TestOptionsAreChecked(t *testing.T) {
	t.Parallel()
	good := Options{Token: "t", GatewayBot: unlimited, Handler: nothing, BudgetPath: "x", Log: slog.New(slog.DiscardHandler)}
	if _, err := New(good); err != nil {
		t.Error(err)
	}
	for name, spoil := range map[string]func(*Options){
		"token":      func(o *Options) { o.Token = "" },
		"GatewayBot": func(o *Options) { o.GatewayBot = nil },
		"Handler":    func(o *Options) { o.Handler = nil },
		"Log":        func(o *Options) { o.Log = nil },
		"BudgetPath": func(o *Options) { o.BudgetPath = "" },
		"Shards":     func(o *Options) { o.Shards = Shards{First: 1} },
	} {
		o := good
		spoil(&o)
		if _, err := New(o); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestBackoff(t *testing.T) {
	t.Parallel()
	timing := Timing{}.withDefaults()
	b := backoff{timing: &timing, random: func() float64 { return 0.999999 }}
	for _, want := range []time.Duration{1, 2, 4, 8, 16, 32, 64, 120, 120} {
		if got := b.next(59 * time.Second).Round(time.Second); got != want*time.Second {
			t.Errorf("%v, want %v s", got, int(want))
		}
	}
	for range 100 {
		if got := b.next(0); got > 2*time.Minute {
			t.Fatalf("%v", got)
		}
	}
	if got := b.next(time.Minute); got > time.Second {
		t.Errorf("%v after a minute of peace", got)
	}
	if got := b.afterInvalid().Round(time.Second); got != 5*time.Second {
		t.Errorf("%v after an invalid session", got)
	}
}

func TestCheckAddress(t *testing.T) {
	t.Parallel()
	for address, want := range map[string][2]bool{ // may be used; may be used where TLS is needed
		"wss://gateway.discord.gg":     {true, true},
		"wss://gateway.discord.gg/":    {true, true},
		"ws://127.0.0.1:80/gateway":    {true, false},
		"https://gateway.discord.gg":   {false, false},
		"":                             {false, false},
		"wss://":                       {false, false},
		"wss://user:pass@discord.gg":   {false, false},
		"wss://discord.gg/?v=1":        {false, false},
		"wss://discord.gg\n/":          {false, false},
		"//gateway.discord.gg":         {false, false},
		"wss://[::1]:443/gateway":      {true, true},
		"javascript:alert(1)":          {false, false},
		"wss://gateway.discord.gg/a/b": {true, true},
	} {
		if got := [2]bool{checkAddress(address, false) == nil, checkAddress(address, true) == nil}; got != want {
			t.Errorf("%q: %v", address, got)
		}
	}
}

// TestNoRESTThroughDiscordgo has a Session asked for what is not the gateway's
// address.
func TestNoRESTThroughDiscordgo(t *testing.T) {
	t.Parallel()
	s, err := newSession(&Options{Token: "secret"}, "wss://discord.test", 1, 2, nil)
	if err != nil {
		t.Fatal(err)
	}
	if address, err := s.Gateway(); err != nil || address != "wss://discord.test/" {
		t.Errorf("%q, %v", address, err)
	}
	if _, err := s.User("@me"); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("a request: %v", err)
	}
	if _, err := s.ChannelMessageSend("1", "text"); err == nil {
		t.Error("a message")
	}
	if s.LogLevel >= discordgo.LogError || s.ShouldReconnectOnError || s.StateEnabled {
		t.Error("the session is not tamed")
	}
}
