package disagreement

import (
	"slices"

	"sherpa/answer/candidate"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// What makes two sentences versions of one text: how many words they have in
// common, in order, as a share of the longer one and at least; and how long a part
// may be in which they differ.
const (
	copyShare   = 0.6
	copyWords   = 8
	longestSwap = 6
	// copyCover is the share of the best sentence's cover, with its surroundings,
	// that a version must have.
	copyCover = 0.7
	// copyReach is how many sentences are compared.
	copyReach = 16
)

// swap is a part in which two versions of one sentence differ.
type swap struct{ a, b wordRange }

// wordRange is a run of a sentence's words.
type wordRange struct{ first, next int }

func (r wordRange) len() int { return r.next - r.first }

// Copied finds two articles that tell the same in the same words and put another
// answer into them; nil if there are none.
func Copied(q *question.Question, best []*evidence.Evidence) *Difference {
	near := versions(q, best)
	for i, a := range near {
		var own map[string]bool
		for _, b := range near[i+1:] {
			if a.Article() == b.Article() || !alikeInLength(a, b) {
				continue
			}
			if own == nil {
				own = a.Facts().Norms.Of(func() map[string]bool { return norms(a) })
			}
			if !shareWords(own, b.Words()) {
				continue
			}
			if s, ok := onlySwap(a, b); ok && answers(q, a, s.a) && answers(q, b, s.b) && contradicts(a, b, s) {
				return differs(a, b, s)
			}
		}
	}
	return nil
}

// versions are the sentences that may be compared: the best, as far as they speak
// of what is asked. The same words about somebody else are no version.
func versions(q *question.Question, best []*evidence.Evidence) []*evidence.Evidence {
	floor := copyCover * q.Cover(best[0].Context)
	var near []*evidence.Evidence
	for _, e := range best {
		if len(near) == copyReach {
			break
		}
		if n := len(e.Words()); n > copyWords && n <= candidate.MaxReadWords && q.Cover(e.Context) >= floor && !lacksName(q, e) {
			near = append(near, e)
		}
	}
	return near
}

// onlySwap is the part in which two sentences differ, if they are the same but for
// that one, and small words.
func onlySwap(a, b *evidence.Evidence) (swap, bool) {
	wa, wb := a.Words(), b.Words()
	longer := max(len(wa), len(wb))
	swaps, same := swapsOf(wa, wb)
	if same < copyWords || float64(same) < copyShare*float64(longer) {
		return swap{}, false
	}
	var only swap
	n := 0
	for _, s := range swaps {
		if s.a.len() == 0 || s.b.len() == 0 || !tells(wa[s.a.first:s.a.next]) || !tells(wb[s.b.first:s.b.next]) {
			continue
		}
		only = s
		n++
	}
	return only, n == 1 && only.a.len() <= longestSwap && only.b.len() <= longestSwap
}

// tells reports whether any of the words says something.
func tells(words []retrieval.Word) bool {
	return slices.ContainsFunc(words, func(w retrieval.Word) bool { return !w.Stop })
}

// alikeInLength reports whether two sentences are of similar length.
func alikeInLength(a, b *evidence.Evidence) bool {
	n, m := len(a.Words()), len(b.Words())
	return float64(min(n, m)) >= copyShare*float64(max(n, m))
}

// norms are the words of the sentence.
func norms(e *evidence.Evidence) map[string]bool {
	words := e.Words()
	set := make(map[string]bool, len(words))
	for i := range words {
		set[words[i].Norm] = true
	}
	return set
}

// shareWords is a quick look whether a sentence can be a version of one with the
// words in own.
func shareWords(own map[string]bool, words []retrieval.Word) bool {
	n := 0
	for i := range words {
		if own[words[i].Norm] {
			n++
		}
	}
	return float64(n) >= copyShare*float64(len(words))
}

// swapsOf finds the parts in which two sentences differ, by their longest common
// subsequence of words, and the length of that.
func swapsOf(a, b []retrieval.Word) (swaps []swap, same int) {
	length, room := make([][]int16, len(a)+1), make([]int16, (len(a)+1)*(len(b)+1))
	for i := range length {
		length[i] = room[i*(len(b)+1) : (i+1)*(len(b)+1)]
	}
	for i, w := range slices.Backward(a) {
		for k := len(b) - 1; k >= 0; k-- {
			if w.Norm == b[k].Norm {
				length[i][k] = length[i+1][k+1] + 1
			} else {
				length[i][k] = max(length[i+1][k], length[i][k+1])
			}
		}
	}
	i, k := 0, 0
	open := swap{}
	for i < len(a) || k < len(b) {
		switch {
		case i < len(a) && k < len(b) && a[i].Norm == b[k].Norm:
			if open.a.first < i || open.b.first < k {
				open.a.next, open.b.next = i, k
				swaps = append(swaps, open)
			}
			i, k = i+1, k+1
			open = swap{wordRange{i, i}, wordRange{k, k}}
		case k == len(b) || i < len(a) && length[i+1][k] >= length[i][k+1]:
			i++
		default:
			k++
		}
	}
	if open.a.first < i || open.b.first < k {
		open.a.next, open.b.next = i, k
		swaps = append(swaps, open)
	}
	return swaps, int(length[0][0])
}

// answers reports whether a part of a sentence can be what the question asks for:
// by its kind, and as one of the sentence's best candidates.
func answers(q *question.Question, e *evidence.Evidence, r wordRange) bool {
	words := e.Words()[r.first:r.next]
	for _, w := range words {
		if q.AsksWord(w) && !w.Stop {
			return false
		}
	}
	at := text.Span{Start: words[0].Start, End: words[len(words)-1].End}
	if len(evidence.ValueKinds[q.AskedKind()]) > 0 {
		values := e.TypedValues(q)
		if v, ok := lifeDate(e, q); ok {
			values = []value.Value{v}
		}
		return slices.ContainsFunc(values, func(v value.Value) bool { return v.Start < at.End && v.End > at.Start && onlyIn(words, v.Span) })
	}
	if v := valueIn(e, r); v != nil && !onlyIn(words, v.Span) || cutsName(e, r) {
		return false
	}
	all := candidate.Of(e, q)
	for _, c := range all[:min(len(all), swappedCandidates)] {
		if c.Span.Start < at.End && c.Span.End > at.Start {
			return true
		}
	}
	return false
}

// onlyIn reports whether no word outside a place says anything.
func onlyIn(words []retrieval.Word, at text.Span) bool {
	return !slices.ContainsFunc(words, func(w retrieval.Word) bool { return !w.Stop && (w.Start >= at.End || w.End <= at.Start) })
}

// swappedCandidates is how many of a sentence's candidates may be what another
// version of it has changed.
const swappedCandidates = 8

// contradicts reports whether two parts exclude each other: values that do not
// agree, or words of which neither passage has those of the other, or related ones.
func contradicts(e *evidence.Evidence, o *evidence.Evidence, s swap) bool {
	va, vb := valueIn(e, s.a), valueIn(o, s.b)
	if va != nil && vb != nil {
		return side(e, *va, 1).excludes(side(o, *vb, 1))
	}
	return va == nil && vb == nil && !speaksOfAny(e, o.Words()[s.b.first:s.b.next]) && !speaksOfAny(o, e.Words()[s.a.first:s.a.next])
}

// speaksOfAny reports whether the passage has any of the words, or a related one.
func speaksOfAny(e *evidence.Evidence, words []retrieval.Word) bool {
	for _, w := range words {
		if w.Stop {
			continue
		}
		for _, own := range e.Passage().Words {
			if own.Stem == w.Stem || !own.Stop && text.Related(own.Stem, w.Stem) {
				return true
			}
		}
	}
	return false
}

// valueIn is a typed value that touches a part of the sentence, or nil.
func valueIn(e *evidence.Evidence, r wordRange) *value.Value {
	words := e.Words()
	for i := range e.Sentence.Values {
		v := &e.Sentence.Values[i]
		if v.Start < words[r.next-1].End && v.End > words[r.first].Start {
			return v
		}
	}
	return nil
}

// differs sets the two versions side by side.
func differs(e *evidence.Evidence, o *evidence.Evidence, s swap) *Difference {
	return &Difference{About: aboutSwap(e, s.a), Claims: []Claim{swapped(e, s.a), swapped(o, s.b)}}
}

func swapped(e *evidence.Evidence, r wordRange) Claim {
	words := e.Words()
	at := text.Span{Start: words[r.first].Start, End: words[r.next-1].End}
	if v := valueIn(e, r); v != nil {
		at = v.Span
	}
	return Claim{Value: at.Of(e.Passage().Text), At: at, Sources: []*evidence.Evidence{e}}
}

// aboutSwap is the kind of what differs.
func aboutSwap(e *evidence.Evidence, r wordRange) string {
	if v := valueIn(e, r); v != nil {
		return v.Kind.String()
	}
	return "wording"
}
