package retrieval

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
)

// Plain writes what somebody typed in a chat as one would write it in a letter:
// without markup, addresses and emoji, with one kind of quotation marks, with
// small letters where all are capitals, and with the short forms of chats written
// out. It knows no corpus, and leaves words alone that it does not know. It is
// idempotent.
func Plain(typed string) string {
	typed = text.Clean(text.Truncate(typed, maxQuestion))
	s := withoutSigns(strings.Map(plainRune, withoutMarkup(typed)))
	plain := withoutAlternatives(fronted(withoutGreeting(plainlyHeld(unnegated(spelledOut(lowered(text.Squeeze(closedUp(s)))))))))
	if text.CountWords(plain) == 0 {
		return text.Squeeze(typed) // it has nothing but what is left out
	}
	return plain
}

var (
	webAddress = regexp.MustCompile(`<?\b(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\]]>?`)
	titledLink = regexp.MustCompile(`\[([^\[\]]*)\]\([^()\s]*\)`)
	// chatMarks are what a chat puts for users, channels, emoji and times.
	chatMarks = regexp.MustCompile(`^\s*@[\w.]+\s|<(?:[@#][!&]?\d+|a?:\w+:\d+|t:\d+(?::\w)?)>|@(?:everyone|here)\b|(?:^|\s):[a-z0-9_+-]{2,}:`)
	// lineMarks begin a quoted line, a heading or a small line.
	lineMarks = regexp.MustCompile(`(?m)^\s*(?:>>?>?|#{1,3}|-#|[-*•])\s+`)
	// fenceMarks surround code, bold, hidden and struck words.
	fenceMarks = strings.NewReplacer("```", " ", "`", "", "**", "", "~~", "", "||", "", "*", "")
	// underlined is a word between underscores.
	underlined = regexp.MustCompile(`(^|[^\pL\pN_])_{1,3}([^_]+)_{1,3}($|[^\pL\pN_])`)
)

// withoutMarkup takes the marks of Markdown, addresses and a chat's marks out.
func withoutMarkup(s string) string {
	if strings.Contains(s, "](") {
		s = titledLink.ReplaceAllString(s, "$1")
	}
	if strings.Contains(s, "://") || strings.Contains(s, "www.") {
		s = webAddress.ReplaceAllString(s, " ")
	}
	if strings.ContainsAny(s, "<@:") {
		s = chatMarks.ReplaceAllString(s, " ")
	}
	if strings.ContainsAny(s, ">#-*•") {
		s = lineMarks.ReplaceAllString(s, "")
	}
	if strings.ContainsAny(s, "`*~|") {
		s = fenceMarks.Replace(s)
	}
	if strings.Contains(s, "_") {
		s = underlined.ReplaceAllString(s, "$1$2$3")
	}
	return s
}

// plainRune drops emoji, and gives the quotation marks of all languages one form.
func plainRune(r rune) rune {
	switch {
	case r < 0x80:
		return r
	case r >= 0x1F000 && r <= 0x1FAFF, r >= 0x2600 && r <= 0x27BF, r >= 0x2B00 && r <= 0x2BFF, r == 0xFE0F, r == 0x20E3:
		return ' '
	case strings.ContainsRune("«»„“”‟「」『』《》〝〞＂", r):
		return '"'
	case r == '‹' || r == '›':
		return '"'
	case r == '？' || r == '؟' || r == '⁇':
		return '?'
	case r == '！':
		return '!'
	}
	return r
}

// fewShouted is how many words in capitals are no shouting.
const fewShouted = 3

// lowered writes a text in small letters that has no others, so that its
// capitals mean nothing.
func lowered(s string) string {
	if strings.IndexFunc(s, unicode.IsLower) >= 0 || text.CountWords(s) < fewShouted {
		return s
	}
	words := text.Words(s)
	var b strings.Builder
	at := 0
	for i, w := range words {
		b.WriteString(s[at:w.Start])
		at = w.End
		if w.Norm == "usa" && i > 0 && !beforePronoun[words[i-1].Norm] {
			b.WriteString(w.Of(s)) // "THE US" is no pronoun
			continue
		}
		b.WriteString(strings.ToLower(w.Of(s)))
	}
	b.WriteString(s[at:])
	return b.String()
}

// beforePronoun are the words that a pronoun follows ("tell us").
var beforePronoun = set(`tell give show let told gave showed of for to with`)

// spelledOut writes the short forms of chats out, and stretched words short. They
// are English: what looks like another language is left alone.
func spelledOut(s string) string {
	words := text.Words(s)
	if !slices.ContainsFunc(words, mayBeShort) {
		return s
	}
	if language, sure := text.Language(s); sure && language != "en" {
		return s
	}
	var b strings.Builder
	at, changed := 0, false
	for i, w := range words {
		if w.Start < at {
			continue
		}
		out, known := longForm(s, words, i)
		if !known {
			continue
		}
		b.WriteString(s[at:w.Start])
		b.WriteString(out)
		at, changed = w.End, true
		if out == "" && beginsSentence(s[:w.Start]) && strings.HasPrefix(s[at:], ",") {
			at++ // "Btw, who won?"
		}
	}
	if !changed {
		return s
	}
	b.WriteString(s[at:])
	return text.Squeeze(closedUp(b.String()))
}

// beginsSentence reports whether what follows a text begins a sentence.
func beginsSentence(before string) bool {
	before = strings.TrimRight(before, " ")
	return before == "" || strings.IndexByte(".?!", before[len(before)-1]) >= 0
}

// mayBeShort reports whether a word can be a short form or a stretched one.
func mayBeShort(w text.Word) bool {
	norm, stretched := unstretched(w.Norm)
	return stretched || shortened[norm]
}

// shortened are the words that longForm looks at.
var shortened = func() map[string]bool {
	all := set("w where dose loose")
	for _, words := range []map[string]bool{swears, fillers, trailing, tagEnds} {
		maps.Copy(all, words)
	}
	for _, forms := range []map[string]string{glued, numberForms, shortForms, letterForms} {
		for short := range forms {
			all[short] = true
		}
	}
	return all
}()

// spaceBefore is white space before a mark, as it is left where a word went.
var spaceBefore = regexp.MustCompile(`\s+([?!.,])`)

// closedUp takes white space before marks away; mostly there is none.
func closedUp(s string) string {
	for i := 1; i < len(s); i++ {
		if strings.IndexByte("?!.,", s[i]) >= 0 && strings.IndexByte(" \t\n\f\r", s[i-1]) >= 0 {
			return spaceBefore.ReplaceAllString(s, "$1")
		}
	}
	return s
}

// longForm is what stands for word i where it is a short form, or stretched.
func longForm(s string, words []text.Word, i int) (string, bool) {
	typed := words[i].Of(s)
	if isAcronymWord(typed) {
		return "", false
	}
	norm := text.Fold(typed)
	short, stretched := unstretched(norm)
	if long, ok := pairForms[short+" "+nextNorm(words, i)]; ok {
		return likeCapital(typed, long), true
	}
	if apart := glued[short]; apart != "" {
		return likeCapital(typed, apart), true
	}
	if swears[short] && auxiliaries[nextNorm(words, i)] {
		return likeCapital(typed, "what"), true
	}
	if fillers[short] || i == len(words)-1 && trailing[short] {
		return "", len(words) > 1
	}
	if long, ok := shortForms[short]; ok && (i == 0 || !contextual[short]) {
		return likeCapital(typed, long), true
	}
	if verb := meantVerb(words, i); verb != "" {
		return verb, true
	}
	if i > 0 && numberForms[short] != "" && (beforeNumberForm[short+" "+words[i-1].Norm] || behindNumberForm[nextNorm(words, i)]) && standsFree(s, words, i) {
		return numberForms[short], true
	}
	if letter, ok := letterForms[short]; ok && (typed == norm || i == 0) && standsFree(s, words, i) {
		return likeCapital(typed, letter), true
	}
	if standsForWith(s, words, i) {
		return "with", true
	}
	if endsTag(words, i) {
		return "", true
	}
	return likeCapital(typed, short), stretched
}

// standsForWith reports whether word i is a "w" for "with": one behind a word of
// everyday English, and no initial of a name.
func standsForWith(s string, words []text.Word, i int) bool {
	if words[i].Of(s) != "w" || i == 0 || i+1 == len(words) || !standsFree(s, words, i) {
		return false
	}
	before := words[i-1].Norm
	return text.IsStop(before) || isEnglish(before) || strings.HasSuffix(before, "ed") || strings.HasSuffix(before, "ing")
}

// nextNorm is the word after word i.
func nextNorm(words []text.Word, i int) string {
	if i+1 < len(words) {
		return words[i+1].Norm
	}
	return ""
}

// isAcronymWord reports whether a word is in capitals: that is no slang.
func isAcronymWord(typed string) bool {
	return len(typed) > 1 && strings.IndexFunc(typed, unicode.IsLower) < 0
}

// likeCapital gives a word a capital where the typed one has one.
func likeCapital(typed, word string) string {
	r, _ := utf8.DecodeRuneInString(typed)
	if word == "" || !unicode.IsUpper(r) {
		return word
	}
	return text.Capital(word)
}

// standsFree reports whether a single letter stands between spaces: no initial
// of a name, no item of a list.
func standsFree(s string, words []text.Word, i int) bool {
	before := i == 0 || s[words[i].Start-1] == ' '
	after := words[i].End == len(s) || strings.IndexByte(" ?!", s[words[i].End]) >= 0
	return before && after && len(words) > 2
}

// endsTag reports whether word i belongs to an "or nah" or "or not" at the end.
func endsTag(words []text.Word, i int) bool {
	last := len(words) - 1
	if last < 3 || i < last-1 || !tagEnds[words[last].Norm] {
		return false
	}
	return words[last-1].Norm == "or" && words[last-2].Norm != "yes"
}

var tagEnds = set(`nah no not what nope na`)
