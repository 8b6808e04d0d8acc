package answer

import (
	"strings"

	"sherpa/internal/text"
)

// opposite places a word among words that exclude each other.
type opposite struct {
	pair  int // 0 for a word without opposites
	value int
	// denies marks the side that a negation of the other one comes to: "did not
	// attend" is "was excluded".
	denies bool
}

// oppositeSets are words that exclude each other, the sides parted by a bar. In
// sets that begin with "!", the second side is what a negation of the first one
// comes to.
var oppositeSets = []string{
	"! attend attended participate participated include included present presence join joined invite invited | absent absentee absence exclude excluded exclusion excluding missing omit omitted uninvited bar barred skip skipped boycott boycotted",
	"! accept accepts accepted agree agreed approve approved welcome welcomed willing | reject rejects rejected refuse refuses refused refusal deny denies denied dismiss dismissed oppose opposed unwilling",
	"! succeed succeeded success managed achieved | fail failed fails failure unable",
	"! confirm confirmed confirms admit admitted | denied deny denies",
	"! certain clear settled resolved | uncertain unclear unresolved open",
	"! likely | unlikely", "! possible | impossible", "! useful | useless", "! productive | unproductive", "! conditional | unconditional",
	"! formal formally | informal informally", "! direct directly | indirect indirectly", "! important significant | unimportant insignificant",
	"optimistic optimism hopeful | pessimistic pessimism gloomy", "warm warmly cordial cordially friendly | hostile cold coldly frosty tense icy",
	"strengthen strengthens strengthened bolster | weaken weakens weakened undermine", "increase increased rise rose grow grew | decrease decreased fall fell decline declined drop dropped reduce reduced",
	"win won | lose lost", "east eastern | west western | north northern | south southern", "public publicly open | private privately closed secret", "recaptured recapture retaken retook liberated | lost surrendered ceded",
	"longer | shorter", "more | less fewer", "first | last", "before | after", "worst lowest | best highest", "bigger larger | smaller", "early earlier | later",
	"ally allies | enemy enemies", "partial partially | full fully complete", "immediate immediately | delayed eventual", "arrive arrived arrival | leave left depart departed departure",
	"innocent | guilty", "legal | illegal", "safe | dangerous", "easy | difficult hard", "start started begin began | end ended stop stopped",
}

// opposites maps folded words to their place among opposites.
var opposites = func() map[string]opposite {
	m := map[string]opposite{}
	for i, set := range oppositeSets {
		denying := strings.HasPrefix(set, "!")
		for side, words := range strings.Split(strings.TrimPrefix(set, "!"), "|") {
			o := opposite{pair: i + 1, value: side, denies: denying && side == 1}
			for w := range strings.FieldsSeq(words) {
				if _, taken := m[w]; !taken {
					m[w] = o
				}
			}
		}
	}
	return m
}()

// wordsAlike returns the groups of words of like meaning that a stem stands in:
// the lexicon's, and those of alikeWords.
func wordsAlike(stem string) []int {
	if own := alikeGroups[stem]; len(own) > 0 {
		return append(own[:len(own):len(own)], text.Groups(stem)...)
	}
	return text.Groups(stem)
}

// ownGroups is where the numbers of alikeWords begin, past the lexicon's.
const ownGroups = 1 << 16

var alikeGroups = func() map[string][]int {
	m := map[string][]int{}
	for i, g := range alikeWords {
		for w := range strings.FieldsSeq(g) {
			stem := text.Stem(w)
			if at := m[stem]; len(at) == 0 || at[len(at)-1] != ownGroups+i {
				m[stem] = append(at, ownGroups+i)
			}
		}
	}
	return m
}()

// alikeWords are words that somebody who retells a report uses for its words:
// closer than a question's words are to an answer's.
var alikeWords = []string{
	"recapture retake regain reclaim retook retaken recover win back", "pilot airman airmen flier flyer aviator", "limousine limo car", "ride drive travel share shared",
	"grave graves tomb cemetery", "flower flowers wreath bouquet", "place placed lay laid put leave left", "brief briefed inform informed update tell",
	"control controls controlled hold occupy occupied occupation", "wanted sought warrant", "expire run lapse end", "worry worried alarm alarmed concern fear unease", "mood atmosphere tone spirit",
	"joke joked quip quipped", "minute minutes moment", "casualty casualties killed wounded victims dead losses", "village villages settlement settlements town",
	"outside near close", "believe think consider regard see", "breakthrough progress headway advance", "reporters journalists press media", "briefing conference presser",
	"invite host receive", "carpet red", "freeze frozen halt pause", "cede yield surrender concede relinquish renounce abandon", "threaten threat warn", "tariff tariffs duty duties levy",
	"buyer buyers customer importer purchaser", "oil crude petroleum", "pact treaty accord agreement deal", "arms weapons armaments", "arrange organise organize plan schedule", "hope hopes wish aspire",
	"poor bad low lowest worst", "assurance assurances guarantee guarantees promise pledge commitment", "cooperation collaboration partnership", "evaluate assess gauge judge", "listen hear", "symbolic symbol gesture",
	"mediate mediator broker intermediary", "isolation isolate isolated outcast pariah", "accusation allegation charge charges", "villages", "estimate estimated figure count", "experts analysts observers commentators",
	"obstruct hinder block sabotage disrupt torpedo", "praise commend compliment laud thank", "criticism criticise backlash", "handshake hand hands shook shake", "smart clever intelligent", "complex complicated complexity difficult",
	"severe serious grave harsh", "absent absence missing", "overdue late delayed", "largest biggest", "outcome result scenario", "neutral", "delegation team side party group", "deadly deadliest bloodiest bloody lethal",
	"choice choose selection pick", "belong belonged part own owned property", "sell sold sale", "speak spoke talk address", "short brief few", "strike attack missile hit", "demand require insist", "additional further another second follow",
}
