package ingest

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"sherpa/ingest/parse"
	"sherpa/store"
)

const (
	// MaxText is the longest text of an article, in bytes.
	MaxText = 1 << 20
	// maxID is the longest id, in bytes.
	maxID = 1024
)

// ErrNoText says that an input holds no running text.
var ErrNoText = errors.New("no article text was found")

// NewEntry makes a stored article with its passages from a parsed document. Its
// id is the document's own, else its canonical URL, else fallbackID.
func NewEntry(d parse.Document, fallbackID string, added time.Time) (store.Entry, error) {
	if n := textSize(d.Blocks); n > MaxText { // before any work is spent on it
		return store.Entry{}, fmt.Errorf("the article's text has %d KiB; at most %d KiB are taken: split it", n>>10, MaxText>>10)
	}
	body, passages := Passages(d.Blocks)
	a := store.Article{
		ID: firstNonEmpty(d.ID, CanonicalURL(d.URL), fallbackID), Title: d.Title, Publisher: d.Publisher, Author: d.Author,
		URL: CanonicalURL(d.URL), Lang: d.Lang, Note: d.Note, BasedOn: d.BasedOn,
		Published: d.Published, Updated: d.Updated, Text: body, Added: added,
	}
	if err := check(a, passages); err != nil {
		return store.Entry{}, err
	}
	a.Hash = contentHash(a)
	a.Simhash = Simhash(runningText(passages))
	for i := range passages {
		passages[i].ID = a.ID + "#" + strconv.Itoa(passages[i].Ordinal)
		passages[i].ArticleID = a.ID
	}
	return store.Entry{Article: a, Passages: passages}, nil
}

func check(a store.Article, passages []store.Passage) error {
	switch {
	case len(passages) == 0:
		return ErrNoText
	case a.ID == "":
		return errors.New("the article has no id: give it an id, a URL or a file name")
	case len(a.ID) > maxID:
		return fmt.Errorf("the id has %d bytes; at most %d are taken: give a shorter one", len(a.ID), maxID)
	}
	return nil
}

// textSize is the length of the text that blocks make, in bytes.
func textSize(blocks []parse.Block) int {
	n := 0
	for _, b := range blocks {
		n += len(b.Text) + len("\n\n")
	}
	return n
}

func firstNonEmpty(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// contentHash is the SHA-256 of all that the input said. Every field carries its
// length, so that no two articles can run into the same bytes.
func contentHash(a store.Article) string {
	h := sha256.New()
	for _, field := range []string{
		a.ID, a.Title, a.Publisher, a.Author, a.URL, a.Lang, a.Published, a.Updated, a.Note, a.BasedOn, a.Text,
	} {
		_ = binary.Write(h, binary.BigEndian, uint64(len(field))) // a hash never fails to write
		_, _ = h.Write([]byte(field))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// runningText is what an article says without headings and furniture.
func runningText(passages []store.Passage) string {
	var b strings.Builder
	for _, p := range passages {
		b.WriteString(p.Text)
		b.WriteByte('\n')
	}
	return b.String()
}
