package answer

import "sherpa/internal/text"

// negations turn a statement into its opposite.
var negations = wordSet(`no not never none nobody nothing neither nor without cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't
	couldn't shouldn't hasn't haven't hadn't hardly barely`)

// denials are words that say no without a negation: somebody was excluded,
// something was ruled out or failed.
var denials = wordSet(`absent absentee absence exclude excluded exclusion excluding barred omitted uninvited missing fail failed fails failing failure refuse refused refuses
	refusal reject rejected rejects rejecting deny denied denies lack lacks lacked lacking unresolved unable unlikely despite rule`)

// wordSet is the set of the words of a list.
func wordSet(list string) map[string]bool { return text.WordSet(list) }

// modals make a sentence speak of what may, should or might be, which says
// nothing of what was.
var modals = wordSet(`would could should may might can will if whether unless hope hopes hoped hoping expect expects expected plan plans planned seek seeks sought
	want wants wanted possible possibly potential potentially suggest suggested propose proposed intend intended aim aims prospect scheduled hinting hinted willing willingness ready readiness insist insists insisted
	demand demands demanded call calls called urge urged goal aim objective promise promised warn warned offer offered condition conditions contingent`)
