package answer

import "testing"

// A refusal counts the articles in plain English, and names the nearest.
func TestRefusalText(t *testing.T) {
	t.Parallel()
	near := []Closest{{Title: "The mill"}, {Title: "The ferry"}}
	for _, tt := range []struct {
		articles int
		closest  []Closest
		want     string
	}{
		{0, nil, "There are no articles to answer from yet."},
		{1, nil, "The only article I have does not answer this."},
		{2, nil, "The 2 articles I have do not answer this."},
		{1, near[:1], "The only article I have does not answer this. Closest: “The mill”."},
		{5, near, "The 5 articles I have do not answer this. Closest: “The mill”, “The ferry”."},
	} {
		if got := refusal(tt.articles, tt.closest); got != tt.want {
			t.Errorf("of %d articles: %q, want %q", tt.articles, got, tt.want)
		}
	}
}
