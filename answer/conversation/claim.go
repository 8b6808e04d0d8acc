package conversation

import (
	"regexp"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// Many ask whether something is so by saying it: "True or false: Ann came", "Can you
// confirm that Ann came?", "so Ann came?".

// confirming asks in front of a statement whether it is so.
var confirming = regexp.MustCompile(`(?i)^(?:(?:so|and|but|hey|please|pls|ok|okay),? )*(?:(?:is|was) (?:it|this) (?:true|correct|right|accurate|the case|a fact|so)(?:,? or not)?|` +
	`(?:(?:can|could|would) (?:you|u|someone|anyone) )?(?:please )?(?:confirm|verify|double[- ]check|fact[- ]?check)(?: for me)?|true or false|t/f|fact[- ]?check|claim)` +
	`(?:(?: this)?(?:\?|[:,]| [-–—])| (?:that|whether|if|is it true that))+ `)

// claimOf asks whether a statement is so, if a sentence only puts it up for that: by what
// stands before it, by a tag, or by a question mark. Else it is empty.
func claimOf(s string) string {
	if m := confirming.FindStringIndex(s); m != nil {
		return confirmed(strings.TrimRight(s[m[1]:], " ,;:.!?…"))
	}
	if claim := untagged(s); claim != s {
		return claim
	}
	if claim := strings.TrimRight(withoutTie(s), "?"); strings.HasSuffix(s, "?") && !strings.ContainsAny(s, ":;") && !isChoice(s) && isStatement(text.Words(claim)) && topicEnd(claim, text.Words(claim)) == 0 {
		return trueThat + " " + claimed(claim) + "?"
	}
	return ""
}

// confirmed asks whether what somebody wants to have confirmed is so; a question is one
// already.
func confirmed(claim string) string {
	words := text.Words(claim)
	if len(words) < minClaim-1 {
		return ""
	}
	if lexicon.QuestionLeads[words[0].Norm] {
		return text.Capital(claim) + "?"
	}
	return trueThat + " " + claimed(claim) + "?"
}

// verbReach is how many words may stand before the verb of a statement.
const verbReach = 6

// isStatement reports whether words are a statement: whoever did it stands first, and a
// finite verb soon after. It asks for nothing with a question word.
func isStatement(words []text.Word) bool {
	if len(words) < minClaim || lexicon.QuestionLeads[words[0].Norm] || slices.ContainsFunc(words, func(w text.Word) bool { return lexicon.QuestionWords[w.Norm] }) || !beginsSubject(words[0]) {
		return false
	}
	for i := 1; i < min(len(words), verbReach); i++ {
		if isFinite(words[i]) && !articles[words[i-1].Norm] {
			return true
		}
	}
	return false
}

// beginsSubject reports whether a subject may begin with a word: a name, a pronoun or a
// determiner.
func beginsSubject(w text.Word) bool { return w.IsCapital() || subjectStarts[w.Norm] }

var (
	subjectStarts = text.WordSet(`he she it they we there this that these those the a an his her their its our my nobody noone everyone everybody someone somebody nothing no all both
		neither one two some many most`)
	articles = text.WordSet(`the a an no his her their its our my`)
)

// isFinite reports whether a word looks like the verb of a statement.
func isFinite(w text.Word) bool {
	contracted := strings.TrimSuffix(strings.TrimSuffix(w.Norm, "n't"), "n’t")
	if lexicon.Auxiliaries[contracted] || lexicon.Auxiliaries[w.Norm] {
		return true
	}
	return !w.IsCapital() && (strings.HasSuffix(w.Norm, "ed") || text.Base(w.Norm) != w.Norm && !strings.HasSuffix(w.Norm, "s"))
}
