package wording

import (
	"strings"

	"sherpa/internal/text"
)

// diff writes the run of words as it stands in the article s, with [-words that
// are not there-] in the quotation's spelling and {+words that are+}.
func (a *alignment) diff(quoted string, q quotedWords, s string, words []text.Word) string {
	d := differ{quoted: quoted, article: s, q: q.words, words: words, j: a.from, done: a.from, from: a.from, to: a.to}
	for _, st := range a.steps {
		d.take(st)
	}
	d.flush()
	return text.Squeeze(d.b.String())
}

// differ writes a diff.
type differ struct {
	b               strings.Builder
	quoted, article string
	q, words        []text.Word
	from, to        int
	// q[:i] and words[from:j] were taken, words[from:done] were written.
	i, j, done int
	// missing and added are the differences that were taken and not yet written,
	// as ranges of indexes into q and words.
	missing, added text.Span
	// skipping is set within the words of an ellipsis.
	skipping bool
	// apart is set when what stands between the last word and the next one was
	// written.
	apart bool
}

// take goes one step further; differences are written when the next agreement
// comes, so that neighbouring ones stand together.
func (d *differ) take(st step) {
	switch st {
	case stepSame:
		d.flush()
		d.i++
		d.j++
		d.write("", "")
	case stepSkipped:
		d.flush()
		d.j++
		if !d.skipping {
			d.b.WriteString(" … ")
		}
		d.done, d.apart = d.j, true
	case stepMissing:
		d.miss()
	case stepAdded:
		d.add()
	case stepChange:
		d.miss()
		d.add()
	}
	d.skipping = st == stepSkipped
}

func (d *differ) miss() {
	if d.missing.Len() == 0 {
		d.missing.Start = d.i
	}
	d.i++
	d.missing.End = d.i
}

func (d *differ) add() {
	if d.added.Len() == 0 {
		d.added.Start = d.j
	}
	d.j++
	d.added.End = d.j
}

// flush writes the differences that were taken.
func (d *differ) flush() {
	if d.missing.Len() > 0 {
		d.space()
		first, last := d.q[d.missing.Start], d.q[d.missing.End-1]
		d.b.WriteString("[-" + d.quoted[first.Start:last.End] + "-] ")
	}
	if d.added.Len() > 0 {
		d.write("{+", "+}")
	}
	d.missing, d.added = text.Span{}, text.Span{}
}

// write writes the article's words that were taken, between two marks.
func (d *differ) write(open, end string) {
	d.space()
	d.b.WriteString(open + d.article[d.words[d.done].Start:d.words[d.j-1].End] + end)
	d.done, d.apart = d.j, false
}

// space writes what stands in the article before the next word, once.
func (d *differ) space() {
	switch {
	case d.apart:
	case d.done >= d.to:
		d.b.WriteString(" ")
	case d.done > d.from:
		d.b.WriteString(d.article[d.words[d.done-1].End:d.words[d.done].Start])
	}
	d.apart = true
}
