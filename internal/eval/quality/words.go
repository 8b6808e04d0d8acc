package quality

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"sherpa/retrieval"
)

// sentenceSaying say what a sentence does that has more of a sign of
// answer.Reasons than another. A sign that is not here is named as it is.
var sentenceSaying = map[string]string{
	"cover":    "has more of the question's words",
	"context":  "has more of them together with its title and the sentence before",
	"passage":  "stands in a passage that scores higher",
	"rank":     "stands in a passage that ranks higher",
	"kind":     "holds a value of the kind asked for",
	"close":    "has such a value closer to the question's words",
	"near":     "has the question's words nearer each other",
	"focus":    "names what is asked for",
	"names":    "has more of the question's names",
	"short":    "is less short",
	"long":     "is less long",
	"first":    "begins its passage",
	"lead":     "stands in its article's lead",
	"question": "is no question itself",
	"run":      "has more of the question's words in a row",
}

// gateSaying are the signs of the gate.
var gateSaying = map[string]string{
	"cover":         "the share of the question in one sentence",
	"names":         "the question's names stand there",
	"unknown":       "words of the question that the articles lack",
	"stranger":      "a name or number of the question that the best sentences lack",
	"bare":          "nothing but names that stand everywhere stands there",
	"focus":         "what is asked for by name stands nowhere",
	"lacking":       "a date, number or duration is asked for, and none was found",
	"nameless":      "a name, role, list or quotation is asked for, and none was found",
	"number":        "a number of the question stands neither there nor around it",
	"opposite":      "the opposite of a word of the question stands there",
	"denying":       "the question asks for what is not so",
	"affirmed":      "it asks for what is not so, and the sentence denies nothing",
	"found":         "a value of the kind asked for was found",
	"near":          "the question's words stand near each other",
	"long articles": "the share of the long question that the best articles have",
	"long names":    "the names of the long question stand there",
	"long near":     "the words of the long question stand near each other",
	"long unknown":  "words of the long question that the articles lack",
	"long found":    "a short answer or a disagreement was found",
	"long lacking":  "a date, number or duration is asked for, and none was found",
}

func phrase(phrases map[string]string, sign string) string {
	if p, ok := phrases[sign]; ok {
		return p
	}
	return "the sign `" + sign + "`"
}

func value(parts []retrieval.Part, sign string) (float64, bool) {
	for _, p := range parts {
		if p.Feature == sign {
			return p.Value, true
		}
	}
	return 0, false
}

// least is the advantage in log odds below which a sign is not worth telling.
const least = 0.1

// lead says in which at most n signs the one is most ahead of the other.
func lead(one, other []retrieval.Part, n int) string {
	type ahead struct {
		sign   string
		points float64
	}
	var all []ahead
	for i, p := range one {
		if i < len(other) && p.Points-other[i].Points >= least {
			all = append(all, ahead{p.Feature, p.Points - other[i].Points})
		}
	}
	slices.SortStableFunc(all, func(x, y ahead) int { return cmp.Compare(y.points, x.points) })
	var said []string
	for _, a := range all[:min(len(all), n)] {
		said = append(said, fmt.Sprintf("%s (%+.1f)", leadPhrase(a.sign), a.points))
	}
	return strings.Join(said, ", and ")
}

func leadPhrase(sign string) string {
	if p, ok := sentenceSaying[sign]; ok {
		return p
	}
	return "has more of the sign `" + sign + "`"
}

func compareSize(x, y float64) int { return cmp.Compare(math.Abs(x), math.Abs(y)) }

func ordinal(n int) string {
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprintf("%d%s", n, suffix)
}

// ordinals writes places in their order.
func ordinals(places []int) string {
	var all []string
	for _, n := range slices.Sorted(slices.Values(places)) {
		all = append(all, ordinal(n))
	}
	return strings.Join(all, ", ")
}
