package corpora

import (
	"errors"

	"sherpa/internal/usererr"
	"sherpa/store"
)

var (
	// ErrGuild says that an id of a server is none.
	ErrGuild = errors.New("this is not the id of a server")
	// ErrCap says that a server's own articles are as many, or as large, as they may
	// be.
	ErrCap = errors.New("the server's own articles have reached their limit")
)

// isGuild reports whether an id may be one of a server: a snowflake's digits.
func isGuild(id string) bool {
	for _, c := range []byte(id) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return id != "" && len(id) <= 20
}

// sentences are what people are told, by reason. They name no file.
var sentences = []struct {
	reason error
	code   int
	say    string
}{
	{ErrGuild, usererr.Usage, "Articles can only be added in a server."},
	{store.ErrNotFound, usererr.Failed, "There is no such article; list those that there are."},
	{store.ErrAmbiguous, usererr.Usage, "Several articles begin like this; give more of the id."},
	{store.ErrBusy, usererr.Unavailable, "The articles are being changed; try again in a moment."},
	{store.ErrDamaged, usererr.Damaged, "The articles cannot be read: their file is damaged. Tell the bot's operator."},
	{store.ErrNotAStore, usererr.Damaged, "The articles cannot be read: their file is damaged. Tell the bot's operator."},
	{store.ErrNewerSchema, usererr.Unavailable, "The articles need a newer version of the bot. Tell the bot's operator."},
	{store.ErrFull, usererr.Unavailable, "The bot's disk is full; nothing was added. Tell the bot's operator."},
	{store.ErrReadOnly, usererr.Unavailable, "The articles cannot be changed. Tell the bot's operator."},
	{errClosed, usererr.Unavailable, "The bot is restarting; try again in a moment."},
}

// explain gives the errors of the store and of this package the sentence that
// their reader needs. What callers branch on stays in the chain.
func explain(err error) error {
	if err == nil || usererr.Has(err) {
		return err
	}
	if limit, ok := errors.AsType[*limitError](err); ok {
		return usererr.Wrap(err, usererr.Failed, limit.sentence)
	}
	for _, s := range sentences {
		if errors.Is(err, s.reason) {
			return usererr.Wrap(err, s.code, s.say)
		}
	}
	return err
}
