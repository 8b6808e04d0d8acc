package answer

import (
	"testing"
)

// What a sentence goes on to tell of the thing in the one before it is a side, too.
func TestSaidNext(t *testing.T) {
	t.Parallel()
	const (
		port = "Ship hits crane in Kellmark\nThe freighter Nordic Heron hit a crane on the Osterkai in Kellmark. "
		quay = "Kellmark counts the cost\nThe Osterkai in Kellmark is a ruin since the Nordic Heron hit its crane. "
	)
	for _, tt := range []articlePair{
		{
			"how many came", "How many people came to the memorial?", port + "Some 1,500 people came to the memorial for the two dockers.", quay + "A memorial was held in a church. About 800 people came.",
			"About 800 people; 1,500 people",
		},
		{
			"when it was", "When was the memorial held?", port + "A memorial for the dockers was held on Saturday in the Seamen's Church.",
			quay + "Many people came to the memorial. It was held on Sunday in the Fish Market.", "Saturday; Sunday",
		},
		{
			"when another thing was", "When was the memorial held?", port + "A memorial for the dockers was held on Saturday in the Seamen's Church.",
			quay + "Many people came to the memorial. The crane was inspected on Sunday.", "",
		},
		{
			"after another thing", "How many people came to the memorial?", port + "Some 1,500 people came to the memorial for the two dockers.", quay + "A market was held on the square. About 800 people came.", "",
		},
		{"when it was said", "When did the accident happen?", port + "The accident in Kellmark on Tuesday will cost insurers dear.", quay + "The inquiry into the accident will be thorough, the ministry said on Saturday.", ""},
		{
			"at anchor and on the way", "How long did the ship wait in the roads?", port + "The ship waited in the roads for nine hours.", quay + "The road to the harbour was closed for three hours.", "",
		},
		{
			"who asked about another thing", "How long was the road closed?", port + "The road to the harbour was closed for three hours.", quay + "The Nordic Heron waited in the roads for nine hours.", "",
		},
		{
			"said by others", "Was the captain arrested?", port + "The captain of the Nordic Heron was arrested on Wednesday, Aas said.",
			quay + "The captain is Ilse Brandt. She was not arrested, her lawyer said.", "captain of the Nordic Heron was arrested; was not arrested",
		},
		{
			"attended", "Was Greta Solheim at the press conference?", port + "The pier stays closed, said Greta Solheim, who attended the press conference on Thursday.",
			quay + "Greta Solheim was not at the press conference on Thursday.", "attended the press conference on Thursday; was not at the press conference on Thursday",
		},
		{
			"attended another thing", "Was Greta Solheim at the press conference?", port + "The pier stays closed, said Greta Solheim, who attended the funeral on Thursday.",
			quay + "Greta Solheim was not at the press conference on Thursday.", "",
		},
	} {
		tt.check(t)
	}
}

// What articles of known days tell of days to come, and since when something is so.
func TestDatedSides(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, question, a, b string
		want                 int
	}{
		{
			"what will be is told in the present, too", "When will the Dunmere Alliance elect a new leader?", "The Dunmere Alliance elects a new leader in June. Victor Hale leaves.",
			"The Dunmere Alliance will elect a new leader in July, after Victor Hale leaves.", 1,
		},
		{"one who is in it since", "Since when has the festival been held?", "The festival of Lowmarsh on the Tarn has been held since 1994.", "Tove Arden sings with the band of Lowmarsh on the Tarn since 2019.", 0},
		{"last year", "How many visitors were on the site?", "Some 12,000 visitors were on the site of the festival of Lowmarsh on the Tarn.", "The festival of Lowmarsh on the Tarn is held since 1994. Last year it had 9,000 visitors.", 0},
		{"the highest for years", "What was the turnout?", "Nora Pell beat Victor Hale in Dunmere. Turnout was 54 per cent.", "Nora Pell beat Victor Hale in Dunmere. Turnout reached 61 per cent, the highest since 1998.", 1},
	} {
		r := overArticles(t, map[string]string{
			"a": "---\nid: a\ntitle: News\nlang: en\npublished: 2026-05-11\n---\n\n" + tt.a + "\n",
			"b": "---\nid: b\ntitle: Notes\nlang: en\npublished: 2026-05-13\n---\n\n" + tt.b + "\n",
		})
		if a := r.ask(t, Question{Text: tt.question}); len(a.Disagreements) != tt.want {
			t.Errorf("%s: want %d disagreements: %s", tt.name, tt.want, a.Text)
		}
	}
}
