package question

import (
	"slices"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// SortSet is a set of sorts of values: what a value can be asked for as.
type SortSet uint32

// The sorts of values.
const (
	SortCount SortSet = 1 << iota // so many of something, or a bare number
	SortShare
	sortMoney
	sortDuration
	SortAge
	sortAgo // "two days ago"
	sortGap // "two days later"
	sortDate
	sortClock
	SortLength
	sortArea
	sortVolume
	sortMass
	sortSpeed
	sortTemperature
	sortPower
	sortMagnitude
	sortFrequency

	// sortQuantity is what "how much" asks for where nothing tells more.
	sortQuantity = SortCount | SortShare | sortMoney | sortArea | sortVolume | sortMass | sortPower | sortTemperature
	// sortExtent is what "how big" asks for.
	sortExtent = sortQuantity | SortLength | sortMagnitude
)

// dimensionSorts are the sorts of measured numbers.
var dimensionSorts = map[value.Dimension]SortSet{
	value.Length: SortLength, value.Area: sortArea, value.Volume: sortVolume, value.Mass: sortMass, value.Speed: sortSpeed,
	value.Temperature: sortTemperature, value.Power: sortPower, value.Magnitude: sortMagnitude,
}

// roleSorts are the sorts of durations.
var roleSorts = map[value.Role]SortSet{value.NoRole: sortDuration, value.Age: SortAge, value.Ago: sortAgo, value.Gap: sortGap}

// SortOf is what a value can be asked for as.
func SortOf(v value.Value) SortSet {
	switch {
	case v.Kind == value.Percent:
		return SortShare
	case v.Kind == value.Money:
		return sortMoney
	case v.Kind == value.Date:
		return sortDate
	case v.Kind == value.Clock:
		return sortClock
	case v.Kind == value.Duration:
		return roleSorts[v.Role]
	case v.Role == value.Age:
		return SortAge | SortCount
	case v.High > 0 && v.High < 1 && v.Unit == "":
		return SortShare | SortCount
	case v.Unit == "times":
		return sortFrequency | SortCount
	}
	if s := dimensionSorts[value.DimensionOf(v.Unit)]; s != 0 {
		return s
	}
	return SortCount
}

// howSorts are the sorts that words after "how" and "how much" ask for.
var howSorts = text.ByWord(map[SortSet]string{
	SortAge | sortDuration:       `old older younger`,
	SortLength:                   `tall deep wide thick taller deeper wider thicker farther further`,
	SortLength | sortTemperature: `high low`,
	SortLength | sortDuration:    `far`,
	sortMass:                     `heavy heavier lighter`,
	sortSpeed:                    `fast quick`,
	sortSpeed | SortShare:        `faster slower`,
	sortSpeed | sortMagnitude:    `strong powerful severe violent`,
	sortTemperature:              `hot cold warm cool hotter colder warmer cooler`,
	sortExtent:                   `big large bigger larger smaller higher lower`,
	sortMoney:                    `expensive money cash funding compensation`,
	sortMoney | SortShare:        `dearer cheaper profit revenue`,
	sortFrequency | sortDuration: `often frequently`,
	sortDuration:                 `longer time`,
	sortDuration | sortGap:       `later earlier sooner`,
	SortLength | sortVolume:      `rain rainfall snow snowfall`,
	sortArea | SortShare:         `land forest woodland farmland ground territory`,
	sortVolume | sortMass:        `fuel oil petrol diesel gas water milk beer wine sewage`,
	sortPower | SortShare:        `electricity`,
	SortLength | SortCount:       `close near`,
	sortMass | SortCount:         `cargo freight waste rubbish debris food fish grain wheat`,
})

// nounSorts are the sorts that nouns ask for, behind "what" and "which", and
// behind "how high" and "how much is the".
var nounSorts = text.ByWord(map[SortSet]string{
	sortMoney: `price cost costs bill fee fine salary wage wages budget sum revenue turnover profit debt bail ransom rent income loan subsidy grant payment
		pension payout expense expenses spending compensation donation`,
	SortShare:                          `share percentage percent proportion fraction portion unemployment inflation turnout`,
	SortShare | SortCount:              `rate part tariff majority number population toll count membership attendance circulation`,
	SortAge | sortDuration:             `age`,
	SortLength:                         `height depth width distance altitude elevation radius diameter thickness rainfall snowfall`,
	SortLength | sortDuration:          `length`,
	sortMass:                           `weight mass tonnage`,
	sortSpeed:                          `speed velocity`,
	sortTemperature:                    `temperature temperatures`,
	sortArea | SortLength:              `area surface acreage`,
	sortVolume | SortCount | sortPower: `volume capacity`,
	sortMagnitude:                      `magnitude`,
	sortQuantity:                       `amount total`,
})

// wantedSorts are the sorts of values that a question of a kind asks for.
func (q *Question) wantedSorts(kind retrieval.Kind) SortSet {
	how := slices.Index(q.Words, "how")
	switch kind {
	case retrieval.KindDate:
		if q.asksClock() {
			return sortClock
		}
		if slices.Contains(q.Words, "time") || slices.Contains(q.Words, "o'clock") {
			return sortDate | sortClock
		}
		if slices.Contains(q.Words, "when") {
			return sortDate | sortAgo | sortGap
		}
		return sortDate
	case retrieval.KindDuration:
		return q.wantedTime(how)
	case retrieval.KindNumber:
		return q.wantedNumber(how)
	}
	return 0
}

// asksClock reports whether a time of day is asked for: "what time", but not "what time
// of the year" or "what time period".
func (q *Question) asksClock() bool {
	at := slices.Index(q.Words, "time")
	if at < 1 || q.Words[at-1] != "what" && q.Words[at-1] != "which" {
		return false
	}
	return at+1 == len(q.Words) || !periodWords[q.Words[at+1]]
}

// periodWords after "time" make it no time of day.
var periodWords = text.WordSet(`of period periods frame frames span zone line scale range`)

// wantedTime is what "how long" asks for: "until 1796" says how long, too, and what
// is so long may be a bridge.
func (q *Question) wantedTime(how int) SortSet {
	wanted := sortDuration | sortDate
	if q.Has(gapWords) {
		wanted |= sortGap
	}
	if slices.Contains(q.Words, "ago") {
		wanted |= sortAgo
	}
	if how >= 0 && how+2 < len(q.Words) && q.Words[how+1] == "long" && ToBe[q.Words[how+2]] {
		wanted |= SortLength
	}
	return wanted
}

var gapWords = text.WordSet(`after before later earlier`)

// wantedNumber is what "how many", "how high" and "what sum" ask for.
func (q *Question) wantedNumber(how int) SortSet {
	adjective := q.WordAt(how + 1)
	switch {
	case how < 0 && len(q.Focus) == 0:
		if open := q.wantedNoun(q.Words, sortQuantity|sortExtent); open&SortAge == 0 || len(q.Names()) == 0 {
			return open
		}
		return SortAge // "Ann Lund, age?"
	case how < 0:
		return q.wantedNoun(q.Focus, sortQuantity|sortExtent)
	case adjective == "many":
		return q.wantedCount()
	case adjective == "much" && howSorts[q.WordAt(how+2)] != 0:
		return howSorts[q.WordAt(how+2)]
	case adjective == "much" && (q.Has(paying) || q.WordAt(how-1) == "for") && len(q.FocusStems) == 0:
		return sortMoney
	case adjective == "much":
		return q.wantedNoun(q.Words, sortQuantity)
	case adjective == "far" && q.Has(changing):
		return sortQuantity // prices fall by a share or a sum
	case howSorts[adjective]&SortLength == 0 && howSorts[adjective] != sortExtent:
		return howSorts[adjective]
	}
	return q.wantedNoun(q.Words, howSorts[adjective])
}

// wantedNoun is what the first noun among words asks for that tells it, or else
// what the rest of the question leaves open.
func (q *Question) wantedNoun(words []string, open SortSet) SortSet {
	for _, w := range words {
		if s := nounSorts[w]; s != 0 {
			return s
		}
	}
	if open == 0 {
		return sortQuantity
	}
	return open
}

// wantedCount is what "how many" asks for: so many of something, a share of it, or,
// if that is a unit, what it measures.
func (q *Question) wantedCount() SortSet {
	wanted := SortCount | SortShare
	for _, f := range q.Focus {
		for _, v := range value.Find("5 " + f) {
			if s := SortOf(v); s != SortCount {
				return s | SortCount
			}
		}
	}
	return wanted
}

// nowadays are the relative dates that mostly tell no day: "today, it is a museum".
var nowadays = text.WordSet(`today tonight`)

// Wants reports whether a value is of the kind that the question asks for.
func (q *Question) Wants(v value.Value) bool {
	switch {
	case SortOf(v)&q.Wanted == 0, v.Ordinal && v.Kind == value.Number:
		return false
	case v.Kind == value.Date:
		return !nowadays[v.When.Relative] && q.fineEnough(v.When)
	case v.Kind == value.Duration && q.Wanted&SortAge != 0 && v.Role != value.Age:
		return v.Low >= leastAge // nobody is 14 hours old, unless it is said so
	}
	return true
}

// leastAge is the shortest time, in seconds, that may be an age without a word for it.
const leastAge = 90 * 24 * 60 * 60
