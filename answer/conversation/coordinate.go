package conversation

import (
	"regexp"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// coordinated are the questions that a sentence asks one after the other: "Who
// came and what did they say?". A coordination within one question ("What did Ann
// and Bob say?", "Did they meet and agree?") stays whole.
func coordinated(s string) []string {
	s = orElseAnd.ReplaceAllString(s, " and $1")
	c := coordination{s: s, words: text.Words(s)}
	if shared := c.shared(); shared != nil {
		return shared
	}
	var all []string
	from := 0
	for i := 1; i < len(c.words); i++ {
		begin, ok := c.begins(from, i)
		if !ok {
			continue
		}
		all = append(all, c.question(from, i))
		from, i = begin, begin
	}
	return append(all, c.question(from, len(c.words)))
}

// coordination is a sentence that may ask several questions.
type coordination struct {
	s     string
	words []text.Word
}

func (c *coordination) norm(i int) string {
	if i < 0 || i >= len(c.words) {
		return ""
	}
	return c.words[i].Norm
}

// gap is what stands before word i.
func (c *coordination) gap(i int) string { return c.s[c.words[i-1].End:c.words[i].Start] }

// isCondition reports whether "if so" and the like stands at word i.
func (c *coordination) isCondition(i int) bool {
	return c.norm(i) == "if" && (c.norm(i+1) == "so" || c.norm(i+1) == "yes" || c.norm(i+1) == "not")
}

// joining are the words between two questions.
var joining = text.WordSet(`and but also then plus`)

// begins reports whether a new question begins with the joining words or the mark
// before word i, and with which word.
func (c *coordination) begins(from, i int) (begin int, ok bool) {
	begin = i
	for begin < len(c.words) && (joining[c.norm(begin)] || begin > i && c.isCondition(begin)) {
		begin++
		if c.norm(begin-1) == "if" {
			begin++
		}
	}
	if begin >= len(c.words) || strings.Count(c.s[:c.words[i].Start], `"`)%2 == 1 {
		return 0, false
	}
	joined, comma := begin > i, strings.ContainsAny(c.gap(i), ",;:") || strings.Contains(c.gap(i), " - ") || strings.Contains(c.gap(i), "–")
	if from == i || !c.isQuestion(from, i) {
		return 0, false
	}
	switch {
	case joined && lexicon.QuestionWords[c.norm(c.asker(begin))]:
		return begin, !c.relative(from, i, begin) && (i-from <= maxClause || c.inverted(begin))
	case joined && lexicon.Auxiliaries[c.norm(begin)]:
		return begin, c.turned(begin) && !c.embeds(from, i) && (!lexicon.Auxiliaries[c.norm(from)] || len(c.words) <= maxTwoClauses)
	case comma && c.lists(from, begin):
		return begin, true
	case comma && lexicon.QuestionWords[c.norm(c.asker(from))] && lexicon.Auxiliaries[c.norm(begin)]:
		return begin, lexicon.ClausePronouns[c.norm(begin+1)] && i-from >= minClause
	case comma:
		return begin, c.inverted(begin) && !relativeAskers[c.norm(begin)] && !c.relative(from, i, begin)
	}
	if c.goesOnWhether(from, i) {
		return begin, true
	}
	return begin, c.norm(i-1) != "how" && c.inverted(begin) && c.inverted(from) && !introduces[c.norm(i-1)] && !c.relative(from, i, begin)
}

// asker is the place of the question word of a question that begins at word i: "for how
// long", "with whom".
func (c *coordination) asker(i int) int {
	if prepositions[c.norm(i)] && lexicon.QuestionWords[c.norm(i+1)] {
		return i + 1
	}
	return i
}

// goesOnWhether reports whether a question of what, when or why is over at word i, and
// another begins that asks whether: "why did the roof fall was it old".
func (c *coordination) goesOnWhether(from, i int) bool {
	asks := lexicon.Auxiliaries[c.norm(i)] && lexicon.ClausePronouns[c.norm(i+1)] && i+2 < len(c.words)
	return asks && i-from > minClause && c.inverted(from) && !introduces[c.norm(i-1)] && !lexicon.QuestionWords[c.norm(i-1)] && !c.embeds(from, i)
}

// lists reports whether the question word at begin goes on with a list of indirect
// questions: "who came, where they met and how long they talked".
func (c *coordination) lists(from, begin int) bool {
	if !c.indirectAt(begin) || !lexicon.QuestionWords[c.norm(from)] {
		return false
	}
	for i := begin + 1; i+1 < len(c.words); i++ {
		if c.norm(i) == "and" && c.indirectAt(i+1) {
			return true
		}
	}
	return false
}

// indirectAt reports whether an indirect question begins at word i.
func (c *coordination) indirectAt(i int) bool {
	if !lexicon.QuestionWords[c.norm(i)] {
		return false
	}
	if c.norm(i) == "how" && howWords[c.norm(i+1)] {
		i++
	}
	return c.isSubject(i + 1)
}

// relativeAskers are the question words that mostly begin a relative clause after a
// comma.
var relativeAskers = text.WordSet(`who whom whose which`)

// introduces are the words after which a question is part of a sentence.
var introduces = text.WordSet(`of about on to in for at by with from than as know knows say says said tell told explain explained ask asked see wonder or like and`)

// isQuestion reports whether the words ask by themselves: they begin with a
// question word or an auxiliary, and "when" and "where" not only with a clause.
func (c *coordination) isQuestion(from, next int) bool {
	from = c.asker(from + politeness(c.words[from:next]))
	if from >= next {
		return false
	}
	switch first := c.norm(from); {
	case first == "when" || first == "where":
		return from+1 == next || lexicon.Auxiliaries[c.norm(from+1)] || from > 0 && c.indirectAt(from)
	case lexicon.QuestionWords[first], lexicon.Auxiliaries[first]:
		return true
	case requests[first]:
		return true
	}
	return false
}

// relative reports whether the question word at begin goes on with a clause of the
// question before it ("the man who came and who spoke", "say what it is and why").
func (c *coordination) relative(from, i, begin int) bool {
	lead := c.asker(from + politeness(c.words[from:i]))
	if c.has(lead, i, func(norm string) bool { return agreeing[norm] }) {
		return true
	}
	if lexicon.Auxiliaries[c.norm(lead)] {
		return c.embeds(from, i)
	}
	inner := func(norm string) bool {
		return norm == c.norm(begin) || begin+1 == len(c.words) && lexicon.QuestionWords[norm]
	}
	return c.has(lead+1, i, inner)
}

// agreeing are the verbs of what sources say of a question.
var agreeing = text.WordSet(`agree agrees disagree disagrees differ differs`)

// embeds reports whether words after the first hold a question word.
func (c *coordination) embeds(from, next int) bool {
	return c.has(from+politeness(c.words[from:next])+1, next, func(norm string) bool { return lexicon.QuestionWords[norm] })
}

func (c *coordination) has(from, next int, is func(string) bool) bool {
	return from < next && slices.ContainsFunc(c.words[from:next], func(w text.Word) bool { return is(w.Norm) })
}

// isSubject reports whether word i can begin the subject of a question.
func (c *coordination) isSubject(i int) bool {
	if i >= len(c.words)-1 {
		return false
	}
	norm := c.norm(i)
	return subjects[norm] || c.words[i].IsCapital() && !lexicon.QuestionWords[norm]
}

// turned reports whether the auxiliary at word i stands before its subject, as it
// does in a question. What follows a form of "be" or "have" may be no subject.
func (c *coordination) turned(i int) bool {
	if !c.isSubject(i + 1) {
		return false
	}
	return doing[c.norm(i)] || lexicon.ClausePronouns[c.norm(i+1)] || c.words[i+1].IsCapital()
}

// Limits of questions that are taken apart, in words: in longer sentences, a
// question word mostly begins a clause, and several verbs belong to one claim.
const (
	minClause     = 3
	maxClause     = 12
	maxTwoClauses = 16
)

var subjects = text.WordSet(`i you he she it we they there this that these those the a an any anyone anybody all both his her its their`)

// inverted reports whether a question word with an auxiliary and a subject stands
// at word i: "how long did it".
func (c *coordination) inverted(i int) bool {
	i = c.asker(i)
	if !lexicon.QuestionWords[c.norm(i)] {
		return false
	}
	at := i + 1
	if c.norm(i) == "how" && howWords[c.norm(at)] {
		at++
	}
	return lexicon.Auxiliaries[c.norm(at)] && (c.isSubject(at+1) || at+1 < len(c.words) && c.words[at+1].Norm == "there")
}

var howWords = text.WordSet(`long many much far often old big`)

// shared are the questions of several question words before one question: "When
// and where did they meet?"
func (c *coordination) shared() []string {
	start := politeness(c.words)
	var asks []text.Span
	at := start
	for at < len(c.words) && lexicon.QuestionWords[c.norm(at)] {
		end := at + 1
		if c.norm(at) == "how" && howWords[c.norm(end)] {
			end++
		}
		asks = append(asks, text.Span{Start: c.words[at].Start, End: c.words[end-1].End})
		at = end
		if c.norm(at) == "and" || c.norm(at) == "or" || at < len(c.words) && strings.Contains(c.gap(at), ",") && lexicon.QuestionWords[c.norm(at)] {
			for c.norm(at) == "and" || c.norm(at) == "or" {
				at++
			}
			continue
		}
		break
	}
	if len(asks) < 2 || at >= len(c.words) || !lexicon.Auxiliaries[c.norm(at)] && !c.isSubject(at) {
		return nil
	}
	all := make([]string, len(asks))
	for i, span := range asks {
		all[i] = questionFrom(span.Of(c.s) + " " + c.s[c.words[at].Start:])
	}
	return all
}

// question is what words ask, with its question mark.
func (c *coordination) question(from, next int) string {
	if from == 0 && next == len(c.words) {
		return c.s
	}
	end := c.words[next-1].End
	if next == len(c.words) {
		end = len(c.s)
	}
	return questionFrom(c.s[c.words[from].Start:end])
}

// questionFrom writes a question with a capital and a question mark.
func questionFrom(s string) string {
	s = text.Capital(orElse.ReplaceAllString(strings.TrimRight(s, " ,;:.!?-–—"), ""))
	if c := (coordination{s: s, words: text.Words(s)}); c.indirect() {
		return s
	}
	return s + "?"
}

// orElse ends a question that leaves open what else may be, and orElseAnd the first of
// several.
var (
	orElse    = regexp.MustCompile(`(?i) or (?:what|not|nah|something|whatever)$`)
	orElseAnd = regexp.MustCompile(`(?i) or (?:what|not|nah|something|whatever),? and (who|what|when|where|why|how)\b`)
)

// indirect reports whether the words are those of an indirect question: "where they
// met".
func (c *coordination) indirect() bool {
	at := politeness(c.words)
	return c.norm(at) != "who" && c.indirectAt(at)
}
