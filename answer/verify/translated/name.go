package translated

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sherpa/answer/verify"
	"sherpa/internal/text"
)

// names checks that every name of the claim stands in a source: places
// by what they mean, others by their spelling or their sound.
func (v *findings) names(claim *reading, x *sourceIndex) {
	var before []int
	for i := range claim.words {
		w := &claim.words[i]
		if w.inside || w.quoted {
			continue
		}
		found := []int(nil)
		switch {
		case w.IsNumeric() || w.figure && (claim.lang == "en" || claim.isFigureWord(i)):
		case claim.isPlace(i):
			if !claim.placeIn(i, x) {
				v.Fail(verify.FailedName, claim.phrase(i), "")
			}
		case claim.canBeName(i):
			if found = x.find(claim, i); len(found) == 0 && !claim.common(i, x) {
				v.Fail(verify.FailedName, w.Text, "")
			} else if claim.gap(i) == " " && apartInSources(before, found) && !claim.isCommonWord(i-1) && !claim.isCommonWord(i) {
				v.Fail(verify.FailedName, claim.words[i-1].Text+" "+w.Text, "")
			}
		}
		before = found
	}
}

// isFigureWord reports whether the word belongs to a value by its meaning.
func (r *reading) isFigureWord(i int) bool {
	_, figure := r.has(i, figureSense)
	_, number := r.has(i, numberSense)
	return figure || number || r.words[i].inside
}

// apartInSources reports whether two words that stand side by side in the claim
// do so nowhere in the sources: "Scott Rubio".
func apartInSources(a, b []int) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, x := range a {
		for _, y := range b {
			if x == y || y > x && y-x <= nameReach {
				return false
			}
		}
	}
	return true
}

// nameReach is how far apart the words of one name may stand in a source, which
// may have a middle name.
const nameReach = 2

func (r *reading) isPlace(i int) bool {
	_, ok := r.has(i, placeSense)
	return ok
}

// placeIn reports whether a source has the place, or the very words.
func (r *reading) placeIn(i int, x *sourceIndex) bool {
	for _, s := range r.words[i].senses {
		if s.kind == placeSense && x.places[s.key] {
			return true
		}
	}
	for k := i; k < i+r.words[i].covers; k++ {
		if len(x.at[r.norm(k)]) == 0 {
			return false
		}
	}
	return r.words[i].IsCapital()
}

// phrase is the text of the phrase that begins at word i.
func (r *reading) phrase(i int) string {
	last := min(len(r.words), i+max(1, r.words[i].covers)) - 1
	return r.text[r.words[i].Start:r.words[last].End]
}

// canBeName reports whether a word is written as a name is: with a capital, or
// in Latin letters in a Cyrillic sentence.
func (r *reading) canBeName(i int) bool {
	w := &r.words[i]
	if r.lang == "ru" || r.lang == "uk" {
		return w.IsCapital() || !isCyrillic(w.Norm)
	}
	return w.IsCapital() || isCyrillic(w.Norm)
}

// common reports whether the capital of word i is no name's: that of a German
// noun, of the first word, or of a title that the source has too.
func (r *reading) common(i int, x *sourceIndex) bool {
	w := &r.words[i]
	cyrillic := r.lang == "ru" || r.lang == "uk"
	if cyrillic != isCyrillic(w.Norm) {
		return false
	}
	initial := r.isInitial(i)
	if text.IsSmallWord(w.Norm, r.lang) && utf8.RuneCountInString(w.Norm) > 0 && (initial || r.lang == "de" || utf8.RuneCountInString(w.Norm) <= 3) {
		return true
	}
	if r.lang != "de" && r.commonSense(i, x, initial && cyrillic) || x.cognates[cognate(w.Norm)] && cognate(w.Norm) != "" {
		return true
	}
	if r.lang == "de" {
		return r.germanNoun(i, x)
	}
	return initial && !r.nameGoesOn(i+1) && (endsCommonly(w.Norm, r.lang) || beginsSentences(w.Norm, r.lang) || cyrillic && r.leadsNoun(i))
}

// leadsNoun reports whether the first word of a Cyrillic sentence, where names
// are mostly Latin, stands as nouns do that are no names: no verb follows.
func (r *reading) leadsNoun(i int) bool {
	next := r.norm(i + 1)
	if knownPerson(r.norm(i)) || next == "" || strings.Contains(r.gap(i+1), ",") {
		return false
	}
	return !slices.ContainsFunc(slavicVerbs, func(e string) bool { return strings.HasSuffix(next, e) && len(next) > len(e)+2 })
}

// slavicVerbs are endings of verbs in Russian and Ukrainian.
var slavicVerbs = strings.Fields("л ла ло ли лся лась лось лись ет ит ют ят ут ат ется ится ются ятся в вся лася лися є ить ять уть ать ється иться ються")

// knownPerson reports whether a word is a name that is known without the sources,
// in any case.
func knownPerson(norm string) bool {
	names := wordList("persons")
	if names[norm] {
		return true
	}
	return slices.ContainsFunc(caseEndings, func(e string) bool { return strings.HasSuffix(norm, e) && names[strings.TrimSuffix(norm, e)] })
}

// isCommonWord reports whether word i has a meaning that no name has.
func (r *reading) isCommonWord(i int) bool {
	_, concept := r.has(i, conceptSense)
	_, office := r.has(i, officeSense)
	return concept || office || r.lang == "de" && r.knownGerman(r.norm(i))
}

// commonSense reports whether the vocabulary has the word, as more than the
// beginning of a longer one. The source must have it as well, but for the first
// word of a sentence in a language without articles.
func (r *reading) commonSense(i int, x *sourceIndex, bare bool) bool {
	for _, s := range r.words[i].senses {
		if s.kind == placeSense || !s.covers(r.words[i].Norm) && r.words[i].covers == 1 {
			continue
		}
		if s.kind != conceptSense || bare || x.concepts[conceptKey(s.key)] {
			return true
		}
	}
	return false
}

// maxEnding is how many letters an ending may have that a stem takes.
const maxEnding = 5

// covers reports whether the meaning's stem is most of the word.
func (s *sense) covers(norm string) bool {
	return !s.stem || utf8.RuneCountInString(norm)-utf8.RuneCountInString(s.first) <= maxEnding
}

// isInitial reports whether word i begins the sentence or one in quotation marks.
func (r *reading) isInitial(i int) bool {
	return i == 0 || strings.ContainsAny(r.gap(i), "“‘„«\".:!?|")
}

// nameGoesOn reports whether word i is capital too and of the same script and no
// place's name, so that the one before it belongs to a name.
func (r *reading) nameGoesOn(i int) bool {
	return i < len(r.words) && r.gap(i) == " " && !r.isPlace(i) && r.words[i].IsCapital() && isCyrillic(r.norm(i)) == isCyrillic(r.norm(i-1))
}

// commonEndings are endings that names do not have.
var commonEndings = map[string][]string{
	"es": strings.Fields("dores tores cion ciones mente ando iendo aron ieron idades dores mientos istas eros imos adas idos"),
	"fr": strings.Fields("tion tions ment ments ant eurs istes ites ees ances ences ages"),
	"ru": strings.Fields("ы тель тели исты анты ницы ые ие ых ение ения ание ания ость ости ция ции ций ились лась лись ался ается ются ство ства тели телей овать ики ков ники ников ами ями"),
	"uk": strings.Fields("ери ори исти анти ати ики ачі яни иці ення ання ість ості ція ції цій лися лась вся ється ються ство ства телі ників ники увати ами ями ські цькі"),
	"en": strings.Fields("tion tions ment ments ing ings ers ness ists ities"),
}

func endsCommonly(norm, lang string) bool {
	return slices.ContainsFunc(commonEndings[lang], func(e string) bool {
		return strings.HasSuffix(norm, e) && len(norm) > len(e)+4
	})
}
