package answer

import "sherpa/internal/text"

// FailedLanguage is a sentence in a language that is not read, so that nothing
// in it can be held against its sources.
const FailedLanguage FailureKind = "language"

// VerifyTranslated is Verify for a sentence that is in another language than its
// spans: lang is one of en, es, fr, de, ru and uk.
func VerifyTranslated(sentence, lang string, spans []string) Verification {
	if lang == "en" {
		return Verify(sentence, spans)
	}
	return Verification{[]Failure{{Kind: FailedLanguage, Words: text.Truncate(sentence, 80)}}}
}
