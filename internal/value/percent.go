package value

import "strings"

// percentAfter reports whether a percent sign or word follows before word i.
func (f *finder) percentAfter(i int) bool {
	_, _, ok := f.percentEnd(i)
	return ok
}

// percentEnd returns where a percent sign or word ends that follows the word
// before i, and the next word.
func (f *finder) percentEnd(i int) (end, next int, ok bool) {
	end = f.words[i-1].End
	for _, sign := range []string{"%", " %"} {
		if strings.HasPrefix(f.s[end:], sign) {
			return end + len(sign), i, true
		}
	}
	switch w := f.norm(i); {
	case !f.near(i):
		return 0, i, false
	case w == "percentage" && (f.norm(i+1) == "points" || f.norm(i+1) == "point") && f.near(i+1):
		return f.words[i+1].End, i + 2, true
	case w == "percent" || w == "percentage" || w == "pct":
		return f.words[i].End, i + 1, true
	case w == "per" && f.norm(i+1) == "cent":
		return f.words[i+1].End, i + 2, true
	}
	return 0, i, false
}
