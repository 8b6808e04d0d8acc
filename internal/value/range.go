package value

import "strings"

// rangeFrom makes v, read from the number n at word i, a range if another figure
// follows that ends it: "three to four hours", "3-4 hours", "between 10 and 15 %".
// A figure that only shares the unit of the next one ("rose from 10 to 15 %")
// takes it over. It returns the word after the value.
func (f *finder) rangeFrom(v *Value, i int, n number, next int) int {
	join := f.joint(v.End, next)
	lead := i - 1
	if lead >= 0 && v.Start <= f.words[lead].Start { // "US$5"
		lead--
	}
	if join == noJoint || v.Ordinal || n.vague != (bounds{}) || join == and && f.norm(lead) != "between" {
		return next
	}
	at := next
	if join != hyphen {
		at++
	}
	end, m, after, ok := f.figure(at)
	if !ok || end.Ordinal || m.vague != (bounds{}) || !v.takeUnit(&end, n, m) && join != and {
		return next
	}
	if v.Low >= end.Low || end.Low > widest*max(v.Low, 1) || f.norm(lead) == "from" && f.changes(lead) {
		return next
	}
	v.High, v.End, v.Hedged = end.High, end.End, true
	if join == and {
		v.Start = f.words[lead].Start
	}
	return after
}

// widest is how many times larger the end of a range may be than its beginning.
const widest = 20

// joint is what joins the ends of a range.
type joint int

const (
	noJoint joint = iota
	hyphen
	to
	or
	and
)

var joints = map[string]joint{"to": to, "or": or, "and": and}

// joint is what stands between a figure that ends at byte end and the next one,
// which begins at word i or after it.
func (f *finder) joint(end, i int) joint {
	if i >= len(f.words) {
		return noJoint
	}
	if gap := strings.Trim(f.s[end:f.words[i].Start], " "); gap == "-" || gap == "–" || gap == "—" || gap == "-$" || gap == "–$" || gap == "–€" || gap == "-€" {
		return hyphen
	}
	if !f.near(i) || !f.near(i+1) && f.between(i) != " $" && f.between(i) != " €" && f.between(i) != " £" {
		return noJoint
	}
	return joints[f.norm(i)]
}

// takeUnit gives v the kind, the unit and the scale of the figure that ends its
// range, as a figure that a joint follows has none of its own, or gives that one
// v's ("€5-6 million"). It reports whether the two then count the same thing.
func (v *Value) takeUnit(end *Value, n, m number) bool {
	if v.Kind == Money && end.Kind == Number && end.Unit == "" {
		end.Kind, end.Unit = Money, v.Unit
	}
	plain := v.Kind == Number && DimensionOf(v.Unit) == NoDimension
	if !plain && (v.Kind != end.Kind || v.Unit != end.Unit && v.Kind != Duration) {
		return false
	}
	if m.scale > 1 && n.scale <= 1 && v.Low < m.scale {
		v.Low *= m.scale
	}
	if plain && end.Kind == Duration {
		v.Low *= seconds[end.Unit]
	}
	v.High, v.Kind, v.Unit = v.Low, end.Kind, end.Unit
	return end.Kind != Number || end.Unit != "" || m.scale > 1
}

// changeReach is how many words before "from" may say that something changed.
const changeReach = 6

// changes reports whether a word shortly before word i says that something rose,
// fell or moved.
func (f *finder) changes(i int) bool {
	for k := max(0, i-changeReach); k < i; k++ {
		if changeWords[f.norm(k)] {
			return true
		}
	}
	return false
}

var changeWords = wordSet(`rise rises rising rose risen raise raises raised raising increase increases increased increasing grow grows grew grown climb climbs
	climbed jump jumped surge surged soar soared fall falls fell fallen drop drops dropped decline declined decrease decreased cut cuts cutting reduce reduced
	reducing shrank shrink shrunk go goes went gone move moved change changed shift shifted lower lowered expand expanded extend extended double doubled slash
	slashed up down improve improved slide slid slip slipped plunge plunged widen widened narrow narrowed revised upgraded downgraded`)
