package llm

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestKey shows that a key is not printed, whatever prints it.
func TestKey(t *testing.T) {
	t.Parallel()
	var log strings.Builder
	key := Key(canary)
	held := struct {
		Key Key
		In  map[string]Key
	}{key, map[string]Key{"key": key}}
	logger := slog.New(slog.NewTextHandler(&log, nil))
	logger.LogAttrs(t.Context(), slog.LevelInfo, "x", slog.Any("key", key), slog.Any("held", held), slog.Any("options", Options{APIKey: key}))
	text, err := json.Marshal(held)
	if err != nil {
		t.Fatal(err)
	}
	all := log.String() + string(text) + key.String() + key.GoString()
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%T"} {
		all += fmt.Sprintf(verb, key) + fmt.Sprintf(verb, held) + fmt.Sprintf(verb, &held) + fmt.Sprintf(verb, Options{APIKey: key})
	}
	for _, secret := range []string{canary, canary[:8], fmt.Sprintf("%x", canary), fmt.Sprintf("%X", canary)} {
		if strings.Contains(all, secret) {
			t.Errorf("%s is printed", secret)
		}
	}
	if key.String() != "(hidden)" || Key("").String() != "" {
		t.Errorf("%q and %q are printed", key, Key(""))
	}
}

// TestClientIsSilent shows that printing a whole client prints no key.
func TestClientIsSilent(t *testing.T) {
	t.Parallel()
	c, err := New(Options{BaseURL: "https://api.example/v1", Model: "m", APIKey: canary})
	if err != nil {
		t.Fatal(err)
	}
	for _, verb := range []string{"%v", "%+v", "%#v"} {
		if text := fmt.Sprintf(verb, c) + fmt.Sprintf(verb, c.options); strings.Contains(text, canary) {
			t.Errorf("%s prints the key", verb)
		}
	}
}

func TestDefaults(t *testing.T) {
	t.Parallel()
	got := Options{BaseURL: "https://api.example/v1/"}.withDefaults()
	want := Options{
		BaseURL: "https://api.example/v1", MaxTokens: 700, ReasoningRoom: 8,
		Limits: Limits{
			Total: 45 * time.Second, Connect: 5 * time.Second, FirstToken: 15 * time.Second, Idle: 10 * time.Second,
			Retries: 2, RetryAfter: 20 * time.Second, Response: 1 << 20, Line: 256 << 10, Failures: 5, Pause: 30 * time.Second,
		},
	}
	ignore := cmpopts.IgnoreFields(Options{}, "Observe", "Log", "UserAgent")
	if diff := cmp.Diff(want, got, ignore, cmpopts.IgnoreUnexported(Limits{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if never := (Limits{Retries: -1}).withDefaults(); never.Retries != 0 {
		t.Errorf("%d retries, although none are wanted", never.Retries)
	}
}

func TestOptionsAreChecked(t *testing.T) {
	t.Parallel()
	good := Options{BaseURL: "https://api.example/v1", Model: "m"}
	for name, tt := range map[string]struct {
		change func(*Options)
		says   string // "" where it works
	}{
		"good":                  {func(*Options) {}, ""},
		"this machine":          {func(o *Options) { o.BaseURL = "http://127.0.0.1:11434/v1" }, ""},
		"this machine, IPv6":    {func(o *Options) { o.BaseURL = "http://[::1]:8080/v1" }, ""},
		"this machine, by name": {func(o *Options) { o.BaseURL = "http://localhost:8080/v1" }, ""},
		"http elsewhere":        {func(o *Options) { o.BaseURL = "http://ollama:11434/v1" }, "llm.allow_http"},
		"http allowed":          {func(o *Options) { o.BaseURL, o.AllowHTTP = "http://ollama:11434/v1", true }, ""},
		"another scheme":        {func(o *Options) { o.BaseURL, o.AllowHTTP = "ftp://a.example/", true }, "https://"},
		"no address":            {func(o *Options) { o.BaseURL = "api.example" }, "no address"},
		"nothing":               {func(o *Options) { o.BaseURL = "" }, "no address"},
		"a password":            {func(o *Options) { o.BaseURL = "https://me:" + canary + "@api.example/v1" }, "user name"},
		"a query":               {func(o *Options) { o.BaseURL = "https://api.example/v1?key=" + canary }, "query"},
		"no model":              {func(o *Options) { o.Model = "" }, "llm.model"},
		"a key of two lines":    {func(o *Options) { o.APIKey = canary + "\n" }, "llm.api_key"},
		"a negative price":      {func(o *Options) { o.Prices = &Prices{Input: -1} }, "prices"},
		"no price":              {func(o *Options) { o.Prices = &Prices{Output: math.NaN()} }, "prices"},
		"a price for nobody":    {func(o *Options) { o.Prices = &Prices{Output: math.Inf(1)} }, "prices"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := good
			tt.change(&o)
			_, err := New(o)
			if (err == nil) != (tt.says == "") || err != nil && !strings.Contains(err.Error(), tt.says) {
				t.Errorf("it says %v", err)
			}
			if err != nil {
				silent(t, err)
			}
		})
	}
}
