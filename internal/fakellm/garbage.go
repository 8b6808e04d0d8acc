package fakellm

import (
	"net/http"
	"strings"
)

// raw is a reply of status 200 with exactly this body, called a stream.
func raw(body string) Reply {
	return Reply{Status: http.StatusOK, Header: http.Header{"Content-Type": {contentStream}}, Body: body}
}

// LongLine is a stream whose one line has so many bytes, at least, and does not end.
func LongLine(bytes int) Reply {
	const part = 1 << 16
	r := raw(`data: {"choices":[{"index":0,"delta":{"content":"`)
	r.BodyEnd, r.BodyTimes = strings.Repeat("x", part), (bytes+part-1)/part
	return r
}

// Comments is a stream that begins with so many comment lines and goes on with
// what the events say.
func Comments(n int, text string) Reply {
	return raw(strings.Repeat(": keep-alive\n\n", n) + Events(text))
}

// EndlessComments is a stream of comments until the client leaves.
func EndlessComments() Reply {
	r := raw("")
	r.BodyEnd = strings.Repeat(": keep-alive\n\n", 100)
	return r
}

// Events is a whole stream that says a text: events, finish_reason stop, [DONE].
func Events(text string) string {
	d := said{id: "chatcmpl-fake", model: DefaultModel, text: text}
	stop := "stop"
	return strings.Join(d.events(0), "") + d.event(delta{}, &stop) + done
}

// Garbage are replies of status 200 that are no reply, by name. They have no
// text that could be shown.
func Garbage() map[string]Reply {
	event := func(s string) Reply { return raw("data: " + s + "\n\n" + done) }
	return map[string]Reply{
		"HTML":  HTMLPage(http.StatusOK),
		"empty": raw(""), "blank lines": raw("\n\n\n\n"), "only DONE": raw(done),
		"null": raw("null"), "{}": raw("{}"), "[]": raw("[]"), "a number": raw("42"), "a text": raw(`"hello"`),
		"null event": event("null"), "{} event": event("{}"), "[] event": event("[]"),
		"choices:[] whole": raw(`{"choices":[]}`), "choices:[]": event(`{"choices":[]}`), "choices:null": event(`{"choices":null}`),
		"usage only":          event(`{"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}`),
		"choices: text":       event(`{"choices":"none"}`),
		"choices: [null]":     event(`{"choices":[null]}`),
		"content: number":     event(`{"choices":[{"index":0,"delta":{"content":5},"finish_reason":"stop"}]}`),
		"content: object":     event(`{"choices":[{"index":0,"delta":{"content":{"a":[]}},"finish_reason":"stop"}]}`),
		"delta: null":         event(`{"choices":[{"index":0,"delta":null,"finish_reason":"stop"}]}`),
		"finish: number":      event(`{"choices":[{"index":0,"delta":{},"finish_reason":1}]}`),
		"index: huge":         event(`{"choices":[{"index":1e300,"delta":{},"finish_reason":"stop"}]}`),
		"index: negative":     event(`{"choices":[{"index":-1,"delta":{},"finish_reason":"stop"}]}`),
		"an error":            raw(`{"error":{"message":"boom","type":"server_error"}}`),
		"an error in between": raw("data: " + `{"error":{"message":"overloaded","type":"server_error","code":null}}` + "\n\n"),
		"an error as text":    event(`{"error":"boom"}`),
		"half an event":       raw(`data: {"choices":[{"index":0,"del`),
		"no JSON":             event(`{"choices":[{"index":0,"delta":{"content":"x"`),
		"NUL":                 raw("\x00\x00\x00\x00"), "NUL in JSON": event("{\"choices\":[\x00]}"),
		"no UTF-8":     raw("\xff\xfe\xfd\n\n"),
		"deep":         event(strings.Repeat("[", 20_000)),
		"deep choices": event(`{"choices":` + strings.Repeat(`[`, 9_000) + strings.Repeat(`]`, 9_000) + `}`),
		"400 comments": raw(strings.Repeat(": k\n\n", 400)),
		"other events": raw("event: ping\nid: 1\nretry: 5\n\n"),
		"gzip":         gzipNamed(),
	}
}

// gzipNamed is a body that says it is compressed, and is not.
func gzipNamed() Reply {
	r := raw(Events("never read"))
	r.Header.Set("Content-Encoding", "gzip")
	return r
}

// Odd are unusual replies of status 200 that say a text all the same, by name:
// a client may understand them.
func Odd(text string) map[string]Reply {
	events := Events(text)
	return map[string]Reply{
		"BOM":            raw("\uFEFF" + events),
		"no space":       raw(strings.ReplaceAll(events, "data: ", "data:")),
		"tabs":           raw(strings.ReplaceAll(events, "data: ", "data:\t")),
		"CRLF":           raw(strings.ReplaceAll(events, "\n", "\r\n")),
		"event names":    raw(strings.ReplaceAll(events, "data: ", "event: message\nid: 7\ndata: ")),
		"comments":       Comments(100, text),
		"leading blanks": raw("\n\n\n" + events),
	}
}
