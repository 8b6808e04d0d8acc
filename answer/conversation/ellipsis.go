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
	if text.Fold(item) == "the us" {
		item = "the US" // nobody says "the us" of himself
	}
	words := text.Words(item)
	if len(contentWords(words)) == 0 && !text.IsCountry(words[len(words)-1].Norm) {
		return f.last.Question
	}
	preposition := ""
	if prepositions[words[0].Norm] && len(words) > 1 {
		preposition = words[0].Norm
		item = item[words[1].Start:]
		words = text.Words(item)
	}
	if at := f.atTime(item); preposition == "" && at != "" && !words[0].IsNumeric() {
		return at
	}
	if preposition == "per" {
		return bare(f.last.Question) + " per " + item + "?" // nothing is like a share
	}
	if preposition == "for" && !slices.ContainsFunc(f.before, func(w text.Word) bool { return w.Norm == preposition }) {
		preposition = "" // "And for Bob?" means what is asked of Ann
	}
	if other := f.otherRelative(words); other != "" {
		return other
	}
	if (lexicon.OwnPronouns[words[0].Norm] || words[0].Norm == "their") && len(words) > 1 {
		return f.ofOwner(item)
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

// ofOwner asks the last question of somebody of whom the one spoken of has, "his wife",
// and about a thing of his by itself.
func (f *followUp) ofOwner(item string) string {
	owned := (&followUp{asked: item, words: text.Words(item), last: f.last, before: f.before, history: f.history}).replacePronouns()
	who := f.person()
	decides := lexicon.Auxiliaries[affirmative(f.before[0].Norm)] // "No" of one says nothing of another
	if owned == item || decides || !isPersonNoun(item) || who == "" || !strings.Contains(f.last.Question, who) {
		return "What about " + owned + "?"
	}
	return strings.Replace(f.last.Question, who, owned, 1)
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

func joinedText(words []text.Word) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Text
	}
	return strings.Join(all, " ")
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
