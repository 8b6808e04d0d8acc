package conversation

import (
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// Words by which people correct themselves, or how they were understood.
var (
	rejecting = text.WordSet(`no nope nah sorry oops wait actually hmm`)
	meaning   = [][]string{
		{"i", "meant"},
		{"i", "mean"},
		{"i", "wanted"},
		{"i", "asked", "about"},
		{"i", "was", "asking", "about"},
		{"i", "am", "asking", "about"},
		{"i'm", "asking", "about"},
		{"rather"},
		{"make", "that"},
	}
)

// correction returns what a correction puts in the place of something: what
// follows "no, I meant".
func (f *followUp) correction() (rest string, ok bool) {
	i := 0
	for i < len(f.words) && rejecting[f.words[i].Norm] {
		i++
	}
	rejects := i > 0 && i < len(f.words) && (articleWords[f.words[i].Norm] || strings.ContainsAny(f.asked[f.words[i-1].End:f.words[i].Start], ",.!;–"))
	for _, m := range meaning {
		if (&followUp{words: f.words[i:]}).startsWith(m) && i+len(m) < len(f.words) {
			i += len(m)
			ok = true
			break
		}
	}
	if i == len(f.words) {
		return "", false
	}
	rest = f.rest(i)
	short := len(f.words)-i <= maxFragment
	return rest, ok || rejects && (short || lexicon.QuestionLeads[f.words[i].Norm]) || short && f.words[i].Norm == "not"
}

// corrected is the last question with the correction.
func (f *followUp) corrected(rest string) string {
	if wrong, right, ok := instead(rest); ok {
		if at := strings.Index(text.Fold(f.last.Question), text.Fold(wrong)); at >= 0 && len(text.Fold(f.last.Question)) == len(f.last.Question) {
			return f.last.Question[:at] + right + f.last.Question[at+len(wrong):]
		}
		return f.substitute(right)
	}
	words := text.Words(rest)
	switch {
	case len(words) == 0:
		return f.asked
	case lexicon.QuestionLeads[words[0].Norm]:
		again := *f
		again.asked, again.words = rest, text.Words(rest)
		return again.replacePronouns()
	}
	return f.exchanged(rest)
}

// exchanged is the last question with something else in it: also another of those
// whom the last answer names.
func (f *followUp) exchanged(item string) string {
	if otherOne[lettersOf(item)] {
		return f.other()
	}
	if n, ok := numbered(item); ok {
		return f.oneOf(n)
	}
	if words := text.Words(item); len(words) > 2 && words[1].Norm == "other" && f.before[0].Norm == "who" && isPersonNoun(item) {
		return "Who are " + item + "?"
	}
	return f.substitute(item)
}

// inOrder are the words that say which one of several is meant; the last one is -1.
var inOrder = map[string]int{"first": 1, "former": 1, "second": 2, "latter": -1, "third": 3, "fourth": 4, "last": -1}

// numbered reads "the second one".
func numbered(item string) (n int, ok bool) {
	words := strings.Fields(lettersOf(item))
	if len(words) > 0 && words[0] == "the" {
		words = words[1:]
	}
	if len(words) == 2 && words[1] == "one" {
		words = words[:1]
	}
	if len(words) != 1 {
		return 0, false
	}
	n, ok = inOrder[words[0]]
	return n, ok
}

// asksNumbered reports whether the question asks who one of several is: "Who is the
// second one?"
func (f *followUp) asksNumbered() bool {
	if len(f.words) < 4 || f.words[0].Norm != "who" || !lexicon.Auxiliaries[f.words[1].Norm] || len(people(f.last.Short)) < 2 {
		return false
	}
	_, ok := numbered(f.rest(2))
	return ok
}

// oneOf asks of the n-th of those whom the last answer lists: who that is where it
// was asked for them. Without a list it asks of the other one.
func (f *followUp) oneOf(n int) string {
	all := people(f.last.Short)
	if n < 0 {
		n = len(all)
	}
	if len(all) < 2 || n > len(all) {
		return f.other()
	}
	return "Who is " + all[n-1] + "?"
}

// instead reads "not Ann, Bob", "not Ann but Bob", "Bob, not Ann" and "Bob instead
// of Ann".
func instead(s string) (wrong, right string, ok bool) {
	s = strings.TrimSpace(s)
	if not := "not "; len(s) >= len(not) && strings.EqualFold(s[:len(not)], not) {
		for _, sep := range []string{", but ", " but ", ", ", " – ", " - "} {
			if wrong, right, ok = strings.Cut(s[len(not):], sep); ok {
				return wrong, right, true
			}
		}
		return "", "", false
	}
	for _, sep := range []string{", not ", " not ", " instead of ", " rather than "} {
		if right, wrong, ok = strings.Cut(s, sep); ok {
			return wrong, right, true
		}
	}
	return "", "", false
}

var otherOne = phraseSet(`the other one; the other; other one; the other guy; the other man; the other woman; the other person; the other president; the other leader`)

// meansOther reports whether the question says that not this one was meant.
func (f *followUp) meansOther() bool {
	rest, ok := f.correction()
	return ok && otherOne[lettersOf(rest)]
}

// other asks of the other of two people: the one whom the last answer names and
// the question does not. Without one it asks who else.
func (f *followUp) other() string {
	asked := lastPerson(f.last.Question)
	for _, s := range f.last.Statements {
		for _, name := range people(s) {
			if asked != "" && !sharesWord(name, f.last.Question) {
				return strings.Replace(f.last.Question, asked, name, 1)
			}
		}
	}
	return f.elseOf(f.last.Question)
}

// sharesWord reports whether a word of a name stands in a text.
func sharesWord(name, in string) bool {
	for _, w := range text.Words(name) {
		for _, v := range text.Words(in) {
			if w.Norm == v.Norm {
				return true
			}
		}
	}
	return false
}
