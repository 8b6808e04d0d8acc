package llm

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

// maxHeader is the size of a reply's headers in bytes.
const maxHeader = 64 << 10

// errNotLocal says that a name of this machine leads elsewhere.
var errNotLocal = errors.New("the address is not this machine's, and http is for this machine only")

// newHTTP returns a client that follows no redirect: the key and the prompt go
// to the configured address only.
func newHTTP(o Options) *http.Client {
	return &http.Client{
		Transport:     newTransport(o),
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// newTransport returns a transport without a proxy and without unpacking, which
// would get around the limits of sizes.
func newTransport(o Options) *http.Transport {
	d := &net.Dialer{Timeout: o.Limits.Connect}
	if u, err := url.Parse(o.BaseURL); err == nil && u.Scheme == "http" && !o.AllowHTTP {
		d.ControlContext = onlyLocal
	}
	return &http.Transport{
		DialContext:            d.DialContext,
		TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:    o.Limits.Connect,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true,
		MaxIdleConnsPerHost:    4,
		IdleConnTimeout:        time.Minute,
		MaxResponseHeaderBytes: maxHeader,
	}
}

// onlyLocal refuses connections that leave this machine.
func onlyLocal(_ context.Context, _, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || !to.Addr().Unmap().IsLoopback() {
		return errNotLocal
	}
	return nil
}
