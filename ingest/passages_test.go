package ingest_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest"
	"sherpa/ingest/parse"
	"sherpa/internal/text"
	"sherpa/store"
)

func para(sentences ...string) parse.Block {
	return parse.Block{Kind: parse.Paragraph, Text: strings.Join(sentences, " ")}
}

// long is a paragraph of several sentences of 20 words each.
func long(name string, sentences int) parse.Block {
	var all []string
	for i := range sentences {
		all = append(all, sentence(name+string(rune('a'+i)), 20))
	}
	return para(all...)
}

// lengths are the passages' numbers of words.
func lengths(passages []store.Passage) []int {
	var out []int
	for _, p := range passages {
		out = append(out, text.CountWords(p.Text))
	}
	return out
}

func TestPassagesLengths(t *testing.T) {
	t.Parallel()
	short := func(name string, n int) parse.Block { return para(sentence(name, n)) }
	heading := parse.Block{Kind: parse.Heading, Text: "Who pays"}
	post := parse.Block{Kind: parse.Furniture, Text: "LIVE | pic.twitter.com/a"}
	tests := []struct {
		name   string
		blocks []parse.Block
		want   []int
	}{
		{"a paragraph is a passage", []parse.Block{long("a", 2), long("b", 7), long("c", 3)}, []int{40, 140, 60}},
		{"short ones are joined", []parse.Block{short("a", 20), short("b", 20), short("c", 20), short("d", 20)}, []int{40, 40}},
		{"a short one goes with the next", []parse.Block{long("a", 3), short("b", 20), long("c", 3)}, []int{60, 80}},
		{"the last short one goes with the one before", []parse.Block{long("a", 3), short("b", 20)}, []int{80}},
		{"a long one is cut in equal parts", []parse.Block{long("a", 8)}, []int{80, 80}},
		{"a very long one", []parse.Block{long("a", 16)}, []int{100, 120, 100}},
		{"a short one takes from a full one", []parse.Block{short("a", 20), long("b", 7)}, []int{80, 80}},
		{"a short article", []parse.Block{short("a", 9)}, []int{9}},
		{"a short section", []parse.Block{long("a", 3), heading, short("b", 9)}, []int{60, 9}},
		{"short paragraphs around furniture", []parse.Block{short("a", 25), post, short("b", 25)}, []int{25, 25}},
		{"a sentence longer than a passage", []parse.Block{para(sentence("a", 310))}, []int{150, 120, 40}},
		{"headings only", []parse.Block{heading, heading}, nil},
		{"nothing", nil, nil},
	}
	for _, tt := range tests {
		_, got := ingest.Passages(tt.blocks)
		if diff := cmp.Diff(tt.want, lengths(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestPassagesTextAndOffsets(t *testing.T) {
	t.Parallel()
	body, got := ingest.Passages([]parse.Block{
		{Kind: parse.Furniture, Text: "12"},
		{Text: "The ferry sails. It is late."},
		{Kind: parse.Heading, Text: "Who pays"},
		{Text: " "},
		{Text: "The islands do – all of them."},
	})
	if want := "12\n\nThe ferry sails. It is late.\n\nWho pays\n\nThe islands do – all of them."; body != want {
		t.Errorf("text %q, want %q", body, want)
	}
	want := []store.Passage{
		{Ordinal: 0, Start: 4, End: 32, Lead: true, Text: "The ferry sails. It is late."},
		{Ordinal: 1, Start: 44, End: 75, Heading: "Who pays", Text: "The islands do – all of them."},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("passages (-want +got):\n%s", diff)
	}
}

func TestLeadIsTheFirstParagraph(t *testing.T) {
	t.Parallel()
	_, got := ingest.Passages([]parse.Block{long("a", 9), long("b", 3)})
	var leads []bool
	for _, p := range got {
		leads = append(leads, p.Lead)
	}
	if diff := cmp.Diff([]bool{true, true, false}, leads); diff != "" {
		t.Errorf("lead (-want +got):\n%s", diff)
	}
}

func TestPassagesEndWithSentences(t *testing.T) {
	t.Parallel()
	_, got := ingest.Passages([]parse.Block{long("a", 30), para(sentence("b", 12)), long("c", 9)})
	for _, p := range got {
		if !strings.HasSuffix(p.Text, ".") || strings.ToUpper(p.Text[:1]) != p.Text[:1] {
			t.Errorf("passage %d cuts a sentence: %q", p.Ordinal, p.Text)
		}
	}
}

// TestLongSentenceIsCutAtAClause has its only comma after the 60th word of 200.
func TestLongSentenceIsCutAtAClause(t *testing.T) {
	t.Parallel()
	s := strings.TrimSuffix(sentence("a", 60), ".") + ", " + sentence("b", 140)
	_, got := ingest.Passages([]parse.Block{{Text: s}})
	if diff := cmp.Diff([]int{60, 140}, lengths(got)); diff != "" {
		t.Errorf("lengths (-want +got):\n%s", diff)
	}
}

func TestScriptsWithoutSpaces(t *testing.T) {
	t.Parallel()
	_, got := ingest.Passages([]parse.Block{{Text: strings.Repeat("港口委员会同意恢复渡轮。", 40)}})
	if len(got) < 2 {
		t.Fatalf("%d passages of 440 characters", len(got))
	}
	for _, p := range got {
		if n := text.CountWords(p.Text); n > ingest.MaxWords || n < ingest.MinWords || !strings.HasSuffix(p.Text, "。") {
			t.Errorf("passage of %d characters: %q", n, p.Text)
		}
	}
}

func FuzzPassages(f *testing.F) {
	f.Add("The ferry sails. It is late.\x00#Who pays\x00The islands “do. All” of them.\x00!12")
	f.Add(strings.Repeat("word ", 400) + "\x00" + strings.Repeat("a, b; c ", 200))
	f.Add("Mr. A. B. sails.\nHe said: “No.” 習近平。\x00 \x00– — …")
	f.Add(strings.Repeat("— ", 500) + strings.Repeat("x-y-z", 300))
	f.Fuzz(func(t *testing.T, in string) {
		var blocks []parse.Block
		for part := range strings.SplitSeq(strings.ToValidUTF8(in, ""), "\x00") {
			b := parse.Block{Text: part}
			switch {
			case strings.HasPrefix(part, "#"):
				b.Kind = parse.Heading
			case strings.HasPrefix(part, "!"):
				b.Kind = parse.Furniture
			}
			blocks = append(blocks, b)
		}
		checkPassages(t, blocks)
	})
}

// checkPassages checks what is promised of any text.
func checkPassages(t *testing.T, blocks []parse.Block) {
	t.Helper()
	body, passages := ingest.Passages(blocks)
	end := 0
	for i, p := range passages {
		switch {
		case p.Ordinal != i || p.Start < end || p.End <= p.Start || p.End > len(body):
			t.Fatalf("passage %d has ordinal %d and lies at %d-%d after %d of %d", i, p.Ordinal, p.Start, p.End, end, len(body))
		case body[p.Start:p.End] != p.Text || !utf8.ValidString(p.Text) || strings.TrimSpace(p.Text) != p.Text:
			t.Fatalf("passage %d is %q at %d-%d", i, p.Text, p.Start, p.End)
		case text.CountWords(p.Text) > ingest.MaxWords:
			t.Fatalf("passage %d has %d words: %q", i, text.CountWords(p.Text), p.Text)
		}
		if i > 0 && canJoin(body, passages[i-1], p) {
			t.Fatalf("passages %d and %d are short and not joined: %q", i-1, i, body[passages[i-1].Start:p.End])
		}
		end = p.End
	}
	checkCoverage(t, blocks, body, passages)
}

// canJoin reports whether two neighbours should be one passage: one of them is
// too short, nothing stands between them, and together they are not too long.
func canJoin(body string, a, b store.Passage) bool {
	if strings.TrimSpace(body[a.End:b.Start]) != "" {
		return false
	}
	shorter := min(text.CountWords(a.Text), text.CountWords(b.Text))
	joined := body[a.Start:b.End]
	return shorter < ingest.MinWords && text.CountWords(joined)+len(strings.Fields(joined)) <= ingest.MaxWords
}

// checkCoverage checks that passages hold all of the paragraphs and nothing else.
func checkCoverage(t *testing.T, blocks []parse.Block, body string, passages []store.Passage) {
	t.Helper()
	inside := make([]bool, len(body))
	for _, p := range passages {
		for i := p.Start; i < p.End; i++ {
			inside[i] = true
		}
	}
	at := 0
	for _, b := range blocks {
		words := strings.TrimSpace(b.Text)
		if words == "" {
			continue
		}
		at += strings.Index(body[at:], words)
		for i, r := range words {
			covered := inside[at+i]
			if b.Kind != parse.Paragraph && covered {
				t.Fatalf("%q is in a passage", words)
			}
			if b.Kind == parse.Paragraph && !covered && len(text.Words(string(r))) > 0 {
				t.Fatalf("%q of %q is in no passage", r, words)
			}
		}
		at += len(words)
	}
}
