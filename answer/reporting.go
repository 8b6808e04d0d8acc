package answer

import (
	"slices"

	"sherpa/internal/value"
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

// draftFramed answers a question about the articles.
func draftFramed(q *question, all []*evidence, f frame) *draft {
	d := draftAnswer(q, all)
	if f.asks == frameNone || len(all) == 0 {
		return d
	}
	if f.asks == frameAgree {
		if d.differ == nil && d.short != "" {
			d.short = "" // a value is no answer to whether they agree
			if len(d.statements[0].also) > 0 {
				d.short = "Yes"
			}
		}
		return d
	}
	telling := reporters(q, all)
	if len(telling) == 0 {
		return d
	}
	d.differ, d.short, d.span = nil, f.verdict(telling), nil
	d.found, d.judged = true, telling[0]
	d.statements = togetherReported(q, telling)
	return d
}

// reporters are the sentences that report what is asked for, the best of each
// article.
func reporters(q *question, all []*evidence) []*evidence {
	top := 0.0
	for _, e := range all {
		top = max(top, q.cover(e.context))
	}
	asked := value.Find(q.Text)
	var telling []*evidence
	seen := map[string]bool{}
	for _, e := range all {
		if seen[e.article()] || len(telling) == maxReporting || e.denies(q) && !q.has(negations) {
			continue
		}
		if e.gainsays(asked) || q.cover(e.matched) < reportCover || q.cover(e.context) < reportShare*top {
			continue
		}
		seen[e.article()] = true
		telling = append(telling, e)
	}
	return telling
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

// verdict answers whether several articles, or those of certain publishers, report
// something; other frames have no short answer.
func (f frame) verdict(telling []*evidence) string {
	switch f.asks {
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
