package text

import "strings"

// Base returns the base form of an irregular English verb or noun form ("met",
// "sold", "people"); other words are returned as they are. Stem relies on it,
// because a stemmer only knows endings.
func Base(norm string) string {
	if b, ok := irregular[norm]; ok {
		return b
	}
	return norm
}

// Forms returns the irregular forms of a word's base, the base first, or nil for
// a word that has none.
func Forms(norm string) []string { return irregularForms[Base(norm)] }

// irregularForms maps a base form to itself and its irregular forms.
var irregularForms = func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.SplitSeq(strings.TrimSpace(irregularWords), "\n") {
		for entry := range strings.SplitSeq(line, ",") {
			forms := strings.Fields(entry)
			if len(forms) > 1 {
				m[forms[0]] = forms
			}
		}
	}
	return m
}()

var irregular = func() map[string]string {
	m := map[string]string{}
	for base, forms := range irregularForms {
		for _, f := range forms[1:] {
			if _, isBase := irregularForms[f]; !isBase {
				m[f] = base
			}
		}
	}
	return m
}()

// irregularWords lists base forms with their irregular forms. Forms that are
// more often another word ("found", "wound", "lives") stay out unless news uses
// the verb more ("rose").
const irregularWords = `
arise arose arisen, awake awoke awoken, bear bore borne, beat beaten, become became, begin began begun, bend bent, bind bound, bite bit bitten, bleed bled,
blow blew blown, break broke broken, breed bred, bring brought, build built, burn burnt, buy bought, catch caught, choose chose chosen, come came, creep crept,
deal dealt, dig dug, draw drew drawn, dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought,
flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given,
go went gone, grow grew grown, hang hung, hear heard, hide hid hidden, hold held, keep kept, know knew known, lay laid, lead led, lean leant, leap leapt,
learn learnt, leave left, lend lent, lie lain, light lit, lose lost, make made, mean meant, meet met, overcome overcame, pay paid, ride rode ridden, ring rang rung,
rise rose risen, run ran, say said, see saw seen, seek sought, sell sold, send sent, shake shook shaken, shine shone, shoot shot, show shown, shrink shrank shrunk,
sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid, speak spoke spoken, spend spent, spin spun, stand stood, steal stole stolen, stick stuck,
strike struck stricken, swear swore sworn, sweep swept, swim swam swum, swing swung, swell swollen, take took taken, teach taught, tear tore torn, tell told, think thought,
throw threw thrown, understand understood, undertake undertook undertaken, wake woke woken, uphold upheld, wear wore worn, weave wove woven, weep wept, win won,
withdraw withdrew withdrawn, withhold withheld, withstand withstood, write wrote written,
sue sued suing, free freed freeing, dye dyed, cling clung, foresee foresaw foreseen, mislead misled, mistake mistook mistaken, overthrow overthrew overthrown, oversee oversaw overseen,
overtake overtook overtaken, prove proven, rebuild rebuilt, repay repaid, retake retook retaken, spring sprang sprung, sting stung, strive strove,
undergo underwent undergone, undo undid undone,
person people persons, man men, woman women, child children, foot feet, tooth teeth, mouse mice, goose geese, wife wives, half halves, knife knives, wolf wolves,
thief thieves, shelf shelves, ox oxen, crisis crises, analysis analyses, thesis theses, hypothesis hypotheses, parenthesis parentheses,
criterion criteria, phenomenon phenomena, bacterium bacteria
`
