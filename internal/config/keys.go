package config

import (
	"strings"
)

// key is one setting: its path in the file and where its value is kept.
type key struct {
	path string
	// field points to the value: *string, *Secret, *int, *bool or *[]string.
	field func(*Config) any
	// check refuses values that cannot work; nil accepts everything.
	check func(value string) error
	// also is a further environment variable that sets the key.
	also string
}

// keys lists every setting, in the order of the example file.
var keys = []key{
	{path: "store.path", field: func(c *Config) any { return &c.Store.Path }, check: checkPath},
	{path: "fetch.allow_hosts", field: func(c *Config) any { return &c.Fetch.AllowHosts }, check: checkHost},
	{path: "fetch.allow_http", field: func(c *Config) any { return &c.Fetch.AllowHTTP }},
	{path: "operator.contact", field: func(c *Config) any { return &c.Operator.Contact }, check: checkLine},
	{path: "llm.base_url", field: func(c *Config) any { return &c.LLM.BaseURL }, check: checkModelURL},
	{path: "llm.model", field: func(c *Config) any { return &c.LLM.Model }, check: checkLine},
	{path: "llm.api_key", field: func(c *Config) any { return &c.LLM.APIKey }, check: checkToken, also: "OPENAI_API_KEY"},
	{path: "llm.allow_http", field: func(c *Config) any { return &c.LLM.AllowHTTP }},
	{path: "llm.max_tokens", field: func(c *Config) any { return &c.LLM.MaxTokens }, check: between(16, 100_000)},
	{path: "llm.timeout", field: func(c *Config) any { return &c.LLM.Timeout }, check: between(1, 600)},
	{path: "llm.input_price", field: func(c *Config) any { return &c.LLM.InputPrice }, check: checkUSD},
	{path: "llm.output_price", field: func(c *Config) any { return &c.LLM.OutputPrice }, check: checkUSD},
	{path: "llm.daily_tokens", field: func(c *Config) any { return &c.LLM.DailyTokens }, check: between(0, maxDailyTokens)},
	{path: "llm.daily_tokens_server", field: func(c *Config) any { return &c.LLM.DailyTokensServer }, check: between(0, maxDailyTokens)},
	{path: "llm.daily_tokens_user", field: func(c *Config) any { return &c.LLM.DailyTokensUser }, check: between(0, maxDailyTokens)},
	{path: "llm.daily_usd", field: func(c *Config) any { return &c.LLM.DailyUSD }, check: checkUSD},
	{path: "embedding.model", field: func(c *Config) any { return &c.Embedding.Model }, check: checkLine},
	{path: "embedding.base_url", field: func(c *Config) any { return &c.Embedding.BaseURL }, check: checkModelURL},
	{path: "embedding.api_key", field: func(c *Config) any { return &c.Embedding.APIKey }, check: checkToken},
	{path: "embedding.question_prefix", field: func(c *Config) any { return &c.Embedding.QuestionPrefix }, check: checkLine},
	{path: "embedding.passage_prefix", field: func(c *Config) any { return &c.Embedding.PassagePrefix }, check: checkLine},
	{path: "discord.token", field: func(c *Config) any { return &c.Discord.Token }, check: checkToken, also: "DISCORD_TOKEN"},
	{path: "discord.api_url", field: func(c *Config) any { return &c.Discord.APIURL }, check: checkAPIURL},
	{path: "discord.public_key", field: func(c *Config) any { return &c.Discord.PublicKey }, check: checkPublicKey},
	{path: "discord.shards", field: func(c *Config) any { return &c.Discord.Shards }, check: checkShards},
	{path: "discord.gateway", field: func(c *Config) any { return &c.Discord.Gateway }},
	{path: "servers.max_articles", field: func(c *Config) any { return &c.Servers.MaxArticles }, check: between(0, maxCap)},
	{path: "servers.max_megabytes", field: func(c *Config) any { return &c.Servers.MaxMegabytes }, check: between(0, maxCap)},
	{path: "http.address", field: func(c *Config) any { return &c.HTTP.Address }, check: checkAddress},
}

// variables returns the environment variables that set k; the first that is
// set wins.
func (k key) variables() []string {
	own := "SHERPA_" + strings.ToUpper(strings.ReplaceAll(k.path, ".", "_"))
	if k.also == "" {
		return []string{own}
	}
	return []string{own, k.also}
}

// secret reports whether k's value must not be shown.
func (k key) secret() bool {
	_, ok := k.field(&Config{}).(*Secret)
	return ok
}

// findKey returns the key with the given path.
func findKey(path string) (key, bool) {
	for _, k := range keys {
		if k.path == path {
			return k, true
		}
	}
	return key{}, false
}

// isSection reports whether path is the beginning of a key's path.
func isSection(path string) bool {
	for _, k := range keys {
		if strings.HasPrefix(k.path, path+".") {
			return true
		}
	}
	return false
}
