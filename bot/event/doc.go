// Package event holds what Discord tells the bot: interactions and messages, read
// from the JSON that the gateway and the HTTP endpoint both deliver.
//
// Parsing is lenient - unknown fields, components and types are skipped, and
// nothing in foreign JSON makes it panic - and it does nothing else: no network,
// no answers, no texts for users.
package event
