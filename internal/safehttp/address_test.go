package safehttp

import (
	"errors"
	"net/netip"
	"testing"
)

// special are addresses of every range that is not the public internet.
var special = []string{
	"0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255", "127.0.0.1", "127.1.2.3",
	"127.255.255.254", "168.63.129.16", "169.254.0.1", "169.254.169.254", "169.254.170.2", "172.16.0.1", "172.31.255.255", "192.0.0.1",
	"192.0.0.170", "192.0.0.192", "192.0.2.1", "192.31.196.1", "192.52.193.1", "192.88.99.1", "192.168.0.1", "192.168.255.255",
	"192.175.48.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
	"255.255.255.254", "255.255.255.255",
	"::", "::1", "::2", "::7f00:1", "::10.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
	"64:ff9b:1::1", "100::1", "100:0:0:1::1", "2001::1", "2001:0:4136:e378::1", "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1",
	"2002:7f00:1::", "2002:a00:1::1", "2620:4f:8000::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fd12:3456::1", "fe80::1",
	"fec0::1", "ff02::1", "ff0e::1",
}

// public are addresses at the edges of the special ranges.
var public = []string{
	"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1", "169.253.255.255", "172.15.255.255",
	"172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
	"2001:4860:4860::8888", "2606:4700::1", "2a00:1450:4001::1",
}

func TestPublicAddress(t *testing.T) {
	t.Parallel()
	for _, s := range special {
		if err := publicAddress(netip.MustParseAddr(s)); !errors.Is(err, ErrPrivateAddress) {
			t.Errorf("publicAddress(%s) = %v, want ErrPrivateAddress", s, err)
		}
	}
	for _, s := range public {
		if err := publicAddress(netip.MustParseAddr(s)); err != nil {
			t.Errorf("publicAddress(%s) = %v", s, err)
		}
	}
	if err := publicAddress(netip.Addr{}); err == nil {
		t.Error("publicAddress of no address: no error")
	}
}
