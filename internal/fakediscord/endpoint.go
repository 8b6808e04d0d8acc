package fakediscord

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
)

// key is the key that the server signs interactions with.
func (s *Server) key() ed25519.PrivateKey {
	seed := [ed25519.SeedSize]byte{}
	copy(seed[:], s.opts.ApplicationID)
	return ed25519.NewKeyFromSeed(seed[:])
}

// PublicKey is what an HTTP endpoint verifies interactions with, in hexadecimal.
func (s *Server) PublicKey() string {
	public, _ := s.key().Public().(ed25519.PublicKey)
	return hex.EncodeToString(public)
}

// Sign is the signature of a body at a time, as the headers of a request.
func (s *Server) Sign(body []byte) http.Header {
	timestamp := strconv.FormatInt(s.opts.Now().Unix(), 10)
	h := http.Header{}
	h.Set("Content-Type", "application/json")
	h.Set("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)")
	h.Set("X-Signature-Timestamp", timestamp)
	h.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(s.key(), append([]byte(timestamp), body...))))
	return h
}

// Deliver sends an interaction to an HTTP endpoint and takes its answer as the
// first response. The error says what Discord would not have taken.
func (s *Server) Deliver(ctx context.Context, client *http.Client, endpoint string, in Interaction) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, endpoint, bytes.NewReader(in.JSON))
	if err != nil {
		return fmt.Errorf("deliver an interaction: %w", err)
	}
	r.Header = s.Sign(in.JSON)
	resp, err := client.Do(r)
	if err != nil {
		return fmt.Errorf("deliver an interaction: %w", err)
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxRequest))
	if err != nil {
		return fmt.Errorf("read the answer to an interaction: %w", err)
	}
	switch {
	case resp.StatusCode == http.StatusAccepted && len(body) == 0:
		return nil // it responds by a callback
	case resp.StatusCode != http.StatusOK:
		return fmt.Errorf("the endpoint answered %s", resp.Status)
	case !strings.HasPrefix(resp.Header.Get("Content-Type"), "application/json"):
		return fmt.Errorf("the endpoint answered the type %q", resp.Header.Get("Content-Type"))
	}
	return s.RespondHTTP(in.Token, body)
}
