package answer

import (
	"context"
	"strings"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
	"sherpa/store"
)

// datedArticle is an article with the dates that its sentences give.
type datedArticle struct {
	store.Article // without its text
	title         []retrieval.Word
	// written is when the article was written, as far as can be believed.
	written  value.Written
	mentions []*mention
}

// mention is a date in a sentence, with what happens on it.
type mention struct {
	article *datedArticle
	passage store.Passage
	// sentence, span and at are places in the passage: of the sentence, of the
	// part that is quoted, and of the date.
	sentence, span text.Span
	at             value.Value
	// words are the sentence's; says are the telling ones of them, clause those of
	// the date's clause, and near those that stand close to the date.
	words              []retrieval.Word
	says, clause, near tellingWords
	when               value.When
	tense              value.Tense
	// tie is the date that another article gives for the same event, if any.
	tie *value.When
	// inferred is set when the sentence alone does not give the whole date.
	inferred bool
}

// quote is the sentence, or the part of it that is short enough.
func (m *mention) quote() string { return m.span.Of(m.passage.Text) }

// datedArticles reads all articles.
func (e *Engine) datedArticles(ctx context.Context) ([]*datedArticle, error) {
	infos, err := e.articles.Articles(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]*datedArticle, 0, len(infos))
	for _, info := range infos {
		passages, err := e.articles.Passages(ctx, info.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, readDates(info.Article, passages))
	}
	return all, nil
}

func readDates(a store.Article, passages []store.Passage) *datedArticle {
	d := &datedArticle{Article: a, title: stemmed(text.Words(a.Title)), written: ownDate(a)}
	for _, p := range passages {
		words := text.Words(p.Text)
		next := 0
		for _, s := range text.Sentences(p.Text) {
			first := next
			for next < len(words) && words[next].Start < s.End {
				next++
			}
			d.readSentence(p, s, words[first:next])
		}
	}
	return d
}

// readSentence adds the dates of a sentence.
func (d *datedArticle) readSentence(p store.Passage, s text.Span, words []text.Word) {
	var own []retrieval.Word
	for _, v := range value.FindIn(p.Text, words) {
		if v.Kind != value.Date || isNowadays(p.Text, s, v) || isBeforeChrist(p.Text[v.End:s.End]) || recurs(p.Text[s.Start:v.Start]) {
			continue
		}
		if v.When.Year == 0 && ofThatYear(p.Text[v.End:s.End]) {
			v.When.Year = d.lastYear()
		}
		if own == nil {
			own = stemmed(words)
		}
		m := &mention{article: d, passage: p, sentence: s, span: s, at: v, words: own, when: v.When}
		if m.place(); len(m.says) >= leastSaid {
			d.mentions = append(d.mentions, m)
		}
	}
}

// recurs reports whether what stands before a day makes it one of many: "every
// Sunday".
func recurs(before string) bool {
	words := text.Words(before)
	return len(words) > 0 && recurring[words[len(words)-1].Norm]
}

var recurring = wordSet(`every each`)

// ofThatYear reports whether what follows a month or a day gives it the year that
// was told before: "in June of that year".
func ofThatYear(after string) bool {
	for _, lead := range []string{" of that year", " of the same year", " that year", " the same year"} {
		if strings.HasPrefix(after, lead) {
			return true
		}
	}
	return false
}

// lastYear is the year of the last date; 0 if that gives none.
func (d *datedArticle) lastYear() int {
	if len(d.mentions) == 0 {
		return 0
	}
	return d.mentions[len(d.mentions)-1].at.When.Year
}

// leastSaid is how many telling words a sentence needs to say what happened: "Born
// 1867." and "(1455–1536)" do not.
const leastSaid = 2

// isBeforeChrist reports whether what follows a year or a century puts it before
// our era, for which an event's date has no form.
func isBeforeChrist(after string) bool {
	for _, w := range text.Words(after[:min(len(after), len(" B.C.E."))]) {
		norm := strings.ReplaceAll(w.Norm, ".", "")
		return norm == "bc" || norm == "bce"
	}
	return false
}

// isNowadays reports whether a relative day dates nothing: "Today, it serves …"
// speaks of a state, "today's talks" names the talks, and “We met today” is quoted.
func isNowadays(s string, sentence text.Span, v value.Value) bool {
	if v.When.Relative == "" {
		return false
	}
	after := s[v.End:]
	for _, mark := range []string{"'s", "’s"} {
		if strings.HasPrefix(after, mark) || strings.HasSuffix(v.Of(s), mark) {
			return true
		}
	}
	if strings.Count(s[sentence.Start:v.Start], "“") > strings.Count(s[sentence.Start:v.Start], "”") {
		return true // who is quoted may have said it on another day
	}
	return v.When.Relative == "today" && v.Start == sentence.Start && strings.HasPrefix(after, ",")
}

func stemmed(words []text.Word) []retrieval.Word {
	out := make([]retrieval.Word, len(words))
	for i, w := range words {
		out[i] = retrieval.Word{Word: w, Stem: text.Stem(w.Norm), Stop: text.IsStop(w.Norm)}
	}
	return out
}

// nearWords is how many words before and after a date are near it.
const nearWords = 6

// place finds the clause of the date and the words near it, and cuts what is
// quoted to maxStatement.
func (m *mention) place() {
	cl := clauses(m.passage.Text, m.words)
	first, next := m.dateWords()
	k := 0
	for k+1 < len(cl) && cl[k].End <= first {
		k++
	}
	c := cl[k]
	if k == 0 && k+1 < len(cl) && c.Len() <= datelineWords {
		c.End = cl[k+1].End // "Alaska, August 2025 – …": it dates what follows
	}
	m.says = telling(m.words)
	m.clause = telling(m.words[c.Start:c.End])
	m.near = telling(m.words[max(c.Start, first-nearWords):min(c.End, next+nearWords)])
	m.tense = tenseOf(m.words[c.Start:c.End], first-c.Start, next-c.Start)
	if m.span.Len() > maxStatement {
		m.span = m.cut(cl, k)
	}
}

// datelineWords is how many words a dateline has at the most.
const datelineWords = 6

// dateWords are the first word of the date and the one after it.
func (m *mention) dateWords() (first, next int) {
	for first < len(m.words)-1 && m.words[first].End <= m.at.Start {
		first++
	}
	next = first + 1
	for next < len(m.words) && m.words[next].Start < m.at.End {
		next++
	}
	return first, next
}

// cut is the clause k with as many of its neighbours as fit into maxStatement.
func (m *mention) cut(cl []text.Span, k int) text.Span {
	from, to := k, k
	for {
		switch {
		case to+1 < len(cl) && m.part(cl, from, to+1).Len() <= maxStatement:
			to++
		case from > 0 && m.part(cl, from-1, to).Len() <= maxStatement:
			from--
		default:
			return m.around(m.part(cl, from, to))
		}
	}
}

// part is the place of the clauses from to and with to.
func (m *mention) part(cl []text.Span, from, to int) text.Span {
	span := text.Span{Start: m.words[cl[from].Start].Start, End: m.words[cl[to].End-1].End}
	if to == len(cl)-1 {
		span.End = m.sentence.End
	}
	if from == 0 {
		span.Start = m.sentence.Start
	}
	return span
}

// around cuts a clause that is too long itself to whole words around the date.
func (m *mention) around(span text.Span) text.Span {
	if span.Len() <= maxStatement {
		return span
	}
	first, next := m.dateWords()
	cut := m.at.Span
	for grown := true; grown; {
		grown = false
		if first > 0 && m.words[first-1].Start >= span.Start && cut.End-m.words[first-1].Start <= maxStatement {
			first--
			cut.Start, grown = m.words[first].Start, true
		}
		if next < len(m.words) && m.words[next].End <= span.End && m.words[next].End-cut.Start <= maxStatement {
			cut.End, grown = m.words[next].End, true
			next++
		}
	}
	return cut
}
