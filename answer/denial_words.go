package answer

// The words that deny, each set with what it denies; lexicon.NotCues and
// lexicon.VerbCues are the negations of grammar.

// denials are words that say no without a negation: somebody was excluded,
// something was ruled out or failed.
var denials = wordSet(`absent absentee absence exclude excluded exclusion excluding barred omitted uninvited missing fail failed fails failing failure refuse refused refuses
	refusal reject rejected rejects rejecting deny denied denies lack lacks lacked lacking unresolved unable unlikely rule`)

// deniers begin a clause that denies what follows.
var deniers = wordSet(`no nothing not never without none nobody neither nor didn't wasn't weren't hasn't haven't hadn't failed fails fail
	refused refuses refusing declined declines declining`)

// absences say that somebody was not there.
var absences = wordSet(`absent absentee absence exclude excluded exclusion excluding omitted uninvited missing skip skipped boycott boycotted`)

// denyingVerbs say that somebody calls untrue what follows.
var denyingVerbs = wordSet(`rejects rejected denies denied`)

// undoingWords are the words by which undoings reads a sentence.
var undoingWords = wordSet(`not never cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't
	refused refuses refuse refusing declined declines declining failed fails failing unable unwilling ruled rules rule ruling without nobody nothing no none neither
	absent absentee absence exclude excluded exclusion uninvited skipped skip boycotted boycott omitted called cancelled canceled scrapped abandoned shelved`)

// denying deny the words that stand right behind them.
var denying = wordSet(`no not never neither nor without`)
