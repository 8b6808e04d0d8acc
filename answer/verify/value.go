package verify

import (
	"math"

	"sherpa/internal/text"
	"sherpa/internal/value"
)

// values checks that every value of the claim is borne out by a source.
func (v *Result) values(claim *facts, sources []*facts) {
	for _, val := range claim.values {
		if !claim.states(val) || claim.inQuote(val.Span) {
			continue
		}
		if ok, instead := bornOut(claim, val, sources); !ok {
			v.Fail(KindOf(val), val.Of(claim.text), instead)
		}
	}
}

// KindOf is the failure of a value that no source bears out.
func KindOf(v value.Value) FailureKind {
	switch v.Kind {
	case value.Date, value.Clock:
		return FailedDate
	case value.Duration:
		return FailedDuration
	}
	return FailedNumber
}

// states leaves out what is no value that a source must have: "one" that stands
// for a thing, "first" in a row of events, "today".
func (f *facts) states(v value.Value) bool {
	switch {
	case v.When.Relative != "":
		return false
	case v.Ordinal && v.Kind == value.Number:
		return v.Low > 1
	case v.Kind == value.Number && v.Low == 1 && v.High == 1 && v.Unit == "":
		return false
	case v.Kind == value.Number && v.Low == 2 && v.High == 2:
		next := f.after(v.End)
		return next == nil || !pairNouns[next.Norm]
	}
	return true
}

// pairNouns are what two parties are called without being counted.
var pairNouns = text.WordSet(`sides countries nations leaders presidents powers men parties states`)

// inQuote reports whether a span lies in a quotation, which is checked as one.
func (f *facts) inQuote(sp text.Span) bool {
	for _, q := range f.quotes {
		if q.Contains(sp) {
			return true
		}
	}
	return false
}

// bornOut reports whether a source has the value; if not, instead is the value
// of the same kind that a source has in its place.
func bornOut(claim *facts, v value.Value, sources []*facts) (ok bool, instead string) {
	for _, s := range sources {
		same, other := s.bears(claim, v)
		if same {
			ok = true
		}
		if other != "" && instead == "" {
			instead = other
		}
	}
	if v.Kind == value.Number && v.Low == 2 && v.High == 2 && !ok {
		ok = anyWord(sources, pairWords)
	}
	return ok, instead
}

var pairWords = text.WordSet(`both two couple pair twice bilateral`)

func anyWord(sources []*facts, set map[string]bool) bool {
	for _, s := range sources {
		for i := range s.words {
			if set[s.words[i].Norm] {
				return true
			}
		}
	}
	return false
}

// bears reports whether the source has the value, or which other value stands in
// its place.
func (f *facts) bears(claim *facts, v value.Value) (same bool, other string) {
	for _, o := range f.values {
		switch {
		case sameValue(claim, v, f, o):
			return true, ""
		case other == "" && value.Rivals(v, o):
			other = o.Of(f.text)
		}
	}
	return false, other
}

// sameValue reports whether the source's value o bears out the claim's v.
func sameValue(claim *facts, v value.Value, f *facts, o value.Value) bool {
	if v.Kind == value.Date && o.Kind == value.Date {
		return value.SameDate(v.When, o.When)
	}
	if value.Share(v) != 0 && value.Share(o) != 0 && (v.Kind == value.Percent) != (o.Kind == value.Percent) {
		return math.Abs(value.Share(v)-value.Share(o)) < 0.005 || v.Hedged && math.Abs(value.Share(v)-value.Share(o)) < 0.02
	}
	if v.Kind != o.Kind || v.Ordinal != o.Ordinal {
		return false
	}
	if v.Kind == value.Number && !sameCounted(claim, v, f, o) {
		return false
	}
	v.Unit, o.Unit = "", ""
	return value.Agree(v, o) && closeTo(v, o) || sameFigure(v, o)
}

// farther is how much more than its bound an open figure may come to: nobody
// says "more than three" of six.
const farther = 1.5

// closeTo reports whether a figure is near the bound of an open one.
func closeTo(v, o value.Value) bool {
	open := func(x value.Value) bool { return x.Hedged && x.High >= 1.9*x.Low && x.Low > 0 }
	switch {
	case open(v) && open(o):
		return math.Abs(v.Low-o.Low) <= 0.1*o.Low
	case !open(v) && !open(o):
		return true
	case open(o):
		return (v.Low+v.High)/2 <= farther*o.Low
	}
	return (o.Low+o.High)/2 <= farther*v.Low
}

// sameCounted reports whether two plain numbers may count the same: nouns that
// have nothing in common do not keep "six villages" from "six settlements", but
// an ordinal belongs to its noun.
func sameCounted(claim *facts, v value.Value, f *facts, o value.Value) bool {
	if !v.Ordinal {
		return true
	}
	a, b := claim.after(v.End), f.after(o.End)
	return a == nil || b == nil || a.like(b) > 0
}

// after is the first word from a place on.
func (f *facts) after(at int) *token {
	for i := range f.words {
		if f.words[i].Start >= at {
			return &f.words[i]
		}
	}
	return nil
}

// sameFigure lets a claim leave out the "nearly" of its source: the figure is
// the same.
func sameFigure(v, o value.Value) bool {
	if v.Hedged || !o.Hedged || o.Kind == value.Date {
		return false
	}
	near := func(a, b float64) bool { return math.Abs(a-b) <= 0.001*math.Abs(b) }
	return near(v.Low, o.Low) || near(v.Low, o.High) || near(v.Low, (o.Low+o.High)/2)
}
