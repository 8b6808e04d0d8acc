package retrieval

import (
	"strings"
	"unicode"

	"sherpa/internal/text"
)

// hasRun reports whether a rune stands three times in a row.
func hasRun(norm string) bool {
	run, last := 0, rune(-1)
	for _, r := range norm {
		if r != last {
			run, last = 0, r
		}
		if run++; run > 2 {
			return true
		}
	}
	return false
}

// unstretched writes a letter that stands three times or more once where a common
// word comes out ("whooo"), else twice.
func unstretched(norm string) (string, bool) {
	if !hasRun(norm) {
		return norm, false
	}
	once, twice := strings.Builder{}, strings.Builder{}
	run, last, stretched := 0, rune(0), false
	for _, r := range norm {
		if r != last {
			run, last = 0, r
		}
		run++
		if run == 1 {
			once.WriteRune(r)
		}
		if run <= 2 || !unicode.IsLetter(r) {
			twice.WriteRune(r)
		}
		stretched = stretched || run > 2 && unicode.IsLetter(r)
	}
	if !stretched || strings.Trim(norm, "ivxlcm") == "" { // "iii" is a number
		return norm, false
	}
	if w := once.String(); text.IsStop(w) || askingWords[w] || shortForms[w] != "" || fillers[w] {
		return w, true
	}
	return twice.String(), true
}
