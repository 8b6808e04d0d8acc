package question

import "sherpa/internal/text"

// The words that deny, each set with what it denies; lexicon.NotCues and
// lexicon.VerbCues are the negations of grammar.

// Denials are words that say no without a negation: somebody was excluded,
// something was ruled out or failed.
var Denials = text.WordSet(`absent absentee absence exclude excluded exclusion excluding barred omitted uninvited missing fail failed fails failing failure refuse refused refuses
	refusal reject rejected rejects rejecting deny denied denies lack lacks lacked lacking unresolved unable unlikely rule`)

// Deniers begin a clause that denies what follows.
var Deniers = text.WordSet(`no nothing not never without none nobody neither nor didn't wasn't weren't hasn't haven't hadn't failed fails fail
	refused refuses refusing declined declines declining`)

// Absences say that somebody was not there.
var Absences = text.WordSet(`absent absentee absence exclude excluded exclusion excluding omitted uninvited missing skip skipped boycott boycotted`)

// Denying deny the words that stand right behind them.
var Denying = text.WordSet(`no not never neither nor without`)
