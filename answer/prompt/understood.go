package prompt

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
)

// rewritten is an understanding in JSON.
type rewritten struct {
	Question string `json:"question"`
	Language string `json:"language"`
}

// Read reads a reply to either form of the prompt. It fails with ErrUnreadable
// only: where a reply is not one question or request in one line that may be
// shown and searched for.
func (u *Understanding) Read(reply string) (Understood, error) {
	s := spoken(readable(reply))
	o, found := decoded(s, "{", func(o rewritten) bool { return o.Question != "" })
	switch {
	case !found && objectLike.MatchString(s):
		return Understood{}, ErrUnreadable
	case !found:
		o = plainly(s)
	}
	o.Question = oneQuestion(o.Question)
	if !u.fit(o.Question) {
		return Understood{}, ErrUnreadable
	}
	return Understood{Question: o.Question, Language: language(o.Language)}, nil
}

var (
	// leadingCode is the code of a language before a question in plain text.
	leadingCode = regexp.MustCompile(`^[\[(]?([a-z]{2,3}|[A-Z]{2})(?:-[A-Za-z]+)?(?:[\])]\s*[:|]?|\s*[:|])\s*(\S.*)$`)
	// announced is what models write before a question.
	announced = regexp.MustCompile(`(?i)^(?:(?:standalone|rewritten|reformulated|understood|translated)\s+)?(?:question|query|request)\s*:\s*`)
)

// plainly reads the form in plain text: one line.
func plainly(s string) rewritten {
	all := lines(s)
	if len(all) != 1 {
		return rewritten{}
	}
	if m := leadingCode.FindStringSubmatch(all[0]); m != nil {
		return rewritten{Question: m[2], Language: m[1]}
	}
	return rewritten{Question: all[0]}
}

// oneQuestion strips what is around a question. It is empty if there is more
// than one line.
func oneQuestion(s string) string {
	all := lines(readable(s))
	if len(all) != 1 {
		return ""
	}
	s = announced.ReplaceAllString(all[0], "")
	for _, pair := range []string{`""`, "''", "“”", "«»", "„“"} {
		open, n := utf8.DecodeRuneInString(pair)
		closing := pair[n:]
		if strings.HasPrefix(s, string(open)) && strings.HasSuffix(s, closing) && len(s) > len(pair) {
			s = strings.TrimSuffix(strings.TrimPrefix(s, string(open)), closing)
		}
	}
	return text.Squeeze(s)
}

// fit reports whether a question may be shown and searched for.
func (u *Understanding) fit(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= MaxQuestion && asks(s) &&
		!isActive(s) && !u.key.leaks(s, u.written.instructions)
}

// requests begin what asks for something without a question mark.
var requests = text.WordSet(`who whom whose what when where why which how did does is are was were has have
	tell explain compare summarise summarize describe list show give name find report outline check define identify
	dime explica compara resume describe enumera muestra nombra dis explique resume decris enumere nomme montre
	nenne erklare vergleiche beschreibe zeige fasse liste расскажи объясни сравни опиши перечисли назови покажи
	розкажи поясни порівняй опиши перелічи назви покажи`)

// asksBack is a question of the model to the reader.
var asksBack = regexp.MustCompile(`^(?:could|can|would|will) you (?:\pL+ ){0,2}(?:clarify|provide|specify|share|tell me|give me|rephrase)\b|^what do you mean|^how can i (?:help|assist)`)

// asks reports whether a text is a question or a request of a reader.
func asks(s string) bool {
	if strings.IndexFunc(s, unicode.IsLetter) < 0 || asksBack.MatchString(text.Fold(s)) {
		return false
	}
	if strings.ContainsRune("?？؟", lastRune(strings.TrimRight(s, "”\"»' "))) {
		return true
	}
	words := text.Words(s)
	if len(words) > 0 && words[0].Norm == "please" {
		words = words[1:]
	}
	return len(words) > 1 && requests[words[0].Norm]
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

var baseTag = regexp.MustCompile(`^[a-z]{2,3}$`)

// language is the base of a BCP 47 tag, or empty if it is none.
func language(tag string) string {
	if base := baseLanguage(tag); baseTag.MatchString(base) {
		return base
	}
	return ""
}
