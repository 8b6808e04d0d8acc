package answer

import (
	"slices"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// counts reports whether a number counts what the question asks for: by the noun
// behind it, and by what befell those who are counted.
func (e *evidence) counts(q *question, v value.Value) bool {
	if sortOf(v)&(sortCount|sortShare) == 0 {
		return e.directionFits(q, v)
	}
	same, fits := e.fateFits(q, v)
	return fits && (e.unitFits(q, v) || same && q.focus[peopleStem]) && (!q.has(inhabited) || e.tellsInhabitants(v))
}

// unitFits reports whether the noun behind a number can be what is asked for.
func (e *evidence) unitFits(q *question, v value.Value) bool {
	if v.Kind != value.Number || v.Unit == "" || value.DimensionOf(v.Unit) != value.NoDimension {
		return true
	}
	unit := text.Stem(v.Unit)
	asked := false
	for f := range q.focus {
		if f == unit || text.Related(f, unit) || f == peopleStem && isPeople(v.Unit) {
			return true
		}
		asked = asked || !numberNouns[f]
	}
	return !asked
}

// peopleStem is the stem of "people".
var peopleStem = text.Stem("people")

// numberNouns are the stems of nouns that ask for a number and do not say of what.
var numberNouns = text.StemSet(`number total figure count amount toll share proportion percentage percent fraction part`)

// isPeople reports whether a noun in the plural names people.
func isPeople(noun string) bool { return peopleNouns[noun] }

var peopleNouns = wordSet(`people persons men women children residents inhabitants citizens villagers townspeople locals civilians soldiers troops fighters
	workers employees staff staffers passengers travellers travelers commuters tourists visitors guests spectators fans protesters demonstrators marchers
	students pupils teachers patients survivors victims migrants refugees evacuees prisoners inmates detainees suspects hostages police officers
	firefighters rescuers sailors fishermen crew miners farmers voters members participants delegates adults families households boys girls babies homeless`)

// fates are what befalls people that are counted, by the words that say so: those
// who were hurt are not those who died.
var fates = text.ByWord(map[int]string{
	1: `die dies died dying dead death deaths kill kills killed killing fatal fatality fatalities drowned perished slain lives toll`,
	2: `injure injured injuring injuries injury wound wounded wounding hurt hospitalised hospitalized harmed`,
	3: `missing unaccounted disappeared`,
	4: `evacuate evacuated evacuating evacuation evacuees displaced uprooted homeless`,
	5: `arrest arrested arresting arrests detain detained detaining custody jailed imprisoned`,
	6: `rescue rescued rescuing saved freed airlifted`,
	7: `infected infections sickened ill`,
	8: `sacked laid dismissed redundant redundancies layoffs`,
})

// fateReach is how many words from a number its fate may stand.
const fateReach = 6

// fateFits reports whether those whom a number counts met the same as the question
// asks about, and whether they may have: the nearest word that tells a fate counts.
func (e *evidence) fateFits(q *question, v value.Value) (same, fits bool) {
	own, known := e.fateOf(v)
	asked := false
	for _, w := range q.Words {
		if f, ok := fates[w]; ok {
			if known && f == own {
				return true, true
			}
			asked = true
		}
	}
	return false, !known || !asked
}

// fateOf is the fate that stands nearest to a value in its clause; of two as near
// the one behind it.
func (e *evidence) fateOf(v value.Value) (fate int, known bool) {
	words := e.clauseWords(v.Span)
	first := slices.IndexFunc(words, func(w retrieval.Word) bool { return w.Start >= v.Start })
	next := first
	for next >= 0 && next < len(words) && words[next].Start < v.End {
		next++
	}
	for d := 0; first >= 0 && d < fateReach; d++ {
		for _, i := range []int{next + d, first - 1 - d} {
			if i < 0 || i >= len(words) {
				continue
			}
			if f, ok := fates[words[i].Norm]; ok {
				return f, true
			}
		}
	}
	return 0, false
}

// parts are the words of a question that ask for a part of what is counted.
var parts = wordSet(`of among seriously critically badly them`)

// isPart reports whether a number counts only a part of what another one counts:
// "57 people were hurt, four of them seriously".
func (e *evidence) isPart(v value.Value) bool {
	words := e.words()
	for i := range words {
		if words[i].Start < v.End {
			continue
		}
		return words[i].Norm == "of" && i+1 < len(words) && (words[i+1].Norm == "them" || words[i+1].Norm == "whom" || words[i+1].Norm == "these")
	}
	return false
}

// inhabited are the words that ask how many live somewhere.
var inhabited = wordSet(`population inhabitants populous`)

// dwelling are the words of a clause that tells how many live somewhere, and
// settlements what "a city of 94,000" is said of.
var (
	dwelling    = wordSet(`population populations inhabitants residents citizens live lives living lived home populous inhabited census`)
	settlements = wordSet(`city town village municipality settlement community country nation state island county district port capital parish hamlet
		suburb borough province region quarter neighbourhood neighborhood`)
)

// tellsInhabitants reports whether a number is that of those who live somewhere.
func (e *evidence) tellsInhabitants(v value.Value) bool {
	words := e.words()
	at := slices.IndexFunc(words, func(w retrieval.Word) bool { return w.Start >= v.Start })
	if at >= 2 && words[at-1].Norm == "of" && settlements[words[at-2].Norm] {
		return true
	}
	return slices.ContainsFunc(e.clauseWords(v.Span), func(w retrieval.Word) bool { return dwelling[w.Norm] })
}

// directions are the directions of lengths, by the words that ask for one and stand
// behind one.
var directions = text.ByWord(map[int]string{
	1: `high tall height altitude elevation higher taller`,
	2: `long length longer`,
	3: `wide width across broad wider`,
	4: `deep depth deeper`,
	5: `thick thickness thicker`,
	6: `away distance far off apart farther further`,
})

// directionFits reports whether a length goes in the direction that is asked for:
// how long a bridge is does not tell how high.
func (e *evidence) directionFits(q *question, v value.Value) bool {
	words := e.words()
	next := slices.IndexFunc(words, func(w retrieval.Word) bool { return w.Start >= v.End })
	if sortOf(v) != sortLength || next < 0 {
		return true
	}
	own, known := directions[words[next].Norm]
	asked := false
	for _, w := range q.Words {
		if d, ok := directions[w]; ok {
			if d == own {
				return true
			}
			asked = true
		}
	}
	return !known || !asked
}
