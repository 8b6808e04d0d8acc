package fakellm

import "encoding/json"

// done is the last line of a stream.
const done = "data: [DONE]\n\n"

// stream sends what a model says as server-sent events.
func (x *exchange) stream(reply Reply, d said) {
	if !x.open(reply, contentStream) {
		return
	}
	x.write(d.event(delta{Role: "assistant", Content: new("")}, nil))
	if reply.Endless {
		x.endless(reply, d)
		return
	}
	events := d.events(reply.Piece)
	if reply.Cut != Whole && reply.Cut != CutBeforeDone {
		x.parts(reply, events)
		return
	}
	if !x.parts(reply, events) {
		return
	}
	x.end(reply, d)
}

// end sends what follows the text.
func (x *exchange) end(reply Reply, d said) {
	last := d.event(delta{}, d.finish)
	if d.usage != nil && (reply.Usage != nil || x.call.Chat.IncludeUsage && !x.s.ignores("stream_options")) {
		last += line(frame{d.id, "chat.completion.chunk", d.created, d.model, []choice{}, d.usage})
	}
	if reply.Cut != CutBeforeDone {
		last += done
	}
	x.write(last)
}

// endless says the text until the client leaves.
func (x *exchange) endless(reply Reply, d said) {
	events := d.events(reply.Piece)
	if len(events) == 0 {
		return
	}
	for i := 0; ; i = (i + 1) % len(events) {
		if !x.write(events[i]) || !x.await(reply.Between) {
			return
		}
	}
}

// frame is an event of a stream.
type frame = object[choice]

type choice struct {
	Index  int     `json:"index"`
	Delta  delta   `json:"delta"`
	Finish *string `json:"finish_reason"`
}

type delta struct {
	Role      string  `json:"role,omitempty"`
	Content   *string `json:"content,omitempty"`
	Refusal   *string `json:"refusal,omitempty"`
	Reasoning string  `json:"reasoning_content,omitempty"`
}

// events are the events that carry the text, n characters each.
func (d said) events(n int) []string {
	var list []string
	for _, p := range pieces(d.reasoning, n) {
		list = append(list, d.event(delta{Reasoning: p}, nil))
	}
	for _, p := range pieces(d.text, n) {
		list = append(list, d.event(delta{Content: &p}, nil))
	}
	for _, p := range pieces(d.refusal, n) {
		list = append(list, d.event(delta{Refusal: &p}, nil))
	}
	return list
}

func (d said) event(of delta, finish *string) string {
	return line(frame{d.id, "chat.completion.chunk", d.created, d.model, []choice{{Delta: of, Finish: finish}}, nil})
}

func line(of frame) string { return "data: " + encode(of) + "\n\n" }

// encode writes JSON as servers of models do: characters as they are.
func encode(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic("fakellm: " + err.Error()) // only finite numbers and texts are encoded
	}
	return string(text)
}
