package answer

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Of a paper of which there are no articles nothing can be told, and that is said.
func TestPublishersWithoutArticles(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{
		"a": "---\ntitle: The Halda at sea\npublisher: Brunnvik Herald\n---\nThe sea trial of the ferry Halda off Brunnvik lasted three hours. Ada Lind said that the crane broke.",
		"b": "---\ntitle: A long day\npublisher: Coast Weekly\n---\nThe sea trial of the ferry Halda off Brunnvik lasted three hours, too.",
	})
	for question, want := range map[string]struct {
		strange []string
		cited   int
	}{
		"Did the Brunnvik Herald and the Storholm Post both report that the trial lasted three hours?": {[]string{"the Storholm Post"}, 1},
		"Did CNN and Reuters both report that the trial lasted three hours?":                           {[]string{"CNN", "Reuters"}, 0},
		"What does the Storholm Post say about the trial?":                                             {[]string{"the Storholm Post"}, 0},
		"What does Ada Lind say about the crane?":                                                      {nil, 1},
		"Did Ada Lind and the owner both say that the crane broke?":                                    {nil, 1},
		"Did the Brunnvik Herald and Coast Weekly both report that the trial lasted three hours?":      {nil, 2},
	} {
		a := r.ask(t, Question{Text: question})
		r.checkAnswer(t, a)
		if diff := cmp.Diff(want.strange, a.NoArticlesBy); diff != "" || a.Coverage.Reporting != want.cited {
			t.Errorf("%s: %d articles cited, want %d (-want +got):\n%s\n%s", question, a.Coverage.Reporting, want.cited, diff, a.Text)
		}
		if want.strange != nil && a.ShortAnswer != "" {
			t.Errorf("%s: a verdict on what nobody can tell: %s", question, a.ShortAnswer)
		}
	}
}
