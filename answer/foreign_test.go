package answer

import "testing"

// What another firm did is told in the same words: among articles on several matters the one
// that has the question's name answers, also where only its title has that, and what is told
// of a name in passing is of no other.
func TestForeignArticles(t *testing.T) {
	t.Parallel()
	articles := []string{
		"Vantra’s numbers are in\nThe firm made a net income of $394 million in the quarter.",
		"Nordlys misses what was expected\nThe company’s net income was $145 million.",
		"Halda rallies again\nUnlike Tamvik, which filed for bankruptcy in 2022, Storvik is still standing.",
	}
	for _, place := range []string{"Hadlow", "Skarvik", "Brunnvik", "Norwick", "Storholm", "Tamsin", "Orrest"} {
		articles = append(articles, "The fair of "+place+"\nThe fair of "+place+" brought the town an income in the last quarter.")
	}
	r := over(t, articles...)
	r.shortAnswers(t, map[string]string{
		"how much net income did nordlys make in the quarter": "$145 million",
		"how much net income did vantra make in the quarter":  "$394 million",
		"when did tamvik file for bankruptcy":                 "2022",
		"when did halda file for bankruptcy":                  "",
	})
}
