package ingest_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest"
	"sherpa/store/storetest"
)

// TestBadFiles puts bad files between good ones: each is reported with what to
// do, and the good ones are stored.
func TestBadFiles(t *testing.T) {
	t.Parallel()
	files := map[string]struct{ content, reason string }{
		"a.pdf":       {"%PDF-1.7", "PDF is not supported; save the article as text or HTML"},
		"a-pdf.txt":   {"%PDF-1.7\nand so on", "PDF is not supported; save the article as text or HTML"},
		"a.docx":      {"PK\x03\x04", "DOCX is not supported; save the article as text or HTML"},
		"a-zip.html":  {"PK\x03\x04\x00", "this is a ZIP archive or an office document; save the article as text or HTML"},
		"a.zip":       {"PK\x03\x04", "archives are not supported; unpack it and ingest the folder"},
		"a.png":       {"\x89PNG", "files of the kind .png are not read; use .txt, .md, .html or .jsonl"},
		"a.json":      {"{}", "plain JSON is not supported; write one article a line and name the file .jsonl"},
		"a.rss":       {"<rss/>", "feeds are read from their address only; name the feed's URL"},
		"README":      {"hello", "a file without an ending is not read; name it .txt, .md, .html or .jsonl"},
		"binary.txt":  {"text\x00\x01\x02", "this is binary data, not text; save the article as text or HTML"},
		"empty.txt":   {"", "the file is empty; save the article's text in it"},
		"empty.jsonl": {"\n\n", "the file is empty; save the article's text in it"},
		"blank.md":    {" \n", "the file is empty; save the article's text in it"},
		"title.md":    {"---\ntitle: Pier\n---\n", "no article text was found in it; save the article's paragraphs too"},
		"front.md":    {"---\ntitle: \"Pier\n---\nIt is old.", "the front matter is not valid YAML: yaml: line 2: found unexpected end of stream"},
		"long.txt":    {strings.Repeat("The pier is old. ", 70_000), "the article's text has 1162 KiB; at most 1024 KiB are taken: split it"},
		"large.txt":   {strings.Repeat("The pier is old. ", 1_300_000), "the file is larger than 20 MiB: split it, or use JSON Lines (.jsonl), one article a line"},
	}
	content := map[string]string{"0.txt": ferry, "z.txt": "Pier\nThe pier is old."}
	want := map[string]string{}
	for name, f := range files {
		content[name] = f.content
		want[name] = f.reason
	}
	report := run(t, storetest.New(t), writeFiles(t, content))
	got := map[string]string{}
	for _, s := range report.Skipped {
		got[filepath.Base(s.Input)] = s.Reason
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("reasons (-want +got):\n%s", diff)
	}
	if report.Added != 2 {
		t.Errorf("%d added, want 2", report.Added)
	}
}

func TestBadLines(t *testing.T) {
	t.Parallel()
	dir := writeFiles(t, map[string]string{"a.jsonl": strings.Join([]string{
		`{"id":"one","text":"The pier is old."}`,
		`{"id":"two",`,
		`{"id":"three","title":"Three"}`,
		`{"id":"` + strings.Repeat("x", 2000) + `","text":"The pier is old."}`,
		`{"id":"five","text":"The boat is new."}`,
	}, "\n")})
	input := filepath.Join(dir, "a.jsonl")
	got := run(t, storetest.New(t), input)
	want := ingest.Report{Added: 2, Passages: 2, Skipped: []ingest.Skip{
		{Input: input, Reason: "line 2: invalid JSON at byte 12: unexpected end of JSON input"},
		{Input: input, Reason: "line 3: no article text was found in it; save the article's paragraphs too"},
		{Input: input, Reason: "line 4: the id has 2000 bytes; at most 1024 are taken: give a shorter one"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
}

// TestPathsThatAreNoFiles has what must neither be read nor waited for.
func TestPathsThatAreNoFiles(t *testing.T) {
	t.Parallel()
	outside := writeFiles(t, map[string]string{"secret.txt": "Secret\nThe code is 1234."})
	dir := writeFiles(t, map[string]string{"a.txt": ferry, "sub/b.txt": "Pier\nThe pier is old."})
	link := func(target, name string) {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	link(filepath.Join(outside, "secret.txt"), "absolute.txt")
	link("../"+filepath.Base(outside)+"/secret.txt", "relative.txt")
	link("sub", "folder.txt")
	link("sub/b.txt", "inside.txt")
	link("loop.txt", "loop.txt")
	link("nothing.txt", "dangling.txt")
	link("/dev/zero", "zero.txt")
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.txt"), 0o600); err != nil {
		t.Fatal(err)
	}
	st := storetest.New(t)
	report := run(t, st, dir)
	if diff := cmp.Diff([]string{"inside", "sub/b", "a"}, ids(t, st)); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
	var skipped []string
	for _, s := range report.Skipped {
		skipped = append(skipped, filepath.Base(s.Input))
	}
	want := []string{"absolute.txt", "dangling.txt", "folder.txt", "loop.txt", "pipe.txt", "relative.txt", "zero.txt"}
	if diff := cmp.Diff(want, skipped); diff != "" {
		t.Errorf("skipped (-want +got):\n%s\n%v", diff, report.Skipped)
	}
}

func TestBadPaths(t *testing.T) {
	t.Parallel()
	dir := writeFiles(t, map[string]string{"a.txt": ferry, "closed/b.txt": ferry})
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.txt"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, input := range []string{
		"", "nothing.txt", filepath.Join(dir, "nothing"), "a\x00b.txt", strings.Repeat("a", 5000) + ".txt",
		"../../../../../../../../etc/shadow.txt", "/dev/zero", "/proc/self/environ", filepath.Join(dir, "a.txt", "b.txt"), filepath.Join(dir, "pipe.txt"),
		"https://coast.example/ferry",
	} {
		got := run(t, storetest.New(t), input, filepath.Join(dir, "a.txt"))
		if len(got.Skipped) != 1 || got.Skipped[0].Input != input || got.Skipped[0].Reason == "" || got.Added != 1 {
			t.Errorf("%.40q: %+v", input, got)
		}
	}
}

// TestNamedLinkIsFollowed: a user who names a link means the file behind it.
func TestNamedLinkIsFollowed(t *testing.T) {
	t.Parallel()
	dir := writeFiles(t, map[string]string{"a.txt": ferry})
	named := filepath.Join(t.TempDir(), "named.txt")
	if err := os.Symlink(filepath.Join(dir, "a.txt"), named); err != nil {
		t.Fatal(err)
	}
	st := storetest.New(t)
	if got := run(t, st, named); got.Added != 1 {
		t.Fatalf("report %+v", got)
	}
	if diff := cmp.Diff([]string{"named"}, ids(t, st)); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
}
