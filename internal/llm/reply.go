package llm

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	openai "github.com/sashabaranov/go-openai"

	"sherpa/answer"
)

// reply is what has come of a model's reply.
type reply struct {
	text strings.Builder
	// finish is why the model stopped; empty while it has not said so.
	finish string
	// refused says that it declined in so many words, calls that it wanted a
	// tool, thought that it let thoughts be seen.
	refused, calls, thought bool
	hidden                  int // bytes of thoughts
	usage                   *usage
	model                   string
	// first is when its first token came; zero before.
	first time.Time
}

// begun says whether a token has come: then it is not asked again.
func (r *reply) begun() bool { return !r.first.IsZero() }

// unusableError is a reply that breaks the protocol. Nothing of it is used.
type unusableError string

func (e unusableError) Error() string { return string(e) }

// reportedError is an error that a server tells within a stream.
type reportedError struct{ message string }

func (*reportedError) Error() string { return "the server reports an error" }

// read takes pieces until the stream ends. The error is nil where it ended as it
// should, or broke off after the reply was complete.
func (r *reply) read(next func() ([]byte, error), w *watch, l Limits) error {
	for {
		raw, err := next()
		if err != nil {
			return r.end(err)
		}
		progress, err := r.take(raw)
		switch {
		case err != nil:
			return err
		case r.finish != "":
			w.wait("no end of the reply", lingering)
		case progress:
			w.wait("no further token", l.Idle)
		}
	}
}

// end judges why a stream ended.
func (r *reply) end(err error) error {
	var said *openai.APIError
	switch {
	case errors.Is(err, openai.ErrTooManyEmptyStreamMessages):
		return unusableError("the reply holds comments and nothing else")
	case errors.Is(err, errBody):
		return unusableError(err.Error())
	case errors.As(err, &said):
		return &reportedError{said.Message}
	case r.finish != "", errors.Is(err, io.EOF):
		return nil
	}
	return err
}

// take adds a piece, and says whether a token was in it.
func (r *reply) take(raw []byte) (bool, error) {
	var p piece
	switch {
	case !utf8.Valid(raw):
		return false, unusableError("the reply is not UTF-8")
	case json.Unmarshal(raw, &p) != nil:
		return false, unusableError("the reply holds what the protocol does not")
	case isSet(p.Error) || p.Object == "error":
		return false, &reportedError{string(raw)}
	}
	if p.Usage != nil {
		r.usage = p.Usage
	}
	if p.Model != "" {
		r.model = p.Model
	}
	progress := false
	for _, c := range p.Choices {
		if c.Index != 0 {
			continue
		}
		if r.finish != "" && (c.Delta.Content != "" || c.Message.Content != "") {
			return false, unusableError("the reply goes on after its end")
		}
		progress = r.add(c.Delta) || progress
		progress = r.add(c.Message) || progress
		r.finish = or(c.FinishReason, r.finish)
	}
	if progress && !r.begun() {
		r.first = time.Now()
	}
	return progress, nil
}

// add adds what was said, and says whether it was anything.
func (r *reply) add(s said) bool {
	r.text.WriteString(string(s.Content))
	r.refused = r.refused || s.Refusal != ""
	r.calls = r.calls || s.calls()
	r.thought = r.thought || s.thinks()
	r.hidden += len(s.Thoughts) + len(s.Reasoning) + len(s.ToolCalls) + len(s.FunctionCall)
	return s.Content != "" || s.Refusal != "" || s.thinks() || s.calls()
}

// verdict is nil for a whole reply. Only a model that says so has finished.
func (r *reply) verdict(key Key) *fault {
	text := r.text.String()
	switch {
	case r.finish == "content_filter" || r.finish == "stop" && r.refused:
		return &fault{reason: answer.ReasonDeclined, text: "the model or its filter declines to answer", health: well}
	case r.finish == "length":
		return &fault{reason: answer.ReasonIncomplete, text: "the reply was cut at its limit of tokens; raise llm.max_tokens", health: well}
	case r.finish == "":
		return incomplete("the reply broke off before its end, or is no chat completion: check that llm.base_url ends as the server wants it, mostly in /v1")
	case r.finish != "stop" || r.calls:
		return incomplete("the reply ended in a way that none was asked for")
	case strings.TrimSpace(text) == "":
		return &fault{reason: answer.ReasonIncomplete, text: "the reply is empty", health: well}
	case strings.ContainsRune(text, 0):
		return incomplete("the reply holds characters that no text has")
	case len(key) >= 12 && strings.Contains(text, string(key)):
		return incomplete("the reply repeats the key")
	}
	return nil
}

// answer is the text without the thoughts that some models put before it.
func (r *reply) answer() string {
	text := strings.TrimSpace(r.text.String())
	if rest, ok := strings.CutPrefix(text, "<think>"); ok {
		if _, after, closed := strings.Cut(rest, "</think>"); closed {
			return strings.TrimSpace(after)
		}
	}
	return text
}

// got measures what was received.
func (r *reply) got() measure {
	return measured(r.text.String()).plus(measure{few: r.hidden / 5, many: (r.hidden + 2) / 3})
}
