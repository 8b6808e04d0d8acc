package fakellm

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"sherpa/internal/fakeserver"
)

// Violation is a rule that a client broke.
type Violation = fakeserver.Violation

// Violations are the rules that were broken so far.
func (s *Server) Violations() []Violation { return s.rules.Violations() }

// ExpectViolations says that the test looks at the violations itself.
func (s *Server) ExpectViolations() { s.rules.Expect() }

// holdToRules notes the rules that a call breaks, but for those of the OpenAPI
// description, which are looked at later.
func (s *Server) holdToRules(call *Call) {
	where := fmt.Sprintf("call %d, %s %s", call.Number, call.Method, call.Path)
	if methods[call.Path] == "" {
		s.rules.Violate(where, "there is no such path")
		return
	}
	if call.Method == "POST" && !strings.HasPrefix(call.Header.Get("Content-Type"), contentJSON) {
		s.rules.Violate(where, "Content-Type is %q", call.Header.Get("Content-Type"))
	}
	if chat := call.Chat; chat != nil {
		for _, text := range chat.broken() {
			s.rules.Violate(where, "%s", text)
		}
	}
	if !s.opts.NoSpec {
		s.rules.Hold(where, fakeserver.Request{Method: call.Method, Target: call.Path, Body: call.Body})
	}
}

// schemaName is what a schema may be called.
var schemaName = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)

// broken are the rules of OpenAI's servers that a chat request breaks and that
// the description does not tell of.
func (c *Chat) broken() (list []string) {
	if c.Fields["max_tokens"] != nil && c.Fields["max_completion_tokens"] != nil {
		list = append(list, "max_tokens and max_completion_tokens are both set")
	}
	if c.Fields["stream_options"] != nil && !c.Stream {
		list = append(list, "stream_options without stream")
	}
	if c.Fields["tools"] != nil || c.Fields["functions"] != nil {
		list = append(list, "tools are offered; there are to be none")
	}
	if c.Schema == nil {
		return list
	}
	if !schemaName.MatchString(c.SchemaName) {
		list = append(list, fmt.Sprintf("the schema's name %q is none", c.SchemaName))
	}
	var schema any
	if err := json.Unmarshal(c.Schema, &schema); err != nil {
		return append(list, "the schema is no JSON: "+err.Error())
	}
	return append(list, loose(schema, "the schema")...)
}

// loose says where a schema is not strict: every object has to name all its
// properties as required and to allow no others.
func loose(schema any, where string) (list []string) {
	fields, isObject := schema.(map[string]any)
	if !isObject {
		return nil
	}
	if properties, ok := fields["properties"].(map[string]any); ok {
		if fields["additionalProperties"] != false {
			list = append(list, where+" allows additional properties")
		}
		required := fmt.Sprint(sorted(fields["required"]))
		if want := fmt.Sprint(slices.Sorted(maps.Keys(properties))); required != want {
			list = append(list, where+" requires "+required+", not "+want)
		}
		for _, name := range slices.Sorted(maps.Keys(properties)) {
			list = append(list, loose(properties[name], where+"."+name)...)
		}
	}
	for _, name := range []string{"anyOf", "$defs", "items"} {
		switch inner := fields[name].(type) {
		case []any:
			for i, s := range inner {
				list = append(list, loose(s, fmt.Sprintf("%s.%s[%d]", where, name, i))...)
			}
		case map[string]any:
			if name == "$defs" {
				for _, s := range inner {
					list = append(list, loose(s, where+".$defs")...)
				}
				continue
			}
			list = append(list, loose(inner, where+"."+name)...)
		}
	}
	return list
}

func sorted(list any) []string {
	items, _ := list.([]any)
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = fmt.Sprint(item)
	}
	slices.Sort(texts)
	return texts
}
