package fakellm

import (
	"encoding/json"
	"strings"
)

// readChat reads the body of a chat request; nil where it is none.
func readChat(body []byte) *Chat {
	var in struct {
		Model    string
		Messages []struct {
			Role    string
			Content json.RawMessage
		}
		Stream        bool
		StreamOptions struct {
			IncludeUsage bool `json:"include_usage"`
		} `json:"stream_options"`
		MaxTokens           int `json:"max_tokens"`
		MaxCompletionTokens int `json:"max_completion_tokens"`
		Temperature         *float64
		ResponseFormat      struct {
			JSONSchema struct {
				Name   string
				Schema json.RawMessage
			} `json:"json_schema"`
		} `json:"response_format"`
	}
	chat := &Chat{}
	if json.Unmarshal(body, &in) != nil || json.Unmarshal(body, &chat.Fields) != nil {
		return nil
	}
	for _, m := range in.Messages {
		chat.Messages = append(chat.Messages, Message{Role: m.Role, Text: contentText(m.Content)})
	}
	chat.Model, chat.Stream, chat.Temperature = in.Model, in.Stream, in.Temperature
	chat.IncludeUsage = in.StreamOptions.IncludeUsage
	chat.Schema, chat.SchemaName = in.ResponseFormat.JSONSchema.Schema, in.ResponseFormat.JSONSchema.Name
	chat.MaxTokens = max(in.MaxTokens, in.MaxCompletionTokens)
	return chat
}

// contentText is the text of a message's content, which is a text or a list of
// parts.
func contentText(content json.RawMessage) string {
	var text string
	if json.Unmarshal(content, &text) == nil {
		return text
	}
	var parts []struct{ Text string }
	_ = json.Unmarshal(content, &parts) // content that is neither has no text
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = p.Text
	}
	return strings.Join(texts, "\n")
}

// readInputs are the texts of a request for embeddings: one, or a list.
func readInputs(body []byte) []string {
	var one struct{ Input string }
	if json.Unmarshal(body, &one) == nil {
		return []string{one.Input}
	}
	var many struct{ Input []string }
	_ = json.Unmarshal(body, &many) // an input that is neither holds no text
	return many.Input
}
