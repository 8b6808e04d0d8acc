package translated

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/answer/verify"
	"sherpa/internal/text"
)

// FailedLanguage is a sentence in a language that is not read, so that nothing
// in it can be held against its sources.
const FailedLanguage verify.FailureKind = "language"

// Sentence holds a sentence against the spans that it cites, as verify.Sentence
// does, where it may be in another language than these: lang is the language that
// it should be in, one of en, es, fr, de, ru and uk. Where the sentence is clearly
// in another one of these, it is read in that. What is read are words, not meaning:
// quotations stand in a span as they are, numbers, dates, durations and their
// bounds are compared as values, names by their spelling or sound, places by what
// they are called in each language, and denials clause by clause. What cannot be
// read is a failure. Who did what to whom is seen only in simple sentences.
func Sentence(sentence, lang string, spans []string) verify.Result {
	if len(sentence) > verify.MaxSentence {
		return verify.Result{Failures: []verify.Failure{{Kind: verify.FailedLength, Words: text.Truncate(sentence, 80)}}}
	}
	spans = boundedSpans(spans)
	sentence = plainQuotes(sentence)
	lang = clearLanguage(withoutQuotes(sentence), lang)
	of := clearLanguage(strings.Join(spans, " "), "en")
	switch {
	case lang == "" || vocabularyOf(lang) == nil || vocabularyOf(of) == nil || otherScript(sentence, lang):
		return verify.Result{Failures: []verify.Failure{{Kind: FailedLanguage, Words: text.Truncate(sentence, 80)}}}
	case unclosedMark(sentence) != "":
		return verify.Result{Failures: []verify.Failure{{Kind: verify.FailedQuote, Words: unclosedMark(sentence)}}}
	case lang == "en" && of == "en":
		return verify.Sentence(sentence, spans)
	}
	sources := make([]*reading, len(spans))
	for i, s := range spans {
		sources[i] = read(s, of)
	}
	return verifyReadings(read(sentence, lang), sources)
}

// findings gathers what is found.
type findings struct{ verify.Result }

func verifyReadings(claim *reading, sources []*reading) verify.Result {
	var v findings
	x := indexOf(sources)
	v.quotes(claim, x)
	v.values(claim, sources)
	v.looseFigures(claim, x)
	v.names(claim, x)
	v.offices(claim, x)
	v.roles(claim, x)
	v.opposites(claim, x)
	v.polarity(claim, sources)
	return v.Result
}

// boundedSpans are the spans that are within the limit.
func boundedSpans(spans []string) []string {
	size := 0
	for i, s := range spans {
		if size += len(s); size > verify.MaxSpans {
			return spans[:i]
		}
	}
	return spans
}

// clearLanguage is the language that a text is clearly in, or else the one given.
func clearLanguage(s, given string) string {
	if code, sure := text.Language(s); sure {
		return code
	}
	return given
}

// otherScript reports whether a sentence has letters that the language is not
// written in: names may be Latin, but not the most of a Russian sentence, and
// nothing may be Chinese.
func otherScript(s, lang string) bool {
	cyrillic, other := 0, 0
	for _, c := range s {
		switch {
		case unicode.Is(unicode.Cyrillic, c):
			cyrillic++
		case unicode.IsLetter(c) && !unicode.Is(unicode.Latin, c) && c != 'º' && c != 'ª':
			other++
		}
	}
	return other > 0 || (lang == "ru" || lang == "uk") && cyrillic == 0
}

// withoutQuotes is a text without what stands in quotation marks, which is in
// another language.
func withoutQuotes(s string) string {
	var b strings.Builder
	from := 0
	for _, q := range text.Quotations(s) {
		b.WriteString(s[from:q.Start])
		from = q.End
	}
	b.WriteString(s[from:])
	return b.String()
}

// plainQuotes turns »German« marks round, so that they open and close as others
// do.
func plainQuotes(s string) string {
	closing, opening := strings.Index(s, "»"), strings.Index(s, "«")
	if closing < 0 || opening >= 0 && opening < closing {
		return s
	}
	return strings.NewReplacer("»", "“", "«", "”").Replace(s)
}

// quotes checks that every quotation stands in a source as it is. The
// name of a thing may be in quotation marks too.
func (v *findings) quotes(claim *reading, x *sourceIndex) {
	for _, q := range claim.quotes {
		words := strings.TrimFunc(q.Of(claim.text), unicode.IsSpace)
		if want := verify.BareQuote(words); want != "" && !x.quoted(want) && !claim.namedIn(q, x) {
			v.Fail(verify.FailedQuote, words, "")
		}
	}
}

func (x *sourceIndex) quoted(want string) bool {
	for _, s := range x.sources {
		if containsWords(verify.PlainMarks.Replace(s.text), want) {
			return true
		}
	}
	return false
}

// containsWords reports whether s has the words, and not only as parts of longer
// ones.
func containsWords(s, words string) bool {
	for from := 0; ; {
		at := strings.Index(s[from:], words)
		if at < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(s[:from+at])
		after, _ := utf8.DecodeRuneInString(s[from+at+len(words):])
		first, _ := utf8.DecodeRuneInString(words)
		last, _ := utf8.DecodeLastRuneInString(words)
		if !(text.IsLetterOrDigit(before) && text.IsLetterOrDigit(first)) && !(text.IsLetterOrDigit(after) && text.IsLetterOrDigit(last)) {
			return true
		}
		from += at + len(words)
	}
}

// maxNamed is how many words the name of a thing has in quotation marks.
const maxNamed = 3

// namedIn reports whether a quotation is no more than a name that the sources
// have, in their letters or in those of the sentence.
func (r *reading) namedIn(q text.Span, x *sourceIndex) bool {
	n := 0
	var before []int
	for i := range r.words {
		if !q.Contains(r.words[i].Span) {
			continue
		}
		found := x.find(r, i)
		if !r.words[i].IsCapital() || len(found) == 0 || apartInSources(before, found) {
			return false
		}
		before = found
		n++
	}
	return n > 0 && n <= maxNamed
}

// unclosedMark is the first quotation mark that belongs to no quotation.
func unclosedMark(s string) string {
	quotes := text.Quotations(s)
	for i, c := range s {
		if !strings.ContainsRune("“”„«»\"", c) {
			continue
		}
		if !slices.ContainsFunc(quotes, func(q text.Span) bool { return i >= q.Start-len("“") && i <= q.End }) {
			return s[i:]
		}
	}
	return ""
}
