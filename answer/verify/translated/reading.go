package translated

import (
	"strings"
	"unicode"

	"sherpa/internal/text"
)

// reading is a sentence taken apart so that it can be compared with one in
// another language.
type reading struct {
	lang   string
	text   string
	words  []wordRead
	values []valueRead
	quotes []text.Span
	// negated says of each clause that it denies something.
	negated []bool
}

// wordRead is a word with what it means in every language.
type wordRead struct {
	text.Word
	// senses are the meanings of the longest phrase that begins here, which
	// covers so many words; a word that an earlier phrase covers is inside.
	senses []*sense
	covers int
	inside bool
	quoted bool
	// parted says that a mark stands before the word, so that no phrase goes on.
	parted bool
	// figure says that the word belongs to a value.
	figure bool
	clause int
}

// read takes a sentence apart. lang must have a vocabulary.
func read(s, lang string) *reading {
	r := &reading{lang: lang, text: s, quotes: text.Quotations(s)}
	for _, w := range text.Words(s) {
		r.addWord(w)
	}
	for _, q := range r.quotes {
		for i := range r.words {
			r.words[i].quoted = r.words[i].quoted || q.Contains(r.words[i].Span)
		}
	}
	for i := range r.words {
		r.words[i].parted = strings.ContainsAny(r.gap(i), ",;:!?()“”«»„\"—–")
	}
	r.findSenses(vocabularyOf(lang))
	r.findClauses()
	r.findValues()
	return r
}

// addWord adds a word, in French without the words that are written onto it.
func (r *reading) addWord(w text.Word) {
	w.Norm = plainNorm(w.Norm)
	if r.lang == "fr" {
		if first, rest, ok := splitElision(w); ok {
			r.words = append(r.words, wordRead{Word: first})
			w = rest
		}
	}
	r.words = append(r.words, wordRead{Word: w})
}

// splitElision parts "l'accord" and "jusqu'au".
func splitElision(w text.Word) (first, rest text.Word, ok bool) {
	short, long, found := strings.Cut(w.Norm, "'")
	if !found || !elided[short] || long == "" {
		return w, w, false
	}
	for i, c := range w.Text {
		if text.IsApostrophe(c) {
			after := i + len(string(c))
			first = text.Word{Span: text.Span{Start: w.Start, End: w.Start + i}, Text: w.Text[:i], Norm: short}
			rest = text.Word{Span: text.Span{Start: w.Start + after, End: w.End}, Text: w.Text[after:], Norm: long}
			return first, rest, true
		}
	}
	return w, w, false
}

var elided = text.WordSet(`l d n s c j m t qu jusqu lorsqu puisqu quoiqu`)

func (r *reading) findSenses(v *vocabulary) {
	for i := range r.words {
		r.words[i].senses, r.words[i].covers = v.sensesAt(r.words, i)
	}
	for i := 0; i < len(r.words); i++ {
		n := r.words[i].covers
		for k := i + 1; k < i+n; k++ {
			r.words[k].inside = true
		}
		i += max(n-1, 0)
	}
}

// has returns the key of the first meaning of a kind that word i begins.
func (r *reading) has(i int, kind senseKind) (key string, ok bool) {
	if i < 0 || i >= len(r.words) || r.words[i].inside {
		return "", false
	}
	for _, s := range r.words[i].senses {
		if s.kind == kind {
			return s.key, true
		}
	}
	return "", false
}

// means reports whether word i has a meaning of a kind with the key.
func (r *reading) means(i int, kind senseKind, key string) bool {
	if i < 0 || i >= len(r.words) || r.words[i].inside {
		return false
	}
	for _, s := range r.words[i].senses {
		if s.kind == kind && s.key == key {
			return true
		}
	}
	return false
}

// norm is the folded word at i, or "" past the ends.
func (r *reading) norm(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i].Norm
}

// gap is what stands between the word before i and word i.
func (r *reading) gap(i int) string {
	if i <= 0 || i >= len(r.words) {
		return ""
	}
	return r.text[r.words[i-1].End:r.words[i].Start]
}

// near reports whether nothing but spaces and hyphens stands before word i, or
// the point of an abbreviation.
func (r *reading) near(i int) bool {
	return i > 0 && i < len(r.words) && strings.IndexFunc(r.joint(i), func(c rune) bool { return !unicode.IsSpace(c) && !text.IsDash(c) }) < 0
}

// joint is the gap before word i without the point of an abbreviation.
func (r *reading) joint(i int) string {
	gap := r.gap(i)
	if abbreviations[r.norm(i-1)] {
		return strings.TrimPrefix(gap, ".")
	}
	return gap
}

// abbreviations stand with numbers.
var abbreviations = text.WordSet(`mio mrd bio млн млрд трлн тыс тис г р руб долл дол std min ca`)

// findClauses numbers the clauses, and says which deny.
func (r *reading) findClauses() {
	clause, last := 0, 0
	for i := 0; i < len(r.words); i++ {
		if i > 0 && r.startsClause(i) {
			last++
			clause = last
		}
		if key, _ := r.has(i, cueSense); key == "without" && !r.words[i].quoted {
			last++
			for end := r.withoutEnd(i); i < end; i++ {
				r.words[i].clause = last
			}
			i--
			continue
		}
		r.words[i].clause = clause
	}
	r.negated = make([]bool, last+1)
	for i := range r.words {
		if !r.words[i].quoted && r.denies(i) {
			r.negated[r.words[i].clause] = true
		}
	}
}

// maxWithout is how many telling words a "without" reaches.
const maxWithout = 3

// withoutEnd is where what a "without" at word i denies ends: with its noun,
// after which the clause around goes on.
func (r *reading) withoutEnd(i int) int {
	k := i + max(1, r.words[i].covers)
	for told := 0; k < len(r.words) && told < maxWithout && !r.startsClause(k); k++ {
		small := text.IsSmallWord(r.norm(k), r.lang) || r.words[k].IsNumeric() || r.isFigureWord(k)
		if small && told > 0 {
			break
		}
		if !small {
			told++
		}
		if r.lang == "de" && r.words[k].IsCapital() && !r.nameGoesOn(k+1) {
			return k + 1
		}
	}
	return k
}

// startsClause reports whether word i begins a clause, but for "without".
func (r *reading) startsClause(i int) bool {
	gap := r.gap(i)
	if strings.ContainsAny(gap, ";:()—–") || strings.Contains(gap, ",") && !r.inserted(i) {
		return true
	}
	switch key, _ := r.has(i, cueSense); key {
	case "break":
		return !r.words[i].quoted
	case "and":
		return r.denies(i+1) || r.denies(i+2) && r.pronoun(i+1) || clauseVerbs[r.lang][r.norm(i+1)]
	}
	return false
}

// maxInserted is how many words may stand between two commas without being a
// clause: an age, an apposition, an item of a list.
const maxInserted = 3

// inserted reports whether the comma before word i begins or ends what is only
// put into a clause. The comma of decimals does neither.
func (r *reading) inserted(i int) bool {
	if r.gap(i) == "," {
		return true
	}
	return r.toComma(i) <= maxInserted || i > 1 && r.sinceComma(i) <= maxInserted
}

// toComma is how many words there are from word i to the next comma, and many if
// one of them may begin a clause.
func (r *reading) toComma(i int) int {
	for k := i; k < len(r.words); k++ {
		if k > i && strings.Contains(r.gap(k), ",") {
			return k - i
		}
		if _, cue := r.has(k, cueSense); cue || k-i > maxInserted {
			break
		}
	}
	return maxInserted + 1
}

// sinceComma is how many words there are from the last comma to word i.
func (r *reading) sinceComma(i int) int {
	for k := i - 1; k > 0 && i-k <= maxInserted; k-- {
		if _, cue := r.has(k, cueSense); cue {
			break
		}
		if strings.Contains(r.gap(k), ",") {
			return i - k
		}
	}
	return maxInserted + 1
}

// clauseVerbs are verbs with which a clause goes on after "and".
var clauseVerbs = map[string]map[string]bool{
	"en": text.WordSet(`was were is are has had have will would could can may might must did does do`),
	"es": text.WordSet(`fue fueron ha han habia habian es son esta estan puede pueden quedo quedaron`),
	"fr": text.WordSet(`a ont est sont etait etaient avait avaient sera seront peut peuvent`),
	"de": text.WordSet(`wurde wurden hat haben hatte hatten ist sind war waren wird werden kann konnen konnte konnten`),
	"ru": text.WordSet(`был была было были будет будут может могут`),
	"uk": text.WordSet(`був була було були буде будуть може можуть`),
}

// pronoun reports whether a small word stands at i that can be a subject.
func (r *reading) pronoun(i int) bool { return text.IsSmallWord(r.norm(i), r.lang) }

// denies reports whether word i denies what its clause says.
func (r *reading) denies(i int) bool {
	key, _ := r.has(i, cueSense)
	if key == "without" {
		return true
	}
	if key != "not" {
		return false
	}
	if n := r.norm(i); r.lang == "fr" && (n == "ne" || n == "n") {
		return !r.onlyFollows(i)
	}
	return true
}

// onlyFollows reports whether a French "ne" at word i is that of "ne ... que",
// which limits and does not deny.
func (r *reading) onlyFollows(i int) bool {
	for k := i + 1; k < min(len(r.words), i+7) && !strings.ContainsAny(r.gap(k), ",;:"); k++ {
		if n := r.norm(k); frenchNots[n] {
			return false
		} else if n == "que" || n == "qu" {
			return true
		}
	}
	return false
}

var frenchNots = text.WordSet(`pas jamais aucun aucune rien personne plus ni nul nulle point guere`)
