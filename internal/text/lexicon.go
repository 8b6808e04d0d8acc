package text

import (
	_ "embed" // the lists of the lexicon
	"iter"
	"slices"
	"strings"
)

// The lists hold words that questions and news use for one another, one group a
// line; thesaurus.txt says how they are written. They are general English and not
// the vocabulary of any corpus.
//
//go:embed derived.txt
var derivedWords string

//go:embed thesaurus.txt
var thesaurus string

// colloquial has what people say for what news writes.
//
//go:embed colloquial.txt
var colloquial string

// Kinship is how near the words of a group are to each other.
type Kinship uint8

// The kinds of groups, the nearest first.
const (
	// Family are words of one root that the stemmer does not join: "decide",
	// "decision".
	Family Kinship = iota
	// Synonym are words that say the same: "truce", "ceasefire".
	Synonym
	// Neighbour are words that may stand for one another in what is told of them:
	// "vehicle", "lorry".
	Neighbour
)

// neighbourMark begins the lines of neighbours.
const neighbourMark = "~"

// group is a line of the lexicon; expressions of several words are joined as
// expression.go says.
type group struct {
	kinship Kinship
	entries []string
	telling []Entry
}

func newGroup(kinship Kinship, line string) group {
	g := group{kinship: kinship, entries: strings.Fields(line)}
	for _, w := range g.entries {
		g.telling = append(g.telling, newEntry(w))
	}
	return g
}

// relatedGroups are the groups of the lexicon in the order of their kinship, the
// countries last.
var relatedGroups = func() []group {
	var groups []group
	for line := range lexiconLines(derivedWords) {
		groups = append(groups, newGroup(Family, line))
	}
	var neighbours []group
	for _, list := range [...]string{thesaurus, colloquial} {
		for line := range lexiconLines(list) {
			if rest, ok := strings.CutPrefix(line, neighbourMark); ok {
				neighbours = append(neighbours, newGroup(Neighbour, rest))
			} else {
				groups = append(groups, newGroup(Synonym, line))
			}
		}
	}
	for _, names := range countryGroups {
		groups = append(groups, newGroup(Synonym, names))
	}
	return append(groups, neighbours...)
}()

// lexiconLines are the lines of a list that are no comments.
func lexiconLines(list string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(list) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// KinshipOf is how near the words of a group are.
func KinshipOf(g int) Kinship { return relatedGroups[g].kinship }

// groupsOf maps a stem to the groups that it stands in, in ascending order.
var groupsOf = func() map[string][]int {
	groups := make(map[string][]int, 4*len(relatedGroups))
	for i, g := range relatedGroups {
		for k, w := range g.entries {
			if isExpression(w) || len(g.telling[k].Stems) == 0 {
				continue
			}
			stem := g.telling[k].Stems[0]
			if at := groups[stem]; len(at) == 0 || at[len(at)-1] != i {
				groups[stem] = append(at, i)
			}
		}
	}
	return groups
}()

// Groups returns the groups of the lexicon that a stem stands in, in ascending
// order and thus the nearest kinship first.
func Groups(stem string) []int { return groupsOf[stem] }

// Related reports whether two stems are used for one another in questions and
// news: "meeting" and "summit", "Russia" and "Moscow".
func Related(a, b string) bool {
	for _, x := range groupsOf[a] {
		if slices.Contains(groupsOf[b], x) {
			return true
		}
	}
	return false
}

// Entry is a word or an expression of the lexicon, without its common words.
type Entry struct {
	Words []string
	Stems []string
}

func newEntry(w string) Entry {
	var e Entry
	for part := range strings.FieldsSeq(expressionJoints.Replace(w)) {
		if part != possessive && !IsStop(part) {
			e.Words, e.Stems = append(e.Words, part), append(e.Stems, Stem(part))
		}
	}
	return e
}

// GroupEntries are the entries of groups, in the order of the lexicon.
func GroupEntries(groups []int) iter.Seq[*Entry] {
	return func(yield func(*Entry) bool) {
		for _, g := range groups {
			for i := range relatedGroups[g].telling {
				if !yield(&relatedGroups[g].telling[i]) {
					return
				}
			}
		}
	}
}

// LexiconWords are the single words of the lexicon, some of them more than once.
func LexiconWords() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, g := range relatedGroups {
			for _, w := range g.entries {
				if !isExpression(w) && !yield(w) {
					return
				}
			}
		}
	}
}
