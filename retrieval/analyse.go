package retrieval

import (
	"strings"
	"unicode"

	"sherpa/internal/text"
)

// Limits of a question's terms, so that no question can be slow: FTS5's parser
// is quadratic in them.
const (
	maxTerms    = 32
	maxTermSize = 64 // runes
)

// Term is a word of the question that is searched for.
type Term struct {
	// Norm is the folded word, after correction.
	Norm string
	// Stem is its stem (text.Stem).
	Stem string
	// Asked is what was typed, where it was corrected.
	Asked string
	// Variants are other spellings of the name in the corpus.
	Variants []string
	// IDF weighs the term: how few passages have it.
	IDF float64
	// Known says that the corpus has the word in some form.
	Known bool
	// Name says that it is a proper name, as typed or as the corpus writes it.
	Name bool
	// Acronym says that it was typed as one: "NATO", "UN".
	Acronym bool
	// At is its place among the question's words.
	At int
}

// Matches reports whether a word of a passage is this term in some form.
func (t *Term) Matches(w Word) bool {
	if w.Stem == t.Stem || w.Norm == t.Norm {
		return true
	}
	for _, v := range t.Variants {
		if v == w.Norm {
			return true
		}
	}
	return false
}

// Analysis is what the question asks, as far as its wording tells.
type Analysis struct {
	// Text is the cleaned question.
	Text string
	// Words are all its words, folded and corrected.
	Words []string
	Kind  Kind
	// Terms are the words that say what the question is about, in order.
	Terms []Term
	// Focus are the words after "what", "which" or "how many": what is asked
	// for ("nuclear treaty").
	Focus []string
	// Phrases are the parts in quotation marks.
	Phrases []string
}

// Corrections are the terms that were corrected.
func (a *Analysis) Corrections() []Term {
	var fixed []Term
	for _, t := range a.Terms {
		if t.Asked != "" {
			fixed = append(fixed, t)
		}
	}
	return fixed
}

// TotalIDF is the sum of the terms' weights.
func (a *Analysis) TotalIDF() float64 {
	sum := 0.0
	for i := range a.Terms {
		sum += a.Terms[i].IDF
	}
	return sum
}

// analyse reads a question with the help of the corpus's vocabulary.
func (v *vocabulary) analyse(question string) Analysis {
	question = text.Squeeze(text.Clean(question))
	words := text.Words(question)
	if len(words) > maxTerms*8 {
		words = words[:maxTerms*8]
	}
	a := Analysis{Text: question, Phrases: quotedPhrases(question)}
	asked := v.readWords(&a, words)
	form := readForm(a.Words, func(i int) bool { return v.isName(words, a.Words, i) })
	a.Kind = form.kind
	for _, i := range form.focus {
		if !text.IsStop(a.Words[i]) {
			a.Focus = append(a.Focus, a.Words[i])
		}
	}
	v.pickTerms(&a, words, asked, form.asks)
	return a
}

// readWords folds and corrects the words and returns what was typed for those
// that were corrected.
func (v *vocabulary) readWords(a *Analysis, words []text.Word) map[int]string {
	asked := map[int]string{}
	a.Words = make([]string, len(words))
	for i, w := range words {
		a.Words[i] = w.Norm
		if verb, ok := lightPhrase(words, i); ok {
			a.Words[i] = verb
			if prev := a.Words[i-1]; takes[prev] {
				a.Words[i-1] = ""
			}
			continue
		}
		if stop, ok := slipOfStop(w.Norm); ok && !v.has(w.Norm) {
			a.Words[i] = stop
			continue
		}
		if text.IsStop(w.Norm) || questionWords[w.Norm] || auxiliaries[w.Norm] || v.keepsName(w) {
			continue
		}
		if fixed, ok := fixQuestionWord(w.Norm, i); ok {
			a.Words[i] = fixed
		} else if fixed, ok := v.correct(w.Norm); ok {
			a.Words[i], asked[i] = fixed, w.Norm
		}
	}
	return asked
}

// keepsName reports whether a word is a spelling of a name that the corpus has
// in other spellings: it is a variant, not a slip.
func (v *vocabulary) keepsName(w text.Word) bool {
	return !v.has(w.Norm) && len(w.Norm) > 3 && len(v.variants(w.Norm)) > 0
}

// fixQuestionWord corrects a misspelt question word at the beginning.
func fixQuestionWord(norm string, i int) (string, bool) {
	if i > 1 {
		return "", false
	}
	fixed, ok := misspeltQuestionWords[norm]
	return fixed, ok
}

var misspeltQuestionWords = map[string]string{
	"wher": "where", "whre": "where", "wehre": "where", "were's": "where", "wen": "when", "whn": "when", "wehn": "when", "wat": "what", "waht": "what",
	"wht": "what", "whta": "what", "hwo": "who", "woh": "who", "wich": "which", "whcih": "which", "hw": "how", "hwy": "why", "wy": "why", "y": "why",
	"whos": "who's", "whats": "what's", "wheres": "where's", "wut": "what", "wot": "what",
}

// isName reports whether word i of the question is a proper name: capital in
// the middle of the question, or mostly capital in the corpus.
func (v *vocabulary) isName(words []text.Word, norms []string, i int) bool {
	if w, ok := v.words[norms[i]]; ok {
		return !text.IsStop(norms[i]) && (w.name || w.capital && i > 0 && words[i].IsCapital())
	}
	if text.IsStop(norms[i]) {
		return false
	}
	return words[i].IsCapital() && i > 0 || len(v.variants(norms[i])) > 0
}

// pickTerms chooses the words to search for: all that are neither common nor
// part of the asking. A question of common words alone is searched by them.
func (v *vocabulary) pickTerms(a *Analysis, words []text.Word, asked map[int]string, asks map[int]bool) {
	seen := map[string]bool{}
	for i, norm := range a.Words {
		if norm == "" || asks[i] || text.IsStop(norm) || seen[norm] || len(a.Terms) == maxTerms || !v.searchable(norm) {
			continue
		}
		seen[norm] = true
		a.Terms = append(a.Terms, v.term(words, a.Words, i, asked[i]))
	}
	if len(a.Terms) > 0 {
		return
	}
	for i, norm := range a.Words {
		if norm != "" && !seen[norm] && len(a.Terms) < maxTerms {
			seen[norm] = true
			a.Terms = append(a.Terms, v.term(words, a.Words, i, asked[i]))
		}
	}
}

// searchable leaves out single letters and words beyond any dictionary.
func (v *vocabulary) searchable(norm string) bool {
	if len(norm) > maxTermSize*4 {
		return false
	}
	return len(norm) > 1 || norm >= "0" && norm <= "9" || text.HasUnspaced(norm)
}

func (v *vocabulary) term(words []text.Word, norms []string, i int, asked string) Term {
	t := Term{Norm: norms[i], Stem: v.stem(norms[i]), Asked: asked, At: i, Name: v.isName(words, norms, i)}
	t.Acronym = isAcronym(words[i].Text)
	if t.Name {
		t.Variants = v.variants(t.Norm)
	}
	n := v.stems[t.Stem]
	for _, other := range t.Variants {
		n += v.words[other].passages
	}
	t.Known, t.IDF = n > 0, v.idf(n)
	return t
}

// isAcronym reports whether a word is two to five capitals.
func isAcronym(word string) bool {
	word = strings.ReplaceAll(word, ".", "")
	if len(word) < 2 || len(word) > 5 {
		return false
	}
	for _, r := range word {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return true
}

// quotedPhrases returns what stands in quotation marks, of two words or more.
func quotedPhrases(s string) []string {
	var phrases []string
	open := -1
	for i, r := range s {
		if !isQuote(r) {
			continue
		}
		if open < 0 {
			open = i + len(string(r))
			continue
		}
		if p := strings.TrimFunc(s[open:i], unicode.IsSpace); text.CountWords(p) > 1 {
			phrases = append(phrases, p)
		}
		open = -1
	}
	return phrases
}

func isQuote(r rune) bool { return text.Fold(string(r)) == `"` }
