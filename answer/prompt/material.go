package prompt

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The bounds of what a prompt holds, in code points where they measure text.
const (
	// MaxPassages is how many passages a model is given.
	MaxPassages = 8
	// MaxPassage is how long the sentences of one passage may be together.
	MaxPassage = 1200
	// MaxSentences is how many sentences of one passage are given.
	MaxSentences = 40
	// MaxQuestion is how long a question may be; the rest is cut off.
	MaxQuestion = 500

	maxTitle     = 200
	maxPublisher = 100
	maxPublished = 40
	maxDiffer    = 80
)

// Passage is a part of an article, sentence by sentence.
type Passage struct {
	Title, Publisher, Published string
	Sentences                   []string
}

// Material is what an answer is to be made of.
type Material struct {
	Question string
	// Passages are the passages, best first. Those past MaxPassages are left out,
	// and so are the sentences of each past MaxPassage code points.
	Passages []Passage
	// Language is the language of the answer ("ru"), ArticleLanguage that of the
	// articles ("en").
	Language, ArticleLanguage string
	// Differ says that the sources are known to disagree, and on what
	// ("duration"); it is empty if they are not.
	Differ string
}

// given is material as it stands in a prompt.
type given struct {
	Fence, Mark string
	Language    string
	Question    string
	Differ      string
	Passages    []givenPassage
}

// givenPassage is a passage with what is said about it.
type givenPassage struct {
	About     []about
	Sentences []givenSentence
}

// about is a line about an article, which cannot be cited.
type about struct{ Name, Text string }

// givenSentence is a sentence that can be cited.
type givenSentence struct {
	Token, Text string
	ref         Ref
}

// giving cleans and bounds the material. Passages without sentences are left out.
func giving(m Material) given {
	g := given{
		Language: languageName(m.Language),
		Question: bounded(oneLine(m.Question), MaxQuestion),
		Differ:   bounded(oneLine(m.Differ), maxDiffer),
	}
	for i, p := range m.Passages {
		sentences := givingSentences(i, p.Sentences)
		if len(sentences) == 0 {
			continue
		}
		g.Passages = append(g.Passages, givenPassage{About: aboutOf(p), Sentences: sentences})
		if len(g.Passages) == MaxPassages {
			break
		}
	}
	return g
}

// givingSentences takes whole sentences until the next would be too much.
func givingSentences(passage int, sentences []string) (taken []givenSentence) {
	length := 0
	for i, s := range sentences {
		s = oneLine(s)
		if s == "" {
			continue
		}
		length += utf8.RuneCountInString(s)
		if length > MaxPassage || len(taken) == MaxSentences {
			break
		}
		taken = append(taken, givenSentence{Text: s, ref: Ref{Passage: passage, Sentence: i}})
	}
	return taken
}

func aboutOf(p Passage) []about {
	lines := []about{
		{"Title", bounded(oneLine(p.Title), maxTitle)},
		{"Publisher", bounded(oneLine(p.Publisher), maxPublisher)},
		{"Published", bounded(oneLine(p.Published), maxPublished)},
	}
	return slices.DeleteFunc(lines, func(a about) bool { return a.Text == "" })
}

// foreign is every text in it that strangers wrote.
func (g *given) foreign() []string {
	texts := []string{g.Question, g.Differ}
	for _, p := range g.Passages {
		for _, a := range p.About {
			texts = append(texts, a.Text)
		}
		for _, s := range p.Sentences {
			texts = append(texts, s.Text)
		}
	}
	return slices.DeleteFunc(texts, func(s string) bool { return strings.TrimSpace(s) == "" })
}
