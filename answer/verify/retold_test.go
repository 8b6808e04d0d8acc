package verify

import "testing"

// TestChangedStatements are statements with most words of what they cite.
func TestChangedStatements(t *testing.T) {
	t.Parallel()
	const span = "Karin Lind opened the new bridge in Brunnvik on 3 May 2026, and the council of Halda sent flowers."
	for statement, want := range map[string]bool{
		span: true,
		"Karin Lind opened the new bridge in Brunnvik on 3 May 2026.":                                              true,
		"On 3 May 2026, Karin Lind opened the new bridge in Brunnvik.":                                             true,
		"In Brunnvik, Karin Lind opened the new bridge on 3 May 2026.":                                             true,
		"Brunnvik opened the new bridge in Karin Lind on 3 May 2026, and the council of Halda sent flowers.":       false,
		"Karin Lind opened the new bridge in Halda on 3 May 2026, and the council of Brunnvik sent flowers.":       false,
		"Karin Lind opened the new bridge in Brunnvik on 3 May 2026 because the council of Halda sent flowers.":    false,
		"Karin Lind opened the new bridge in Brunnvik on 3 May 2026, and the council of Halda sent flowers\uFFFD.": false,
	} {
		f, own := readFacts(statement), []*facts{readFacts(span)}
		v := verifyFacts(f, own)
		if got := v.OK() && !f.displaces(own) && !f.explainsAlone(own) && !Garbled(statement); got != want {
			t.Errorf("%q: passes %t, want %t", statement, got, want)
		}
	}
}
