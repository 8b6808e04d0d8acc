package corpora

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/bot"
	"sherpa/ingest"
	"sherpa/internal/usererr"
	"sherpa/store"
	"sherpa/store/storetest"
)

// byID says who added what in the first server.
func byID(t *testing.T, c *Corpora) map[string]string {
	t.Helper()
	list, _, err := c.Own(t.Context(), guildA)
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]string{}
	for _, a := range list {
		by[a.ID] = a.AddedBy
	}
	return by
}

func TestAddPage(t *testing.T) {
	t.Parallel()
	s, flags := newSite(t), &flagged{}
	c := newCorpora(t, Options{Fetcher: s, Flags: flags})
	s.article("Ferry", "The ferry of Norvik sails on Friday.")
	add := func(by string) ingest.Report {
		r, err := c.Add(t.Context(), guildA, " "+s.URL+"/Ferry?utm_source=x#top ", bot.Admin{Hash: "h-" + by, Name: by})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := add("Ada"); r.Added != 1 {
		t.Errorf("first: %+v", r)
	}
	if r := add("Bob"); r.Unchanged != 1 || len(flags.take()) > 0 {
		t.Errorf("unchanged: %+v", r)
	}
	s.article("Ferry", "The ferry of Norvik sails on Sunday.")
	if r := add("Bob"); r.Updated != 1 {
		t.Errorf("changed: %+v", r)
	}
	id := s.URL + "/Ferry"
	if diff := cmp.Diff([]string{guildA + " own " + id + " updated"}, flags.take()); diff != "" {
		t.Errorf("flags (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{id: "Ada"}, byID(t, c)); diff != "" {
		t.Errorf("who added what (-want +got):\n%s", diff)
	}
	if n := len(articleIDs(t, c, insteadB)); n != 0 {
		t.Errorf("another server has %d articles", n)
	}
	if err := c.Remove(t.Context(), guildA, id); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{guildA + " own " + id + " withdrawn"}, flags.take()); diff != "" {
		t.Errorf("flags (-want +got):\n%s", diff)
	}
	if r := add("Cy"); r.Added != 1 {
		t.Errorf("added again: %+v", r)
	}
	if diff := cmp.Diff(map[string]string{id: "Cy"}, byID(t, c)); diff != "" {
		t.Errorf("who added what (-want +got):\n%s", diff)
	}
}

// TestAddRefuses: nothing that is no address gets anywhere near the disk, and
// what a fetcher says of its network stays here.
func TestAddRefuses(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	secret := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(secret, []byte("The secret of the house is kept."), 0o600); err != nil {
		t.Fatal(err)
	}
	c := newCorpora(t, Options{Fetcher: s})
	for _, tt := range []struct{ address, say string }{
		{secret, "no address"},
		{"file://" + secret, "no address"},
		{"ftp://a.example/x", "no address"},
		{"", "no address"},
		{".", "no address"},
		{"https://", "no address"},
		{s.URL + "/missing", "404 Not Found"},
		{"https://inside.example/", "private network"},
		{"https://down.example/", "could not be reached"},
	} {
		r, err := c.Add(t.Context(), guildA, tt.address, admin)
		said := usererr.Message(err)
		if err == nil && len(r.Skipped) == 1 {
			said = r.Skipped[0].Reason
		}
		if !strings.Contains(said, tt.say) || strings.Contains(said, "10.") || strings.Contains(said, "allow_hosts") || strings.Contains(said, "tcp") {
			t.Errorf("%q: %q, want %q", tt.address, said, tt.say)
		}
	}
	if n := len(articleIDs(t, c, insteadA)); n != 0 {
		t.Errorf("%d articles were added", n)
	}
	c = newCorpora(t, Options{})
	if r, err := c.Add(t.Context(), guildA, "https://a.example/", admin); err != nil || len(r.Skipped) != 1 {
		t.Errorf("without a fetcher: %+v, %v", r, err)
	}
}

func TestAddFile(t *testing.T) {
	t.Parallel()
	c := newCorpora(t, Options{})
	for _, tt := range []struct {
		name, body     string
		added, skipped int
	}{
		{"ferry.txt", "Ferry sails again\n\nThe ferry of Norvik sails on Friday.", 1, 0},
		{"two.jsonl", `{"id":"x","text":"The gull sleeps."}` + "\n" + `{"id":"y","text":"The seal sleeps."}` + "\n{", 2, 1},
		{"a.pdf", "%PDF-1.7", 0, 1},
		{"../../evil.txt", "Evil is told of here in a sentence.", 1, 0},
	} {
		r, err := c.AddFile(t.Context(), guildA, tt.name, []byte(tt.body), admin)
		if err != nil || r.Added != tt.added || len(r.Skipped) != tt.skipped {
			t.Errorf("%s: %+v, %v", tt.name, r, err)
		}
	}
	want := map[string]string{"ferry": "Ada", "x": "Ada", "y": "Ada", "evil": "Ada"}
	if diff := cmp.Diff(want, byID(t, c)); diff != "" {
		t.Errorf("who added what (-want +got):\n%s", diff)
	}
	if _, err := c.AddFile(t.Context(), guildA, "large.txt", make([]byte, maxUpload+1), admin); !strings.Contains(usererr.Message(err), "10 MiB") {
		t.Errorf("too large a file: %v", err)
	}
}

// lines are n articles, one a line.
func lines(prefix string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"%s-%d","text":"The gull %d of pier %s sleeps."}`+"\n", prefix, i, i, prefix)
	}
	return b.String()
}

// TestTooManyArticles: what fits is taken, the rest is refused with the limit's
// name, and what is there can still be changed.
func TestTooManyArticles(t *testing.T) {
	t.Parallel()
	c := newCorpora(t, Options{MaxArticles: 5})
	r, err := c.AddFile(t.Context(), guildA, "a.jsonl", []byte(lines("a", 8)), admin)
	if err != nil || r.Added != 5 || len(r.Skipped) != 3 || r.Skipped[0].Reason != "5 articles is the most; remove some first." {
		t.Fatalf("%+v, %v", r, err)
	}
	r, err = c.AddFile(t.Context(), guildA, "a.jsonl", []byte(strings.ReplaceAll(lines("a", 5), "sleeps", "wakes")), admin)
	if err != nil || r.Updated != 5 || len(r.Skipped) > 0 {
		t.Errorf("changed: %+v, %v", r, err)
	}
	if err := c.Remove(t.Context(), guildA, "a-0"); err != nil {
		t.Fatal(err)
	}
	r, err = c.AddFile(t.Context(), guildA, "b.jsonl", []byte(lines("b", 2)), admin)
	if err != nil || r.Added != 1 || len(r.Skipped) != 1 {
		t.Errorf("after a removal: %+v, %v", r, err)
	}
	if r, err := c.AddFile(t.Context(), guildB, "b.jsonl", []byte(lines("b", 2)), admin); err != nil || r.Added != 2 {
		t.Errorf("another server: %+v, %v", r, err)
	}
}

// TestTooManyBytes: the size of the file is kept, too, and what is there stays
// readable and can be removed to make room.
func TestTooManyBytes(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	c := newCorpora(t, Options{Default: st, MaxBytes: 1 << 20})
	words := make([]string, 12_000)
	big := func(id string) string {
		for i := range words {
			words[i] = fmt.Sprintf("%s%dx", id, i)
		}
		return markdown(id, "Big "+id, "The "+strings.Join(words, " ")+".")
	}
	added := 0
	var refused ingest.Report
	for ; added < 20; added++ {
		r, err := c.AddFile(t.Context(), guildA, "big.md", []byte(big(string(rune('a'+added)))), admin)
		if err != nil {
			t.Fatal(err)
		}
		if r.Added == 0 {
			refused = r
			break
		}
	}
	if added == 0 || len(refused.Skipped) != 1 || !strings.HasPrefix(refused.Skipped[0].Reason, "1 MiB is the most") {
		t.Fatalf("%d added, then %+v", added, refused)
	}
	info, err := os.Stat(filepath.Join(filepath.Dir(st.Path()), "servers", guildA+".db"))
	if err != nil || info.Size() > 1<<20 {
		t.Errorf("the file has %d bytes, %v", info.Size(), err)
	}
	if n := len(articleIDs(t, c, insteadA)); n != added {
		t.Errorf("%d articles are listed, want %d", n, added)
	}
	if err := c.Remove(t.Context(), guildA, "a"); err != nil {
		t.Fatal(err)
	}
	if r, err := c.AddFile(t.Context(), guildA, "small.txt", []byte("The gull sleeps."), admin); err != nil || r.Added != 1 {
		t.Errorf("after a removal: %+v, %v", r, err)
	}
}

func TestRemove(t *testing.T) {
	t.Parallel()
	c := newCorpora(t, Options{Default: withBriefs(t)})
	addFile(t, c, guildA, "a.jsonl", lines("a", 2))
	for _, tt := range []struct {
		guildID, id string
		err         error
	}{
		{guildA, "a", store.ErrAmbiguous},
		{guildA, "ghost", store.ErrNotFound},
		{guildA, "000", store.ErrNotFound}, // a brief is not the server's to remove
		{guildB, "a-0", store.ErrNotFound},
		{guildA, "a-0", nil},
		{guildA, "a", nil},
	} {
		if err := c.Remove(t.Context(), tt.guildID, tt.id); !errors.Is(err, tt.err) {
			t.Errorf("remove %s: %v, want %v", tt.id, err, tt.err)
		}
	}
	if n := len(articleIDs(t, c, insteadA)); n != 0 {
		t.Errorf("%d articles are left", n)
	}
}

// filesOf are the contents of the servers' files, with what has not been moved
// into them yet.
func filesOf(t *testing.T, c *Corpora) map[string]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(c.shelf.folder, "*"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%v: %v", names, err)
	}
	files := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name) //nolint:gosec // the test's own files
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = string(data)
	}
	return files
}

// The key of a hash that a server's file bears stays as long as it may be asked
// for, however old it gets.
func TestAddersAreFoundForEver(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	c := newCorpora(t, Options{Default: st})
	privacy, err := store.NewPrivacy(t.Context(), st)
	if err != nil {
		t.Fatal(err)
	}
	eve := bot.Admin{Hash: privacy.Hash("7"), Name: "Eve"}
	if _, err := c.AddFile(t.Context(), guildA, "a.txt", []byte("The gull of Eve sleeps."), eve); err != nil {
		t.Fatal(err)
	}
	if held, err := st.Meta(t.Context(), "hash_key_held:1"); err != nil || held == "" {
		t.Errorf("the key of %s is not held: %v", eve.Hash, err)
	}
	got, err := c.AddedBy(t.Context(), privacy.Hashes("7"))
	if diff := cmp.Diff([]store.AddedArticle{{GuildID: guildA, ID: "a"}}, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	if err := c.Remove(t.Context(), guildA, "a"); err != nil {
		t.Fatal(err)
	}
	for file, text := range filesOf(t, c) {
		if strings.Contains(text, eve.Name) || strings.Contains(text, "added_by:") {
			t.Errorf("who added what is removed stands in %s", file)
		}
	}
}

func TestForgetAdmin(t *testing.T) {
	t.Parallel()
	c := newCorpora(t, Options{MaxOpen: 1})
	bob := bot.Admin{Hash: "h2", Name: "Bob"}
	addFile(t, c, guildA, "a.jsonl", lines("a", 2))
	addFile(t, c, guildB, "a.jsonl", lines("b", 1))
	if _, err := c.AddFile(t.Context(), guildA, "b.txt", []byte("The gull of Bob sleeps."), bob); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(c.shelf.folder, "3.db"), []byte("no store"), 0o600); err != nil {
		t.Fatal(err)
	}
	n, err := c.ForgetAdmin(t.Context(), []string{"h0", admin.Hash})
	if err != nil || n != 3 {
		t.Errorf("%d forgotten, %v; want 3", n, err)
	}
	for file, text := range filesOf(t, c) {
		if strings.Contains(text, `"`+admin.Name+`"`) || strings.Contains(text, `"`+admin.Hash+`"`) {
			t.Errorf("who it was stands in %s", file)
		}
	}
	if diff := cmp.Diff(map[string]string{"a-0": "", "a-1": "", "b": "Bob"}, byID(t, c)); diff != "" {
		t.Errorf("who added what (-want +got):\n%s", diff)
	}
	if n, err := c.ForgetAdmin(t.Context(), []string{"", "h0", admin.Hash}); err != nil || n != 0 {
		t.Errorf("again: %d forgotten, %v", n, err)
	}
}
