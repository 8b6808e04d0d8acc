package retrieval

import (
	"slices"
	"strings"

	"sherpa/internal/value"
)

// HoldsKind reports whether a sentence has a value of the kind that the
// question asks for and that the question does not itself name.
func HoldsKind(a *Analysis, p *Passage, s *Sentence) bool {
	return holdsKind(a.Kind, p, s, func(at int) bool {
		return slices.ContainsFunc(a.Terms, func(t Term) bool { return t.Matches(p.Words[at]) })
	})
}

// holdsKind is HoldsKind for a caller that knows which words of the passage the
// question has.
func holdsKind(kind Kind, p *Passage, s *Sentence, isAsked func(at int) bool) bool {
	switch kind {
	case KindDate:
		return hasValue(s, value.Date, value.Clock)
	case KindDuration:
		return hasValue(s, value.Duration)
	case KindNumber:
		return hasValue(s, value.Number, value.Percent, value.Money, value.Duration)
	case KindPerson, KindPlace, KindOrganisation, KindList, KindWhoIs:
		return hasNewName(p, s, isAsked)
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
// question does not: a name with a word, common ones apart, that it lacks.
func hasNewName(p *Passage, s *Sentence, isAsked func(at int) bool) bool {
	for i := range s.Names {
		for at := s.First + s.Names[i].First; at < s.First+s.Names[i].Next; at++ {
			if !p.Words[at].Stop && !isAsked(at) {
				return true
			}
		}
	}
	return false
}
