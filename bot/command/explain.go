package command

import (
	"errors"

	"sherpa/bot/rest"
	"sherpa/internal/usererr"
)

// The codes with which Discord refuses commands.
const (
	tooManyCreates     = 30034
	unknownApplication = 10002
	missingAccess      = 50001
	entryPointMissing  = 50240
)

// explained gives an error a sentence for the operator, where Discord said why
// and there is something to do about it.
func explained(err error) error {
	var code int
	if refusal, ok := errors.AsType[*rest.Error](err); ok {
		code = refusal.Code
	}
	switch {
	case code == tooManyCreates:
		return usererr.Wrap(err, usererr.Unavailable, "Discord takes 200 new commands a day and has had them; "+
			"the commands stay as they were, start Sherpa again tomorrow to change them.")
	case errors.Is(err, rest.ErrRateLimited):
		return usererr.Wrap(err, usererr.Unavailable, "Discord takes no commands for now because it got too many requests; "+
			"the commands stay as they were, start Sherpa again in some minutes to change them.")
	case code == unknownApplication, code == missingAccess:
		return usererr.Wrap(err, usererr.BadConfig, "Discord does not let this token change the application's commands; "+
			"take the token from the Bot page of the same application in the Developer Portal.")
	case code == entryPointMissing:
		return usererr.Wrap(err, usererr.BadConfig, "The application has an entry point command, which Discord keeps for activities; "+
			"turn activities off in the Developer Portal, or use an application of its own for Sherpa.")
	}
	return err
}
