package evidence

import (
	"strings"
	"unicode"

	"sherpa/answer/timeline"
)

// Dateline counts the words at the beginning of the sentence that only tell where and
// when it was written: "BRUNNVIK, Norway —". They answer no question but "where".
func (e *Evidence) Dateline() int {
	words := e.Words()
	if e.At > 0 || len(words) == 0 || len(words[0].Text) < 3 || strings.ContainsFunc(words[0].Text, unicode.IsLower) {
		return 0
	}
	for i := 1; i < len(words) && i <= timeline.DatelineWords; i++ {
		if gap := e.Passage().Text[words[i-1].End:words[i].Start]; strings.ContainsAny(gap, "—–") || strings.Contains(gap, " - ") {
			return i
		}
	}
	return 0
}
