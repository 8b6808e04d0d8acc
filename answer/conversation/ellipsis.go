package conversation

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// substitute asks the last question of something else: a fragment takes the place
// of what is like it.
func (f *followUp) substitute(item string) string {
	item = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(item, " themselves"), " itself"))
	words := text.Words(item)
	if len(contentWords(words)) == 0 {
		return f.last.Question
	}
	preposition := ""
	if prepositions[words[0].Norm] && len(words) > 1 {
		preposition = words[0].Norm
		item = item[words[1].Start:]
		words = text.Words(item)
	}
	if preposition == "for" && !slices.ContainsFunc(f.before, func(w text.Word) bool { return w.Norm == preposition }) {
		preposition = "" // "And for Bob?" means what is asked of Ann
	}
	if other := f.ofOffice(words); other != "" {
		return other
	}
	if country := ofCountry(words); country != "" {
		if at, ok := f.country(preposition); ok {
			return f.last.Question[:at.Start] + country + f.last.Question[at.End:]
		}
	}
	if at, ok := f.replaceable(words, preposition); ok {
		return f.last.Question[:at.Start] + f.fitting(item, words, at) + f.last.Question[at.End:]
	}
	if preposition == "" && isEvent(item) {
		return f.ofEvent(item)
	}
	if at, ok := f.countedNoun(item); ok && preposition == "" {
		return f.last.Question[:at.Start] + item + f.last.Question[at.End:]
	}
	if at, ok := f.behind(preposition); ok {
		return f.last.Question[:at.Start] + item + "?"
	}
	if preposition == "" && !words[0].IsNumeric() {
		return f.asked // nothing in the last question is like it
	}
	return bare(f.last.Question) + " " + strings.TrimSpace(preposition+" "+item) + "?"
}

// countedNoun is what the last question counts, where something else is to be counted:
// "boats" in "How many boats sank?", and its verb too where the other comes with its own.
func (f *followUp) countedNoun(item string) (text.Span, bool) {
	if len(f.before) < 3 || f.before[0].Norm != "how" || f.before[1].Norm != "many" && f.before[1].Norm != "much" || text.IsStop(f.before[2].Norm) {
		return text.Span{}, false
	}
	if first := text.Words(item)[0]; first.IsCapital() || phraseLeads[first.Norm] {
		return text.Span{}, false
	}
	if strings.HasSuffix(item, "ed") {
		return text.Span{Start: f.before[2].Start, End: f.before[len(f.before)-1].End}, true
	}
	end := 3
	for end < len(f.before)-1 && !text.IsStop(f.before[end].Norm) && !isVerbLike(f.before[end].Norm) {
		end++
	}
	return text.Span{Start: f.before[2].Start, End: f.before[end-1].End}, true
}

// behind is what ends the last question behind a preposition: "him" in "What did Ann
// say about him?".
func (f *followUp) behind(preposition string) (text.Span, bool) {
	last := len(f.before) - 1
	if preposition == "" || last < 2 || f.before[last-1].Norm != preposition {
		return text.Span{}, false
	}
	return text.Span{Start: f.before[last].Start, End: f.before[last].End}, true
}

// isEvent reports whether a noun phrase names what happens.
func isEvent(phrase string) bool {
	words := text.Words(phrase)
	return len(words) > 0 && eventNouns[text.Stem(words[len(words)-1].Norm)]
}

// ofEvent asks the last question of another event than the one that its verb
// means: "the party" after "How long did they talk?".
func (f *followUp) ofEvent(item string) string {
	if !articleWords[text.Fold(firstWord(item))] {
		item = "the " + item
	}
	switch first := f.before[0].Norm; {
	case first == "how" && len(f.before) > 1 && f.before[1].Norm == "long":
		return "How long did " + item + " last?"
	case first == "when" || first == "where":
		return f.before[0].Text + " " + was(item) + "?"
	}
	return strings.TrimRight(f.last.Question, "?! .") + " at " + item + "?"
}

// ofOffice asks for another of the same office, which only one word tells apart: "the
// finance one" after "Who is the foreign minister?"
func (f *followUp) ofOffice(words []text.Word) string {
	last := len(words) - 1
	if last < 1 || words[last].Norm != "one" || text.IsStop(words[last-1].Norm) {
		return ""
	}
	for i := 1; i < len(f.before); i++ {
		if w := f.before[i-1]; isPersonNoun(f.before[i].Norm) && !text.IsStop(w.Norm) && !w.IsCapital() {
			return f.last.Question[:w.Start] + words[last-1].Text + f.last.Question[w.Start+len(w.Text):]
		}
	}
	return ""
}

// ofCountry is the country in "the Norwegian one".
func ofCountry(words []text.Word) string {
	last := len(words) - 1
	if last < 1 || words[last].Norm != "one" && words[last].Norm != "ones" || !text.IsCountry(words[last-1].Norm) {
		return ""
	}
	return words[last-1].Text
}

// fitting is what takes the place of a part of the last question: a name without
// its article where another stood without.
func (f *followUp) fitting(item string, words []text.Word, at text.Span) string {
	noun, isOne := f.nounFor(words, at)
	if isOne {
		return item[:words[len(words)-1].Start] + noun
	}
	item = capitalLike(trimOwn(item), at.Of(f.last.Question))
	before := text.Words(f.last.Question[:at.Start])
	if articleWords[words[0].Norm] && len(words) > 1 && len(before) > 0 && phraseLeads[before[len(before)-1].Norm] {
		return item[words[1].Start:]
	}
	return item
}

// capitalLike writes a name that was typed small with a capital where it takes the place
// of one that has it.
func capitalLike(item, other string) string {
	words := text.Words(item)
	if len(words) != 1 || !beginsLarge(other) || text.IsStop(words[0].Norm) {
		return item
	}
	return text.Capital(item)
}

var articleWords = text.WordSet(`the a an`)

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// nounFor is the noun that "one" stands for in "the bad one".
func (f *followUp) nounFor(words []text.Word, at text.Span) (string, bool) {
	if last := words[len(words)-1].Norm; len(words) < 2 || last != "one" && last != "ones" {
		return "", false
	}
	of := text.Words(at.Of(f.last.Question))
	return of[len(of)-1].Text, true
}

// trimOwn cuts a possessive ending.
func trimOwn(s string) string {
	if w := text.Words(s); len(w) > 0 {
		return s[:w[len(w)-1].Start] + w[len(w)-1].Text
	}
	return s
}

// replaceable finds what the new words stand for in the last question: what
// follows the same preposition, a country for a country, a name for a name, a
// thing for a thing.
func (f *followUp) replaceable(words []text.Word, preposition string) (text.Span, bool) {
	if words[0].IsNumeric() {
		return f.lastWord(preposition, text.Word.IsNumeric)
	}
	for _, w := range words {
		if !text.IsCountry(w.Norm) {
			continue
		}
		if at, ok := f.country(preposition); ok {
			return at, true
		}
	}
	if articleWords[words[0].Norm] || phraseLeads[words[0].Norm] {
		if at, ok := f.counterpart(words, preposition); ok {
			return at, true
		}
		if at, ok := f.likeThing(words); ok && (preposition == "" || f.followsPreposition(at)) {
			return at, true
		}
	}
	if isNamed := slices.ContainsFunc(words, text.Word.IsCapital); !isNamed && !f.isKnownName(words) {
		return text.Span{}, false
	}
	return f.likeName(preposition, f.isPerson(trimOwn(joinedText(words))))
}

// counterpart is the thing of the last question behind the same preposition; where a
// phrase that names people stands alone, it is the person whom the question names.
func (f *followUp) counterpart(words []text.Word, preposition string) (text.Span, bool) {
	if preposition != "" {
		for _, t := range thingsIn(f.last.Question) {
			if before := text.Words(f.last.Question[:t.Start]); len(before) > 0 && before[len(before)-1].Norm == preposition {
				return t, true
			}
		}
		return text.Span{}, false
	}
	if phrase := joinedText(words); !isPersonNoun(phrase) || slices.ContainsFunc(thingsIn(f.last.Question), func(t text.Span) bool { return isPersonNoun(t.Of(f.last.Question)) }) {
		return text.Span{}, false
	}
	for _, n := range f.names() {
		if f.isPerson(n.Of(f.last.Question)) {
			return n, true
		}
	}
	return text.Span{}, false
}

// followsPreposition reports whether a part of the last question stands after a
// preposition.
func (f *followUp) followsPreposition(at text.Span) bool {
	before := text.Words(f.last.Question[:at.Start])
	return len(before) > 0 && prepositions[before[len(before)-1].Norm]
}

func joinedText(words []text.Word) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Text
	}
	return strings.Join(all, " ")
}

// isPerson reports whether a name can be a person's: it is neither an acronym nor
// that of a country, and the last answer does not say that something was in it.
func (f *followUp) isPerson(name string) bool {
	words := text.Words(name)
	if !plainPerson(words) || len(name) > 1 && strings.ToUpper(name) == name {
		return false
	}
	for _, s := range f.last.Statements {
		if strings.Contains(s, " in "+name) {
			return false
		}
	}
	return true
}

// country is the country of the last question that another one takes the place of:
// the one after the same preposition, else the first.
func (f *followUp) country(preposition string) (text.Span, bool) {
	var first text.Span
	for i, w := range f.before {
		if !text.IsCountry(w.Norm) {
			continue
		}
		at := text.Span{Start: w.Start, End: w.Start + len(w.Text)}
		if preposition != "" && i > 0 && f.before[i-1].Norm == preposition {
			return at, true
		}
		if first.Len() == 0 {
			first = at
		}
	}
	return first, first.Len() > 0
}

// lastWord is the last word of the last question that is of a sort, after the
// preposition if there is one.
func (f *followUp) lastWord(preposition string, is func(text.Word) bool) (text.Span, bool) {
	for i, w := range slices.Backward(f.before) {
		if is(w) && (preposition == "" || i > 0 && prepositions[f.before[i-1].Norm]) {
			return text.Span{Start: w.Start, End: w.Start + len(w.Text)}, true
		}
	}
	return text.Span{}, false
}

// likeThing is the thing of the last question that a phrase stands for: one of the
// same noun, or the first.
func (f *followUp) likeThing(words []text.Word) (text.Span, bool) {
	head := text.Stem(words[len(words)-1].Norm)
	all := thingsIn(f.last.Question)
	for _, t := range all {
		w := text.Words(t.Of(f.last.Question))
		if text.Stem(w[len(w)-1].Norm) == head {
			return t, true
		}
	}
	if len(all) == 0 {
		return text.Span{}, false
	}
	if last := words[len(words)-1].Norm; last == "one" || last == "ones" {
		return all[len(all)-1], true
	}
	return f.described(all), true
}

// described is the first of the things, with what another adds to it ("the briefing
// for the press"); of "the price of the ticket" it is the ticket.
func (f *followUp) described(all []text.Span) text.Span {
	first := all[0]
	if len(all) == 1 {
		return first
	}
	switch between := strings.TrimSpace(f.last.Question[first.End:all[1].Start]); between {
	case "of":
		return all[1]
	case "for", "with", "about", "on":
		return text.Span{Start: first.Start, End: all[1].End}
	}
	return first
}

// likeName is the name of the last question that another one takes the place of:
// the one after the same preposition, else the last that is a person's or no
// country as the other is, else the last.
func (f *followUp) likeName(preposition string, person bool) (text.Span, bool) {
	names := f.names()
	if len(names) == 0 {
		return f.personPhrase(person)
	}
	best := names[len(names)-1]
	for _, n := range slices.Backward(names) {
		if name := n.Of(f.last.Question); person && f.isPerson(name) || !person && !text.IsCountry(text.Words(name)[0].Norm) {
			best = n
			break
		}
	}
	for _, n := range names {
		before := text.Words(f.last.Question[:n.Start])
		if preposition != "" && len(before) > 0 && before[len(before)-1].Norm == preposition {
			best = n
		}
	}
	return best, true
}

// personPhrase is what the last question calls somebody whom it does not name: "the
// baker".
func (f *followUp) personPhrase(person bool) (text.Span, bool) {
	for _, t := range thingsIn(f.last.Question) {
		if person && isPersonNoun(t.Of(f.last.Question)) {
			return t, true
		}
	}
	return text.Span{}, false
}

// names are the names in the last question, also those typed small that the
// answer has with a capital.
func (f *followUp) names() []text.Span {
	var spans []text.Span
	for _, n := range value.Names(f.last.Question, f.before) {
		spans = append(spans, text.Span{Start: n.Start, End: f.before[n.Next-1].Start + len(f.before[n.Next-1].Text)})
	}
	if len(spans) > 0 {
		return spans
	}
	known := f.answerNames()
	for _, w := range f.before {
		if known[w.Norm] {
			spans = append(spans, text.Span{Start: w.Start, End: w.Start + len(w.Text)})
		}
	}
	return spans
}

// answerNames are the folded words of the names in the last answer.
func (f *followUp) answerNames() map[string]bool {
	known := map[string]bool{}
	for _, s := range f.last.Statements {
		words := text.Words(s)
		for _, n := range value.Names(s, words) {
			for _, w := range words[n.First:n.Next] {
				known[w.Norm] = known[w.Norm] || !text.IsStop(w.Norm) && !lexicon.RoleWords[w.Norm] && !(n.Initial && n.Next-n.First == 1)
			}
		}
	}
	return known
}

// isKnownName reports whether words that were typed small are a name.
func (f *followUp) isKnownName(words []text.Word) bool {
	known := f.answerNames()
	if slices.ContainsFunc(words, func(w text.Word) bool { return known[w.Norm] }) {
		return true
	}
	small := strings.ToLower(f.asked) == f.asked
	return small && len(words) == 1 && !phraseLeads[words[0].Norm] && len(f.names()) > 0
}
