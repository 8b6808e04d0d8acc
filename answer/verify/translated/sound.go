package translated

import (
	"strings"
	"unicode"

	"sherpa/answer/verify"
)

// sound is how a name sounds, as far as transliterations agree on it.
type sound struct {
	// full has the vowels, bare only the consonants; bare is empty where too few
	// are left to tell names apart.
	full, bare string
	cyrillic   bool
}

// minBare is how many consonants tell a name.
const minBare = 3

// soundsOf are the ways in which a name can sound: as it is written, and without
// the endings that its case may have put to it.
func soundsOf(norm string) []sound {
	cyrillic := isCyrillic(norm)
	forms := []string{norm}
	if cyrillic {
		for _, e := range caseEndings {
			if stem, ok := strings.CutSuffix(norm, e); ok && len(stem) >= 6 {
				forms = append(forms, stem)
			}
		}
	} else if stem, ok := strings.CutSuffix(norm, "s"); ok && len(stem) >= 4 {
		forms = append(forms, stem)
	}
	sounds := make([]sound, 0, len(forms))
	for _, f := range forms {
		sounds = append(sounds, newSound(f, cyrillic))
	}
	return sounds
}

// caseEndings are what Russian and Ukrainian put to names.
var caseEndings = strings.Fields("а у ом ем е ы и ой ою ого ому ым им ю я ій им ої єю ем ові еві ємо ою их ым")

func newSound(norm string, cyrillic bool) sound {
	s := norm
	if cyrillic {
		s = latinise(s)
	}
	s = soundLetters.Replace(s)
	s = strings.TrimSuffix(squeezeLetters(s), "e")
	if rest, ok := strings.CutSuffix(s, "ei"); ok && len(rest) > 2 {
		s = rest + "i"
	}
	snd := sound{full: s, cyrillic: cyrillic}
	if bare := verify.Consonants(s); len(bare) >= minBare {
		snd.bare = bare
	}
	return snd
}

// like reports whether two names may be one. Names of one script are written
// alike but for letters that are one sound; between scripts vowels differ.
func (s sound) like(o sound) bool {
	if s.full == o.full && s.full != "" {
		return true
	}
	return (s.cyrillic || o.cyrillic) && s.bare != "" && s.bare == o.bare
}

// soundLetters writes letters and groups that stand for one sound the same way.
var soundLetters = strings.NewReplacer(
	"shch", "x", "tsch", "x", "tch", "x", "sch", "x", "sh", "x", "ch", "x", "zh", "x", "dzh", "x", "ts", "s", "tz", "s", "kh", "h", "ph", "f", "th", "t",
	"ck", "k", "qu", "k", "gue", "he", "gui", "hi", "ou", "u", "ce", "se", "ci", "si", "c", "k", "q", "k", "w", "v", "z", "s", "g", "h", "y", "i", "j", "i", "x", "ks",
)

// squeezeLetters writes doubled letters once.
func squeezeLetters(s string) string {
	var b strings.Builder
	last := rune(-1)
	for _, c := range s {
		if c != last && unicode.IsLetter(c) {
			b.WriteRune(c)
		}
		last = c
	}
	return b.String()
}

func isCyrillic(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool { return unicode.Is(unicode.Cyrillic, c) }) >= 0
}

// latinise writes Cyrillic letters as Latin ones.
func latinise(s string) string { return latinLetters.Replace(s) }

var latinLetters = strings.NewReplacer(
	"а", "a", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "е", "e", "є", "ie", "ж", "zh", "з", "z", "и", "i", "і", "i", "ї", "i", "й", "i", "к", "k", "л", "l",
	"м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "h", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "sh", "ъ", "", "ы", "i",
	"ь", "", "э", "e", "ю", "iu", "я", "ia", "'", "",
)

// cognateLetters is how many letters two words begin with that are probably one
// in two languages.
const cognateLetters = 5

// cognate is the beginning of a word as it is compared with those of other
// languages, and empty for short words.
func cognate(norm string) string {
	if isCyrillic(norm) {
		norm = latinise(norm)
	}
	norm = strings.TrimSuffix(soundLetters.Replace(norm), "e")
	if len(norm) < cognateLetters+1 {
		return ""
	}
	return norm[:cognateLetters]
}
