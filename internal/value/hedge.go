package value

import (
	"math"
	"strings"
)

// bounds says how far a hedged figure may be from what is written, as shares of
// it.
type bounds struct {
	below, above      float64
	openLow, openHigh bool // excludes the figure itself
}

// of returns the range of a hedged figure.
func (b bounds) of(x float64) (low, high float64) {
	low, high = x*(1-b.below), x*(1+b.above)
	if b.openLow {
		low = math.Nextafter(x, math.Inf(1))
	}
	if b.openHigh {
		high = math.Nextafter(x, math.Inf(-1))
	}
	return min(low, high), max(low, high)
}

// ofTime is of for a time of day: a hedge means about half an hour, whatever the
// hour.
func (b bounds) ofTime(minutes float64) (low, high float64) {
	const margin = 30
	low, high = minutes, minutes
	if b.below > 0 {
		low = max(low-margin, 0)
	}
	if b.above > 0 {
		high += margin
	}
	return low, high
}

var (
	under   = bounds{below: 0.25, openHigh: true}
	over    = bounds{above: 1, openLow: true}
	about   = bounds{below: 0.1, above: 0.1}
	atLeast = bounds{above: 1}
	atMost  = bounds{below: 1}
)

// hedges are the words that turn a figure into a bound.
var hedges = map[string]bounds{
	"nearly": under, "almost": under, "under": under, "less than": under, "fewer than": under, "shorter than": under, "close to": under,
	"below": under, "not quite": under, "short of": under, "approaching": under, "shy of": under,
	"more than": over, "over": over, "above": over, "exceeding": over, "greater than": over, "longer than": over, "later than": over,
	"upwards of": over, "in excess of": over, "north of": over,
	"about": about, "around": about, "roughly": about, "approximately": about, "some": about, "estimated": about, "circa": about, "something like": about,
	"at least": atLeast, "no less than": atLeast, "no fewer than": atLeast, "not less than": atLeast, "as few as": atLeast, "minimum of": atLeast,
	"as many as": atMost, "as much as": atMost, "up to": atMost, "at most": atMost, "no more than": atMost, "not more than": atMost,
	"no longer than": atMost, "maximum of": atMost, "at the most": atMost, "at the least": atLeast, "at the very least": atLeast,
}

// hedgeEnds are the last words of hedges: most words are none.
var hedgeEnds = func() map[string]bool {
	ends := map[string]bool{}
	for phrase := range hedges {
		ends[phrase[strings.LastIndexByte(phrase, ' ')+1:]] = true
	}
	return ends
}()

// hedgeIntros are words that a hedge may begin with and that change nothing: the
// value's place includes them.
var hedgeIntros = wordSet("just well slightly an")

// longestHedge is how many words a hedge has at most.
const longestHedge = 4

// hedgeBefore finds the hedge that ends just before word i and where it starts.
func (f *finder) hedgeBefore(i int) (h bounds, start int, ok bool) {
	if !hedgeEnds[f.norm(i-1)] {
		return bounds{}, i, false
	}
	phrase := ""
	for at := i - 1; at >= max(0, i-longestHedge); at-- {
		if phrase != "" {
			phrase = " " + phrase
		}
		phrase = f.norm(at) + phrase
		if b, found := hedges[phrase]; found {
			h, start, ok = b, at, true
		}
	}
	if ok && hedgeIntros[f.norm(start-1)] && f.near(start) {
		start--
	} else if ok && f.norm(start-2) == "a" && (f.norm(start-1) == "little" || f.norm(start-1) == "bit") && f.near(start) && f.near(start-1) {
		start -= 2
	}
	return h, start, ok
}

// hedgesAfter are the words after a value that turn it into a bound.
var hedgesAfter = map[string]bounds{"so": about, "more": atLeast, "less": atMost, "fewer": atMost, "longer": atLeast}

// hedgeAfter widens v by the hedge that begins at word next ("or so", "or more"),
// and reports whether there is one.
func (f *finder) hedgeAfter(v *Value, next *int) bool {
	h, ok := hedgesAfter[f.norm(*next+1)]
	if !ok || f.norm(*next) != "or" || v.Hedged || !f.near(*next) || !f.near(*next+1) {
		return false
	}
	*next += 2
	v.End, v.Hedged = f.words[*next-1].End, true
	v.Low, v.High = h.of(v.Low)
	return true
}

// applyHedge widens v, whose number begins at word i, by the hedge before it.
func (f *finder) applyHedge(v *Value, i int) {
	h, start, ok := f.hedgeBefore(i)
	if !ok {
		return
	}
	v.Hedged = true
	v.Start = min(v.Start, f.words[start].Start)
	if v.Kind == Clock {
		v.Low, v.High = h.ofTime(v.Low)
		return
	}
	low, _ := h.of(v.Low)
	_, high := h.of(v.High)
	v.Low, v.High = low, max(low, high)
}
