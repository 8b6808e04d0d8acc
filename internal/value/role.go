package value

import (
	"strings"

	"sherpa/internal/text"
)

// Role is what a duration says, beside how long something took.
type Role int

// The roles of durations; a plain number can be an age, too.
const (
	NoRole Role = iota
	Age         // "58-year-old", "aged 58", "Lind, 58,"
	Ago         // "two days ago"
	Gap         // "two days later": how far apart two events are
)

// roleWords are the words behind a duration that give it a role.
var roleWords = map[string]Role{"old": Age, "olds": Age, "ago": Ago, "later": Gap, "earlier": Gap, "afterwards": Gap, "afterward": Gap, "before": Gap, "after": Gap}

// inRole sets the role of v, whose number begins at word i and that word next
// follows, and returns the word after it.
func (f *finder) inRole(v *Value, i, next int) int {
	switch {
	case v.Kind == Duration && !v.Ordinal:
		return f.durationRole(v, i, next)
	case v.Kind == Number && !v.Ordinal && v.Unit == "" && f.isAge(i, next):
		v.Role = Age
	}
	return next
}

// lasting are the words before a duration by which it is how long something took,
// whatever came before or after that: "for nine hours before", "it was nine hours before".
var lasting = wordSet("for was is took takes take lasted lasts spent needed within")

// durationRole sets the role of the duration that begins at word i and that word next
// follows, and returns the word after it.
func (f *finder) durationRole(v *Value, i, next int) int {
	if !f.near(next) {
		return next
	}
	w := f.norm(next)
	if w == "of" && f.norm(next+1) == "age" {
		v.Role, v.End = Age, f.words[next+1].End
		return next + 2
	}
	role, relates := roleWords[w], w == "before" || w == "after"
	if role == NoRole || relates && lasting[f.norm(i-1)] {
		return next
	}
	v.Role = role
	if relates {
		return next
	}
	v.End = f.words[next].End
	return next + 1
}

// isAge reports whether the number from word i up to next is somebody's age: it
// follows "aged", stands alone between commas or in parentheses behind a noun, or is all
// that is said of somebody.
func (f *finder) isAge(i, next int) bool {
	if w := f.norm(i - 1); w == "aged" || w == "age" {
		return f.near(i)
	}
	if f.isOfSomebody(i, next) {
		return true
	}
	if i == 0 || next != i+1 || f.isNumeric(i-1) || f.isNumeric(next) || text.IsStop(f.norm(i-1)) || len(f.norm(i)) > 3 {
		return false
	}
	before, after := strings.TrimSpace(f.between(i-1)), f.s[f.words[i].End:]
	return before == "," && (after == "" || strings.ContainsAny(after[:1], ",.;")) && !f.listed(i) || before == "(" && strings.HasPrefix(after, ")")
}

// isOfSomebody reports whether a clause says no more of a person than the number: "who is
// 71,", "she was 49."
func (f *finder) isOfSomebody(i, next int) bool {
	w := f.norm(i - 1)
	if i < 2 || next != i+1 || w != "is" && w != "was" || len(f.norm(i)) > 2 || !personal[f.norm(i-2)] {
		return false
	}
	after := f.s[f.words[i].End:]
	return after == "" || strings.ContainsAny(after[:1], ",.;")
}

var personal = wordSet("who he she")

// listed reports whether the number at word i stands in a row with what follows:
// "gates 4, 6, and 9".
func (f *finder) listed(i int) bool {
	w := f.norm(i + 1)
	return f.isNumeric(i+2) || w == "and" || w == "or"
}
