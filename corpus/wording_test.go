package corpus_test

import (
	"regexp"
	"strings"
	"testing"

	"sherpa/internal/text"
)

// runLength is the number of consecutive words from which on a shared wording
// counts as copied.
const runLength = 7

var quotation = regexp.MustCompile(`“([^”]*)”`)

// Words of speakers are exact, or a citation would put words in their mouths.
func TestQuotationsAreExact(t *testing.T) {
	t.Parallel()
	sources := sourceTexts(t)
	for _, b := range briefs(t) {
		for _, m := range quotation.FindAllStringSubmatch(b.body, -1) {
			if !strings.Contains(sources[b.meta.ID], m[1]) {
				t.Errorf("%s: the article does not have the words %q", b.name, m[1])
			}
		}
	}
}

func TestNoSentenceIsShared(t *testing.T) {
	t.Parallel()
	copied := map[string]bool{}
	for _, source := range sourceTexts(t) {
		for _, run := range runs(source) {
			copied[run] = true
		}
	}
	for _, b := range briefs(t) {
		for _, p := range paragraphs(b.body) {
			for _, run := range runs(quotation.ReplaceAllString(p, "\n")) {
				if copied[run] {
					t.Errorf("%s: copies %q", b.name, run)
				}
			}
		}
	}
}

// runs are the runs of runLength words, folded, within the lines of s, without
// those that only name people, places and offices.
func runs(s string) []string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		words := text.Words(line)
		for i := 0; i+runLength <= len(words); i++ {
			if run := words[i : i+runLength]; !namesOnly(run) {
				out = append(out, join(run))
			}
		}
	}
	return out
}

// titleWords stand in lists of names between the capitalised words.
var titleWords = map[string]bool{
	"of": true, "and": true, "the": true, "for": true, "in": true, "at": true, "special": true, "envoy": true,
	"mediator": true, "senior": true, "adviser": true, "presidential": true, "aide": true, "sovereign": true,
	"wealth": true, "fund": true, "chief": true, "delegation": true, "included": true, "annexed": true,
}

func namesOnly(run []text.Word) bool {
	for _, w := range run {
		if !w.IsCapital() && !w.IsNumeric() && !titleWords[w.Norm] {
			return false
		}
	}
	return true
}

func join(run []text.Word) string {
	norms := make([]string, len(run))
	for i, w := range run {
		norms[i] = w.Norm
	}
	return strings.Join(norms, " ")
}
