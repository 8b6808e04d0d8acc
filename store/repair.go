package store

import (
	"context"
	"fmt"
	"slices"
)

// checkDerived compares the indexes with the articles and repairs what is wrong
// with them, and with the counts of words. The articles must be sound. The records
// of operation come first, because only a connection that can write knows their
// constraints.
func (s *Store) checkDerived(ctx context.Context, report *CheckReport, d doubts) error {
	return s.write(ctx, "check the indexes", func(tx writeTx) error {
		if err := dropVectors(tx, report, d.vectors); err != nil {
			return err
		}
		if err := checkConstraints(tx, report); err != nil {
			return err
		}
		for _, in := range indexes {
			if err := checkIndex(tx, in, report, slices.Contains(d.indexes, in)); err != nil {
				return fmt.Errorf("%s: %w", in.table, err)
			}
		}
		if !d.words {
			return nil
		}
		report.Repaired = append(report.Repaired, "the counts of words were wrong and were made again")
		return recount(tx)
	})
}

// checkIndex compares an index with what it should hold, and makes it again if
// they differ, or if there is a doubt already. An index that stays wrong is
// damage.
func checkIndex(tx writeTx, in index, report *CheckReport, doubt bool) error {
	if err := compare(tx, in); err != nil && !isDamage(err) {
		return err
	} else if err == nil && !doubt {
		return nil
	}
	if err := tx.exec(fmt.Sprintf("INSERT INTO %[1]s (%[1]s) VALUES ('rebuild')", in.table)); err != nil {
		return err
	}
	if err := compare(tx, in); err != nil {
		return err
	}
	report.Repaired = append(report.Repaired, fmt.Sprintf("the index %s did not agree with the articles and was made again", in.table))
	return lookUpTerms(context.Background(), tx.tx, in)
}

// compare lets FTS5 compare an index with the articles. For FTS5 this is an
// INSERT, although it changes nothing.
func compare(tx writeTx, in index) error {
	return tx.exec(fmt.Sprintf("INSERT INTO %[1]s (%[1]s, rank) VALUES ('integrity-check', 1)", in.table))
}

// lookUpTerms reads the terms of an index in a row and looks each of them up.
// FTS5's own check only does the former, and so misses a term that a search can
// no longer find.
func lookUpTerms(ctx context.Context, q queryer, in index) error {
	var lost int
	query := fmt.Sprintf("SELECT count(*) FROM %[1]s a LEFT JOIN %[1]s b ON b.term = a.term WHERE b.doc IS NOT a.doc", in.terms)
	if err := q.QueryRowContext(ctx, query).Scan(&lost); err != nil {
		return err
	}
	if lost > 0 {
		return fmt.Errorf("%w: %d terms are not found", ErrDamaged, lost)
	}
	return nil
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
