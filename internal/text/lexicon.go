package text

import "strings"

// relatedGroups are words that questions and news use for one another. A word
// may stand in several groups. They are general English and the names of
// countries, not the vocabulary of any corpus.
var relatedGroups = []string{
	"meet meeting confer conferred summit talks talk negotiation negotiations encounter discussion discussions conversation conversations session dialogue sitdown",
	"last lasted lasting duration long continue continued took ran",
	"attend attended attendee participate participated participant participants join joined accompany accompanied represent represented include included delegation present presence",
	"absent absentee absence exclude excluded exclusion omitted missing",
	"agree agreed agreement deal accord settlement reach reached",
	"sign signed signing signature",
	"treaty pact agreement accord convention",
	"ceasefire truce armistice cease",
	"main primary chief principal key central major biggest top foremost leading",
	"goal objective aim aims purpose target ambition intention",
	"begin began begun start started launch launched commence open opened opening onset",
	"end ended stop stopped finish finished conclude concluded halt halted",
	"expire expires expired expiry expiration lapse end",
	"die died dead death deaths kill killed fatality casualties casualty victims",
	"honour honor honoured honored commemorate commemorated commemoration tribute remember remembered flowers graves memorial wreath",
	"warn warned warning caution cautioned threaten threatened threat",
	"beforehand advance before prior earlier ahead previously",
	"territory territories territorial land region regions area province",
	"greet greeted welcome welcomed receive received reception meet",
	"arrive arrived arrival came come land landed",
	"leave left depart departed departure",
	"site venue location base scene located",
	"hold held host hosted happen happened occur occurred occur took stage staged convene convened",
	"demand demands demanded insist insists insisted require want wants wanted call calls ask asks asked seek seeks sought condition conditions",
	"reject rejects rejected refuse refused deny denied dismiss dismissed rebuff oppose opposed",
	"propose proposed suggest suggested float floated offer offered proposal suggestion idea",
	"describe described call called characterize characterized label labelled labeled portray",
	"say said says state stated tell told remark remarked add added note noted comment commented declare declared quip quipped joke joked claim claimed word words",
	"announce announced announcement declare declared unveil unveiled",
	"express expressed voice voiced",
	"think thinks thought believe believes believed opinion view views reaction",
	"war conflict fighting hostilities invasion",
	"soldier soldiers troops military army forces",
	"attack attacks strike strikes assault bombing missile raid",
	"buy bought purchase purchased acquire acquired sell sold sale",
	"own owned belong belonged part possession possessed",
	"author writer wrote written write",
	"company firm corporation business enterprise",
	"money funds funding cash payment",
	"leader president head chief premier",
	"role job position title post office",
	"wife husband spouse married marriage",
	"child children son daughter",
	"sanction sanctions penalties tariffs tariff",
	"punish punishment consequences penalty",
	"success breakthrough progress",
	"result results outcome outcomes conclusion",
	"next future upcoming subsequent following",
	"first initial earliest original originally",
	"big large huge great",
	"car limo limousine vehicle ride",
	"reporters journalists press media",
	"weapon weapons arms nuclear",
	"join joined enter entered",
	"found founded establish established create created set",
	"build built construct constructed construction",
	"discover discovered find found discovery",
	"name named call called known",
	"choose chose chosen select selected selection pick picked",
	"shake hand hands handshake greet",
	"win won victory defeat defeated beat",
	"use used using utilize usage",
	"locate located situated lies",
	"born birth birthplace native",
	"increase increased rise rose grow grew growth",
	"decrease decreased fall fell decline declined drop dropped reduce reduced",
	"help helped assist assisted aid support supported",
	"fear feared worry worried concern concerned concerns alarm alarms",
	"hope hopes hoped expect expected expectation",
	"visit visited trip travel travelled traveled",
	"recapture recaptured retake retook liberate liberated capture captured",
	"cede ceded renounce give surrender",
	"cost costs price worth",
	"america american americans usa united washington",
	"russia russian russians moscow kremlin",
	"ukraine ukrainian ukrainians kyiv kiev",
	"britain british uk england english london",
	"france french paris", "germany german germans berlin", "china chinese beijing", "japan japanese tokyo", "india indian indians delhi",
	"europe european europeans eu", "italy italian rome", "spain spanish madrid", "poland polish warsaw", "turkey turkish ankara",
	"israel israeli jerusalem", "iran iranian tehran", "canada canadian ottawa", "mexico mexican", "brazil brazilian", "norway norwegian oslo",
	"sweden swedish stockholm", "finland finnish helsinki", "netherlands dutch", "greece greek athens", "egypt egyptian cairo", "soviet ussr",
}

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
		for _, y := range groupsOf[b] {
			if x == y {
				return true
			}
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

// IsCountry reports whether a folded word is the name of a country, of its
// people or of its capital, as far as the lexicon has it.
func IsCountry(norm string) bool { return countries[norm] }

var countries = func() map[string]bool {
	m := map[string]bool{}
	for _, g := range relatedGroups {
		first, _, _ := strings.Cut(g, " ")
		if _, ok := countryHeads[first]; ok {
			for w := range strings.FieldsSeq(g) {
				m[w] = true
			}
		}
	}
	return m
}()

// countryHeads are the first words of the lexicon's groups of countries.
var countryHeads = wordSet(`america russia ukraine britain france germany china japan india europe italy spain poland turkey israel iran canada mexico brazil norway
	sweden finland netherlands greece egypt soviet`)
