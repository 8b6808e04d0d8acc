package endpoint

import (
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"net/http"
	"strconv"
	"time"
)

const (
	signatureHeader = "X-Signature-Ed25519"
	timestampHeader = "X-Signature-Timestamp"
	// clockTolerance is how far the time of a signature may be from now.
	clockTolerance = 5 * time.Minute
)

// ParseKey reads an application's public key: 64 hexadecimal digits.
func ParseKey(s string) (ed25519.PublicKey, error) {
	key, err := hex.DecodeString(s)
	if err != nil || len(key) != ed25519.PublicKeySize {
		return nil, errors.New("the public key of the application is not 64 hexadecimal digits")
	}
	return key, nil
}

// seal is what the headers of a request say about its sender.
type seal struct {
	signature []byte
	timestamp string
}

// readSeal reads the headers. It takes one form of each only: the timestamp has
// ten digits, so that no digit can move between it and the body.
func readSeal(h http.Header, now time.Time) (seal, bool) {
	signatures, timestamps := h.Values(signatureHeader), h.Values(timestampHeader)
	if len(signatures) != 1 || len(timestamps) != 1 {
		return seal{}, false
	}
	signature, err := hex.DecodeString(signatures[0])
	if err != nil || len(signature) != ed25519.SignatureSize || !isRecent(timestamps[0], now) {
		return seal{}, false
	}
	return seal{signature, timestamps[0]}, true
}

// isRecent says whether a timestamp is ten digits and close to now.
func isRecent(timestamp string, now time.Time) bool {
	if len(timestamp) != 10 {
		return false
	}
	unix, err := strconv.ParseUint(timestamp, 10, 64)                               // takes digits alone
	return err == nil && time.Unix(int64(unix), 0).Sub(now).Abs() <= clockTolerance //nolint:gosec // ten digits
}

// seals says whether the seal was made by key for exactly this body.
func (s seal) seals(body []byte, key ed25519.PublicKey) bool {
	if len(body) == 0 || body[0] != '{' {
		return false
	}
	return ed25519.Verify(key, append([]byte(s.timestamp), body...), s.signature)
}
