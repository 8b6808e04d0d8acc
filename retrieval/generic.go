package retrieval

import "sherpa/internal/text"

// genericShare is what a generic word weighs beside other words.
const genericShare = 0.5

// generic are words that everybody says of everything. In a few articles of news they
// may be rare, and yet a passage that has one is hardly nearer to the question.
var generic = text.StemSet(`get go come make do take give put let keep have be know think want need like look seem feel try use happen thing stuff
	bit lot way guy folk people bloke lad kid anybody anyone somebody someone everybody everyone nobody anything something everything nothing
	exactly basically literally actual kind sort type`)

// weighGeneric lets generic words weigh less where others tell what is asked.
func (a *Analysis) weighGeneric() {
	telling := false
	for i := range a.Terms {
		telling = telling || !a.Terms[i].generic()
	}
	for i := range a.Terms {
		if telling && a.Terms[i].generic() {
			a.Terms[i].IDF *= genericShare
		}
	}
}

// generic reports whether a term says nothing in particular; in an idiom it does.
func (t *Term) generic() bool { return generic[t.Stem] && t.Idiom == 0 && !t.Name }
