package answer

import (
	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// speakersDiffer finds two articles that give the same words to different people.
func speakersDiffer(q *question, m *matters) *difference {
	if !q.has(speechVerbs) {
		return nil
	}
	var all []account
	for _, e := range m.best {
		if e.quotationSpan().Len() == 0 || q.cover(e.context) < attendedCover {
			continue
		}
		if s, ok := e.namedSpeaker(); ok {
			all = append(all, s)
		}
	}
	return firstOpposed("speaker", m, all, all, func(a, b account) bool { return inCommon(a.words, b.words) == 0 && sameUtterance(a.from, b.from) })
}

// speechVerbs are those by which a question asks who said something.
var speechVerbs = wordSet(`said say says told tell tells called calls promised warned added claimed declared announced spoke quoted words`)

// namedSpeaker is the person whom the sentence itself names as the speaker of its
// quotation.
func (e *evidence) namedSpeaker() (account, bool) {
	who := speakers(e.passage())[e.at]
	if who.Len() == 0 || who.Start < e.sentence.First || who.End > e.sentence.Next {
		return account{}, false
	}
	for _, n := range e.sentence.Names {
		if first := e.sentence.First + n.First; first < who.Start || first >= who.End || !e.personLike(n) || n.First > 0 && classWords[e.words()[n.First-1].Norm] == wcPreposition && e.words()[n.First-1].Norm != "by" {
			continue
		}
		s := account{from: e, at: e.fullName(n.First, n.Next), words: map[string]bool{}}
		for _, w := range e.words()[n.First:n.Next] {
			if !lexicon.RoleWords[w.Norm] {
				s.words[text.Skeleton(w.Norm)] = true
			}
		}
		return s, len(s.words) > 0
	}
	return account{}, false
}

// sameUtterance reports whether two sentences quote the same words.
func sameUtterance(a, b *evidence) bool {
	x, y := account{from: a, at: a.quotationSpan()}.inside(), account{from: b, at: b.quotationSpan()}.inside()
	_, same := swapsOf(x, y)
	return same >= utteredWords && float64(same) >= utteredShare*float64(max(len(x), len(y)))
}
