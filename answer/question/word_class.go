package question

import (
	"strings"

	"sherpa/internal/text"
)

// WordClass is a word's class as far as closed lists, endings and the word before
// it tell.
type WordClass = int

// The classes of words.
const (
	ClassNone WordClass = iota // no word: the sentence begins or ends here
	ClassMark                  // a comma, a colon or the like comes between
	ClassOpen                  // a parenthesis, bracket or quotation mark comes between
	ClassNoun                  // a noun or an adjective, or what is not told from them
	ClassName                  // a capital that is no accident of place
	ClassNumber
	ClassDeterminer
	ClassPreposition
	ClassTo
	ClassConjunction
	ClassBe
	ClassAuxiliary
	ClassPronoun
	ClassRelative
	ClassAdverb
	ClassVerb
	ClassParticiple // ends in "ed" or "ing"
	ClassNot
	ClassVerbal // an open word that may be a verb
	ClassStop   // a semicolon, a colon or a dash comes between
	ClassCount
)

// ClassWords are the words of the closed classes.
var ClassWords = text.ByWord(classLists)

// classLists has each word once: one in two classes would have either by chance.
var classLists = map[WordClass]string{
	ClassDeterminer: `the a an this that these those his her its their our my your some any each every no another both all several many few most much
		other such either neither certain various`,
	ClassPreposition: `of in on at by for from with about against between into through during before after above below up down out off over under within
		without toward towards among across per via as than like near outside inside around throughout upon since until till despite along behind beside
		besides beyond except following including concerning regarding onto amid amidst alongside unlike versus`,
	ClassTo:          `to`,
	ClassConjunction: `and or but nor yet because if although though while whereas unless whether so`,
	ClassBe:          `is are was were be been being am isn't aren't wasn't weren't`,
	ClassAuxiliary: `has have had having do does did will would shall should can could may might must cannot can't don't doesn't didn't won't wouldn't
		couldn't shouldn't hasn't haven't hadn't`,
	ClassPronoun: `i you he she it we they him them us me himself herself itself themselves one ones there who whom anyone someone everyone nobody nothing
		something anything everything`,
	ClassRelative: `when where why how whereby which whose what`,
	ClassAdverb: `also often only even still just very too more less again already always never ever once twice then now here however therefore thus
		later soon almost nearly approximately roughly quite rather well perhaps instead together further usually sometimes mostly mainly
		largely today yesterday tomorrow ago abroad away back forward`,
	ClassNot: `not`,
	ClassVerb: `become becomes became made make makes took take takes gave give gives got get gets went go goes came come comes began begin begins said say
		says held hold holds led lead leads left kept keep keeps found saw see sees won lost met built wrote sold bought sent brought grew ran fell rose
		knew thought told felt paid spoke stood drew fought taught caught chose broke drove ate wore threw flew sang lay sat meant spent set put let cut
		contains include includes contain provides provide requires require uses use allows allow produces produce remains remain occurs occur
		means seems seem appears appear consists consist exists exist lies lives live follows follow represents represent serves serve
		receives receive causes cause leads gives creates create forms describes describe defines define shows show suggests suggest states
		argues argue believes believe claims claim`,
}

// IsParticiple reports whether a word looks like a participle.
func IsParticiple(w string) bool {
	return strings.HasSuffix(w, "ed") || text.Base(w) != w && !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ing")
}

// IsClosed reports whether a word belongs to a closed class.
func IsClosed(w string) bool { _, closed := ClassWords[w]; return closed }

// ToBe are the forms of the verb that links a name to what it is.
var ToBe = text.WordSet(`is was were are`)

// Agentive reports whether a word names who does something.
func Agentive(w string) bool {
	w = strings.TrimSuffix(w, "s")
	return len(w) > 5 && (strings.HasSuffix(w, "er") || strings.HasSuffix(w, "or"))
}

// Subordinators begin a clause that depends on another.
var Subordinators = text.WordSet(`before after when while until till since because if as unless once although though`)
