package payload

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"sherpa/internal/text"
)

// Quote sets foreign text as a block quotation, each of its lines escaped.
func Quote(s string) string {
	return "> " + strings.ReplaceAll(Escape(strings.TrimSpace(clean(s))), "\n", "\n> ")
}

// Code sets foreign text as a block of code, which shows it letter by letter.
// Three backticks, which would end the block, show as apostrophes.
func Code(s string) string {
	return "```\n" + strings.ReplaceAll(clean(s), "```", "'''") + "\n```"
}

// MaxLink is the length in bytes above which an address is not linked: it would
// take the place of the text.
const MaxLink = 1024

// inTitle are characters that would end the title of a link. Backslashes do not
// help there.
var inTitle = strings.NewReplacer("[", "(", "]", ")")

// LinkTo is a masked link without a preview: title, escaped, that leads to
// address. Where address is not on the web, or cannot be written so that nothing
// breaks out of the link, the title stands alone.
func LinkTo(title, address string) string {
	shown := text.Squeeze(inTitle.Replace(clean(title)))
	target, ok := linkable(address)
	if shown == "" && ok {
		shown, _, _ = strings.Cut(strings.SplitN(target, "//", 2)[1], "/")
	}
	shown = Escape(shown)
	if !ok {
		return shown
	}
	return "[" + shown + "](<" + target + ">)"
}

// linkable writes an address with nothing in it that means something to
// Discord, or says that it cannot.
func linkable(address string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || !isWeb(u) || u.User != nil || u.Opaque != "" {
		return "", false
	}
	host, err := idna.Lookup.ToASCII(u.Hostname())
	if err != nil || !isHost(host) || !isDigits(u.Port()) {
		return "", false
	}
	written := u.Scheme + "://" + host
	if port := u.Port(); port != "" {
		written += ":" + port
	}
	rest := u.EscapedPath()
	if u.RawQuery != "" {
		rest += "?" + u.RawQuery
	}
	if u.Fragment != "" {
		rest += "#" + u.EscapedFragment()
	}
	written += encodeRest(rest)
	return written, len(written) <= MaxLink
}

// isHost says whether s is a name or an IPv4 address. Those of IPv6 have
// brackets, which end links.
func isHost(s string) bool {
	for i := range len(s) {
		if c := s[i]; !isAlphanumeric(c) && c != '.' && c != '-' && c != '_' {
			return false
		}
	}
	return s != ""
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

func isAlphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// encodeRest percent-encodes, in what follows the host of an address, all that
// is not plainly part of one.
func encodeRest(s string) string {
	const plain, hex = "-._~:/?#!$&'+,;=%", "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		keep := isAlphanumeric(c) || c < utf8.RuneSelf && strings.IndexByte(plain, c) >= 0
		if keep || c == '@' && !pingsAll(s[i+1:]) {
			b.WriteByte(c)
			continue
		}
		b.Write([]byte{'%', hex[c>>4], hex[c&15]})
	}
	return b.String()
}
