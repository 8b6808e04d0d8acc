package llm

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

// piece is a part of a streamed reply, or a whole reply in one object. It is
// decoded here and not with the library's types, which fail on a wrong type in
// fields that nobody reads.
type piece struct {
	Model   string          `json:"model"`
	Object  string          `json:"object"`
	Choices []choice        `json:"choices"`
	Usage   *usage          `json:"usage"`
	Error   json.RawMessage `json:"error"`
}

// choice is what a model says: Delta in a stream, Message in one object.
type choice struct {
	Index        int    `json:"index"`
	Delta        said   `json:"delta"`
	Message      said   `json:"message"`
	FinishReason string `json:"finish_reason"`
}

// said is text, or what stands in its place.
type said struct {
	Content  content `json:"content"`
	Refusal  string  `json:"refusal"`
	Thoughts content `json:"reasoning_content"`
	// Reasoning is what other servers call the thoughts.
	Reasoning    content         `json:"reasoning"`
	ToolCalls    json.RawMessage `json:"tool_calls"`
	FunctionCall json.RawMessage `json:"function_call"`
}

// thinks says whether a model lets its thoughts be seen.
func (s said) thinks() bool { return s.Thoughts != "" || s.Reasoning != "" }

// calls says whether a model wants a tool, although it was given none.
func (s said) calls() bool { return isSet(s.ToolCalls) || isSet(s.FunctionCall) }

// isSet says whether a field holds something.
func isSet(raw json.RawMessage) bool {
	return len(raw) > 0 && string(raw) != "null" && string(raw) != "[]"
}

// content is text that comes as a string, or as a list of parts.
type content string

// UnmarshalJSON takes both, and null.
func (c *content) UnmarshalJSON(data []byte) error {
	if !bytes.HasPrefix(data, []byte("[")) {
		return json.Unmarshal(data, (*string)(c))
	}
	var parts []struct{ Type, Text string }
	if err := json.Unmarshal(data, &parts); err != nil {
		return err
	}
	var all strings.Builder
	for _, p := range parts {
		if p.Type == "text" {
			all.WriteString(p.Text)
		}
	}
	*c = content(all.String())
	return nil
}

// usage is what a server says was used, in tokens; 0 where it says nothing that
// can be meant.
type usage struct{ prompt, completion, reasoning int }

// UnmarshalJSON never fails: a reply is not lost for its bill.
func (u *usage) UnmarshalJSON(data []byte) error {
	var told struct {
		Prompt     json.RawMessage `json:"prompt_tokens"`
		Completion json.RawMessage `json:"completion_tokens"`
		Details    struct {
			Reasoning json.RawMessage `json:"reasoning_tokens"`
		} `json:"completion_tokens_details"`
	}
	_ = json.Unmarshal(data, &told) // what could be read stands
	*u = usage{tokenCount(told.Prompt), tokenCount(told.Completion), tokenCount(told.Details.Reasoning)}
	return nil
}

// tokenCount reads a number of tokens, between 0 and mostTokens.
func tokenCount(raw json.RawMessage) int {
	n, err := strconv.ParseFloat(string(raw), 64)
	if err != nil || n < 0 {
		return 0
	}
	return int(min(n, mostTokens))
}
