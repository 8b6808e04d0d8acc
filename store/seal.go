package store

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
)

// seal is a checksum of an article and its passages as they were stored. SQLite
// notices damage to the structure of its file, but not a changed letter; this
// does.
func seal(a Article, ps []Passage) []byte {
	h := sha256.New()
	for _, s := range []string{
		a.ID, a.Title, a.Publisher, a.Author, a.URL, a.Lang, a.Published, a.Updated,
		a.Note, a.BasedOn, a.Hash, a.DuplicateOf, a.Text,
	} {
		sealString(h, s)
	}
	sealNumbers(h, int64(a.Simhash), bit(a.Embedded), a.Added.UnixNano()) //nolint:gosec // the bits are kept as they are
	for _, p := range ps {
		sealNumbers(h, int64(p.Start), int64(p.End), bit(p.Lead))
		sealString(h, p.Heading)
	}
	return h.Sum(nil)
}

// sealString writes the length first, so that no two lists of strings agree.
func sealString(h hash.Hash, s string) {
	sealNumbers(h, int64(len(s)))
	h.Write([]byte(s))
}

func sealNumbers(h hash.Hash, ns ...int64) {
	var b []byte
	for _, n := range ns {
		b = binary.BigEndian.AppendUint64(b, uint64(n)) //nolint:gosec // the bits are kept as they are
	}
	h.Write(b)
}

func bit(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
