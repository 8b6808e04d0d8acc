package plain_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest/parse"
	"sherpa/ingest/parse/plain"
)

// saved is a page as people save it, with all the furniture that is known.
const saved = `Norvik reopens its ferry line before the winter storms

By Ada Berg
March 3, 2024
12
The decision ends a dispute of two years between the harbour council and the islands about who pays for the
The harbour council of Norvik agreed on Monday to reopen the ferry line. The boat sails on Friday.
Half of the islanders had moved away since the line closed, the mayor said.
LIVE | The first boat has left the pier with the mayor on board. pic.twitter.com/a1B2c3D4
“We waited too long,” said Ole Dahl, who runs the shop on the outer island.
Who pays for the pier
The islands pay a third of the cost. The state pays the rest.
Read more: The pier that nobody wanted
The line was closed in 2022.
`

func TestParseSavedPage(t *testing.T) {
	t.Parallel()
	got, err := plain.Parse([]byte(saved))
	if err != nil {
		t.Fatal(err)
	}
	want := parse.Document{
		Title: "Norvik reopens its ferry line before the winter storms", Author: "Ada Berg", Published: "2024-03-03",
		Blocks: []parse.Block{
			{Kind: parse.Furniture, Text: "By Ada Berg"},
			{Kind: parse.Furniture, Text: "March 3, 2024"},
			{Kind: parse.Furniture, Text: "12"},
			{Kind: parse.Furniture, Text: "The decision ends a dispute of two years between the harbour council and the islands about who pays for the"},
			{Kind: parse.Paragraph, Text: "The harbour council of Norvik agreed on Monday to reopen the ferry line. The boat sails on Friday."},
			{Kind: parse.Paragraph, Text: "Half of the islanders had moved away since the line closed, the mayor said."},
			{Kind: parse.Furniture, Text: "LIVE | The first boat has left the pier with the mayor on board. pic.twitter.com/a1B2c3D4"},
			{Kind: parse.Paragraph, Text: "“We waited too long,” said Ole Dahl, who runs the shop on the outer island."},
			{Kind: parse.Heading, Text: "Who pays for the pier"},
			{Kind: parse.Paragraph, Text: "The islands pay a third of the cost. The state pays the rest."},
			{Kind: parse.Furniture, Text: "Read more: The pier that nobody wanted"},
			{Kind: parse.Paragraph, Text: "The line was closed in 2022."},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Parse (-want +got):\n%s", diff)
	}
}

func TestTitle(t *testing.T) {
	t.Parallel()
	edge := strings.Repeat("a", 159)
	sentence := "The harbour council of Norvik agreed on Monday."
	tests := []struct {
		name, in, title string
		blocks          int
	}{
		{"a line without a full stop", "Ferry sails again\n" + sentence, "Ferry sails again", 1},
		{"a question", "Does the ferry sail?\n" + sentence, "Does the ferry sail?", 1},
		{"a sentence stays in the text", sentence + "\nIt sails on Friday.", sentence, 2},
		{"a quoted sentence stays in the text", "“It sails.”\n" + sentence, "“It sails.”", 2},
		{"exactly 160 characters", edge + "ü\n" + sentence, edge + "ü", 1},
		{"161 characters", edge + "üa\n" + sentence, edge[:119] + "…", 2},
		{"a dateline", "Norvik, March 2024 – The ferry sails. It is late.\nYes.", "The ferry sails.", 2},
		{"after a date line", "March 3, 2024\nFerry sails again\n" + sentence, "Ferry sails again", 2},
		{"all there is", "Ferry sails again", "Ferry sails again", 1},
		{"empty", "\n \n", "", 0},
	}
	for _, tt := range tests {
		d, err := plain.Parse([]byte(tt.in))
		if err != nil || d.Title != tt.title || len(d.Blocks) != tt.blocks {
			t.Errorf("%s: title %q, %d blocks, %v; want %q, %d", tt.name, d.Title, len(d.Blocks), err, tt.title, tt.blocks)
		}
	}
}

func TestPublished(t *testing.T) {
	t.Parallel()
	body := "\nThe ferry of Norvik sails on Friday. It is late.\n"
	tests := []struct{ name, in, published, updated string }{
		{"date line", "Title\nMarch 3, 2024" + body, "2024-03-03", ""},
		{"date line wins over the dateline", "Title\nMarch 3, 2024\nNorvik, May 2024 – The ferry sails.", "2024-03-03", ""},
		{"dateline", "Title\nNorvik, May 2024 – The ferry sails.", "2024-05", ""},
		{"dateline below other lines", "Title\n0\nNorvik, May 2024 – The ferry sails.", "2024-05", ""},
		{"published and updated", "Title\nMarch 3, 2024\nUpdated March 5, 2024" + body, "2024-03-03", "2024-03-05"},
		{"updated only", "Title\nUpdated March 5, 2024" + body, "2024-03-05", "2024-03-05"},
		{"at the end", "Title" + body + "March 3, 2024", "2024-03-03", ""},
		{"several days in the body are headings", "Title" + body + "March 3, 2024" + body + "March 4, 2024" + body, "", ""},
		{"nobody can tell", "Title\n3/4/2024" + body, "", ""},
		{"none", "Title" + body, "", ""},
	}
	for _, tt := range tests {
		d, err := plain.Parse([]byte(tt.in))
		if err != nil || d.Published != tt.published || d.Updated != tt.updated {
			t.Errorf("%s: published %q, updated %q, %v; want %q, %q", tt.name, d.Published, d.Updated, err, tt.published, tt.updated)
		}
	}
}

// TestKinds looks at the line in the middle.
func TestKinds(t *testing.T) {
	t.Parallel()
	const before, after = "Title\nThe ferry sails on Friday. It is late.\n", "\nThe islands pay a third of the cost."
	tests := []struct {
		name, in string
		want     parse.BlockKind
	}{
		{"short and alone", before + "Who pays" + after, parse.Heading},
		{"a day of a chronicle", "Title\nMarch 1, 2024\nThe ferry sails on Friday.\nMarch 3, 2024" + after, parse.Heading},
		{"too long", before + "Who pays for the pier and the boat and the mayor and the gulls on it" + after, parse.Paragraph},
		{"an item of a list", before + "- Who pays" + after, parse.Paragraph},
		{"one of several short lines", before + "Apples\nPears" + after, parse.Paragraph},
		{"at the end", before + "Who pays", parse.Paragraph},
		{"a whole sentence", before + "Who pays?" + after, parse.Paragraph},
		{"begins small", before + "and so on" + after, parse.Paragraph},
	}
	for _, tt := range tests {
		d, err := plain.Parse([]byte(tt.in))
		if err != nil {
			t.Fatal(err)
		}
		middle := d.Blocks[len(d.Blocks)/2]
		if middle.Kind != tt.want {
			t.Errorf("%s: %q is of kind %d, want %d", tt.name, middle.Text, middle.Kind, tt.want)
		}
	}
}

func TestStandfirstNeedsABody(t *testing.T) {
	t.Parallel()
	// Where no line ends like a sentence, nothing says that one breaks off.
	const poem = "Evening over the harbour\nthe gulls have gone to sleep upon the old pier and the boats are dreaming of the sea\nthe lamp is lit"
	d, err := plain.Parse([]byte(poem))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range d.Blocks {
		if b.Kind != parse.Paragraph {
			t.Errorf("%q is of kind %d", b.Text, b.Kind)
		}
	}
}

func TestParseRefusesBinary(t *testing.T) {
	t.Parallel()
	if _, err := plain.Parse([]byte("GIF89a\x00\x01\x02")); !errors.Is(err, parse.ErrBinary) {
		t.Errorf("error %v, want ErrBinary", err)
	}
}

func FuzzPlain(f *testing.F) {
	f.Add([]byte(saved))
	f.Add([]byte("\xFF\xFEH\x00i\x00"))
	f.Add([]byte("Norvik, March 2024 – \x93caf\xE9\x94\n\n\n0\nMarch 3, 2024"))
	f.Add([]byte("習近平主席。\n。。。"))
	f.Fuzz(func(t *testing.T, in []byte) {
		d, err := plain.Parse(in)
		if err != nil {
			return
		}
		for _, b := range d.Blocks {
			if !utf8.ValidString(b.Text) || strings.TrimSpace(b.Text) != b.Text || b.Text == "" {
				t.Errorf("block %q of %q", b.Text, in)
			}
		}
		if utf8.RuneCountInString(d.Title) > 160 || len(d.Blocks) == 0 && d.Title != "" {
			t.Errorf("title %q with %d blocks", d.Title, len(d.Blocks))
		}
	})
}
