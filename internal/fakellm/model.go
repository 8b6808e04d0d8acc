package fakellm

import "encoding/json"

// Message is a part of a prompt.
type Message struct{ Role, Text string }

// Prompt is what a model is asked to complete.
type Prompt struct {
	Messages []Message
	// Schema is the JSON schema that the reply has to conform to; nil asks for
	// plain text.
	Schema json.RawMessage
}

// Model completes prompts. It may be used by many goroutines.
type Model func(Prompt) string
