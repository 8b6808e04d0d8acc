package ingest

import (
	"errors"
	"strings"
)

// isAddress reports whether an input is a web address and not a path.
func isAddress(input string) bool {
	lower := strings.ToLower(input)
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}

var errNoFetcher = errors.New("addresses cannot be fetched here; save the page and name the file")

func (in *Ingester) address(raw string) task {
	return skipped(raw, errNoFetcher)
}
