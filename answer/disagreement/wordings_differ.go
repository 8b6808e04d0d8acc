package disagreement

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// What makes two quotations versions of one utterance: how many words they have in
// common, in order, at least and as a share of the longer one.
const (
	utteredWords = 4
	utteredShare = 0.6
)

// wordingsDiffer finds two articles that quote the same utterance of one speaker
// with a word that turns it: another number, a denial, the opposite. A shorter
// quotation, or one translated otherwise, is no contradiction.
func wordingsDiffer(q *question.Question, m *Matters) *Difference {
	var all []Account
	for _, e := range m.Best {
		if at := e.QuotationSpan(); at.Len() > 0 && e.Speaks(q) && !lacksName(q, e) {
			all = append(all, Account{From: e, at: at})
		}
	}
	return firstOpposed("wording", m, all, all, turned)
}

// turned reports whether two quotations are the same but for a part that turns them.
func turned(a, b Account) bool {
	x, y := a.inside(), b.inside()
	swaps, same := swapsOf(x, y)
	if same < utteredWords || float64(same) < utteredShare*float64(max(len(x), len(y))) {
		return false
	}
	found := 0
	for _, s := range swaps {
		left, right := x[s.a.first:s.a.next], y[s.b.first:s.b.next]
		switch {
		case hasNegation(left) != hasNegation(right), numeric(left) && numeric(right), contrast(left, right):
			found++
		case tells(left) || tells(right):
			return false // other words, too: perhaps another translation
		}
	}
	return found == 1
}

// inside are the sentence's words in the account.
func (s Account) inside() []retrieval.Word {
	words := s.From.Words()
	first, next := evidence.WordsWithin(words, s.at)
	return words[first:next]
}

func hasNegation(words []retrieval.Word) bool {
	return slices.ContainsFunc(words, func(w retrieval.Word) bool { return lexicon.NotCues[w.Norm] })
}

func numeric(words []retrieval.Word) bool {
	return slices.ContainsFunc(words, func(w retrieval.Word) bool { return len(value.Find(w.Norm)) > 0 })
}

// contrast reports whether a word has its opposite among the others.
func contrast(a, b []retrieval.Word) bool {
	for _, w := range a {
		for _, v := range b {
			if lexicon.Excludes(lexicon.Opposites[w.Norm], lexicon.Opposites[v.Norm]) {
				return true
			}
		}
	}
	return false
}
