package eval

import "testing"

func TestSquadNormal(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"The  Russian Empire.": "russian empire",
		"1,000,000":            "1000000",
		"a U.S. Treaty":        "us treaty",
		"Café-Society":         "cafesociety",
		"an $5 apple":          "5 apple",
		"theatre":              "theatre",
	} {
		if got := squadNormal(in); got != want {
			t.Errorf("squadNormal(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestHoldsAnswer(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		text, answer string
		want         bool
	}{
		{"They met in Anchorage, Alaska.", "anchorage alaska", true},
		{"in the 10th-century church", "10th century", true},
		{"It lasted three hours", "the three hours", true},
		{"It lasted thirteen hours", "three hours", false},
		{"in 1939", "3", false},
		{"It cost $1,000,000 then", "1000000", true},
		{"a rise of 3.5 percent", "35", false},
		{"Zelenský's plane", "Zelensky", true},
		{"Trump’s plane", "trump's", true},
		{"vitamin A", "vitamin", true},
		{"grade: the", "The", true},
		{"no article there", "a", true},
		{"alone", "", true},
	} {
		if got := holdsAnswer(tc.text, []string{tc.answer}); got != tc.want {
			t.Errorf("holdsAnswer(%q, %q) = %v, want %v", tc.text, tc.answer, got, tc.want)
		}
	}
	if holdsAnswer("anything", nil) {
		t.Error("holdsAnswer is true without any answers")
	}
	if !holdsAnswer("b", []string{"z", "b"}) {
		t.Error("holdsAnswer overlooks the second answer")
	}
}

func TestShortAnswerScores(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		short  string
		gold   []string
		em, f1 float64
	}{
		{"The Russian Empire", []string{"Russian empire"}, 1, 1},
		{"the Russian Empire of old", []string{"Russian Empire"}, 0, 2.0 * 2 / (4 + 2)},
		{"Empire", []string{"Spain", "Russian Empire"}, 0, 2.0 / 3},
		{"", []string{"Spain"}, 0, 0},
		{"Portugal", []string{"Spain"}, 0, 0},
		{"two two two", []string{"two"}, 0, 2.0 / 4},
	} {
		if got := exactMatch(tc.short, tc.gold); got != tc.em {
			t.Errorf("exactMatch(%q, %q) = %v, want %v", tc.short, tc.gold, got, tc.em)
		}
		if got := wordF1(tc.short, tc.gold); !near(got, tc.f1, 1e-12) {
			t.Errorf("wordF1(%q, %q) = %v, want %v", tc.short, tc.gold, got, tc.f1)
		}
	}
}
