package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"sherpa/ingest/parse"
	"sherpa/ingest/parse/html"
	"sherpa/ingest/parse/markdown"
	"sherpa/ingest/parse/plain"
)

// parser makes a document of a file's content.
type parser func(body []byte) (parse.Document, error)

// parsers has the kinds of files that hold one article each.
var parsers = map[string]parser{
	".txt": plain.Parse, ".text": plain.Parse,
	".md": markdown.Parse, ".markdown": markdown.Parse,
	".html": parseHTML, ".htm": parseHTML, ".xhtml": parseHTML,
}

// lineKinds are the kinds of files that hold an article a line.
var lineKinds = map[string]bool{".jsonl": true, ".ndjson": true}

func parseHTML(body []byte) (parse.Document, error) { return html.Parse(body, "", "") }

var (
	errEmpty = errors.New("the file is empty; save the article's text in it")
	errPDF   = errors.New("PDF is not supported; save the article as text or HTML")
)

// unsupported says of a kind of file that it is not read.
func unsupported(kind string) error {
	switch kind {
	case ".pdf":
		return errPDF
	case ".doc", ".docx", ".odt", ".rtf", ".epub", ".pages":
		return fmt.Errorf("%s is not supported; save the article as text or HTML", strings.ToUpper(kind[1:]))
	case ".zip", ".gz", ".tar", ".tgz", ".bz2", ".xz", ".7z", ".rar":
		return errors.New("archives are not supported; unpack it and ingest the folder")
	case ".json":
		return errors.New("plain JSON is not supported; write one article a line and name the file .jsonl")
	case ".xml", ".rss", ".atom":
		return errors.New("feeds are read from their address only; name the feed's URL")
	case "":
		return errors.New("a file without an ending is not read; name it .txt, .md, .html or .jsonl")
	}
	return fmt.Errorf("files of the kind %s are not read; use .txt, .md, .html or .jsonl", kind)
}

// signatures are the first bytes of files that people rename.
var signatures = []struct {
	magic string
	err   error
}{
	{"%PDF-", errPDF},
	{"PK\x03\x04", errors.New("this is a ZIP archive or an office document; save the article as text or HTML")},
	{"\x1f\x8b", errors.New("this is a compressed file; unpack it first")},
}

// article returns the task that parses a whole file.
func (in *Ingester) article(label, id string, body []byte, p parser) task {
	return func(context.Context) result {
		d, err := parseBody(body, p)
		if err != nil {
			return result{input: label, skip: reason(err)}
		}
		return in.entry(label, id, d)
	}
}

func parseBody(body []byte, p parser) (parse.Document, error) {
	if len(bytes.TrimSpace(body)) == 0 {
		return parse.Document{}, errEmpty
	}
	for _, s := range signatures {
		if bytes.HasPrefix(body, []byte(s.magic)) {
			return parse.Document{}, s.err
		}
	}
	return safely(p, body)
}

// safely runs a parser of foreign text. A mistake in it may cost this input, but
// not the run.
func safely(p parser, body []byte) (d parse.Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the parser failed (%v); please report this input as a bug", r)
		}
	}()
	return p(body)
}

// entry makes the result for a parsed document.
func (in *Ingester) entry(label, id string, d parse.Document) result {
	e, err := NewEntry(d, id, in.opts.Now())
	if err != nil {
		return result{input: label, skip: reason(err)}
	}
	return result{input: label, entry: e}
}
