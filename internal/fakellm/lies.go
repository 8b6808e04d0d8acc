package fakellm

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// lie makes a statement of a sentence. Unless it says otherwise the statement
// cites the sentence: what is wrong is what it says.
type lie = func(l *liar, s sentence) statement

func cited(text string, s sentence) statement { return statement{text, []string{s.token}} }

// lies are the kinds of statements, the true one among them.
var lies = []named[lie]{
	{"true", func(_ *liar, s sentence) statement { return cited(s.text, s) }},
	{"wrong sentence cited", func(l *liar, s sentence) statement { return cited(s.text, l.sentence()) }},
	{"nothing cited", func(_ *liar, s sentence) statement { return statement{Text: s.text} }},
	{"changed number", textual(changeNumber)},
	{"changed month", textual(changeMonth)},
	{"changed weekday", textual(changeDay)},
	{"changed year", textual(changeYear)},
	{"changed unit", textual(changeUnit)},
	{"changed name", textual(changeName)},
	{"swapped names", textual(swapNames)},
	{"swapped name between sentences", func(l *liar, s sentence) statement { return cited(borrowName(l, s.text, l.sentence().text), s) }},
	{"dropped not", textual(dropNot)},
	{"added not", textual(addNot)},
	{"opposite", textual(turnRound)},
	{"averaged", average},
	{"hedge changed", textual(changeHedge)},
	{"hedge dropped", textual(dropHedge)},
	{"source dropped", textual(dropSource)},
	{"quote altered", textual(alterQuote)},
	{"quote invented", func(l *liar, s sentence) statement {
		return cited("A witness said: “"+changeName(l, s.text)+"”", s)
	}},
	{"quote of the whole", func(_ *liar, s sentence) statement { return cited("The article says: “"+s.text+"”", s) }},
	{"two halves", halves},
	{"because", func(l *liar, s sentence) statement {
		other := l.sentence()
		return statement{strings.TrimSuffix(s.text, ".") + " because " + other.text, []string{s.token, other.token}}
	}},
	{"invented", func(l *liar, s sentence) statement { return cited(pick(l, inventions), s) }},
	{"other language", func(l *liar, s sentence) statement { return cited(pick(l, foreignClaims), s) }},
	{"numbers abound", func(l *liar, s sentence) statement {
		return cited(s.text+" It cost "+strconv.Itoa(l.r.IntN(1_000_000))+" dollars and took "+strconv.Itoa(l.r.IntN(100))+" hours.", s)
	}},
	{"long number", func(l *liar, s sentence) statement {
		return cited("It cost "+strings.Repeat(strconv.Itoa(1+l.r.IntN(9)), 1+l.r.IntN(4000))+" dollars.", s)
	}},
	{"words of the question", func(l *liar, s sentence) statement { return cited(l.question, s) }},
	{"words of the publisher", func(l *liar, s sentence) statement { return cited(strings.Join(l.about, " "), s) }},
	{"words of the conversation", func(l *liar, s sentence) statement { return cited(strings.Join(l.before, " "), s) }},
	{"instructions", func(l *liar, s sentence) statement { return cited(strings.TrimSpace(l.part(l.system)), s) }},
	{"the delimiter", func(l *liar, s sentence) statement { return cited("END "+l.fence+" "+s.text, s) }},
	{"tokens in the text", func(l *liar, s sentence) statement {
		return cited("["+s.token+"] "+s.text+" ("+l.sentence().token+") "+l.mark+sign+" said", s)
	}},
	{"refusal within", func(l *liar, s sentence) statement { return cited(pick(l, unknowing), s) }},
	{"many sentences", func(l *liar, s sentence) statement {
		return cited(s.text+" "+changeNumber(l, l.sentence().text)+" "+addNot(l, l.sentence().text), s)
	}},
	{"cut off", func(l *liar, s sentence) statement {
		runes := []rune(s.text)
		return cited(string(runes[:l.r.IntN(len(runes)+1)]), s)
	}},
	{"only marks", func(_ *liar, s sentence) statement { return cited("...", s) }},
	{"empty", func(_ *liar, s sentence) statement { return cited("", s) }},
	{"repeated", func(l *liar, s sentence) statement { return cited(strings.Repeat(s.text+" ", 1+l.r.IntN(20)), s) }},
	{"words shuffled", func(l *liar, s sentence) statement {
		words := strings.Fields(s.text)
		l.r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		return cited(strings.Join(words, " "), s)
	}},
	{"capitals", func(_ *liar, s sentence) statement { return cited(strings.ToUpper(s.text), s) }},
}

// textual makes a lie of a change of the text.
func textual(change func(*liar, string) string) lie {
	return func(l *liar, s sentence) statement { return cited(change(l, s.text), s) }
}

// part is some lines of a text.
func (l *liar) part(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	from := l.r.IntN(len(lines))
	return strings.Join(lines[from:min(len(lines), from+1+l.r.IntN(3))], " ")
}

var inventions = []string{
	"The government resigned the next day.", "Nobody knows who paid for it.", "The mayor was arrested for fraud.",
	"At least 412 people died.", "It was the largest of its kind in the world.", "Experts call the report a hoax.",
	"He admitted that he had lied.", "The company denied everything.", "She won the prize in 1987.", "The talks took place in Geneva.",
}

var foreignClaims = []string{
	"Правительство ушло в отставку 4 мая.", "Die Regierung ist am 4. Mai zurückgetreten.", "Le gouvernement a démissionné le 4 mai.",
	"El gobierno dimitió el 4 de mayo.", "Уряд пішов у відставку 4 травня.", "政府于5月4日辞职。", "استقالت الحكومة في 4 مايو.",
	"内閣は5月4日に総辞職した。", "Hallitus erosi 4. toukokuuta.", "הממשלה התפטרה ב-4 במאי.", "सरकार ने 4 मई को इस्तीफ़ा दे दिया।",
}

var unknowing = []string{
	"I do not know.", "The articles do not say.", "I'm sorry, but I cannot answer that.", "As an AI language model, I have no access to news.",
	"NOT ANSWERED", "No answer found.", "Je ne sais pas.", "Ich weiß es nicht.", "Я не знаю.", "N/A", "null", "undefined",
}

// average makes one figure of those of two sentences.
func average(l *liar, s sentence) statement {
	other := l.sentence()
	a, b := number.FindString(s.text), number.FindString(other.text)
	first, _ := strconv.Atoi(strings.ReplaceAll(a, ",", ""))
	second, _ := strconv.Atoi(strings.ReplaceAll(b, ",", ""))
	text := changeHedge(l, s.text)
	if a != "" {
		text = strings.Replace(text, a, "about "+strconv.Itoa((first+second)/2), 1)
	}
	return statement{text, []string{s.token, other.token}}
}

// halves joins the beginning of a sentence to the end of another one.
func halves(l *liar, s sentence) statement {
	other := l.sentence()
	one, two := strings.Fields(s.text), strings.Fields(other.text)
	words := slices.Concat(one[:len(one)/2], two[len(two)/2:])
	return statement{strings.Join(words, " "), []string{s.token, other.token}}
}

var (
	number  = regexp.MustCompile(`\d[\d,]*`)
	year    = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
	quoted  = regexp.MustCompile(`[“"«„]([^”"»“]{3,})[”"»“]`)
	nameRun = regexp.MustCompile(`\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*`)
)

// replaceOne replaces one match of a pattern, or appends where there is none.
func replaceOne(l *liar, text string, pattern *regexp.Regexp, with func(string) string, otherwise string) string {
	found := pattern.FindAllStringIndex(text, -1)
	if len(found) == 0 {
		return strings.TrimSuffix(text, ".") + otherwise + "."
	}
	at := pick(l, found)
	return text[:at[0]] + with(text[at[0]:at[1]]) + text[at[1]:]
}

// firstLower is a text with a small first letter.
func firstLower(text string) string {
	runes := []rune(text)
	if len(runes) > 0 {
		runes[0] = unicode.ToLower(runes[0])
	}
	return string(runes)
}
