package value

// spokenClock reads a time of day that begins at word i and has no figures for the
// minutes: "noon", "three o'clock", "half past three", "seven in the evening".
func (f *finder) spokenClock(i int) (Value, int, bool) {
	switch w := f.norm(i); {
	case w == "noon" || w == "midday":
		return f.clockValue(Value{Kind: Clock}, minutesOfDay/2, i, i+1)
	case w == "midnight":
		return f.clockValue(Value{Kind: Clock}, f.midnight(i), i, i+1)
	case w == "half" || w == "quarter" || f.hour(i) > 0:
		return f.spokenHour(i)
	}
	return Value{}, i, false
}

const (
	minutesOfDay  = 24 * 60
	minutesOfHour = 60
)

// midnight is the midnight at word i, in minutes: the one that ends a day where
// something is before it.
func (f *finder) midnight(i int) float64 {
	if f.norm(i-1) == "before" {
		return minutesOfDay
	}
	return 0
}

// hour is the hour of half a day at word i, in words or figures; 0 if there is
// none.
func (f *finder) hour(i int) float64 {
	if x := cardinals[f.norm(i)]; x >= 1 && x <= 12 {
		return x
	}
	if len(f.norm(i)) <= 2 && f.isNumeric(i) {
		if x, _, ok := cutFigure(f.norm(i)); ok && x >= 1 && x <= 12 && isDigits(f.norm(i)) {
			return x
		}
	}
	return 0
}

// spokenHour reads "half past three", "quarter to four" and "three o'clock", with
// the part of the day behind it.
func (f *finder) spokenHour(i int) (Value, int, bool) {
	at, minutes, known := f.partOfHour(i)
	h := f.hour(at)
	if h == 0 || at > i && !f.near(at) {
		return Value{}, i, false
	}
	next := at + 1
	if w := f.norm(next); (w == "o'clock" || w == "o’clock" || w == "oclock") && f.near(next) {
		next, known = next+1, true
	}
	half, after := f.dayPart(next)
	known = known || f.isBareHour(i, next)
	if !known && (half == "" || after > next+1 && !hourLeads[f.norm(i-1)]) {
		return Value{}, i, false
	}
	v := Value{Kind: Clock, Halved: half == ""}
	v.Unit, after = f.zone(after)
	minutes += float64(hourOfDay(int(h), half)) * minutesOfHour
	if minutes < 0 {
		minutes += minutesOfDay
	}
	return f.clockValue(v, minutes, i, after)
}

// isBareHour reports whether the number at word i is an hour because it counts nothing and
// stands behind "at": "played at six."
func (f *finder) isBareHour(i, next int) bool {
	return next == i+1 && f.norm(i-1) == "at" && f.near(i) && !f.isNumeric(i) && (!f.near(next) || hourFollowers[f.norm(next)])
}

// hourFollowers follow an hour that has no part of the day.
var hourFollowers = wordSet("on and or but when while as after before until")

// hourLeads come before an hour and not before a number of something.
var hourLeads = wordSet("at by around about until till from since after before")

// partOfHour reads "half past" and "quarter to" at word i: the word of the hour
// and the minutes that are added to it. Without them it is word i itself.
func (f *finder) partOfHour(i int) (at int, minutes float64, known bool) {
	part := map[string]float64{"half": 30, "quarter": 15}[f.norm(i)]
	if part == 0 {
		return i, 0, false
	}
	switch w := f.norm(i + 1); {
	case !f.near(i + 1):
	case w == "past":
		return i + 2, part, true
	case part == 15 && w == "to":
		return i + 2, -part, true
	}
	return len(f.words), 0, false
}

// dayPart reads the half of the day that words at i say, and the word after it.
func (f *finder) dayPart(i int) (half string, next int) {
	if w := f.norm(i); (w == "am" || w == "pm") && f.near(i) {
		return w, i + 1
	}
	if f.norm(i) == "in" && f.norm(i+1) == "the" && f.near(i) {
		if half = dayParts[f.norm(i+2)]; half != "" {
			return half, i + 3
		}
	}
	if f.norm(i) == "at" && f.norm(i+1) == "night" && f.near(i) {
		return "pm", i + 2
	}
	return "", i
}

var dayParts = map[string]string{"morning": "am", "afternoon": "pm", "evening": "pm"}
