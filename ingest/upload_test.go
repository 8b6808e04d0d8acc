package ingest_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest"
	"sherpa/store/storetest"
)

func TestRunFileTakesWhatRunTakes(t *testing.T) {
	t.Parallel()
	lines := `{"id":"d1","title":"Gulls","paragraphs":["Gulls sleep here."]}` + "\n" + `{"title":"Seals","text":"Seals do too."}`
	for _, tt := range []struct {
		name, body string
		ids        []string
		reason     string
	}{
		{"ferry.txt", ferry, []string{"ferry"}, ""},
		{"FERRY.TXT", ferry, []string{"FERRY"}, ""},
		{"pier.md", "---\nid: pier-1\ntitle: The pier\n---\nThe pier is old, the council says.", []string{"pier-1"}, ""},
		{"more.jsonl", lines, []string{"d1", "more-2"}, ""},
		{"../../etc/passwd.txt", ferry, []string{"passwd"}, ""},
		{`C:\news\ferry.txt`, ferry, []string{"ferry"}, ""},
		{"empty.txt", " \n", []string{}, "the file is empty"},
		{"empty.jsonl", "", []string{}, "the file is empty"},
		{"report.pdf", "%PDF-1.7", []string{}, "PDF is not supported"},
		{"renamed.txt", "%PDF-1.7", []string{}, "PDF is not supported"},
		{"noending", ferry, []string{}, "without an ending"},
		{"", ferry, []string{}, "without an ending"},
		{"large.txt", strings.Repeat("x", 20<<20+1), []string{}, "larger than 20 MiB"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			st := storetest.New(t)
			report, err := ingest.New(st, ingest.Options{}).RunFile(t.Context(), tt.name, []byte(tt.body))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.ids, ids(t, st)); diff != "" {
				t.Errorf("ids (-want +got):\n%s", diff)
			}
			if tt.reason == "" && len(report.Skipped) > 0 ||
				tt.reason != "" && (len(report.Skipped) != 1 || !strings.Contains(report.Skipped[0].Reason, tt.reason)) {
				t.Errorf("skipped %+v, want %q", report.Skipped, tt.reason)
			}
		})
	}
}

func FuzzRunFile(f *testing.F) {
	f.Add("a.txt", []byte(ferry))
	f.Add("a.md", []byte("---\ntitle: x\n---\ny"))
	f.Add("..", []byte("{}"))
	f.Add("a/../b.jsonl", []byte(`{"id":"1","text":"One two."}`+"\n{"))
	f.Fuzz(func(t *testing.T, name string, body []byte) {
		st := storetest.New(t)
		report, err := ingest.New(st, ingest.Options{}).RunFile(t.Context(), name, body)
		if err != nil {
			t.Fatal(err)
		}
		if n := report.Added + report.Updated + report.Unchanged + len(report.Skipped); n == 0 && len(bytes.TrimSpace(body)) > 0 {
			t.Errorf("%q: nothing is said of %d bytes: %+v", name, len(body), report)
		}
	})
}
