package fakellm

import (
	"strings"
	"unicode/utf8"
)

// defaultPiece is how many characters a part of a stream has.
const defaultPiece = 16

// say sends what a model says.
func (x *exchange) say(reply Reply) {
	said := x.said(reply)
	if x.call.Chat.Stream && !x.s.ignores("stream") {
		x.stream(reply, said)
		return
	}
	if !x.open(reply, contentJSON) {
		return
	}
	if reply.Endless {
		x.whole(reply, said)
		return
	}
	x.parts(reply, wholeParts(reply, said.completion()))
}

// said is a reply with all that it leaves open settled.
type said struct {
	id, model, text, reasoning, refusal string

	created int64
	// finish is nil where the reply has no finish_reason.
	finish *string
	// usage is nil where the reply says nothing of it.
	usage *usage
}

// usage is what a reply takes, as the protocol has it.
type usage struct {
	PromptTokens     int64 `json:"prompt_tokens"`
	CompletionTokens int64 `json:"completion_tokens"`
	TotalTokens      int64 `json:"total_tokens"`
}

func (x *exchange) said(reply Reply) said {
	chat := x.call.Chat
	d := said{
		id: "chatcmpl-fake", model: chat.Model, created: x.call.Time.Unix(),
		text: reply.Text, reasoning: reply.Reasoning, refusal: reply.Refusal,
	}
	if reply.Text == "" && !reply.Empty && reply.Refusal == "" {
		prompt := chat.Prompt()
		if x.s.ignores("response_format") {
			prompt.Schema = nil
		}
		d.text = x.s.opts.Model(prompt)
	}
	if finish := reply.Finish; finish != NoFinish {
		if finish == "" {
			finish = "stop"
		}
		d.finish = &finish
	}
	d.usage = usageOf(reply.Usage, chat, d.text+d.reasoning+d.refusal)
	return d
}

// usageOf is what a reply says that it took: what it was told to say, else a count.
func usageOf(told *Usage, chat *Chat, text string) *usage {
	if told == nil {
		told = &Usage{Prompt: tokens(chat.text()), Completion: tokens(text)}
	}
	if told.Missing {
		return nil
	}
	return &usage{told.Prompt, told.Completion, told.Prompt + told.Completion}
}

// tokens is about how many tokens a text has.
func tokens(text string) int64 { return int64(utf8.RuneCountInString(text)+3) / 4 }

// text is all that the messages say.
func (c *Chat) text() string {
	var b strings.Builder
	for _, m := range c.Messages {
		b.WriteString(m.Text)
	}
	return b.String()
}

// pieces cuts a text into pieces of n characters.
func pieces(text string, n int) []string {
	if n <= 0 {
		n = defaultPiece
	}
	var list []string
	for rest := []rune(text); len(rest) > 0; rest = rest[min(n, len(rest)):] {
		list = append(list, string(rest[:min(n, len(rest))]))
	}
	return list
}

// parts sends the parts of a body, with the waits between them, and breaks off
// where the reply says so.
func (x *exchange) parts(reply Reply, parts []string) bool {
	parts, rest := cut(reply.Cut, parts)
	for i, part := range append(parts, rest) {
		if part == "" {
			continue
		}
		if i > 0 && !x.await(reply.Between) || !x.write(part) {
			return false
		}
	}
	switch reply.Cut {
	case CutAbort:
		x.abort()
	case CutReset:
		x.reset()
	default:
	}
	return true
}

// cut is what is sent of the parts of a body: the whole ones, and a piece of the
// next one.
func cut(how Cut, parts []string) (whole []string, piece string) {
	half := len(parts) / 2
	switch how {
	case CutHalf, CutAbort, CutReset:
		return parts[:half], ""
	case CutHalfDone:
		return parts[:half], done
	case CutMidLine:
		return parts[:half], parts[half][:len(parts[half])/2]
	case CutMidUTF8:
		return parts[:half], midUTF8(parts[half])
	default:
		return parts, ""
	}
}

// midUTF8 is the beginning of a part, with half a character at its end.
func midUTF8(part string) string {
	for i, r := range part {
		if r >= utf8.RuneSelf {
			return part[:i+1]
		}
	}
	return part[:len(part)/2] + "\xc3"
}
