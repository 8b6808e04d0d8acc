package rest

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"sherpa/bot/payload"
)

// Gateway is where the gateway is, and how many sessions may still be started.
type Gateway struct {
	URL string
	// Shards is how many Discord recommends.
	Shards int
	// Total and Remaining are the sessions of a day; Remaining becomes Total
	// again after ResetAfter. MaxConcurrency is how many may be started in five
	// seconds.
	Total, Remaining, MaxConcurrency int
	ResetAfter                       time.Duration
}

// GatewayBot asks where the gateway is.
func (c *Client) GatewayBot(ctx context.Context) (Gateway, error) {
	var a struct {
		URL    string `json:"url"`
		Shards int    `json:"shards"`
		Limit  struct {
			Total          int   `json:"total"`
			Remaining      int   `json:"remaining"`
			ResetAfter     int64 `json:"reset_after"` // milliseconds
			MaxConcurrency int   `json:"max_concurrency"`
		} `json:"session_start_limit"`
	}
	err := c.get(ctx, "gateway", "/gateway/bot", "/gateway/bot", &a)
	return Gateway{
		URL: a.URL, Shards: a.Shards, Total: a.Limit.Total, Remaining: a.Limit.Remaining,
		MaxConcurrency: a.Limit.MaxConcurrency, ResetAfter: time.Duration(a.Limit.ResetAfter) * time.Millisecond,
	}, err
}

// User is the bot's own user.
type User struct {
	ID   string `json:"id"`
	Name string `json:"username"`
}

// Me asks who the bot is.
func (c *Client) Me(ctx context.Context) (User, error) {
	var u User
	err := c.get(ctx, "me", "/users/@me", "/users/@me", &u)
	return u, err
}

// Application is what Discord knows of the bot's application.
type Application struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Flags tell, among other things, which privileged intents are granted.
	Flags int `json:"flags"`
	// PublicKey is the key, in hexadecimal digits, with which interactions over
	// HTTP are signed, and EndpointURL where they are sent; empty means over the
	// gateway.
	PublicKey   string `json:"verify_key"`
	EndpointURL string `json:"interactions_endpoint_url"`
	// Public says that everybody may add the bot.
	Public bool `json:"bot_public"`
}

// Application asks what Discord knows of the bot's application.
func (c *Client) Application(ctx context.Context) (Application, error) {
	var a Application
	err := c.get(ctx, "application", "/applications/@me", "/applications/@me", &a)
	return a, err
}

// Commands lists the commands that are registered everywhere, as Discord's JSON.
func (c *Client) Commands(ctx context.Context, applicationID string) (json.RawMessage, error) {
	return c.do(ctx, c.botCall("commands", http.MethodGet, "/applications/commands", commandsPath(applicationID), ""))
}

// PutCommands replaces the commands that are registered everywhere by those that
// commands is as JSON.
func (c *Client) PutCommands(ctx context.Context, applicationID string, commands any) error {
	body, err := jsonBody(commands)
	if err != nil {
		return err
	}
	k := c.botCall("put_commands", http.MethodPut, "/applications/commands", commandsPath(applicationID), "")
	k.body = &body
	_, err = c.do(ctx, k)
	return err
}

func commandsPath(applicationID string) string {
	return "/applications/" + url.PathEscape(applicationID) + "/commands"
}

// GuildName asks for the name of a server that the bot is in.
func (c *Client) GuildName(ctx context.Context, guildID string) (string, error) {
	var g struct {
		Name string `json:"name"`
	}
	k := c.botCall("guild", http.MethodGet, "/guilds", "/guilds/"+url.PathEscape(guildID), guildID)
	err := c.into(ctx, k, &g)
	return g.Name, err
}

func (c *Client) get(ctx context.Context, op, route, path string, v any) error {
	return c.into(ctx, c.botCall(op, http.MethodGet, route, path, ""), v)
}

func jsonBody(v any) (payload.Body, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return payload.Body{}, fmt.Errorf("encode a request: %w", err)
	}
	return payload.Body{ContentType: "application/json", Data: data}, nil
}
