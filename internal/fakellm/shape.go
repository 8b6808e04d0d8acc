package fakellm

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// longText is how many bytes a text has that stands for any other one.
const longText = 100

// shapeOf is what the OpenAPI description can tell two bodies apart by: their
// fields, numbers and short texts. It knows no rule for long ones.
func shapeOf(body []byte) string {
	var v any
	if json.Unmarshal(body, &v) != nil {
		return string(body)
	}
	var b strings.Builder
	writeShape(&b, v)
	return b.String()
}

func writeShape(b *strings.Builder, v any) {
	switch v := v.(type) {
	case map[string]any:
		b.WriteByte('{')
		for _, name := range slices.Sorted(maps.Keys(v)) {
			b.WriteString(strconv.Quote(name))
			writeShape(b, v[name])
		}
		b.WriteByte('}')
	case []any:
		b.WriteByte('[')
		for _, item := range v {
			writeShape(b, item)
			b.WriteByte(',')
		}
		b.WriteByte(']')
	case string:
		if len(v) >= longText {
			v = "..."
		}
		b.WriteString(strconv.Quote(v))
	case float64:
		b.WriteString(strconv.FormatFloat(v, 'g', -1, 64))
	default:
		b.WriteString(encode(v))
	}
}
