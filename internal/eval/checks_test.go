package eval

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/retrieval"
	"sherpa/store"
)

// verdicts gives scripted checks by the claim's text.
type verdicts map[string][]answer.ClaimCheck

func (v verdicts) Check(_ context.Context, text string) ([]answer.ClaimCheck, error) {
	return v[text], nil
}

func check(v answer.Verdict, articles ...string) answer.ClaimCheck {
	c := answer.ClaimCheck{Verdict: v}
	for _, id := range articles {
		c.Citations = append(c.Citations, answer.Citation{Article: answer.Article{ID: id}})
	}
	return c
}

func TestCheckClaims(t *testing.T) {
	t.Parallel()
	file := questionFile(t,
		`{"id":"1","claim":"all parts","verdict":"supported","sources":["00"]}`,
		`{"id":"2","claim":"one part wrong","verdict":"contradicted","sources":["01"]}`,
		`{"id":"3","claim":"one part unknown","verdict":"not_covered","sources":[]}`,
		`{"id":"4","claim":"nothing","verdict":"supported","sources":["00"]}`)
	got, err := CheckClaims(t.Context(), verdicts{
		"all parts":        {check(answer.Supported, "000"), check(answer.Supported)},
		"one part wrong":   {check(answer.Supported, "000"), check(answer.Contradicted, "000")},
		"one part unknown": {check(answer.Supported, "000"), check(answer.NotCovered)},
	}, file)
	if err != nil {
		t.Fatal(err)
	}
	want := ClaimResult{
		Verdicts: Tally{Right: 3, Of: 4, Wrong: []string{"4: not_covered, want supported: nothing"}},
		Sources:  Tally{Right: 1, Of: 2, Wrong: []string{`2: cites ["000" "000"], none of ["01"]`}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("CheckClaims (-want +got):\n%s", diff)
	}
}

// events is a scripted timeline.
type events []answer.Event

func (e events) Timeline(context.Context, string) ([]answer.Event, error) { return e, nil }

func TestCheckTimeline(t *testing.T) {
	t.Parallel()
	file := questionFile(t,
		`{"date":"1867","precision":"year","event_terms":["sold","Alaska"],"sources":["003"]}`,
		`{"date":"2022-02","precision":"month","event_terms":["invaded"],"sources":[]}`,
		`{"date":"2024","precision":"year","event_terms":["promise"],"sources":[]}`)
	sold := answer.Event{Date: "1867", Precision: "year", Event: "Alaska was sold."}
	invaded := answer.Event{Date: "2022-02", Precision: "month", Event: "War.", Citations: []answer.Citation{{Quote: "Russia invaded."}}}
	for name, tc := range map[string]struct {
		events  events
		found   int
		ordered bool
	}{
		"in order":       {events{sold, invaded}, 2, true},
		"out of order":   {events{invaded, sold}, 2, false},
		"a wrong date":   {events{{Date: "1868", Precision: "year", Event: "Alaska was sold."}}, 0, true},
		"a missing term": {events{{Date: "1867", Precision: "year", Event: "Alaska was bought."}}, 0, true},
	} {
		got, err := CheckTimeline(t.Context(), tc.events, file)
		if err != nil {
			t.Fatal(err)
		}
		if got.Found.Right != tc.found || got.Found.Of != 3 || got.Ordered != tc.ordered {
			t.Errorf("%s: %+v, want %d found, ordered %v", name, got, tc.found, tc.ordered)
		}
	}
}

func TestCheckMisspelt(t *testing.T) {
	t.Parallel()
	passage := func(id string) []retrieval.Hit { return []retrieval.Hit{{Passage: store.Passage{ID: id}}} }
	engine := &scripted{hits: map[string][]retrieval.Hit{
		"summit": passage("a#0"), "sumit": passage("a#0"), "treaty": passage("b#1"), "traety": passage("b#2"),
	}}
	got, err := CheckMisspelt(t.Context(), engine, questionFile(t,
		`{"id":"1","query":"summit","misspelt":"sumit"}`,
		`{"id":"2","query":"treaty","misspelt":"traety"}`,
		`{"id":"3","query":"nowhere","misspelt":"nowehre"}`))
	if err != nil {
		t.Fatal(err)
	}
	if got.Right != 1 || got.Of != 3 || len(got.Wrong) != 2 {
		t.Errorf("CheckMisspelt = %+v, want one of three", got)
	}
}

func TestChecksRefuse(t *testing.T) {
	t.Parallel()
	if _, err := CheckClaims(t.Context(), verdicts{}, questionFile(t, `{"clam":"x"}`)); !errors.Is(err, ErrQuestionFile) {
		t.Errorf("an unknown field: error %v", err)
	}
	bad := questionFile(t, `{"date":"1867","precision":"year","event_terms":["("],"sources":[]}`)
	if _, err := CheckTimeline(t.Context(), events{}, bad); !errors.Is(err, ErrQuestionFile) {
		t.Errorf("a bad pattern: error %v", err)
	}
	if _, err := CheckMisspelt(t.Context(), &scripted{}, filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a missing file is no error")
	}
}
