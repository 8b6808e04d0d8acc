package gateway

import "log/slog"

// Token is the bot's token without the word "Bot". It prints as dots, in logs
// and errors too, whatever the verb.
type Token string

const hidden = "•••"

// String hides the token.
func (t Token) String() string { return hidden }

// GoString hides the token from %#v.
func (t Token) GoString() string { return hidden }

// LogValue hides the token from logs.
func (t Token) LogValue() slog.Value { return slog.StringValue(hidden) }

// MarshalText hides the token from encoders.
func (t Token) MarshalText() ([]byte, error) { return []byte(hidden), nil }
