package prompt

import (
	"encoding/json"
	"regexp"
	"strings"
)

// maxObjects is how many beginnings of an object are tried in a reply.
const maxObjects = 32

// answered is an answer in JSON.
type answered struct {
	Answerable *bool       `json:"answerable"`
	Statements []statement `json:"statements"`
}

// statement is one of its statements. The citations are read as they stand: a
// list of tokens, one string, or numbers that were never given.
type statement struct {
	Text      string          `json:"text"`
	Citations json.RawMessage `json:"citations"`
}

// answeredIn finds the answer in a reply, whatever stands around it: the object
// that was asked for, or a bare list of statements.
func answeredIn(s string) (answered, bool) {
	o, ok := decoded(s, "{", func(o answered) bool { return o.Answerable != nil || o.Statements != nil })
	if ok || strings.Contains(s, `"statements"`) {
		return o, ok
	}
	list, ok := decoded(s, "[", func(l []statement) bool { return len(l) > 0 && l[0].Text != "" })
	return answered{Statements: list}, ok
}

// decoded is the first JSON value of a reply that begins with open, can be
// decoded, and is what was asked for.
func decoded[T any](s, open string, is func(T) bool) (value T, ok bool) {
	at := 0
	for range maxObjects {
		i := strings.Index(s[at:], open)
		if i < 0 {
			break
		}
		at += i
		var v T
		if json.NewDecoder(strings.NewReader(s[at:])).Decode(&v) == nil && is(v) {
			return v, true
		}
		at += len(open)
	}
	return value, false
}

// objectLike is what a reply has that was meant to be JSON, even if it is broken.
var objectLike = regexp.MustCompile(`\{\s*["'\pL]+\s*["']?\s*:|"statements"`)
