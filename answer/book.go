package answer

import (
	"fmt"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/internal/text"
	"sherpa/store"
)

// book numbers citations in the order in which they are first made, each once.
type book struct {
	citations []Citation
	numbers   map[whereabouts]int
}

// whereabouts is where a citation points to.
type whereabouts struct {
	article    string
	start, end int
}

func newBook() *book { return &book{numbers: map[whereabouts]int{}} }

// cite returns the number of the citation of a part of a passage.
func (b *book) cite(e *evidence.Evidence, span text.Span) int {
	p := &e.Hit.Passage
	return b.enter(Citation{
		Quote: span.Of(p.Text), PassageID: p.ID, Start: p.Start + span.Start, End: p.Start + span.End, Article: citedArticle(e.Hit.Article),
	})
}

// enter returns the number of a citation, whatever number it had.
func (b *book) enter(c Citation) int {
	at := whereabouts{c.Article.ID, c.Start, c.End}
	n, known := b.numbers[at]
	if !known {
		n = len(b.citations) + 1
		b.numbers[at], c.N = n, n
		b.citations = append(b.citations, c)
	}
	return n
}

// articles is the number of different articles that are cited.
func (b *book) articles() int {
	seen := map[string]bool{}
	for _, c := range b.citations {
		seen[c.Article.ID] = true
	}
	return len(seen)
}

func citedArticle(a store.Article) Article {
	return Article{ID: a.ID, Title: title(a), Publisher: a.Publisher, Published: a.Published, URL: a.URL, BasedOn: a.BasedOn, Note: a.Note}
}

// marks are citation numbers as they stand in a text: "[1][3]".
func marks(numbers []int) string {
	var b strings.Builder
	for _, n := range numbers {
		fmt.Fprintf(&b, "[%d]", n)
	}
	return b.String()
}
