package config

import (
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// maxShards is far above what the largest bots use, and low enough to catch a
// mistaken id.
const maxShards = 16384

// checkLine accepts one line of printable text.
func checkLine(text string) error {
	if len(text) > 300 {
		return errors.New("must have at most 300 bytes")
	}
	if strings.ContainsFunc(text, unicode.IsControl) {
		return errors.New("must be one line without control characters")
	}
	return nil
}

// checkPath accepts a file name. A shell would have expanded a tilde; here it
// would become a folder of that name.
func checkPath(text string) error {
	if strings.HasPrefix(text, "~") {
		return errors.New("begins with ~, which is not expanded here; write the whole path")
	}
	if strings.ContainsFunc(text, unicode.IsControl) {
		return errors.New("must have no control characters")
	}
	return nil
}

// checkToken accepts a secret that fits into an HTTP header. It never repeats
// the value.
func checkToken(text string) error {
	if strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return errors.New("has spaces or characters that no token has; copy it again")
	}
	return nil
}

// parseURL accepts addresses on the web.
func parseURL(text string) (*url.URL, error) {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" {
		return nil, errors.New("must be an address, as in https://example.com/v1")
	}
	if u.User != nil {
		return nil, errors.New("must not hold a user name or password")
	}
	if u.Scheme != "https" && u.Scheme != "http" {
		return nil, errors.New("must begin with https://")
	}
	return u, nil
}

// isExposed reports whether what is sent to an address can be read on the way:
// neither is it encrypted, nor does it stay on this machine.
func isExposed(u *url.URL) bool { return u.Scheme == "http" && !isLoopback(u.Hostname()) }

func isLoopback(host string) bool {
	addr, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && addr.IsLoopback()
}

var apiVersion = regexp.MustCompile(`/v[0-9]+$`)

func checkAPIURL(text string) error {
	u, err := parseURL(text)
	if err != nil {
		return err
	}
	if isExposed(u) {
		return errors.New("must begin with https:// (http:// only for this machine)")
	}
	if !apiVersion.MatchString(text) {
		return errors.New("must end in the API version, as in https://discord.com/api/v10")
	}
	return nil
}

// modelCalls are ends of addresses that belong to one call and not to the server.
var modelCalls = []string{"/chat/completions", "/completions", "/embeddings", "/models"}

// checkModelURL accepts the address of a server of models, up to where its calls
// begin. Whether it may be plain http depends on another setting.
func checkModelURL(text string) error {
	u, err := parseURL(text)
	if err != nil {
		return err
	}
	for _, call := range modelCalls {
		if base, ok := strings.CutSuffix(strings.TrimSuffix(text, "/"), call); ok {
			return fmt.Errorf("must end before %s, as in %s", call, base)
		}
	}
	if u.RawQuery != "" || u.Fragment != "" {
		return errors.New("must have no ? and no #, as in https://example.com/v1")
	}
	return nil
}

func checkPublicKey(text string) error {
	if raw, err := hex.DecodeString(text); err != nil || len(raw) != 32 {
		return errors.New("must be 64 hex digits, as the application's page shows them")
	}
	return nil
}

var shardRange = regexp.MustCompile(`^([0-9]{1,5})-([0-9]{1,5})/([0-9]{1,5})$`)

// checkShards accepts "auto" (or 0), a number of shards, and a range of them.
func checkShards(text string) error {
	if n, err := strconv.Atoi(text); text == "auto" || err == nil && n >= 0 && n <= maxShards {
		return nil
	}
	m := shardRange.FindStringSubmatch(text)
	if m == nil {
		return fmt.Errorf("must be auto, a number from 1 to %d, or a range as in 0-3/8", maxShards)
	}
	from, _ := strconv.Atoi(m[1]) // digits, as the pattern has it
	to, _ := strconv.Atoi(m[2])
	of, _ := strconv.Atoi(m[3])
	if from > to || to >= of || of > maxShards {
		return fmt.Errorf("must count from 0 and end below the number of all shards (at most %d), as in 0-3/8", maxShards)
	}
	return nil
}

// maxCap is above what any server needs: a mistaken number is told.
const maxCap = 1_000_000

// maxDailyTokens is what a million questions may take.
const maxDailyTokens = 10_000_000_000

// between accepts whole numbers from least to most.
func between(least, most int) func(string) error {
	return func(text string) error {
		if n, err := strconv.Atoi(text); err != nil || n < least || n > most {
			return fmt.Errorf("must lie between %d and %d", least, most)
		}
		return nil
	}
}

func checkAddress(text string) error {
	_, port, err := net.SplitHostPort(text)
	if err != nil {
		return errors.New("must be host:port, as in 127.0.0.1:8080")
	}
	if !isPort(port) {
		return errors.New("must have a port between 0 and 65535")
	}
	return nil
}

// checkHost accepts a host, perhaps with a port: no scheme and no path.
func checkHost(text string) error {
	if _, err := netip.ParseAddr(text); err == nil {
		return nil
	}
	host := text
	if h, port, err := net.SplitHostPort(text); err == nil && isPort(port) {
		host = h
	}
	if _, err := netip.ParseAddr(host); err != nil && (host == "" || strings.ContainsAny(host, ":/@?#[]* \t\n")) {
		return fmt.Errorf("must list hosts, as in intranet.example or 10.0.0.5:8080; %q is not one", text)
	}
	return nil
}

func isPort(text string) bool {
	_, err := strconv.ParseUint(text, 10, 16)
	return err == nil
}
