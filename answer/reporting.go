package answer

import (
	"cmp"
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// What a sentence must have to report what a question about the articles asks for:
// of the question's weight itself, and with its surroundings as a share of what the
// best one has.
const (
	reportCover = 0.5
	reportShare = 0.75
	// maxReporting is how many articles are cited for what they all report.
	maxReporting = 20
)

// draftFramed answers a question about the articles, of which the store has so
// many.
func draftFramed(q *question, all []*evidence, f frame, articles int) *draft {
	if f.asks == frameAgree {
		return draftAgreement(q, all)
	}
	d := draftAnswer(q, all)
	if f.asks == frameNone || len(all) == 0 || f.asks == frameOne && !f.claim {
		return d
	}
	telling := reporters(q, all, f.claim)
	if len(telling) == 0 {
		if f.claim {
			return &draft{} // what comes nearest to a claim does not bear it out
		}
		return d
	}
	if f.asks == frameFirst {
		telling = earliest(telling)
	}
	d.differ, d.short, d.span = nil, f.verdict(telling, articles), nil
	d.found, d.judged = true, telling[0]
	d.statements = togetherReported(q, telling)
	return d
}

// draftAgreement answers whether articles agree on what is asked. A value that only
// one of them gives is none that they can agree on: then the next best matter counts.
func draftAgreement(q *question, all []*evidence) *draft {
	var first *draft
	for rest := all; len(rest) > 0; {
		d := draftAnswer(q, rest)
		if d.differ != nil || d.agree(q, rest) {
			return d
		}
		first = cmp.Or(first, d)
		if len(valueKinds[q.kind()]) == 0 {
			break
		}
		rest = slices.DeleteFunc(slices.Clone(rest), func(e *evidence) bool { return e.article() == d.judged.article() })
	}
	return cmp.Or(first, &draft{})
}

// agree sets the short answer to "Yes" if another article gives the value, the place
// or the names that the draft does, and cites it. What is asked for is no answer to
// whether articles agree on it.
func (d *draft) agree(q *question, all []*evidence) bool {
	given := d.short
	d.short, d.span = "", nil
	if given == "" || len(d.statements) == 0 {
		return false
	}
	first := d.statements[0]
	for _, e := range all {
		if e.settled(q) >= sideCover*first.lead.settled(q) && e.gives(q, first.lead, given) {
			e.fit(q)
			first.add(e)
		}
	}
	if len(first.also) == 0 {
		return false
	}
	d.short = "Yes"
	return true
}

// gives reports whether the sentence gives what another one does: an equal value, or
// the names.
func (e *evidence) gives(q *question, o *evidence, given string) bool {
	if len(valueKinds[q.kind()]) == 0 {
		names := namesWithin(given)
		return slices.ContainsFunc(e.words(), func(w retrieval.Word) bool { return w.IsCapital() && names[w.Norm] })
	}
	return slices.ContainsFunc(e.sideValues(q), func(v value.Value) bool {
		return slices.ContainsFunc(o.sideValues(q), func(w value.Value) bool { return value.Comparable(v, w) && value.Agree(v, w) })
	})
}

// namesWithin are the words of a text that are written with a capital.
func namesWithin(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range text.Words(s) {
		if w.IsCapital() && !text.IsStop(w.Norm) {
			set[w.Norm] = true
		}
	}
	return set
}

// earliest is the sentence of the article that was published first, if the articles
// say when; else all.
func earliest(telling []*evidence) []*evidence {
	var first *evidence
	for _, e := range telling {
		day := e.hit.Article.Published
		if day != "" && (first == nil || day < first.hit.Article.Published) {
			first = e
		}
	}
	if first == nil {
		return telling
	}
	return []*evidence{first}
}

// reporters are the sentences that report what is asked for, the best of each
// article; a claim must be borne out.
func reporters(q *question, all []*evidence, claim bool) []*evidence {
	top := 0.0
	for _, e := range all {
		top = max(top, q.cover(e.context))
	}
	asked := value.Find(q.Text)
	var telling []*evidence
	seen := map[string]bool{}
	for _, e := range all {
		if seen[e.article()] || len(telling) == maxReporting || e.onlyAsks() || e.gainsays(asked) || !e.reports(q, claim) || q.cover(e.context) < reportShare*top {
			continue
		}
		seen[e.article()] = true
		telling = append(telling, e)
	}
	return telling
}

// reports reports whether the sentence tells what is asked for. What is denied, or
// only possible, is no report of a claim, unless the claim says so, too.
func (e *evidence) reports(q *question, claim bool) bool {
	switch {
	case claim && (e.lacksNames(q) || !e.tellsEvent(q)):
		return false
	case q.has(lexicon.NotCues):
		denied, _ := e.eventShares(q, q.event())
		return denied >= deniedCover
	case e.denies(q):
		return false
	case claim && (e.polarity(q) == denied || e.polarity(q) == conceived):
		return false
	}
	return q.cover(e.matched) >= reportCover
}

// lacksNames reports whether the sentence lacks a name of the question; the title
// and the sentence before it may have one that the whole corpus is about.
func (e *evidence) lacksNames(q *question) bool {
	return slices.ContainsFunc(q.names(), func(t int) bool { return e.matched[t] == 0 && (q.terms[t].IDF > everywhere || e.context[t] == 0) })
}

// tellsEvent reports whether the sentence has two of the words that say what
// happened, or the only one.
func (e *evidence) tellsEvent(q *question) bool {
	event, told := q.event(), 0
	for _, t := range event {
		told += int(indicator(e.matched[t] > 0))
	}
	return told >= min(len(event), 2) || q.has(lexicon.NotCues)
}

// gainsays reports whether the sentence gives another value than one that is asked
// about: "nearly three hours" does not report "more than three".
func (e *evidence) gainsays(asked []value.Value) bool {
	for _, v := range asked {
		other := false
		for _, w := range e.sentence.Values {
			if !value.Comparable(v, w) {
				continue
			}
			if value.Agree(v, w) {
				other = false
				break
			}
			other = true
		}
		if other {
			return true
		}
	}
	return false
}

// verdict answers whether several articles, all, or those of certain publishers, report
// something; other frames have no short answer.
func (f frame) verdict(telling []*evidence, articles int) string {
	switch f.asks {
	case frameAll:
		return yesIf(len(telling) == articles)
	case frameAgreeThat:
		if len(telling) < 2 {
			return ""
		}
		return "Yes"
	case frameOne:
		return "Yes"
	case frameSeveral:
		return yesIf(len(telling) > 1)
	case frameBoth:
		for _, name := range f.publishers {
			if !slices.ContainsFunc(telling, func(e *evidence) bool { return publishedBy(e.hit.Article, name) }) {
				return "No"
			}
		}
		return "Yes"
	}
	return ""
}

// yesIf is "Yes" for what is so, else "No".
func yesIf(b bool) string {
	if b {
		return "Yes"
	}
	return "No"
}

// togetherReported merges the sentences that say the same; the articles for which
// no statement is left are cited with the first.
func togetherReported(q *question, telling []*evidence) []*statement {
	var chosen []*statement
	for _, e := range telling {
		s := saysSame(chosen, e)
		if s == nil && len(chosen) < maxStatements {
			e.fit(q)
			chosen = append(chosen, &statement{lead: e})
			continue
		}
		if s == nil {
			s = chosen[0]
		}
		s.also = append(s.also, e)
	}
	return chosen
}
