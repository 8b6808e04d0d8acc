package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/bot/gateway"
)

func TestShardsOf(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]gateway.Shards{
		"auto":  {},
		"0":     {},
		"4":     {Total: 4},
		"0-0/8": {Total: 8, Count: 1},
		"4-7/8": {Total: 8, First: 4, Count: 4},
	} {
		got, err := shardsOf(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
	if _, err := shardsOf("two"); err == nil {
		t.Error("words were taken for shards")
	}
}

// Processes that share the shards of one bot count their IDENTIFYs apart.
func TestBudgetPathsDiffer(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for _, text := range []string{"auto", "0-0/8", "1-3/8", "4-7/8"} {
		shards, err := shardsOf(text)
		if err != nil {
			t.Fatal(err)
		}
		path := budgetPath("a.db", shards)
		if other, ok := seen[path]; ok {
			t.Errorf("%s and %s share %s", text, other, path)
		}
		seen[path] = text
	}
}
