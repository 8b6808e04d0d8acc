package eval

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestRead(t *testing.T) {
	t.Parallel()
	in := "\ufeff" + `{"id":"q1","type":"fact","question":"Where?","answers":["here"],"sources":["000"],"must":[["a|b"],["c"]],"conflict":[]}

{"question":"How long?","conflict":[["three hours","001"],["four","004"]],"thread":"t"}
{"id":"q3","question":"Who?","answerable":false}
{"id":"q4","question":"Same?","conflict":true,"docs":[{"id":"d0","text":"One.","label":"correct","answer":"1"}]}
`
	got, err := Read(strings.NewReader(in), "f.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	yes, no := true, false
	want := []Question{
		{
			ID: "q1", Type: "fact", Text: "Where?", Answers: []string{"here"}, Sources: []string{"000"},
			Must: [][]string{{"a|b"}, {"c"}}, Conflict: &Conflict{}, File: "f.jsonl", Line: 1,
		},
		{
			ID: "line 3", Text: "How long?", Thread: "t", File: "f.jsonl", Line: 3,
			Conflict: &Conflict{Sides: []Side{{"three hours", "001"}, {"four", "004"}}},
		},
		{ID: "q3", Text: "Who?", Answerable: &no, File: "f.jsonl", Line: 4},
		{
			ID: "q4", Text: "Same?", Conflict: &Conflict{Flag: &yes}, File: "f.jsonl", Line: 5,
			Docs: []Doc{{ID: "d0", Text: "One.", Label: "correct", Answer: "1"}},
		},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Question{})); diff != "" {
		t.Errorf("Read (-want +got):\n%s", diff)
	}
	expected := map[string]bool{}
	for _, q := range got {
		if q.Conflict != nil {
			expected[q.ID] = q.Conflict.Expected()
		}
	}
	if diff := cmp.Diff(map[string]bool{"q1": false, "line 3": true, "q4": true}, expected); diff != "" {
		t.Errorf("Expected (-want +got):\n%s", diff)
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ line, says string }{
		"not JSON":              {`{"question":`, "unexpected EOF"},
		"unknown field":         {`{"question":"a","replies":["b"]}`, "replies"},
		"wrong type":            {`{"question":7}`, "question"},
		"two objects":           {`{"question":"a"} {"question":"b"}`, "more than one"},
		"blank question":        {`{"id":"x","question":" "}`, "missing or blank"},
		"no question":           {`{"id":"x"}`, "missing or blank"},
		"bad pattern":           {`{"question":"a","must":[["("]]}`, "missing closing"},
		"empty group":           {`{"question":"a","must":[[]]}`, "empty group"},
		"blank answer":          {`{"question":"a","answers":[""]}`, "blank answer"},
		"blank source":          {`{"question":"a","sources":[""]}`, "blank id"},
		"unanswerable answer":   {`{"question":"a","answerable":false,"answers":["b"]}`, "answerable is false"},
		"refusable, refused":    {`{"question":"a","answerable":false,"may_refuse":true}`, "may_refuse"},
		"verdict of no kind":    {`{"question":"a","verdict":"perhaps"}`, "neither yes nor no"},
		"unanswerable verdict":  {`{"question":"a","answerable":false,"verdict":"no"}`, "there is a verdict"},
		"lone side":             {`{"question":"a","conflict":[["x"]]}`, "pair"},
		"conflict of no kind":   {`{"question":"a","conflict":"x"}`, "conflict is neither"},
		"flag without docs":     {`{"question":"a","conflict":true}`, "needs docs"},
		"docs without text":     {`{"question":"a","docs":[{"id":"d"}]}`, "id and text"},
		"docs twice":            {`{"question":"a","docs":[{"id":"d","text":"x"},{"id":"d","text":"y"}]}`, "twice"},
		"evidence without text": {`{"question":"a","evidence":[{"article":"x"}]}`, "article and text"},
	} {
		_, err := Read(strings.NewReader(`{"question":"fine"}`+"\n"+tc.line), "f.jsonl")
		if !errors.Is(err, ErrQuestionFile) {
			t.Errorf("%s: error %v, want ErrQuestionFile", name, err)
			continue
		}
		for _, part := range []string{"f.jsonl:2:", tc.says} {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%s: error %q does not say %q", name, err, part)
			}
		}
	}
}

func TestReadFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	one, two := filepath.Join(dir, "1.jsonl"), filepath.Join(dir, "2.jsonl")
	writeFile(t, one, `{"id":"a","question":"A?"}`)
	writeFile(t, two, `{"id":"b","question":"B?"}`)
	questions, err := ReadFiles([]string{two, one})
	if err != nil {
		t.Fatal(err)
	}
	if len(questions) != 2 || questions[0].ID != "b" || questions[1].File != one {
		t.Errorf("ReadFiles = %+v", questions)
	}
	writeFile(t, one, "\n")
	if _, err := ReadFiles([]string{one}); !errors.Is(err, ErrQuestionFile) {
		t.Errorf("an empty file: error %v, want ErrQuestionFile", err)
	}
	if _, err := ReadFiles([]string{filepath.Join(dir, "none")}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: error %v, want ErrNotExist", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"id":"q","question":"Where?","must":[["a|b"]],"conflict":[["x","000"]]}`))
	f.Add([]byte(`{"question":"a","conflict":true,"docs":[{"id":"d","text":"x"}],"asked":"2025-08-16T00:00:00Z"}`))
	f.Add([]byte("\n\ufeff{\"question\":\"a\"}\r\n{\"question\":\"b\",\"answerable\":false}"))
	f.Add([]byte(`{"question":"a","must":[["("]]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		questions, err := Read(strings.NewReader(string(data)), "f")
		if err != nil {
			if !errors.Is(err, ErrQuestionFile) {
				t.Fatalf("error %v is not ErrQuestionFile", err)
			}
			return
		}
		for _, q := range questions {
			if strings.TrimSpace(q.Text) == "" || q.ID == "" || len(q.must) != len(q.Must) {
				t.Fatalf("accepted %+v", q)
			}
		}
	})
}

func writeFile(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}
