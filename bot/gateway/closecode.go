package gateway

import (
	"errors"
	"fmt"

	"sherpa/internal/usererr"
)

// ErrFatal is wrapped by Run's error if Discord refuses the bot until its
// operator changes something. Trying again would only be refused again.
var ErrFatal = errors.New("the gateway refuses this bot")

// CloseError is a refusal: the close code with which Discord ended a connection
// for good. It wraps ErrFatal.
type CloseError struct{ Code int }

func (e *CloseError) Error() string {
	return fmt.Sprintf("%v: closed with code %d (%s)", ErrFatal, e.Code, fatalCodes[e.Code].name)
}

// Unwrap returns ErrFatal.
func (e *CloseError) Unwrap() error { return ErrFatal }

// closeTokenRefused is the code for a wrong token. It also stands for a refusal
// of the token by REST.
const closeTokenRefused = 4004

// fatalCodes are the close codes after which Discord forbids to reconnect, with
// what the operator can do.
var fatalCodes = map[int]struct{ name, sentence string }{
	closeTokenRefused: {"authentication failed", "Discord refuses the bot's token; copy a new one from the Developer Portal (Bot, Reset Token) and set it as DISCORD_TOKEN."},
	4010:              {"invalid shard", "Discord refuses the shard numbers; check the setting discord.shards and the range of this process."},
	4011:              {"sharding required", "The bot is in too many servers for its number of shards; set discord.shards to 0, which takes as many as Discord recommends."},
	4012:              {"invalid API version", "Discord no longer speaks the gateway version that this program uses; update Sherpa."},
	4013:              {"invalid intents", "Discord does not know the gateway intents that were asked for; update Sherpa."},
	4014:              {"disallowed intents", "The bot asks for a privileged intent that it was not granted; Sherpa needs none, so switch off what asks for it, or enable the intent in the Developer Portal (Bot, Privileged Gateway Intents)."},
}

// refusal is the error for a fatal close code, with exit code 78 and the
// sentence for the operator.
func refusal(code int) error {
	return usererr.Wrap(&CloseError{code}, usererr.BadConfig, fatalCodes[code].sentence)
}

// verdict is what a close code leaves to do.
type verdict int

const (
	resumes verdict = iota
	startsAnew
	ends
)

// judge says what follows a close code; 0 is a connection that ended without
// one. Codes that nobody knows leave the session as it was: if it was not,
// Discord says so when it is resumed.
func judge(code int) verdict {
	if _, fatal := fatalCodes[code]; fatal {
		return ends
	}
	switch code {
	case 4007, 4009: // invalid sequence, session timed out
		return startsAnew
	}
	return resumes
}
