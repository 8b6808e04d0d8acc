package store

import (
	"context"
	"fmt"
)

// damagedVectors lists the vectors that are not what was stored, or whose passage
// is gone. What SQLite itself cannot read is left to the check of the file's
// structure.
func damagedVectors(ctx context.Context, q queryer) (damaged []int64, err error) {
	dimensions := map[string]int{}
	query := "SELECT p.id IS NULL, " + vectorColumns + " FROM vectors v LEFT JOIN passages p ON p.id = v.passage ORDER BY v.num"
	err = eachRow(ctx, q, query, nil, func(r row) error {
		var orphan bool
		var stored storedVector
		if err := r.Scan(append([]any{&orphan}, stored.targets()...)...); err != nil {
			return err
		}
		values, err := stored.values()
		if dimensions[stored.model] == 0 {
			dimensions[stored.model] = len(values)
		}
		if orphan || err != nil || len(values) != dimensions[stored.model] {
			damaged = append(damaged, stored.num)
		}
		return nil
	})
	return damaged, err
}

// dropVectors deletes damaged vectors: what lacks one gets it again.
func dropVectors(tx writeTx, report *CheckReport, damaged []int64) error {
	if len(damaged) == 0 {
		return nil
	}
	report.Repaired = append(report.Repaired, fmt.Sprintf("%d vectors were damaged and were removed; they will be made again", len(damaged)))
	return tx.exec("DELETE FROM vectors WHERE num IN (SELECT value FROM json_each(?))", jsonArray(damaged))
}
