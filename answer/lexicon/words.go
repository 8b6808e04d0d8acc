package lexicon

import "sherpa/internal/text"

// LightVerbs ask when, where or how long something was without saying what: a
// sentence need not repeat them.
var LightVerbs = text.StemSet(`two take took taken happen happened occur occurred hold held last lasted go went get got make made give gave be been come came
		member members people person official officials belong belonged name list thing things anything something everything`)

// RoleWords are the small words of titles and offices.
var RoleWords = text.WordSet(`special envoy senior adviser advisor presidential aide chief minister president prime foreign vice deputy former leader secretary general
	spokesman spokeswoman spokesperson ambassador chancellor director head chairman chairwoman chair governor senator representative commander king queen prince
	princess pope professor doctor author actor singer player coach manager founder executive officer ceo economist analyst journalist lawyer judge officer chief
	top national security defence defense finance treasury commerce press state veteran diplomat negotiator mediator oligarch politician scientist physicist
	mathematician engineer inventor poet writer painter composer philosopher explorer general admiral captain colonel lieutenant mayor premier kremlin counterpart`)

// What tells a place: the prepositions before it, those of motion, and the nouns
// that are part of its name.
var (
	PlaceLeads  = text.WordSet(`in at near outside inside around throughout within`)
	MotionLeads = text.WordSet(`to from into toward towards across through`)
	PlaceNouns  = text.WordSet(`base city town village airport island islands river street avenue hotel palace square county state province region ocean sea lake
		mountain mountains valley park stadium hall house church cathedral university college republic kingdom empire peninsula bay`)
)

// NotCues turn what follows them into its opposite.
var NotCues = text.WordSet(`no not never none nobody nothing neither nor without cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't
	couldn't shouldn't hasn't haven't hadn't hardly barely dont doesnt didnt isnt wasnt werent wont wouldnt couldnt hasnt havent hadnt`)

// VerbCues are the negations of verbs, which deny what stands before them too.
var VerbCues = text.WordSet(`not never cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't
	dont doesnt didnt isnt wasnt werent wont wouldnt couldnt hasnt havent hadnt`)

// IdleAfter are the words before which "no" and "not" deny nothing: "not only",
// "no doubt".
var IdleAfter = text.WordSet(`only just doubt matter least merely simply`)

// Calendar are the weekdays and months.
var Calendar = text.WordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december`)
