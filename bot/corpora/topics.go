package corpora

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/store"
)

const (
	// topicCount is how many topics are suggested of one store at the most.
	topicCount = 100
	// shortestTopic is the length of the shortest word that is a topic by itself,
	// in bytes.
	shortestTopic = 3
	// spelledFrom is how many bytes of text are searched for the ways in which names
	// are written.
	spelledFrom = 4 << 20
	// nameShare is the share of a word's passages that must write it with a capital
	// within a sentence for it to be a name: 1 of nameShare.
	nameShare = 3
)

// errEnough ends the visit of articles.
var errEnough = errors.New("enough was read")

// readTopics lists what the articles speak of most: names and words of headlines in
// turn, each in one form only.
func readTopics(ctx context.Context, s source, articles []store.ArticleInfo) ([]string, error) {
	words, err := s.Words(ctx)
	if err != nil {
		return nil, err
	}
	names := namesOf(words)
	forms, err := writtenForms(ctx, s, names)
	if err != nil {
		return nil, err
	}
	written := make([]string, 0, len(names))
	for _, n := range names {
		if f := forms[n]; f != "" && !isDate(f) {
			written = append(written, f)
		}
	}
	topics := unique(topicKey, alternate(written, headlineWords(articles)))
	return topics[:min(len(topics), topicCount)], nil
}

// namesOf are the folded words that the articles write with a capital, the most
// frequent first.
func namesOf(words []store.WordCount) []string {
	counts := map[string]int{}
	for _, w := range words {
		if isTopic(w.Norm) && w.Capitals*nameShare > w.Passages {
			counts[w.Norm] = w.Passages
		}
	}
	names := byCount(counts)
	return names[:min(len(names), topicCount)]
}

// isTopic leaves out common words, numbers and what is too short.
func isTopic(norm string) bool {
	return len(norm) >= shortestTopic && norm[0] > '9' && !text.IsStop(norm)
}

// isDate reports whether a word is the name of a day or a month.
func isDate(word string) bool {
	found := value.FindIn(word, text.Words(word))
	return len(found) > 0 && found[0].Kind == value.Date
}

// writtenForms says how names are mostly written: "NATO", "Zelenskyy". Names that do
// not occur in what is read have none.
func writtenForms(ctx context.Context, s source, names []string) (map[string]string, error) {
	seen := make(map[string]map[string]int, len(names))
	for _, n := range names {
		seen[n] = map[string]int{}
	}
	left := spelledFrom
	err := s.EachArticle(ctx, func(a store.Article) error {
		if left -= len(a.Text); left < 0 {
			return errEnough
		}
		for _, w := range text.Words(a.Text) {
			if forms, wanted := seen[w.Norm]; wanted && w.IsCapital() {
				forms[w.Text]++
			}
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, err
	}
	most := make(map[string]string, len(names))
	for n, forms := range seen {
		if ranked := byCount(forms); len(ranked) > 0 {
			most[n] = ranked[0]
		}
	}
	return most, nil
}

// headlineWords are the words of headlines, those of most articles first.
func headlineWords(articles []store.ArticleInfo) []string {
	counts := map[string]int{}
	for i := range articles {
		inTitle := map[string]bool{}
		for _, w := range text.Words(articles[i].Title) {
			if isTopic(w.Norm) && !isDate(w.Text) && !inTitle[w.Norm] {
				inTitle[w.Norm] = true
				counts[w.Norm]++
			}
		}
	}
	return byCount(counts)
}

// byCount lists the keys by their counts, the largest first, and by the alphabet.
func byCount(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
}

// alternate takes one of each list in turn.
func alternate(lists ...[]string) []string {
	var all []string
	for i, more := 0, true; more; i++ {
		more = false
		for _, l := range lists {
			if i < len(l) {
				all, more = append(all, l[i]), true
			}
		}
	}
	return all
}

// topicKey is equal for the forms of one word.
func topicKey(s string) string { return text.Stem(text.Fold(s)) }

// unique puts lists behind each other and keeps the first of all that share a key.
func unique(key func(string) string, lists ...[]string) []string {
	var kept []string
	seen := map[string]bool{}
	for _, l := range lists {
		for _, s := range l {
			if k := key(s); !seen[k] {
				seen[k] = true
				kept = append(kept, s)
			}
		}
	}
	return kept
}
