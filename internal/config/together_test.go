package config

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestKeyStaysWithItsServer holds that the language model's key goes nowhere
// else.
func TestKeyStaysWithItsServer(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, base string
		key        Secret
		wantBase   string
		wantKey    Secret
	}{
		{"that of the language model", "", "", "https://a.test/v1", "llm"},
		{"a key of its own", "", "own", "https://a.test/v1", "own"},
		{"the same server", "https://a.test/v2", "", "https://a.test/v2", "llm"},
		{"another server", "https://b.test/v1", "", "https://b.test/v1", ""},
		{"another port", "https://a.test:8443/v1", "", "https://a.test:8443/v1", ""},
		{"in the clear", "http://a.test/v1", "", "http://a.test/v1", ""},
		{"another server with a key", "https://b.test/v1", "own", "https://b.test/v1", "own"},
	} {
		c := Config{
			LLM:       LLM{BaseURL: "https://a.test/v1", APIKey: "llm"},
			Embedding: Embedding{BaseURL: tt.base, APIKey: tt.key},
		}
		base, key := c.EmbeddingServer()
		if base != tt.wantBase || key.Reveal() != tt.wantKey.Reveal() {
			t.Errorf("%s: %s with %q", tt.name, base, key.Reveal())
		}
	}
}

// TestSettingsTogetherFromTheEnvironment names the variable that is at fault.
func TestSettingsTogetherFromTheEnvironment(t *testing.T) {
	t.Parallel()
	_, err := Load(Source{Getenv: env(map[string]string{
		"SHERPA_LLM_BASE_URL": "http://ollama:11434/v1", "SHERPA_EMBEDDING_BASE_URL": "http://10.0.0.5/v1", "SHERPA_LLM_DAILY_USD": "2",
	})})
	want := []string{
		"SHERPA_LLM_BASE_URL: llm.base_url must begin with https:// (http:// only for this machine, or with llm.allow_http: true)",
		"SHERPA_EMBEDDING_BASE_URL: embedding.base_url must begin with https:// (http:// only for this machine, or with llm.allow_http: true)",
		"SHERPA_LLM_DAILY_USD: llm.daily_usd needs llm.input_price and llm.output_price: without prices no money is counted",
	}
	if diff := cmp.Diff(want, problems(err, "")); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	got, err := Load(Source{Getenv: env(map[string]string{
		"SHERPA_LLM_BASE_URL": "http://ollama:11434/v1", "SHERPA_LLM_ALLOW_HTTP": "true", "SHERPA_EMBEDDING_API_KEY": "own",
	})})
	if err != nil || !got.LLM.AllowHTTP || got.Embedding.APIKey.Reveal() != "own" {
		t.Errorf("%+v, %v", got.Config, err)
	}
}
