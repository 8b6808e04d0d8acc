package translated

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"sherpa/internal/text"
)

// monthKeys are the months as the vocabulary names them.
var monthKeys = func() map[string]bool {
	set := map[string]bool{}
	for m := range strings.FieldsSeq("January February March April May June July August September October November December") {
		set[m] = true
	}
	return set
}()

// month writes a month. One that is also another word is written with "in"
// before it, unless its day or its year stands there.
func (g *gloss) month(i int, key string) {
	if g.beforeMonth(i) {
		g.write(i, key)
		return
	}
	g.write(i, "in "+key)
	g.starts[len(g.starts)-1] += len("in ")
}

// beforeMonth reports whether a day of the month was written just before.
func (g *gloss) beforeMonth(i int) bool {
	d, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSuffix(g.last, "st"), "th"))
	return err == nil && d >= 1 && d <= 31 && i > 0
}

// date writes the day before a month, and dates in figures.
func (g *gloss) date(i int) int {
	r := g.r
	if written, next := r.slashDate(i); written != "" {
		g.write(i, written)
		return next
	}
	if day, next := r.dayAt(i); day > 0 {
		g.write(i, strconv.Itoa(day))
		g.held = strings.Trim(g.held, ".")
		return g.dateMonth(next)
	}
	if key, ok := r.has(i, figureSense); ok && weekdayKeys[key] {
		g.write(i, key)
		for k := i + 1; k < len(r.words) && k <= i+2; k++ {
			if day, _ := r.dayAt(k); day > 0 {
				for skip := i + 1; skip < k; skip++ {
					g.skip(skip)
				}
				return k
			}
		}
		return i + 1
	}
	return i
}

var weekdayKeys = text.WordSet(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday`)

// dayAt is the day of the month at word i, where a month follows, and the word
// of the month.
func (r *reading) dayAt(i int) (day, month int) {
	digits, ending := cutDigits(r.norm(i))
	day, err := strconv.Atoi(digits)
	if err != nil || ending != "" && !ordinalMarks[ending] || day < 1 || day > 31 {
		return 0, i
	}
	for k := i + 1; k < len(r.words) && k <= i+2; k++ {
		if key, ok := r.has(k, figureSense); ok && monthKeys[key] {
			return day, k
		}
		if !dateJoins[r.norm(k)] && !(k == i+1 && r.gap(k) == "-") {
			break
		}
	}
	return 0, i
}

var dateJoins = text.WordSet(`de del го e`)

// dateMonth writes the month at word i, and the year after it.
func (g *gloss) dateMonth(i int) int {
	r := g.r
	key, _ := r.has(i, figureSense)
	g.out.WriteString(" ")
	g.starts, g.words = append(g.starts, g.out.Len()), append(g.words, i)
	g.out.WriteString(key)
	g.last = key
	k := i + 1
	if dateJoins[r.norm(k)] {
		k++
	}
	if y := r.plainYear(k); y > 0 && r.near(k) {
		g.write(k, strconv.Itoa(y))
		return g.pastYearNoun(k + 1)
	}
	return i + 1
}

// slashDate reads "15/08/2025" and "15.08.2025".
func (r *reading) slashDate(i int) (written string, next int) {
	if t, err := time.Parse("2.1.2006", r.norm(i)); err == nil {
		return t.Format(time.DateOnly), i + 1
	}
	if i+2 >= len(r.words) || r.gap(i+1) != "/" || r.gap(i+2) != "/" {
		return "", i
	}
	day, err1 := strconv.Atoi(r.norm(i))
	month, err2 := strconv.Atoi(r.norm(i + 1))
	year := r.plainYear(i + 2)
	if err1 != nil || err2 != nil || year == 0 {
		return "", i
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day), i + 3
}

// plainYear is the year at word i, or 0.
func (r *reading) plainYear(i int) int {
	if len(r.norm(i)) != 4 {
		return 0
	}
	y, err := strconv.Atoi(r.norm(i))
	if err != nil || y < 1000 || y > 2199 {
		return 0
	}
	return y
}

// yearAt reports whether the figure at word i can be a year: nothing that is
// counted or measured follows.
func (r *reading) yearAt(i int, f figureRead) bool {
	if r.plainYear(i) == 0 || f.next != i+1 {
		return false
	}
	key, ok := r.has(f.next, figureSense)
	return !ok || key == "years" && yearNouns[r.norm(f.next)] || monthKeys[key] || weekdayKeys[key]
}

// yearNouns follow a year, and are left out.
var yearNouns = text.WordSet(`год года году годом г рік року році роком р`)

// yearFollows reports whether the noun before word i is that of a year.
func (r *reading) yearFollows(i int) bool { return r.plainYear(i) > 0 && r.near(i) }

// year writes a year so that it is read as one.
func (g *gloss) year(i int, f figureRead) int {
	if monthKeys[g.last] {
		g.write(i, formatFigure(f.x))
	} else {
		g.write(i, "in "+formatFigure(f.x))
		g.starts[len(g.starts)-1] += len("in ")
	}
	return g.pastYearNoun(f.next)
}

// pastYearNoun leaves out the noun after a year.
func (g *gloss) pastYearNoun(i int) int {
	if yearNouns[g.r.norm(i)] && g.r.near(i) {
		g.skip(i)
		return i + 1
	}
	return i
}

// clock writes a time of day: "19h30", "19 Uhr", "a las 8 de la noche", "в 8
// вечера".
func (g *gloss) clock(i int) int {
	minutes, next := g.r.clockAt(i)
	if next == i {
		return i
	}
	g.write(i, fmt.Sprintf("%02d:%02d", minutes/60, minutes%60))
	return next
}

func (r *reading) clockAt(i int) (minutes, next int) {
	hour, minute, at, sure := r.hourAt(i)
	if at == i || hour > 24 || minute > 59 {
		return 0, i
	}
	if hourNouns[r.norm(at)] && (r.near(at) || at == i+1) {
		sure = sure || r.norm(at) == "uhr" || clockLeads[r.lang][r.norm(i-1)]
		at++
	}
	half, after := r.dayHalf(at)
	if dayWord := r.norm(at); dayWord == "дня" && !hourNouns[r.norm(at-1)] {
		half, after = "", at // days, and not the afternoon
	}
	if half == "" && !sure {
		return 0, i
	}
	switch {
	case half == "pm" && hour < 12:
		hour += 12
	case half == "am" && hour == 12:
		hour = 0
	}
	return hour*60 + minute, after
}

// hourAt reads the hour and the minutes at word i. sure says that they can be
// nothing else.
func (r *reading) hourAt(i int) (hour, minute, next int, sure bool) {
	w := &r.words[i]
	if !w.IsNumeric() {
		x, ok := r.numberAt(i)
		if !ok || x > 24 || x != float64(int(x)) || x == 1 && !hourNouns[r.norm(i+1)] {
			return 0, 0, i, false
		}
		return int(x), 0, i + 1, false
	}
	digits, rest := cutClock(w.Norm)
	hour, err := strconv.Atoi(digits)
	if err != nil || len(digits) > 2 {
		return 0, 0, i, false
	}
	next = i + 1
	switch {
	case rest == "" && r.gap(next) == ":" && r.words[next].IsNumeric():
		minute, err = strconv.Atoi(r.norm(next))
		return hour, minute, next + 1, err == nil
	case strings.HasPrefix(rest, "h") && len(rest) == 3:
		minute, err = strconv.Atoi(rest[1:])
		return hour, minute, next, err == nil
	case strings.HasPrefix(rest, ".") && len(rest) == 3 && r.norm(next) == "uhr":
		minute, err = strconv.Atoi(rest[1:])
		return hour, minute, next, err == nil
	case rest == "h":
		return hour, 0, next, clockLeads[r.lang][r.norm(i-1)]
	case rest != "":
		return 0, 0, i, false
	}
	return hour, 0, next, false
}

// cutClock parts the hour from what is written onto it.
func cutClock(norm string) (digits, rest string) {
	n := 0
	for n < len(norm) && norm[n] >= '0' && norm[n] <= '9' {
		n++
	}
	return norm[:n], norm[n:]
}

// hourNouns may follow the hour of a time.
var hourNouns = text.WordSet(`uhr heures heure h horas часов часа час годині година годин`)

// clockLeads come before a time of day and before no number of hours.
var clockLeads = map[string]map[string]bool{
	"es": text.WordSet(`las`), "fr": text.WordSet(`a vers des avant apres`), "de": text.WordSet(`um gegen ab`), "ru": text.WordSet(`в к`), "uk": text.WordSet(`о об`),
}

// dayHalf finds which half of the day the words from i on name, and the word
// after them.
func (r *reading) dayHalf(i int) (half string, next int) {
	phrase := ""
	for k := i; k < len(r.words) && k < i+4 && (r.near(k) || k == i); k++ {
		phrase = strings.TrimSpace(phrase + " " + r.norm(k))
		if half = dayHalves[r.lang][phrase]; half != "" {
			return half, k + 1
		}
	}
	return "", i
}

var dayHalves = map[string]map[string]string{
	"es": {"de la manana": "am", "de la madrugada": "am", "de la tarde": "pm", "de la noche": "pm", "am": "am", "pm": "pm", "a m": "am", "p m": "pm"},
	"fr": {"du matin": "am", "du soir": "pm", "de l apres midi": "pm"},
	"de": {"morgens": "am", "am morgen": "am", "fruh": "am", "vormittags": "am", "nachmittags": "pm", "abends": "pm", "am abend": "pm", "am nachmittag": "pm"},
	"ru": {"утра": "am", "вечера": "pm", "дня": "pm", "ночи": "am"},
	"uk": {"ранку": "am", "вечора": "pm", "дня": "pm", "ночі": "am"},
}
