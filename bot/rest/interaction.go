package rest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"sherpa/bot/event"
	"sherpa/bot/payload"
)

// How old an interaction may be. Discord waits three seconds for the first
// response, and takes more for fifteen minutes.
const (
	respondWithin = 2800 * time.Millisecond
	retryWithin   = 2500 * time.Millisecond
	// unheardWithin is how old an interaction is at the most of which Discord may
	// not have read the first response yet: where that is the answer to a request
	// of Discord's, what follows by another connection may be there before it.
	unheardWithin = 4 * time.Second
	ticketLife    = 15 * time.Minute
	ticketReserve = time.Minute
	// callbackTime is how long one attempt of a first response may take: Discord
	// may have taken it though its answer is late.
	callbackTime = 5 * time.Second
)

// Respond sends the first response to an interaction. A response that Discord
// has already is a success. It fails with ErrTooLate if the interaction is so
// old that Discord would not take it, and with ErrUnknownInteraction if Discord
// does not know it.
func (c *Client) Respond(ctx context.Context, in *event.Interaction, r payload.Response) error {
	body, err := r.Body()
	if err != nil {
		return err
	}
	age := max(c.Now().Sub(in.Created), 0)
	if age > respondWithin {
		return ErrTooLate
	}
	now := time.Now()
	k := call{
		op: "callback", method: http.MethodPost, body: &body, lane: callbackLane{},
		path:  "/interactions/" + url.PathEscape(in.ID) + "/" + url.PathEscape(in.Token) + "/callback",
		until: now.Add(retryWithin - age), last: now.Add(respondWithin - age + time.Millisecond),
		retries: 2, backoff: 100 * time.Millisecond, attempt: callbackTime,
	}
	if _, err = c.do(ctx, k); isCode(err, codeAcknowledged) {
		return nil
	}
	return err
}

// Edit replaces the first response, and returns the message's id. It is tried
// again until ctx ends, or until a minute before the interaction's token does. It fails with ErrGone
// if the token or the message is no more.
func (c *Client) Edit(ctx context.Context, in event.Ticket, m payload.Message) (string, error) {
	return c.edit(ctx, "edit", in, "@original", m)
}

// EditFollowed replaces a further message, as Edit does.
func (c *Client) EditFollowed(ctx context.Context, in event.Ticket, messageID string, m payload.Message) error {
	_, err := c.edit(ctx, "edit_followup", in, messageID, m)
	return err
}

func (c *Client) edit(ctx context.Context, op string, in event.Ticket, messageID string, m payload.Message) (string, error) {
	body, err := m.Edit()
	if err != nil {
		return "", err
	}
	k := c.ticketCall(op, in, messageID, &body)
	k.method, k.path = http.MethodPatch, k.path+"/messages/"+url.PathEscape(messageID)
	return c.messageID(ctx, k)
}

// Follow sends a further message, and returns its id. It is tried again as Edit
// is; where the connection broke behind a message that Discord took, it shows
// twice, since Discord has no nonce for these.
func (c *Client) Follow(ctx context.Context, in event.Ticket, m payload.Message) (string, error) {
	body, err := m.FollowUp()
	if err != nil {
		return "", err
	}
	k := c.ticketCall("followup", in, "", &body)
	k.method = http.MethodPost
	return c.messageID(ctx, k)
}

// ticketCall is a call with an interaction's token.
func (c *Client) ticketCall(op string, in event.Ticket, messageID string, body *payload.Body) call {
	asked := time.Now().Add(-max(c.Now().Sub(in.Created), 0))
	expires := asked.Add(ticketLife)
	return call{
		op: op, body: body, path: "/webhooks/" + url.PathEscape(in.ApplicationID) + "/" + url.PathEscape(in.Token),
		lane:  ticketLane{c, in.Token, messageID, asked.Add(unheardWithin), expires},
		until: expires.Add(-ticketReserve), last: expires, retries: forever, backoff: 250 * time.Millisecond, attempt: attemptTime,
	}
}

// messageID does a call whose answer is a message.
func (c *Client) messageID(ctx context.Context, k call) (string, error) {
	var m struct {
		ID string `json:"id"`
	}
	err := c.into(ctx, k, &m)
	return m.ID, err
}

// into does a call and reads the answer into v.
func (c *Client) into(ctx context.Context, k call, v any) error {
	body, err := c.do(ctx, k)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(body, v); err != nil {
		return fmt.Errorf("%s: %w", k.op, errNotUnderstood)
	}
	return nil
}

// errNotUnderstood stands for what the reader of JSON says: that quotes the
// answer.
var errNotUnderstood = errors.New("the answer is not as expected")
