package event

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// object is a JSON object of which only what is asked for is read. Whatever has
// another type than the asker expects counts as absent: Discord adds and changes
// fields without notice, and one odd field must not cost the whole event.
type object map[string]json.RawMessage

// parse reads the object that an event is.
func parse(what string, raw []byte) (object, error) {
	var o object
	if err := json.Unmarshal(raw, &o); err != nil {
		return nil, fmt.Errorf("read the %s: %w", what, err)
	}
	if o == nil {
		return nil, fmt.Errorf("read the %s: %w", what, errNull)
	}
	return o, nil
}

var errNull = errors.New("it is null")

// object returns the object under key, or nil, which is an empty one.
func (o object) object(key string) object { return asObject(o[key]) }

func asObject(raw json.RawMessage) object {
	var inner object
	if json.Unmarshal(raw, &inner) != nil {
		return nil
	}
	return inner
}

// items returns the elements of the list under key.
func (o object) items(key string) []json.RawMessage {
	var list []json.RawMessage
	if json.Unmarshal(o[key], &list) != nil {
		return nil
	}
	return list
}

// objects returns the objects in the list under key.
func (o object) objects(key string) []object {
	var list []object
	for _, raw := range o.items(key) {
		if inner := asObject(raw); inner != nil {
			list = append(list, inner)
		}
	}
	return list
}

// text returns the string under key; numbers and booleans as JSON writes them.
func (o object) text(key string) string { return asText(o[key]) }

func asText(raw json.RawMessage) string {
	if len(raw) == 0 {
		return ""
	}
	switch raw[0] {
	case '"':
		var s string
		if json.Unmarshal(raw, &s) != nil {
			return ""
		}
		return s
	case '{', '[', 'n': // an object, a list, null
		return ""
	}
	return string(raw)
}

// flag reports whether true stands under key.
func (o object) flag(key string) bool { return o.text(key) == "true" }

// number returns the whole number under key, be it a string or not, or instead.
func (o object) number(key string, instead int64) int64 {
	n, err := strconv.ParseInt(o.text(key), 10, 64)
	if err != nil {
		return instead
	}
	return n
}

// small is number for what Discord numbers through: types and kinds.
func (o object) small(key string, instead int) int {
	n := o.number(key, int64(instead))
	if n < 0 || n > 1<<16 {
		return instead
	}
	return int(n)
}

// bits returns the bit set under key, which Discord writes as a decimal string.
func (o object) bits(key string) uint64 {
	n, err := strconv.ParseUint(o.text(key), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// moment returns the ISO 8601 time under key, or the zero time.
func (o object) moment(key string) time.Time {
	t, err := time.Parse(time.RFC3339, o.text(key))
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}

// id returns the snowflake under key; what is none counts as absent, because
// ids become parts of addresses.
func (o object) id(key string) string { return snowflake(o.text(key)) }

// want returns an error that names those of the keys that have no value.
func want(what string, values map[string]string, keys ...string) error {
	var missing []string
	for _, key := range keys {
		if values[key] == "" {
			missing = append(missing, key)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return fmt.Errorf("read the %s: it has no valid %s", what, strings.Join(missing, ", "))
}
