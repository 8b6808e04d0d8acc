package conversation

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// replaceable finds what the new words stand for in the last question: what
// follows the same preposition, a country for a country, a name for a name, a
// thing for a thing.
func (f *followUp) replaceable(words []text.Word, preposition string) (text.Span, bool) {
	if words[0].IsNumeric() {
		return f.lastWord(preposition, text.Word.IsNumeric)
	}
	for _, w := range words {
		if !text.IsCountry(w.Norm) {
			continue
		}
		if at, ok := f.country(preposition); ok {
			return at, true
		}
	}
	if articleWords[words[0].Norm] || phraseLeads[words[0].Norm] {
		if at, ok := f.counterpart(words, preposition); ok {
			return at, true
		}
		if at, ok := f.likeThing(words); ok && (preposition == "" || f.followsPreposition(at)) {
			return at, true
		}
	}
	if isNamed := slices.ContainsFunc(words, text.Word.IsCapital); !isNamed && !f.isKnownName(words) {
		return text.Span{}, false
	}
	return f.likeName(preposition, f.isPerson(trimOwn(joinedText(words))))
}

// counterpart is the thing of the last question behind the same preposition; where a
// phrase that names people stands alone, it is the person whom the question names.
func (f *followUp) counterpart(words []text.Word, preposition string) (text.Span, bool) {
	if preposition != "" {
		for _, t := range thingsIn(f.last.Question) {
			if f.wordBefore(t) == preposition {
				return t, true
			}
		}
		return text.Span{}, false
	}
	if phrase := joinedText(words); !isPersonNoun(phrase) || slices.ContainsFunc(thingsIn(f.last.Question), func(t text.Span) bool { return isPersonNoun(t.Of(f.last.Question)) }) {
		return text.Span{}, false
	}
	if r := f.relative(); r.owner != "" {
		return r.at, true
	}
	for _, n := range f.names() {
		if f.isPerson(n.Of(f.last.Question)) {
			return n, true
		}
	}
	return text.Span{}, false
}

// followsPreposition reports whether a part of the last question stands after a
// preposition.
func (f *followUp) followsPreposition(at text.Span) bool {
	return prepositions[f.wordBefore(at)]
}

// wordBefore is the word, folded, before a part of the last question, or "".
func (f *followUp) wordBefore(at text.Span) string {
	before := text.Words(f.last.Question[:at.Start])
	if len(before) == 0 {
		return ""
	}
	return before[len(before)-1].Norm
}

// isPerson reports whether a name can be a person's: it is neither an acronym nor
// that of a country, and the last answer does not say that something was in it.
func (f *followUp) isPerson(name string) bool {
	words := text.Words(name)
	if !plainPerson(words) || len(name) > 1 && strings.ToUpper(name) == name {
		return false
	}
	return !slices.ContainsFunc(f.last.Statements, func(s string) bool { return strings.Contains(s, " in "+name) || namesThing(s, name) })
}

// namesThing reports whether a sentence has a noun of things behind a name: "the Quiet
// Harbour treaty".
func namesThing(s, name string) bool {
	_, behind, ok := cutFold(s, name)
	return ok && lexicon.NotPerson[text.Fold(strings.TrimRight(firstWord(strings.TrimPrefix(behind, " ")), ".,;:"))]
}

// cutFold is strings.Cut whatever the capitals.
func cutFold(s, sep string) (before, after string, found bool) {
	at := strings.Index(strings.ToLower(s), strings.ToLower(sep))
	if at < 0 || len(strings.ToLower(s)) != len(s) {
		return s, "", false
	}
	return s[:at], s[at+len(sep):], true
}

// country is the country of the last question that another one takes the place of:
// the one after the same preposition, else the first.
func (f *followUp) country(preposition string) (text.Span, bool) {
	var first text.Span
	for i, w := range f.before {
		if !text.IsCountry(w.Norm) {
			continue
		}
		at := text.Span{Start: w.Start, End: w.Start + len(w.Text)}
		if preposition != "" && i > 0 && f.before[i-1].Norm == preposition {
			return at, true
		}
		if first.Len() == 0 {
			first = at
		}
	}
	return first, first.Len() > 0
}

// lastWord is the last word of the last question that is of a sort, after the
// preposition if there is one.
func (f *followUp) lastWord(preposition string, is func(text.Word) bool) (text.Span, bool) {
	for i, w := range slices.Backward(f.before) {
		if is(w) && (preposition == "" || i > 0 && prepositions[f.before[i-1].Norm]) {
			return text.Span{Start: w.Start, End: w.Start + len(w.Text)}, true
		}
	}
	return text.Span{}, false
}

// likeThing is the thing of the last question that a phrase stands for: one of the
// same noun, or the first.
func (f *followUp) likeThing(words []text.Word) (text.Span, bool) {
	head := text.Stem(words[len(words)-1].Norm)
	all := thingsIn(f.last.Question)
	for _, t := range all {
		w := text.Words(t.Of(f.last.Question))
		if text.Stem(w[len(w)-1].Norm) == head {
			return t, true
		}
	}
	if len(all) == 0 {
		return text.Span{}, false
	}
	if last := words[len(words)-1].Norm; last == "one" || last == "ones" {
		return all[len(all)-1], true
	}
	at := f.described(all)
	if names := f.names(); len(names) > 0 && isEvent(at.Of(f.last.Question)) && !isEvent(joinedText(words)) && names[len(names)-1].Start > at.End {
		return names[len(names)-1], true // what an event does to somebody it may do to others
	}
	return at, true
}

// described is the first of the things, with what another adds to it ("the briefing
// for the press"); of "the price of the ticket" it is the ticket.
func (f *followUp) described(all []text.Span) text.Span {
	first := all[0]
	if len(all) == 1 {
		return first
	}
	switch between := strings.TrimSpace(f.last.Question[first.End:all[1].Start]); between {
	case "of":
		return all[1]
	case "for", "with", "about", "on":
		return text.Span{Start: first.Start, End: all[1].End}
	}
	return first
}

// likeName is the name of the last question that another one takes the place of:
// the one after the same preposition, else the last that is a person's or no
// country as the other is, else the last.
func (f *followUp) likeName(preposition string, person bool) (text.Span, bool) {
	names := f.names()
	if len(names) == 0 {
		return f.personPhrase(person)
	}
	best := names[len(names)-1]
	for _, n := range slices.Backward(names) {
		if name := n.Of(f.last.Question); person && f.isPerson(name) || !person && !text.IsCountry(text.Words(name)[0].Norm) {
			best = n
			break
		}
	}
	for _, n := range names {
		if preposition != "" && f.wordBefore(n) == preposition {
			best = n
		}
	}
	return best, true
}

// personPhrase is what the last question calls somebody whom it does not name: "the
// baker".
func (f *followUp) personPhrase(person bool) (text.Span, bool) {
	for _, t := range thingsIn(f.last.Question) {
		if person && isPersonNoun(t.Of(f.last.Question)) {
			return t, true
		}
	}
	return text.Span{}, false
}
