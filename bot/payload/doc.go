// Package payload holds what the bot sends to Discord: messages, responses to
// interactions, buttons, menus and forms, with Discord's limits.
//
// Its types cannot express a ping: every message that is encoded carries
// allowed_mentions {"parse":[]} and suppresses link previews. The package builds
// and checks values; it sends nothing, and knows nothing of answers.
package payload
