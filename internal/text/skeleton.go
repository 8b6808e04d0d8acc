package text

import "strings"

// Skeleton maps the spellings of a name that transliteration makes different to
// one key: Zelensky, Zelenskyy and Zelenskiy; Yuri and Yury; Sergei and Sergey;
// Aleksandr and Alexandr. Only names should be compared by it, because it also joins
// words that have nothing in common. norm is a word as [Fold] leaves it.
func Skeleton(norm string) string {
	if len(norm) < 3 {
		return norm
	}
	s := transliterations.Replace(norm)
	var b strings.Builder
	var last rune
	for _, r := range s {
		if r == last {
			continue // doubled letters
		}
		b.WriteRune(r)
		last = r
	}
	key := b.String()
	if strings.HasSuffix(key, "ei") && len(key) > 4 {
		key = key[:len(key)-2] + "i" // Sergei, Sergey, Sergii
	}
	return key
}

// transliterations are the letters that stand for one sound of another script,
// in the order in which they are tried.
var transliterations = strings.NewReplacer(
	"iy", "i", "yy", "i", "ij", "i", "yi", "i", "iu", "iu", "yu", "iu", "ju", "iu", "ia", "ia", "ya", "ia", "ja", "ia", "y", "i", "j", "i",
	"ks", "x", "ph", "f", "kh", "h", "ck", "k", "w", "v", "shch", "sh", "sch", "sh", "tch", "ch", "ou", "u", "dzh", "j",
)
