package store

import "fmt"

const (
	// mergedWhole is up to how many passages a store's indexes are merged into one
	// segment by every write: FTS5 looks each term of a search up in every segment,
	// and a small store is searched in a fifth of the time. With more passages a
	// write would take too long.
	mergedWhole = 2000
	// mergedPages is how many pages of a larger store's index a write merges at the
	// most, besides those that FTS5 merges by itself.
	mergedPages = 256
)

// mergeIndexes puts the segments of the indexes together that writes have left.
func mergeIndexes(tx writeTx) error {
	var passages int
	if _, err := tx.get("SELECT count(*) FROM passages", nil, &passages); err != nil {
		return err
	}
	for _, in := range indexes {
		statement := fmt.Sprintf("INSERT INTO %[1]s (%[1]s) VALUES ('optimize')", in.table)
		if passages > mergedWhole {
			statement = fmt.Sprintf("INSERT INTO %[1]s (%[1]s, rank) VALUES ('merge', %[2]d)", in.table, mergedPages)
		}
		if err := tx.exec(statement); err != nil {
			return fmt.Errorf("merge %s: %w", in.table, err)
		}
	}
	return nil
}
