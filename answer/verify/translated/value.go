package translated

import (
	"math"
	"strings"

	"sherpa/answer/verify"
	"sherpa/internal/text"

	"sherpa/internal/value"
)

// bound is what the words before a figure say of it, as a set: several where the
// words leave it open. Zero says that it is exact.
type bound uint8

const (
	nearlyBound bound = 1 << iota
	lessBound
	aboutBound
	moreBound
	leastBound
	mostBound
	// perhapsNone marks words that may say nothing of the figure: "up to" or only
	// "to".
	perhapsNone
)

// boundLetters are the bounds as the vocabulary writes them.
var boundLetters = map[rune]bound{'N': nearlyBound, 'U': lessBound, 'A': aboutBound, 'O': moreBound, 'L': leastBound, 'M': mostBound, 'm': mostBound | perhapsNone}

// boundWords is how many words a phrase that bounds a figure has at most, with
// an article after it.
const boundWords = 5

// boundBefore reads the words just before the figure at word i.
func (r *reading) boundBefore(i int) bound {
	end := i
	for end > i-2 && end > 0 && (figureArticles[r.norm(end-1)] || figurePrepositions[r.norm(end-1)]) && r.near(end) {
		end--
	}
	for k := end - 1; k >= max(0, i-boundWords); k-- {
		key, ok := r.has(k, hedgeSense)
		if !ok {
			continue
		}
		after := k + r.words[k].covers
		if after > i || after < end || !r.near(after) && !r.currencyBefore(after) || r.rangeEnds(k) || key == "m" && r.risesTo(k) {
			continue
		}
		if r.norm(k) == "uber" && k > 0 && r.words[k-1].IsCapital() { // "ein Rennen über 30 Kilometer"
			return boundOf(key) | perhapsNone
		}
		return boundOf(key)
	}
	return 0
}

// currencyBefore reports whether nothing but the sign of a currency stands before
// word i.
func (r *reading) currencyBefore(i int) bool { return strings.Trim(r.gap(i), " $€£¥₽₴") == "" }

// figurePrepositions may stand between a bound and its figure: "almost in 27
// cases" in Ukrainian.
var figurePrepositions = text.WordSet(`in en dans bei в у на за о з с із`)

// risesTo reports whether something rises or falls "up to" the figure behind
// word i, which is then no bound.
func (r *reading) risesTo(i int) bool {
	for k := i - 1; k >= max(0, i-2); k-- {
		if key, _ := r.has(k, conceptSense); strings.HasPrefix(key, "rise/") {
			return true
		}
	}
	return false
}

// rangeEnds reports whether the "up to" at word i ends a range that begins with a
// figure: "von 3 bis zu 5".
func (r *reading) rangeEnds(i int) bool { return i > 0 && r.words[i-1].IsNumeric() }

func boundOf(letters string) (b bound) {
	for _, c := range letters {
		b |= boundLetters[c]
	}
	return b
}

// allows reports whether a claim may bound a figure as b where its source bounds
// it as o: a bound may be left out, but not added or changed, but for "about".
func (b bound) allows(o bound) bool {
	switch {
	case b == 0:
		return true
	case o == 0:
		return b&(aboutBound|perhapsNone) != 0
	}
	return b&o != 0
}

// values checks that every value of the claim is borne out by a source.
func (v *findings) values(claim *reading, sources []*reading) {
	for _, val := range claim.values {
		if !claim.stated(val) || claim.words[val.first].quoted {
			continue
		}
		if ok, instead := valueIn(val, sources); !ok {
			v.Fail(verify.KindOf(val.Value), val.Of(claim.text), instead)
		}
	}
}

// stated leaves out what is no value that a source must have, as states does.
func (r *reading) stated(v valueRead) bool {
	plain := v.Kind == value.Number && v.Low == v.High && v.Unit == ""
	switch {
	case v.Ordinal && v.Kind == value.Number:
		return v.Low > 1
	case plain && v.Low == 1:
		return false
	case plain && v.Low == 2:
		return !r.isPair(v.next)
	}
	return true
}

// isPair reports whether word i is what two parties are called without being
// counted.
func (r *reading) isPair(i int) bool {
	key, ok := r.has(i, conceptSense)
	return ok && pairConcepts[key]
}

var pairConcepts = text.WordSet(`leader country side power_state`)

// looseFigures checks that the figures that no value was made of stand in a
// source as they are: "F-16", "4x4".
func (v *findings) looseFigures(claim *reading, x *sourceIndex) {
	for i := range claim.words {
		w := &claim.words[i]
		number, spelled := claim.numberAt(i)
		if w.figure || w.quoted || !w.IsNumeric() && !(spelled && number > 2) {
			continue
		}
		if len(x.at[w.Norm]) == 0 {
			v.Fail(verify.FailedNumber, w.Text, "")
		}
	}
}

func valueIn(v valueRead, sources []*reading) (ok bool, instead string) {
	for _, s := range sources {
		for _, o := range s.values {
			switch {
			case bearsOut(v, s, o):
				return true, ""
			case instead == "" && value.Rivals(v.Value, o.Value):
				instead = o.Of(s.text)
			}
		}
	}
	if v.Kind == value.Number && v.Low == 2 && v.High == 2 && v.Unit == "" {
		ok = anyConcept(sources, "pair")
	}
	return ok, instead
}

func anyConcept(sources []*reading, key string) bool {
	for _, s := range sources {
		for i := range s.words {
			if s.means(i, conceptSense, key) {
				return true
			}
		}
	}
	return false
}

// bearsOut reports whether a source's value o is the claim's v.
func bearsOut(v valueRead, s *reading, o valueRead) bool {
	if v.Kind == value.Date && o.Kind == value.Date {
		return v.When.Relative == o.When.Relative && value.SameDate(v.When, o.When)
	}
	if v.Kind == value.Clock || o.Kind == value.Clock {
		return v.Kind == o.Kind && v.Low == o.Low && (v.Unit == "" || v.Unit == o.Unit)
	}
	if !v.bound.allows(o.bound) {
		return false
	}
	if x, ok := yearAsNumber(v.Value, o.Value); ok {
		return x
	}
	if v.Kind == value.Duration && isAge(s, o) {
		return v.Unit == "year" && math.Round(v.Low/yearSeconds) == o.Low
	}
	if value.Share(v.Value) != 0 && value.Share(o.Value) != 0 && (v.Kind == value.Percent) != (o.Kind == value.Percent) {
		return math.Abs(value.Share(v.Value)-value.Share(o.Value)) < 0.005
	}
	return v.Kind == o.Kind && v.Ordinal == o.Ordinal && sameUnit(v.Value, o.Value) && sameSize(v.Value, o.Value)
}

// yearAsNumber compares a year with a count: without a noun the one cannot be
// told from the other.
func yearAsNumber(v, o value.Value) (same, ok bool) {
	if v.Kind == value.Date {
		v, o = o, v
	}
	if v.Kind != value.Number || o.Kind != value.Date {
		return false, false
	}
	w := o.When
	return w.Month == 0 && w.Day == 0 && w.Weekday == "" && w.Span == "" && w.Relative == "" && v.Low == v.High && v.Low == float64(w.Year), true
}

// yearSeconds is the length of a year as package value has it.
const yearSeconds = 31557600

// isAge reports whether a number stands between commas after a name, as ages do
// in English: "Smith, 23, scored".
func isAge(r *reading, v valueRead) bool {
	if v.Kind != value.Number || v.Unit != "" || v.first < 1 || v.next >= len(r.words) || v.Low != v.High {
		return false
	}
	return r.words[v.first-1].IsCapital() && strings.HasPrefix(r.gap(v.first), ",") && strings.HasPrefix(r.gap(v.next), ",")
}

// unitNames maps units that the vocabulary and English name differently.
var unitNames = map[string]string{
	"kilometres": "km", "square kilometres": "square km", "metres": "metres", "square metres": "square metres", "centimetres": "cm", "millimetres": "mm", "kilograms": "kg",
}

// strictUnits are the units whose values cannot stand for one another.
var strictUnits = map[string]bool{
	"km": true, "miles": true, "metres": true, "cm": true, "mm": true, "feet": true, "square km": true, "square miles": true, "square metres": true, "hectares": true, "acres": true,
	"tonnes": true, "tons": true, "kg": true, "litres": true, "barrels": true, "degrees": true, "megawatts": true, "gigawatts": true, "kmh": true, "mph": true,
}

// sameUnit reports whether two values of a kind count the same, as far as units
// of measure and currencies go.
func sameUnit(v, o value.Value) bool {
	switch v.Kind {
	case value.Money:
		return v.Unit == o.Unit
	case value.Number:
		a, b := unitName(v.Unit), unitName(o.Unit)
		return a == b || !strictUnits[a] && !strictUnits[b] || speeds(a, b)
	}
	return true
}

func unitName(unit string) string {
	if name := unitNames[unit]; name != "" {
		return name
	}
	return unit
}

// speeds lets "160 km/h" be "160 kilometres an hour".
func speeds(a, b string) bool { return a == "km" && b == "kmh" || a == "kmh" && b == "km" }

// sameSize reports whether two values are of one size. "A few minutes" and
// "several" are of no size but their own.
func sameSize(v, o value.Value) bool {
	vague := func(x value.Value) bool { return x.High >= 1.9*x.Low && x.Low > 0 }
	switch {
	case vague(v) || vague(o):
		return vague(v) && vague(o) && strings.TrimSuffix(v.Unit, "s") == strings.TrimSuffix(o.Unit, "s")
	case v.Kind == value.Duration && v.Unit != o.Unit:
		return closeSize(v.Low, o.Low, 0.03)
	}
	return closeSize(v.Low, o.Low, 0.001) && closeSize(v.High, o.High, 0.001)
}

func closeSize(a, b, margin float64) bool { return math.Abs(a-b) <= margin*math.Abs(b) }
