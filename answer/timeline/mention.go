package timeline

import (
	"strings"

	"sherpa/answer/clause"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
	"sherpa/store"
)

// Article is an article with the dates that its sentences give.
type Article struct {
	store.Article // without its text
	TitleWords    []retrieval.Word
	// written is when the article was written, as far as can be believed.
	written  value.Written
	mentions []*Mention
	most     int // bytes of what is quoted of a sentence
}

// Mention is a date in a sentence, with what happens on it.
type Mention struct {
	Article *Article
	Passage store.Passage
	// sentence, span and at are places in the passage: of the sentence, of the
	// part that is quoted, and of the date.
	sentence, Span text.Span
	at             value.Value
	// Words are the sentence's; says are the telling ones of them, clause those of
	// the date's clause, and near those that stand close to the date.
	Words              []retrieval.Word
	says, clause, near tellingWords
	when               value.When
	tense              value.Tense
	// tie is the date that another article gives for the same event, if any.
	tie *value.When
	// inferred is set when the sentence alone does not give the whole date.
	inferred bool
}

// Quote is the sentence, or the part of it that is short enough.
func (m *Mention) Quote() string { return m.Span.Of(m.Passage.Text) }

// Read reads the sentences of an article; what is quoted of one is cut to most
// bytes.
func Read(a store.Article, passages []store.Passage, most int) *Article {
	d := &Article{Article: a, most: most, TitleWords: stemmed(text.Words(a.Title)), written: OwnDate(a)}
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
func (d *Article) readSentence(p store.Passage, s text.Span, words []text.Word) {
	var own []retrieval.Word
	for _, v := range value.FindIn(p.Text, words) {
		if v.Kind != value.Date || isNowadays(p.Text, s, v) || isBeforeChrist(p.Text[v.End:s.End]) || Recurs(p.Text[s.Start:v.Start]) {
			continue
		}
		if v.When.Year == 0 && ofThatYear(p.Text[v.End:s.End]) {
			v.When.Year = d.lastYear()
		}
		if own == nil {
			own = stemmed(words)
		}
		m := &Mention{Article: d, Passage: p, sentence: s, Span: s, at: v, Words: own, when: v.When}
		if m.place(); len(m.says) >= leastSaid {
			d.mentions = append(d.mentions, m)
		}
	}
}

// Recurs reports whether what stands before a day makes it one of many: "every
// Sunday".
func Recurs(before string) bool {
	words := text.Words(before)
	return len(words) > 0 && recurring[words[len(words)-1].Norm]
}

var recurring = text.WordSet(`every each`)

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
func (d *Article) lastYear() int {
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
// quoted to the most.
func (m *Mention) place() {
	cl := clause.Split(m.Passage.Text, m.Words)
	first, next := m.dateWords()
	k := 0
	for k+1 < len(cl) && cl[k].End <= first {
		k++
	}
	c := cl[k]
	if k == 0 && k+1 < len(cl) && c.Len() <= DatelineWords {
		c.End = cl[k+1].End // "Alaska, August 2025 – …": it dates what follows
	}
	m.says = telling(m.Words)
	m.clause = telling(m.Words[c.Start:c.End])
	m.near = telling(m.Words[max(c.Start, first-nearWords):min(c.End, next+nearWords)])
	m.tense = TenseOf(m.Words[c.Start:c.End], first-c.Start, next-c.Start)
	if m.Span.Len() > m.Article.most {
		m.Span = m.cut(cl, k)
	}
}

// DatelineWords is how many words a dateline has at the most.
const DatelineWords = 6

// dateWords are the first word of the date and the one after it.
func (m *Mention) dateWords() (first, next int) {
	for first < len(m.Words)-1 && m.Words[first].End <= m.at.Start {
		first++
	}
	next = first + 1
	for next < len(m.Words) && m.Words[next].Start < m.at.End {
		next++
	}
	return first, next
}

// cut is the clause k with as many of its neighbours as fit into what is quoted at the most.
func (m *Mention) cut(cl []text.Span, k int) text.Span {
	from, to := k, k
	for {
		switch {
		case to+1 < len(cl) && m.part(cl, from, to+1).Len() <= m.Article.most:
			to++
		case from > 0 && m.part(cl, from-1, to).Len() <= m.Article.most:
			from--
		default:
			return m.around(m.part(cl, from, to))
		}
	}
}

// part is the place of the clauses from to and with to.
func (m *Mention) part(cl []text.Span, from, to int) text.Span {
	span := text.Span{Start: m.Words[cl[from].Start].Start, End: m.Words[cl[to].End-1].End}
	if to == len(cl)-1 {
		span.End = m.sentence.End
	}
	if from == 0 {
		span.Start = m.sentence.Start
	}
	return span
}

// around cuts a clause that is too long itself to whole words around the date.
func (m *Mention) around(span text.Span) text.Span {
	if span.Len() <= m.Article.most {
		return span
	}
	first, next := m.dateWords()
	cut := m.at.Span
	for grown := true; grown; {
		grown = false
		if first > 0 && m.Words[first-1].Start >= span.Start && cut.End-m.Words[first-1].Start <= m.Article.most {
			first--
			cut.Start, grown = m.Words[first].Start, true
		}
		if next < len(m.Words) && m.Words[next].End <= span.End && m.Words[next].End-cut.Start <= m.Article.most {
			cut.End, grown = m.Words[next].End, true
			next++
		}
	}
	return cut
}
