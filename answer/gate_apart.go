package answer

import "sherpa/retrieval"

// Words that say something of each other stand near each other somewhere. Where the
// articles have the words of a question, but never together, they tell of something
// else: "Who paid for the summit?", where a town paid for a bridge.

// nearReach is how many words away one of two may stand.
const nearReach = 10

// apart is the share of a short question's pairs of words that meet in no sentence, each
// pair weighed by its lighter word; 0 where yes, no, who somebody is, whose words or
// a denial was found, which rest on more than words. Where there is no pair, unknown words are apart.
func (d *draft) apart(q *question, all []*evidence) float64 {
	read := q.heard || d.short != "" && (q.Kind == retrieval.KindYesNo || q.Kind == retrieval.KindWhoIs)
	if len(q.terms) > fewTerms+1 || d.corrects() || read {
		return 0
	}
	terms := q.telling()
	met := make([]float64, len(q.terms)*len(q.terms))
	var near []spotted
	for _, e := range all {
		near = e.spottedTerms(q, near[:0])
		meet(met, near, len(q.terms))
	}
	sum, total := 0.0, 0.0
	for i, a := range terms {
		for _, b := range terms[i+1:] {
			w := min(q.weight[a], q.weight[b])
			total += w
			sum += w * (1 - met[a*len(q.terms)+b])
		}
	}
	if total == 0 {
		return q.unknownShare(all)
	}
	return sum / total
}

// telling are the terms that say what the question is about; a word that neither the
// articles nor the lexicon know may be a slip.
func (q *question) telling() []int {
	var terms []int
	for t := range q.terms {
		x := &q.terms[t]
		named := q.weight[t] > 0 && !q.isLight(t) && (x.Name || q.isNumber(t))
		if named || q.saysWhatItAsks(t) && (x.Known || len(x.Groups) > 0) {
			terms = append(terms, t)
		}
	}
	return terms
}

// spotted is a term with the place of the word that stands for it.
type spotted struct {
	at int
	termMatch
}

// spottedTerms adds the terms that the words of a sentence stand for, in their order.
func (e *evidence) spottedTerms(q *question, list []spotted) []spotted {
	for _, s := range e.spots {
		for _, m := range q.termsAt(int(s.Number), &e.passage().Words[s.At]).found {
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
			if a.at != b.at && a.term != b.term {
				k := min(a.term, b.term)*n + max(a.term, b.term)
				met[k] = max(met[k], min(a.strength, b.strength))
			}
		}
	}
}
