package fakellm

import "encoding/json"

// object is what a reply is sent in, whole or as a stream of them.
type object[C any] struct {
	ID      string `json:"id"`
	Object  string `json:"object"`
	Created int64  `json:"created"`
	Model   string `json:"model"`
	Choices []C    `json:"choices"`
	Usage   *usage `json:"usage,omitempty"`
}

// completion is a reply that is sent in one.
type completion = object[wholeChoice]

type wholeChoice struct {
	Index    int             `json:"index"`
	Message  wholeMessage    `json:"message"`
	Logprobs json.RawMessage `json:"logprobs"`
	Finish   *string         `json:"finish_reason"`
}

type wholeMessage struct {
	Role      string  `json:"role"`
	Content   *string `json:"content"`
	Refusal   *string `json:"refusal"`
	Reasoning string  `json:"reasoning_content,omitempty"`
}

func (d said) completion() string {
	message := wholeMessage{Role: "assistant", Content: &d.text, Reasoning: d.reasoning}
	if d.refusal != "" {
		message.Content, message.Refusal = nil, &d.refusal
	}
	choices := []wholeChoice{{Message: message, Finish: d.finish}}
	return encode(completion{d.id, "chat.completion", d.created, d.model, choices, d.usage})
}

// wholeParts cuts a body into what is sent at once.
func wholeParts(reply Reply, body string) []string {
	if reply.Cut == Whole && reply.Between == 0 {
		return []string{body}
	}
	return pieces(body, reply.Piece)
}

// whole sends the beginning of a reply whose text has no end.
func (x *exchange) whole(reply Reply, d said) {
	text, err := json.Marshal(d.text)
	if err != nil || len(text) <= len(`""`) || !x.write(`{"choices":[{"message":{"role":"assistant","content":"`) {
		return
	}
	for inner := string(text[1 : len(text)-1]); x.write(inner); {
		if !x.await(reply.Between) {
			return
		}
	}
}
