package retrieval

import (
	"strings"

	"sherpa/internal/text"
)

// Limits of a question, so that none can be slow, whatever it holds.
const (
	maxTerms    = 32 // FTS5's parser is quadratic in them
	maxWords    = 8 * maxTerms
	maxPhrases  = 8
	maxTermSize = 256 // bytes
	// maxUnknown is how many words are looked up in the whole vocabulary as slips.
	maxUnknown  = maxTerms
	maxQuestion = 1 << 13 // bytes
)

// analyse reads a question with the help of the corpus's vocabulary. What lies
// beyond the limits is not read.
func (v *vocabulary) analyse(question string) Analysis {
	question = straight(Plain(question))
	question = v.spaced(question)
	words := text.Words(question)
	words = words[:min(len(words), maxWords)]
	phrases := quotedPhrases(question)
	r := questionReader{vocabulary: v, typed: words, asked: map[int]string{}}
	r.Phrases = phrases[:min(len(phrases), maxPhrases)]
	r.readWords()
	r.skipIdle()
	r.Text = r.corrected(question)
	form := readForm(r.Words, r.isName)
	r.Kind = form.kind
	for _, i := range form.focus {
		if !text.IsStop(r.Words[i]) {
			r.Focus = append(r.Focus, r.Words[i])
		}
	}
	r.findExpressions()
	r.pickTerms(form.asks)
	r.spotter = newSpotter(r.Terms)
	return r.Analysis
}

// questionReader fills in an Analysis.
type questionReader struct {
	*vocabulary
	Analysis
	// typed are the words as they were typed, in the places of Words.
	typed []text.Word
	// asked holds what was typed for the words that were corrected.
	asked map[int]string
	// expressions are those of the lexicon that words stand in.
	expressions map[int]text.Expression
	// unknown counts the words that were looked up as slips.
	unknown int
}

// readWords folds and corrects the words.
func (r *questionReader) readWords() {
	r.Words = make([]string, len(r.typed))
	for i, w := range r.typed {
		r.Words[i] = w.Norm
		if verb, ok := lightPhrase(r.typed, i); ok {
			r.Words[i] = verb
			if takes[r.Words[i-1]] {
				r.Words[i-1] = ""
			}
			continue
		}
		r.correctWord(i)
	}
}

// corrected is the question with its slips corrected.
func (r *questionReader) corrected(question string) string {
	if len(r.asked) == 0 {
		return question
	}
	var b strings.Builder
	at := 0
	for i, w := range r.typed {
		if _, slip := r.asked[i]; slip {
			b.WriteString(question[at:w.Start])
			b.WriteString(likeCapital(w.Text, r.Words[i]))
			at = w.Start + len(w.Text)
		}
	}
	b.WriteString(question[at:])
	return b.String()
}

// correctWord corrects the word at i if it is a slip of another.
func (r *questionReader) correctWord(i int) {
	norm := r.typed[i].Norm
	if stop, ok := slipOfStop(norm); ok && !r.has(norm) {
		r.Words[i] = stop
		return
	}
	if r.has(norm) || text.IsStop(norm) || isEnglish(norm) || r.isVariant(norm) {
		return
	}
	if r.unknown++; r.unknown > maxUnknown {
		return
	}
	if fixed, ok := r.correct(norm); ok {
		r.Words[i], r.asked[i] = fixed, norm
	}
}

// isName reports whether word i of the question is a proper name: capital in
// the middle of the question, or mostly capital in the corpus.
func (r *questionReader) isName(i int) bool {
	norm := r.Words[i]
	if text.IsStop(norm) {
		return false
	}
	capital := i > 0 && r.typed[i].IsCapital()
	if w, ok := r.words[norm]; ok {
		return w.name || capital && (w.capital || r.besideName(i))
	}
	return capital || len(r.variants(norm)) > 0
}

// besideName reports whether a name of the corpus stands next to word i, with a
// capital too: a first name may only be known from the beginnings of sentences.
func (r *questionReader) besideName(i int) bool {
	for _, at := range [2]int{i - 1, i + 1} {
		if at > 0 && at < len(r.typed) && r.typed[at].IsCapital() && r.words[r.Words[at]].name {
			return true
		}
	}
	return false
}

// pickTerms chooses the words to search for: all that are neither common nor
// part of the asking. A question of common words alone is searched by them.
func (r *questionReader) pickTerms(asks map[int]bool) {
	r.addTerms(func(i int) bool {
		return !asks[i] && !text.IsStop(r.Words[i]) && !vague[r.Words[i]] && isSearchable(r.Words[i])
	})
	if len(r.Terms) == 0 {
		r.addTerms(func(int) bool { return true })
	}
	r.weighGeneric()
}

// addTerms adds the wanted words, each once.
func (r *questionReader) addTerms(wanted func(int) bool) {
	seen := map[string]bool{}
	for i, norm := range r.Words {
		if norm == "" || seen[norm] || len(r.Terms) == maxTerms || !wanted(i) {
			continue
		}
		seen[norm] = true
		r.Terms = append(r.Terms, r.term(i))
	}
}

// findExpressions tells every word of an expression that it stands in one.
func (r *questionReader) findExpressions() {
	r.expressions = map[int]text.Expression{}
	text.Expressions(len(r.Words), func(i int) string { return r.stem(r.Words[i]) }, func(x text.Found) {
		for i := range x.Words() {
			r.expressions[i] = x.Expression
		}
	})
}

// isSearchable leaves out single letters and words beyond any dictionary.
func isSearchable(norm string) bool {
	if len(norm) > maxTermSize {
		return false
	}
	return len(norm) > 1 || norm >= "0" && norm <= "9" || text.HasUnspaced(norm)
}

// term is the word at i as a term, with what the corpus knows of it.
func (r *questionReader) term(i int) Term {
	t := Term{Norm: r.Words[i], Stem: r.stem(r.Words[i]), Asked: r.asked[i], At: i, Name: r.isName(i), Acronym: isAcronym(r.typed[i].Text)}
	t.Groups = groupsIn(r.expressions[i], t.Stem)
	if x := r.expressions[i]; x != 0 && x.Turned() {
		t.Idiom = x
	}
	t.Verbal = r.verbal[t.Stem]
	if t.Name {
		t.Variants = r.variants(t.Norm)
	}
	passages := r.stems[t.Stem]
	for _, other := range t.Variants {
		passages += r.words[other].passages
	}
	t.Known, t.IDF = passages > 0, r.idf(passages)
	return t
}
