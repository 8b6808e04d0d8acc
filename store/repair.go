package store

import (
	"context"
	"fmt"
)

// checkDerived compares the indexes with the articles and repairs what is wrong
// with them, and with the counts of words. The articles must be sound.
func (s *Store) checkDerived(ctx context.Context, report *CheckReport, wordsRight bool) error {
	return s.write(ctx, "check the indexes", func(tx writeTx) error {
		for _, in := range []index{wordIndex, unspacedIndex} {
			if err := checkIndex(tx, in, report); err != nil {
				return fmt.Errorf("%s: %w", in.table, err)
			}
		}
		if wordsRight {
			return nil
		}
		report.Repaired = append(report.Repaired, "the counts of words were wrong and were made again")
		return recount(tx)
	})
}

// checkIndex compares an index with what it should hold, and makes it again if
// they differ. An index that stays wrong is damage.
func checkIndex(tx writeTx, in index, report *CheckReport) error {
	err := compare(tx, in)
	if err == nil || !isDamage(err) {
		return err
	}
	if err := tx.exec(fmt.Sprintf("INSERT INTO %[1]s (%[1]s) VALUES ('rebuild')", in.table)); err != nil {
		return err
	}
	if err := compare(tx, in); err != nil {
		return err
	}
	report.Repaired = append(report.Repaired, fmt.Sprintf("the index %s did not agree with the articles and was made again", in.table))
	return nil
}

// compare lets FTS5 compare an index with the articles. For FTS5 this is an
// INSERT, although it changes nothing. FTS5 reads its terms in a row and so does
// not notice when one can no longer be looked up; the second statement does.
func compare(tx writeTx, in index) error {
	if err := tx.exec(fmt.Sprintf("INSERT INTO %[1]s (%[1]s, rank) VALUES ('integrity-check', 1)", in.table)); err != nil {
		return err
	}
	var lost int
	_, err := tx.get(fmt.Sprintf("SELECT count(*) FROM %[1]s a LEFT JOIN %[1]s b ON b.term = a.term WHERE b.doc IS NOT a.doc", in.terms), nil, &lost)
	if err == nil && lost > 0 {
		err = fmt.Errorf("%w: %d terms are not found", ErrDamaged, lost)
	}
	return err
}

// recount makes the table of words from the articles.
func recount(tx writeTx) error {
	ctx := context.Background()
	words, err := checkContents(ctx, tx.tx, &CheckReport{})
	if err != nil {
		return err
	}
	if err := tx.exec("DELETE FROM words"); err != nil {
		return err
	}
	return words.apply(tx)
}
