package gate

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer/question"
	"sherpa/internal/text"
)

// What articles have together of a long question are its own words and those of
// their families.
func TestWordsThemselves(t *testing.T) {
	t.Parallel()
	matched := []float64{1, question.KinShares[text.Family], question.KinShares[text.Synonym], question.KinShares[text.Neighbour], 0}
	if diff := cmp.Diff([]float64{1, question.KinShares[text.Family], 0, 0, 0}, wordsThemselves(matched)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if matched[2] == 0 {
		t.Error("the sentence's own match was changed")
	}
}
