// Package rest is the one way out to Discord's REST API. It sends what
// bot/payload encodes: first responses, edits and further messages of
// interactions, messages of channels, and the few questions that a bot asks
// about itself.
//
// It waits where Discord says so and no longer than its caller allows, tries
// again where that cannot do harm, and stops before Discord would ban it. What
// answers an interaction needs no token of the bot, is outside the bot's limits,
// and never waits for anything else. Errors and logs carry a route and Discord's
// codes, never a token, an address or a text.
//
// The package knows nothing of answers and decides nothing about them. It must
// not import package bot, whose Sender it is.
package rest
