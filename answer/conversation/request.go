package conversation

import (
	"regexp"
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// People ask for words and for names without a question: "Quote Ann on the fair",
// "List everyone who came". Here such a request is asked as a question.

// requestForm is a pattern of requests with the question that they mean; what is
// asked about is in the group "about", and who speaks in "who".
type requestForm struct {
	pattern *regexp.Regexp
	asks    string
}

var requestForms = []requestForm{
	{requestPattern(`quote (?P<who>` + speaker + `)(?: (?:on|about|regarding|over) (?P<about>.+))?`), "What did %who say%about?"},
	{requestPattern(`(?:give (?:me )?|show (?:me )?|list (?:me )?|find (?:me )?|any |what are )?(?:a |the |some |all |all the |every )?(?:exact |direct |literal |famous )?` +
		`(?:quotes?|quotations?|statements?|remarks) (?:from|by|of) (?P<who>` + speaker + `)(?: (?:on|about|regarding|over) (?P<about>.+))?`), "What did %who say%about?"},
	{requestPattern(`(?:what (?:were|was|are|is) )?(?P<who>` + speaker + `)(?:['’]s?)? (?:exact|own|actual|literal|precise) (?:words?|quotes?)(?: (?:on|about|regarding|over) (?P<about>.+))?`), "What did %who say%about?"},
	{requestPattern(`(?:list|name|tell me|give me|show me) (?:(?:(?:all )?(?:the |of the )?things|everything|all of what|all)(?: that| which)? )(?P<who>` + speaker + `) (?:says?|said)(?: (?:on|about|regarding|over) (?P<about>.+))?`), "What did %who say%about?"},
	{requestPattern(`(?:list|name|tell me|give me|show me) (?:me )?(?:(?:all )?(?:the )?names of )?(?:everyone|everybody|anyone|all (?:the )?(?:people|persons|those)|all|the people|those) (?:who|that) (?P<about>.+)`), "Who%about?"},
	{requestPattern(`(?:and )?who all (?P<about>` + finite + `\b.*)`), "Who%about?"},
	{requestPattern(`(?:and )?what all (?P<about>` + finite + `\b.*)`), "What%about?"},
}

const (
	// speaker is a name or a description of up to five words.
	speaker = `\S+(?: \S+){0,4}?`
	finite  = `(?:is|are|was|were|did|do|does|has|have|had|will|can|came|went|attended|took|said|says|happened|got)`
)

// requestPattern is a pattern for whole requests, whatever their capitals.
func requestPattern(p string) *regexp.Regexp { return regexp.MustCompile(`(?i)^` + p + `$`) }

// requestWords are the words of which each of the requests has one.
var requestWords = text.WordSet(`quote quotes quotation quotations statement statements remark remarks word words list name names tell give show all`)

// inquired is a request as a question; anything else stays as it is.
func inquired(asked string) string {
	if !slices.ContainsFunc(text.Words(asked), func(w text.Word) bool { return requestWords[w.Norm] }) {
		return asked
	}
	plain := retrieval.Plain(asked)
	words := text.Words(plain)
	n := politeness(words)
	if n == len(words) {
		return asked
	}
	line := strings.TrimRight(plain[words[n].Start:], "?!. ")
	for _, f := range requestForms {
		m := f.pattern.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		who := part(f.pattern, m, "who")
		if prepositions[text.Fold(firstWord(who))] {
			continue
		}
		return strings.NewReplacer("%who", asSubject(who), "%about", f.matter(part(f.pattern, m, "about"))).Replace(f.asks)
	}
	return asked
}

// matter is what a request is about, as the question goes on.
func (f requestForm) matter(about string) string {
	switch {
	case about == "":
		return ""
	case strings.Contains(f.asks, "%who"):
		return " about " + about
	}
	return " " + about
}

// part is what a named group of a pattern matched; "" if it is not there.
func part(p *regexp.Regexp, match []string, name string) string {
	if i := p.SubexpIndex(name); i >= 0 {
		return match[i]
	}
	return ""
}

// asSubject is who speaks, as the subject of a question.
func asSubject(who string) string {
	if subject := subjectForms[text.Fold(who)]; subject != "" {
		return subject
	}
	return trimOwn(who)
}

// subjectForms are the pronouns by those that are subjects.
var subjectForms = map[string]string{"him": "he", "her": "she", "them": "they", "his": "he", "their": "they"}
