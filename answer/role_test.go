package answer

import (
	"testing"
)

const harbourNews = `# Harbour news from Brunnvik

The harbour of Brunnvik will get a second crane in May. “It will lift whole houses,” said Elin Berg, who runs the crane.
Talks were held with Trade Secretary Ole Dam, Port Secretary Karen Holt and port director Ib Krogh. Mayor Anna Moe was ill.
Mayor Jens Rud of Sandnes came by boat, and a retired diver named Nils Aas played the organ.
Moe’s deputy, Siri Lunde, opened the buffet. Its cook, Arne Vik, comes from Sandnes.
A bollard is a post that ships are tied to. Krilla is a dark beer, and the sailors drank Krilla all day.
Draught means how deep a ship lies in the water.
`

func TestWhoAndWhatSomebodyIs(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"harbour": harbourNews})
	for _, tc := range []struct{ question, short string }{
		{"Who is Elin Berg?", "runs the crane"},
		{"Who is Ib Krogh?", "port director"},
		{"Who is Ole Dam?", "Trade Secretary"},
		{"Who is Nils Aas?", "a retired diver"},
		{"Who is Siri Lunde?", "Moe’s deputy"},
		{"Who is Arne Vik?", "cook"},
		{"What is a bollard?", "a post that ships are tied to"},
		{"What is Krilla?", "a dark beer"},
		{"What does draught mean?", "how deep a ship lies in the water"},
		{"Who is the port secretary?", "Port Secretary Karen Holt"},
		{"Who is the mayor of Brunnvik?", "Anna Moe"},
		{"Who is the mayor of Sandnes?", "Jens Rud of Sandnes"},
		{"Who is the ambassador of Brunnvik?", ""},
	} {
		if got := r.ask(t, Question{Text: tc.question}).ShortAnswer; got != tc.short {
			t.Errorf("%s: %q, want %q", tc.question, got, tc.short)
		}
	}
}

// Whoever has left an office does not hold it, nor who has another one that is called like it, and
// when something was is nobody's title.
func TestHolderOfToday(t *testing.T) {
	t.Parallel()
	r := over(t, "The trial at Norwick\nThe panel had retired judge Ada Lind and the engineer Tor Berg. Judge Berit Moe read the verdict of the trial. "+
		"Ten minutes later Nils Aker signed the paper. “It is over,” said Nils Aker, the head of the bakers. Ole Dam, the Norwegian chief inspector, left. Deputy Secretary Siri Vik stayed.")
	r.shortAnswers(t, map[string]string{
		"who's the judge":           "Berit Moe",
		"Who is the retired judge?": "Ada Lind",
		"who is nils aker":          "the head of the bakers",

		"Who is the president of Norway?": "",
		"Who is the secretary?":           "",
		"Who is the deputy secretary?":    "Secretary Siri Vik",
	})
}
