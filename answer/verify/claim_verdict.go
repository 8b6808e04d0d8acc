package verify

import (
	"cmp"
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// What a sentence must have of a claim to decide it, as shares of its weight.
const (
	supportCover = 0.6
	// markedCover is enough where it has a rare name or a value of the claim, so
	// that it is likely to speak of the same.
	markedCover     = 0.5
	contradictCover = 0.5
	// alikeCover and allCover are what it must have where a name is missing and
	// nothing shows which name stands in its place.
	alikeCover = 0.8
	allCover   = 0.95
)

// How sentences compare with each other.
const (
	// rivalMargin is how much less of the claim a sentence that supports it may
	// have than one that contradicts it, and denialMargin the same where what
	// contradicts is a negation.
	rivalMargin  = 0.15
	denialMargin = 0.02
	// rivalShare is how much of it, beside the value that differs, a sentence must
	// have that is cited against a claim that another article supports.
	rivalShare = 0.65
	// pairGain is how much more of the claim two sentences must have than each,
	// and pairShare what they count for beside one that says it all.
	pairGain  = 0.1
	pairShare = 0.9
)

const (
	proofsRead  = 24 // sentences that may decide on a claim
	citedProofs = 3  // sentences that are cited for a verdict
)

// Verdict is what the articles say of a claim.
type Verdict string

// The verdicts on a claim.
const (
	Supported    Verdict = "supported"
	Contradicted Verdict = "contradicted"
	NotCovered   Verdict = "not_covered"
)

// Judgement is the verdict on a claim with the sentences that it rests on.
type Judgement struct {
	Verdict
	Proofs []*Proof
	// Thin says that it rests on a word or two that may stand anywhere: that they are there
	// does not yet bear the claim out.
	Thin bool
	// Loose says that it has the few words of the claim in part only in other words, or not at
	// all.
	Loose bool
	// ByDenial says that a negation alone makes the claim contradicted.
	ByDenial bool
	// Denies says that the claim itself denies something, and Modal that it speaks of what may
	// or will be.
	Denies, Modal bool
}

// Judge gives the verdict on a claim; a and hits are what searching for it found.
func Judge(claim string, a *retrieval.Analysis, hits []retrieval.Hit) Judgement {
	as := newAssertion(claim, a)
	var pro, contra []*Proof
	for _, p := range as.proofs(hits) {
		switch as.verdictOf(p) {
		case Supported:
			pro = append(pro, p)
		case Contradicted:
			contra = append(contra, p)
		}
	}
	j := Judgement{Verdict: NotCovered, Modal: as.facts.hasAny(modalVerbs), Denies: as.facts.hasAny(lexicon.NotCues)}
	switch {
	case len(pro) > 0 && (len(contra) == 0 || pro[0].cover >= contra[0].cover-margin(contra[0])):
		j.Verdict, j.Proofs = Supported, chosen(pro, contra)
		j.Loose = pro[0].telling < wellTold && !(pro[0].specific && pro[0].named > 1) && len(as.facts.quotes) == 0 && len(as.telling()) <= looseWords
		j.Thin = as.saysLittle() && !pro[0].specific && !j.Modal
	case len(contra) > 0:
		j.Verdict, j.Proofs = Contradicted, chosen(contra, nil)
		j.Thin, j.ByDenial = as.onlyDoes(), contra[0].onlyDenies()
	}
	return j
}

// onlyDenies reports whether nothing but a negation sets the sentence against the claim.
func (p *Proof) onlyDenies() bool {
	return !slices.ContainsFunc(p.result.Failures, func(f Failure) bool { return f.Kind != FailedNegation })
}

// saysLittle reports whether a claim has few words beside names, and no figure or quotation.
func (as *assertion) saysLittle() bool {
	return len(as.facts.values)+len(as.facts.quotes) == 0 && len(as.telling()) <= thinWords
}

// onlyDoes reports whether a claim says nothing but that somebody did something: whoever did it
// to another may have done this, too.
func (as *assertion) onlyDoes() bool {
	telling := as.telling()
	return as.saysLittle() && (len(telling) == 0 || len(telling) == 1 && verbLike(telling[0].Norm))
}

// telling are the words of a claim that are no names and say something.
func (as *assertion) telling() []token {
	var words []token
	for i := range as.facts.words {
		if w := as.facts.words[i]; as.weight[i] > 0 && !w.name && !lexicon.LightVerbs[w.stem] && !lightClaims[w.stem] {
			words = append(words, w)
		}
	}
	return words
}

// hasAny reports whether the sentence has one of the words.
func (f *facts) hasAny(set map[string]bool) bool {
	return slices.ContainsFunc(f.words, func(w token) bool { return set[w.Norm] })
}

var modalVerbs = text.WordSet(`would could should may might will can`)

// wellTold is the share of a claim's weight besides names from which on a sentence has its own
// words.
const wellTold = 0.9

// thinWords is how many words of a claim may stand together by chance, and looseWords how many
// words that mean the same may.
const (
	thinWords  = 2
	looseWords = 3
)

// margin is how much better than a sentence that supports the claim one must be
// that contradicts it: a value or a name that agrees is a sign of its own, that
// no negation stands somewhere is none.
func margin(contra *Proof) float64 {
	for _, f := range contra.result.Failures {
		if f.Kind == FailedNegation {
			return denialMargin
		}
	}
	return rivalMargin
}

// proofs are the sentences of the hits that have most of the claim, verified.
func (as *assertion) proofs(hits []retrieval.Hit) []*Proof {
	var all []*Proof
	as.markCountries(hits)
	for i := range hits {
		all = append(all, as.passageProofs(&hits[i])...)
	}
	slices.SortStableFunc(all, func(a, b *Proof) int { return cmp.Compare(b.cover, a.cover) })
	return all[:min(len(all), proofsRead)]
}

// countryTopic is the share of the passages that makes a country a topic of theirs.
const countryTopic = 0.4

// markCountries adds the countries that many of the passages speak of to the
// topics: "the American president" goes without saying where all is about him.
func (as *assertion) markCountries(hits []retrieval.Hit) {
	for i := range as.facts.words {
		w := &as.facts.words[i]
		if !text.IsCountry(w.Norm) || as.facts.isPlace(w) {
			continue
		}
		n := 0
		for k := range hits {
			if names(hits[k].Parsed, w.key) {
				n++
			}
		}
		if float64(n) >= countryTopic*float64(len(hits)) {
			as.topics[w.Norm] = true
		}
	}
}

// names reports whether a passage has a country by any of its words.
func names(p *retrieval.Passage, key string) bool {
	for i := range p.Words {
		if n := p.Words[i].Norm; text.IsCountry(n) && nameKey(n) == key {
			return true
		}
	}
	return false
}

// passageProofs are the sentences of a passage, each alone and with the next.
func (as *assertion) passageProofs(h *retrieval.Hit) []*Proof {
	var all []*Proof
	title := readFacts(h.Article.Title)
	before, first := &facts{}, (*Proof)(nil)
	for k := range h.Parsed.Sentences {
		span := h.Parsed.Sentences[k].Span
		own := readFacts(span.Of(h.Passage.Text))
		alone := as.prove(&Proof{Hit: h, Span: span, near: joined(before, title)}, own)
		all = append(all, alone)
		if first != nil {
			both := &Proof{Hit: h, Span: text.Span{Start: first.Span.Start, End: span.End}, near: title}
			if p := as.prove(both, before, own); p.joins(first, alone) {
				p.pair, p.cover = true, p.cover*pairShare
				all = append(all, p)
			}
		}
		before, first = own, alone
	}
	return all
}

// joins reports whether two sentences together have clearly more of the claim
// than each alone.
func (p *Proof) joins(a, b *Proof) bool {
	most := max(a.cover, b.cover)
	fewer := len(p.result.Failures) < min(len(a.result.Failures), len(b.result.Failures))
	return !a.differs() && !b.differs() && (p.cover > most+pairGain || fewer && p.cover > most)
}

// differs reports whether the sentence has something else in the place of
// something in the claim.
func (p *Proof) differs() bool {
	for _, f := range p.result.Failures {
		if f.Instead != "" {
			return true
		}
	}
	return false
}

// prove holds sentences against the claim.
func (as *assertion) prove(p *Proof, own ...*facts) *Proof {
	as.weigh(p, own)
	p.conceived = as.conceives(own)
	p.past = as.facts.hasAny(futures) && !slices.ContainsFunc(own, (*facts).looksAhead)
	p.pronoun = anyWord(own, pronouns)
	p.result = verifyFacts(as.facts, own)
	return p
}

// joined is what two sentences say together.
func joined(a, b *facts) *facts {
	return &facts{words: append(slices.Clone(a.words), b.words...)}
}

// verdictOf is what one sentence says of the claim.
func (as *assertion) verdictOf(p *Proof) Verdict {
	gaps, differs, names := 0, 0, 0
	for _, f := range p.result.Failures {
		switch {
		case f.Kind == FailedName && as.understood(f, p):
		case f.Kind == FailedName && f.Instead == "" && !p.nearlySame():
			gaps++
		case f.Kind == FailedName:
			names++
			differs++
		case f.Instead != "" && !(f.Kind == FailedNegation && p.conceived):
			differs++
		default:
			gaps++
		}
	}
	switch {
	case gaps > 0 || names > 1 || names > 0 && differs > names:
		return NotCovered
	case differs > 0 && !p.pair && p.telling >= contradictCover && p.found+p.named > names && (p.found > 0 || as.onlyNames()):
		return Contradicted
	case differs == 0 && !p.opposed && !p.past && !p.conceives() && min(p.cover, p.telling) >= p.enough():
		return Supported
	}
	return NotCovered
}

// onlyNames reports whether the claim has no telling words beside its names.
func (as *assertion) onlyNames() bool {
	for i := range as.facts.words {
		if as.weight[i] > 0 && !as.facts.words[i].name {
			return false
		}
	}
	return true
}

// enough is how much of the claim the sentence must have to support it.
func (p *Proof) enough() float64 {
	if p.specific || p.figures {
		return markedCover
	}
	return supportCover
}

// nearlySame reports whether the sentence has all of the claim but one name.
func (p *Proof) nearlySame() bool {
	switch {
	case p.telling >= allCover:
		return p.specific && p.found > 1
	case p.telling >= alikeCover:
		return p.figures && p.found > 1 || p.found > 3
	}
	return false
}

// understood reports whether a name that the sentence lacks goes without saying:
// the corpus is about it, the title has it, or a pronoun may stand for it and
// the sentence before has it. Where another name stands in its place, only the
// scene of it all goes without saying.
func (as *assertion) understood(f Failure, p *Proof) bool {
	for _, w := range text.Words(f.Words) {
		t := newToken(w)
		switch {
		case titleWord(t.Norm), t.stop, as.topics[t.Norm] && (f.Instead == "" || as.setsScene(f.Words)):
		case f.Instead != "" || !p.pronoun || capitals[t.Norm] && as.setsScene(f.Words) || !p.near.says(&t):
			return false
		}
	}
	return true
}

// setsScene reports whether a name of the claim only says where something was.
func (as *assertion) setsScene(name string) bool {
	for _, n := range as.facts.names {
		if n.Of(as.facts.text) == name {
			return as.facts.placed(n)
		}
	}
	return false
}

// says reports whether the sentence has the word.
func (f *facts) says(t *token) bool {
	m, _ := f.match(t)
	return m == 1
}

// pronouns stand for somebody or something named before.
var pronouns = text.WordSet(`he him his she her hers it its they them their this these both`)

// chosen are the best proofs of the verdict, one from each article, and the best
// one against it from an article that is not among them.
func chosen(pro, contra []*Proof) []*Proof {
	var picked []*Proof
	seen := map[string]bool{}
	for _, p := range pro {
		if !seen[p.Hit.Article.ID] && len(picked) < citedProofs && p.cover >= pro[0].cover-rivalMargin {
			seen[p.Hit.Article.ID] = true
			picked = append(picked, p)
		}
	}
	for _, p := range contra {
		if !seen[p.Hit.Article.ID] && p.rivals > 0 && p.agreed >= rivalShare*pro[0].cover {
			return append(picked, p)
		}
	}
	return picked
}
