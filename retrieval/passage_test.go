package retrieval

import "testing"

// What is made of a passage is made once, and found again by the next search.
func TestMade(t *testing.T) {
	t.Parallel()
	s := over(t, article("a", "First", "Ann Berg came by boat."))
	times := 0
	work := func(p *Passage) any {
		times++
		return len(p.Sentences)
	}
	for range 3 {
		if got := search(t, s, Query{Text: "Who came by boat?"}).Hits[0].Parsed.Made(work); got != 1 {
			t.Errorf("%v was made of a passage of one sentence", got)
		}
	}
	if times != 1 {
		t.Errorf("made %d times", times)
	}
}
