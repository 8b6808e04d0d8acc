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
	// alikeCover is what it must have where only a name differs and nothing says
	// that it stands in the other's place.
	alikeCover = 0.8
	// rivalMargin is how much less of the claim a sentence that supports it may
	// have than one that contradicts it.
	rivalMargin  = 0.15
	denialMargin = 0.02
	// proofsRead is how many sentences may decide on a claim.
	proofsRead = 24
	// citedProofs is how many sentences are cited for a verdict.
	citedProofs = 3
	// pairGain is how much more of the claim two sentences must have than each.
	pairGain = 0.1
)

// judge gives the verdict on a claim with the sentences that it rests on.
func judge(as *assertion, hits []retrieval.Hit) (Verdict, []*proof) {
	var pro, contra []*proof
	for _, p := range as.proofs(hits) {
		switch as.verdictOf(p) {
		case Supported:
			pro = append(pro, p)
		case Contradicted:
			contra = append(contra, p)
		}
	}
	switch {
	case len(pro) > 0 && (len(contra) == 0 || pro[0].cover >= contra[0].cover-margin(contra[0])):
		return Supported, chosen(pro, contra)
	case len(contra) > 0:
		return Contradicted, chosen(contra, nil)
	}
	return NotCovered, nil
}

// margin is how much better than a sentence that supports the claim one must be
// that contradicts it: a value or a name that agrees is a sign of its own, that
// no negation stands somewhere is none.
func margin(contra *proof) float64 {
	for _, f := range contra.result.Failures {
		if f.Kind == FailedNegation {
			return denialMargin
		}
	}
	return rivalMargin
}

// proofs are the sentences of the hits that have most of the claim, verified.
func (as *assertion) proofs(hits []retrieval.Hit) []*proof {
	var all []*proof
	for i := range hits {
		all = append(all, as.passageProofs(&hits[i])...)
	}
	slices.SortStableFunc(all, func(a, b *proof) int { return cmp.Compare(b.cover, a.cover) })
	return all[:min(len(all), proofsRead)]
}

// passageProofs are the sentences of a passage, each alone and with the next.
func (as *assertion) passageProofs(h *retrieval.Hit) []*proof {
	var all []*proof
	title := readFacts(h.Article.Title)
	before, first := &facts{}, (*proof)(nil)
	for k := range h.Parsed.Sentences {
		e := &evidence{hit: h, sentence: &h.Parsed.Sentences[k], at: k, span: h.Parsed.Sentences[k].Span}
		own := readFacts(e.text())
		alone := as.prove(e, joined(before, title), own)
		all = append(all, alone)
		if first != nil {
			both := &evidence{hit: h, sentence: e.sentence, at: k, span: text.Span{Start: first.from.span.Start, End: e.span.End}}
			if p := as.prove(both, title, before, own); p.telling > max(first.telling, alone.telling)+pairGain {
				p.pair = true
				all = append(all, p)
			}
		}
		before, first = own, alone
	}
	return all
}

func (as *assertion) prove(e *evidence, near *facts, own ...*facts) *proof {
	p := &proof{from: e, near: near}
	as.weigh(p, own)
	p.conceived = as.conceives(own)
	p.pronoun = anyWord(own, pronouns)
	p.result = verifyFacts(as.facts, own)
	return p
}

// joined is what two sentences say together.
func joined(a, b *facts) *facts {
	return &facts{words: append(slices.Clone(a.words), b.words...)}
}

// verdictOf is what one sentence says of the claim.
func (as *assertion) verdictOf(p *proof) Verdict {
	gaps, differs, names := 0, 0, 0
	for _, f := range p.result.Failures {
		switch {
		case f.Kind == FailedName && f.Instead == "" && as.understood(f.Words, p):
		case f.Kind == FailedName && f.Instead == "" && !p.nearlySame():
			gaps++
		case f.Kind == FailedName:
			names++
			differs++
		case f.Instead != "":
			differs++
		default:
			gaps++
		}
	}
	switch {
	case gaps > 0 || names > 1:
		return NotCovered
	case differs > 0 && !p.pair && p.telling >= contradictCover && p.found > 0 && p.found+p.named > names:
		return Contradicted
	case differs == 0 && !p.conceives() && p.cover >= supportCover && p.telling >= supportCover:
		return Supported
	}
	return NotCovered
}

// nearlySame reports whether the sentence has all of the claim but one name.
func (p *proof) nearlySame() bool {
	return p.telling >= alikeCover && p.found > 1 && p.found+p.named > 2
}

// understood reports whether a name that the sentence lacks goes without saying:
// the corpus is about it, the title has it, or a pronoun may stand for it and
// the sentence before has it.
func (as *assertion) understood(name string, p *proof) bool {
	for _, w := range text.Words(name) {
		t := newToken(w)
		if roleWords[t.Norm] || t.stop || as.topics[t.Norm] {
			continue
		}
		if m, _ := p.near.match(&t); m < 1 || !p.pronoun {
			return false
		}
	}
	return true
}

// pronouns stand for somebody or something named before.
var pronouns = wordSet(`he him his she her hers it its they them their this these both`)

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
