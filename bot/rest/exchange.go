package rest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// answered is an answer of Discord's.
type answered struct {
	status int
	header http.Header
	body   []byte
}

var errTooLarge = errors.New("its answer is too large")

// exchange sends one request and reads the whole answer, so that the connection
// can be used again.
func (c *Client) exchange(ctx context.Context, k call) (answered, error) {
	ctx, cancel := context.WithTimeout(ctx, k.attempt)
	defer cancel()
	req, err := c.request(ctx, k)
	if err != nil {
		return answered{}, err
	}
	sent := c.clock.local()
	resp, err := c.http.Do(req)
	if err != nil {
		c.observe(k.op, 0, c.clock.local().Sub(sent))
		return answered{}, err
	}
	defer func() { _ = resp.Body.Close() }() // all that matters was read
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxResponse+1))
	received := c.clock.local()
	if err == nil && len(body) > maxResponse {
		err = errTooLarge
	}
	if err != nil {
		c.observe(k.op, 0, received.Sub(sent))
		return answered{header: resp.Header}, err
	}
	c.observe(k.op, resp.StatusCode, received.Sub(sent))
	if resp.StatusCode < 500 && !isPage(resp.Header) {
		c.clock.learn(ctx, resp.Header.Get("Date"), sent, received)
	}
	return answered{resp.StatusCode, resp.Header, body}, nil
}

func (c *Client) request(ctx context.Context, k call) (*http.Request, error) {
	var body io.Reader
	if k.body != nil {
		body = bytes.NewReader(k.body.Data)
	}
	req, err := http.NewRequestWithContext(ctx, k.method, c.base+k.path, body)
	if err != nil {
		return nil, fmt.Errorf("make a request: %w", err)
	}
	req.Header.Set("User-Agent", c.agent)
	if k.body != nil {
		req.Header.Set("Content-Type", k.body.ContentType)
	}
	if k.lane.authorized() {
		c.authorize(req.Header)
	}
	return req, nil
}

// isPage says whether an answer is a page of the proxy before Discord.
func isPage(h http.Header) bool { return strings.HasPrefix(h.Get("Content-Type"), "text/html") }

const (
	// untoldPause is how long is waited where Discord does not say how long.
	untoldPause = 5 * time.Second
	// minPause keeps a pause of nothing from becoming a loop.
	minPause = 10 * time.Millisecond
)

// readError reads an answer that is no success.
func readError(op string, a answered) *Error {
	e := &Error{Op: op, Status: a.status, scope: a.header.Get("X-RateLimit-Scope")}
	var body struct {
		Code       int      `json:"code"`
		RetryAfter *float64 `json:"retry_after"`
		Global     bool     `json:"global"`
	}
	valid := json.Unmarshal(a.body, &body) == nil
	if valid {
		e.Code = body.Code
	}
	if a.status != http.StatusTooManyRequests {
		return e
	}
	e.wide = body.Global || e.scope == "global" || !valid
	after, ok := seconds(a.header.Get("Retry-After"))
	if valid && body.RetryAfter != nil {
		after, ok = duration(*body.RetryAfter)
	}
	if !ok {
		after = untoldPause
	}
	e.RetryAfter = max(after, minPause)
	return e
}

// seconds reads a number of seconds, with or without a fraction.
func seconds(s string) (time.Duration, bool) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0, false
	}
	return duration(f)
}

// duration is f seconds. Negative ones are none; what is no number is not valid,
// and what is too large for a Duration is longer than anybody waits.
func duration(f float64) (time.Duration, bool) {
	switch {
	case math.IsNaN(f):
		return 0, false
	case f <= 0:
		return 0, true
	case f > (365 * 24 * time.Hour).Seconds():
		return 365 * 24 * time.Hour, true
	}
	return time.Duration(f * float64(time.Second)), true
}
