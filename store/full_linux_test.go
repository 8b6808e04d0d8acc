package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestFullDisk runs into the end of a real file system, where the test may mount
// one.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("no file system to fill: %v", err)
	}
	t.Cleanup(func() { mustDo(t, syscall.Unmount(dir, syscall.MNT_DETACH)) })
	s := openStore(t, filepath.Join(dir, "test.db"), Options{})
	mustPut(t, s, numbered(0, 10)...)
	ballast := filepath.Join(dir, "ballast")
	fill(t, ballast)

	var err error
	n := 10
	for ; err == nil && n < 2000; n += 10 {
		_, err = s.PutAll(t.Context(), numbered(n, 10))
	}
	n -= 10
	if !errors.Is(err, ErrFull) {
		t.Fatalf("error %v, want ErrFull", err)
	}
	if got := find(t, s, term("delegation")); len(got) < 10 {
		t.Errorf("%d hits on a full disk", len(got))
	}
	if err := s.Backup(t.Context(), filepath.Join(dir, "backup.db")); !errors.Is(err, ErrFull) {
		t.Errorf("backup: error %v, want ErrFull", err)
	}
	mustDo(t, os.Remove(ballast))
	mustPut(t, s, numbered(n, 10)...)
	if report := mustBeSound(t, s); report.Articles != n+10 {
		t.Errorf("%d articles, want %d", report.Articles, n+10)
	}
}

// fill writes until the disk has about 100 KiB left.
func fill(t *testing.T, name string) {
	t.Helper()
	var fs syscall.Statfs_t
	mustDo(t, syscall.Statfs(filepath.Dir(name), &fs))
	free := int(fs.Bavail) * int(fs.Bsize) //nolint:gosec // one MiB
	if free < 100<<10 {
		t.Fatal(fmt.Errorf("only %d bytes to begin with", free))
	}
	writeFile(t, name, make([]byte, free-100<<10))
}
