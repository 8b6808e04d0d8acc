package fakeserver

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// discord is the smaller one of the descriptions.
var discord = &Description{
	Of: "Discord", File: "discord-openapi.json", Origin: "https://discord.com/api/v10", Text: func(s string) string { return s },
}

// post is a message to a channel.
func post(channel, body string) Request {
	return Request{Method: "POST", Target: "/channels/" + channel + "/messages", Kind: "/channels/{channel}/messages", Body: []byte(body)}
}

func newRules(d *Description) *Rules {
	return NewRules(func() time.Time { return time.Unix(7, 0) }, d)
}

func TestViolations(t *testing.T) {
	t.Parallel()
	r := newRules(discord)
	r.Violate("a request", "it is %d s late", 3)
	want := []Violation{{Time: time.Unix(7, 0), Where: "a request", Text: "it is 3 s late"}}
	if diff := cmp.Diff(want, r.Violations()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	report := func() []string {
		tb := &Recorder{}
		tb.Cleanup(func() { r.Report(tb, "the post") })
		return tb.End()
	}
	if diff := cmp.Diff([]string{"a rule of the post was broken: a request: it is 3 s late"}, report()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	r.Expect()
	if got := report(); len(got) > 0 {
		t.Errorf("expected: %q", got)
	}
}

// TestHold holds requests against a description, one of each shape.
func TestHold(t *testing.T) {
	t.Parallel()
	RequireDescription(t, discord.File)
	r := newRules(discord)
	r.Hold("right", post("1", `{"content":"x"}`))
	r.Hold("undescribed", post("1", `{"contents":"x"}`))
	r.Hold("wrong", post("1", `{"content":7}`))
	r.Hold("the same", post("2", `{"content":7}`))
	r.Hold("nowhere", Request{Method: "GET", Target: "/nowhere"})
	var where []string
	for range 2 { // once in all
		where = nil
		for _, v := range r.Violations() {
			where = append(where, v.Where)
		}
	}
	if diff := cmp.Diff([]string{"wrong", "nowhere"}, where); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHoldToFields(t *testing.T) {
	t.Parallel()
	RequireDescription(t, discord.File)
	r := newRules(&Description{Of: "Discord", File: discord.File, Origin: discord.Origin, Text: discord.Text, Closed: true})
	r.Hold("right", post("1", `{"content":"x"}`))
	r.Hold("undescribed", post("1", `{"content":"x","contents":"y"}`))
	r.Hold("no body", Request{Method: "GET", Target: "/channels/1"})
	want := []Violation{{
		Time: time.Unix(7, 0), Where: "undescribed", Text: "not as Discord's OpenAPI description says: there is no field contents",
	}}
	if diff := cmp.Diff(want, r.Violations()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAbsentDescription: what is not there has nothing against anything.
func TestAbsentDescription(t *testing.T) {
	t.Parallel()
	r := newRules(&Description{Of: "Nobody", File: "nobody-openapi.json", Origin: "https://nobody.example", Text: discord.Text})
	r.Hold("anything", post("1", `{"content":7}`))
	if got := r.Violations(); len(got) > 0 {
		t.Errorf("%v", got)
	}
}
