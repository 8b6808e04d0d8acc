package answer

import (
	"slices"
	"strings"

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
	if at, ok := f.replaceable(words, preposition); ok {
		return f.last.Question[:at.Start] + f.fitting(item, words, at) + f.last.Question[at.End:]
	}
	if preposition != "" {
		item = preposition + " " + item
	}
	return strings.TrimRight(f.last.Question, "?! .") + " " + item + "?"
}

// fitting is what takes the place of a part of the last question: a name without
// its article where another stood without.
func (f *followUp) fitting(item string, words []text.Word, at text.Span) string {
	noun, isOne := f.nounFor(words, at)
	if isOne {
		return item[:words[len(words)-1].Start] + noun
	}
	item = trimOwn(item)
	if articleWords[words[0].Norm] && len(words) > 1 && words[1].IsCapital() && !articleWords[text.Fold(firstWord(at.Of(f.last.Question)))] {
		return item[words[1].Start:]
	}
	return item
}

var articleWords = wordSet(`the a an`)

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
		if at, ok := f.likeThing(words); ok {
			return at, true
		}
	}
	if isNamed := slices.ContainsFunc(words, text.Word.IsCapital); !isNamed && !f.isKnownName(words) {
		return text.Span{}, false
	}
	return f.likeName(preposition)
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
// the one after the same preposition, else the last that is no country, else the
// last.
func (f *followUp) likeName(preposition string) (text.Span, bool) {
	names := f.names()
	if len(names) == 0 {
		return text.Span{}, false
	}
	best := names[len(names)-1]
	for _, n := range slices.Backward(names) {
		if first := text.Words(n.Of(f.last.Question))[0]; !text.IsCountry(first.Norm) {
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
	for _, s := range f.last.Answer.Statements {
		words := text.Words(s.Text)
		for _, n := range value.Names(s.Text, words) {
			for _, w := range words[n.First:n.Next] {
				known[w.Norm] = known[w.Norm] || !text.IsStop(w.Norm) && !(n.Initial && n.Next-n.First == 1)
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

// isBareQuestion reports whether there is a question word and nothing to ask
// about: "Why?", "And how long?".
func (f *followUp) isBareQuestion() bool {
	asks := false
	for _, w := range f.words {
		asks = asks || questionLeads[w.Norm]
		if !text.IsStop(w.Norm) && !bareWords[w.Norm] || personPronouns[w.Norm] || thingPronouns[w.Norm] || groupPronouns[w.Norm] {
			return false
		}
	}
	return asks
}

var bareWords = wordSet(`long many much exactly year day date time place city country person`)

// complete adds what the last question asked about.
func (f *followUp) complete() string {
	at := f.auxiliary(f.before)
	if at > 0 && f.before[at-1].Norm == "who" && !doing[f.before[at].Norm] && f.asksCircumstance() {
		if len(f.names()) > 0 && len(f.before)-at <= 3 && !prepositions[f.before[at+1].Norm] {
			return f.asked // "Who is Ann Lee?" has no circumstances
		}
		return bare(f.asked) + " was it that someone " + f.predicate() + "?"
	}
	if at < 0 && f.asksCircumstance() {
		if cleft := f.cleft(); cleft != "" {
			return cleft
		}
	}
	if f.asks("long") && !f.last.Told {
		if thing := f.subjectEvent(at); thing != "" {
			return bare(f.asked) + " did " + thing + " last?"
		}
	}
	rest := f.predicate()
	if rest == "" {
		return f.asked
	}
	return bare(f.asked) + " " + rest + "?"
}

func bare(s string) string { return strings.TrimRight(s, "?! .") }

// asksCircumstance reports whether when, where, why or how is asked.
func (f *followUp) asksCircumstance() bool {
	return f.asks("when") || f.asks("where") || f.asks("why") || f.asks("how") && !f.asks("many")
}

// cleft asks for the circumstances of what somebody did: "When was it that Ann
// signed the treaty?"
func (f *followUp) cleft() string {
	topic := f.topic()
	if topic == "" {
		return ""
	}
	who := f.last.Answer.ShortAnswer
	if lastPerson(who) == "" && len(value.Names(who, text.Words(who))) == 0 {
		if thing := f.firstThing(); thing != "" {
			if f.asks("long") {
				return bare(f.asked) + " did " + thing + " last?"
			}
			return bare(f.asked) + " was " + thing + "?"
		}
		who = "someone"
	}
	return bare(f.asked) + " was it that " + who + " " + topic + "?"
}

// subjectEvent is the subject of a question about where or when something was
// held, which may be asked how long it lasted.
func (f *followUp) subjectEvent(at int) string {
	if at < 0 || doing[f.before[at].Norm] && !f.lasts() {
		return ""
	}
	return f.firstThing()
}

// lasts reports whether the last question asks of an event that took place.
func (f *followUp) lasts() bool {
	end := f.before[len(f.before)-1].Norm
	return end == "place" || lasting[end]
}

// lasting are the verbs that ask for nothing but how long something took.
var lasting = wordSet(`last lasted take took`)

// predicate is the last question from its auxiliary on ("did they sign it"), or
// its topic where it has none. How long something lasted is asked once: "And
// where?" then asks where it took place.
func (f *followUp) predicate() string {
	at := f.auxiliary(f.before)
	if at < 0 {
		return f.topic()
	}
	end := len(f.before) - 1
	if lasting[f.before[end].Norm] && !f.asks("long") {
		return f.last.Question[f.before[at].Start:f.before[end].Start] + "take place"
	}
	return f.last.Question[f.before[at].Start:f.before[end].End]
}

var auxiliaries = wordSet(`did does do is are was were has have had will would can could should`)

// auxiliary is the place of the auxiliary before the topic; -1 if there is none.
func (f *followUp) auxiliary(words []text.Word) int {
	at := -1
	for i := 0; i < len(words) && (questionLeads[words[i].Norm] || bareWords[words[i].Norm] || words[i].Norm == "and"); i++ {
		if auxiliaries[words[i].Norm] {
			at = i
		}
	}
	if at == len(words)-1 {
		return -1
	}
	return at
}

// topic is the last question without its question word and auxiliary.
func (f *followUp) topic() string {
	i := 0
	for i < len(f.before) && (questionLeads[f.before[i].Norm] || bareWords[f.before[i].Norm] || f.before[i].Norm == "and") {
		i++
	}
	if i == len(f.before) {
		return ""
	}
	return f.last.Question[f.before[i].Start:f.before[len(f.before)-1].End]
}
