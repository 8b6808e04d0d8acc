package question

import (
	"slices"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// PeopleNouns are nouns for people who are counted.
var PeopleNouns = text.WordSet(`people persons men women children residents inhabitants citizens villagers townspeople locals civilians soldiers troops fighters
	workers employees staff staffers passengers travellers travelers commuters tourists visitors guests spectators fans protesters demonstrators marchers
	students pupils teachers patients survivors victims migrants refugees evacuees prisoners inmates detainees suspects hostages police officers
	firefighters rescuers sailors fishermen crew miners farmers voters members participants delegates adults families households boys girls babies homeless`)

// Fates are what befalls people that are counted, by the words that say so: those
// who were hurt are not those who died.
var Fates = text.ByWord(map[int]string{
	1: `die dies died dying dead death deaths kill kills killed killing fatal fatality fatalities drowned perished slain lives toll`,
	2: `injure injured injuring injuries injury wound wounded wounding hurt hospitalised hospitalized hospital harmed`,
	3: `missing unaccounted disappeared`,
	4: `evacuate evacuated evacuating evacuation evacuees displaced uprooted homeless`,
	5: `arrest arrested arresting arrests detain detained detaining custody jailed imprisoned`,
	6: `rescue rescued rescuing saved freed airlifted`,
	7: `infected infections sickened ill`,
	8: `sacked laid dismissed redundant redundancies layoffs`,
})

// paying are the verbs with which "how much" asks for money.
var paying = text.WordSet(`pay paid pays cost costs spend spent price worth earn earned owe owed raise raised sell sold buy bought charge charged donate donated
	invest invested fined`)

// changing are the verbs with which "how far" asks by how much something changed.
var changing = text.WordSet(`fall fell fallen drop dropped rise rose risen climb climbed slip slipped decline declined slide slid plunge plunged sink sank lose lost gain
	gained jump jumped`)

// askedReach is how many words after "what" or "which" tell the part of a date that
// is asked for: "which day of the week".
const askedReach = 5

// fineEnough reports whether a date has the part that is asked for: "what day",
// "which month", "what year".
func (q *Question) fineEnough(w value.When) bool {
	at := slices.IndexFunc(q.Words, func(w string) bool { return w == "what" || w == "which" })
	if at < 0 {
		return true
	}
	asked := q.Words[at+1 : min(len(q.Words), at+1+askedReach)]
	has := func(word string) bool { return slices.Contains(asked, word) }
	switch {
	case has("weekday"), has("day") && has("week"):
		return w.Weekday != "" || w.Day != 0 && w.Year != 0
	case has("day"), has("date"):
		return w.Weekday != "" || w.Day != 0 || has("date") && w.Year != 0
	case has("month"):
		return w.Month != 0
	case has("year"), has("century"), has("decade"):
		return w.Year != 0
	}
	return true
}

// AskedKind is the kind of answer; a yes/no question about a value is about that kind
// of value.
func (q *Question) AskedKind() retrieval.Kind {
	if q.Limit != nil {
		return valueOf[q.Limit.Kind]
	}
	return q.Kind
}

// MeasureTerm is the term of the noun behind "how much", or -1.
func (q *Question) MeasureTerm() int {
	how := slices.Index(q.Words, "much")
	if how < 1 || q.Words[how-1] != "how" {
		return -1
	}
	return slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.At == how+1 && nounSorts[t.Norm]|howSorts[t.Norm] != 0 })
}

// TellsCounted reports whether one of some words tells of what the question asks the number of,
// beside the noun that is counted.
func (q *Question) TellsCounted(words []retrieval.Word) bool {
	return slices.ContainsFunc(words, func(w retrieval.Word) bool {
		return slices.ContainsFunc(q.Matches(&w), func(m TermMatch) bool {
			return !q.FocusStems[q.Terms[m.Term].Stem] && !q.IsLight(m.Term) && q.Weight[m.Term] > 0
		})
	})
}
