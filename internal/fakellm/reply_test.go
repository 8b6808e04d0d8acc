package fakellm_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/fakellm"
)

const text = "It was held in Tärnby, on 3 May 2031. Nobody was hurt."

func TestStream(t *testing.T) {
	t.Parallel()
	include := `"stream_options":{"include_usage":true}`
	for _, tt := range []struct {
		name  string
		reply fakellm.Reply
		body  string
		want  heard
	}{
		{"plain", fakellm.Reply{Text: text}, ask(true), heard{text: text, finish: "stop", done: true, events: 6}},
		{"in one piece, with usage", fakellm.Reply{Text: text, Piece: 1000}, ask(true, include), heard{
			text: text, finish: "stop", done: true, events: 4, usage: &usage{4, 14},
		}},
		{"letter by letter", fakellm.Reply{Text: "añb", Piece: 1}, ask(true), heard{text: "añb", finish: "stop", done: true, events: 5}},
		{"nothing", fakellm.Reply{Empty: true}, ask(true), heard{finish: "stop", done: true, events: 2}},
		{"too long", fakellm.Reply{Text: "x", Finish: "length"}, ask(true), heard{text: "x", finish: "length", done: true, events: 3}},
		{"without an end", fakellm.Reply{Text: "x", Finish: fakellm.NoFinish}, ask(true), heard{text: "x", done: true, events: 3}},
		{"a refusal", fakellm.Reply{Refusal: "I cannot."}, ask(true), heard{refusal: "I cannot.", finish: "stop", done: true, events: 3}},
		{"thinking aloud", fakellm.Reply{Text: "x", Reasoning: "hm"}, ask(true), heard{text: "x", reasoning: "hm", finish: "stop", done: true, events: 4}},
		{"usage that nobody asked for", fakellm.Reply{Text: "x", Usage: &fakellm.Usage{Prompt: 1e12, Completion: -7}}, ask(true), heard{
			text: "x", finish: "stop", done: true, events: 4, usage: &usage{1e12, -7},
		}},
		{"usage 0", fakellm.Reply{Text: "x", Usage: &fakellm.Usage{}}, ask(true, include), heard{
			text: "x", finish: "stop", done: true, events: 4, usage: &usage{},
		}},
		{"no usage", fakellm.Reply{Text: "x", Usage: &fakellm.Usage{Missing: true}}, ask(true, include), heard{
			text: "x", finish: "stop", done: true, events: 3,
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := fakellm.New(t, fakellm.Options{})
			m.Script(tt.reply)
			got := newClient(t, m).chat(tt.body)
			if got.err != nil || got.status != 200 || got.header.Get("Content-Type") != "text/event-stream" {
				t.Fatalf("%d, %v: %v", got.status, got.header, got.err)
			}
			if diff := cmp.Diff(tt.want, hear(t, got.body), cmp.AllowUnexported(heard{})); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestWhole(t *testing.T) {
	t.Parallel()
	m := fakellm.New(t, fakellm.Options{})
	c := newClient(t, m)
	m.Script(fakellm.Reply{Text: text, Finish: "length"}, fakellm.Reply{Refusal: "I cannot."}, fakellm.Reply{Empty: true, Finish: fakellm.NoFinish})
	w := read(t, c.chat(ask(false)).body)
	if *w.Choices[0].Message.Content != text || *w.Choices[0].Finish != "length" || *w.Usage != (usage{4, 14}) {
		t.Errorf("a text: %+v", w)
	}
	w = read(t, c.chat(ask(false)).body)
	if w.Choices[0].Message.Content != nil || *w.Choices[0].Message.Refusal != "I cannot." {
		t.Errorf("a refusal: %+v", w)
	}
	w = read(t, c.chat(ask(false)).body)
	if *w.Choices[0].Message.Content != "" || w.Choices[0].Finish != nil {
		t.Errorf("nothing: %+v", w)
	}
}

func TestCutStreams(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		cut         fakellm.Cut
		failed      bool
		done, ended bool
		broken      bool
	}{
		{cut: fakellm.CutBeforeDone, ended: true},
		{cut: fakellm.CutHalf},
		{cut: fakellm.CutHalfDone, done: true},
		{cut: fakellm.CutMidLine, broken: true},
		{cut: fakellm.CutMidUTF8, broken: true},
		{cut: fakellm.CutAbort, failed: true},
		{cut: fakellm.CutReset, failed: true},
	} {
		t.Run(tt.cut.String(), func(t *testing.T) {
			t.Parallel()
			m := fakellm.New(t, fakellm.Options{})
			m.Script(fakellm.Reply{Text: text, Cut: tt.cut})
			got := newClient(t, m).chat(ask(true))
			if (got.err != nil) != tt.failed {
				t.Fatalf("the body ended with %v", got.err)
			}
			h := hear(t, got.body)
			if h.done != tt.done || (h.finish != "") != tt.ended || (h.broken != "") != tt.broken || (h.text == text) != tt.ended {
				t.Errorf("%+v", h)
			}
			if mid := !utf8.ValidString(got.body); mid != (tt.cut == fakellm.CutMidUTF8) {
				t.Errorf("cut in a character: %t", mid)
			}
			if m.Chats()[0].Left {
				t.Error("the client is said to have left")
			}
		})
	}
}

func TestCutWholes(t *testing.T) {
	t.Parallel()
	for _, cut := range fakellm.Cuts {
		m := fakellm.New(t, fakellm.Options{})
		m.Script(fakellm.Reply{Text: text, Cut: cut})
		got := newClient(t, m).chat(ask(false))
		failed := cut == fakellm.CutAbort || cut == fakellm.CutReset || cut == fakellm.CutBeforeHeaders
		if (got.err != nil) != failed || strings.Contains(got.body, "finish_reason") {
			t.Errorf("%s: %q, %v", cut, got.body, got.err)
		}
	}
}
