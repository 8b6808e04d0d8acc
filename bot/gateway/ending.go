package gateway

import "time"

// cause is why a connection ended.
type cause string

const (
	causeStopped     cause = "Run ends"
	causeUnreachable cause = "no connection"
	causeNoHello     cause = "no Hello"
	causeNoReady     cause = "no READY or RESUMED"
	causeZombie      cause = "heartbeats are not acknowledged"
	causeDeaf        cause = "no events come though they should"
	causeReconnect   cause = "Discord asks to reconnect"
	causeInvalid     cause = "Discord says the session is invalid"
	causeClosed      cause = "closed by Discord"
	causeLost        cause = "the connection broke"
	causeProtocol    cause = "an IDENTIFY or message that must not be sent"
	causeUncounted   cause = "the IDENTIFY could not be counted"
)

// ending is how a connection ended.
type ending struct {
	cause cause
	// code is Discord's close code, 0 if there was none.
	code int
	// anew says that the session is over.
	anew bool
	err  error

	// session is the session at the end; nil if there is none.
	session *session
	// up is how long the connection was ready; 0 if it never was.
	up time.Duration
	// wasReady says that it was.
	wasReady bool
}

// silent says that the other side is not worth waiting for when closing.
func (e ending) silent() bool {
	switch e.cause {
	case causeNoHello, causeNoReady, causeZombie, causeLost, causeUnreachable:
		return true
	}
	return false
}
