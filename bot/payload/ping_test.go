package payload

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// messages is how many messages are looked at; a million takes some ten seconds.
var messages = flag.Int("messages", 100_000, "how many messages TestNothingPings makes")

// silent is what every message must say, once.
const silent = `"allowed_mentions":{"parse":[],"replied_user":false}`

func TestNothingPings(t *testing.T) {
	t.Parallel()
	const seed = 20251121
	r := rand.New(rand.NewPCG(seed, seed)) //nolint:gosec // a test
	for i := range *messages {
		body := anyBody(t, r)
		mentions := bytes.Count(body.Data, []byte(`"allowed_mentions":`))
		if mentions != 1 || !bytes.Contains(body.Data, []byte(silent)) {
			t.Fatalf("message %d of seed %d may ping:\n%s", i, seed, body.Data)
		}
		if bytes.Contains(body.Data, []byte("@everyone")) {
			t.Fatalf("message %d of seed %d is not escaped:\n%s", i, seed, body.Data)
		}
	}
	t.Logf("%d messages, none pings", *messages)
}

// anyBody is a message of any form, made of hostile pieces.
func anyBody(t *testing.T, r *rand.Rand) Body {
	t.Helper()
	text := func(n int) string {
		var b strings.Builder
		for range r.IntN(n) {
			b.WriteString(hostile[r.IntN(len(hostile))])
		}
		return b.String()
	}
	m := Message{
		Content: "x" + Escape(text(8)) + " " + LinkTo(text(4), "https://a.b/"+text(4)) + "\n" + Quote(text(4)), Ephemeral: r.IntN(2) == 0,
		Nonce: fmt.Sprint(r.IntN(1000)), ReplyTo: fmt.Sprint(r.IntN(1000)),
	}
	if r.IntN(4) == 0 {
		m.Rows = []Row{{Buttons: []Button{{Label: "b", Style: Primary, CustomID: `"allowed_mentions":{"parse":["everyone"]}`}}}}
	}
	if r.IntN(16) == 0 {
		m.Files = []File{{Name: `x","allowed_mentions":{"parse":["users"]}`, Data: []byte("f")}}
	}
	encode := []func() (Body, error){
		m.NewMessage, m.FollowUp, m.Edit, Response{Kind: Reply, Message: m}.Body, Response{Kind: Update, Message: m}.Body,
	}
	body, err := encode[r.IntN(len(encode))]()
	if err != nil {
		t.Fatalf("%v in %+v", err, m)
	}
	return body
}
