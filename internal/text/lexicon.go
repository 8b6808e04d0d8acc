package text

import (
	_ "embed" // the thesaurus
	"iter"
	"slices"
	"strings"
)

// thesaurus.txt holds words that questions and news use for one another, one
// group a line. A word may stand in several groups. It is general English and
// not the vocabulary of any corpus; forms that a stemmer joins are given once.
//
//go:embed thesaurus.txt
var thesaurus string

// countryGroups are the names of countries with those of their people and of
// their capitals.
var countryGroups = []string{
	"america american americans usa united washington",
	"russia russian russians moscow kremlin",
	"ukraine ukrainian ukrainians kyiv kiev",
	"britain british uk england english london",
	"france french paris",
	"germany german germans berlin",
	"china chinese beijing",
	"japan japanese tokyo",
	"india indian indians delhi",
	"europe european europeans eu",
	"italy italian rome",
	"spain spanish madrid",
	"poland polish warsaw",
	"turkey turkish ankara",
	"israel israeli jerusalem",
	"iran iranian tehran",
	"canada canadian ottawa",
	"mexico mexican",
	"brazil brazilian",
	"norway norwegian oslo",
	"sweden swedish stockholm",
	"finland finnish helsinki",
	"netherlands dutch",
	"greece greek athens",
	"egypt egyptian cairo",
	"soviet ussr",
}

// relatedGroups are the groups of the thesaurus, and those of the countries last.
var relatedGroups = append(strings.Split(strings.TrimSpace(thesaurus), "\n"), countryGroups...)

// groupsOf maps a stem to the groups that it stands in.
var groupsOf = func() map[string][]int {
	groups := map[string][]int{}
	for i, g := range relatedGroups {
		for w := range strings.FieldsSeq(g) {
			stem := Stem(w)
			if at := groups[stem]; len(at) == 0 || at[len(at)-1] != i {
				groups[stem] = append(at, i)
			}
		}
	}
	return groups
}()

// Groups returns the groups of the lexicon that a stem stands in.
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

// RelatedWords returns the words that are used for a stem, in the order of the
// lexicon.
func RelatedWords(stem string) []string {
	var words []string
	for _, g := range groupsOf[stem] {
		words = append(words, strings.Fields(relatedGroups[g])...)
	}
	return words
}

// LexiconWords are the words of the lexicon, some of them more than once.
func LexiconWords() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, g := range relatedGroups {
			for w := range strings.FieldsSeq(g) {
				if !yield(w) {
					return
				}
			}
		}
	}
}

// IsCountry reports whether a folded word is the name of a country, of its
// people or of its capital, as far as the lexicon has it.
func IsCountry(norm string) bool { return countries[norm] }

var countries = func() map[string]bool {
	m := map[string]bool{}
	for _, g := range countryGroups {
		for w := range strings.FieldsSeq(g) {
			m[w] = true
		}
	}
	return m
}()
