package lexicon

import (
	"slices"
	"strings"

	"sherpa/internal/text"
)

// Alike returns the groups of words of like meaning that a stem stands in:
// the lexicon's, but for mere neighbours, and those of alikeWords.
func Alike(stem string) []int {
	groups := text.Groups(stem)
	if i := slices.IndexFunc(groups, func(g int) bool { return text.KinshipOf(g) == text.Neighbour }); i >= 0 {
		groups = groups[:i]
	}
	if own := alikeGroups[stem]; len(own) > 0 {
		return slices.Concat(own, groups)
	}
	return groups
}

// alikeFrom is where the numbers of alikeWords begin, past those of internal/text.
const alikeFrom = 1 << 16

// FreeGroups is where the numbers begin that nothing here uses, for lists of others.
const FreeGroups = 2 << 16

var alikeGroups = Grouped(alikeWords, alikeFrom)

// Grouped maps the stem of each word to the numbers of the lines that it stands in,
// which are counted from first.
func Grouped(lines []string, first int) map[string][]int {
	m := map[string][]int{}
	for i, line := range lines {
		for w := range strings.FieldsSeq(line) {
			stem := text.Stem(w)
			if at := m[stem]; len(at) == 0 || at[len(at)-1] != first+i {
				m[stem] = append(at, first+i)
			}
		}
	}
	return m
}

// alikeWords are words that somebody who retells a report uses for its words:
// closer than a question's words are to an answer's, and general news English.
var alikeWords = []string{
	"recapture retake retook retaken regain reclaim recover liberate", "pilot airman airmen flier flyer aviator crew", "limousine limo car vehicle", "ride drive travel trip journey",
	"grave tomb cemetery burial", "flower wreath bouquet", "place placed lay laid put leave left set", "brief briefed inform informed update tell told notify",
	"control hold held occupy occupied occupation rule", "want wanted seek sought demand require insist", "warrant arrest wanted", "strong stronger strengthen strength bolster boost", "handful few several", "unresolved open remain remaining outstanding left", "bargain haggle negotiate", "behalf for", "want interest desire wish", "power partner player actor force", "sit sat table attend join participate beside alongside accompany", "expire expiration run lapse end", "worry alarm concern fear unease anxious nervous",
	"mood atmosphere tone spirit climate", "joke joked quip quipped", "casualty casualties killed wounded victim dead loss losses toll", "village settlement town hamlet",
	"outside near close nearby beside", "believe think consider regard see saw view feel find found call described", "breakthrough progress headway advance result", "reporter journalist press media news",
	"briefing conference presser", "invite host receive", "freeze frozen halt pause stop suspend", "cede yield surrender concede relinquish renounce abandon give concession hand",
	"threaten threat warn caution", "tariff duty levy tax", "buyer customer importer purchaser buy purchase", "oil crude petroleum", "pact treaty accord agreement deal settlement", "arms weapon armament missile warhead",
	"arrange organise organize plan schedule prepare", "hope wish aspire expect", "bad low lowest worst poor", "assurance guarantee promise pledge commitment vow", "cooperation collaboration partnership collaborate cooperate",
	"evaluate assess gauge judge measure", "symbolic symbol gesture symbolism", "mediate mediator broker intermediary mediation", "isolation isolate outcast pariah", "accusation allegation charge accuse alleged",
	"estimate figure count number put", "expert analyst observer commentator pundit", "obstruct hinder block sabotage disrupt torpedo avoid", "praise commend compliment laud thank appreciate appreciation gratitude grateful express", "criticise criticism backlash",
	"handshake hand shook shake", "smart clever intelligent", "complex complicated complexity complication difficult hard", "severe serious grave harsh", "overdue late delayed", "outcome result scenario consequence end",
	"delegation team side party group entourage", "deadly deadliest bloodiest bloody lethal", "choice choose selection pick select chosen", "belong own property part possess", "sell sold sale", "speak spoke talk address say",
	"short brief few", "strike attack missile hit raid shell", "additional further another second follow extra more new", "sign reach conclude seal strike announce agree come emerge produce make made bring yield", "best optimal ideal optimum good better excellent",
	"big major large significant important great", "site property facility ground soil base venue place location installation", "deliver ferry transport bring carry fly flew ship", "plane aircraft jet airplane warplane", "head chief boss lead run director",
	"country nation state", "open opening start begin began", "go went last take took continue", "visit come came travel trip set foot return", "meet met see saw encounter hold held gather conference convene", "ever unprecedented first historic", "bid wish ambition",
	"forces troops army soldiers military", "east eastern", "recent lately late ago", "drop abandon renounce give forgo", "conversation talk discussion negotiation dialogue exchange chat meeting", "scrap cancel call change replace", "one-on-one private face bilateral individually",
	"over finish end conclude last", "immediate prompt swift quick instant near", "sight indication hint indicate point suggest", "sign indication hint signal", "relation tie relationship link connection bond", "worsen deteriorate sink sunk fall hit", "lead guide head", "skip miss absent stay",
	"answer reply respond response", "order command instruct", "kill die dead death slay murder", "injure wound hurt", "child children kid", "allow permit let enable", "ban prohibit forbid bar", "raise lift increase boost hike", "cut reduce lower slash",
	"pay fund finance spend", "help aid assist support assistance", "use employ deploy", "build construct erect develop", "destroy wreck demolish ruin", "send dispatch deploy", "show demonstrate display prove reveal indicate signal", "hide conceal cover",
	"write author pen draft", "teach instruct train", "study examine investigate research probe inquiry", "choose elect vote", "law legislation bill act statute", "court judge tribunal justice", "jail prison imprison detain detention custody", "police officer cop",
	"firm company business corporation enterprise", "worker employee staff labour labor", "job post position role work", "poor impoverished needy", "rich wealthy affluent", "wealth asset fund", "old aged elderly ancient", "young youthful", "quick fast rapid swift", "slow gradual",
	"strong powerful firm robust strength strengthen bolster boost", "weak fragile frail weaken undermine erode", "right correct true accurate", "wrong false incorrect", "hard tough difficult", "easy simple", "calm quiet peaceful", "peace peaceful truce ceasefire",
	"war conflict fighting hostilities combat battle invasion aggression", "invade invasion assault launch attack", "border frontier boundary", "front frontline line", "region area zone district province territory land oblast", "seize capture take annex occupy", "part portion share section", "fifth percent",
	"people person public citizen", "leader president chief head premier statesman", "ally partner friend", "enemy foe adversary rival", "aide adviser advisor assistant counsellor", "envoy representative emissary ambassador diplomat", "minister secretary", "chairman chief head director",
	"campaign election race", "vow promise pledge swear", "deny reject refute dispute dismiss", "reject refuse rebuff decline spurn", "accept agree consent endorse", "admit concede acknowledge recognise recognize accept", "insist stress emphasise emphasize underline underscore highlight",
	"suggest propose recommend moot float idea", "predict forecast expect anticipate", "mention cite refer", "claim assert contend maintain allege", "thank gratitude", "greet welcome receive", "follow next later subsequent successive", "before prior earlier ahead previous beforehand advance",
	"after following", "together joint jointly both mutual", "alone sole only solely", "whole entire full complete", "half", "remain remaining stay left last open", "item point issue matter question topic subject", "aim goal objective purpose target want primary main",
	"crucial key vital central essential important", "obstacle barrier hurdle", "condition term requirement", "sincere genuine honest earnest real", "effort attempt try bid", "capable able can", "ready prepared willing willingness", "wait await", "watch observe monitor monitoring", "step move measure action",
	"page chapter", "turn shift change", "reset renew restore resume revive", "normal normalise normalize", "economy economic financial", "strain pressure stress trouble", "trade commerce business", "energy gas power oil", "ship vessel icebreaker fleet", "sanction penalty restriction embargo punitive", "relief easing lift",
	"sceptical skeptical skepticism scepticism doubtful cautious caution", "glad happy pleased", "sad unhappy", "angry furious outraged", "surprise shock astonish", "successful success victory triumph", "fail failure flop collapse", "happen occur place held", "site scene setting stage backdrop", "sign banner slogan word words read display",
	"sovereignty independence", "security safety defence defense", "guarantee security", "legitimacy standing reputation image prestige status", "world international global", "history historical historic", "tie link connect connection", "neutral impartial", "belong possession part empire", "ceremony event",
	"interpreter translator", "text statement document communique", "letter note message", "rule law", "mark commemorate celebrate", "tribute honour honor respect", "door way path avenue", "longer long lengthy extended", "concrete tangible specific real substantive", "agreement consensus understanding",
}
