package answer

import (
	"strings"
	"testing"
)

// A question in a language that no article is in is told so, whatever names it shares with
// them; a slip that looks like one is not.
func TestStrangeLanguage(t *testing.T) {
	t.Parallel()
	r := over(t, bells)
	for asked, says := range map[string]string{
		"¿Dónde está la casa de Ann Berg?":        "in Spanish, and the articles are in English",
		"Was sagte Ann Berg über die Glocken?":    "in German",
		"Où est-ce que Ann Berg est allée ?":      "in French",
		"Когда Энн Берг приехала в Норвик?":       "in Russian",
		"wer hat die glocken in norwick geläutet": "Ask in English.",
	} {
		if a := r.ask(t, Question{Text: asked}); a.Answered || !strings.Contains(a.Text, says) {
			t.Errorf("%s: %s", asked, a.Text)
		}
	}
	for _, asked := range []string{"when did ann berg cum to norwick", "ann berg norwick wen"} {
		if a := r.ask(t, Question{Text: asked}); !a.Answered {
			t.Errorf("%s: %s", asked, a.Text)
		}
	}
}

// What articles in a question's own language tell is answered.
func TestArticlesLanguage(t *testing.T) {
	t.Parallel()
	r := over(t, "Die Glocken von Norwick\nAnn Berg kam am Dienstag nach Norwick. Sie sprach mit dem Pfarrer über die Glocken der Kirche.")
	if a := r.ask(t, Question{Text: "Mit wem sprach Ann Berg über die Glocken?"}); strings.Contains(a.Text, "seems to be in") {
		t.Error(a.Text)
	}
}
