package rest

import (
	"fmt"
	"log/slog"
)

// Token is the bot's token, without "Bot ". It never prints itself.
type Token string

const hidden = "(hidden)"

// String is "(hidden)".
func (Token) String() string { return hidden }

// Format prints String whatever the verb, so that %x and %#v reveal nothing.
func (Token) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(hidden)) }

// MarshalText writes String.
func (Token) MarshalText() ([]byte, error) { return []byte(hidden), nil }

// LogValue logs String.
func (Token) LogValue() slog.Value { return slog.StringValue(hidden) }
