package verify

import (
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// subjects checks that who does something in the claim does it in the sources
// too: "Putin thanked Trump" is not "Trump thanked Putin".
func (v *Result) subjects(claim *facts, sources []*facts) {
	for i := range claim.words {
		own := claim.actors(i)
		if len(own) == 0 || !verbLike(claim.words[i].Norm) {
			continue
		}
		for _, s := range sources {
			if other := s.otherActor(&claim.words[i], claim, own); other != "" {
				v.Fail(FailedName, own[0].Of(claim.text), other)
			}
		}
	}
}

// otherActor is who does what the verb says in the sentence, where it is nobody
// of those that the claim names: another name, or a pronoun where the claim's
// name is what something is done to.
func (f *facts) otherActor(verb *token, claim *facts, own []value.Name) string {
	other := ""
	for i := range f.words {
		if f.words[i].stem != verb.stem {
			continue
		}
		actors := f.actors(i)
		switch {
		case len(actors) > 0 && claim.share(own, f, actors):
			return ""
		case len(actors) > 0:
			other = actors[0].Of(f.text)
		case f.active(i) && claim.share(own, f, f.objects(i)) && !claim.share(own, f, f.namesBefore(i)):
			other = f.words[i-1].Text
		default:
			return ""
		}
	}
	return other
}

// objects are the names that stand just after the verb at word i.
func (f *facts) objects(i int) []value.Name {
	var found []value.Name
	for _, n := range f.names {
		if n.First > i && n.First <= i+reach {
			found = append(found, n)
		}
	}
	return found
}

func (f *facts) namesBefore(i int) []value.Name {
	var found []value.Name
	for _, n := range f.names {
		if n.Next <= i {
			found = append(found, n)
		}
	}
	return found
}

// active reports whether the word at i can be a verb that somebody does.
func (f *facts) active(i int) bool {
	return i > 0 && f.words[i].content() && !f.words[i].quoted && verbLike(f.words[i].Norm) && !passives[f.words[i-1].Norm] && (i == 1 || !passives[f.words[i-2].Norm])
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
var passives = text.WordSet(`was were is are be been being by`)

// actors are the names that stand before the verb at word i in its clause, if
// the verb is active and they belong to nothing else there.
func (f *facts) actors(i int) []value.Name {
	w := &f.words[i]
	if i == 0 || !w.content() || w.quoted || passives[f.words[i-1].Norm] || i > 1 && passives[f.words[i-2].Norm] {
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
var subjectLeads = text.WordSet(`the and both but while that as several which president`)
