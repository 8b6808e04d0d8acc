package answer

import (
	"cmp"
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/prompt"
	"sherpa/answer/verify"
	"sherpa/internal/text"
)

// passageSpan is a run of neighbouring sentences that a statement cites.
type passageSpan struct {
	passage   int
	first     int // the place of the first one in the passage as it was given
	sentences []*evidence.Evidence
	// before is how many of the sentences were taken in to name what the others
	// speak of.
	before int
}

// maxSpan is the length of a span at the most, in bytes: a longer one would bear
// out what its sentences say of different things.
const maxSpan = 900

// spans are the citations of a statement, neighbours joined. What cites nothing
// that was given counts for nothing.
func (m *material) spans(cited []prompt.Ref) []*passageSpan {
	refs := slices.Clone(cited)
	slices.SortStableFunc(refs, func(a, b prompt.Ref) int {
		return cmp.Or(cmp.Compare(a.Passage, b.Passage), cmp.Compare(a.Sentence, b.Sentence))
	})
	refs = slices.Compact(refs)
	var spans []*passageSpan
	for _, r := range refs {
		e := m.at(r)
		if e == nil {
			continue
		}
		if n := len(spans); n > 0 && spans[n-1].takes(r, e) {
			spans[n-1].sentences = append(spans[n-1].sentences, e)
			continue
		}
		spans = append(spans, &passageSpan{passage: r.Passage, first: r.Sentence, sentences: []*evidence.Evidence{e}})
	}
	slices.SortStableFunc(spans, func(a, b *passageSpan) int { return cmp.Compare(a.order(cited), b.order(cited)) })
	return spans
}

// takes reports whether a sentence goes on where the span ends.
func (s *passageSpan) takes(r prompt.Ref, e *evidence.Evidence) bool {
	return s.passage == r.Passage && s.first+len(s.sentences) == r.Sentence && e.Sentence.End-s.sentences[0].Sentence.Start <= maxSpan
}

// order is the place of the span's first mention among the citations.
func (s *passageSpan) order(cited []prompt.Ref) int {
	return slices.IndexFunc(cited, func(r prompt.Ref) bool {
		return r.Passage == s.passage && r.Sentence >= s.first && r.Sentence < s.first+len(s.sentences)
	})
}

// extend takes in the sentence before: it may have the name that a pronoun of the
// span stands for. It returns false if there is none.
func (s *passageSpan) extend(m *material) bool {
	before := m.at(prompt.Ref{Passage: s.passage, Sentence: s.first - 1})
	if before == nil || s.before >= maxBefore || s.span().End-before.Sentence.Start > maxSpan {
		return false
	}
	s.first--
	s.before++
	s.sentences = append([]*evidence.Evidence{before}, s.sentences...)
	return true
}

// maxBefore is how many sentences are taken in.
const maxBefore = 3

// span is the part of the passage that is cited.
func (s *passageSpan) span() text.Span {
	return text.Span{Start: s.sentences[0].Sentence.Start, End: s.sentences[len(s.sentences)-1].Sentence.End}
}

// text is what stands there.
func (s *passageSpan) text() string { return s.span().Of(s.sentences[0].Passage().Text) }

// cited is the span for holding a statement against it.
func (s *passageSpan) cited() verify.Cited {
	p := s.sentences[0].Passage()
	start := s.sentences[s.before].Sentence.Start
	return verify.Cited{
		Text: text.Span{Start: start, End: s.span().End}.Of(p.Text), Before: text.Span{Start: s.span().Start, End: start}.Of(p.Text),
		Title: s.sentences[0].Hit.Article.Title, Words: p.Words,
	}
}

// retold reports whether the spans say what a statement says, after sentences before
// them were taken in if need be.
func (m *material) retold(statement string, spans []*passageSpan) bool {
	cited := func() []verify.Cited {
		all := make([]verify.Cited, len(spans))
		for i, s := range spans {
			all[i] = s.cited()
		}
		return all
	}
	return verify.Retells(statement, cited(), func() []verify.Cited {
		if !extendAll(spans, m) {
			return nil
		}
		return cited()
	})
}

// extendAll takes in a sentence before each of the spans, and returns false if there
// is none.
func extendAll(cited []*passageSpan, m *material) bool {
	extended := false
	for _, c := range cited {
		extended = c.extend(m) || extended
	}
	return extended
}
