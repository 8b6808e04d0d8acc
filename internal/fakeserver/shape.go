package fakeserver

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// shapeOf is what a description can tell two bodies apart by: their fields,
// numbers, and what text makes of their texts.
func shapeOf(body []byte, text func(string) string) string {
	var v any
	if json.Unmarshal(body, &v) != nil {
		return string(body)
	}
	var b strings.Builder
	writeShape(&b, v, text)
	return b.String()
}

func writeShape(b *strings.Builder, v any, text func(string) string) {
	switch v := v.(type) {
	case map[string]any:
		b.WriteByte('{')
		for _, name := range slices.Sorted(maps.Keys(v)) {
			b.WriteString(strconv.Quote(name))
			writeShape(b, v[name], text)
		}
		b.WriteByte('}')
	case []any:
		b.WriteByte('[')
		for _, item := range v {
			writeShape(b, item, text)
			b.WriteByte(',')
		}
		b.WriteByte(']')
	case string:
		b.WriteString(strconv.Quote(text(v)))
	case float64:
		b.WriteString(strconv.FormatFloat(v, 'g', -1, 64))
	case bool:
		b.WriteString(strconv.FormatBool(v))
	default:
		b.WriteString("null")
	}
}
