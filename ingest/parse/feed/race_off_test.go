//go:build !race

package feed

// maxHostile is the size of the hostile inputs that are tried, in bytes.
const maxHostile = 1 << 30
