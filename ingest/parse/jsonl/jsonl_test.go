package jsonl_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest/parse"
	"sherpa/ingest/parse/jsonl"
)

func TestParse(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     parse.Document
	}{
		{
			"every field",
			`{"id":"n1","title":"Ferry","publisher":"Coast Wire","author":"Ada Berg","published":"March 3, 2024","updated":"2024-03-05T10:00:00Z",
			"url":"https://coast.example/ferry","lang":"en","note":"a test","based_on":"Another","paragraphs":["It sails.","  ","It is late."],"text":"not used","extra":1}`,
			parse.Document{
				ID: "n1", Title: "Ferry", Publisher: "Coast Wire", Author: "Ada Berg", Published: "2024-03-03", Updated: "2024-03-05T10:00:00Z",
				URL: "https://coast.example/ferry", Lang: "en", Note: "a test", BasedOn: "Another",
				Blocks: []parse.Block{{Text: "It sails."}, {Text: "It is late."}},
			},
		},
		{
			"text instead of paragraphs", `{"title":"Ferry","text":"It sails.\n\nIt is late."}`,
			parse.Document{Title: "Ferry", Blocks: []parse.Block{{Text: "It sails."}, {Text: "It is late."}}},
		},
		{
			"a number as id", `{"id":17,"title":"Ferry","text":"It sails."}`,
			parse.Document{ID: "17", Title: "Ferry", Blocks: []parse.Block{{Text: "It sails."}}},
		},
		{
			"no title", `{"text":"It sails. It is late."}`,
			parse.Document{Title: "It sails.", Blocks: []parse.Block{{Text: "It sails. It is late."}}},
		},
		{
			"a date that is none", `{"title":"Ferry","published":"soon","text":"It sails."}`,
			parse.Document{Title: "Ferry", Blocks: []parse.Block{{Text: "It sails."}}},
		},
		{
			"characters that hide", `{"id":"a\u0000b","title":"Fer\u202ery","text":"It\u200b sails\ud800."}`,
			parse.Document{ID: "ab", Title: "Ferry", Blocks: []parse.Block{{Text: "It sails\uFFFD."}}},
		},
		{
			"null", `{"id":null,"title":"Ferry","text":"It sails."}`,
			parse.Document{Title: "Ferry", Blocks: []parse.Block{{Text: "It sails."}}},
		},
		{"empty", `{}`, parse.Document{}},
	}
	for _, tt := range tests {
		got, err := jsonl.Parse([]byte(tt.in))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		`{"title":"Ferry"`:          "invalid JSON at byte 16",
		`{"title":"Ferry",}`:        "invalid JSON at byte 18",
		`[1,2]`:                     "a line must be a JSON object, not a JSON array",
		`"text"`:                    "a line must be a JSON object, not a JSON string",
		`{"paragraphs":"It sails"}`: `the field "paragraphs" must not be a JSON string`,
		`{"id":["a"]}`:              `"id" is neither a string nor a number`,
	} {
		if _, err := jsonl.Parse([]byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Parse(%s): %v, want %q", in, err, want)
		}
	}
}

func TestLines(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a", jsonl.MaxLine+1)
	var got []jsonl.Line
	for line := range jsonl.Lines(strings.NewReader("\xEF\xBB\xBF{1}\n\n " + long + "\n{4}\r\n\n{6}")) {
		got = append(got, line)
	}
	want := []jsonl.Line{{Number: 1, Bytes: []byte("{1}"), Err: nil}, {Number: 3, Bytes: nil, Err: jsonl.ErrLongLine}, {Number: 4, Bytes: []byte("{4}"), Err: nil}, {Number: 6, Bytes: []byte("{6}"), Err: nil}}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b error) bool { return errors.Is(a, b) }), cmp.Comparer(func(a, b []byte) bool { return string(a) == string(b) })); diff != "" {
		t.Errorf("Lines (-want +got):\n%s", diff)
	}
}

func TestLinesReportsAReadError(t *testing.T) {
	t.Parallel()
	var errs []error
	for line := range jsonl.Lines(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("{1}\n{2}\n")))) {
		errs = append(errs, line.Err)
	}
	if len(errs) != 1 || !errors.Is(errs[0], iotest.ErrTimeout) {
		t.Errorf("errors %v, want one timeout", errs)
	}
}

func FuzzJSONL(f *testing.F) {
	f.Add([]byte(`{"id":1,"title":"Ferry","paragraphs":["It sails.",null]}` + "\n{}\n"))
	f.Add([]byte(`{"text":"\ud800\u0000It sails\n\nIt is late"}`))
	f.Add([]byte("[]\n\"\"\n{\"id\":{}}"))
	f.Fuzz(func(t *testing.T, in []byte) {
		number := 0
		for line := range jsonl.Lines(strings.NewReader(string(in))) {
			if line.Number <= number || len(line.Bytes) == 0 {
				t.Fatalf("line %d of %q after line %d", line.Number, in, number)
			}
			number = line.Number
			d, err := jsonl.Parse(line.Bytes)
			if err != nil {
				continue
			}
			for _, b := range d.Blocks {
				if !utf8.ValidString(b.Text) || strings.TrimSpace(b.Text) == "" {
					t.Errorf("block %q of %q", b.Text, line.Bytes)
				}
			}
		}
	})
}
