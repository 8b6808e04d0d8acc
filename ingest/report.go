package ingest

import "sherpa/store"

// Report counts what a run did. Its JSON is part of the program's contract.
type Report struct {
	Added     int    `json:"added"`
	Updated   int    `json:"updated"`
	Unchanged int    `json:"unchanged"`
	Skipped   []Skip `json:"skipped"`
	// Passages is the number of passages of the articles added and updated.
	Passages int `json:"passages"`
	// Duplicates is how many of the articles added and updated say nearly the
	// same as an earlier one. They are stored all the same.
	Duplicates int `json:"duplicates"`
	// Feeds are the addresses of the run that turned out to be feeds.
	Feeds []string `json:"-"`
	// Left is the number of entries of feeds that are left for the next run.
	Left int `json:"-"`
	// Removed is the number of articles that SyncEmbedded took out.
	Removed int `json:"removed,omitempty"`
}

// Skip names an input, or a part of one, that was not taken.
type Skip struct {
	Input string `json:"input"`
	// Reason is one sentence: what is wrong and what to do about it.
	Reason string `json:"reason"`
}

// Progress says how far a run has come.
type Progress struct {
	// Input was dealt with last.
	Input string
	// Articles and Skipped count what was read so far.
	Articles, Skipped int
}

func newReport() Report { return Report{Skipped: []Skip{}} }

// count adds what came of storing an entry.
func (r *Report) count(e store.Entry, outcome store.Outcome) {
	switch outcome {
	case store.Unchanged:
		r.Unchanged++
		return
	case store.Updated:
		r.Updated++
	case store.Added:
		r.Added++
	}
	r.Passages += len(e.Passages)
	if e.Article.DuplicateOf != "" {
		r.Duplicates++
	}
}
