package prompt

import "encoding/json"

// Role says whose words a message is.
type Role string

// The roles of messages.
const (
	System Role = "system"
	User   Role = "user"
)

// Message is a part of a prompt.
type Message struct {
	Role Role
	Text string
}

// Prompt is what a model is asked to complete.
type Prompt struct {
	Messages []Message
	// Schema is what the reply has to conform to; nil asks for plain text.
	Schema *Schema
	// MaxTokens bounds the reply.
	MaxTokens int
}

// Schema is a strict JSON schema.
type Schema struct {
	Name string
	JSON json.RawMessage
}
