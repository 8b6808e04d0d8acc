package retrieval

import "testing"

func TestGenericWordsWeighLess(t *testing.T) {
	t.Parallel()
	s := over(t, article("1", "The quay", "The quay was painted green.", "A bloke wrote about it."))
	weight := func(question, norm string) float64 {
		t.Helper()
		for _, term := range search(t, s, Query{Text: question}).Analysis.Terms {
			if term.Norm == norm {
				return term.IDF
			}
		}
		t.Fatalf("%q has no term %q", question, norm)
		return 0
	}
	beside, alone := weight("which bloke painted the quay?", "bloke"), weight("which bloke?", "bloke")
	if beside != genericShare*alone {
		t.Errorf("a generic word weighs %v beside others and %v alone", beside, alone)
	}
	if quay := weight("which bloke painted the quay?", "quay"); beside >= quay {
		t.Errorf("the generic word weighs %v, the telling one %v", beside, quay)
	}
}
