package parse_test

import (
	"strings"
	"testing"

	"sherpa/ingest/parse"
)

func TestIsFurniture(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"0", "12", "1.2K", "47 comments", "5 min read",
		"LIVE | The first boat has left the pier with the mayor on board. pic.twitter.com/a1B2c3D4",
		"The first boat has left the pier https://t.co/a1B2c3",
		"What a day in the harbour! — Ada Berg (@adaberg) March 3, 2024",
		"Read More: COAST WIRE", "Read more: The pier that nobody wanted", "READ ALSO: The pier", "Related articles",
		"Advertisement", "ADVERTISEMENT", "Share this article", "Listen to this article", "Story continues below advertisement",
		"Sign up for our morning letter", "Follow us on every channel", "© 2024 Coast Wire", "All rights reserved.",
		"Photo: Ada Berg", "Sources: Coast Wire",
	} {
		if !parse.IsFurniture(line) {
			t.Errorf("IsFurniture(%q) = false", line)
		}
	}
	for _, line := range []string{
		"Read more slowly, the teacher said.",
		"The council reads more letters than it answers.",
		"12 boats left the harbour.",
		"Live music returned to the pier.",
		"Share prices fell.",
		"Comments by the mayor caused a stir.",
		"The photo: a pier, a boat, a gull.",
		"Print is not dead, said the editor.",
		strings.Repeat("Watch this space, said the mayor, and left. ", 30) + "pic.twitter.com/x",
		"",
	} {
		if parse.IsFurniture(line) {
			t.Errorf("IsFurniture(%q) = true", line)
		}
	}
}
