package payload

import (
	"bytes"
	"encoding/json"
	"io"
	"mime"
	"mime/multipart"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// full is a message with everything that a message can have, but for files.
func full() Message {
	return Message{
		Content: "Three hours [1].", Ephemeral: true, ReplyTo: "42", Nonce: "n1",
		Rows: []Row{
			{Buttons: []Button{
				{Label: "Sources", Style: Secondary, CustomID: "s:1"},
				{Emoji: "👍", Style: Success, CustomID: "v:1", Disabled: true},
				{Emoji: "sherpa:77", Label: "Open", Style: Link, URL: "https://example.org/"},
			}},
			{Menu: &Menu{CustomID: "m", Placeholder: "What is wrong?", Choices: []MenuChoice{{Label: "Wrong", Value: "w", Description: "It is not so"}}}},
		},
	}
}

const (
	wireRows = `[{"type":1,"components":[
		{"type":2,"custom_id":"s:1","style":2,"label":"Sources"},
		{"type":2,"custom_id":"v:1","style":3,"emoji":{"name":"👍"},"disabled":true},
		{"type":2,"style":5,"label":"Open","emoji":{"id":"77","name":"sherpa"},"url":"https://example.org/"}]},
		{"type":1,"components":[{"type":3,"custom_id":"m","placeholder":"What is wrong?","options":[{"label":"Wrong","value":"w","description":"It is not so"}]}]}]`
	wireCommon = `"content":"Three hours [1].","allowed_mentions":{"parse":[],"replied_user":false},"components":` + wireRows + `,"attachments":[]`
)

func TestMessagesAreEncoded(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		encode func() (Body, error)
		want   string
	}{
		{
			"a new message", full().NewMessage,
			`{` + wireCommon + `,"flags":68,"message_reference":{"message_id":"42","fail_if_not_exists":false},"nonce":"n1","enforce_nonce":true}`,
		},
		{"a further message", full().FollowUp, `{` + wireCommon + `,"flags":68}`},
		{"an edit", full().Edit, `{` + wireCommon + `,"flags":4}`},
		{
			"an edit that takes all but the text away", Message{Content: "x"}.Edit,
			`{"content":"x","flags":4,"allowed_mentions":{"parse":[],"replied_user":false},"components":[],"attachments":[]}`,
		},
		{"a reply", Response{Kind: Reply, Message: full()}.Body, `{"type":4,"data":{` + wireCommon + `,"flags":68}}`},
		{"an update", Response{Kind: Update, Message: full()}.Body, `{"type":7,"data":{` + wireCommon + `,"flags":4}}`},
		{"a pong", Response{Kind: Pong}.Body, `{"type":1}`},
		{"a public defer", Response{Kind: Defer}.Body, `{"type":5}`},
		{"a private defer", Response{Kind: Defer, Message: Message{Ephemeral: true}}.Body, `{"type":5,"data":{"flags":64}}`},
		{"a deferred update", Response{Kind: DeferUpdate, Message: Message{Ephemeral: true}}.Body, `{"type":6}`},
		{
			"choices", Response{Kind: Choices, Choices: []Choice{{Name: "Alaska", Value: "a"}}}.Body,
			`{"type":8,"data":{"choices":[{"name":"Alaska","value":"a"}]}}`,
		},
		{"no choices", Response{Kind: Choices}.Body, `{"type":8,"data":{"choices":[]}}`},
		{
			"a form", Response{Kind: Form, Modal: Modal{CustomID: "f", Title: "Follow up", Fields: []Field{
				{CustomID: "q", Label: "Question", Placeholder: "Why?", Value: "Who?", Long: true, Min: 1, Max: 500},
				{CustomID: "o", Label: "More"},
			}}}.Body,
			`{"type":9,"data":{"custom_id":"f","title":"Follow up","components":[
				{"type":1,"components":[{"type":4,"custom_id":"q","style":2,"label":"Question","placeholder":"Why?","value":"Who?","required":true,"min_length":1,"max_length":500}]},
				{"type":1,"components":[{"type":4,"custom_id":"o","style":1,"label":"More","required":false}]}]}}`,
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			got, err := tc.encode()
			if err != nil {
				t.Fatal(err)
			}
			if got.ContentType != "application/json" {
				t.Errorf("the type is %q", got.ContentType)
			}
			if diff := cmp.Diff(decoded(t, []byte(tc.want)), decoded(t, got.Data)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestJSONIsThatOfANewMessage(t *testing.T) {
	t.Parallel()
	body, err := full().NewMessage()
	if err != nil {
		t.Fatal(err)
	}
	direct, err := json.Marshal(full())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(decoded(t, body.Data), decoded(t, direct)); diff != "" {
		t.Errorf("(-body +json)\n%s", diff)
	}
}

func TestFilesAreParts(t *testing.T) {
	t.Parallel()
	m := Message{Content: "Here.", Files: []File{
		{Name: "data.json", ContentType: "application/json; charset=utf-8", Data: []byte(`{"a":1}`)},
		{Name: "x\"; name=\"payload_json\r\n.txt", ContentType: "text/plain\r\nX-Evil: 1", Data: []byte("text")},
	}}
	body, err := Response{Kind: Reply, Message: m}.Body()
	if err != nil {
		t.Fatal(err)
	}
	kind, params, err := mime.ParseMediaType(body.ContentType)
	if err != nil || kind != "multipart/form-data" {
		t.Fatalf("the type is %q: %v", body.ContentType, err)
	}
	type part struct{ Name, File, Type, Data string }
	var got []part
	for r := multipart.NewReader(bytes.NewReader(body.Data), params["boundary"]); ; {
		p, err := r.NextPart()
		if err == io.EOF { //nolint:errorlint // the reader says so itself
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(p)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, part{p.FormName(), p.FileName(), p.Header.Get("Content-Type"), string(data)})
	}
	if len(got) != 3 {
		t.Fatalf("%d parts: %+v", len(got), got)
	}
	first := decoded(t, []byte(got[0].Data)).(map[string]any)["data"].(map[string]any)["attachments"]
	wantFirst := []any{
		map[string]any{"id": "0", "filename": "data.json"},
		map[string]any{"id": "1", "filename": "x\"; name=\"payload_json\r\n.txt"},
	}
	if diff := cmp.Diff(any(wantFirst), first); diff != "" || got[0].Name != "payload_json" {
		t.Errorf("the first part is %q (-want +got)\n%s", got[0].Name, diff)
	}
	want := []part{
		{"files[0]", "data.json", "application/json; charset=utf-8", `{"a":1}`},
		{"files[1]", "x_; name=_payload_json__.txt", "application/octet-stream", "text"},
	}
	if diff := cmp.Diff(want, got[1:]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// decoded is JSON as plain values.
func decoded(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return v
}
