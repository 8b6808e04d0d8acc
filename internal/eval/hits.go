package eval

import (
	"strings"

	"sherpa/retrieval"
)

// depth is how many hits are looked at, the largest k of Recall@k.
const depth = 20

// judgeHits marks Recall@k and MRR@10 of the first right hit. For evidence in
// several passages it also marks which share of them the first ten hits hold.
func (o *Outcome) judgeHits(hits []retrieval.Hit) {
	gold := newGoldPassages(o.Question)
	held := map[int]bool{}
	for i, h := range hits {
		found, right := gold.in(h)
		if right && o.Rank == 0 {
			o.Rank = i + 1
		}
		for _, n := range found {
			held[n] = held[n] || i < 10
		}
	}
	o.markRanks()
	top := 0
	for _, inTop := range held {
		if inTop {
			top++
		}
	}
	if all := len(gold.passages); all > 1 {
		o.mark("evidence_r10", float64(top)/float64(all), 1)
		o.markBool("all_evidence10", top == all)
	}
}

func (o *Outcome) markRanks() {
	within := func(k int) bool { return o.Rank > 0 && o.Rank <= k }
	o.markBool("r1", within(1))
	o.markBool("r5", within(5))
	o.markBool("r10", within(10))
	o.markBool("r20", within(20))
	reciprocal := 0.0
	if within(10) {
		reciprocal = 1 / float64(o.Rank)
	}
	o.mark("mrr10", reciprocal, 1)
}

// goldPassages are the gold passages of a question in comparable form.
type goldPassages struct {
	passages []Evidence
	answers  []string
}

func newGoldPassages(q Question) goldPassages {
	g := goldPassages{answers: q.Answers}
	for _, e := range q.Evidence {
		g.passages = append(g.passages, Evidence{Article: e.Article, Text: passageKey(e.Text)})
	}
	return g
}

// in reports which gold passages the hit contains or lies in, and whether it is
// right: besides those, a passage of a gold article that holds a gold answer is.
func (g goldPassages) in(h retrieval.Hit) (found []int, right bool) {
	key := ""
	gold := false
	for i, e := range g.passages {
		if e.Article != h.Article.ID {
			continue
		}
		gold = true
		if key == "" {
			key = passageKey(h.Passage.Text)
		}
		if strings.Contains(key, e.Text) || strings.Contains(e.Text, key) {
			found = append(found, i)
		}
	}
	return found, len(found) > 0 || gold && holdsAnswer(h.Passage.Text, g.answers)
}
