package verify

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// capitals stand for a country's government, but as places for themselves.
var capitals = text.WordSet(`washington moscow kremlin kyiv kiev london paris berlin beijing tokyo delhi rome madrid warsaw ankara jerusalem tehran ottawa
	oslo stockholm helsinki athens cairo`)

// nameKey is equal for the spellings of one name, as far as transliteration
// makes them different, and for a country and its people.
func nameKey(norm string) string {
	if country := text.Country(norm); country > 0 {
		return strconv.Itoa(country)
	}
	if len(norm) < 4 {
		return norm
	}
	return text.Skeleton(norm)
}

// names checks that every name of the claim stands in a source.
func (v *Result) names(claim *facts, sources []*facts) {
	for _, n := range claim.names {
		if claim.inQuote(n.Span) || n.Initial && !claim.initialName(n) && !claim.wholeName(n) {
			continue
		}
		if words := claim.missingWords(n, sources); len(words) > 0 {
			v.Fail(FailedName, n.Of(claim.text), claim.counterpart(n, sources))
		}
	}
}

// initialName reports whether the word that begins the sentence is a name and
// not capital by its place only: it is followed as a name is, and looks neither
// like a plural nor like an adverb.
func (f *facts) initialName(n value.Name) bool {
	w := f.words[n.First]
	if n.Next >= len(f.words) || w.Len() > len(w.Text) || text.IsCountry(w.Norm) {
		return true
	}
	if titleWord(w.Norm) || massNouns[w.Norm] {
		return false
	}
	next := f.words[f.pastAdverbs(n.Next)].Norm
	if endsLikeCommon(w.Norm) {
		return !strings.HasSuffix(w.Norm, "ly") && singularVerbs[next]
	}
	return verbLike(next) || next == "and" || lexicon.PlaceLeads[next] || strings.HasPrefix(f.gap(n.Next), ",")
}

// pastAdverbs is the word at i or, where small adverbs stand there, the one after
// them.
func (f *facts) pastAdverbs(i int) int {
	for i+1 < len(f.words) && adverbs[f.words[i].Norm] {
		i++
	}
	return i
}

var adverbs = text.WordSet(`also once never later then still only now often again always first`)

// singularVerbs follow one thing and not several.
var singularVerbs = text.WordSet(`is was has does says wants calls plans hopes expects demands requires rejects accepts faces insists`)

// wholeName reports whether more than the first word of an initial name is
// capital, so that it is a name whatever its first word is.
func (f *facts) wholeName(n value.Name) bool { return n.Next-n.First > 1 }

var massNouns = text.WordSet(`progress peace war dialogue diplomacy talk trade security aid support work speculation pressure money everyone everybody someone somebody
	nothing something everything anyone half part news crisis status analysis basis`)

// endsLikeCommon reports whether a word ends as plurals, adverbs and abstract
// nouns do.
func endsLikeCommon(norm string) bool {
	for _, end := range []string{"us", "is", "os", "as"} {
		if strings.HasSuffix(norm, end) {
			return false
		}
	}
	for _, end := range []string{"s", "ing", "ly", "ed", "ment", "tion", "ness"} {
		if strings.HasSuffix(norm, end) {
			return true
		}
	}
	return false
}

func verbLike(norm string) bool {
	return auxiliaryVerbs[norm] || len(norm) > 4 && strings.HasSuffix(norm, "ed") || text.Base(norm) != norm && !strings.HasSuffix(norm, "men")
}

var auxiliaryVerbs = text.WordSet(`is was has had will would can could may might should must does did says wants calls plans hopes expects demands requires rejects accepts faces`)

// titleWord reports whether a word belongs to titles and offices.
func titleWord(norm string) bool { return lexicon.RoleWords[norm] && !capitals[norm] }

// missingWords are the words of a name that no source has. Titles and nouns of
// places are left out where something else is left to go by.
func (f *facts) missingWords(n value.Name, sources []*facts) []*token {
	var telling, missing []*token
	for i := n.First; i < n.Next; i++ {
		if w := &f.words[i]; !w.stop && !titleWord(w.Norm) && !lexicon.PlaceNouns[w.Norm] && !genericNames[w.Norm] {
			telling = append(telling, w)
		}
	}
	if len(telling) == 0 {
		return nil
	}
	for _, w := range telling {
		if !f.nameIn(w, sources) {
			missing = append(missing, w)
		}
	}
	if last := telling[len(telling)-1]; len(missing) < len(telling) && !slices.Contains(missing, last) && !f.otherFirst(telling, sources) {
		return nil
	}
	if len(missing) > 0 && acronymIn(f.words[n.First:n.Next], sources) {
		return nil
	}
	return missing
}

// otherFirst reports whether the sources have the last word of the name only
// with another first name before it ("Melania Trump" for "Donald Trump").
func (f *facts) otherFirst(telling []*token, sources []*facts) bool {
	if len(telling) < 2 {
		return false
	}
	first, last := telling[len(telling)-2], telling[len(telling)-1]
	other := false
	for _, s := range sources {
		for i := range s.words {
			if s.words[i].key != last.key {
				continue
			}
			switch before := s.firstName(i); {
			case before == nil:
			case Consonants(before.key) == Consonants(first.key):
				return false
			default:
				other = true
			}
		}
	}
	return other
}

// firstName is the first name before the family name at word i, or nil.
func (f *facts) firstName(i int) *token {
	if i == 0 || f.gap(i) != " " {
		return nil
	}
	w := &f.words[i-1]
	if !w.IsCapital() || possessed(w) || w.stop || titleWord(w.Norm) || lexicon.PlaceNouns[w.Norm] || text.IsCountry(w.Norm) {
		return nil
	}
	return w
}

// Consonants is a name without its vowels, which transliterations choose freely.
func Consonants(key string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiouy", r) {
			return -1
		}
		return r
	}, key)
}

var genericNames = text.WordSet(`joint air full summit talks meeting house white second world war i ii mr mrs ms dr`)

// nameIn reports whether a source has the word in some spelling or form.
func (f *facts) nameIn(w *token, sources []*facts) bool {
	asPlace := f.isPlace(w)
	for _, s := range sources {
		for i := range s.words {
			o := &s.words[i]
			switch {
			case w.Norm == o.Norm && (!asPlace || !s.describes(i)):
				return true
			case asPlace:
			case w.key != "" && w.key == o.key, w.stem == o.stem:
				return true
			}
		}
	}
	return !asPlace && acronymOf(w, sources)
}

// isPlace reports whether a capital stands for itself and not for a government.
func (f *facts) isPlace(w *token) bool { return capitals[w.Norm] && f.inPlace(w) }

// describes reports whether the name at word i only describes what follows it
// ("Kremlin officials").
func (f *facts) describes(i int) bool {
	return i+1 < len(f.words) && f.gap(i+1) == " " && !f.words[i+1].stop && !f.words[i+1].name && !f.words[i+1].number
}

// inPlace reports whether the word follows a preposition of place or motion.
func (f *facts) inPlace(w *token) bool {
	for i := 1; i < len(f.words); i++ {
		if f.words[i].Start != w.Start {
			continue
		}
		lead := f.words[i-1].Norm
		if lead == "the" && i > 1 {
			lead = f.words[i-2].Norm
		}
		return lexicon.PlaceLeads[lead] || lexicon.MotionLeads[lead]
	}
	return false
}

// acronymOf reports whether the word is the initials of a name in a source.
func acronymOf(w *token, sources []*facts) bool {
	if n := len(w.Norm); n < 2 || n > 6 || strings.ToUpper(w.Text) != w.Text {
		return false
	}
	for _, s := range sources {
		for _, n := range s.names {
			if initials(s.words[n.First:n.Next]) == w.Norm {
				return true
			}
		}
	}
	return false
}

// acronymIn reports whether a source has the initials of the name.
func acronymIn(name []token, sources []*facts) bool {
	short := initials(name)
	if len(short) < 2 {
		return false
	}
	for _, s := range sources {
		for i := range s.words {
			if s.words[i].Norm == short && s.words[i].IsCapital() {
				return true
			}
		}
	}
	return false
}

func initials(words []token) string {
	var b strings.Builder
	for i := range words {
		if !words[i].stop {
			r, _ := utf8.DecodeRuneInString(words[i].Norm)
			b.WriteRune(r)
		}
	}
	return b.String()
}
