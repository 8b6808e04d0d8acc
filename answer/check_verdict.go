package answer

import (
	"cmp"
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// What a sentence must have of a claim to decide it, as shares of its weight.
const (
	supportCover    = 0.6
	contradictCover = 0.55
	// rivalMargin is how much less of the claim a sentence that supports it may
	// have than one that contradicts it.
	rivalMargin = 0.15
	// proofsRead is how many sentences are verified for a claim.
	proofsRead = 24
	// citedProofs is how many sentences are cited for a verdict.
	citedProofs = 3
)

// judge gives the verdict on a claim with the sentences that it rests on.
func judge(as *assertion, hits []retrieval.Hit) (Verdict, []*proof) {
	proofs := as.proofs(hits)
	var pro, contra []*proof
	for _, p := range proofs {
		switch as.verdictOf(p) {
		case Supported:
			pro = append(pro, p)
		case Contradicted:
			contra = append(contra, p)
		}
	}
	switch {
	case len(pro) > 0 && (len(contra) == 0 || pro[0].cover >= contra[0].cover-rivalMargin):
		return Supported, chosen(pro, contra)
	case len(contra) > 0:
		return Contradicted, chosen(contra, nil)
	}
	return NotCovered, nil
}

// proofs are the sentences of the hits that have most of the claim, verified.
func (as *assertion) proofs(hits []retrieval.Hit) []*proof {
	var all []*proof
	for i := range hits {
		p := hits[i].Parsed
		title := readFacts(hits[i].Article.Title)
		before := title
		for k := range p.Sentences {
			e := &evidence{hit: &hits[i], sentence: &p.Sentences[k], at: k, span: p.Sentences[k].Span}
			own := readFacts(e.text())
			w := as.weigh(e, own, joined(before, title))
			w.result = Verification{}
			all = append(all, w)
			w.result = verifyFacts(as.facts, []*facts{own})
			before = own
		}
	}
	slices.SortStableFunc(all, func(a, b *proof) int { return cmp.Compare(b.cover, a.cover) })
	return all[:min(len(all), proofsRead)]
}

// joined is what two sentences say together.
func joined(a, b *facts) *facts {
	return &facts{words: append(slices.Clone(a.words), b.words...)}
}

// verdictOf is what one sentence says of the claim.
func (as *assertion) verdictOf(p *proof) Verdict {
	gaps, differs := 0, 0
	for _, f := range p.result.Failures {
		switch {
		case f.Instead != "":
			differs++
		case f.Kind == FailedName && as.inContext(f.Words, p.near):
		default:
			gaps++
		}
	}
	switch {
	case differs > 0 && p.telling >= contradictCover && p.found > 0:
		return Contradicted
	case differs == 0 && gaps == 0 && p.cover >= supportCover && p.telling >= supportCover:
		return Supported
	}
	return NotCovered
}

// inContext reports whether a name that the sentence lacks stands just before
// it or in the title, so that a pronoun may stand for it.
func (as *assertion) inContext(name string, near *facts) bool {
	for _, w := range text.Words(name) {
		t := newToken(w)
		if roleWords[t.Norm] || t.stop {
			continue
		}
		if m, _ := near.match(&t); m < 1 {
			return false
		}
	}
	return true
}

// chosen are the best proofs of the verdict, one from each article, and the best
// one against it from an article that is not among them.
func chosen(pro, contra []*proof) []*proof {
	var picked []*proof
	seen := map[string]bool{}
	for _, p := range pro {
		if !seen[p.from.article()] && len(picked) < citedProofs && p.cover >= pro[0].cover-rivalMargin {
			seen[p.from.article()] = true
			picked = append(picked, p)
		}
	}
	for _, p := range contra {
		if !seen[p.from.article()] && p.cover >= pro[0].cover {
			return append(picked, p)
		}
	}
	return picked
}
