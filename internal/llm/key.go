package llm

import (
	"fmt"
	"log/slog"
)

// Key is the key for a model's server. It never prints itself; only the request
// carries it.
type Key string

// String is "(hidden)", or empty for an empty key.
func (k Key) String() string {
	if k == "" {
		return ""
	}
	return "(hidden)"
}

// GoString is String.
func (k Key) GoString() string { return k.String() }

// Format prints String whatever the verb, so that %x and %q reveal nothing.
func (k Key) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(k.String())) }

// MarshalText writes String, also for JSON.
func (k Key) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// LogValue logs String.
func (k Key) LogValue() slog.Value { return slog.StringValue(k.String()) }
