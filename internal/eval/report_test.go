package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/golden"
	"sherpa/retrieval"
)

// sampleReport is a report in which every metric has a case.
func sampleReport(t *testing.T) Report {
	t.Helper()
	long := strings.Repeat("a long question | with <signs> ", 6)
	outcomes := []Outcome{
		judge(question(t, `{"id":"1","type":"fact","question":"1","answers":["one"],"must":[["One"]],"sources":["a"],"conflict":[],`+
			`"evidence":[{"article":"a","text":"One."},{"article":"b","text":"Two."}]}`),
			timed(short(said("a: One."), "one"), 1, 0.5), false),
		judge(question(t, `{"id":"2","type":"a type | of quite some length, longer than its column","question":"`+long+
			`","must":[["x"]],"conflict":[["y","a"]]}`), timed(said("b: Two."), 1.5, 0.5), true),
		judge(question(t, `{"id":"3","question":"3","answerable":false}`), timed(abstained, 2, 0.5), false),
	}
	outcomes[0].mark("verdict_shown", 1, 1)
	outcomes[0].mark("verdict_right", 1, 1)
	outcomes[0].judgeHits([]retrieval.Hit{hit("a", "One.")})
	outcomes[0].mark("verbatim", 1, 1)
	return newReport([]string{"sets/squad2/questions.jsonl"}, outcomes)
}

func TestReportHasEveryMetric(t *testing.T) {
	t.Parallel()
	r := sampleReport(t)
	for _, m := range Metrics() {
		if _, ok := r.Metric(m.Name); !ok {
			t.Errorf("the sample has no case of %s", m.Name)
		}
	}
	if _, ok := r.Metric("none"); ok {
		t.Error("there is a metric named none")
	}
}

// The names are what scripts read and what floors are stated in.
func TestReportJSON(t *testing.T) {
	t.Parallel()
	data, err := json.Marshal(sampleReport(t))
	if err != nil {
		t.Fatal(err)
	}
	var report map[string]any
	if err := json.Unmarshal(data, &report); err != nil {
		t.Fatal(err)
	}
	want := strings.Fields(`abstain_f1 abstain_precision abstain_recall all_evidence10 answered auc balanced_accuracy by_type
		calibration_error citation_precision citation_recall cited disagreement_recall em evidence_r10 f1 false_alarms files followups
		gold_source interval misled misses mrr10 must1 n outright_right owned_up p50_ms p95_ms p99_ms questions r1 r10 r20 r5 reliability right short_right short_shown top1 top3 verbatim verdict_right verdict_shown
		wall_p50_ms wall_p95_ms wall_p99_ms`)
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(report))); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	for path, want := range map[string]any{
		"right": 0.6667, "questions": 3.0, "n.right": 3.0, "interval.right.0": 0.2077, "by_type.fact.right": 1.0,
		"by_type.untyped.questions": 1.0, "files.0": "sets/squad2/questions.jsonl", "misses.0.id": "2",
		"misses.0.why.0": `nothing matches ["x"]`,
	} {
		if got := at(t, report, path); got != want {
			t.Errorf("%s is %v, want %v", path, got, want)
		}
	}
}

// at follows a path of keys and indexes through decoded JSON.
func at(t *testing.T, v any, path string) any {
	t.Helper()
	for step := range strings.SplitSeq(path, ".") {
		switch node := v.(type) {
		case map[string]any:
			v = node[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(node) {
				t.Fatalf("%s: no %s in %v", path, step, node)
			}
			v = node[i]
		default:
			t.Fatalf("%s: no %s in %v", path, step, node)
		}
	}
	return v
}

func TestReportTable(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := sampleReport(t).WriteTable(&b); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > 100 {
			t.Errorf("%d columns: %q", n, line)
		}
	}
	golden.Check(t, "testdata/report.table.golden", b.String())
}

func TestFloors(t *testing.T) {
	t.Parallel()
	r := sampleReport(t)
	for floor, met := range map[string]bool{
		"right=0.66": true, "right = 0.67": false, "p50_ms=1.5": true, "p50_ms=1.4": false, "false_alarms=0": true,
	} {
		f, err := ParseFloor(floor)
		if err != nil {
			t.Errorf("ParseFloor(%q): %v", floor, err)
			continue
		}
		if err := r.Check([]Floor{f}); errors.Is(err, ErrFloor) == met {
			t.Errorf("%s: %v, want it met: %v", floor, err, met)
		}
	}
	for _, bad := range []string{"right", "right=", "right=high", "right=NaN", "=1", "rigth=1"} {
		if f, err := ParseFloor(bad); err == nil {
			t.Errorf("ParseFloor(%q) = %+v", bad, f)
		}
	}
	if _, err := ParseFloor("rigth=1"); !errors.Is(err, ErrUnknownMetric) {
		t.Errorf("a misspelt metric: error %v", err)
	}
	unmeasured := Floor{Metric: Metric{Name: "em"}}
	if err := (Report{}).Check([]Floor{unmeasured}); !errors.Is(err, ErrFloor) {
		t.Errorf("a floor of what was not measured: %v", err)
	}
}
