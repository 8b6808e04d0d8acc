package eval

import (
	"path/filepath"
	"strings"
)

// baseline is what a simple method reaches on a public question set: measured
// on the same articles and questions, or published.
type baseline struct {
	method  string
	figures map[string]string
}

// baselines are keyed by the set's name, which the path of a question file
// holds. Retrieval figures count a hit as this package does.
var baselines = map[string][]baseline{
	"squad2": {
		{"FTS5, any of the words", map[string]string{"r1": "0.816", "r5": "0.938", "r20": "0.971", "mrr10": "0.869", "p50_ms": "1.3"}},
		{"FTS5, Porter stems, no stop words", map[string]string{"r1": "0.842", "r5": "0.952", "r20": "0.979", "mrr10": "0.890", "p50_ms": "0.2"}},
		{"FTS5, the same with titles", map[string]string{"r1": "0.843", "r5": "0.955", "r20": "0.980", "mrr10": "0.891", "p50_ms": "0.2"}},
		{"bleve, BM25, English", map[string]string{"r1": "0.834", "r5": "0.949", "r20": "0.978", "mrr10": "0.885", "p50_ms": "0.1"}},
		{"BM25 re-ranked, logistic, 13 features", map[string]string{"r1": "0.873", "r5": "0.960", "mrr10": "0.911"}},
		{"sentence by IDF overlap, top 5 passages", map[string]string{"top1": "0.733", "top3": "0.849", "auc": "0.592"}},
		{"sentence ranker, logistic, 15 features", map[string]string{"top1": "0.773", "top3": "0.904"}},
		{"SQuAD 1.0's logistic model, paragraph given", map[string]string{"em": "0.400", "f1": "0.510"}},
		{"people on SQuAD 1.0, paragraph given", map[string]string{"f1": "0.905"}},
	},
	"mhr_facts": {
		{"BM25 re-ranked, logistic, 13 features", map[string]string{
			"r1": "0.798", "r5": "0.953", "r20": "0.992", "mrr10": "0.863",
			"evidence_r10": "0.800", "all_evidence10": "0.558", "p50_ms": "0.5",
		}},
		{"threshold on the IDF that the best sentence covers", map[string]string{"auc": "0.936"}},
	},
	"ramdocs": {
		{"typed candidates that share nothing", map[string]string{"balanced_accuracy": "0.60 to 0.70"}},
	},
}

// baselineSet is the name of the public set that all the files belong to, or
// empty.
func baselineSet(files []string) string {
	name := ""
	for _, f := range files {
		set := setOf(f)
		if set == "" || name != "" && set != name {
			return ""
		}
		name = set
	}
	return name
}

func setOf(file string) string {
	for name := range baselines {
		if strings.Contains(filepath.ToSlash(file), name) {
			return name
		}
	}
	return ""
}
