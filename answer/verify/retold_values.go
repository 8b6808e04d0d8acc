package verify

import (
	"math"
	"regexp"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// valuesStand reports whether every value of the statement stands in a source,
// also where it is put in another way than Sentence knows.
func (st *stated) valuesStand(sources []*facts) bool {
	for _, v := range st.values {
		if !st.states(v) || st.inQuote(v.Span) {
			continue
		}
		if ok, _ := bornOut(st.facts, v, sources); ok && !turnsBound(v, sources) && figureStands(v, sources) {
			continue
		}
		if !st.standsAs(v, sources) {
			return false
		}
	}
	return st.scoresStand(sources)
}

// turnsBound reports whether a bound is the other way round in the sources: "at
// least three" is not "at most three", though three is both.
func turnsBound(v value.Value, sources []*facts) bool {
	turned := false
	for _, s := range sources {
		for _, o := range s.values {
			if v.Kind != o.Kind || v.Kind == value.Date || !v.Hedged || !o.Hedged {
				continue
			}
			switch {
			case v.High == o.Low || v.Low == o.High:
				turned = true
			case v.Low <= o.High && o.Low <= v.High:
				return false
			}
		}
	}
	return turned
}

// figureStands reports whether a source has the figure itself: what is about as
// much is another figure.
func figureStands(v value.Value, sources []*facts) bool {
	if v.Kind == value.Date || v.Kind == value.Clock {
		return true
	}
	for _, s := range sources {
		for _, o := range s.values {
			if v.Kind == o.Kind && sameBase(v, o) || v.Kind != o.Kind && value.Share(v) != 0 && value.Share(o) != 0 {
				return true
			}
		}
	}
	return v.Low == 2 && v.High == 2 // "both"
}

// sameBase reports whether two ranges are made around one figure.
func sameBase(v, o value.Value) bool { return near(figure(v), figure(o)) }

func near(a, b float64) bool { return math.Abs(a-b) <= sameFigures*math.Abs(b) }

// figure is what a bound or an approximation is made of.
func figure(v value.Value) float64 {
	switch {
	case v.Low == 0, v.High < v.Low*4/3+1 && v.Low > 0 && math.Abs(v.Low/v.High-0.75) < 0.001:
		return v.High
	case v.High >= 1.9*v.Low:
		return v.Low
	}
	return (v.Low + v.High) / 2
}

// sameFigures is by how much figures may differ that are rounded otherwise.
const sameFigures = 0.01

// standsAs reports whether a value stands in a source word for word, as an age, or
// without its unit.
func (st *stated) standsAs(v value.Value, sources []*facts) bool {
	words := text.Fold(v.Of(st.text))
	for _, s := range sources {
		if hasWords(text.Fold(s.text), words) {
			return true
		}
		for _, o := range s.values {
			if st.sameAs(v, s, o) {
				return true
			}
		}
	}
	return false
}

// sameAs reports whether a value of a source is the statement's in another form.
func (st *stated) sameAs(v value.Value, s *facts, o value.Value) bool {
	switch {
	case sameAge(st.facts, v, s, o):
		return true
	case v.Kind == o.Kind && v.Hedged && v.Kind != value.Date && near(figure(v), figure(o)) && side(v) != 0 && s.bounds(o) == side(v):
		return true // "younger than five" is "under 5", and "not more than" is "at most"
	case v.Low != o.Low || v.High != o.High:
		return false
	case v.Ordinal && o.Ordinal:
		return st.countsNothing(v)
	}
	return v.Ordinal == o.Ordinal && isSum(v) && isSum(o) && (v.Unit == "" || o.Unit == "")
}

// bounds is -1 for a value that stands after "younger than" and the like, 1 after
// "older than", the other one where that is denied, and 0 for others.
func (f *facts) bounds(v value.Value) int {
	than := 0
	for than+1 < len(f.words) && (f.words[than].Norm != "than" || f.words[than].End < v.Start-1 || f.words[than].Start > v.End) {
		than++
	}
	if than == 0 || than+1 == len(f.words) {
		return 0
	}
	side := 0
	switch w := f.words[than-1].Norm; {
	case lessThan[w]:
		side = -1
	case moreThan[w]:
		side = 1
	}
	for k := max(0, than-1-comparedReach); k < than; k++ {
		if lexicon.NotCues[f.words[k].Norm] {
			return -side
		}
	}
	return side
}

var (
	lessThan = text.WordSet(`younger shorter lower smaller cheaper lighter earlier sooner less fewer`)
	moreThan = text.WordSet(`older longer higher taller greater larger bigger heavier later more`)
)

// side is -1 for a value below a bound, 1 for one above it, and 0 for others.
func side(v value.Value) int {
	switch figure(v) {
	case v.High:
		return -1
	case v.Low:
		return 1
	}
	return 0
}

// countsNothing reports whether no noun follows a number that it could count.
func (f *facts) countsNothing(v value.Value) bool {
	next := f.after(v.End)
	return next == nil || !next.content() || strings.ContainsAny(f.text[v.End:next.Start], ",;:.")
}

func isSum(v value.Value) bool { return v.Kind == value.Number || v.Kind == value.Money }

// sameAge reports whether one value is an age in years ("18-year-old") and the
// other one the number alone ("Hart, 18,").
func sameAge(f *facts, v value.Value, s *facts, o value.Value) bool {
	if v.Kind == value.Duration && o.Kind == value.Number {
		return f.isAge(v) && !o.Ordinal && years(v) == o.Low
	}
	return v.Kind == value.Number && o.Kind == value.Duration && s.isAge(o) && !v.Ordinal && years(o) == v.Low
}

// isAge reports whether "old" follows a duration.
func (f *facts) isAge(v value.Value) bool {
	next := f.after(v.End)
	return next != nil && next.Norm == "old"
}

const secondsOfYear = 365.25 * 24 * 3600

// years is a duration in whole years.
func years(v value.Value) float64 { return float64(int(v.Low/secondsOfYear + 0.5)) }

// hasWords reports whether words stand in a text and not as parts of others.
func hasWords(s, words string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], words)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(words)
		if (start == 0 || !text.IsLetterOrDigit(rune(s[start-1]))) && (end == len(s) || !text.IsLetterOrDigit(rune(s[end]))) {
			return true
		}
		from = start + 1
	}
}

// score is the result of a match or a vote.
var score = regexp.MustCompile(`\b\d{1,3}[-–:]\d{1,3}\b`)

// scoresStand reports whether every result of the statement stands in a source.
func (st *stated) scoresStand(sources []*facts) bool {
	for _, found := range score.FindAllString(st.text, -1) {
		stands := false
		for _, s := range sources {
			for _, o := range score.FindAllString(s.text, -1) {
				stands = stands || sameScore.Replace(found) == sameScore.Replace(o)
			}
		}
		if !stands && scored(sources) {
			return false
		}
	}
	return true
}

// scored reports whether the sources have results.
func scored(sources []*facts) bool {
	for _, s := range sources {
		if score.MatchString(s.text) {
			return true
		}
	}
	return false
}

var sameScore = strings.NewReplacer("–", "-", ":", "-")

// daysStand reports whether every day of the week and month that the statement
// names stands in a source, also where it is not read as a date ("the May vote").
func (st *stated) daysStand(sources []*facts) bool {
	for i := range st.words {
		w := &st.words[i]
		if lexicon.Calendar[w.Norm] && w.IsCapital() && !w.quoted && !(i == 0 || st.wordAt(i-1) == "may") && !anyWord(sources, map[string]bool{w.Norm: true}) {
			return false
		}
	}
	return true
}
