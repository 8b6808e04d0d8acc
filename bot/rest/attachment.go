package rest

import (
	"context"
	"fmt"
	"io"
	"net/http"
)

// Attachment gets a file that somebody attached, at most limit bytes of it: a
// larger one is an error. The address must be one that Discord gave; nothing of
// the bot goes along, and no redirect is followed.
func (c *Client) Attachment(ctx context.Context, address string, limit int64) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*attemptTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, fmt.Errorf("rest: get an attachment: %w", newTransportError("attachment", err))
	}
	req.Header.Set("User-Agent", c.agent)
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, fmt.Errorf("rest: get an attachment: %w", newTransportError("attachment", err))
	}
	defer resp.Body.Close() //nolint:errcheck // it was only read
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("rest: get an attachment: %w", &Error{Op: "attachment", Status: resp.StatusCode})
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("rest: read an attachment: %w", newTransportError("attachment", err))
	case int64(len(data)) > limit:
		return nil, fmt.Errorf("rest: the attachment has more than %d bytes", limit)
	}
	return data, nil
}
