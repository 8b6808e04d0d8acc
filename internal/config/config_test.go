package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// noEnv is an environment in which nothing is set.
func noEnv(string) string { return "" }

// env makes a getenv of pairs.
func env(pairs map[string]string) func(string) string {
	return func(name string) string { return pairs[name] }
}

// write makes a file in a new folder and returns its path.
func write(t *testing.T, name, data string, mode os.FileMode) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(data), mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil { // whatever the umask
		t.Fatal(err)
	}
	return path
}

// problems returns the messages of err's FieldErrors, with folder cut out.
func problems(err error, folder string) []string {
	if err == nil {
		return nil
	}
	text := err.Error()
	if folder != "" {
		text = strings.ReplaceAll(text, folder+string(filepath.Separator), "")
	}
	return strings.Split(text, "\n")
}

func TestLoadOrder(t *testing.T) {
	t.Parallel()
	path := write(t, FileName, "store:\n  path: from-file.db\nfetch:\n  allow_hosts: [a.test, 10.0.0.5]\n", 0o644)
	got, err := Load(Source{Dirs: []string{t.TempDir(), filepath.Dir(path)}, Getenv: env(map[string]string{
		"SHERPA_STORE_PATH": "from-env.db",
		"DISCORD_TOKEN":     "general",
	})})
	if err != nil {
		t.Fatal(err)
	}
	want := Default()
	want.Store.Path = "from-env.db"
	want.Fetch.AllowHosts = []string{"a.test", "10.0.0.5"}
	want.Discord.Token = "general"
	if diff := cmp.Diff(want, got.Config); diff != "" {
		t.Errorf("settings (-want +got):\n%s", diff)
	}
	if got.File != path {
		t.Errorf("File = %q, want %q", got.File, path)
	}
	origins := map[string]string{}
	for _, s := range got.Settings() {
		origins[s.Path] = s.Origin
	}
	for key, want := range map[string]string{
		"store.path": "SHERPA_STORE_PATH", "fetch.allow_hosts": path + ":4", "llm.model": "default",
	} {
		if origins[key] != want {
			t.Errorf("origin of %s = %q, want %q", key, origins[key], want)
		}
	}
}

func TestFirstFolderWins(t *testing.T) {
	t.Parallel()
	near := write(t, FileName, "llm: {model: near}", 0o644)
	far := write(t, FileName, "llm: {model: far}", 0o644)
	got, err := Load(Source{Dirs: []string{filepath.Dir(near), filepath.Dir(far)}, Getenv: noEnv})
	if err != nil || got.LLM.Model != "near" {
		t.Errorf("model = %q, %v, want near", got.LLM.Model, err)
	}
	got, err = Load(Source{Path: far, Dirs: []string{filepath.Dir(near)}, Getenv: noEnv})
	if err != nil || got.LLM.Model != "far" {
		t.Errorf("model = %q, %v, want far", got.LLM.Model, err)
	}
}

func TestOwnVariableWins(t *testing.T) {
	t.Parallel()
	got, err := Load(Source{Getenv: env(map[string]string{"OPENAI_API_KEY": "general", "SHERPA_LLM_API_KEY": "own"})})
	if err != nil || got.LLM.APIKey.Reveal() != "own" {
		t.Errorf("key = %q, %v, want the one of SHERPA_LLM_API_KEY", got.LLM.APIKey.Reveal(), err)
	}
}

func TestFileProblems(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, data string
		mode       os.FileMode
		want       []string
	}{
		{"empty", "", 0o644, nil},
		{"comment only", "# nothing\n", 0o644, nil},
		{"byte order mark", "\ufeffllm:\n  model: m\n", 0o644, nil},
		{"empty section and value", "store:\nllm:\n  model:\n", 0o644, nil},
		{
			"unknown key", "llm:\n  model: m\n  modell: x\n", 0o644,
			[]string{"sherpa.yaml:3: llm.modell is not a key that Sherpa knows; did you mean llm.model?"},
		},
		{
			"unknown section", "stor:\n  path: x\n", 0o644,
			[]string{"sherpa.yaml:1: stor is not a key that Sherpa knows"},
		},
		{
			"key in the wrong section", "discord:\n  base_url: https://a.test\n", 0o644,
			[]string{"sherpa.yaml:2: discord.base_url is not a key that Sherpa knows; did you mean llm.base_url?"},
		},
		{"nothing near", "colour: red\n", 0o644, []string{"sherpa.yaml:1: colour is not a key that Sherpa knows"}},
		{"set twice", "llm:\n  model: a\n  model: b\n", 0o644, []string{"sherpa.yaml:3: llm.model is set twice; keep one"}},
		{"section twice", "llm: {}\nllm: {}\n", 0o644, []string{"sherpa.yaml:2: llm is set twice; keep one"}},
		{
			"anchor", "llm:\n  model: &m x\n", 0o644,
			[]string{"sherpa.yaml:2: llm.model must be written out; anchors and aliases are not allowed"},
		},
		{"alias section", "llm: &a\n  model: x\nhttp: *a\n", 0o644, []string{
			"sherpa.yaml:1: llm anchors and aliases are not allowed; write the value out",
			"sherpa.yaml:3: http anchors and aliases are not allowed; write the value out",
		}},
		{"merge key", "llm:\n  <<: {model: x}\n", 0o644, []string{"sherpa.yaml:2: llm.<< is not a key that Sherpa knows"}},
		{"list for a section", "llm: [a]\n", 0o644, []string{"sherpa.yaml:1: llm must be a section with keys below it"}},
		{"not a mapping", "- a\n", 0o644, []string{"sherpa.yaml:1: must be a section with keys below it"}},
		{"wrong kinds, all reported", "store:\n  path: [a]\nservers:\n  max_articles: many\nfetch:\n  allow_hosts: a.test\n", 0o644, []string{
			"sherpa.yaml:2: store.path must be one text",
			"sherpa.yaml:4: servers.max_articles must be a whole number",
			"sherpa.yaml:6: fetch.allow_hosts must be a list, as in [one, two]",
		}},
		{"not a number", "servers:\n  max_articles: .nan\n", 0o644, []string{"sherpa.yaml:2: servers.max_articles must be a whole number"}},
		{"huge number", "servers:\n  max_articles: 99999999999999999999\n", 0o644, []string{"sherpa.yaml:2: servers.max_articles must be a whole number"}},
		{"negative", "servers:\n  max_articles: -1\n", 0o644, []string{"sherpa.yaml:2: servers.max_articles must lie between 0 and 1000000"}},
		{"number of shards", "discord:\n  shards: 4\n", 0o644, nil},
		{"range of shards", "discord:\n  shards: 0-3/8\n", 0o644, nil},
		{"shards in words", "discord:\n  shards: two\n", 0o644, []string{"sherpa.yaml:2: discord.shards must be auto, a number from 1 to 16384, or a range as in 0-3/8"}},
		{"shards beyond all", "discord:\n  shards: 4-8/8\n", 0o644, []string{
			"sherpa.yaml:2: discord.shards must count from 0 and end below the number of all shards (at most 16384), as in 0-3/8",
		}},
		{"bad values", "http:\n  address: here\ndiscord:\n  public_key: abc\n  api_url: https://discord.com/api\n", 0o644, []string{
			"sherpa.yaml:2: http.address must be host:port, as in 127.0.0.1:8080",
			"sherpa.yaml:4: discord.public_key must be 64 hex digits, as the application's page shows them",
			"sherpa.yaml:5: discord.api_url must end in the API version, as in https://discord.com/api/v10",
		}},
		{
			"plain http", "llm:\n  base_url: http://llm.example/v1\n", 0o644,
			[]string{"sherpa.yaml:2: llm.base_url must begin with https:// (http:// only for this machine, or with llm.allow_http: true)"},
		},
		{"plain http that is allowed", "llm:\n  base_url: http://ollama:11434/v1\n  allow_http: true\n", 0o644, nil},
		{
			"plain http of vectors", "embedding:\n  base_url: http://llm.example/v1\n", 0o644,
			[]string{"sherpa.yaml:2: embedding.base_url must begin with https:// (http:// only for this machine, or with llm.allow_http: true)"},
		},
		{
			"the address of a call", "llm:\n  base_url: https://a.test/v1/chat/completions\n", 0o644,
			[]string{"sherpa.yaml:2: llm.base_url must end before /chat/completions, as in https://a.test/v1"},
		},
		{
			"address with a query", "embedding:\n  base_url: https://a.test/v1?version=2\n", 0o644,
			[]string{"sherpa.yaml:2: embedding.base_url must have no ? and no #, as in https://example.com/v1"},
		},
		{
			"address of another kind", "llm:\n  base_url: ftp://a.test/v1\n", 0o644,
			[]string{"sherpa.yaml:2: llm.base_url must begin with https://"},
		},
		{"Discord in the clear", "discord:\n  api_url: http://discord.com/api/v10\n", 0o644, []string{
			"sherpa.yaml:2: discord.api_url must begin with https:// (http:// only for this machine)",
		}},
		{"prices", "llm:\n  input_price: 0.15\n  output_price: '0.6'\n  daily_usd: 2.50\n", 0o644, nil},
		{"no price", "llm:\n  input_price: 15 cents\n  output_price: -1\n  daily_usd: 1.1234567\n", 0o644, []string{
			"sherpa.yaml:2: llm.input_price must be US dollars with a full stop and at most six decimals, as in 0.15",
			"sherpa.yaml:3: llm.output_price must be US dollars with a full stop and at most six decimals, as in 0.15",
			"sherpa.yaml:4: llm.daily_usd must be US dollars with a full stop and at most six decimals, as in 0.15",
		}},
		{"price of prompts alone", "llm:\n  input_price: 0.15\n", 0o644, []string{
			"sherpa.yaml:2: llm.input_price needs llm.output_price beside it (0 if replies cost nothing)",
		}},
		{"price of replies alone", "llm:\n  daily_usd: 1\n  output_price: 0.60\n", 0o644, []string{
			"sherpa.yaml:3: llm.output_price needs llm.input_price beside it (0 if prompts cost nothing)",
		}},
		{"money without prices", "llm:\n  daily_usd: 1\n", 0o644, []string{
			"sherpa.yaml:2: llm.daily_usd needs llm.input_price and llm.output_price: without prices no money is counted",
		}},
		{"no cap of money, no prices", "llm:\n  daily_usd: 0\n", 0o644, nil},
		{"beyond the limits", "llm:\n  max_tokens: 5\n  timeout: 0\n  daily_tokens: -1\n  daily_tokens_user: 10000000001\n", 0o644, []string{
			"sherpa.yaml:2: llm.max_tokens must lie between 16 and 100000",
			"sherpa.yaml:3: llm.timeout must lie between 1 and 600",
			"sherpa.yaml:4: llm.daily_tokens must lie between 0 and 10000000000",
			"sherpa.yaml:5: llm.daily_tokens_user must lie between 0 and 10000000000",
		}},
		{"without caps", "llm:\n  daily_tokens: 0\n  daily_tokens_server: 0\n  daily_tokens_user: 0\n", 0o644, nil},
		{"open secret of vectors", "embedding:\n  api_key: s3cr3t\n", 0o644, []string{
			"sherpa.yaml:2: embedding.api_key is a secret and others can read this file; run `chmod 600 sherpa.yaml` or set SHERPA_EMBEDDING_API_KEY",
		}},
		{"plain http on this machine", "llm:\n  base_url: http://127.0.0.1:11434/v1\n", 0o644, nil},
		{
			"host with a scheme", "fetch:\n  allow_hosts: ['https://a.test']\n", 0o644,
			[]string{`sherpa.yaml:2: fetch.allow_hosts must list hosts, as in intranet.example or 10.0.0.5:8080; "https://a.test" is not one`},
		},
		{"hosts with ports", "fetch:\n  allow_hosts: ['127.0.0.1:8080', '[::1]:80', '::1', a.test:80, a.test]\n", 0o644, nil},
		{
			"port out of range", "fetch:\n  allow_hosts: ['a.test:123456']\n", 0o644,
			[]string{`sherpa.yaml:2: fetch.allow_hosts must list hosts, as in intranet.example or 10.0.0.5:8080; "a.test:123456" is not one`},
		},
		{"not a truth value", "fetch:\n  allow_http: perhaps\n", 0o644, []string{"sherpa.yaml:2: fetch.allow_http must be true or false"}},
		{"truth value", "fetch:\n  allow_http: true\n", 0o644, nil},
		{
			"tilde", "store:\n  path: ~/sherpa.db\n", 0o644,
			[]string{"sherpa.yaml:2: store.path begins with ~, which is not expanded here; write the whole path"},
		},
		{"broken YAML", "llm:\n  model: \"x\n", 0o644, []string{"sherpa.yaml:2: this is not YAML: found unexpected end of stream"}},
		{
			"two documents", "llm: {}\n---\nllm: {}\n", 0o644,
			[]string{"sherpa.yaml: there is more than one YAML document in the file; keep one"},
		},
		{
			"too large", strings.Repeat("#", MaxFileBytes+1), 0o644,
			[]string{"sherpa.yaml: the file has 65537 bytes; at most 65536 are read"},
		},
		{
			"open secret", "discord:\n  token: s3cr3t\n", 0o640,
			[]string{"sherpa.yaml:2: discord.token is a secret and others can read this file; run `chmod 600 sherpa.yaml` or set DISCORD_TOKEN"},
		},
		{"private secret", "discord:\n  token: s3cr3t\n", 0o600, nil},
		{"empty secret in an open file", "discord:\n  token: \"\"\n", 0o644, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			path := write(t, FileName, tt.data, tt.mode)
			_, err := Load(Source{Path: path, Getenv: noEnv})
			if diff := cmp.Diff(tt.want, problems(err, filepath.Dir(path))); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if err != nil {
				if _, ok := errors.AsType[*FieldError](err); !ok {
					t.Errorf("%v is not a FieldError", err)
				}
			}
		})
	}
}

func TestMissingFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "none.yaml")
	_, err := Load(Source{Path: path, Getenv: noEnv})
	want := []string{"none.yaml: the file cannot be read: no such file or directory"}
	if diff := cmp.Diff(want, problems(err, filepath.Dir(path))); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if _, err := Load(Source{Path: t.TempDir(), Getenv: noEnv}); err == nil {
		t.Error("a folder was read as a settings file")
	}
}

func TestEnvironmentProblems(t *testing.T) {
	t.Parallel()
	secret := write(t, "token", "s3cr3t\n", 0o640)
	open := write(t, "open", "s3cr3t\n", 0o644)
	tests := []struct {
		name  string
		env   map[string]string
		token string
		want  []string
	}{
		{"from a file", map[string]string{"DISCORD_TOKEN_FILE": secret}, "s3cr3t", nil},
		{"own file variable", map[string]string{"SHERPA_DISCORD_TOKEN_FILE": secret}, "s3cr3t", nil},
		{
			"file that everybody reads",
			map[string]string{"DISCORD_TOKEN_FILE": open},
			"",
			[]string{"DISCORD_TOKEN_FILE: discord.token is in " + open + ", which everybody can read; run `chmod 600 " + open + "`"},
		},
		{
			"the token where its file is named",
			map[string]string{"DISCORD_TOKEN_FILE": "MTIz.s3cr3t"},
			"",
			[]string{"DISCORD_TOKEN_FILE: discord.token is to stand in a file, and this names none that can be read: no such file or directory"},
		},
		{
			"both",
			map[string]string{"DISCORD_TOKEN": "a", "DISCORD_TOKEN_FILE": secret},
			"",
			[]string{"DISCORD_TOKEN_FILE: discord.token is also set by DISCORD_TOKEN; keep one"},
		},
		{
			"token with a line feed",
			map[string]string{"DISCORD_TOKEN": "s3c\nr3t"},
			"",
			[]string{"DISCORD_TOKEN: discord.token has spaces or characters that no token has; copy it again"},
		},
		{
			"not a number",
			map[string]string{"SHERPA_SERVERS_MAX_ARTICLES": "two"},
			"",
			[]string{"SHERPA_SERVERS_MAX_ARTICLES: servers.max_articles must be a whole number"},
		},
		{
			"not a truth value",
			map[string]string{"SHERPA_FETCH_ALLOW_HTTP": "perhaps"},
			"",
			[]string{"SHERPA_FETCH_ALLOW_HTTP: fetch.allow_http must be true or false"},
		},
		{"one error each", map[string]string{"SHERPA_SERVERS_MAX_ARTICLES": "-2", "SHERPA_HTTP_ADDRESS": "127.0.0.1:99999"}, "", []string{
			"SHERPA_SERVERS_MAX_ARTICLES: servers.max_articles must lie between 0 and 1000000",
			"SHERPA_HTTP_ADDRESS: http.address must have a port between 0 and 65535",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := Load(Source{Getenv: env(tt.env)})
			if diff := cmp.Diff(tt.want, problems(err, "")); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if got.Discord.Token.Reveal() != tt.token {
				t.Errorf("token = %q, want %q", got.Discord.Token.Reveal(), tt.token)
			}
		})
	}
}

func TestListFromEnvironment(t *testing.T) {
	t.Parallel()
	got, err := Load(Source{Getenv: env(map[string]string{"SHERPA_FETCH_ALLOW_HOSTS": "a.test, 127.0.0.1,,"})})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a.test", "127.0.0.1"}, got.Fetch.AllowHosts); diff != "" {
		t.Errorf("hosts (-want +got):\n%s", diff)
	}
}

// TestKeysCoverConfig fails when a field of Config has no key, or two.
func TestKeysCoverConfig(t *testing.T) {
	t.Parallel()
	var c Config
	found := map[any]string{}
	for _, k := range keys {
		p := k.field(&c)
		if other, ok := found[p]; ok {
			t.Errorf("%s and %s share a field", k.path, other)
		}
		found[p] = k.path
	}
	v := reflect.ValueOf(&c).Elem()
	for i := range v.NumField() {
		for j := range v.Field(i).NumField() {
			field := v.Field(i).Field(j)
			if _, ok := found[field.Addr().Interface()]; !ok {
				t.Errorf("%s.%s has no key", v.Type().Field(i).Name, v.Field(i).Type().Field(j).Name)
			}
		}
	}
}

// TestExampleFile holds the example to the defaults and to every key.
func TestExampleFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join("..", "..", "config.example.yaml")
	got, err := Load(Source{Path: path, Getenv: noEnv})
	if err != nil {
		t.Fatal(err)
	}
	want := Default()
	want.Fetch.AllowHosts = []string{}
	if diff := cmp.Diff(want, got.Config); diff != "" {
		t.Errorf("the example is not the defaults (-want +got):\n%s", diff)
	}
	data, err := os.ReadFile(path) //nolint:gosec // the example
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range keys {
		// A secret's default is empty, so that the example sets every key.
		if _, set := got.origins[k.path]; !set {
			t.Errorf("the example does not set %s", k.path)
		}
		for _, name := range k.variables() {
			if !strings.Contains(string(data), name) {
				t.Errorf("the example does not name %s", name)
			}
		}
	}
}

func TestSettingsHideSecrets(t *testing.T) {
	t.Parallel()
	got, err := Load(Source{Getenv: env(map[string]string{"DISCORD_TOKEN": "s3cr3t"})})
	if err != nil {
		t.Fatal(err)
	}
	shown := fmt.Sprintf("%v %+v", got.Settings(), got.Config)
	if strings.Contains(shown, "s3cr3t") || !strings.Contains(shown, "(hidden)") {
		t.Errorf("secrets are not hidden in %s", shown)
	}
}

func FuzzConfig(f *testing.F) {
	example, err := os.ReadFile(filepath.Join("..", "..", "config.example.yaml"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(example)
	for _, seed := range []string{
		"", "---\n", "a: &a [*a]", "llm:\n  <<: *x\n", "llm: {model: !!binary aGk=}", "? [a]\n: b", "\ufeffllm:\n",
		"discord:\n  shards: 1e3\n", "store: {path: 1}", "x: &a [1,1]\ny: &b [*a,*a]\nz: [*b,*b]", "llm:\n  model: \"\x00\"\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l := Loaded{Config: Default(), origins: map[string]string{}}
		err := l.decode("f.yaml", data, 0o600)
		if err != nil && !strings.HasPrefix(err.Error(), "f.yaml") {
			t.Errorf("error without its place: %v", err)
		}
		if err == nil && l.Servers.MaxArticles < 0 {
			t.Errorf("negative number accepted: %q", data)
		}
		if token := l.LLM.APIKey.Reveal(); len(token) > 8 && strings.Contains(fmt.Sprint(l.Settings()), token) {
			t.Errorf("secret shown: %q", data)
		}
	})
}
