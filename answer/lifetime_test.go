package answer

import (
	"testing"
)

func TestValuesOfSides(t *testing.T) {
	t.Parallel()
	checkSides(t, map[string]twoSources{
		"dates of birth in parentheses": {
			"When was Ada Lund born?",
			"Ada Lund (3 May 1871 – 9 June 1940) was a painter from Brunnvik who taught at Storholm.",
			"Ada Lund (12 April 1869 – 9 June 1940) was a painter from Brunnvik who taught at Storholm.",
			[]string{"12 April 1869", "3 May 1871"},
		},
		"the other date is not asked for": {
			"When was Ada Lund born?",
			"Ada Lund (3 May 1871 – 9 June 1940) was a painter from Brunnvik who taught at Storholm.",
			"Ada Lund (3 May 1871 – 7 July 1941) was a painter from Brunnvik who taught at Storholm.",
			nil,
		},
		"a rate is no number": {
			"What is the population of Brunnvik?",
			"The population of Brunnvik was 4,120 in 2010, by the count of Avon County.",
			"The population of Brunnvik is dense, with 310 people per square mile, by the count of Avon County.",
			nil,
		},
		"other years": {
			"What was the population of Brunnvik?",
			"The population of Brunnvik was 4,120 in 2010, by the count of Avon County.",
			"The population of Brunnvik was 3,870 in 2020, by the count of Avon County.",
			nil,
		},
		"one year": {
			"What was the population of Brunnvik?",
			"The population of Brunnvik was 4,120 in 2010, by the count of Avon County.",
			"The population of Brunnvik was 5,300 in 2010, by the count of Avon County.",
			[]string{"4,120", "5,300"},
		},
	})
}
