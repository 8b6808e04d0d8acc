package gate

import (
	"sherpa/answer/draft"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/retrieval"
)

// Words that say something of each other stand near each other somewhere. Where the
// articles have the words of a question, but never together, they tell of something
// else: "Who paid for the summit?", where a town paid for a bridge.

// nearReach is how many words away one of two may stand.
const nearReach = 10

// apart is the share of a short question's pairs of words that meet in no sentence, each
// pair weighed by its lighter word; 0 where yes, no, who somebody is, whose words or
// a denial was found, which rest on more than words. Where there is no pair, unknown words are apart.
func apart(d *draft.Draft, q *question.Question, all []*evidence.Evidence) float64 {
	read := q.Heard || d.Short != "" && (q.Kind == retrieval.KindYesNo || q.Kind == retrieval.KindWhoIs)
	if len(q.Terms) > question.FewTerms+1 || d.Corrects() || read {
		return 0
	}
	terms := telling(q)
	met := make([]float64, len(q.Terms)*len(q.Terms))
	var near []spotted
	for _, e := range all {
		near = spottedTerms(e, q, near[:0])
		meet(met, near, len(q.Terms))
	}
	sum, total := 0.0, 0.0
	for i, a := range terms {
		for _, b := range terms[i+1:] {
			w := min(q.Weight[a], q.Weight[b])
			total += w
			sum += w * (1 - met[a*len(q.Terms)+b])
		}
	}
	if total == 0 {
		return unknownShare(q, all)
	}
	return sum / total
}

// telling are the terms that say what the question is about; a word that neither the
// articles nor the lexicon know may be a slip.
func telling(q *question.Question) []int {
	var terms []int
	for t := range q.Terms {
		x := &q.Terms[t]
		named := q.Weight[t] > 0 && !q.IsLight(t) && (x.Name || q.IsNumber(t))
		if named || q.SaysWhatItAsks(t) && (x.Known || len(x.Groups) > 0) {
			terms = append(terms, t)
		}
	}
	return terms
}

// spotted is a term with the place of the word that stands for it.
type spotted struct {
	at int
	question.TermMatch
}

// spottedTerms adds the terms that the words of a sentence stand for, in their order.
func spottedTerms(e *evidence.Evidence, q *question.Question, list []spotted) []spotted {
	for _, s := range e.Spots {
		for _, m := range q.TermsAt(int(s.Number), &e.Passage().Words[s.At]).Found {
			list = append(list, spotted{int(s.At), m})
		}
	}
	return list
}

// meet raises what is known of each pair of n terms by those that stand near each
// other: a pair is as good as its weaker word.
func meet(met []float64, list []spotted, n int) {
	for i, a := range list {
		for _, b := range list[i+1:] {
			if b.at > a.at+nearReach {
				break
			}
			if a.at != b.at && a.Term != b.Term {
				k := min(a.Term, b.Term)*n + max(a.Term, b.Term)
				met[k] = max(met[k], min(a.Strength, b.Strength))
			}
		}
	}
}
