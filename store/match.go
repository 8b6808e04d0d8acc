package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
)

// This file alone knows the query syntax of FTS5. Every word is put into double
// quotes, within which FTS5 knows no operators, and double quotes are doubled.

const (
	// maxTokens is how many different words an expression may have: the time
	// to parse it grows with their square.
	maxTokens = 32
	// maxToken is how many runes of a word are looked up.
	maxToken = 64
	// maxLeaves bounds the expression as a whole, repeated words included.
	maxLeaves = 128
	// maxDepth is how deep it may nest; what lies deeper is joined by OR.
	maxDepth = 8
	// trigram is the number of runes that a token of the trigram index has.
	trigram = 3
)

// dialect builds an expression for one of the two indexes.
type dialect struct {
	leaf   func(op Op, words []string) string
	seen   map[string]struct{}
	leaves int
}

// wordExpression is the FTS5 expression for the index of words; "" if there is
// nothing to look for.
func wordExpression(m Match) string {
	d := dialect{leaf: wordLeaf, seen: make(map[string]struct{})}
	return d.build(m, 0)
}

func (d *dialect) build(m Match, depth int) string {
	switch m.Op {
	case OpAny, OpAll:
		if depth >= maxDepth {
			return d.join(leavesOf(m), " OR ", depth)
		}
		if m.Op == OpAll {
			return d.join(m.Of, " AND ", depth+1)
		}
		return d.join(m.Of, " OR ", depth+1)
	default:
		words := d.admit(tokens(m.Term))
		if len(words) == 0 || d.leaves >= maxLeaves {
			return ""
		}
		d.leaves++
		return d.leaf(m.Op, words)
	}
}

// join leaves out empty parts and repeated ones.
func (d *dialect) join(parts []Match, operator string, depth int) string {
	var built []string
	seen := make(map[string]struct{})
	for _, m := range parts {
		part := d.build(m, depth)
		if _, repeated := seen[part]; part == "" || repeated {
			continue
		}
		seen[part] = struct{}{}
		built = append(built, part)
	}
	if len(built) > 1 {
		return "(" + strings.Join(built, operator) + ")"
	}
	return strings.Join(built, "")
}

// admit returns the words up to the first that would be one too many.
func (d *dialect) admit(words []string) []string {
	for i, w := range words {
		if _, known := d.seen[w]; known {
			continue
		}
		if len(d.seen) == maxTokens {
			return words[:i]
		}
		d.seen[w] = struct{}{}
	}
	return words
}

// leavesOf lists the terms of a tree.
func leavesOf(m Match) []Match {
	if m.Op != OpAny && m.Op != OpAll {
		return []Match{m}
	}
	var leaves []Match
	for _, part := range m.Of {
		leaves = append(leaves, leavesOf(part)...)
	}
	return leaves
}

// tokens splits a term into the words to look up. Control characters part
// words; what has neither letter nor digit is no word to the index.
func tokens(term string) []string {
	var words []string
	for w := range strings.FieldsFuncSeq(term, isGap) {
		w = firstRunes(w, maxToken)
		if strings.IndexFunc(w, isIndexed) >= 0 {
			words = append(words, w)
		}
	}
	return words
}

func isGap(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == utf8.RuneError
}

// isIndexed reports whether the tokenizer makes words of r.
func isIndexed(r rune) bool { return unicode.In(r, unicode.L, unicode.N, unicode.Co) }

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// wordLeaf is a string of words. FTS5 takes several words in one string, also
// those of "cease-fire", as a phrase; a star after it makes its last word the
// beginning of a word.
func wordLeaf(op Op, words []string) string {
	if op == OpPrefix {
		return quote(strings.Join(words, " ")) + " *"
	}
	return quote(strings.Join(words, " "))
}

func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// hasUnspacedTerm reports whether a term has a script without spaces.
func hasUnspacedTerm(m Match) bool {
	for _, leaf := range leavesOf(m) {
		if text.HasUnspaced(leaf.Term) {
			return true
		}
	}
	return false
}
