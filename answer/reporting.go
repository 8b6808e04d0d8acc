package answer

import (
	"cmp"
	"slices"

	"sherpa/answer/draft"
	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/answer/short"
	"sherpa/answer/yesno"
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
func draftFramed(q *question.Question, all []*evidence.Evidence, f frame, articles int) *draft.Draft {
	if f.asks == frameAgree {
		return draftAgreement(q, all)
	}
	d := draft.New(q, all)
	if f.asks == frameNone || len(all) == 0 || f.asks == frameOne && !f.claim {
		return d
	}
	telling := reporters(q, all, f.claim)
	if len(telling) == 0 {
		if f.claim {
			return &draft.Draft{} // what comes nearest to a claim does not bear it out
		}
		return d
	}
	if f.asks == frameFirst {
		telling = earliest(telling)
	}
	d.Differ, d.Short, d.Span = nil, f.verdict(telling, articles), nil
	d.Found, d.Judged = true, telling[0]
	d.Statements = togetherReported(q, telling)
	return d
}

// draftAgreement answers whether articles agree on what is asked. A value that only
// one of them gives is none that they can agree on: then the next best matter counts.
func draftAgreement(q *question.Question, all []*evidence.Evidence) *draft.Draft {
	var first *draft.Draft
	for rest := all; len(rest) > 0; {
		d := draft.New(q, rest)
		if d.Differ != nil || agree(d, q, rest) {
			return d
		}
		first = cmp.Or(first, d)
		if len(evidence.ValueKinds[q.AskedKind()]) == 0 {
			break
		}
		rest = slices.DeleteFunc(slices.Clone(rest), func(e *evidence.Evidence) bool { return e.Article() == d.Judged.Article() })
	}
	return cmp.Or(first, &draft.Draft{})
}

// agree sets the short answer to "Yes" if another article gives the value, the place
// or the names that the draft does, and cites it. What is asked for is no answer to
// whether articles agree on it.
func agree(d *draft.Draft, q *question.Question, all []*evidence.Evidence) bool {
	given := d.Short
	d.Short, d.Span = "", nil
	if given == "" || len(d.Statements) == 0 {
		return false
	}
	first := d.Statements[0]
	for _, e := range all {
		if e.Settled(q) >= short.SideCover*first.Lead.Settled(q) && gives(e, q, first.Lead, given) {
			draft.FitQuote(e, q)
			first.Add(e)
		}
	}
	if len(first.Also) == 0 {
		return false
	}
	d.Short = "Yes"
	return true
}

// gives reports whether the sentence gives what another one does: an equal value, or
// the names.
func gives(e *evidence.Evidence, q *question.Question, o *evidence.Evidence, given string) bool {
	if len(evidence.ValueKinds[q.AskedKind()]) == 0 {
		names := namesWithin(given)
		return slices.ContainsFunc(e.Words(), func(w retrieval.Word) bool { return w.IsCapital() && names[w.Norm] })
	}
	return slices.ContainsFunc(e.Attached(q), func(v value.Value) bool {
		return slices.ContainsFunc(o.TypedValues(q), func(w value.Value) bool {
			return w.Of(o.Passage().Text) == given && value.Comparable(v, w) && value.Agree(v, w)
		})
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
func earliest(telling []*evidence.Evidence) []*evidence.Evidence {
	var first *evidence.Evidence
	for _, e := range telling {
		day := e.Hit.Article.Published
		if day != "" && (first == nil || day < first.Hit.Article.Published) {
			first = e
		}
	}
	if first == nil {
		return telling
	}
	return []*evidence.Evidence{first}
}

// reporters are the sentences that report what is asked for, the best of each
// article; a claim must be borne out.
func reporters(q *question.Question, all []*evidence.Evidence, claim bool) []*evidence.Evidence {
	top := 0.0
	for _, e := range all {
		top = max(top, q.Cover(e.Context))
	}
	asked := value.Find(q.Text)
	var telling []*evidence.Evidence
	seen := map[string]bool{}
	for _, e := range all {
		if seen[e.Article()] || len(telling) == maxReporting || draft.OnlyAsks(e) || gainsays(e, asked) || !reportsIt(e, q, claim) || q.Cover(e.Context) < reportShare*top {
			continue
		}
		seen[e.Article()] = true
		telling = append(telling, e)
	}
	return telling
}

// reportsIt reports whether the sentence tells what is asked for. What is denied, or
// only possible, is no report of a claim, unless the claim says so, too.
func reportsIt(e *evidence.Evidence, q *question.Question, claim bool) bool {
	switch {
	case claim && (lacksNames(e, q) || !tellsEvent(e, q)):
		return false
	case q.Has(lexicon.NotCues):
		denied, _ := e.EventShares(q, q.Event())
		return denied >= evidence.DeniedCover
	case e.Denies(q):
		return false
	case claim && (yesno.PolarityOf(e, q) == yesno.Denied || yesno.PolarityOf(e, q) == yesno.Conceived):
		return false
	}
	return q.Cover(e.Matched) >= reportCover
}

// lacksNames reports whether the sentence lacks a name of the question; the title
// and the sentence before it may have one that the whole corpus is about.
func lacksNames(e *evidence.Evidence, q *question.Question) bool {
	return slices.ContainsFunc(q.Names(), func(t int) bool {
		return e.Matched[t] == 0 && (q.Terms[t].IDF > evidence.Everywhere || e.Context[t] == 0)
	})
}

// tellsEvent reports whether the sentence has two of the words that say what
// happened, or the only one.
func tellsEvent(e *evidence.Evidence, q *question.Question) bool {
	event, told := q.Event(), 0
	for _, t := range event {
		told += int(question.Indicator(e.Matched[t] > 0))
	}
	return told >= min(len(event), 2) || q.Has(lexicon.NotCues)
}

// gainsays reports whether the sentence gives another value than one that is asked
// about: "nearly three hours" does not report "more than three".
func gainsays(e *evidence.Evidence, asked []value.Value) bool {
	for _, v := range asked {
		other := false
		for _, w := range e.Sentence.Values {
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
func (f frame) verdict(telling []*evidence.Evidence, articles int) string {
	if len(f.strange) > 0 {
		return "" // what some of those who are asked about report nobody can tell
	}
	switch f.asks {
	case frameAll:
		return yesno.YesIf(len(telling) == articles)
	case frameAgreeThat:
		if len(telling) < 2 {
			return ""
		}
		return "Yes"
	case frameOne:
		return "Yes"
	case frameSeveral:
		return yesno.YesIf(len(telling) > 1)
	case frameBoth:
		for _, name := range f.publishers {
			if !slices.ContainsFunc(telling, func(e *evidence.Evidence) bool { return publishedBy(e.Hit.Article, name) }) {
				return "No"
			}
		}
		return "Yes"
	}
	return ""
}

// togetherReported merges the sentences that say the same; the articles for which
// no statement is left are cited with the first.
func togetherReported(q *question.Question, telling []*evidence.Evidence) []*draft.Statement {
	var chosen []*draft.Statement
	for _, e := range telling {
		s := draft.StatementLike(chosen, e)
		if s == nil && len(chosen) < short.MaxStatements {
			draft.FitQuote(e, q)
			chosen = append(chosen, &draft.Statement{Lead: e})
			continue
		}
		if s == nil {
			s = chosen[0]
		}
		s.Also = append(s.Also, e)
	}
	return chosen
}
