package ingest_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest"
	"sherpa/store/storetest"
)

// TestFeedEntries: a run takes as much of a feed as it may, and says what it was
// and what is left.
func TestFeedEntries(t *testing.T) {
	t.Parallel()
	s, st := newSite(t), storetest.New(t)
	feed := feedHead
	for _, name := range []string{"Ferry", "Pier", "Gull", "Seal", "Boat"} {
		s.put("/"+name, htmlPage(name))
		feed += feedItem(name, name)
	}
	s.put("/feed", feed+"</channel></rss>")
	in := ingest.New(st, ingest.Options{Fetcher: web{s.Client()}, FeedEntries: 2})
	type visit struct{ added, unchanged, left, feeds, requests int }
	var got []visit
	for range 4 {
		r, err := in.Run(t.Context(), []string{s.URL + "/feed"})
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, visit{r.Added, r.Unchanged, r.Left, len(r.Feeds), len(s.requests())})
	}
	want := []visit{{2, 0, 3, 1, 3}, {2, 2, 1, 1, 3}, {1, 4, 0, 1, 2}, {0, 5, 0, 1, 0}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(visit{})); diff != "" {
		t.Errorf("visits (-want +got):\n%s", diff)
	}
	only := ingest.New(st, ingest.Options{Fetcher: web{s.Client()}, OnlyFeeds: true})
	if r, err := only.Run(t.Context(), []string{s.URL + "/Gull", s.URL + "/feed"}); err != nil || r.Unchanged != 5 || len(r.Skipped) != 1 {
		t.Errorf("only feeds: %+v, %v", r, err)
	}
	if r := s.ingestFrom(t, st, "/Ferry"); len(r.Feeds) != 0 {
		t.Errorf("a page is taken for a feed: %v", r.Feeds)
	}
}
