package corpora

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/store"
	"sherpa/store/storetest"
)

func guild(n int) string { return fmt.Sprintf("1000000000000000%02d", n) }

func own(guildID string) bot.Scope { return bot.Scope{GuildID: guildID, Own: true} }

func TestIsGuild(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]bool{
		"1": true, guildA: true, "00000000000000000001": true,
		"": false, "100000000000000000001": false, "1a": false, "-1": false, "+1": false, " 1": false, "1 ": false, "1.5": false,
		"..": false, "../1": false, "/etc/passwd": false, `..\1`: false, "1/../2": false, "1\x00": false, "１２": false, "١": false, "1.db": false,
	} {
		if got := isGuild(id); got != want {
			t.Errorf("isGuild(%q) = %v", id, got)
		}
	}
}

func FuzzPathStaysInFolder(f *testing.F) {
	for _, id := range []string{guildA, "", "..", "../../x", "/x", "1/../../x", "1\x00", "١٢"} {
		f.Add(id)
	}
	folder := f.TempDir()
	s := newShelf(Options{Folder: folder})
	f.Fuzz(func(t *testing.T, id string) {
		path, err := s.path(id)
		if err != nil {
			return
		}
		if filepath.Dir(path) != folder || filepath.Base(path) != id+".db" || strings.Trim(id, "0123456789") != "" {
			t.Errorf("%q leads to %s", id, path)
		}
	})
}

// TestStrangersAreRefused: no method makes or reads a file for what is no server.
func TestStrangersAreRefused(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	c := newCorpora(t, Options{Default: st})
	for _, id := range []string{"", "../sherpa", "x", "1/2"} {
		_, addErr := c.Add(t.Context(), id, "https://coast.example/", admin)
		_, fileErr := c.AddFile(t.Context(), id, "a.txt", []byte("A gull."), admin)
		_, _, ownErr := c.Own(t.Context(), id)
		for name, err := range map[string]error{
			"Add": addErr, "AddFile": fileErr, "Own": ownErr,
			"Remove": c.Remove(t.Context(), id, "a"), "Forget": c.Forget(t.Context(), id),
		} {
			if !errors.Is(err, ErrGuild) {
				t.Errorf("%s(%q): %v", name, id, err)
			}
		}
		if id == "" {
			continue
		}
		if _, err := c.Articles(t.Context(), own(id)); !errors.Is(err, ErrGuild) {
			t.Errorf("Articles(%q): %v", id, err)
		}
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(st.Path()), "servers")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder of servers: %v", err)
	}
}

// TestReadingMakesNoFile: only adding does.
func TestReadingMakesNoFile(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	c := newCorpora(t, Options{Default: st})
	if got := ask(t, c, insteadA, "Who won?"); got.Answered || got.Text != "There are no articles to answer from yet." {
		t.Errorf("answer %q", got.Text)
	}
	list, feeds, err := c.Own(t.Context(), guildA)
	if err != nil || len(list)+len(feeds) > 0 {
		t.Errorf("own: %v, %v, %v", list, feeds, err)
	}
	if err := c.Remove(t.Context(), guildA, "a"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("remove: %v", err)
	}
	if err := c.Forget(t.Context(), guildA); err != nil {
		t.Errorf("forget: %v", err)
	}
	file := filepath.Join(filepath.Dir(st.Path()), "servers", guildA+".db")
	if _, err := os.Stat(file); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file: %v", err)
	}
	addFile(t, c, guildA, "a.txt", "The gull sleeps on the pier.")
	if _, err := os.Stat(file); err != nil {
		t.Error(err)
	}
}

// TestFewFilesAreOpen: the files used longest ago are closed, those in use never.
func TestFewFilesAreOpen(t *testing.T) {
	t.Parallel()
	now := newClock()
	c := newCorpora(t, Options{MaxOpen: 3, Idle: time.Minute, Now: now.Now})
	use := func(n int) {
		now.pass(time.Second)
		addFile(t, c, guild(n), "a.txt", "The gull sleeps on the pier.")
	}
	wantOpen := func(what string, ns ...int) {
		t.Helper()
		want := []string{}
		for _, n := range ns {
			want = append(want, guild(n))
		}
		if diff := cmp.Diff(want, append([]string{}, c.shelf.openNow()...)); diff != "" {
			t.Errorf("%s: open (-want +got):\n%s", what, diff)
		}
	}
	use(1)
	use(2)
	use(3)
	wantOpen("three", 1, 2, 3)
	use(1)
	use(4)
	wantOpen("the one used longest ago is closed", 1, 3, 4)

	inUse, err := c.read(t.Context(), own(guild(1)))
	if err != nil {
		t.Fatal(err)
	}
	for n := 5; n <= 8; n++ {
		use(n)
	}
	wantOpen("one in use stays", 1, 7, 8)
	if n := len(articleIDs(t, c, own(guild(2)))); n != 1 {
		t.Errorf("a file opened again has %d articles", n)
	}
	if articles, err := inUse.Articles(t.Context()); err != nil || len(articles) != 1 {
		t.Errorf("the one in use: %v, %v", articles, err)
	}
	now.pass(time.Hour)
	if err := c.watch(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantOpen("idle ones are closed", 1)
	inUse.close()
	now.pass(time.Hour)
	if err := c.watch(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantOpen("all are idle")
}

// TestManyUseFewFiles: many who ask and add at one time never meet a closed file.
func TestManyUseFewFiles(t *testing.T) {
	t.Parallel()
	c := newCorpora(t, Options{MaxOpen: 2})
	var at sync.WaitGroup
	for n := range 8 {
		at.Go(func() {
			addFile(t, c, guild(n), "a.txt", fmt.Sprintf("The gull of pier %d sleeps on the pier.", n))
			for range 10 {
				a, err := c.Ask(t.Context(), own(guild((n+1)%8)), answer.Question{Text: "Where does the gull sleep?"})
				if err != nil {
					t.Error(err)
				}
				if want := fmt.Sprintf("pier %d", (n+1)%8); a.Answered && !strings.Contains(a.Text, want) {
					t.Errorf("answer %q, want one of %s", a.Text, want)
				}
			}
		})
	}
	at.Wait()
	if n := len(c.shelf.openNow()); n > 2 {
		t.Errorf("%d files are open", n)
	}
}

func TestForget(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	c := newCorpora(t, Options{Default: st})
	folder := filepath.Join(filepath.Dir(st.Path()), "servers")
	addFile(t, c, guildA, "a.md", markdown("a", "Lighthouse", "The lighthouse of Skar is 33 metres high."))
	addFile(t, c, guildB, "a.md", markdown("a", "Lighthouse", "The lighthouse of Skar is 44 metres high."))
	const q = "How high is the lighthouse of Skar?"
	if got := ask(t, c, insteadA, q); got.ShortAnswer != "33 metres" {
		t.Fatalf("short answer %q", got.ShortAnswer)
	}
	inUse, err := c.read(t.Context(), insteadA)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Forget(t.Context(), guildA); !errors.Is(err, store.ErrBusy) {
		t.Errorf("forgotten while in use: %v", err)
	}
	inUse.close()
	if err := c.Forget(t.Context(), guildA); err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(filepath.Join(folder, guildA+"*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
	if got := ask(t, c, insteadA, q); got.Answered {
		t.Errorf("answered %q from what is gone", got.Text)
	}
	if got := ask(t, c, insteadB, q); got.ShortAnswer != "44 metres" {
		t.Errorf("another server's answer is %q", got.Text)
	}
	// The new file has the same versions as the old one had.
	addFile(t, c, guildA, "a.md", markdown("a", "Lighthouse", "The lighthouse of Skar is 55 metres high."))
	if got := ask(t, c, insteadA, q); got.ShortAnswer != "55 metres" {
		t.Errorf("short answer %q, want that of the new file", got.ShortAnswer)
	}
}

func TestClosed(t *testing.T) {
	t.Parallel()
	c := New(Options{Default: storetest.New(t)})
	addFile(t, c, guildA, "a.txt", "The gull sleeps on the pier.")
	inUse, err := c.read(t.Context(), insteadA)
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
	if _, err := inUse.Articles(t.Context()); err != nil {
		t.Errorf("what is in use was closed: %v", err)
	}
	inUse.close()
	if n := len(c.shelf.openNow()); n > 0 {
		t.Errorf("%d files are open", n)
	}
	if _, err := c.Articles(t.Context(), insteadA); !errors.Is(err, errClosed) {
		t.Errorf("after closing: %v", err)
	}
}

// TestGivingUpWhileOpening: who stops waiting does not spoil it for others.
func TestGivingUpWhileOpening(t *testing.T) {
	t.Parallel()
	c := newCorpora(t, Options{})
	addFile(t, c, guildA, "a.txt", "The gull sleeps on the pier.")
	c.shelf.sweep(time.Now().Add(time.Hour))
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	var at sync.WaitGroup
	for range 4 {
		at.Go(func() {
			_, _ = c.Articles(gone, insteadA) // whether it was quick enough is all the same
		})
		at.Go(func() {
			if _, err := c.Articles(t.Context(), insteadA); err != nil {
				t.Errorf("who waits: %v", err)
			}
		})
	}
	at.Wait()
	if err := c.Forget(t.Context(), guildA); err != nil {
		t.Errorf("somebody still counts as a user: %v", err)
	}
}
