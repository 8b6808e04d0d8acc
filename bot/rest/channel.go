package rest

import (
	"context"
	"crypto/rand"
	"errors"
	"net/http"
	"net/url"
	"time"

	"sherpa/bot/payload"
)

// patience is how long a request of the bot is tried where its caller sets no
// end, and sendRetries how often after a failure.
const (
	patience    = 2 * time.Minute
	sendRetries = 2
)

// botCall is a call with the bot's token.
func (c *Client) botCall(op, method, route, path, major string) call {
	end := time.Now().Add(patience)
	return call{
		op: op, method: method, path: path, lane: botLane{c: c, route: method + " " + route, major: major},
		until: end, last: end, retries: sendRetries, backoff: 250 * time.Millisecond, attempt: attemptTime,
	}
}

// channelCall is a call that changes a channel.
func (c *Client) channelCall(op, method, route, channelID, rest string) call {
	k := c.botCall(op, method, route, "/channels/"+url.PathEscape(channelID)+rest, channelID)
	k.lane = botLane{c: c, route: method + " " + route, major: channelID, channel: channelID}
	return k
}

// Send writes into a channel and returns the message's id. However often it is
// tried, one message shows. It fails with ErrClosed if the bot cannot write
// there.
func (c *Client) Send(ctx context.Context, channelID string, m payload.Message) (string, error) {
	if m.Nonce == "" {
		m.Nonce = rand.Text()[:payload.MaxNonce]
	}
	body, err := m.NewMessage()
	if err != nil {
		return "", err
	}
	k := c.channelCall("send", http.MethodPost, "/channels/messages", channelID, "/messages")
	k.body = &body
	return c.messageID(ctx, k)
}

// EditSent replaces a message of a channel.
func (c *Client) EditSent(ctx context.Context, channelID, messageID string, m payload.Message) error {
	body, err := m.Edit()
	if err != nil {
		return err
	}
	k := c.channelCall("edit_message", http.MethodPatch, "/channels/messages/id", channelID, "/messages/"+url.PathEscape(messageID))
	k.body = &body
	_, err = c.do(ctx, k)
	return gone(err)
}

// Delete takes a message of a channel away. One that is gone already is a
// success.
func (c *Client) Delete(ctx context.Context, channelID, messageID string) error {
	k := c.channelCall("delete_message", http.MethodDelete, "/channels/messages/id", channelID, "/messages/"+url.PathEscape(messageID))
	_, err := c.do(ctx, k)
	if isCode(err, codeUnknownMessage) {
		return nil
	}
	return err
}

// gone marks the error of a message that is no more.
func gone(err error) error {
	if isCode(err, codeUnknownMessage) {
		return errors.Join(ErrGone, err)
	}
	return err
}

// Typing shows that an answer is being written, for some seconds. It is tried
// once.
func (c *Client) Typing(ctx context.Context, channelID string) error {
	k := c.channelCall("typing", http.MethodPost, "/channels/typing", channelID, "/typing")
	k.retries = 0
	_, err := c.do(ctx, k)
	return err
}

// DirectChannel returns the id of the channel for direct messages with a user.
func (c *Client) DirectChannel(ctx context.Context, userID string) (string, error) {
	k := c.botCall("direct_channel", http.MethodPost, "/users/@me/channels", "/users/@me/channels", "")
	body, err := jsonBody(map[string]string{"recipient_id": userID})
	if err != nil {
		return "", err
	}
	k.body = &body
	return c.messageID(ctx, k)
}
