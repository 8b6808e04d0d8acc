package answer

import "sherpa/retrieval"

// A list that is cut looks complete, so that a candidate brings all of its own.

// whole is the best list that the candidate is a member of, where the question
// asks for several; else the candidate. A list that is cut looks complete.
func (c candidate) whole(q *question, all []candidate) candidate {
	if q.Kind == retrieval.KindManner {
		return c.behindNames(q)
	}
	if q.Kind == retrieval.KindOther && q.wordAt(0) == "what" && doVerbs[q.wordAt(1)] {
		return c.behindPreposition()
	}
	if q.Kind == retrieval.KindPerson && c.isList() {
		return c.fromFirst()
	}
	if len(valueKinds[q.Kind]) > 0 || !readAsked(q).plural && !c.isFirstOfSeveral(q) {
		return c
	}
	for _, list := range all {
		if list.from == c.from && list.form == c.form && list.first <= c.first && list.next >= c.next && list.next-list.first > c.next-c.first && list.isList() {
			return list
		}
	}
	return c
}

// behindPreposition is the candidate without a preposition at its beginning: who is interested in a
// treaty wants "a treaty".
func (c candidate) behindPreposition() candidate {
	words := c.from.words()
	if c.first+1 < c.next && classWords[words[c.first].Norm] == wcPreposition {
		c.first++
		c.span.Start = words[c.first].Start
	}
	return c
}

// isFirstOfSeveral reports whether it is asked who, and the candidate stands behind a verb of
// several: "On board were Ann, Bob and Carl."
func (c candidate) isFirstOfSeveral(q *question) bool {
	return q.Kind == retrieval.KindPerson && c.first > 0 && severalVerbs[c.from.words()[c.first-1].Norm]
}

var severalVerbs = wordSet(`were are`)

// fromFirst is the list of names with those that commas join to it before: "Ann, Bob and
// Cleo". A place or day that leads in the sentence is none of them.
func (c candidate) fromFirst() candidate {
	words, s := c.from.words(), c.from.passage().Text
	for c.first > 0 && words[c.first].IsCapital() && s[words[c.first-1].End:words[c.first].Start] == ", " && words[c.first-1].IsCapital() {
		first := c.first - 1
		for first > 0 && words[first-1].IsCapital() && s[words[first-1].End:words[first].Start] == " " {
			first--
		}
		if first == 0 || whereLeads[words[first-1].Norm] || words[first-1].Norm == "of" {
			break
		}
		c.first, c.span.Start = first, words[first].Start
	}
	return c
}

// isList reports whether the candidate joins its parts by commas and "and".
func (c candidate) isList() bool {
	words := c.from.words()[c.first:c.next]
	for i := 1; i+1 < len(words); i++ {
		if words[i].Norm == "and" {
			return !words[i+1].Stop
		}
	}
	return false
}
