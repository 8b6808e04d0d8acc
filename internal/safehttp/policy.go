package safehttp

import (
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/idna"
)

// maxURL is the length of an address in bytes.
const maxURL = 4096

// policy says which addresses may be fetched.
type policy struct {
	allowHTTP bool
	allowed   map[string]bool // "host" and "host:port" in normal form
	ports     []string
	guard     func(netip.Addr) error
}

func newPolicy(o Options) *policy {
	p := &policy{allowHTTP: o.AllowHTTP, allowed: map[string]bool{}, ports: []string{"80", "443"}, guard: publicAddress}
	for _, entry := range o.AllowHosts {
		host, port, err := net.SplitHostPort(entry)
		if err != nil {
			host, port = strings.Trim(entry, "[]"), ""
		}
		name, err := asciiHost(host)
		if err != nil {
			continue // cannot be the host of any address
		}
		p.allowed[join(name, port)] = true
	}
	return p
}

// join is net.JoinHostPort with a port that may be missing.
func join(host, port string) string {
	if port == "" {
		return host
	}
	return net.JoinHostPort(host, port)
}

// allows reports whether the host is one of Options.AllowHosts.
func (p *policy) allows(host, port string) bool {
	return p.allowed[host] || p.allowed[join(host, port)]
}

// parse returns an address in normal form if it may be fetched.
func (p *policy) parse(rawURL string) (*url.URL, error) {
	if len(rawURL) > maxURL {
		return nil, fmt.Errorf("%w: it is longer than %d bytes", ErrURL, maxURL)
	}
	u, err := url.Parse(strings.TrimSpace(rawURL))
	if err != nil {
		return nil, ErrURL
	}
	return p.check(u)
}

// redirect returns where a page at u leads to, if that may be fetched.
func (p *policy) redirect(u *url.URL, location string) (*url.URL, error) {
	if len(location) > maxURL {
		return nil, fmt.Errorf("%w: a redirect leads to more than %d bytes", ErrURL, maxURL)
	}
	to, err := u.Parse(location)
	if err != nil {
		return nil, fmt.Errorf("%w: a redirect leads to %.100q", ErrURL, location)
	}
	checked, err := p.check(to)
	if err != nil {
		return nil, fmt.Errorf("it is redirected to %s: %w", show(to.String()), err)
	}
	return checked, nil
}

// check normalizes an address and refuses it unless every part is permitted.
// Whether a name leads to a private address is seen when it is dialled.
func (p *policy) check(u *url.URL) (*url.URL, error) {
	if u.Scheme != "https" && u.Scheme != "http" {
		return nil, fmt.Errorf("%w, not %.20q", ErrScheme, u.Scheme)
	}
	if u.Opaque != "" || u.User != nil {
		return nil, fmt.Errorf("%w: it has a user name or no host", ErrURL)
	}
	host, err := asciiHost(u.Hostname())
	if err != nil {
		return nil, err
	}
	port := portOf(u)
	if !p.allows(host, port) {
		if err := p.checkPublic(u.Scheme, host, port); err != nil {
			return nil, err
		}
	}
	to := normal(u, host)
	if len(to.String()) > maxURL { // in normal form it may be three times as long
		return nil, fmt.Errorf("%w: it is longer than %d bytes", ErrURL, maxURL)
	}
	return to, nil
}

// checkPublic applies what holds for hosts that are not expressly allowed.
func (p *policy) checkPublic(scheme, host, port string) error {
	if scheme == "http" && !p.allowHTTP {
		return ErrScheme
	}
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return fmt.Errorf("%w (%s)", ErrPrivateAddress, host)
	}
	if addr, err := netip.ParseAddr(host); err == nil {
		if err := p.guard(addr); err != nil {
			return err
		}
	}
	if !slices.Contains(p.ports, port) {
		return fmt.Errorf("%w, not %s", ErrPort, port)
	}
	return nil
}

// portOf is the port of an address, also where it is not written.
func portOf(u *url.URL) string {
	switch {
	case u.Port() != "":
		return u.Port()
	case u.Scheme == "https":
		return "443"
	}
	return "80"
}

// normal is the address with the host in ASCII, without the scheme's own port
// and without a fragment.
func normal(u *url.URL, host string) *url.URL {
	n := *u
	n.Fragment, n.RawFragment = "", ""
	n.RawQuery = strings.TrimSpace(n.RawQuery) // it stood before a fragment
	port := u.Port()
	if u.Scheme == "https" && port == "443" || u.Scheme == "http" && port == "80" {
		port = ""
	}
	if strings.Contains(host, ":") {
		n.Host = "[" + host + "]"
	} else {
		n.Host = host
	}
	if port != "" {
		n.Host += ":" + port
	}
	if n.Path == "" {
		n.Path = "/"
	}
	return &n
}

var (
	plainName = regexp.MustCompile(`^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?$`)
	// numeric matches a last label that makes browsers and C libraries read
	// the whole host as an IPv4 address: 127.1, 2130706433, 0x7f.1, 0177.0.0.1.
	numeric = regexp.MustCompile(`(?:^|\.)(?:[0-9]+|0[xX][0-9a-fA-F]*)$`)
)

// asciiHost returns a host as the name system and the dialer take it: in ASCII
// and lower case, without a final dot. Addresses are accepted in their one
// usual spelling only.
func asciiHost(host string) (string, error) {
	if addr, err := netip.ParseAddr(host); err == nil && addr.Zone() == "" {
		return addr.String(), nil
	}
	name := strings.ToLower(strings.TrimSuffix(host, "."))
	if !plainName.MatchString(name) {
		var err error
		if name, err = idna.Lookup.ToASCII(host); err != nil {
			return "", fmt.Errorf("%w: %.100q is no host", ErrURL, host)
		}
		name = strings.TrimSuffix(name, ".")
	}
	if addr, err := netip.ParseAddr(name); err == nil && addr.Zone() == "" {
		return addr.String(), nil
	}
	if len(name) > 253 || !plainName.MatchString(name) || strings.Contains(name, "..") || numeric.MatchString(name) {
		return "", fmt.Errorf("%w: %.100q is no host", ErrURL, host)
	}
	return name, nil
}
