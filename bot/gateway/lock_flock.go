//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package gateway

import (
	"errors"
	"os"
	"sync"
	"syscall"
)

// errLocked: another process holds the lock.
var errLocked = errors.New("the file is locked by another process")

// lockFile locks a file until the returned function is called or the process
// ends, however it ends. The file stays: removing it would let two processes
// lock two files of one name.
func lockFile(path string) (unlock func() error, err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600) //nolint:gosec // the operator names the file
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = errLocked
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return sync.OnceValue(func() error {
		// Closing alone would leave it locked while a child that was just forked
		// has the file open too.
		return errors.Join(syscall.Flock(int(f.Fd()), syscall.LOCK_UN), f.Close())
	}), nil
}
