package answer

import (
	"fmt"
	"strings"
	"testing"
)

// What another firm did is told in the same words: among articles on several matters the one
// that has the question's name answers, also where only its title has that, and what is told
// of a name in passing is of no other.
func TestForeignArticles(t *testing.T) {
	t.Parallel()
	articles := []string{
		"Vantra’s numbers are in before the autumn\nThe firm made a net income of $394 million in the quarter.",
		"Nordlys misses what was expected\nThe company’s net income was $145 million.",
		"Halda rallies again, and the market follows\nUnlike Tamvik, which filed for bankruptcy in 2022, Storvik is still standing.",
	}
	for i, place := range strings.Fields("Hadlow Skarvik Brunnvik Norwick Storholm Tamsin Orrest Lindum Averby Corvik Elmhurst Fernby Grenholt Ilsted Jarrow Keldby Lomvik Mosby Nesholt") {
		articles = append(articles, fmt.Sprintf("The fair of %s\nThe fair of %s brought the town an income of %d pounds in the last quarter. The head of the fair was born on 3 May 19%d.", place, place, 200+i, 40+i))
	}
	r := over(t, articles...)
	r.shortAnswers(t, map[string]string{
		"how much net income did nordlys make in the quarter": "$145 million",
		"how much net income did vantra make in the quarter":  "$394 million",
		"when did tamvik file for bankruptcy":                 "2022",
		"when did halda file for bankruptcy":                  "",
	})
	for _, q := range []string{"when was the head of vantra born", "when was the head of halda born"} {
		if a := r.ask(t, Question{Text: q}); a.Answered {
			t.Errorf("%s: only other articles tell of the matter, and the answer is %q", q, a.Text)
		}
	}
}
