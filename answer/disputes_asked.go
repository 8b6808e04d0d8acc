package answer

import (
	"slices"
	"strings"

	"sherpa/answer/disagreement"
	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// disputed is the question for a value in the words around it that stand around one
// in the other sentence, too, which cannot be true beside it; empty if there is none.
func disputed(e *evidence.Evidence, o *evidence.Evidence) string {
	for _, v := range e.Sentence.Values {
		lead := askedAs(e, v)
		if lead == "" {
			continue
		}
		for _, w := range o.Sentence.Values {
			if !value.Comparable(v, w) || value.Agree(v, w) {
				continue
			}
			if words := alikeAround(e.BesideValue(v), o.BesideValue(w), v); len(words) > 0 {
				return lead + " " + strings.Join(words, " ") + "?"
			}
		}
	}
	return ""
}

// askingFor is the question for a value in the words around it; empty where they do not
// tell what it is of.
func askingFor(e *evidence.Evidence, v value.Value) string {
	lead := askedAs(e, v)
	if lead == "" {
		return ""
	}
	if noun := e.Lasted(v); noun != nil && !noun.Stop && !noun.IsNumeric() && !noun.IsCapital() {
		return lead + " did the " + noun.Norm + " last?"
	}
	var words []string
	telling := false
	beside := e.BesideValue(v)
	if before := slices.IndexFunc(beside, func(w retrieval.Word) bool { return w.Start > v.Start }); v.Kind == value.Duration && before >= disputedStems {
		beside = beside[:before] // "the talks lasted"
	}
	for _, w := range beside {
		words = append(words, w.Norm)
		telling = telling || !w.IsCapital() && !lexicon.LightVerbs[w.Stem] && w.Stem != text.Stem(v.Unit)
	}
	if !telling || len(words) < disputedStems {
		return ""
	}
	return lead + " " + strings.Join(words, " ") + "?"
}

// alikeAround are the words that both have, if they are enough for v and the value
// beside the others to be of one thing: half of the fewer, one of which may be a verb,
// and one tells what is counted. Of what lasts, a verb that tells is enough: "they
// deliberated for nine hours".
func alikeAround(a, b []retrieval.Word, v value.Value) []string {
	var words []string
	verbal, telling, deed := false, false, false
	for _, w := range a {
		related := func(o retrieval.Word) bool { return o.Stem == w.Stem || text.Related(o.Stem, w.Stem) }
		if !slices.ContainsFunc(b, related) {
			continue
		}
		words = append(words, w.Norm)
		tells := !w.IsCapital() && !lexicon.LightVerbs[w.Stem] && w.Stem != text.Stem(v.Unit)
		verbal, telling, deed = verbal || w.Verbal, telling || tells, deed || w.Verbal && tells
	}
	enough := verbal && telling && len(words) >= disputedStems || deed && v.Kind == value.Duration
	if !enough || 2*len(words) < min(len(a), len(b)) {
		return nil
	}
	return words
}

// askedAs is how a value is asked for; empty for values that nobody asks for.
func askedAs(e *evidence.Evidence, v value.Value) string {
	unit := disagreement.UnitOf(e, v)
	switch {
	case v.Ordinal || v.When.Relative != "":
		return ""
	case v.Kind == value.Duration:
		return "How long"
	case v.Kind == value.Number && unit != "":
		return "How many " + unit
	case v.Kind == value.Date && v.When.Weekday != "":
		return "On which day"
	case v.Kind == value.Date:
		return "When"
	}
	return ""
}
