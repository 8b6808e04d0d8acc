package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"sherpa/internal/fakediscord"
)

// What must never be told, each as a whole and in parts.
const (
	secretToken = "MTAwMDAwMDAwMDAwMDAwMDAw.GfCaNaRy.tokencanary-0123456789abcdefghij" //nolint:gosec // it opens nothing
	secretKey   = "sk-keycanary0123456789abcdef"                                       //nolint:gosec // it opens nothing
	secretWord  = "passcanary0123"
	publicKey   = "ca9a17ca9a17ca9a17ca9a17ca9a17ca9a17ca9a17ca9a17ca9a17ca9a17ca9a"
)

// hides fails if a text tells a secret, or a part of one.
func hides(t *testing.T, what, text string) {
	t.Helper()
	for _, part := range []string{"MTAwMDAwMDAwMDAwMDAwMDAw.G", "GfCaNaRy", "tokencanary", "keycanary", secretWord, "Bot MTA"} {
		if strings.Contains(text, part) {
			t.Errorf("%s tells %q:\n%s", what, part, text)
		}
	}
}

// TestSecretsInSettings sets them as people do, right and wrong, and reads what
// the program says about it.
func TestSecretsInSettings(t *testing.T) {
	t.Parallel()
	secrets := []string{"DISCORD_TOKEN=" + secretToken, "OPENAI_API_KEY=" + secretKey, "SHERPA_EMBEDDING_API_KEY=" + secretKey}
	for name, more := range map[string][]string{
		"wrong token":               nil,
		"token with spaces":         {"DISCORD_TOKEN=" + secretToken + " x"},
		"token with Bot":            {"DISCORD_TOKEN=Bot " + secretToken},
		"token for its file":        {"DISCORD_TOKEN=", "DISCORD_TOKEN_FILE=" + secretToken},
		"key for its file":          {"OPENAI_API_KEY=", "OPENAI_API_KEY_FILE=" + secretKey},
		"key with a line":           {"OPENAI_API_KEY=" + secretKey + "\nx"},
		"token as public key":       {"SHERPA_DISCORD_PUBLIC_KEY=" + secretToken, "SHERPA_HTTP_ADDRESS=127.0.0.1:0"},
		"token as address":          {"SHERPA_HTTP_ADDRESS=" + secretToken},
		"token as shards":           {"SHERPA_DISCORD_SHARDS=" + secretToken},
		"password in the address":   {"SHERPA_DISCORD_API_URL=http://me:" + secretWord + "@127.0.0.1:1/api/v10"},
		"password for the model":    {"SHERPA_LLM_BASE_URL=https://me:" + secretWord + "@127.0.0.1:1/v1", "SHERPA_LLM_MODEL=m"},
		"key in the address":        {"SHERPA_LLM_BASE_URL=https://127.0.0.1:1/v1?key=" + secretWord, "SHERPA_LLM_MODEL=m"},
		"model that is not there":   {"SHERPA_LLM_BASE_URL=http://127.0.0.1:1/v1", "SHERPA_LLM_MODEL=m"},
		"public key, no address":    {"SHERPA_DISCORD_PUBLIC_KEY=" + publicKey},
		"Discord that is not there": {"SHERPA_DISCORD_API_URL=http://127.0.0.1:1/api/v10"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newServed(t)
			for _, command := range []string{"doctor", "serve"} {
				if command == "serve" && name == "Discord that is not there" {
					continue // it would wait for it
				}
				said := s.fails(command, append(secrets, more...))
				hides(t, command, said)
				if sent := s.discord.Requests(); strings.Contains(said, "settings cannot be used") && len(sent) > 0 {
					t.Errorf("%s sent %v, although the settings cannot be used", command, sent)
				}
			}
		})
	}
}

// fails runs a command that must fail, and returns all that it says.
func (s *served) fails(command string, env []string) string {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sherpa", command) //nolint:gosec // the test names it
	cmd.Env, cmd.Dir = s.environment(env...), s.home
	out, err := cmd.CombinedOutput()
	if exit, ok := errors.AsType[*exec.ExitError](err); !ok || exit.ExitCode() < 1 {
		s.t.Errorf("%s ended with %v:\n%s", command, err, out)
	}
	return string(out)
}

// talkative is a language model's server that refuses every key, and says which.
func talkative(t *testing.T) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusUnauthorized)
		_, _ = fmt.Fprintf(w, `{"error":{"message":"Incorrect API key provided: %s","code":"invalid_api_key"}}`, r.Header.Get("Authorization")) //nolint:gosec // nobody looks at it in a browser
	}))
	t.Cleanup(s.Close)
	return s
}

// TestServeSecrets reads all that the program answers over HTTP, shows on Discord
// and logs, while much goes wrong.
func TestServeSecrets(t *testing.T) {
	t.Parallel()
	s := newServedWith(t, secretToken)
	s.listens()
	model := talkative(t)
	with := []string{
		"OPENAI_API_KEY=" + secretKey, "SHERPA_LLM_MODEL=m", "SHERPA_LLM_BASE_URL=" + model.URL + "/v1",
		"SHERPA_EMBEDDING_MODEL=m", "SHERPA_EMBEDDING_BASE_URL=" + model.URL + "/v1", "SHERPA_EMBEDDING_API_KEY=" + secretKey,
		"SHERPA_DISCORD_PUBLIC_KEY=" + s.discord.PublicKey(),
	}
	s.discord.Fault("PUT /applications/*/commands", fakediscord.JSONError(400, 50035, "Bot "+secretToken).Once())
	s.start(with...)
	from := fakediscord.From{GuildID: "700000000000000007", ChannelID: "800000000000000008"}
	s.discord.Fault("PATCH /webhooks/*/*/messages/@original", fakediscord.JSONError(500, 0, "Bot "+secretToken).Once())
	asked := s.does("", s.discord.Slash(from, "ask", fakediscord.Text("question", "Was a ceasefire agreed?")))
	hides(t, "the answer", asked.Content)
	hides(t, "the evidence", s.does("", s.discord.Press(from, asked.ID, s.button(asked, "Evidence").CustomID)).Content)
	s.discord.Fault("POST /channels/*/messages", fakediscord.HTMLPage(http.StatusBadGateway).Once())
	s.says("", from, fakediscord.Post{Content: s.discord.Mention() + " Where did they meet?"})
	for _, path := range []string{"/healthz", "/metrics", "/interactions", "/", "/debug/pprof/", "/config"} {
		_, body := s.get(path)
		hides(t, path, body)
	}
	for _, body := range []string{"", "{", `{"type":1}`, strings.Repeat("x", 600<<10)} {
		hides(t, "the endpoint", s.posts(body, http.Header{}))
		hides(t, "the endpoint", s.posts(body, s.discord.Sign([]byte(body))))
	}
	hides(t, "doctor", s.doctor(0, with...))
	if code := s.stop(syscall.SIGTERM); code != 0 {
		t.Errorf("SIGTERM ended the program with %d, want 0", code)
	}
	hides(t, "the log", s.log.String())
	if !strings.Contains(s.log.String(), "no answer from the language model") || !strings.Contains(s.log.String(), "answered 400") {
		t.Errorf("not all went wrong:\n%s", s.log.String())
	}
}

// posts sends something to the endpoint for interactions, and returns the answer.
func (s *served) posts(body string, header http.Header) string {
	s.t.Helper()
	req, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, "http://"+s.address+"/interactions", strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	req.Header = header
	resp, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(req)
	if err != nil {
		return err.Error() // it does not read what is too large to its end
	}
	defer resp.Body.Close() //nolint:errcheck // it was only read
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return fmt.Sprint(resp.Status, resp.Header, string(text))
}
