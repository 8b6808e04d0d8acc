package verify

import (
	"strings"

	"sherpa/internal/text"
)

// FailureKind is what of a sentence its sources do not bear out.
type FailureKind string

// The kinds of failures.
const (
	FailedQuote    FailureKind = "quote"
	FailedNumber   FailureKind = "number"
	FailedDate     FailureKind = "date"
	FailedDuration FailureKind = "duration"
	FailedName     FailureKind = "name"
	FailedNegation FailureKind = "negation"
	// FailedLength is a text that is too long to be one sentence.
	FailedLength FailureKind = "length"
)

// Failure is something in a sentence that its sources do not bear out.
type Failure struct {
	Kind FailureKind
	// Words are the words of the sentence.
	Words string
	// Instead is what a source has in their place, and empty where no source
	// has anything of the kind: a difference contradicts, a gap does not.
	Instead string
}

// Result is what verifying a sentence found.
type Result struct {
	Failures []Failure
}

// OK reports whether nothing failed.
func (v *Result) OK() bool { return len(v.Failures) == 0 }

// Limits of what is verified, in bytes. A longer sentence is none, and spans
// beyond the limit bear nothing out.
const (
	MaxSentence = 1 << 10
	MaxSpans    = 16 << 10
)

// Sentence holds a sentence against the spans that it cites. Every quotation must
// stand in a span; every number, percentage, sum, date, duration and name must
// be borne out by one; and a negation, or a word that means the opposite, on one
// side only is a mismatch. It reads words, not meaning: that the sentence says
// nothing beyond its spans is for its caller to see to.
func Sentence(sentence string, spans []string) Result {
	if len(sentence) > MaxSentence {
		return Result{Failures: []Failure{{Kind: FailedLength, Words: text.Truncate(sentence, 80)}}}
	}
	sources, size := make([]*facts, 0, len(spans)), 0
	for _, s := range spans {
		if size += len(s); size > MaxSpans {
			break
		}
		sources = append(sources, readFacts(s))
	}
	return verifyFacts(readFacts(sentence), sources)
}

// Reading is a sentence that was read once, to be held against others.
type Reading struct{ facts *facts }

// Read reads a sentence; of a text that is too long to be one nothing is read.
func Read(sentence string) *Reading {
	if len(sentence) > MaxSentence {
		return &Reading{}
	}
	return &Reading{facts: readFacts(sentence)}
}

// BornOutBy reports whether the source has all that Sentence looks for.
func (r *Reading) BornOutBy(source *Reading) bool {
	if r.facts == nil || source.facts == nil {
		return false
	}
	result := verifyFacts(r.facts, []*facts{source.facts})
	return result.OK()
}

// verifyFacts is Sentence for what was read already.
func verifyFacts(claim *facts, sources []*facts) Result {
	var v Result
	v.quotes(claim, sources)
	v.values(claim, sources)
	v.names(claim, sources)
	v.offices(claim, sources)
	v.subjects(claim, sources)
	v.countries(claim, sources)
	v.worldWars(claim, sources)
	v.polarity(claim, sources)
	return v
}

// Fail notes a failure, each once.
func (v *Result) Fail(kind FailureKind, words, instead string) {
	f := Failure{Kind: kind, Words: strings.TrimSpace(words), Instead: strings.TrimSpace(instead)}
	for i := range v.Failures {
		if v.Failures[i].Kind == f.Kind && v.Failures[i].Words == f.Words {
			return
		}
	}
	v.Failures = append(v.Failures, f)
}
