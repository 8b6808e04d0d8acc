package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
)

// pieces returns the sentences of a paragraph, with over-long ones cut.
func pieces(body string, p text.Span) []text.Span {
	var out []text.Span
	for _, slab := range slabs(body, p) {
		for _, sentence := range text.Sentences(slab.Of(body)) {
			sp := text.Span{Start: slab.Start + sentence.Start, End: slab.Start + sentence.End}
			if sizeOf(sp.Of(body)).high <= MaxWords {
				out = append(out, sp)
				continue
			}
			out = append(out, cutSentence(body, sp)...)
		}
	}
	return out
}

// maxSlab is how much text is split into sentences at a time, in bytes, so that a
// paragraph of any length takes bounded memory.
const maxSlab = 4 << 10

// slabs cuts a paragraph that is far too long, after a full stop where it can.
func slabs(body string, p text.Span) []text.Span {
	var out []text.Span
	for p.Len() > maxSlab {
		head := text.Truncate(p.Of(body), maxSlab)
		if i := strings.LastIndex(head, ". "); i > len(head)/2 {
			head = head[:i+1]
		}
		out = append(out, text.Span{Start: p.Start, End: p.Start + len(head)})
		p.Start += len(head)
	}
	return append(out, p)
}

// cutSentence cuts a sentence that is longer than a passage may be.
func cutSentence(body string, sp text.Span) []text.Span {
	var out []text.Span
	rest := tokens(body, sp)
	left := 0
	for _, t := range rest {
		left += sizeOf(t.Of(body)).high
	}
	for len(rest) > 0 {
		n, words := takeClause(body, rest, left)
		out = append(out, text.Span{Start: rest[0].Start, End: rest[n-1].End})
		rest, left = rest[n:], left-words
	}
	return out
}

// takeClause returns how many tokens to take, and their words: up to the last
// clause boundary that leaves both sides a fair length, else up to the limit.
func takeClause(body string, rest []text.Span, left int) (n, words int) {
	if left <= MaxWords {
		return len(rest), left
	}
	limit := min(MaxWords, left-MinWords)
	sum, clause, clauseWords := 0, 0, 0
	for _, t := range rest {
		w := sizeOf(t.Of(body)).high
		if n > 0 && sum+w > limit {
			break
		}
		n, sum = n+1, sum+w
		if sum >= MinWords && endsClause(t.Of(body)) {
			clause, clauseWords = n, sum
		}
	}
	if clause > 0 {
		return clause, clauseWords
	}
	return n, sum
}

func endsClause(token string) bool {
	last, _ := utf8.DecodeLastRuneInString(token)
	return strings.ContainsRune(",;:–—)”、，；：。", last)
}

// tokens splits a span at white space; a token of several words, as in scripts
// without spaces, is split further after each of them.
func tokens(body string, sp text.Span) []text.Span {
	var out []text.Span
	for at := sp.Start; at < sp.End; {
		rest := body[at:sp.End]
		blank := strings.IndexFunc(rest, unicode.IsSpace)
		switch {
		case blank < 0:
			blank = len(rest)
		case blank == 0:
			_, n := utf8.DecodeRuneInString(rest)
			at += n
			continue
		}
		out = append(out, splitToken(body, text.Span{Start: at, End: at + blank})...)
		at += blank
	}
	return out
}

func splitToken(body string, token text.Span) []text.Span {
	words := text.Words(token.Of(body))
	if len(words) < 2 {
		return []text.Span{token}
	}
	var out []text.Span
	start := token.Start
	for _, w := range words[1:] {
		out = append(out, text.Span{Start: start, End: token.Start + w.Start})
		start = token.Start + w.Start
	}
	return append(out, text.Span{Start: start, End: token.End})
}
