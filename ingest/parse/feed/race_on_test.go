//go:build race

package feed

// maxHostile is the size of the hostile inputs that are tried, in bytes. The
// race detector makes the large ones take minutes, and finds nothing in a
// parser that starts no goroutine; the plain tests have them all.
const maxHostile = 128 << 10
