package store

import (
	"slices"
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
	// leaf gives the strings that stand for a term; any of them will do.
	leaf   func(op Op, words []string) []string
	seen   map[string]struct{}
	leaves int
}

// wordExpression is the expression for the index of words; "" if there is
// nothing to look for.
func wordExpression(m Match) string { return expression(m, wordLeaf) }

// unspacedExpression is the expression for the index of trigrams. Words that are
// shorter than a trigram stand for those of continued that begin with them.
func unspacedExpression(m Match, continued map[string][]string) string {
	return expression(m, func(op Op, words []string) []string { return unspacedLeaf(op, words, continued) })
}

func expression(m Match, leaf func(Op, []string) []string) string {
	d := dialect{leaf: leaf, seen: make(map[string]struct{})}
	return d.build(m, 0)
}

func (d *dialect) build(m Match, depth int) string {
	switch {
	case m.Op != OpAny && m.Op != OpAll:
		return d.term(m)
	case depth >= maxDepth:
		return d.join(leavesOf(m), " OR ", depth)
	case m.Op == OpAll:
		return d.join(m.Of, " AND ", depth+1)
	}
	return d.join(m.Of, " OR ", depth+1)
}

func (d *dialect) term(m Match) string {
	words := d.admit(tokens(m.Term))
	if len(words) == 0 {
		return ""
	}
	strs := d.leaf(m.Op, words)
	strs = strs[:min(len(strs), maxLeaves-d.leaves)]
	d.leaves += len(strs)
	return group(strs, " OR ")
}

// group joins the parts of an expression, in brackets where there are several.
func group(parts []string, operator string) string {
	if len(parts) > 1 {
		return "(" + strings.Join(parts, operator) + ")"
	}
	return strings.Join(parts, "")
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
	return group(built, operator)
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
		w = text.FirstRunes(w, maxToken)
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

// wordLeaf is a string of words. FTS5 takes several words in one string, also
// those of "cease-fire", as a phrase; a star after it makes its last word the
// beginning of a word.
func wordLeaf(op Op, words []string) []string {
	str := quote(strings.Join(words, " "))
	if op == OpPrefix {
		str += " *"
	}
	return []string{str}
}

// unspacedLeaf looks a phrase, and a word of another script, up as it stands. A
// term in a script without spaces is more often several words than one: any
// three characters of it will do.
func unspacedLeaf(op Op, words []string, continued map[string][]string) []string {
	if op == OpPhrase {
		words = []string{strings.Join(words, " ")}
	}
	var strs []string
	for _, w := range words {
		switch {
		case utf8.RuneCountInString(w) < trigram:
			for _, longer := range continued[w] {
				strs = append(strs, quote(longer))
			}
		case op == OpPhrase || !text.HasUnspaced(w):
			strs = append(strs, quote(w))
		default:
			strs = append(strs, trigramsOf(w)...)
		}
	}
	return strs
}

// trigramsOf quotes every three characters in a row, each once.
func trigramsOf(word string) []string {
	runes := []rune(word)
	var strs []string
	for i := range len(runes) - trigram + 1 {
		if str := quote(string(runes[i : i+trigram])); !slices.Contains(strs, str) {
			strs = append(strs, str)
		}
	}
	return strs
}

// shortWords lists the words of a match in a script without spaces that are
// shorter than a trigram.
func shortWords(m Match) []string {
	var short []string
	for _, leaf := range leavesOf(m) {
		for _, w := range tokens(leaf.Term) {
			isShort := text.HasUnspaced(w) && utf8.RuneCountInString(w) < trigram
			if isShort && !slices.Contains(short, w) && len(short) < maxTokens {
				short = append(short, w)
			}
		}
	}
	return short
}

func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// hasUnspacedTerm reports whether a term has a script without spaces.
func hasUnspacedTerm(m Match) bool {
	if m.Op == OpAny || m.Op == OpAll {
		return slices.ContainsFunc(m.Of, hasUnspacedTerm)
	}
	return text.HasUnspaced(m.Term)
}
