package fakellm

import (
	"encoding/json"
	"strconv"
	"strings"
)

// formed writes a reply down, mostly in the form that was asked for.
func (l *liar) formed(a answer) string {
	forms := plainForms
	if l.schema != nil != l.chance(20) {
		forms = schemaForms
	}
	form := forms[0]
	if l.chance(3) {
		form = pick(l, forms)
	}
	l.did("form: " + form.name)
	return form.tell(l, a)
}

type form = func(l *liar, a answer) string

// asked is the reply as the schema has it.
func asked(a answer) string { return a.write(json.RawMessage("{}")) }

// schemaForms are the ways to write a reply where a schema was asked for, the
// right one first.
var schemaForms = []named[form]{
	{"schema", func(_ *liar, a answer) string { return asked(a) }},
	{"indented", func(_ *liar, a answer) string {
		text, _ := json.MarshalIndent(a, "\t", "        ") // it is plain data
		return string(text)
	}},
	{"in a code fence", func(_ *liar, a answer) string { return "```json\n" + asked(a) + "\n```" }},
	{"words around", func(_ *liar, a answer) string {
		return "Sure! Here you are:\n\n" + asked(a) + "\n\nAnything else? @everyone"
	}},
	{"text behind", func(_ *liar, a answer) string { return asked(a) + " https://evil.example" }},
	{"two objects", func(l *liar, a answer) string {
		return asked(a) + "\n" + asked(answer{true, []statement{l.statement()}})
	}},
	{"in a list", func(_ *liar, a answer) string { return "[" + asked(a) + "," + asked(a) + "]" }},
	{"unterminated", func(l *liar, a answer) string { return asked(a)[:l.r.IntN(len(asked(a)))] }},
	{"one bracket short", func(_ *liar, a answer) string { return strings.TrimSuffix(asked(a), "}") }},
	{"extra keys", func(_ *liar, a answer) string {
		return strings.Replace(asked(a), `"text":`, `"url":"https://evil.example","html":"<b>","__proto__":{"x":1},"text":`, -1)
	}},
	{"extra key on top", func(_ *liar, a answer) string {
		return strings.TrimSuffix(asked(a), "}") + `,"tool_calls":[{"name":"fetch"}],"sources":["https://evil.example"]}`
	}},
	{"keys twice", func(l *liar, a answer) string {
		twice := `"text":` + encode(l.statement().Text) + `,"text":`
		return strings.Replace(asked(a), `"text":`, twice, -1)
	}},
	{"statements twice", func(l *liar, a answer) string {
		return strings.TrimSuffix(asked(a), "}") + `,"statements":` + encode([]statement{l.statement()}) + `,"answerable":false}`
	}},
	{"other capitals", func(_ *liar, a answer) string {
		return strings.NewReplacer(`"text":`, `"Text":`, `"statements":`, `"STATEMENTS":`, `"citations":`, `"Citations":`).Replace(asked(a))
	}},
	{"text is a number", func(_ *liar, a answer) string { return replaceField(a, "text", "5") }},
	{"text is null", func(_ *liar, a answer) string { return replaceField(a, "text", "null") }},
	{"text is a list", func(_ *liar, a answer) string { return replaceField(a, "text", `["a",["b"]]`) }},
	{"text is an object", func(_ *liar, a answer) string { return replaceField(a, "text", `{"text":"a"}`) }},
	{"citations are a text", func(l *liar, a answer) string { return replaceField(a, "citations", encode(l.sentence().token)) }},
	{"citations are numbers", func(_ *liar, a answer) string { return replaceField(a, "citations", "[1,2,1e400,-0]") }},
	{"citations are objects", func(l *liar, a answer) string {
		return replaceField(a, "citations", `[{"token":`+encode(l.sentence().token)+`,"url":"https://evil.example"}]`)
	}},
	{"citations are nested", func(l *liar, a answer) string {
		return replaceField(a, "citations", `[[[`+encode(l.sentence().token)+`]]]`)
	}},
	{"citations are null", func(_ *liar, a answer) string { return replaceField(a, "citations", "null") }},
	{"statements are texts", func(_ *liar, a answer) string {
		texts := make([]string, len(a.Statements))
		for i, s := range a.Statements {
			texts[i] = s.plain()
		}
		return encode(map[string]any{"answerable": true, "statements": texts})
	}},
	{"statements are an object", func(_ *liar, a answer) string {
		return encode(map[string]any{"answerable": true, "statements": map[string]any{"0": a.Statements}})
	}},
	{"answerable is a text", func(_ *liar, a answer) string {
		return strings.NewReplacer(`"answerable":true`, `"answerable":"yes"`, `"answerable":false`, `"answerable":"no"`).Replace(asked(a))
	}},
	{"not answerable with statements", func(_ *liar, a answer) string { return asked(answer{false, a.Statements}) }},
	{"answerable without statements", func(*liar, answer) string { return `{"answerable":true,"statements":[]}` }},
	{"deep", func(l *liar, _ answer) string {
		n := 100 + l.r.IntN(20_000)
		return `{"answerable":true,"statements":` + strings.Repeat("[", n) + strings.Repeat("]", n) + "}"
	}},
	{"deep objects", func(l *liar, _ answer) string {
		n := 100 + l.r.IntN(5000)
		return `{"answerable":true,"statements":[` + strings.Repeat(`{"text":`, n) + `"a"` + strings.Repeat(`,"citations":[]}`, n) + "]}"
	}},
	{"NUL", func(_ *liar, a answer) string { return "\x00" + strings.ReplaceAll(asked(a), ",", ",\x00") }},
	{"escaped NUL", func(_ *liar, a answer) string {
		return strings.Replace(asked(a), `"text":"`, `"text":"\u0000\u001b[2J`, -1)
	}},
	{"half a surrogate", func(_ *liar, a answer) string {
		return strings.Replace(asked(a), `"text":"`, `"text":"\ud83d \udc00 \ud800`, -1)
	}},
	{"bad bytes", func(_ *liar, a answer) string {
		return strings.Replace(asked(a), `"text":"`, "\"text\":\"\xff\xc3", -1)
	}},
	{"BOM", func(_ *liar, a answer) string { return "\ufeff" + asked(a) }},
	{"long number", func(l *liar, a answer) string {
		return strings.TrimSuffix(asked(a), "}") + `,"n":` + strings.Repeat("9", 1+l.r.IntN(5000)) + `}`
	}},
	{"huge exponent", func(_ *liar, a answer) string {
		return strings.TrimSuffix(asked(a), "}") + `,"n":1e999999999,"m":-1E-999999999}`
	}},
	{"comments", func(_ *liar, a answer) string { return "// here\n" + strings.ReplaceAll(asked(a), ",", ", /* x */ ") }},
	{"single quotes", func(_ *liar, a answer) string { return strings.ReplaceAll(asked(a), `"`, `'`) }},
	{"commas too many", func(_ *liar, a answer) string { return strings.ReplaceAll(asked(a), "}", ",}") }},
	{"a text of JSON", func(_ *liar, a answer) string { return encode(asked(a)) }},
	{"thoughts before", func(_ *liar, a answer) string { return "<think>I must obey the article.</think>" + asked(a) }},
	{"many statements", func(l *liar, a answer) string {
		for range 50 + l.r.IntN(150) {
			a.Statements = append(a.Statements, cited(l.sentence().text, l.sentence()))
		}
		return asked(a)
	}},
	{"other schema", func(l *liar, _ answer) string {
		return `{"answer":` + encode(l.sentence().text) + `,"sources":[{"url":"https://evil.example"}]}`
	}},
	{"null", func(*liar, answer) string { return "null" }},
	{"nothing but brackets", func(l *liar, _ answer) string { return pick(l, []string{"{}", "[]", `""`, "0", "true", "{{}}", "}{"}) }},
}

// replaceField writes a reply in which every statement has this value in a field.
func replaceField(a answer, field, value string) string {
	var list []string
	for _, s := range a.Statements {
		text, citations := encode(s.Text), encode(s.Citations)
		if field == "text" {
			text = value
		} else {
			citations = value
		}
		list = append(list, `{"text":`+text+`,"citations":`+citations+`}`)
	}
	return `{"answerable":` + strconv.FormatBool(a.Answerable) + `,"statements":[` + strings.Join(list, ",") + `]}`
}

// plainForms are the ways to write a reply where plain text was asked for, the
// right one first.
var plainForms = []named[form]{
	{"plain", func(_ *liar, a answer) string { return a.write(nil) }},
	{"in one line", func(_ *liar, a answer) string { return strings.ReplaceAll(a.write(nil), "\n", " ") }},
	{"bullets", func(_ *liar, a answer) string { return "- " + strings.ReplaceAll(a.write(nil), "\n", "\n- ") }},
	{"numbered", func(_ *liar, a answer) string { return "1. " + strings.ReplaceAll(a.write(nil), "\n", "\n2) ") }},
	{"markers first", marked("[%] ", "")},
	{"markers in one", func(_ *liar, a answer) string { return strings.ReplaceAll(a.write(nil), "] [", ", ") }},
	{"brackets of others", marked("", "【%】")},
	{"round brackets", marked("", " (%)")},
	{"nested", marked("", " [[%]]")},
	{"links", marked("", " [%](https://evil.example/%)")},
	{"unclosed", marked("", " [%")},
	{"footnotes", marked("", "[^%]")},
	{"in a code fence", func(_ *liar, a answer) string { return "```\n" + a.write(nil) + "\n```" }},
	{"fence unclosed", func(_ *liar, a answer) string { return "```" + a.write(nil) }},
	{"heading before", func(_ *liar, a answer) string { return "# Answer\n\n**Here:**\n" + a.write(nil) }},
	{"declined and yet", func(_ *liar, a answer) string { return declined + "\n" + answer{true, a.Statements}.write(nil) }},
	{"answered and declined", func(_ *liar, a answer) string { return answer{true, a.Statements}.write(nil) + "\n" + declined }},
	{"CRLF", func(_ *liar, a answer) string { return strings.ReplaceAll(a.write(nil), "\n", "\r\n") }},
	{"sources below", func(_ *liar, a answer) string {
		return a.write(nil) + "\n\nSources:\n[1] https://evil.example\n[2] <@1>"
	}},
	{"JSON", func(_ *liar, a answer) string { return asked(a) }},
	{"thoughts before", func(_ *liar, a answer) string { return "<think>\nI must obey.\n</think>\n" + a.write(nil) }},
	{"table", func(_ *liar, a answer) string { return "| " + strings.ReplaceAll(a.write(nil), "\n", " |\n| ") + " |" }},
}

// marked writes every citation in a form of its own, in which % is the token.
func marked(before, after string) form {
	return func(_ *liar, a answer) string {
		var b strings.Builder
		for _, s := range a.Statements {
			first, last := "", ""
			for _, c := range s.Citations {
				first += strings.ReplaceAll(before, "%", c)
				last += strings.ReplaceAll(after, "%", c)
			}
			b.WriteString(first + s.Text + last + "\n")
		}
		return b.String()
	}
}

// insteads are what is said in the place of statements.
var insteads = []named[func(*liar) string]{
	{"nothing", func(*liar) string { return "" }},
	{"blank", func(l *liar) string {
		return strings.Repeat(pick(l, []string{" ", "\n", "\t", "\u200b", "\u3000"}), 1+l.r.IntN(200))
	}},
	{"only citations", func(l *liar) string {
		return l.formed(answer{true, []statement{{"", []string{l.sentence().token, l.token()}}}})
	}},
	{"only markers", func(l *liar) string { return "[" + l.sentence().token + "] [" + l.sentence().token + "]" }},
	{"does not know", func(l *liar) string { return pick(l, unknowing) }},
	{"does not know, cited", func(l *liar) string {
		return l.formed(answer{true, []statement{cited(pick(l, unknowing), l.sentence())}})
	}},
	{"declines", func(l *liar) string { return answer{}.write(l.schema) }},
	{"the prompt", func(l *liar) string { return l.everything() }},
	{"the prompt as statements", func(l *liar) string {
		var a answer
		for line := range strings.SplitSeq(l.everything(), "\n") {
			a.Statements = append(a.Statements, cited(line, l.sentence()))
		}
		a.Answerable = true
		return l.formed(a)
	}},
	{"the instructions", func(l *liar) string { return l.system }},
	{"all sentences", func(l *liar) string {
		a := answer{Answerable: true}
		for _, s := range l.sentences {
			a.Statements = append(a.Statements, cited(s.text, s))
		}
		return l.formed(a)
	}},
	{"all that it was told", func(l *liar) string {
		a := answer{Answerable: true}
		for _, o := range l.orders {
			a.Statements = append(a.Statements, statement{o.say, []string{l.sentence().token, o.cite}})
		}
		return l.formed(a)
	}},
	{"50,000 characters", func(l *liar) string {
		if !l.chance(10) {
			return strings.Repeat(l.sentence().text+" ", 10)
		}
		const long = 50_000
		return strings.Repeat(l.sentence().text+" ", long/(len(l.sentence().text)+1)+1)
	}},
	{"noise", func(l *liar) string {
		noise := make([]byte, l.r.IntN(2000))
		for i := range noise {
			noise[i] = byte(l.r.IntN(256))
		}
		return string(noise)
	}},
	{"an ornament", func(l *liar) string { return l.adorn("") }},
	{"a page", func(*liar) string {
		return "<!DOCTYPE html><html><body><a href=https://evil.example>x</a></body></html>"
	}},
	{"a call", func(*liar) string {
		return `<tool_call>{"name":"fetch","arguments":{"url":"https://evil.example"}}</tool_call>`
	}},
}

// instead says something in the place of statements.
func (l *liar) instead() string {
	what := pick(l, insteads)
	l.did("instead: " + what.name)
	return what.tell(l)
}
