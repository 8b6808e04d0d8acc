package quality

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// harbour is a foreign set: news of an invented harbour, and questions of which
// the articles answer some.
var harbour = map[string]string{
	"harbour/articles.jsonl": `{"id":"a1","title":"Harbour opens","text":"The new harbour of Port Lemming opened on 3 May 2021.\n\nMayor Ida Quist cut the ribbon. The harbour cost 40 million euros and took six years to build."}
{"id":"a2","title":"Ferry line","text":"A ferry to Gannet Island will leave the harbour twice a day.\n\nCaptain Olaf Bream commands the ferry Petrel. Tickets cost nine euros."}
{"id":"a3","title":"Storm damage","text":"A storm tore down two cranes in the harbour of Port Lemming. Nobody was hurt, said harbour master Tilda Roe."}
`,
	"harbour/questions.jsonl": `{"id":"h1","type":"who","question":"Who cut the ribbon?","answers":["Ida Quist"],"sources":["a1"],"conflict":[],"evidence":[{"article":"a1","text":"Mayor Ida Quist cut the ribbon."}]}
{"id":"h2","type":"number","question":"How many cranes did the storm tear down?","answers":["two"],"evidence":[{"article":"a3","text":"tore down two cranes"}]}
{"id":"h3","type":"number","question":"How much fish is landed on the quay each year?","answers":["nine euros"],"evidence":[{"article":"a2","text":"Tickets cost nine euros."}]}
{"id":"h4","type":"none","question":"Who is the captain of the submarine Grebe?","answerable":false}
{"id":"h5","type":"who","question":"Who said that nobody was hurt?","answers":["Olaf Bream"],"evidence":[{"article":"a3","text":"Nobody was hurt"}]}
`,
	"pairs/sets.jsonl": `{"id":"p1","question":"How long is the river Aune?","conflict":true,"docs":[{"id":"d1","text":"The river Aune is 40 km long.","label":"correct","answer":"40 km"},{"id":"d2","text":"Fishing on the river Aune is allowed from May on.","label":"wrong","answer":"from May"}]}
{"id":"p2","question":"How long is the river Aune?","conflict":false,"docs":[{"id":"d1","text":"The river Aune is 40 km long.","label":"correct","answer":"40 km"}]}
`,
	"claims.jsonl": `{"id":"c1","claim":"Mayor Ida Quist cut the ribbon.","verdict":"supported","sources":["a1"]}
{"id":"c2","claim":"The whale Norbert sang in the opera.","verdict":"supported","sources":["a1"]}
`,
	"events.jsonl": `{"date":"2021-05-03","precision":"day","event_terms":["opened"],"sources":["a1"]}
`,
	"misspelt.jsonl": `{"id":"m1","query":"ferry Petrel","misspelt":"fery Petrel"}
`,
	"own.jsonl": `{"id":"o1","type":"fact","question":"Which base did the summit take place at?","must":[["Elmendorf"]]}
{"id":"o2","type":"fact","question":"When did Russia sell Alaska?","answers":["1868"],"sources":["003"]}
{"id":"o3","type":"list","question":"Who belonged to the American delegation?","must":[["Rubio"],["Kissinger"]],"conflict":[["x","000"]]}
`,
	"sets.yaml": `sets:
  - {name: own, title: Own questions, about: Of the project., articles: embedded, questions: own.jsonl, asked: 2025-08-20, own: true, goals: {right: 1, false_alarms: 0}}
  - name: harbour
    title: A harbour
    articles: harbour/articles.jsonl
    questions: harbour/questions.jsonl
    hidden: [em]
    checks: {claims: claims.jsonl, events: events.jsonl, misspelt: misspelt.jsonl}
    goals: {r1: 0.1, top1: 0.99, p50_ms: 60000}
    baselines: [{method: by hand, figures: {r1: 0.9}}]
  - {name: secret, title: Kept, articles: harbour/articles.jsonl, questions: harbour/questions.jsonl, blind: true}
  - {name: elsewhere, questions: nowhere.jsonl}
`,
}

func surveyed(t *testing.T) Survey {
	t.Helper()
	dir := write(t, harbour)
	m, err := ReadManifest(filepath.Join(dir, "sets.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	sets, absent, err := Find(m, []string{dir})
	if err != nil {
		t.Fatal(err)
	}
	last := 0
	survey, err := Measure(t.Context(), Options{Sets: sets, Absent: absent, Progress: func(asked int) {
		if asked != last+1 {
			t.Errorf("progress went from %d to %d", last, asked)
		}
		last = asked
	}})
	if err != nil {
		t.Fatal(err)
	}
	if last != 15 {
		t.Errorf("%d questions were counted, want 15", last)
	}
	return survey
}

// Nothing of a foreign set's texts may stand in the report, and no error of a
// blind one.
func TestReportKeepsForeignTextsOut(t *testing.T) {
	t.Parallel()
	survey := surveyed(t)
	var page bytes.Buffer
	if err := survey.WriteMarkdown(&page); err != nil {
		t.Fatal(err)
	}
	for _, foreign := range []string{"Quist", "ribbon", "cranes", "Bream", "submarine", "Grebe", "Aune", "40 km", "fish", "secret `"} {
		if strings.Contains(page.String(), foreign) {
			t.Errorf("the report holds %q", foreign)
		}
	}
	for _, row := range []string{
		"| claims with the right verdict | 0.500 | 0.095 to 0.905 | 2 |", "| of those decided, with a right source | 1.000 |",
		"| dated events found by `timeline`, in order | 1.000 |", "| misspelt queries that keep their first hit | 1.000 |",
	} {
		if !strings.Contains(page.String(), row) {
			t.Errorf("the report lacks %q", row)
		}
	}
	// No answer can hold these: o2 and o3 ask for what the briefs do not say.
	for _, own := range []string{"`o2`", "`o3`", "1868", "Who belonged to the American delegation?"} {
		if !strings.Contains(page.String(), own) {
			t.Errorf("the report lacks %q, which is of the project's own set", own)
		}
	}
}

func TestTable(t *testing.T) {
	t.Parallel()
	survey := surveyed(t)
	var table bytes.Buffer
	if err := survey.WriteTable(&table); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"own ", "harbour ", "pairs ", "not in this run: elsewhere", "goal ≥ 0.99"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, table.String())
		}
	}
	if strings.Contains(table.String(), "goal ≥ 0.10") {
		t.Error("a goal that is reached counts as missed")
	}
}

func TestJSON(t *testing.T) {
	t.Parallel()
	data, err := json.Marshal(surveyed(t))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Sets []struct {
			Name   string
			Report map[string]any
			Plain  map[string]any
		}
		Absent []string
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range got.Sets {
		names = append(names, s.Name)
		if (s.Plain != nil) != (s.Name != "pairs") || s.Report["questions"] == nil {
			t.Errorf("set %s: plain %v", s.Name, s.Plain)
		}
	}
	if diff := cmp.Diff([]string{"own", "harbour", "secret", "pairs"}, names); diff != "" {
		t.Errorf("sets (-want +got):\n%s", diff)
	}
}

func TestMeasureFails(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"q.jsonl": `{"question":"q"}`, "empty.jsonl": "", "bad.jsonl": `{"quest":"q"}`})
	in := func(name string) string { return filepath.Join(dir, name) }
	for name, set := range map[string]Set{
		"no article":     {Name: "x", Questions: in("q.jsonl"), Articles: in("empty.jsonl")},
		"a bad question": {Name: "x", Questions: in("bad.jsonl"), Articles: Embedded},
		"a bad day":      {Name: "x", Questions: in("q.jsonl"), Articles: Embedded, Asked: "never"},
	} {
		if _, err := Measure(t.Context(), Options{Sets: []Set{set}}); err == nil || !strings.Contains(err.Error(), "set x") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
