package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"sherpa/answer/disagreement"
	"sherpa/answer/evidence"
	"sherpa/answer/gate"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/store"
)

const (
	// maxDisputed is how many questions are put to find what articles disagree on,
	// maxWhether how many of them that ask for no value, and maxDisputes how many
	// disagreements are shown.
	maxDisputed, maxWhether, maxDisputes = 100, 60, 5
	// disputedTitles is how many articles, the last ones, are searched for where no
	// topic is given.
	disputedTitles = 20
	// disputedStems is how many telling words two sentences share at least that may
	// give different values for one thing.
	disputedStems = 2
)

// dispute is a question to which two sentences may give different values, or one says
// yes or no to it (whether).
type dispute struct {
	question string
	a, b     *evidence.Evidence
	whether  bool
}

// disputes finds what articles disagree on. What sentences on the topics say of their
// values is asked for, and counts if the answer would be a disagreement that they are
// sides of.
func (e *Engine) disputes(ctx context.Context, topics []string) ([]*found, error) {
	oneStory, err := e.oneStory(ctx)
	if err != nil {
		return nil, err
	}
	sentences, whether, err := e.sentencesOn(ctx, topics, oneStory)
	if err != nil {
		return nil, err
	}
	var all []*found
	for _, d := range append(disputable(sentences, oneStory), whether...) {
		f, err := e.stands(ctx, d, oneStory)
		if err != nil {
			return nil, err
		}
		if f == nil || !among(f.draft.Differ, sentences) || slices.ContainsFunc(all, f.repeats) {
			continue
		}
		if all = append(all, f); len(all) == maxDisputes {
			break
		}
	}
	return all, nil
}

// stands is what is found for a dispute if it is a disagreement; else nil. A value that
// only one sentence's words have asked for, or what may be told of different stories,
// must be confirmed.
func (e *Engine) stands(ctx context.Context, d dispute, oneStory bool) (*found, error) {
	f, err := e.differing(ctx, d.question)
	if err != nil || f == nil || !cites(f.draft.Differ, d.a) || !cites(f.draft.Differ, d.b) {
		return nil, err
	}
	if oneStory && (d.a != d.b || d.whether) {
		return f, nil
	}
	if ok, err := e.confirmed(ctx, f.draft.Differ, oneStory); !ok {
		return nil, err
	}
	return f, nil
}

// repeats reports whether two disagreements are one: a sentence is a side of both with
// one value, or they set the same values against each other.
func (f *found) repeats(o *found) bool {
	inOne := func(c disagreement.Claim) bool {
		return slices.ContainsFunc(o.draft.Differ.Claims, func(d disagreement.Claim) bool {
			return d.At == c.At && d.Sources[0].Passage().ID == c.Sources[0].Passage().ID
		})
	}
	return slices.ContainsFunc(f.draft.Differ.Claims, inOne) || key(f.draft.Differ) == key(o.draft.Differ)
}

// confirmed reports whether a disagreement that the words of one side have found is one
// for the others, too: asking in their words finds it again, or they give about as long.
func (e *Engine) confirmed(ctx context.Context, d *disagreement.Difference, oneStory bool) (bool, error) {
	for i, c := range d.Claims {
		other := d.Claims[(i+1)%len(d.Claims)]
		v, known := typed(c)
		w, also := typed(other)
		if !known || !also {
			return false, nil
		}
		if oneStory && closeTimes(v, w) {
			continue
		}
		if v.Kind == value.Date {
			return false, nil
		}
		question := askingFor(c.Sources[0], v)
		if question == "" {
			return false, nil
		}
		f, err := e.differing(ctx, question)
		if err != nil || f == nil || !cites(f.draft.Differ, c.Sources[0]) || !cites(f.draft.Differ, other.Sources[0]) {
			return false, err
		}
	}
	return true, nil
}

// closeTimes reports whether two times are of like size: durations in one unit, neither
// twice the other, or days of one week.
func closeTimes(v, w value.Value) bool {
	if v.Kind == value.Duration && w.Kind == value.Duration {
		return v.Unit == w.Unit && v.Low <= 2*w.Low && w.Low <= 2*v.Low
	}
	return isWeekday(v) && isWeekday(w)
}

func isWeekday(v value.Value) bool { return v.Kind == value.Date && v.When.Weekday != "" }

// typed is the value that the claim gives, in its first source.
func typed(c disagreement.Claim) (value.Value, bool) {
	for _, v := range c.Sources[0].Sentence.Values {
		if v.Start >= c.At.Start && v.Start < c.At.End {
			return v, true
		}
	}
	return value.Value{}, false
}

// cites reports whether a sentence is a source of one of the claims.
func cites(d *disagreement.Difference, e *evidence.Evidence) bool {
	same := func(o *evidence.Evidence) bool {
		return o.Passage().ID == e.Passage().ID && o.Sentence.Start == e.Sentence.Start
	}
	return slices.ContainsFunc(d.Claims, func(c disagreement.Claim) bool { return slices.ContainsFunc(c.Sources, same) })
}

// among reports whether some of the sentences give each of the claims.
func among(d *disagreement.Difference, sentences []*evidence.Evidence) bool {
	for _, c := range d.Claims {
		one := &disagreement.Difference{Claims: []disagreement.Claim{c}}
		if !slices.ContainsFunc(sentences, func(e *evidence.Evidence) bool { return cites(one, e) }) {
			return false
		}
	}
	return true
}

// disputable are the disputes that there may be among the sentences, those of the
// first ones first: where two have words in common, and where all articles tell one
// story, whatever another may say in words of its own.
func disputable(sentences []*evidence.Evidence, oneStory bool) []dispute {
	var all []dispute
	put := map[string]bool{}
	add := func(question string, a, b *evidence.Evidence) {
		if question != "" && !put[question] && len(all) < maxDisputed {
			put[question] = true
			all = append(all, dispute{question: question, a: a, b: b})
		}
	}
	sentences = slices.DeleteFunc(slices.Clone(sentences), func(s *evidence.Evidence) bool { return len(s.Sentence.Values) == 0 })
	for i, a := range sentences {
		for _, b := range sentences[i+1:] {
			if a.Article() != b.Article() {
				add(disputed(a, b), a, b)
			}
		}
	}
	if !oneStory {
		return all
	}
	for _, a := range sentences {
		for _, v := range a.Sentence.Values {
			add(askingFor(a, v), a, a)
		}
	}
	return all
}

// sentencesOn are the sentences on the topics, best first, and, where all articles tell one
// story, what they may be asked about that has no value.
func (e *Engine) sentencesOn(ctx context.Context, topics []string, oneStory bool) (sentences []*evidence.Evidence, whether []dispute, err error) {
	seen := map[string]bool{}
	for _, topic := range topics {
		res, err := e.searchFor(ctx, Question{}, topic)
		if err != nil {
			return nil, nil, err
		}
		q := question.New(res.Analysis)
		for _, s := range evidence.Gather(q, res.Hits) {
			key := s.Passage().ID + s.Text()
			if seen[key] || len(topics) == 1 && q.Cover(s.Context) < minTopicCover {
				continue
			}
			seen[key] = true
			sentences = append(sentences, s)
			if oneStory {
				whether = addWhether(s, whether, q, seen)
			}
		}
	}
	return sentences, whether, nil
}

// differing is what was found for a question if articles contradict each other on it
// and the answer would be given; else nil.
func (e *Engine) differing(ctx context.Context, question string) (*found, error) {
	res, err := e.searchFor(ctx, Question{}, question)
	if err != nil {
		return nil, err
	}
	f := e.newFound(ctx, res, frame{question: question}, Question{})
	if f.draft.Differ == nil || f.draft.Differ.Kind != "" || gate.Confidence(f.q, f.all, f.draft) < gate.Threshold {
		return nil, nil
	}
	return f, nil
}

// key is what a difference is about with its values, whatever their order.
func key(d *disagreement.Difference) string {
	values := []string{}
	for _, c := range d.Claims {
		values = append(values, text.Fold(c.Value))
	}
	slices.Sort(values)
	return d.About + ": " + strings.Join(values, "; ")
}

// findDisputes answers what articles disagree on: about a topic, in a kind of value, or at all. It returns
// nil where they do not, as far as can be told.
func (e *Engine) findDisputes(ctx context.Context, topic, aspect string) (*found, error) {
	topics := []string{topic}
	if topic == "" || aspect != "" {
		var err error
		if topics, err = e.lastTitles(ctx); err != nil {
			return nil, err
		}
	}
	all, err := e.disputes(ctx, topics)
	if aspect != "" {
		all = slices.DeleteFunc(all, func(f *found) bool { return f.draft.Differ.About != aspect })
	}
	if err != nil || len(all) == 0 {
		return nil, err
	}
	first := all[0]
	for _, f := range all[1:] {
		first.draft.More = append(first.draft.More, f.draft.Differ)
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
		titles = append(titles, title(a.Article))
	}
	return titles, nil
}
