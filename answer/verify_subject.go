package answer

import (
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// subjects checks that who does something in the claim does it in the sources
// too: "Putin thanked Trump" is not "Trump thanked Putin".
func (v *Verification) subjects(claim *facts, sources []*facts) {
	for i := range claim.words {
		own := claim.actors(i)
		if len(own) == 0 || !verbLike(claim.words[i].Norm) {
			continue
		}
		for _, s := range sources {
			if other, ok := s.otherActor(&claim.words[i], claim, own); ok {
				v.fail(FailedName, own[0].Of(claim.text), other.Of(s.text))
			}
		}
	}
}

// otherActor is who does what the verb says in the sentence, where it is nobody
// of those that the claim names.
func (f *facts) otherActor(verb *token, claim *facts, own []value.Name) (other value.Name, ok bool) {
	for i := range f.words {
		if f.words[i].stem != verb.stem {
			continue
		}
		actors := f.actors(i)
		if len(actors) == 0 || claim.share(own, f, actors) {
			return value.Name{}, false
		}
		other, ok = actors[0], true
	}
	return other, ok
}

// share reports whether a name is among both lists.
func (f *facts) share(own []value.Name, s *facts, actors []value.Name) bool {
	for _, a := range own {
		for _, b := range actors {
			for i := a.First; i < a.Next; i++ {
				for k := b.First; k < b.Next; k++ {
					if f.words[i].key == s.words[k].key && !titleWord(f.words[i].Norm) {
						return true
					}
				}
			}
		}
	}
	return false
}

// passives come before a verb whose subject does nothing.
var passives = wordSet(`was were is are be been being by`)

// actors are the names that stand before the verb at word i in its clause, if
// the verb is active and they belong to nothing else there.
func (f *facts) actors(i int) []value.Name {
	w := &f.words[i]
	if !w.content() || w.quoted || i == 0 || passives[f.words[i-1].Norm] || i > 1 && passives[f.words[i-2].Norm] {
		return nil
	}
	var found []value.Name
	for _, n := range f.names {
		if n.Next > i || f.words[n.Next-1].clause != w.clause || possessed(&f.words[n.Next-1]) {
			continue
		}
		if lead := n.First - 1; lead >= 0 && !f.words[n.First].starts && !subjectLeads[f.words[lead].Norm] && !titleWord(f.words[lead].Norm) {
			return nil
		}
		if last := &f.words[n.Next-1]; text.IsCountry(last.Norm) && n.Next < i && !f.words[n.Next].stop && !adverbs[f.words[n.Next].Norm] {
			continue // "the American president"
		}
		found = append(found, n)
	}
	return found
}

// subjectLeads may stand before a name that does something.
var subjectLeads = wordSet(`the and both but while that as several which president`)
