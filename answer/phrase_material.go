package answer

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"sherpa/answer/draft"
	"sherpa/answer/evidence"
	"sherpa/answer/prompt"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Limits of what a model reads.
const (
	maxPassages = 8
	// maxPassage is the length of a passage, in code points.
	maxPassage = 1200
)

// material is what a model reads, and what its citations stand for.
type material struct {
	passages []prompt.Passage
	// sentences are those of the passages, in the same order.
	sentences [][]*evidence.Evidence
	// language is that of most of the articles.
	language string
}

// newMaterial takes the passages of the draft's sentences, and then those that
// were found, best first.
func newMaterial(f *found) *material {
	m := &material{language: languageOf(f.res.Hits)}
	taken := map[*retrieval.Hit]bool{}
	take := func(e *evidence.Evidence) {
		if len(m.passages) < maxPassages && !taken[e.Hit] {
			taken[e.Hit] = true
			m.take(f, e)
		}
	}
	for _, e := range restsOn(f.draft) {
		take(e)
	}
	for _, e := range f.all {
		take(e)
	}
	return m
}

// restsOn are the sentences that the draft rests on, those first that say most.
func restsOn(d *draft.Draft) []*evidence.Evidence {
	var list, also []*evidence.Evidence
	for _, s := range d.Statements {
		list, also = append(list, s.Lead), append(also, s.Also...)
	}
	if d.Differ != nil {
		for _, c := range d.Differ.Claims {
			list = append(list, c.Sources...)
		}
	}
	return append(list, also...)
}

// take adds the passage of a sentence: all of it, or what stands around the
// sentence.
func (m *material) take(f *found, e *evidence.Evidence) {
	var around []*evidence.Evidence
	for _, other := range f.all {
		if other.Hit == e.Hit {
			around = append(around, other)
		}
	}
	slices.SortFunc(around, func(a, b *evidence.Evidence) int { return cmp.Compare(a.At, b.At) })
	from, to := window(around, e.At)
	p := prompt.Passage{Title: e.Hit.Article.Title, Publisher: e.Hit.Article.Publisher, Published: e.Hit.Article.Published}
	for _, s := range around[from:to] {
		p.Sentences = append(p.Sentences, s.Text())
	}
	m.passages = append(m.passages, p)
	m.sentences = append(m.sentences, around[from:to])
}

// window are the sentences around one that fit into a passage.
func window(all []*evidence.Evidence, at int) (from, to int) {
	length := func(i int) int { return utf8.RuneCountInString(all[i].Text()) + 1 }
	from, to = at, at+1
	for left := maxPassage - length(at); ; {
		switch {
		case to < len(all) && length(to) <= left:
			left -= length(to)
			to++
		case from > 0 && length(from-1) <= left:
			from--
			left -= length(from)
		default:
			return from, to
		}
	}
}

// at is the sentence that a citation stands for; nil if there is none.
func (m *material) at(r prompt.Ref) *evidence.Evidence {
	if r.Passage < 0 || r.Passage >= len(m.sentences) || r.Sentence < 0 || r.Sentence >= len(m.sentences[r.Passage]) {
		return nil
	}
	return m.sentences[r.Passage][r.Sentence]
}

// languageOf is the language of most of the articles; English where they do not
// say.
func languageOf(hits []retrieval.Hit) string {
	count, most := map[string]int{}, "en"
	for i := range hits {
		lang := articleLanguage(&hits[i])
		if lang != "" {
			count[lang]++
		}
		if count[lang] > count[most] {
			most = lang
		}
	}
	return most
}

// articleLanguage is the language that the article of a passage gives, or the passage's own.
func articleLanguage(hit *retrieval.Hit) string {
	if lang := baseLanguage(hit.Article.Lang); lang != "" {
		return lang
	}
	lang, _ := text.Language(hit.Passage.Text)
	return lang
}

// baseLanguage is the language of a locale ("pt" of "pt-BR").
func baseLanguage(locale string) string {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(locale)), "_", "-"), "-")
	return base
}

// answerable are the languages that answers are given in, since statements can be
// verified in them.
var answerable = text.WordSet(`en es fr de ru uk`)

// answerLanguage is the question's own language if it shows, else the asker's,
// where answers can be given in it, and else that of the articles.
func answerLanguage(qn Question, ofArticles string) string {
	if lang, sure := text.Language(qn.Text); sure {
		return lang
	}
	if lang := baseLanguage(qn.Language); answerable[lang] {
		return lang
	}
	return ofArticles
}
