package retrieval

import (
	"slices"
	"strings"

	"sherpa/internal/value"
)

// HoldsKind reports whether a sentence has a value of the kind that the
// question asks for and that the question does not itself name.
func HoldsKind(a *Analysis, p *Passage, s *Sentence) bool {
	switch a.Kind {
	case KindDate:
		return hasValue(s, value.Date, value.Clock)
	case KindDuration:
		return hasValue(s, value.Duration)
	case KindNumber:
		return hasValue(s, value.Number, value.Percent, value.Money, value.Duration)
	case KindPerson, KindPlace, KindOrganisation, KindList, KindWhoIs:
		return hasNewName(a, p, s)
	case KindQuotation:
		return strings.ContainsFunc(s.Of(p.Text), isQuote)
	case KindReason:
		return slices.ContainsFunc(p.In(s), func(w Word) bool { return reasonWords[w.Norm] })
	}
	return false
}

func hasValue(s *Sentence, kinds ...value.Kind) bool {
	return slices.ContainsFunc(s.Values, func(v value.Value) bool { return !v.Ordinal && slices.Contains(kinds, v.Kind) })
}

// hasNewName reports whether a sentence names somebody or something that the
// question does not.
func hasNewName(a *Analysis, p *Passage, s *Sentence) bool {
	words := p.In(s)
	return slices.ContainsFunc(s.Names, func(n value.Name) bool { return !namedIn(a, words[n.First:n.Next]) })
}

// namedIn reports whether all words of a name are terms of the question.
func namedIn(a *Analysis, name []Word) bool {
	for _, w := range name {
		if !slices.ContainsFunc(a.Terms, func(t Term) bool { return t.Matches(w) }) {
			return false
		}
	}
	return true
}
