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
	{path: "llm.base_url", field: func(c *Config) any { return &c.LLM.BaseURL }, check: checkURL},
	{path: "llm.model", field: func(c *Config) any { return &c.LLM.Model }, check: checkLine},
	{path: "llm.api_key", field: func(c *Config) any { return &c.LLM.APIKey }, check: checkToken, also: "OPENAI_API_KEY"},
	{path: "discord.token", field: func(c *Config) any { return &c.Discord.Token }, check: checkToken, also: "DISCORD_TOKEN"},
	{path: "discord.api_url", field: func(c *Config) any { return &c.Discord.APIURL }, check: checkAPIURL},
	{path: "discord.public_key", field: func(c *Config) any { return &c.Discord.PublicKey }, check: checkPublicKey},
	{path: "discord.shards", field: func(c *Config) any { return &c.Discord.Shards }, check: checkShards},
	{path: "discord.gateway", field: func(c *Config) any { return &c.Discord.Gateway }},
	{path: "servers.max_articles", field: func(c *Config) any { return &c.Servers.MaxArticles }, check: checkCap},
	{path: "servers.max_megabytes", field: func(c *Config) any { return &c.Servers.MaxMegabytes }, check: checkCap},
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
