package conversation

import (
	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// relative is somebody whom the last question names as one of another's: "Ann Lee's older
// brother".
type relative struct {
	owner string
	// at is all of it, and of what he is to the other.
	at, of text.Span
	// noun is the stem of the word for that.
	noun string
}

// maxRelation is how many words tell at the most what somebody is to another.
const maxRelation = 3

// relative finds one who is named in that way; without an owner if there is none.
func (f *followUp) relative() relative {
	for _, n := range f.names() {
		for i := range f.before {
			w := f.before[i]
			if w.Start+len(w.Text) != n.End || w.End == n.End {
				continue // no ending of possession
			}
			for k := i + 1; k < len(f.before) && k <= i+maxRelation && !text.IsStop(f.before[k].Norm); k++ {
				if noun := f.before[k]; isPersonNoun(noun.Norm) && !noun.IsCapital() {
					of := text.Span{Start: f.before[i+1].Start, End: noun.Start + len(noun.Text)}
					return relative{n.Of(f.last.Question), text.Span{Start: n.Start, End: of.End}, of, text.Stem(noun.Norm)}
				}
			}
		}
	}
	return relative{}
}

// relativeMeant is whom a pronoun means of such two: the one whom the question asked for, else
// the relative, unless the pronoun is not for a man, or not for a woman, as he is.
func (f *followUp) relativeMeant(r relative) string {
	if f.asksOfMan() && women[r.noun] || f.asksOfWoman() && men[r.noun] {
		return r.owner
	}
	if who := f.answered(); who != "" && f.before[0].Norm == "who" {
		return who
	}
	return r.at.Of(f.last.Question)
}

func (f *followUp) asksOfMan() bool   { return f.asks("he") || f.asks("him") || f.asks("his") }
func (f *followUp) asksOfWoman() bool { return f.asks("she") || f.asks("her") || f.asks("hers") }

var (
	women = text.StemSet(`wife mother sister daughter woman girl queen`)
	men   = text.StemSet(`husband father brother son man boy king`)
	kin   = text.WordSet(`wife husband mother father parents sister sisters brother brothers daughter daughters son sons child children baby`)
)

// otherRelative asks the last question of another relative of the same one: "the daughter"
// or "their daughter" after "How old is Ann Lee's brother?"
func (f *followUp) otherRelative(words []text.Word) string {
	r := f.relative()
	if r.owner == "" || len(words) < 2 || !isPersonNoun(joinedText(words)) {
		return ""
	}
	first := words[0].Norm
	isKin := articleWords[first] && kin[words[len(words)-1].Norm] // "the mediator" is nobody's
	if !isKin && first != "their" && !(lexicon.OwnPronouns[first] && f.relativeMeant(r) == r.owner) {
		return ""
	}
	return f.last.Question[:r.of.Start] + joinedText(words[1:]) + f.last.Question[r.of.End:]
}
