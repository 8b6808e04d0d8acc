package answer

import (
	"strings"
	"unicode"

	"sherpa/answer/timeline"
)

// dateline counts the words at the beginning of the sentence that only tell where and
// when it was written: "BRUNNVIK, Norway —". They answer no question but "where".
func (e *evidence) dateline() int {
	words := e.words()
	if e.at > 0 || len(words) == 0 || len(words[0].Text) < 3 || strings.ContainsFunc(words[0].Text, unicode.IsLower) {
		return 0
	}
	for i := 1; i < len(words) && i <= timeline.DatelineWords; i++ {
		if gap := e.passage().Text[words[i-1].End:words[i].Start]; strings.ContainsAny(gap, "—–") || strings.Contains(gap, " - ") {
			return i
		}
	}
	return 0
}
