package safehttp

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"syscall"
	"time"
)

const (
	// maxHeader is the size of an answer's headers in bytes.
	maxHeader = 128 << 10
	// maxAddresses is how many addresses of a host are tried.
	maxAddresses = 3
)

// newTransport returns a transport that connects through d only. Each request
// has a connection of its own, so that every one is checked.
func newTransport(o Options, d *dialer) *http.Transport {
	return &http.Transport{
		Proxy:                  nil, // a proxy would connect where we may not
		DialContext:            d.dial,
		TLSHandshakeTimeout:    o.ConnectTimeout,
		ResponseHeaderTimeout:  o.HeaderTimeout,
		MaxResponseHeaderBytes: maxHeader,
		DisableKeepAlives:      true,
		DisableCompression:     true, // unpacked under our own limits
	}
}

// dialer connects to public addresses and to allowed hosts.
type dialer struct {
	policy   *policy
	resolver Resolver
	timeout  time.Duration
	// connect connects to an address that was looked up; guarded says that it
	// has to be public.
	connect func(ctx context.Context, to netip.AddrPort, guarded bool) (net.Conn, error)
}

func newDialer(o Options, p *policy) *dialer {
	d := &dialer{policy: p, resolver: o.Resolver, timeout: o.ConnectTimeout}
	if d.resolver == nil {
		d.resolver = net.DefaultResolver
	}
	d.connect = d.connectTCP
	return d
}

// dial looks the host up and connects to the first of its addresses that is
// permitted and answers. The name is looked up once, and what is connected to
// is what was checked.
func (d *dialer) dial(ctx context.Context, _, hostPort string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, d.timeout)
	defer cancel()
	host, port, err := net.SplitHostPort(hostPort)
	if err != nil {
		return nil, fmt.Errorf("dial %s: %w", hostPort, err)
	}
	number, err := strconv.ParseUint(port, 10, 16)
	if err != nil {
		return nil, fmt.Errorf("%w: %s", ErrPort, port)
	}
	guarded := !d.policy.allows(host, port)
	addrs, err := d.lookup(ctx, host, guarded)
	if err != nil {
		return nil, err
	}
	var failed error
	for i, addr := range addrs {
		conn, err := d.try(ctx, netip.AddrPortFrom(addr, uint16(number)), guarded, len(addrs)-i)
		if err == nil {
			return conn, nil
		}
		failed = errors.Join(failed, err)
	}
	return nil, failed
}

// try connects within its share of the time that is left for all tries.
func (d *dialer) try(ctx context.Context, to netip.AddrPort, guarded bool, tries int) (net.Conn, error) {
	if deadline, ok := ctx.Deadline(); ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, time.Until(deadline)/time.Duration(tries))
		defer cancel()
	}
	return d.connect(ctx, to, guarded)
}

// lookup returns the addresses of a host that may be dialled, IPv4 first.
func (d *dialer) lookup(ctx context.Context, host string, guarded bool) ([]netip.Addr, error) {
	addrs := []netip.Addr{}
	if addr, err := netip.ParseAddr(host); err == nil {
		addrs = append(addrs, addr)
	} else if addrs, err = d.resolver.LookupNetIP(ctx, "ip", host); err != nil {
		return nil, fmt.Errorf("look up %s: %w", host, err)
	}
	var refused error
	var good []netip.Addr
	for _, addr := range addrs {
		addr = addr.Unmap()
		if err := d.policy.guard(addr); guarded && err != nil {
			refused = err
			continue
		}
		good = append(good, addr)
	}
	if len(good) == 0 {
		if refused != nil {
			return nil, refused
		}
		return nil, fmt.Errorf("%w: %s", ErrUnknownHost, host)
	}
	slices.SortStableFunc(good, func(a, b netip.Addr) int { return a.BitLen() - b.BitLen() })
	return good[:min(len(good), maxAddresses)], nil
}

// connectTCP connects, with a last check on the socket itself.
func (d *dialer) connectTCP(ctx context.Context, to netip.AddrPort, guarded bool) (net.Conn, error) {
	var n net.Dialer
	if guarded {
		n.Control = d.control
	}
	return n.DialContext(ctx, "tcp", to.String())
}

// control is called with the address that a socket is about to connect to.
func (d *dialer) control(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w (%s)", ErrPrivateAddress, address)
	}
	return d.policy.guard(to.Addr())
}
