package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/answer/timeline"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
	"sherpa/store"
)

const (
	// maxDisputed is how many questions are put to find what articles disagree on, and
	// maxDisputes how many disagreements are shown.
	maxDisputed, maxDisputes = 100, 5
	// disputedTitles is how many articles, the last ones, are searched for where no
	// topic is given.
	disputedTitles = 20
	// disputedStems is how many telling words two sentences share at least that may
	// give different values for one thing.
	disputedStems = 2
)

// dispute is a question to which two sentences may give different values.
type dispute struct {
	question string
	a, b     *evidence
}

// disputes finds what articles disagree on. What two sentences on the topics say of
// their values in like words is asked for, and counts if the answer would be a
// disagreement between these two.
func (e *Engine) disputes(ctx context.Context, topics []string) ([]*found, error) {
	sentences, err := e.valued(ctx, topics)
	if err != nil {
		return nil, err
	}
	var all []*found
	seen := map[string]bool{}
	for _, d := range disputable(sentences) {
		f, err := e.differing(ctx, d.question)
		if err != nil {
			return nil, err
		}
		if f == nil || !f.draft.differ.cites(d.a) || !f.draft.differ.cites(d.b) || seen[f.draft.differ.key()] {
			continue
		}
		seen[f.draft.differ.key()] = true
		if all = append(all, f); len(all) == maxDisputes {
			break
		}
	}
	return all, nil
}

// cites reports whether a sentence is a source of one of the claims.
func (d *difference) cites(e *evidence) bool {
	same := func(o *evidence) bool {
		return o.passage().ID == e.passage().ID && o.sentence.Start == e.sentence.Start
	}
	return slices.ContainsFunc(d.claims, func(c claim) bool { return slices.ContainsFunc(c.sources, same) })
}

// disputable are the disputes that there may be among the sentences, those of the
// first ones first.
func disputable(sentences []*evidence) []dispute {
	var all []dispute
	put := map[string]bool{}
	for i, a := range sentences {
		for _, b := range sentences[i+1:] {
			if a.article() == b.article() {
				continue
			}
			question := a.disputed(b)
			if question == "" || put[question] {
				continue
			}
			put[question] = true
			if all = append(all, dispute{question, a, b}); len(all) == maxDisputed {
				return all
			}
		}
	}
	return all
}

// valued are the sentences on the topics that hold values, best first.
func (e *Engine) valued(ctx context.Context, topics []string) ([]*evidence, error) {
	var sentences []*evidence
	seen := map[string]bool{}
	for _, topic := range topics {
		res, err := e.searchFor(ctx, Question{}, topic)
		if err != nil {
			return nil, err
		}
		q := newQuestion(res.Analysis)
		for _, s := range gather(q, res.Hits) {
			key := s.passage().ID + s.text()
			if len(s.sentence.Values) == 0 || seen[key] || len(topics) == 1 && q.cover(s.context) < minTopicCover {
				continue
			}
			seen[key] = true
			sentences = append(sentences, s)
		}
	}
	return sentences, nil
}

// differing is what was found for a question if articles contradict each other on it
// and the answer would be given; else nil.
func (e *Engine) differing(ctx context.Context, question string) (*found, error) {
	res, err := e.searchFor(ctx, Question{}, question)
	if err != nil {
		return nil, err
	}
	f := e.newFound(ctx, res, frame{question: question}, nil)
	if f.draft.differ == nil || f.draft.differ.kind != "" || confidence(f.q, f.all, f.draft) < threshold {
		return nil, nil
	}
	return f, nil
}

// disputed is the question for a value in the words around it that stand around one
// in the other sentence, too, which cannot be true beside it; empty if there is none.
func (e *evidence) disputed(o *evidence) string {
	for _, v := range e.sentence.Values {
		lead := askedAs(v)
		if lead == "" {
			continue
		}
		for _, w := range o.sentence.Values {
			if !value.Comparable(v, w) || value.Agree(v, w) {
				continue
			}
			if words := alikeAround(e.besideValue(v), o.besideValue(w), v); len(words) > 0 {
				return lead + " " + strings.Join(words, " ") + "?"
			}
		}
	}
	return ""
}

// aroundValue is how many words before and after a value tell what it is of.
const aroundValue = 4

// besideValue are the telling words around a value in its clause.
func (e *evidence) besideValue(v value.Value) []retrieval.Word {
	clause := e.clauseAround(v.Span)
	first := slices.IndexFunc(clause, func(w retrieval.Word) bool { return w.Start >= v.Start })
	next := first
	for next < len(clause) && clause[next].Start < v.End {
		next++
	}
	near := slices.Concat(clause[max(0, first-aroundValue):first], clause[next:min(len(clause), next+aroundValue)])
	return slices.DeleteFunc(near, func(w retrieval.Word) bool {
		return w.Stop || w.IsNumeric() || lexicon.Saying[w.Stem] || strays[w.Norm] || timeline.DatingWords[w.Norm]
	})
}

// alikeAround are the words that both have, if they are enough for v and the value
// beside the others to be of one thing: half of the fewer, one of which may be a verb,
// and one tells what is counted. Of what lasts, a verb that tells is enough: "they
// deliberated for nine hours".
func alikeAround(a, b []retrieval.Word, v value.Value) []string {
	var words []string
	verbal, telling, deed := false, false, false
	for _, w := range a {
		related := func(o retrieval.Word) bool { return o.Stem == w.Stem || text.Related(o.Stem, w.Stem) }
		if !slices.ContainsFunc(b, related) {
			continue
		}
		words = append(words, w.Norm)
		tells := !w.IsCapital() && !lexicon.LightVerbs[w.Stem] && w.Stem != text.Stem(v.Unit)
		verbal, telling, deed = verbal || w.Verbal, telling || tells, deed || w.Verbal && tells
	}
	enough := verbal && telling && len(words) >= disputedStems || deed && v.Kind == value.Duration
	if !enough || 2*len(words) < min(len(a), len(b)) {
		return nil
	}
	return words
}

// askedAs is how a value is asked for; empty for values that nobody asks for.
func askedAs(v value.Value) string {
	switch {
	case v.Ordinal || v.When.Relative != "":
		return ""
	case v.Kind == value.Duration:
		return "How long"
	case v.Kind == value.Number && v.Unit != "":
		return "How many " + v.Unit
	case v.Kind == value.Date && v.When.Weekday != "":
		return "On which day"
	case v.Kind == value.Date:
		return "When"
	}
	return ""
}

// key is what a difference is about with its values, whatever their order.
func (d *difference) key() string {
	values := []string{}
	for _, c := range d.claims {
		values = append(values, text.Fold(c.value))
	}
	slices.Sort(values)
	return d.about + ": " + strings.Join(values, "; ")
}

// findDisputes answers what articles disagree on: about a topic, or at all. It returns
// nil where they do not, as far as can be told.
func (e *Engine) findDisputes(ctx context.Context, topic string) (*found, error) {
	topics := []string{topic}
	if topic == "" {
		var err error
		if topics, err = e.lastTitles(ctx); err != nil {
			return nil, err
		}
	}
	all, err := e.disputes(ctx, topics)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	first := all[0]
	for _, f := range all[1:] {
		first.draft.more = append(first.draft.more, f.draft.differ)
	}
	return first, nil
}

// lastTitles are the titles of the last articles.
func (e *Engine) lastTitles(ctx context.Context) ([]string, error) {
	list, err := e.articles.Articles(ctx)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(list, func(a, b store.ArticleInfo) int { return cmp.Compare(b.Published, a.Published) })
	var titles []string
	for _, a := range list[:min(len(list), disputedTitles)] {
		titles = append(titles, a.Title)
	}
	return titles, nil
}
