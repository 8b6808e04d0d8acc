package disagreement

import (
	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
)

// speakersDiffer finds two articles that give the same words to different people.
func speakersDiffer(q *question.Question, m *Matters) *Difference {
	if !q.Has(speechVerbs) {
		return nil
	}
	var all []Account
	for _, e := range m.Best {
		if e.QuotationSpan().Len() == 0 || q.Cover(e.Context) < attendedCover {
			continue
		}
		if s, ok := namedSpeaker(e); ok {
			all = append(all, s)
		}
	}
	return firstOpposed("speaker", m, all, all, func(a, b Account) bool { return InCommon(a.words, b.words) == 0 && sameUtterance(a.From, b.From) })
}

// speechVerbs are those by which a question asks who said something.
var speechVerbs = text.WordSet(`said say says told tell tells called calls promised warned added claimed declared announced spoke quoted words`)

// namedSpeaker is the person whom the sentence itself names as the speaker of its
// quotation.
func namedSpeaker(e *evidence.Evidence) (Account, bool) {
	who := evidence.Speakers(e.Passage())[e.At]
	if who.Len() == 0 || who.Start < e.Sentence.First || who.End > e.Sentence.Next {
		return Account{}, false
	}
	for _, n := range e.Sentence.Names {
		if first := e.Sentence.First + n.First; first < who.Start || first >= who.End || !e.PersonLike(n) || n.First > 0 && question.ClassWords[e.Words()[n.First-1].Norm] == question.ClassPreposition && e.Words()[n.First-1].Norm != "by" {
			continue
		}
		s := Account{From: e, at: e.FullName(n.First, n.Next), words: map[string]bool{}}
		for _, w := range e.Words()[n.First:n.Next] {
			if !lexicon.RoleWords[w.Norm] {
				s.words[text.Skeleton(w.Norm)] = true
			}
		}
		return s, len(s.words) > 0
	}
	return Account{}, false
}

// sameUtterance reports whether two sentences quote the same words.
func sameUtterance(a, b *evidence.Evidence) bool {
	x, y := Account{From: a, at: a.QuotationSpan()}.inside(), Account{From: b, at: b.QuotationSpan()}.inside()
	_, same := swapsOf(x, y)
	return same >= utteredWords && float64(same) >= utteredShare*float64(max(len(x), len(y)))
}
