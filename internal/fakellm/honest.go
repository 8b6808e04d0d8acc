package fakellm

import (
	"slices"
	"strings"
	"unicode"
)

// Honest is a model that does what it is told by its instructions and by nothing
// else: it answers with the sentences that fit the question best, word for word
// and each with its citation token, and declines where none fits. Where the
// answer is to be in another language than the articles it quotes them. A
// question that is to be put into other words it leaves as it is.
func Honest(p Prompt) string {
	m := read(p)
	if m.rephrase {
		return rephrased{m.question, languageOf(m.question)}.write(p.Schema)
	}
	var a answer
	for _, s := range best(m) {
		a.Answerable = true
		a.Statements = append(a.Statements, statement{m.worded(s.text), []string{s.token}})
	}
	return a.write(p.Schema)
}

// languageOf tells Russian by its letters, and takes all else for English.
func languageOf(text string) string {
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
		return "ru"
	}
	return "en"
}

// quoting are words before a quotation, by language.
var quoting = map[string]string{
	"German": "Im Artikel steht:", "Spanish": "El artículo dice:", "French": "Selon l’article :",
	"Russian": "В статье сказано:", "Ukrainian": "У статті сказано:",
}

// worded is a sentence of an article as it stands in the answer.
func (m material) worded(text string) string {
	lead := quoting[m.language]
	if !m.translated || lead == "" || strings.ContainsAny(text, `“”"`) {
		return text
	}
	return lead + " “" + text + "”"
}

// The most sentences that an honest answer has, and how good the others have to
// be beside the best one.
const (
	mostSentences = 3
	goodEnough    = 0.7
)

// best are the sentences that fit the question best, in the order of the prompt.
func best(m material) []sentence {
	asked := stems(m.question)
	spread := map[string]int{}
	for _, s := range m.sentences {
		for stem := range stems(s.text) {
			spread[stem]++
		}
	}
	scores := make([]float64, len(m.sentences))
	for i, s := range m.sentences {
		for stem := range stems(s.text) {
			if asked[stem] {
				scores[i] += 1 + 1/float64(spread[stem])
			}
		}
		if scores[i] > 0 && wants(m.question, s.text) {
			scores[i] += 0.5
		}
	}
	if list := above(m.sentences, scores); len(list) > 0 || !m.translated || len(m.sentences) == 0 {
		return list
	}
	return m.sentences[:1] // the question has no word in common with articles in another language
}

// above are the sentences whose scores come near the best one.
func above(sentences []sentence, scores []float64) (list []sentence) {
	if len(scores) == 0 {
		return nil
	}
	ranked := slices.Clone(scores)
	slices.Sort(ranked)
	slices.Reverse(ranked)
	least := max(ranked[0]*goodEnough, ranked[min(mostSentences, len(ranked))-1])
	for i, s := range sentences {
		if scores[i] > 0 && scores[i] >= least && len(list) < mostSentences {
			list = append(list, s)
		}
	}
	return list
}

// idle are words that say nothing of what a question is about.
var idle = words(`the a an of in on at to for from by with and or is are was were be been did do does has have had it its
	this that these those who whom whose what when where why which how many much long there any his her their`)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// stems are the beginnings of the words of a text that say what it is about.
func stems(text string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if idle[word] {
			continue
		}
		runes := []rune(word)
		set[string(runes[:min(stem, len(runes))])] = true
	}
	return set
}

// wants says whether a sentence has what a question asks for: a number, a date.
func wants(question, text string) bool {
	question = strings.ToLower(question)
	for _, of := range []string{"how many", "how much", "how long", "when", "what year", "what time", "how old"} {
		if strings.HasPrefix(question, of) {
			return strings.ContainsFunc(text, unicode.IsDigit)
		}
	}
	return false
}
