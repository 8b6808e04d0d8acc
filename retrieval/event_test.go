package retrieval

import (
	"fmt"
	"slices"
	"testing"

	"sherpa/store"
)

// newsroom is a store of many articles, two of them on each of two events.
func newsroom(t *testing.T, more ...store.Entry) *Searcher {
	t.Helper()
	entries := append([]store.Entry{
		article("mole-1", "Brandt opens the mole at Brunnvik", "Ana Brandt and Bo Marek opened the mole at Brunnvik on Friday.", "Brandt praised the crew of the Halda for two hours."),
		article("mole-2", "Brunnvik has a mole", "Brandt and Marek met in Brunnvik. Marek arrived with the Halda.", "The visit of Marek ended without a contract."),
		article("fire-1", "Fire in Torshall", "Firemen of Torshall fought the flames in Kvist Street.", "Cleo Orr led the crew and praised it."),
		article("fire-2", "Kvist Street burns", "Orr spoke in Torshall about the flames. The contract of the crew had ended.", "Kvist Street is closed."),
	}, more...)
	for i := len(entries); i < severalEvents; i++ {
		entries = append(entries, article(fmt.Sprintf("other-%02d", i), fmt.Sprintf("Notes %d", i), fmt.Sprintf("Recipe number %d needs flour, milk and a contract with the crew of a mill.", i)))
	}
	return over(t, entries...)
}

// found are the articles of the hits, sorted, each once.
func found(hits []Hit) []string {
	var ids []string
	for _, h := range hits {
		ids = append(ids, h.Article.ID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// In a store of many events the passages of the one that a question is about are read.
func TestSearchWithinAnEvent(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	mole, fire := []string{"mole-1", "mole-2"}, []string{"fire-1", "fire-2"}
	for _, tt := range []struct {
		name string
		q    Query
		want []string
	}{
		{"by its names", Query{Text: "Did Brandt and Marek get a contract?", Event: true}, mole},
		{"by another's", Query{Text: "Who led the crew in Torshall?", Event: true}, fire},
		{"as before", Query{Text: "What ended?", Event: true, Before: []string{"mole-2"}}, mole[1:]},
		{"as before, of another", Query{Text: "What was closed?", Event: true, Before: []string{"fire-2"}}, fire[1:]},
		{"another than before", Query{Text: "Who led the crew in Torshall?", Event: true, Before: []string{"mole-1"}}, fire},
	} {
		if got := found(search(t, s, tt.q).Hits); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q finds %q, want %q", tt.name, tt.q.Text, got, tt.want)
		}
	}
	if got := found(search(t, s, Query{Text: "Did Brandt and Marek get a contract?"}).Hits); len(got) <= len(mole) {
		t.Errorf("a search that asks for no event finds only %q", got)
	}
}

// An event that lacks the names of a question is not what it means, where another article has
// them whole: neither what is told with its plain words, nor somebody of the same first name.
func TestEventHasTheNames(t *testing.T) {
	t.Parallel()
	s := newsroom(t, article("solo", "Cleo Tarn sings at the fair, and other notes", "The singer praised nobody."))
	for question, want := range map[string]bool{
		"who praised the crew of cleo orr in torshall":            false,
		"who led the crew that fought the flames with cleo tarn":  true,
		"Who led the crew that fought the flames with Vidar Tarn": false,
	} {
		if got := slices.Contains(found(search(t, s, Query{Text: question, Event: true}).Hits), "solo"); got != want {
			t.Errorf("%q finds the article that has the name in its title: %v", question, got)
		}
	}
}

// A name that only the title of an article has is known in its event.
func TestEventKnowsTitles(t *testing.T) {
	t.Parallel()
	s := newsroom(t, article("mole-3", "Corvane builds at Brunnvik, says Brandt", "Brandt and Marek saw the mole at Brunnvik."))
	for _, term := range search(t, s, Query{Text: "Who saw the Corvane mole of Brandt and Marek?", Event: true}).Analysis.Terms {
		if !term.Known {
			t.Errorf("%q is unknown, though a title has it", term.Norm)
		}
	}
}

// What an event does not tell is unknown there, though other articles have the word, and the
// names of everybody in it weigh less than in all the store.
func TestEventWeighsTerms(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	const question = "Did Brandt and Marek need flour?"
	term := func(q Query, norm string) Term {
		terms := search(t, s, q).Analysis.Terms
		return terms[slices.IndexFunc(terms, func(t Term) bool { return t.Norm == norm })]
	}
	everywhere, here := Query{Text: question}, Query{Text: question, Event: true}
	if !term(everywhere, "flour").Known || term(here, "flour").Known {
		t.Error("flour is to be known in the store, and not in what is told of Brandt and Marek")
	}
	if a, b := term(everywhere, "marek").IDF, term(here, "marek").IDF; a <= b {
		t.Errorf("Marek weighs %.2f in the store and %.2f where everybody names him", a, b)
	}
}

// Articles that are long, or alone, or in a small store, are no event.
func TestNoEvent(t *testing.T) {
	t.Parallel()
	var long []string
	for i := range longestReport + 1 {
		long = append(long, fmt.Sprintf("Section %d on the history of Brunnvik tells of the mole and of Brandt.", i))
	}
	for name, s := range map[string]*Searcher{
		"long":  newsroom(t, article("history", "History of Brunnvik", append(long, "The saga of Brunnvik has a seal.")...)),
		"alone": newsroom(t, article("saga", "The saga", "The saga of the crew was sung by Vidar Lund, under a seal.")),
		"small": over(t, article("a", "Ann Berg", "Ann Berg and Bo Marek hold the saga and the seal."), article("b", "Bo Marek", "Ann Berg met Marek."), article("c", "Seals", "A seal swam. The saga goes on.")),
	} {
		const question = "Which saga has a seal?"
		plain, event := search(t, s, Query{Text: question}), search(t, s, Query{Text: question, Event: true})
		if !slices.Equal(passageIDs(plain.Hits), passageIDs(event.Hits)) {
			t.Errorf("%s: %q with the event, %q without", name, passageIDs(event.Hits), passageIDs(plain.Hits))
		}
	}
}
