package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// child is what the test binary does when it is started as another process. It
// returns the exit code.
func child(job string) int {
	var err error
	switch job {
	case "ingest":
		err = childIngest()
	case "read-only":
		err = childReadOnly()
	default:
		err = fmt.Errorf("unknown job %q", job)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// childStore is the name of the store in a child's working folder.
const childStore = "test.db"

// startChild starts the test binary as another process in the store's folder.
func startChild(t *testing.T, binary, job, dir string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), binary) //nolint:gosec // this test itself
	cmd.Env = append(os.Environ(), "STORE_TEST_CHILD="+job)
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	return cmd
}

// childIngest adds, updates and removes articles and backs up for ever, and says
// on stdout what is done.
func childIngest() error {
	ctx := context.Background()
	s, err := Open(ctx, childStore, Options{})
	if err != nil {
		return err
	}
	stats, err := s.Stats(ctx)
	if err != nil {
		return err
	}
	fmt.Println("open")
	for i := int(stats.Version) * 10; ; i += 10 {
		batch := numbered(i, 1+i%3)
		batch = append(batch, entry("always", fmt.Sprintf("Version %d of it.", i), "The same as ever."))
		if _, err := s.PutAll(ctx, batch); err != nil {
			return err
		}
		for _, e := range batch {
			fmt.Println("put", e.Article.ID)
		}
		if i%70 == 0 {
			fmt.Println("removing", batch[0].Article.ID)
			if err := s.Remove(ctx, batch[0].Article.ID); err != nil {
				return err
			}
		}
		if i%50 == 0 {
			if err := s.Backup(ctx, childStore+".backup"); err != nil {
				return err
			}
		}
	}
}

// TestKilledAtAnyMoment kills a process that writes, again and again. The store must
// open, be sound, hold whole articles only, and all that were acknowledged; and
// so must its last backup.
func TestKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // only spreads the moments
	var path string
	acknowledged := make(map[string]bool)
	for i := range rounds(20, 50) {
		if i%10 == 0 {
			path = filepath.Join(t.TempDir(), childStore)
			clear(acknowledged)
		}
		after := time.Duration(random.IntN(60_000)) * time.Microsecond
		runAndKill(t, path, after, i%4 == 0, acknowledged)
		checkAfterKill(t, path, acknowledged)
		if _, err := os.Stat(path + ".backup"); err == nil {
			checkAfterKill(t, path+".backup", nil)
		}
	}
}

// runAndKill lets a child work for a while once it has opened the store or, if
// early, once it was started.
func runAndKill(t *testing.T, path string, after time.Duration, early bool, acknowledged map[string]bool) {
	t.Helper()
	cmd := startChild(t, os.Args[0], "ingest", filepath.Dir(path))
	out, err := cmd.StdoutPipe()
	mustDo(t, err)
	mustDo(t, cmd.Start())
	kill := func() { _ = cmd.Process.Kill() }
	if early {
		time.AfterFunc(after, kill)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		verb, id, _ := strings.Cut(lines.Text(), " ")
		switch verb {
		case "open":
			if !early {
				time.AfterFunc(after, kill)
			}
		case "put":
			acknowledged[id] = true
		case "removing":
			delete(acknowledged, id)
		}
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.Exited() {
		t.Fatalf("the child was not killed: %v", err)
	}
}

func checkAfterKill(t *testing.T, path string, acknowledged map[string]bool) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	mustDo(t, err)
	mustBeSound(t, s)
	left := len(acknowledged)
	mustDo(t, s.EachArticle(t.Context(), func(a Article) error {
		if acknowledged[a.ID] {
			left--
		}
		ps, err := s.Passages(t.Context(), a.ID)
		if len(ps) != 2 || strings.Count(a.Text, "\n") != 1 {
			t.Errorf("article %s has %d passages", a.ID, len(ps))
		}
		return err
	}))
	if left != 0 {
		t.Errorf("%d of %d acknowledged articles are missing", left, len(acknowledged))
	}
	mustDo(t, s.Close())
}

// TestReadOnlyFolder opens stores as a user who may only read them.
func TestReadOnlyFolder(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	dir, err := os.MkdirTemp("", "store-read-only") //nolint:usetesting // t.TempDir is closed to other users
	mustDo(t, err)
	t.Cleanup(func() {
		mustDo(t, os.Chmod(dir, 0o700)) //nolint:gosec // a folder
		mustDo(t, os.RemoveAll(dir))
	})
	path := filepath.Join(dir, childStore)
	s, err := Open(t.Context(), path, Options{})
	mustDo(t, err)
	mustPut(t, s, numbered(0, 3)...)
	mustDo(t, s.Close())
	binary := filepath.Join(dir, "test-binary")
	content := readFile(t, os.Args[0])
	mustDo(t, os.WriteFile(binary, content, 0o755)) //nolint:gosec // to be run by another user
	mustDo(t, os.Chmod(path, 0o444))                //nolint:gosec // to be read by another user
	mustDo(t, os.Chmod(dir, 0o555))                 //nolint:gosec // to be read by another user
	cmd := startChild(t, binary, "read-only", dir)
	cmd.SysProcAttr = asNobody()
	if out, err := cmd.Output(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

func childReadOnly() error {
	ctx := context.Background()
	s, err := Open(ctx, childStore, Options{})
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	hits, err := s.Search(ctx, Search{Match: Match{Term: "delegation"}, Limit: 10})
	if err != nil || len(hits) != 3 {
		return fmt.Errorf("search: %d hits, %w", len(hits), err)
	}
	report, err := s.Check(ctx)
	if err != nil || report.Articles != 3 || len(report.Skipped) == 0 {
		return fmt.Errorf("check: %+v, %w", report, err)
	}
	for what, err := range map[string]error{
		"put":    second(s.PutAll(ctx, numbered(9, 1))),
		"remove": s.Remove(ctx, "article-0000"),
		"fact":   s.SetMeta(ctx, "k", "v"),
	} {
		if !errors.Is(err, ErrReadOnly) || !strings.Contains(err.Error(), s.Path()) {
			return fmt.Errorf("%s: error %w, want ErrReadOnly", what, err)
		}
	}
	dir, err := os.MkdirTemp("", "store-backup")
	if err != nil {
		return err
	}
	if err := errors.Join(s.Backup(ctx, filepath.Join(dir, "b.db")), os.RemoveAll(dir)); err != nil {
		return err
	}
	_, err = Open(ctx, "new.db", Options{})
	if !errors.Is(err, ErrReadOnly) {
		return fmt.Errorf("new store: error %w, want ErrReadOnly", err)
	}
	return s.Close()
}

func second[T any](_ T, err error) error { return err }
