package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"sherpa/bot/command"
	"sherpa/bot/rest"
	"sherpa/internal/buildinfo"
	"sherpa/internal/config"
	"sherpa/internal/usererr"
)

// doctorPatience is how long Discord may take to answer all questions.
const doctorPatience = 10 * time.Second

// What a bot needs in a channel to answer mentions: to see it, to write in it
// and in its threads, and to reply.
const invitePermissions = 1<<10 | 1<<11 | 1<<16 | 1<<38

// privilegedFlags are an application's flags that say that a privileged intent
// is switched on.
const privilegedFlags = 1<<12 | 1<<13 | 1<<14 | 1<<15 | 1<<18 | 1<<19

// discordFindings asks Discord about the bot, if there is a token and the settings
// are sound (the default address may not be meant to get the token), and returns
// the link that invites it.
func discordFindings(ctx context.Context, c config.Config, sound bool) (findings []finding, invite string) {
	if !sound {
		return []finding{{what: "Discord", state: "not asked, as the settings cannot be used"}}, ""
	}
	if c.Discord.Token.Reveal() == "" {
		return []finding{{what: "Discord", state: "no token; `sherpa serve` needs one in DISCORD_TOKEN, everything else works without"}}, ""
	}
	if err := checkServe(c); err != nil {
		return []finding{{"Discord", "cannot be used", usererr.Message(err), usererr.BadConfig}}, ""
	}
	client, err := rest.New(rest.Options{
		BaseURL: c.Discord.APIURL, Token: rest.Token(c.Discord.Token.Reveal()), Version: buildinfo.Get().Version,
	})
	if err != nil {
		return []finding{unreachable(err)}, ""
	}
	defer client.Close()
	ctx, cancel := context.WithTimeout(ctx, doctorPatience)
	defer cancel()
	app, err := client.Application(ctx)
	if err != nil {
		return []finding{unreachable(err)}, ""
	}
	findings = []finding{
		{what: "Discord", state: fmt.Sprintf("the token is that of %q", app.Name)},
		intentsFinding(app), gatewayFinding(ctx, client), commandsFinding(ctx, client, app.ID), endpointFinding(c, app),
	}
	return findings, inviteLink(app.ID)
}

func unreachable(err error) finding {
	if errors.Is(err, rest.ErrBadToken) {
		return finding{"Discord", "refuses the token", usererr.Message(serveError(err)), usererr.BadConfig}
	}
	return finding{"Discord", "cannot be asked: " + reason(err), "check the network and discord.api_url, and try again.", usererr.Unavailable}
}

func intentsFinding(app rest.Application) finding {
	f := finding{what: "intents", state: "no privileged one is switched on, and none is needed"}
	if app.Flags&privilegedFlags != 0 {
		f.state = "privileged ones are switched on"
		f.advice = "Sherpa needs none; switch them off on the Bot page of the application, so that the bot is sent no messages but those meant for it."
	}
	return f
}

// gatewayFinding says how many connections may still be made today.
func gatewayFinding(ctx context.Context, client *rest.Client) finding {
	g, err := client.GatewayBot(ctx)
	if err != nil {
		return finding{"gateway", "cannot be asked: " + reason(err), "try again in a moment.", usererr.Unavailable}
	}
	return finding{what: "gateway", state: fmt.Sprintf("%s recommended; %d of %d sessions are left today", count(g.Shards, "shard"), g.Remaining, g.Total)}
}

// commandsFinding says which commands Discord knows.
func commandsFinding(ctx context.Context, client *rest.Client, appID string) finding {
	raw, err := client.Commands(ctx, appID)
	var there []struct{ Name string }
	if err == nil {
		err = json.Unmarshal(raw, &there)
	}
	if err != nil {
		return finding{"commands", "cannot be asked: " + reason(err), "try again in a moment.", usererr.Unavailable}
	}
	known := map[string]bool{}
	for _, c := range there {
		known[c.Name] = true
	}
	all, n := command.All(), 0
	for _, c := range all {
		if known[c.Name] {
			n++
		}
	}
	f := finding{what: "commands", state: fmt.Sprintf("%d of %d are registered", n, len(all))}
	if n < len(all) {
		f.advice = "`sherpa serve` registers the rest when it starts."
	}
	return f
}

// endpointFinding tells where interactions go: over HTTP as soon as the
// application names an address, and then never over the gateway.
func endpointFinding(c config.Config, app rest.Application) finding {
	f := finding{what: "interactions"}
	switch {
	case app.EndpointURL == "" && c.Discord.PublicKey == "":
		f.state = "come over the gateway"
	case app.EndpointURL == "":
		f.state = "come over the gateway, although discord.public_key is set"
		f.advice = "enter the address of this server, ending in /interactions, as Interactions Endpoint URL on the application's page."
	case c.Discord.PublicKey == "":
		f.state = "go to " + host(app.EndpointURL) + " over HTTP, and this process does not take them"
		f.advice = "set discord.public_key and http.address, or clear the Interactions Endpoint URL on the application's page."
	case !strings.EqualFold(c.Discord.PublicKey, app.PublicKey):
		f.state, f.code = "are signed with another key than discord.public_key", usererr.BadConfig
		f.advice = "copy the Public Key from the application's page."
	default:
		f.state = "come over HTTP, by " + host(app.EndpointURL)
	}
	return f
}

func host(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Host
	}
	return "another address"
}

// inviteLink is the page at which an admin adds the bot to a server, with the
// permissions that answers need and no others.
func inviteLink(appID string) string {
	return "https://discord.com/oauth2/authorize?" + url.Values{
		"client_id": {appID}, "scope": {"bot applications.commands"}, "permissions": {strconv.FormatInt(invitePermissions, 10)},
	}.Encode()
}
