package ingest

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"sherpa/internal/text"
)

// tracking are query parameters that say where a reader came from, and nothing
// about the page.
var tracking = regexp.MustCompile(`^(?:utm_.+|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid|ref_src|cmpid|ocid|smid)$`)

// CanonicalURL brings an address into the form that identifies an article:
// http or https, host in lower case, no user, default port, fragment or tracking
// parameters. It returns "" for what is not a web address.
func CanonicalURL(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.Host = strings.ToLower(u.Host)
	if port := u.Port(); port == "80" && u.Scheme == "http" || port == "443" && u.Scheme == "https" {
		u.Host = strings.TrimSuffix(u.Host, ":"+port)
	}
	u.User, u.Fragment, u.RawFragment = nil, "", ""
	u.RawQuery = withoutTracking(u.RawQuery)
	u.ForceQuery = false
	if u.Path == "" {
		u.Path = "/"
	}
	return u.String()
}

// withoutTracking drops tracking parameters and keeps the order of the others.
func withoutTracking(query string) string {
	var kept []string
	for pair := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(pair, "=")
		if pair != "" && !tracking.MatchString(strings.ToLower(name)) {
			kept = append(kept, pair)
		}
	}
	return strings.Join(kept, "&")
}

// fileID is the id of an article that its input does not name: its path below
// the argument, with slashes and without its ending.
func fileID(name string) string {
	return text.Squeeze(text.Clean(strings.TrimSuffix(name, path.Ext(name))))
}
