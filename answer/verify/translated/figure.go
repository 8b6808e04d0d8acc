package translated

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
	"sherpa/internal/value"
)

// valueRead is a value of a sentence with the words that make it.
type valueRead struct {
	value.Value
	first, next int
	// bound is what the words before it make of the figure.
	bound bound
}

// findValues reads the values of the sentence. Those of other languages are
// written down in English and read there, with "q" for every other word.
func (r *reading) findValues() {
	g := &gloss{r: r}
	for i := 0; i < len(r.words); {
		written := len(g.starts)
		i = g.take(i)
		for k := written; k < len(g.starts); k++ {
			g.ends = append(g.ends, i)
		}
	}
	if n := len(r.words); n > 0 {
		g.out.WriteString(plainGap(r.text[r.words[n-1].End:]))
	}
	written := g.out.String()
	for _, v := range value.Find(written) {
		read := valueRead{Value: v, first: g.words[g.from(v.Start)], next: g.ends[g.at(v.End-1)]}
		read.Span = text.Span{Start: r.words[read.first].Start, End: r.words[read.next-1].End}
		read.bound = r.boundBefore(read.first)
		for k := read.first; k < read.next; k++ {
			r.words[k].figure = true
		}
		r.values = append(r.values, read)
	}
}

// gloss is the sentence as it is written down in English.
type gloss struct {
	r   *reading
	out strings.Builder
	// starts are where the words of the gloss begin, words the first words of the
	// sentence that they stand for, and ends the words after those.
	starts, words, ends []int
	// held is what stood before words that were left out.
	held string
	last string
}

// from is the word of the gloss that begins at a byte, or after the sign of a
// currency there.
func (g *gloss) from(offset int) int {
	k := g.at(offset)
	if r, _ := utf8.DecodeRuneInString(g.out.String()[offset:]); k+1 < len(g.starts) && g.starts[k] < offset && !text.IsLetterOrDigit(r) {
		return k + 1
	}
	return k
}

// at is the word of the gloss that a byte of it belongs to.
func (g *gloss) at(offset int) int {
	k, found := slices.BinarySearch(g.starts, offset)
	if !found && k > 0 {
		k--
	}
	return k
}

// write adds a word in the place of word i.
func (g *gloss) write(i int, word string) {
	gap := g.held + plainGap(g.r.joint(i))
	if i == 0 {
		gap = plainGap(g.r.text[:g.r.words[0].Start])
	}
	if strings.TrimSpace(gap) == "" && g.out.Len() > 0 {
		gap = " "
	}
	g.held = ""
	g.out.WriteString(gap)
	g.starts, g.words = append(g.starts, g.out.Len()), append(g.words, i)
	g.out.WriteString(word)
	g.last = word
}

// skip leaves word i out, but not the marks before it.
func (g *gloss) skip(i int) {
	if gap := plainGap(g.r.gap(i)); strings.TrimSpace(gap) != "" {
		g.held += gap
	}
}

// plainGap writes all spaces of a gap as plain ones, and the apostrophes between
// words.
func plainGap(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) || text.IsApostrophe(c) {
			return ' '
		}
		return c
	}, s)
}

// take writes what stands at word i and returns the word after it.
func (g *gloss) take(i int) int {
	r := g.r
	w := &r.words[i]
	if w.quoted {
		g.other(i)
		return i + 1
	}
	if key, ok := r.has(i, hedgeSense); ok && key != "" && r.figureFollows(i+w.covers) {
		g.write(i, "q")
		return i + w.covers
	}
	if r.lang == "en" {
		g.write(i, w.Text)
		return i + 1
	}
	for _, read := range []func(int) int{g.clock, g.date, g.number, g.andHalf, g.unit} {
		if next := read(i); next > i {
			return next
		}
	}
	g.other(i)
	return i + 1
}

// other stands in for a word that is no part of a value.
func (g *gloss) other(i int) {
	w := &g.r.words[i]
	switch {
	case zoneNames[w.Norm] && w.IsCapital():
		g.write(i, w.Text)
	case w.IsCapital():
		g.write(i, "Q")
	default:
		g.write(i, "q")
	}
}

var zoneNames = text.WordSet(`gmt utc cet cest eet eest msk et est edt pt pst pdt`)

// figureFollows reports whether a number begins at word i, after an article.
func (r *reading) figureFollows(i int) bool {
	if i < len(r.words) && figureArticles[r.norm(i)] && i+1 < len(r.words) {
		if _, ok := r.figureAt(i + 1); ok {
			return true
		}
	}
	if i >= len(r.words) {
		return false
	}
	if r.lang == "en" {
		return r.englishFigureAt(i)
	}
	if _, ok := r.figureAt(i); ok {
		return true
	}
	key, ok := r.has(i, figureSense)
	return ok && (key == "half" || fractionNames[key] || key == "a_few")
}

// englishFigureAt reports whether a number begins at word i of an English
// sentence.
func (r *reading) englishFigureAt(i int) bool {
	w := &r.words[i]
	if w.IsNumeric() {
		return true
	}
	found := value.Find(r.text[w.Start:min(len(r.text), w.Start+40)])
	return len(found) > 0 && found[0].Start == 0 && found[0].Kind != value.Date
}

var figureArticles = text.WordSet(`a an the los las les la el le l der die das den dem des d de del du`)

// number writes the number that begins at word i.
func (g *gloss) number(i int) int {
	r := g.r
	f, ok := r.figureAt(i)
	if !ok {
		return g.compound(i)
	}
	if written, next := r.fractionAt(i, f); written != "" {
		g.write(i, written)
		return next
	}
	switch {
	case f.ordinal && r.everyLeads(i):
		g.write(i, formatFigure(f.x))
	case f.ordinal:
		g.write(i, ordinalFigure(f.x))
	case r.isArticle(f):
		g.other(i)
	case !f.inWords && !f.grouped && r.yearAt(i, f):
		return g.year(i, f)
	default:
		g.write(i, formatGrouped(f))
	}
	return g.pastOf(f.next)
}

// pastOf leaves out the "de" between a number and its unit: "3 millones de
// euros".
func (g *gloss) pastOf(i int) int {
	key, ok := g.r.has(i+1, figureSense)
	if !ok || !partOf[g.r.norm(i)] || strings.HasSuffix(key, "th") || monthKeys[key] {
		return i
	}
	g.skip(i)
	return i + 1
}

// everyLeads reports whether the word before word i is "every": "jeder fünfte"
// is one of five.
func (r *reading) everyLeads(i int) bool {
	prev := r.norm(i - 1)
	return everyWords[prev] || strings.HasPrefix(prev, "кажд") || strings.HasPrefix(prev, "кожн")
}

var everyWords = text.WordSet(`cada chaque jeder jede jedes jedem jeden`)

// isArticle reports whether a one is an article: no unit and no scale follows.
func (r *reading) isArticle(f figureRead) bool {
	if f.x != 1 || !f.inWords || r.lang == "ru" || r.lang == "uk" {
		return false
	}
	key, ok := r.has(f.next, figureSense)
	return !ok || strings.HasSuffix(key, "th") || fractionNames[key] || key == "half"
}

func formatFigure(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func ordinalFigure(x float64) string {
	if x == 1 {
		return "1st"
	}
	return formatFigure(x) + "th"
}

// formatGrouped writes a number so that it is not taken for a year.
func formatGrouped(f figureRead) string {
	s := formatFigure(f.x)
	if whole, _, _ := strings.Cut(s, "."); len(whole) == 4 && (f.grouped || f.inWords) {
		return s[:1] + "," + s[1:]
	}
	return s
}

// fractionNames are the parts of a whole in the vocabulary.
var fractionNames = text.WordSet(`third quarter fifth sixth tenth`)

var ordinalFractions = map[float64]string{3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}

var smallNumbers = [...]string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// fractionAt writes "two thirds" in words, as they are read; empty if the number
// at word i is no part of a whole.
func (r *reading) fractionAt(i int, f figureRead) (written string, next int) {
	if f.ordinal && ordinalFractions[f.x] != "" && partWords[r.norm(f.next)] {
		return "one " + ordinalFractions[f.x], f.next + 1
	}
	if f.x < 1 || f.x > 9 || f.x != float64(int(f.x)) || f.ordinal {
		return "", i
	}
	top := smallNumbers[int(f.x)]
	if key, ok := r.has(f.next, figureSense); ok && fractionNames[key] && r.near(f.next) {
		return top + " " + key, f.next + 1
	}
	x, ok := r.ordinalAt(f.next)
	if !ok || ordinalFractions[x] == "" || !r.near(f.next) {
		return "", i
	}
	after := r.norm(f.next + 1)
	switch {
	case after == "parte" || after == "partes":
		return top + " " + ordinalFractions[x], f.next + 2
	case r.lang == "ru" || r.lang == "uk":
		return top + " " + ordinalFractions[x], f.next + 1
	case partOf[after], f.next+1 >= len(r.words), strings.ContainsAny(r.gap(f.next+1), ",.;:"), r.norm(i-1) == "d":
		return top + " " + ordinalFractions[x], f.next + 1
	}
	return "", i
}

var (
	partWords = text.WordSet(`parte часть части частью частина частину частини`)
	partOf    = text.WordSet(`de del des du d`)
)

// unit writes the words that stand with numbers.
func (g *gloss) unit(i int) int {
	r := g.r
	key, ok := r.has(i, figureSense)
	next := i + max(1, r.words[i].covers)
	switch {
	case !ok || strings.HasSuffix(key, "th"):
		return i
	case fractionNames[key]:
		g.write(i, "one "+key)
	case key == "a_few":
		g.write(i, "a few")
	case key == "years" && r.yearFollows(next):
		g.skip(i)
	case monthKeys[key]:
		g.month(i, key)
	default:
		g.write(i, strings.ReplaceAll(strings.ReplaceAll(key, "square_", "square "), "_", " "))
	}
	return next
}

// andHalf writes the half of "tres horas y media".
func (g *gloss) andHalf(i int) int {
	r := g.r
	_, isUnit := r.has(i-1, figureSense)
	if !isUnit || !halfLeads[r.norm(i)] || !r.means(i+1, figureSense, "half") || !r.near(i) {
		return i
	}
	g.write(i, "and a half")
	return i + 2
}
