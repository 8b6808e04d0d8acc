// Package llm is the one adapter to language models and embeddings, over any
// server that speaks OpenAI's protocol. It bounds what a server can do - every
// wait, every size, every retry, every token that is paid for - and returns a
// whole reply or an error that says why there is none.
//
// It knows nothing of articles, prompts or Discord, keeps nothing, and lets no
// key and no text of a prompt or reply into an error or a log.
package llm
