// Package llm is the one adapter to language models and embeddings, over any
// server that speaks OpenAI's protocol. It bounds what a server can do - every
// wait, every size, every retry, every token that is paid for - and returns a
// whole reply or an error that says why there is none.
//
// A reply is whole only if the server says that the model stopped by itself:
// streams that are cut end like those that are finished. What a server does not
// take of the protocol is left out, and remembered for an hour.
//
// It knows nothing of articles, prompts or Discord, stores nothing, and lets no
// key and no text of a prompt or reply into an error or a log.
package llm
