package translated

import (
	"slices"
	"strconv"
	"strings"
)

// compound writes a number with its unit that are one word: "zweistündig",
// "трёхлетний".
func (g *gloss) compound(i int) int {
	r := g.r
	w := &r.words[i]
	if w.IsNumeric() {
		return g.joined(i)
	}
	if len(w.senses) > 0 || r.lang != "de" && r.lang != "ru" && r.lang != "uk" {
		return i
	}
	v := vocabularyOf(r.lang)
	for n := len(w.Norm) - 3; n >= 3; n-- {
		x, ok := firstNumber(v, w.Norm[:n], r.lang)
		if !ok {
			continue
		}
		if key := unitOf(v, w.Norm[n:]); key != "" {
			g.write(i, formatFigure(x)+" "+key)
			return i + 1
		}
	}
	return i
}

// joined writes a figure with letters: "48h", "34jährig", "1980er", "19h30".
func (g *gloss) joined(i int) int {
	digits, ending := cutDigits(g.r.norm(i))
	switch {
	case ending == "er" && len(digits) == 4:
		g.write(i, digits+"s")
	case ending == "h":
		g.write(i, digits+" hours")
	default:
		key := unitOf(vocabularyOf(g.r.lang), ending)
		if key == "" {
			return i
		}
		figure, _ := groupedDigits(digits, false)
		g.write(i, figure+" "+key)
	}
	return i + 1
}

func firstNumber(v *vocabulary, norm, lang string) (float64, bool) {
	for _, s := range v.exact[norm] {
		if s.kind == numberSense {
			x, err := strconv.ParseFloat(s.key, 64)
			return x, err == nil && x > 1 && x < 100
		}
	}
	if lang == "de" {
		return germanNumber(norm)
	}
	x := compoundStems[norm]
	return x, x > 0
}

// compoundStems are forms of numbers that stand only in compounds.
var compoundStems = map[string]float64{"дво": 2, "три": 3, "чотири": 4, "п'яти": 5, "шести": 6}

func unitOf(v *vocabulary, norm string) string {
	for n := len(norm); n >= 4; n-- {
		list := v.stems[norm[:n]]
		if n == len(norm) {
			list = append(slices.Clip(list), v.exact[norm]...)
		}
		for _, s := range list {
			if s.kind == figureSense && len(s.rest) == 0 && !strings.HasSuffix(s.key, "th") && !monthKeys[s.key] {
				return s.key
			}
		}
	}
	return ""
}
