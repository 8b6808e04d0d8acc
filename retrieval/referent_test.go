package retrieval

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// meanings are whom the sentences of a passage mean without naming them: the word,
// and the names for it.
func meanings(p *Passage) map[string][]string {
	found := map[string][]string{}
	for k := range p.Sentences {
		for _, m := range p.Sentences[k].Mentions {
			r := &p.Referents[m.Referent]
			if m.Named || r.Name.Len() == 0 {
				continue
			}
			word := p.Words[m.At].Text
			found[word] = append(found[word], p.Text[p.Words[r.Name.Start].Start:p.Words[r.Name.End-1].End])
		}
	}
	return found
}

func TestMentions(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       map[string][]string
	}{
		{"the subject before", "Ann Berg met Tom Holt in the yard. She left early.", map[string][]string{"She": {"Ann Berg"}}},
		{"not one of the other gender", "Mr Tom Holt wrote to Mrs Ann Berg. She never answered.", map[string][]string{"She": {"Ann Berg"}}},
		{"a spokeswoman is no he", "The spokeswoman Ann Berg met Tom Holt. He had waited.", map[string][]string{"He": {"Tom Holt"}}},
		{"over a sentence", "Ann Berg came late. It rained. She sang.", map[string][]string{"She": {"Ann Berg"}}},
		{"speaker after a quotation", "Ann Berg shook her head. “I saw nothing,” she said.", map[string][]string{"her": nil, "she": {"Ann Berg"}}},
		{"a quotation goes on", "“We waited,” said Ann Berg. “Nobody came to help us.”", map[string][]string{"Nobody": {"Ann Berg"}}},
		{"no pronoun inside a quotation", "Ann Berg left. “He was kind,” the paper wrote.", nil},
		{"an office told after the name", "Ann Berg, the mayor of Norwick, met Tom Holt. The mayor left.", map[string][]string{"mayor": {"Ann Berg"}}},
		{"an office before the name", "Bishop Tom Holt met Ann Berg. Later the bishop prayed.", map[string][]string{"bishop": {"Tom Holt"}}},
		{"a word used for the office", "Mayor Ann Berg met President Tom Holt. The leader sang.", map[string][]string{"leader": {"Tom Holt"}}},
		{
			"the one of that country", "Spanish President Ann Berg met Norwegian President Tom Holt. The Spanish leader sang.",
			map[string][]string{"leader": {"Ann Berg"}},
		},
		{"a thing", "They closed the Norwick bridge. Later the bridge fell.", map[string][]string{"bridge": {"Norwick"}}},
		{"both", "Ann Berg met Tom Holt. Both men left.", map[string][]string{"Both": {"Ann Berg", "Tom Holt"}}},
		{"the two", "Ann Berg met Tom Holt. The two ministers left.", map[string][]string{"two": {"Ann Berg", "Tom Holt"}}},
		{"two other things", "Ann Berg met Tom Holt. The two boats sank.", nil},
		{"the latter", "Ann Berg met Tom Holt. The latter left.", map[string][]string{"latter": {"Tom Holt"}}},
		{"they", "Ann Berg and Tom Holt came. They left.", map[string][]string{"They": {"Ann Berg", "Tom Holt"}}},
		{"they are not one", "Ann Berg came. They left.", nil},
		{"a place is nobody", "It happened in Norwick. He left.", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			hits := search(t, over(t, article("a", "First", tt.text)), Query{Text: "Berg Holt Norwick"}).Hits
			got := meanings(hits[0].Parsed)
			for word, want := range tt.want {
				if !slices.Equal(got[word], want) {
					t.Errorf("%q means %v, want %v", word, got[word], want)
				}
				delete(got, word)
			}
			if diff := cmp.Diff(map[string][]string{}, got); diff != "" {
				t.Errorf("more is meant: %s", diff)
			}
		})
	}
}

func TestTold(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"title", "Russian foreign minister Tom Holt came.", []string{"Russian foreign minister"}},
		{"after the name", "Tom Holt, a retired net-maker who lived there, came.", []string{"retired net-maker"}},
		{"before the name", "The keeper of the lighthouse, Tom Holt, came.", []string{"keeper of the lighthouse"}},
		{"its keeper", "The tower stood, but its keeper, Tom Holt, came.", []string{"keeper"}},
		{"is", "Tom Holt is the head of the bank.", []string{"head of the bank"}},
		{"who leads", "Tom Holt, who leads the miners’ union, came.", []string{"leads the miners’ union"}},
		{"the next of a list", "The engineer Tom Holt, the judge Ann Berg and others came.", []string{"engineer"}},
		{"a new phrase after a place", "Today in Holt, the council met.", nil},
		{"an owner", "Tom Holt’s brother came.", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := search(t, over(t, article("a", "First", tt.text)), Query{Text: "Holt"}).Hits[0].Parsed
			var got []string
			for i := range p.Referents {
				r := &p.Referents[i]
				if r.Key != "holt" {
					continue
				}
				for _, s := range r.Told {
					got = append(got, p.Text[p.Words[s.Start].Start:p.Words[s.End-1].End])
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("told (-want +got):\n%s", diff)
			}
		})
	}
}
