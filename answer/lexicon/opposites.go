package lexicon

import "strings"

// Opposite places a word among words that exclude each other.
type Opposite struct {
	Pair int // 0 for a word without opposites
	Side int
	// Denies marks the side that a negation of the other one comes to: "did not
	// attend" is "was excluded".
	Denies bool
}

// oppositeSets are words that exclude each other, the sides parted by a bar. In
// sets that begin with "!", the second side is what a negation of the first one
// comes to.
var oppositeSets = []string{
	"! attend attended attending participate participated include included includes presence present join joined invite invited take | absent absentee absence exclude excluded exclusion excluding missing omit omitted uninvited barred skip skipped boycott boycotted",
	"! accept accepts accepted agree agrees agreed approve approved welcome welcomed willing support supports supported endorse endorsed endorses | reject rejects rejected refuse refuses refused refusal dismiss dismissed dismisses oppose opposed opposes unwilling",
	"! succeed succeeded managed achieved | fail failed fails failure unable",
	"! confirm confirmed confirms admit admits admitted acknowledge acknowledged | deny denied denies",
	"! certain clear settled resolved | uncertain unclear unresolved", "! likely | unlikely", "! possible feasible | impossible", "! useful helpful | useless",
	"! productive constructive | unproductive", "! conditional | unconditional", "! formal formally | informal informally", "! direct directly | indirect indirectly",
	"! important significant | unimportant insignificant", "! guilty | innocent", "! legal lawful | illegal unlawful", "! planned expected | unexpected unplanned",
	"excellent positive good great productive useful constructive pleasant relaxed | bad negative poor terrible tense useless unproductive awful disappointing",
	"optimistic optimism hopeful | pessimistic pessimism gloomy", "warm warmly cordial cordially friendly | hostile coldly frosty tense icy unfriendly",
	"strengthen strengthens strengthened strengthening bolster bolstered | weaken weakens weakened weakening undermine undermined",
	"increase increased rise rises rose risen grow grew | decrease decreased fall fell fallen decline declined drop dropped reduce reduced shrank",
	"win wins won victory | lose loses lost defeat", "east eastern | west western | north northern | south southern", "publicly | privately", "public | private secret",
	"recaptured recapture retaken retook liberated regained | lost surrendered ceded", "longer | shorter", "worst lowest | best highest", "bigger larger | smaller",
	"ally allies | enemy enemies", "partial partially | full fully complete", "immediate immediately | delayed eventual", "arrive arrived arrives arrival | depart departed departs departure",
	"safe | dangerous", "easy | difficult hard", "red | blue | green | black | yellow", "morning | evening", "victory success | defeat failure", "allow allows allowed | ban bans banned forbid forbids forbade prohibited",
	"praise praised praises commend commended | criticise criticised criticize criticized condemn condemned", "love loved | hate hated",
	"advance advanced | retreat retreated", "united | divided", "military | civilian", "deadliest | safest", "early | late",
}

// Opposites maps folded words to their places among opposites.
var Opposites = ReadOpposites(oppositeSets)

// ReadOpposites maps the words of sets of opposites to their places among them.
func ReadOpposites(sets []string) map[string][]Opposite {
	m := map[string][]Opposite{}
	for i, set := range sets {
		denying := strings.HasPrefix(set, "!")
		for side, words := range strings.Split(strings.TrimPrefix(set, "!"), "|") {
			for w := range strings.FieldsSeq(words) {
				m[w] = append(m[w], Opposite{Pair: i + 1, Side: side, Denies: denying && side == 1})
			}
		}
	}
	return m
}

// FreePairs is the first number that is free for sets of others.
var FreePairs = len(oppositeSets) + 1

// Excludes reports whether two words stand on different sides of a set of
// opposites.
func Excludes(a, b []Opposite) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Pair == y.Pair && x.Side != y.Side {
				return true
			}
		}
	}
	return false
}
