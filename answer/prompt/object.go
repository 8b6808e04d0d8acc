package prompt

import (
	"encoding/json"
	"strings"
)

// maxObjects is how many beginnings of an object are tried in a reply.
const maxObjects = 32

// answered is an answer in JSON.
type answered struct {
	Answerable *bool       `json:"answerable"`
	Statements []statement `json:"statements"`
}

type statement struct {
	Text      string `json:"text"`
	Citations tokens `json:"citations"`
}

// tokens are citations in JSON: a list, or a single string.
type tokens []string

// UnmarshalJSON takes both forms.
func (t *tokens) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*t = tokens{one}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(t))
}

// object decodes the first JSON object of a reply that is the one asked for,
// whatever stands around it. It reports as well whether there is anything that
// looks like one: such a reply is not plain text, even if it is broken.
func object[T any](s, field string, is func(T) bool) (value T, found, looks bool) {
	at := 0
	for range maxObjects {
		i := strings.IndexByte(s[at:], '{')
		if i < 0 {
			break
		}
		at += i
		var v T
		if json.NewDecoder(strings.NewReader(s[at:])).Decode(&v) == nil && is(v) {
			return v, true, true
		}
		at++
	}
	return value, false, strings.Contains(s, `"`+field+`"`)
}
