package store

import (
	"context"
	"fmt"
	"slices"
)

// recordTables are the tables of the records of operation, those that refer to
// others first.
var recordTables = []string{
	"cited", "votes", "answers", "claims", "counts", "leases", "pendings", "gaps",
	"latencies", "tallies", "feeds", "server_settings", "settings_version", "hash_keys", "spending", "fallbacks",
}

// checkRecords examines what no constraint holds of the records of operation.
func checkRecords(ctx context.Context, q queryer, report *CheckReport) error {
	var versions, texts int
	err := q.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM settings_version), (SELECT count(*) FROM answers
		WHERE guild = '' AND json_valid(answer) AND EXISTS (
			SELECT 1 FROM json_tree(answer) WHERE type = 'text' AND value <> '' AND coalesce(key, '') NOT IN ('id', 'passage_id', 'mode')
				AND NOT (path = '$.llm' AND key IN ('model', 'fallback_reason'))))`).
		Scan(&versions, &texts)
	if versions != 1 {
		report.problem("the settings have %d versions", versions)
	}
	if texts > 0 {
		report.problem("%d answers outside servers are kept with text", texts)
	}
	return err
}

// checkConstraints lets SQLite hold the records, and the vectors, against the
// constraints of their tables. A connection that can only read does not know these.
func checkConstraints(tx writeTx, report *CheckReport) error {
	for _, table := range append(slices.Clip(recordTables), "vectors") {
		err := tx.each(fmt.Sprintf("PRAGMA integrity_check('%s')", table), nil, func(r row) error {
			var line string
			err := r.Scan(&line)
			if line != "ok" {
				report.problem("%s", line)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	if len(report.Problems) > 0 {
		return fmt.Errorf("%w (%s)", ErrDamaged, report.Problems[0])
	}
	return nil
}
