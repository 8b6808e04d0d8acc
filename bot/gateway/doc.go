// Package gateway keeps a bot's gateway connections up, through discordgo, and
// hands every dispatch over as raw JSON.
//
// discordgo v0.29.0 is the client: it dials, speaks WebSocket, beats the heart
// and decodes. It is not the guardian, because it waits for ever for a server
// that says nothing, deadlocks if it is told to reconnect before READY, takes
// five intervals to notice that nobody answers, reconnects for ever with a
// refused token, ignores resume_gateway_url, and lets a null in an event end
// the process. So between discordgo and its socket stands a guard (guard.go)
// that reads every message first, and around it a supervisor that decides:
//
//   - A discordgo.Session lives as long as one socket and is never opened again
//     (session.go says why). What a resumption needs - session id, sequence,
//     address - is kept here, and the IDENTIFY that a new Session sends leaves
//     as a RESUME. A hung or confused Session costs nothing but itself.
//   - Every state has a deadline (link.go), and what passes it is closed.
//   - No IDENTIFY leaves without a turn that was counted on disk before
//     (turns.go, book.go), whatever discordgo or the server does.
//   - What Discord says with a close code decides what is next (closecode.go):
//     resume, a new session, or the end of the program.
//
// Handlers run one at a time for each shard and in order. An event can arrive
// twice after a resumption: whoever handles it looks at its id.
//
// The package knows nothing of what events mean, sends nothing but what the
// connection itself needs, and must not log tokens, session ids or event data.
package gateway
