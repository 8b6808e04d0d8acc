package verify

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// denyingWords deny as "not" does, and denyingStems are of words that deny by
// their meaning. Words that stand for one another must all be here or none.
var (
	denyingWords = text.WordSet(`unless lacks lacked lacking`)
	keepers      = text.StemSet(`keep kept stop stopped hinder hindered discourage discouraged dissuade dissuaded`)
	closedWords  = text.WordSet(`closed closes closing closure closures shut shuts shutting shutdown`)
	events       = text.WordSet(`talk talks meeting session summit match game season day week year debate speech deal account event ceremony conference show`)
	denyingStems = text.StemSet(`fail failed failure refuse refused refusal reject rejected rejection deny denied denial exclude excluded exclusion avoid prevent
		missing missed absent absence absentee unable unwilling impossible unlikely unclear uncertain unknown ban banned bar barred prohibit prohibited
		prohibition forbid forbidden forbade skip skipped boycott boycotted abstain abstained abstention oppose opposed doubt innocent disappear disappeared
		vanish vanished cancel cancelled canceled block blocked blocking halt halted interrupt interrupted interruption suspend suspended suspension
		undecided outofuse exempt exempted exemption spared`)
	// denyingPairs deny as two words.
	denyingPairs = map[string]bool{
		"free of": true, "free from": true, "yet to": true, "all but": true, "in vain": true, "short of": true,
		"open whether": true, "no longer": true, "far from": true, "devoid of": true, "open question": true,
	}
	// closers stand before "close" where it is a verb, and opposers before
	// "against" where it denies.
	closers  = text.WordSet(`to will would must may might could can should not`)
	opposers = text.StemSet(`warn warned caution cautioned vote voted advise advised decide decided argue argued speak spoke come came stand stood turn turned`)
)

// statedPhrases maps a stem and a word near it to a word of the same meaning.
var statedPhrases = phraseMap(map[string]string{
	"rule out": "excluded", "left out": "excluded", "drop out": "withdraw", "give up": "withdraw", "gave up": "withdraw", "given up": "withdraw",
	"out use": "outofuse", "out service": "outofuse", "out action": "outofuse", "out order": "outofuse",
	"stay away": "absent", "turn down": "reject", "vote down": "reject", "strike down": "reject", "shut down": "shut", "close down": "shut",
	"pull down": "demolish", "tear down": "demolish", "knock down": "demolish", "torn down": "demolish", "pull out": "withdraw", "step down": "resign",
	"stand down": "resign", "pay back": "repay",
	"give back": "return", "go up": "rise", "went up": "rise", "go down": "fall", "went down": "fall", "come down": "fall", "came down": "fall",
	"break down": "collapse", "broke down": "collapse",
	"fall apart": "collapse", "fell apart": "collapse", "break out": "erupt", "broken out": "erupt", "broke out": "erupt", "take over": "acquire",
	"took over": "acquire", "taken over": "acquire",
	"put out": "extinguish", "find out": "discover", "found out": "discover", "carry out": "perform", "bring in": "introduce", "brought in": "introduce",
	"bring forward": "introduce", "lay off": "dismiss", "laid off": "dismiss", "cut back": "reduce", "scale back": "reduce", "set up": "establish", "make up": "form",
	"made up": "form",
	"let in":  "admit", "send off": "expel", "sent off": "expel", "pick up": "collect", "look into": "investigate", "look at": "investigate", "date back": "founded",
	"date from": "founded",
	"die out":   "vanish", "run out": "expire", "hand over": "cede", "call for": "demand", "come upon": "find", "came upon": "find", "come across": "find",
	"came across": "find",
	"throw out":   "discard", "get rid": "discard", "go ahead": "proceed", "went ahead": "proceed", "put off": "postpone", "push back": "postpone", "put forward": "propose",
	"leave behind": "overcome", "left behind": "overcome", "walk out": "strike", "come on": "enter", "take part": "attend", "took part": "attend",
})

// phraseMap stems the first words.
func phraseMap(phrases map[string]string) map[string]string {
	m := make(map[string]string, len(phrases))
	for phrase, meaning := range phrases {
		first, second, _ := strings.Cut(phrase, " ")
		m[text.Stem(first)+" "+second] = meaning
	}
	return m
}

// statedGroups are the groups of statedAlike by stem.
var statedGroups = lexicon.Grouped(statedAlike, lexicon.FreeGroups)

// statedAlike are further words that retell one another: models paraphrase more
// freely than readers who check a claim.
var statedAlike = []string{
	"say said state tell told remark add note explain declare announce report assert claim argue recall comment",
	"warn warned caution alert warning", "complain object objected protest criticise grumble", "acknowledge admit concede grant",
	"promise pledge vow guarantee assure", "intend plan want wish hope aim seek mean",
	"estimate reckon value put assess judge", "opinion view words eyes", "assessment finding result conclusion conclude find found",
	"testify evidence testimony witness", "apologise sorry regret remorse",
	"buy acquire purchase acquisition takeover merger merge", "sell sale disposal", "offer bid tender proposal", "competitor rival competing rivals opponent",
	"profit earnings gain", "revenue sales turnover",
	"employ employee workforce staff worker job", "hire recruit appoint", "dismiss fire sack redundant layoff eliminate cut", "headquarters base office seat",
	"factory plant works mill", "shareholder investor owner stake share",
	"own hold possess belong property owner", "founder found founded establish established set start date", "headed heads lead led run chief chair",
	"price cost value worth", "expensive costly", "cheap inexpensive",
	"begin start open launch commence", "end finish stop conclude close cease", "continue persist remain stay keep last go", "delay late postpone behind schedule",
	"quick fast soon shortly prompt rapid", "yearly annual annually",
	"build construct erect construction rebuilt reconstruction", "demolish raze tear", "convert turn transform change", "change alter modify amend",
	"repair fix mend restore restoration repairs", "renovate refurbish modernise",
	"increase rise grow climb jump gain raise up expand", "decrease fall drop decline cut reduce shrink slump lower down slide", "double twice twofold", "half halve",
	"majority most", "minority",
	"win victory beat defeat triumph won", "lose lost defeat loss beaten", "draw tie", "goal score scored net netted", "save saved saves stop stopped",
	"match game tie fixture", "coach manager trainer", "squad side team club", "fan supporter spectator crowd audience attendance",
	"point lead ahead trail adrift behind", "player striker defender midfielder goalkeeper keeper", "stadium arena ground pitch venue",
	"replace substitute swap change", "injury injured hurt wound harm", "dismiss expel red", "suspend suspension suspended ban",
	"convict convicted guilty conviction verdict", "sentence jail prison term imprison", "acquit clear cleared acquitted",
	"accuse charge allege accusation charges allegation blame blamed responsible", "lawyer attorney counsel defend defence defends",
	"judge court magistrate bench tribunal",
	"jury juror", "decision decide verdict ruling rule ruled deliberate determine", "appeal challenge contest", "steal theft thief stolen rob robbery take taken",
	"fraud deception swindle", "transfer move shift", "money cash funds", "police officer investigator detective", "investigate inquiry probe examine investigation",
	"arrest detain detention custody", "release free bail", "kill die death dead victim fatal", "survive survivor live alive", "rescue save",
	"disaster catastrophe accident collapse crash", "fire blaze flame burn", "extinguish put douse", "flood inundate flooding", "storm gale hurricane tempest",
	"wind gust", "rain rainfall shower", "heat hot warm", "cold freeze frost", "record high highest",
	"power electricity current", "outage blackout cut", "household home house", "resident inhabitant people citizen local", "evacuate leave flee ordered",
	"shelter refuge", "damage harm destruction destroy loss", "insurer insurance insured", "measure record measured gauge recorded", "degree temperature",
	"hospital clinic medical treat treated", "patient sick ill", "doctor physician medic", "disease illness", "vaccine jab", "healthy well",
	"study research analysis paper findings", "scientist researcher academic expert", "publish appear released release",
	"discover find detect spot uncover notice reveal found", "evidence sign indication proof trace", "explain account", "author writer", "launch send lift",
	"journey trip travel voyage", "reach arrive get", "probe spacecraft craft satellite mission", "planet world", "surface ground", "depth deep", "thick thickness",
	"vote ballot poll election", "elect choose pick", "candidate nominee runner", "coalition alliance government", "parliament assembly legislature", "seat mandate",
	"party movement group", "turnout participation", "majority control", "resign quit step leave", "defeat loss", "irregularity fraud violation",
	"recount count counting", "observer monitor", "commission authority body panel committee board", "mayor leader", "council councillor local",
	"motion proposal resolution", "approve pass adopt back endorse", "support back favour favor backing agree", "oppose against object", "petition signature",
	"decide vote resolve",
	"strike walkout stoppage industrial", "union league labour", "pay wage salary rise", "talks negotiation bargaining", "offer proposal", "driver motorist",
	"passenger traveller commuter", "bus coach", "train rail railway line", "ship boat vessel ferry", "car vehicle automobile", "road street way", "traffic", "park",
	"school college", "pupil student child children", "teacher head", "open opened inaugurate", "welcome greet receive", "canteen kitchen food",
	"contractor builder firm company",
	"use operate run service", "serve", "visit trip travel go", "invite ask", "meeting session gathering meet", "mediator arbitrator intermediary", "retired former",
	"survey poll questionnaire", "resident local", "allow permit let admit", "ban prohibit forbid bar", "ration restrict limit", "charge fee free",
	"entry admission access", "need require must have", "have possess own carry", "contain hold include store house", "receive get obtain given",
	"give hand grant provide award", "get obtain acquire", "bring carry", "keep retain hold preserve maintain", "intact preserve unharmed", "lose lost", "find locate",
	"search look seek hunt", "show display exhibit present exhibition", "picture painting canvas artwork work", "genuine authentic real original",
	"certain sure convinced", "belief think feel consider regard", "approximate about", "immediate instant once", "previous earlier prior former last past",
	"current present now", "next following coming subsequent", "after following since", "new fresh", "old aged", "big large great huge", "small little minor",
	"main chief principal", "whole entire full all", "part share portion", "several few some many", "more additional further another extra", "exact precise",
	"decline refuse reject", "avoid prevent stop", "failed fail pass", "confidence trust faith believe", "promise commitment word", "stay remain keep",
	"disappear vanish survive", "compete rival", "name call", "approval approve consent permission", "exhaustion fatigue tired weary", "attribute blame due put",
	"first initial", "know aware known knowledge informed", "complete completed finish finished reach", "race marathon run runner course",
	"repeal abolish scrap revoke", "insufficient inadequate", "reform law bill change", "breakdown failure fault problem defect error",
	"fix fixed solve solved resolve resolved mend", "strand stranded stuck trapped", "baggage luggage suitcase", "answer answered reply unanswered",
	"hide hiding conceal concealed cover covered", "worse worsen aggravate aggravated exacerbate", "chairwoman chairman chair chairs president head",
	"save saving savings economise", "quake earthquake tremor shock", "injured hurt wounded", "serious seriously severe grave critical",
	"sponsor sponsoring sponsorship backer", "hall room building", "design designed drew plan", "sink sank sunk lost", "raise raised recovered salvage",
	"chance accident accidental accidentally", "remains body bodies", "adult grown-up", "governor", "dispute row quarrel argument controversy", "cost costs expense",
	"wheelchair", "accessible access reach reached", "spring", "poll survey", "animal wolf", "kill shot shoot shooting", "proof prove evidence",
	"film filmed record recorded camera", "compensation damages payment", "parliament lawmakers", "approve approved pass passed", "employer employers",
	"satisfied satisfaction content", "fair unfair just", "home house building", "sell-out sold", "watch see view attend", "travel journey take ride", "shuttle bus",
	"reward bounty prize", "owner proprietor", "wealthy rich", "afraid fear worry concern", "glad happy", "angry furious",
}

// statedOpposites places words among opposites that statements are held against
// alone.
var statedOpposites = func() map[string][]lexicon.Opposite {
	m := map[string][]lexicon.Opposite{}
	for i, set := range statedOppositeSets {
		for side, words := range strings.Split(set, "|") {
			for w := range strings.FieldsSeq(words) {
				stem := text.Stem(w)
				if o := (lexicon.Opposite{Pair: lexicon.FreePairs + i, Side: side}); !slices.Contains(m[stem], o) {
					m[stem] = append(m[stem], o)
				}
			}
		}
	}
	return m
}()

// statedOppositeSets are words that exclude each other where they are said of the
// same. Words of two views of one event ("buy" and "sell") are not among them.
var statedOppositeSets = []string{
	"support supported supporting back backed favour favor | oppose opposed reject rejected criticise criticised",
	"acquitted acquit cleared acquittal innocent | convicted convict guilty conviction", "keep keeps kept retain retained retains hold held | lose loses lost",
	"good better best finest | bad worse worst poor poorest", "highest higher high | lowest lower low",
	"largest larger large biggest bigger big great greatest | smallest smaller small little tiny",
	"longest longer long | shortest shorter short", "oldest older | youngest younger young", "strongest stronger strong | weakest weaker weak",
	"greater more | less lesser fewer", "many | few", "always | never rarely", "often frequently | rarely seldom",
	"rise rose increase grow grew climb gain up improve strengthen | fall fell decrease decline drop shrink shrank lost down less fewer worsen weaken",
	"raise raises raised raising | cut cuts lower lowers lowered lowering reduce reduced reduces",
	"start starts started begin begins began begun | stop stops stopped end ends ended", "open opens opened opening | close closes closed closing shut",
	"inside indoors | outside outdoors", "upper | lower", "top | bottom",
	"alive | dead", "safe safely | dangerous dangerously unsafe", "true | false", "right correct correctly | wrong wrongly", "rich wealthy | poor",
	"hot warm | cold cool frosty", "dry | wet", "clean | dirty", "full | empty", "heavy heavily | light lightly", "thick | thin", "deep | shallow",
	"wide broad | narrow",
	"fast faster quick quickly | slow slowly slower", "easy easily | hard difficult", "simple | complex complicated", "cheap cheaper | expensive costly dearer",
	"voluntary voluntarily | compulsory mandatory", "temporary temporarily | permanent permanently", "male men man boys | female women woman girls", "hero | villain",
	"friend friends ally allies | enemy enemies foe foes",
	"optimistic hopeful confident | pessimistic gloomy sceptical skeptical", "happy glad pleased satisfied | unhappy sad disappointed dissatisfied",
	"calm | angry furious",
	"praise praised praises welcome welcomed hail hailed | criticise criticised criticize criticized condemn condemned attack attacked slammed",
	"thank thanked | blame blamed",
	"accept accepted approve agree adopt pass | reject rejected refuse refused decline block fail failed",
	"allow allows allowed permit permitted permits | ban bans banned forbid forbidden prohibited prohibit prevent prevented bar barred",
	"hire hired recruit recruited | fire fired dismiss dismissed sack sacked",
	"join joined joining enter entered | leave left leaving quit exit exited", "arrive arrived arrives | depart departed departs",
	"import imports imported | export exports exported", "advance advanced | retreat retreated", "create created | destroy destroyed",
	"success successful successfully | failure unsuccessful unsuccessfully",
	"victory victories win wins won winning winner winners champion triumph beat | defeat defeats defeated loss losses lose loses lost losing",
	"profit profits profitable | loss losses lose lost", "surplus | deficit", "majority | minority", "public publicly open openly | private privately secret secretly",
	"urban | rural", "domestic home | foreign abroad away", "left | right", "northern north | southern south", "eastern east | western west",
	"worse worsen worsened worsens aggravate aggravated exacerbate exacerbated deteriorate deteriorated | better improve improved improves ease eased alleviate alleviated",
	"abolish abolished scrap scrapped repeal repealed | keep keeps kept retain retained maintain maintained extend extended introduce introduced",
	"work works worked functioned | fail failed fails broke", "winner winners champion | loser losers", "spring | summer | autumn fall | winter",
	"morning | afternoon | evening | night", "double doubled doubles doubling twice twofold | halve halved halves halving half",
	"insufficient little | sufficient enough much",
	"ahead | behind", "before | after", "early earlier | late later", "first | last", "minimum least | maximum most", "unanimous unanimously | narrowly split",
	"partly partially | fully wholly entirely completely", "peaceful peacefully | violent violently", "armed | unarmed",
	"legal legally lawful | illegal illegally unlawful", "known | secret", "genuine authentic real | fake forged counterfeit false", "present | absent missing",
	"withdraw withdrew withdrawn | submit submitted lodge lodged",
	"strict strictly tight tighter | loose lax relaxed", "reward rewarded | punish punished fine fined", "remember remembered | forget forgot forgotten",
	"confirm confirmed confirms admit admitted admits | deny denied denies", "healthy | sick ill", "love loved | hate hated",
	"trust trusts trusted | distrust mistrust doubt doubts", "hope hoped hopes | fear feared fears", "gave give gives | took take takes",
	"borrow borrowed | lend lent",
}

// uncertain words say that something may be so or is to come, and unsure ones,
// which are more, keep a statement from saying that it is; certain ones say that
// nothing stands against it.
var (
	uncertain = text.WordSet(`may might could possibly perhaps maybe probably likely potentially apparently allegedly alleged presumably suspected reportedly`)
	unsure    = text.WordSet(`may might could possibly perhaps maybe probably likely potentially apparently allegedly alleged presumably suspected reportedly can would should
		hope hopes hoped fear fears feared think thinks thought believe believes believed expect expects expected expecting hoping want wants plan plans planned hint suggest suggests suggested
		seem seems appear appears possible possibility chance potential estimate estimates estimated forecast doubt allow allowed permit permitted if whether unless idea proposal
		proposes proposed consider considers unlikely up suspicion suspects accused charged claims claimed afraid worried concerned feasible`)
	certain = text.WordSet(`certainly definitely surely undoubtedly inevitably guaranteed always unquestionably`)
)

// lightStated are words that add little to what a statement says.
var lightStated = text.WordSet(`back rather every day time times row lot keep keeps kept stay stays stayed use used chose choose chosen set way order former current
	previous earlier later following according respectively addition well new number figure count total amount rate opinion view words possible warn warned warns explain
	explained explains admit admitted admits insist insisted insists assure assured assures stress stressed recall recalled point pointed leave leaves left put puts
	work works case cases several single throughout around apart manage managed able order part`)

// tellers are verbs of those who say something.
var tellers = text.StemSet(`assert asserted assure assured insist insisted admit admitted concede conceded warn warned explain explained acknowledge acknowledged confirm confirmed
	recall recalled remark remarked reply replied answer answered write wrote argue argued stress stressed emphasise emphasised predict predicted joke joked`)
