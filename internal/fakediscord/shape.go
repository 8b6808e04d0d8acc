package fakediscord

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// lengths are the lengths that rules of Discord's ask about.
var lengths = []int{0, 1, 25, 32, 45, 80, 100, 150, 152, 256, 512, 1024, 2000, 2048, 4000, 4096, 6000}

// shapeOf is what the OpenAPI description can tell two bodies apart by: their
// fields, numbers, and the kinds and rough lengths of their texts.
func shapeOf(body []byte) string {
	if len(body) == 0 {
		return ""
	}
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
		writeTextShape(b, v)
	case float64:
		b.WriteString(strconv.FormatFloat(v, 'g', -1, 64))
	case bool:
		b.WriteString(strconv.FormatBool(v))
	default:
		b.WriteByte('0')
	}
}

// writeTextShape writes whether a text is an id, an address or another text, and
// between which lengths it is.
func writeTextShape(b *strings.Builder, text string) {
	switch {
	case isSnowflake(text):
		b.WriteByte('#')
	case strings.Contains(text, "://"):
		b.WriteByte('/')
	default:
		b.WriteByte('"')
	}
	n := utf8.RuneCountInString(text)
	i, _ := slices.BinarySearch(lengths, n)
	b.WriteString(strconv.Itoa(i))
}
