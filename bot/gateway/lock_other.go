//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package gateway

import "errors"

// errLocked is never returned here.
var errLocked = errors.New("the file is locked by another process")

// lockFile does nothing: this system has no flock. Two processes with one file
// would each count only their own IDENTIFYs; Discord's own limit, of which fifty
// are never used, still holds for both.
func lockFile(string) (unlock func() error, err error) {
	return func() error { return nil }, nil
}
