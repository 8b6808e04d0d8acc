package lexicon

import "sherpa/internal/text"

// Words that questions begin with.
var (
	QuestionWords = text.WordSet("who whom whose what which when where why how whos whats wheres")
	QuestionLeads = text.WordSet(`who whom whose what which when where why how did does do is are was were has have had will would can could should`)
	Auxiliaries   = text.WordSet(`did does do is are was were has have had will would can could should`)
)

// Pronouns by what they stand for: one person, what is theirs, several, and things,
// places or what was said.
var (
	PersonPronouns = text.WordSet(`he him she her`)
	OwnPronouns    = text.WordSet(`his hers her`)
	GroupPronouns  = text.WordSet(`they them their theirs`)
	ThingPronouns  = text.WordSet(`it its that this there then those these`)
)

// ClausePronouns begin a clause as its subject.
var ClausePronouns = text.WordSet(`i you he she it we they there`)

// Saying are the stems of verbs of speech.
var Saying = text.StemSet(`say tell state remark add added declare announce warn call describe claim promise praise demand
	suggest argue insist acknowledge thank ask reply respond stress emphasize emphasise express voice confirm deny note quip joke`)

// NotPerson are the words of names that are no person's.
var NotPerson = text.WordSet(`war council committee department ministry party union league organization organisation agency bank company corporation university college
	treaty act court church army navy force forces house senate congress parliament base city street river sea ocean island islands empire kingdom republic
	europe asia africa america north south east west northern southern eastern western conference summit olympics cup prize award university institute museum times post news`)

// Outlets are the words in which the names of papers, agencies and stations end.
var Outlets = text.WordSet(`newspaper paper times post herald tribune journal gazette chronicle telegraph observer mirror express mail standard guardian globe sun press news
	courier bulletin examiner inquirer dispatch magazine radio television broadcaster tv agency wire cnn bbc itv abc cbs nbc npr pbs reuters afp dpa tass bloomberg politico axios xinhua ap`)
