package gateway

import (
	"fmt"
	"log/slog"
)

// Token is the bot's token without the word "Bot". It prints as dots, in logs
// and errors too.
type Token string

const hidden = "•••"

// Format hides the token whatever the verb, %x and %d too.
func (Token) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(hidden)) }

// LogValue hides the token from logs.
func (Token) LogValue() slog.Value { return slog.StringValue(hidden) }

// MarshalText hides the token from encoders.
func (Token) MarshalText() ([]byte, error) { return []byte(hidden), nil }
