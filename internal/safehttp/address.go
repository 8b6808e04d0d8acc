package safehttp

import (
	"fmt"
	"net/netip"

	"code.dny.dev/ssrf"
)

// guardian refuses the special-purpose addresses of IANA's registries. What is
// added looks public and leads to the host of a virtual machine at Azure.
var guardian = ssrf.New(
	ssrf.WithAnyPort(), // ports are the policy's
	ssrf.WithDeniedV4Prefixes(netip.MustParsePrefix("168.63.129.16/32")),
)

// publicAddress returns an error unless the address is one of the public
// internet.
func publicAddress(addr netip.Addr) error {
	if !addr.IsValid() || guardian.SafeAddr(addr) != nil {
		return fmt.Errorf("%w (%s)", ErrPrivateAddress, addr)
	}
	return nil
}
