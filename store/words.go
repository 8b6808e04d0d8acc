package store

import (
	"context"
	"maps"
	"slices"

	"sherpa/internal/text"
)

// maxWord is the longest word, in bytes, that is counted; longer ones are not
// words that anybody looks for.
const maxWord = 64

// tally is a change of the counts of words.
type tally map[string]WordCount

// count adds (by 1) or takes away (by -1) one passage. The title and the
// heading count as occurrences, since the index finds the passage by them too;
// they do not count for capitals, since every word of a headline may have one.
func (t tally) count(a Article, p Passage, by int) {
	seen := make(map[string]bool) // word -> capital within a sentence
	for _, s := range []string{a.Title, p.Heading} {
		for _, w := range text.Words(s) {
			seen[w.Norm] = false
		}
	}
	markCapitals(seen, p.Text)
	for norm, capital := range seen {
		if norm == "" || len(norm) > maxWord {
			continue
		}
		c := t[norm]
		c.Norm = norm
		c.Passages += by
		if capital {
			c.Capitals += by
		}
		t[norm] = c
	}
}

// markCapitals adds the words of a text to seen.
func markCapitals(seen map[string]bool, s string) {
	sentences := text.Sentences(s)
	for _, w := range text.Words(s) {
		first := false
		for len(sentences) > 0 && sentences[0].Start <= w.Start {
			first, sentences = true, sentences[1:]
		}
		seen[w.Norm] = seen[w.Norm] || (w.IsCapital() && !first)
	}
}

// apply writes the change.
func (t tally) apply(tx writeTx) error {
	// In order, which keeps the writes close together and the file the same
	// for the same input.
	for _, norm := range slices.Sorted(maps.Keys(t)) {
		c := t[norm]
		if c.Passages == 0 && c.Capitals == 0 {
			continue
		}
		err := tx.exec(`INSERT INTO words (norm, passages, capitals) VALUES (?, ?, ?) ON CONFLICT (norm)
			DO UPDATE SET passages = passages + excluded.passages, capitals = capitals + excluded.capitals`, norm, c.Passages, c.Capitals)
		if err != nil {
			return err
		}
		if c.Passages > 0 {
			continue
		}
		if err := tx.exec("DELETE FROM words WHERE norm = ? AND passages <= 0", norm); err != nil {
			return err
		}
	}
	return nil
}

// Words returns every word of the store, ordered by its folded form.
func (s *Store) Words(ctx context.Context) ([]WordCount, error) {
	var words []WordCount
	err := s.each(ctx, "read the words", "SELECT norm, passages, capitals FROM words ORDER BY norm", nil, func(r row) error {
		var w WordCount
		if err := r.Scan(&w.Norm, &w.Passages, &w.Capitals); err != nil {
			return err
		}
		words = append(words, w)
		return nil
	})
	return words, err
}
