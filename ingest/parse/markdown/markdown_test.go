package markdown_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest/parse"
	"sherpa/ingest/parse/markdown"
)

const brief = `---
id: ferry-2024
title: "Norvik: the ferry"
publisher: Coast Wire
author: [Ada Berg, Ole Dahl]
published: 2024-03-03
updated: March 5, 2024
url: https://coast.example/ferry
lang: en
note: >-
  The printed date
  is wrong.
based_on: Another article
tags: [ferry, pier]
---
# Norvik: The Ferry

The *ferry* of [Norvik](https://norvik.example "town") sails
on **Friday** &amp; Sunday\.

## Who ` + "`pays`" + `

- The islands pay *a third*.
- The state pays the rest.

> “We waited,” said Dahl.

![The pier](pier.jpg)

<div>not the article's words</div>

Read more: The pier

---

1. One <b>bold</b> item
   with two lines

` + "```\nsails  at 10:00\n```\n"

func TestParse(t *testing.T) {
	t.Parallel()
	got, err := markdown.Parse([]byte(brief))
	if err != nil {
		t.Fatal(err)
	}
	want := parse.Document{
		ID: "ferry-2024", Title: "Norvik: The Ferry", Publisher: "Coast Wire", Author: "Ada Berg, Ole Dahl",
		Published: "2024-03-03", Updated: "2024-03-05", URL: "https://coast.example/ferry", Lang: "en",
		Note: "The printed date is wrong.", BasedOn: "Another article",
		Blocks: []parse.Block{
			{Kind: parse.Paragraph, Text: "The ferry of Norvik sails on Friday & Sunday."},
			{Kind: parse.Heading, Text: "Who pays"},
			{Kind: parse.Paragraph, Text: "The islands pay a third."},
			{Kind: parse.Paragraph, Text: "The state pays the rest."},
			{Kind: parse.Paragraph, Text: "“We waited,” said Dahl."},
			{Kind: parse.Furniture, Text: "The pier"},
			{Kind: parse.Furniture, Text: "Read more: The pier"},
			{Kind: parse.Paragraph, Text: "One bold item with two lines"},
			{Kind: parse.Paragraph, Text: "sails  at 10:00"},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Parse (-want +got):\n%s", diff)
	}
}

func TestTitle(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, title, first string }{
		{"from the first heading", "# Ferry\n\nIt sails.", "Ferry", "It sails."},
		{"from a heading of another level", "Ferry\n-----\n\nIt sails.", "Ferry", "It sails."},
		{"another heading than the title stays", "---\ntitle: Ferry\n---\n# Pier\n\nIt sails.", "Ferry", "Pier"},
		{"from the first sentence", "It sails. It is late.", "It sails.", "It sails. It is late."},
		{"front matter without an end is text", "---\ntitle: Ferry\n\nIt sails.", "title: Ferry", "title: Ferry"},
		{"front matter of Windows", "---\r\ntitle: Ferry\r\n---\r\nIt sails.", "Ferry", "It sails."},
		{"front matter after a byte order mark", "\xEF\xBB\xBF---\ntitle: Ferry\n---\nIt sails.", "Ferry", "It sails."},
	}
	for _, tt := range tests {
		d, err := markdown.Parse([]byte(tt.in))
		if err != nil || d.Title != tt.title || len(d.Blocks) == 0 || d.Blocks[0].Text != tt.first {
			t.Errorf("%s: %+v, %v; want title %q, first block %q", tt.name, d, err, tt.title, tt.first)
		}
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"---\ntitle: [a, b]\n---\nIt sails.":                                 "the front matter is not as expected: line 2",
		"---\ntitle: \"Ferry\npublished: x\n---\nIt sails.":                  "the front matter is not valid YAML",
		"---\nx: " + strings.Repeat("a", 70<<10) + "\n---\nIt sails.":        "at most 65536 are read",
		"---\na: &a [x,x]\nb: &b [*a,*a]\nid: {x: *b}\n---\nIt sails, so.\n": "the front matter is not as expected",
	} {
		if _, err := markdown.Parse([]byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Parse(%.40q): %v, want %q", in, err, want)
		}
	}
	if _, err := markdown.Parse([]byte("\x00\x01")); !errors.Is(err, parse.ErrBinary) {
		t.Errorf("binary: %v, want ErrBinary", err)
	}
}

func TestDeepNesting(t *testing.T) {
	t.Parallel()
	d, err := markdown.Parse([]byte(strings.Repeat("> ", 500) + "The ferry sails."))
	if err != nil || len(d.Blocks) != 1 || !strings.HasSuffix(d.Blocks[0].Text, "The ferry sails.") {
		t.Errorf("Parse = %+v, %v", d.Blocks, err)
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add([]byte(brief))
	f.Add([]byte("---\nauthor: {a: b}\n---\n[a](<b> \"c\")\n***\n* * a"))
	f.Add([]byte("a\n===\n&#0; &bogus; \\* <a@b.example>\n\n[x]: /y"))
	f.Fuzz(func(t *testing.T, in []byte) {
		d, err := markdown.Parse(in)
		if err != nil {
			return
		}
		for _, b := range d.Blocks {
			if !utf8.ValidString(b.Text) || b.Text == "" || strings.ContainsRune(b.Text, 0) {
				t.Errorf("block %q of %q", b.Text, in)
			}
		}
	})
}
