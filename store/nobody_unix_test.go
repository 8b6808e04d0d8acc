//go:build unix

package store

import (
	"os"
	"syscall"
)

// asNobody makes a child run without the rights of root, whom no file mode
// keeps from writing.
func asNobody() *syscall.SysProcAttr {
	if os.Getuid() != 0 {
		return nil
	}
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
}
