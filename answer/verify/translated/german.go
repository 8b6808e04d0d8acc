package translated

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"sherpa/internal/text"
)

// wordList reads one of the lists of German words in the vocabulary, once.
func wordList(name string) map[string]bool { return wordLists()[name] }

var wordLists = sync.OnceValue(func() map[string]map[string]bool {
	lists := map[string]map[string]bool{}
	for _, name := range []string{"german", "surnames", "persons"} {
		data, err := vocabularyFiles.ReadFile("vocabulary/" + name + ".txt")
		if err != nil {
			panic(fmt.Sprintf("the vocabulary is incomplete: %v", err)) // a mistake of the build
		}
		set := map[string]bool{}
		for line := range strings.SplitSeq(string(data), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for w := range strings.FieldsSeq(line) {
				set[plainNorm(w)] = true
			}
		}
		lists[name] = set
	}
	return lists
})

// germanNoun reports whether the capital of word i is that of a common noun: one
// that is counted, one with the ending of an abstract, or a known one or one made
// of known ones. One that is a surname too ("Fischer", "Bergdorf") must have a
// determiner, or its meaning must stand in the sources.
func (r *reading) germanNoun(i int, x *sourceIndex) bool {
	norm := r.norm(i)
	switch {
	case len(norm) > maxGermanWord:
		return false
	case r.articleLeads(i) && !wordList("persons")[norm] && !r.nameGoesOn(i+1):
		return true
	case r.smallSense(i), r.counted(i), endsLikeGermanNoun(norm), germanInfinitive(norm) && nounLeads[r.norm(i-1)]:
		return true
	case !r.knownGerman(norm) && !r.germanCompound(norm, x, 0) && !r.wholeConcept(i):
		return false
	}
	return !surnameLike(norm) || r.determined(i) || r.supported(i, x)
}

// minArticled is how many letters an unknown noun must have to be taken for no
// name because an article stands before it.
const minArticled = 5

// articleLeads reports whether an article stands before word i, as it does
// before few names.
func (r *reading) articleLeads(i int) bool {
	n := r.norm(i)
	return len(n) >= minArticled && r.near(i) && determiners[r.norm(i-1)] && !strings.Contains(r.gap(i), "-") && strings.IndexFunc(r.words[i].Text[1:], unicode.IsUpper) < 0
}

// smallSense reports whether word i stands with numbers, denies or joins.
func (r *reading) smallSense(i int) bool {
	return slices.ContainsFunc(r.words[i].senses, func(s *sense) bool {
		return s.kind == hedgeSense || s.kind == cueSense || s.kind == numberSense || s.kind == figureSense
	})
}

// surnameLike reports whether a noun is a frequent surname, or ends as surnames
// that are made of nouns do.
func surnameLike(norm string) bool {
	return wordList("surnames")[norm] || slices.ContainsFunc(surnameTails, func(t string) bool { return strings.HasSuffix(norm, t) && len(norm) > len(t)+2 })
}

var surnameTails = strings.Fields("berg burg dorf feld bach stein hof mann meier meyer bauer thal tal wald hausen brand brecht hardt horst huber kamp moser stadt baum")

// maxGermanWord is the length in bytes beyond which no word is taken apart.
const maxGermanWord = 60

// wholeConcept reports whether the vocabulary has the word, as more than the
// beginning of a longer one.
func (r *reading) wholeConcept(i int) bool {
	return slices.ContainsFunc(r.words[i].senses, func(s *sense) bool { return s.kind != placeSense && s.covers(r.norm(i)) })
}

// supported reports whether a source has what word i or its last part means.
func (r *reading) supported(i int, x *sourceIndex) bool {
	has := func(s *sense) bool { return s.isConcept() && x.concepts[conceptKey(s.key)] }
	if slices.ContainsFunc(r.words[i].senses, has) || r.isMinister(i) && x.concepts["minister"] {
		return true
	}
	norm := r.norm(i)
	for n := minCompoundPart; n <= len(norm)-minCompoundPart; n++ {
		if slices.ContainsFunc(tailSenses(norm[n:]), has) {
			return true
		}
	}
	return false
}

// determined reports whether an article or an adjective stands before word i.
func (r *reading) determined(i int) bool {
	if !r.near(i) || strings.Contains(r.gap(i), "-") {
		return false
	}
	lead := r.norm(i - 1)
	if determiners[lead] {
		return true
	}
	if r.words[i-1].IsCapital() || !germanAdjective(lead) || germanVerbs[lead] || strings.HasSuffix(lead, "te") || strings.HasSuffix(lead, "ten") {
		return false
	}
	return !strings.HasSuffix(lead, "en") || determiners[r.norm(i-2)] || germanPrepositions[r.norm(i-2)]
}

var (
	determiners = text.WordSet(`der die das den dem des im am zum zur vom beim ins ans ubers welche welcher welches welchen deren dessen mein meine unsere unserer unserem unseren
		ihr ihre ihrer ihrem ihren ihres sein seine seiner seinem seinen seines`)
	germanVerbs        = text.WordSet(`werde wurde wurden habe hatte hatten sehe gehe komme sage ware waren sollte wollte konnte musste durfte`)
	germanPrepositions = text.WordSet(`in an auf aus bei mit nach von vor zu uber unter gegen fur durch ohne um seit wegen trotz zwischen`)
)

// counted reports whether the word before word i, or before an adjective there,
// counts nouns.
func (r *reading) counted(i int) bool {
	if !r.near(i) || strings.Contains(r.gap(i), "-") {
		return false
	}
	if r.counts(i - 1) {
		return true
	}
	adjective := i-1 >= 0 && !r.words[i-1].IsCapital() && germanAdjective(r.norm(i-1))
	return adjective && r.near(i-1) && r.counts(i-2)
}

func (r *reading) counts(i int) bool {
	if i < 0 {
		return false
	}
	n := r.norm(i)
	if r.words[i].IsNumeric() {
		return r.plainYear(i) == 0
	}
	number, ok := r.numberAt(i)
	return ok && number > 1 || countLeads[n] || slices.ContainsFunc(countStems, func(s string) bool { return strings.HasPrefix(n, s) })
}

var (
	countLeads = text.WordSet(`ein eine einen einem einer eines kein keine keinen keinem keiner keines mehrere mehreren viele vielen einige einigen wenige wenigen alle allen beide beiden
		etliche zahlreiche manche seine seinen seiner seinem ihre ihren ihrer ihrem unser unsere jede jeder jedes jeden jedem`)
	countStems = []string{"dies", "jen", "solch"}
	// nounLeads stand before a verb that is used as a noun.
	nounLeads = text.WordSet(`das beim zum`)
)

func germanAdjective(norm string) bool {
	return len(norm) > 4 && slices.ContainsFunc([]string{"e", "en", "er", "es", "em"}, func(e string) bool { return strings.HasSuffix(norm, e) })
}

func germanInfinitive(norm string) bool { return len(norm) > 5 && strings.HasSuffix(norm, "en") }

var germanEndings = strings.Fields(`ung ungen heit heiten keit keiten schaft schaften tion tionen tat taten ismus nisse nis ling linge chen ment mente enz enzen anz anzen ierung ateur
	ologe ologen ologin istin isten`)

func endsLikeGermanNoun(norm string) bool {
	return slices.ContainsFunc(germanEndings, func(e string) bool { return strings.HasSuffix(norm, e) && len(norm) > len(e)+3 })
}

// knownGerman reports whether a word is in the list of nouns, with or without
// the ending of its case.
func (r *reading) knownGerman(norm string) bool {
	nouns := wordList("german")
	if nouns[norm] {
		return true
	}
	for _, e := range []string{"s", "es", "e", "en", "n", "er", "ern", "in", "innen"} {
		if stem, ok := strings.CutSuffix(norm, e); ok && len(stem) > 2 && (nouns[stem] || nouns[stem+"e"]) {
			return true
		}
	}
	return false
}

// Parts of compounds have at least so many letters, and there are at most so
// many joints.
const (
	minCompoundPart = 3
	maxJoints       = 2
)

// germanCompound reports whether a word is made of parts that are known, the
// last of them a noun.
func (r *reading) germanCompound(norm string, x *sourceIndex, joints int) bool {
	if joints > maxJoints {
		return false
	}
	for n := minCompoundPart; n <= len(norm)-minCompoundPart; n++ {
		if !r.compoundHead(norm[:n], x) {
			continue
		}
		for _, joint := range []string{"", "s", "n", "en", "es", "er"} {
			rest, ok := strings.CutPrefix(norm[n:], joint)
			if ok && len(rest) >= minCompoundPart && (r.compoundTail(rest) || r.germanCompound(rest, x, joints+1)) {
				return true
			}
		}
	}
	return false
}

// compoundHead reports whether a word can be the first part of a compound: a
// noun, a word of the vocabulary, or a name that the sources have.
func (r *reading) compoundHead(norm string, x *sourceIndex) bool {
	if germanHeads[norm] || r.knownGerman(norm) || len(norm) > 3 && len(x.at[norm]) > 0 {
		return true
	}
	v := vocabularyOf("de")
	return slices.ContainsFunc(v.exact[norm], (*sense).isConcept) || slices.ContainsFunc(v.stems[norm], (*sense).isConcept)
}

// compoundTail reports whether a word can be the last part of a compound.
func (r *reading) compoundTail(norm string) bool {
	if r.knownGerman(norm) || endsLikeGermanNoun(norm) && len(norm) > 6 {
		return true
	}
	return slices.ContainsFunc(tailSenses(norm), (*sense).isConcept)
}

// tailSenses are what the last part of a compound means.
func tailSenses(norm string) []*sense {
	v := vocabularyOf("de")
	found := slices.Concat(v.exact[norm], v.tails[norm])
	for n := len(norm); n >= len(norm)-maxEnding && n >= 4; n-- {
		found = append(found, v.stems[norm[:n]]...)
	}
	return found
}

func (s *sense) isConcept() bool { return s.kind == conceptSense && len(s.rest) == 0 }

// germanHeads are small words that begin compounds.
var germanHeads = text.WordSet(`ab an auf aus bei ein mit nach vor zu um uber unter gegen haupt mittel gesamt gross klein neu alt sonder spitzen fach mehr zwischen rand nord sud ost west inner
	zusatz ober hoch rund selbst vize ex chef welt bundes landes staats regional lokal euro us eu nato end wieder zuruck drei vier funf zwei halb fern rein`)
