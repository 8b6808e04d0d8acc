package clause

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

func TestSplit(t *testing.T) {
	t.Parallel()
	for sentence, want := range map[string][]string{
		"The ferry left at noon.":                                     {"The ferry left at noon"},
		"The ferry left, but the train waited.":                       {"The ferry left", "but the train waited"},
		"The ferry left because the tide fell.":                       {"The ferry left", "because the tide fell"},
		"The guests were Ann Lund, Ole Dam, and Ib Krogh.":            {"The guests were Ann Lund, Ole Dam, and Ib Krogh"},
		"The tide fell; the ferry, which was late, left for Lund.":    {"The tide fell; the ferry", "which was late, left for Lund"},
		"The mayor was clear: nobody would pay (and nobody ever did)": {"The mayor was clear", "nobody would pay", "and nobody ever did"},
	} {
		var words []retrieval.Word
		for _, w := range text.Words(sentence) {
			words = append(words, retrieval.Word{Word: w})
		}
		var got []string
		for i, c := range Split(sentence, words) {
			got = append(got, sentence[words[c.Start].Start:words[c.End-1].End])
			if At(Split(sentence, words), c.Start) != c {
				t.Errorf("%q: the first word of clause %d is in another", sentence, i)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
