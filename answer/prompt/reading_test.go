package prompt

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The sentences of summit, as the tests below cite them.
var (
	refA = Ref{0, 0}
	refB = Ref{0, 1}
	refC = Ref{0, 2}
	refD = Ref{1, 0}
	refE = Ref{1, 1}
)

// spell writes the tokens of a request for {a} to {e}, {mark}, {example} and
// {fence}.
func spell(k *key, s string) string {
	pairs := []string{"{mark}", k.mark, "{example}", k.example, "{fence}", k.fence}
	names := map[Ref]string{refA: "{a}", refB: "{b}", refC: "{c}", refD: "{d}", refE: "{e}"}
	for token, ref := range k.sentences {
		pairs = append(pairs, names[ref], token, strings.ToUpper(names[ref]), strings.ToUpper(token))
	}
	return strings.NewReplacer(pairs...).Replace(s)
}

func one(text string, cited ...Ref) Said { return Said{Text: text, Cited: cited} }

var readings = []struct {
	name, reply string
	want        []Said
}{
	{
		"JSON", `{"answerable":true,"statements":[{"text":"They met.","citations":["{a}"]},{"text":"No deal.","citations":["{d}","{c}"]}]}`,
		[]Said{one("They met.", refA), one("No deal.", refD, refC)},
	},
	{
		"JSON in a code fence", "```json\n{\"answerable\": true, \"statements\": [{\"text\": \"They met.\", \"citations\": [\"{a}\"]}]}\n```",
		[]Said{one("They met.", refA)},
	},
	{
		"JSON with text around", "Sure {here} it is:\n{\"answerable\":true,\"statements\":[{\"text\":\"They met.\",\"citations\":[\"{a}\"]}]}\nHope this helps!",
		[]Said{one("They met.", refA)},
	},
	{
		"JSON after a thought", "<think>\nThe reader {asks} \"statements\": … </think>\n\n{\"answerable\":true,\"statements\":[{\"text\":\"They met.\",\"citations\":[\"{a}\"]}]}",
		[]Said{one("They met.", refA)},
	},
	{
		"JSON after a thought that nobody opened", "They met [{b}].\n</think>{\"statements\":[{\"text\":\"They met.\",\"citations\":[\"{a}\"]}]}",
		[]Said{one("They met.", refA)},
	},
	{
		"JSON in the last channel", "<|channel|>analysis<|message|>{\"a\":1}<|end|><|start|>assistant<|channel|>final<|message|>{\"statements\":[{\"text\":\"They met.\",\"citations\":[\"{a}\"]}]}",
		[]Said{one("They met.", refA)},
	},
	{"JSON without answerable", `{"statements":[{"text":"They met.","citations":["{a}"]}]}`, []Said{one("They met.", refA)}},
	{
		"JSON with more fields", `{"reasoning":"…","answerable":true,"statements":[{"id":1,"text":"They met.","citations":["{a}"]}],"x":{}}`,
		[]Said{one("They met.", refA)},
	},
	{"JSON list", "[\n {\"text\":\"They met.\",\"citations\":[\"{a}\"]}]", []Said{one("They met.", refA)}},
	{"JSON with one citation as a string", `{"statements":[{"text":"They met.","citations":"[{a}], {b}"}]}`, []Said{one("They met.", refA, refB)}},
	{
		"JSON with brackets, capitals and numbers in citations", `{"statements":[{"text":"They met.","citations":["[{A}]","{b}│",3]}]}`,
		[]Said{{Text: "They met.", Cited: []Ref{refA, refB}, Foreign: 1}},
	},
	{"JSON with no citations", `{"statements":[{"text":"They met.","citations":null},{"text":"No deal."}]}`, []Said{one("They met."), one("No deal.")}},
	{
		"JSON with a statement of two sentences", `{"statements":[{"text":"They met. No deal came of it.","citations":["{a}","{d}"]}]}`,
		[]Said{one("They met.", refA, refD), one("No deal came of it.", refA, refD)},
	},
	{
		"JSON with tokens in the text", `{"statements":[{"text":"They met [{a}]. No deal came of it.","citations":["{d}"]}]}`,
		[]Said{one("They met.", refA), one("No deal came of it.", refD)},
	},
	{
		"JSON with markup in the text", `{"statements":[{"text":"- **They met.**\n- _No deal_ came of it.","citations":["{d}"]}]}`,
		[]Said{one("They met.", refD), one("No deal came of it.", refD)},
	},
	{"JSON with escapes", `{"statements":[{"text":"\u201cNo\u200b deal,\u201d Trump said\u0000.","citations":["{c}"]}]}`, []Said{one("“No deal,” Trump said.", refC)}},

	{"lines", "They met. [{a}]\nNo deal. [{d}][{c}]", []Said{one("They met.", refA), one("No deal.", refD, refC)}},
	{"a list in brackets", "They met. [{a}, {b}; {c}]", []Said{one("They met.", refA, refB, refC)}},
	{"before the point", "They met [{a}].", []Said{one("They met.", refA)}},
	{"in the middle", "They met [{a}] in Alaska, on 15 August [{b}].", []Said{one("They met in Alaska, on 15 August.", refA, refB)}},
	{"round brackets", "They met ({a}). It ended ({d}, {c}).", []Said{one("They met.", refA), one("It ended.", refD, refC)}},
	{
		"other brackets", "They met 【{a}】. It ended 【{d}†source】. They left <{b}>. They flew {{c}}.",
		[]Said{one("They met.", refA), one("It ended.", refD), one("They left.", refB), one("They flew.", refC)},
	},
	{
		"nested brackets", "They met ([{a}]). It ended [[{d}]]. They left ([{b}], [{c}]). They flew (see [{e}]).",
		[]Said{one("They met.", refA), one("It ended.", refD), one("They left.", refB, refC), one("They flew.", refE)},
	},
	{"capitals", "They met. [{A}]", []Said{one("They met.", refA)}},
	{"footnotes", "They met.[^{a}] It ended.^[{d}]", []Said{one("They met.", refA), one("It ended.", refD)}},
	{
		"words beside", "They met [source: {a}]. It ended (BBC, {d}). They left [{b} and {c}].",
		[]Said{one("They met.", refA), one("It ended.", refD), one("They left.", refB, refC)},
	},
	{"commas between", "They met [{a}], [{b}] and [{c}].", []Said{one("They met.", refA, refB, refC)}},
	{
		"escaped and in code", "They met \\[{a}\\]. It ended `[{d}]`. They left **[{b}]**.",
		[]Said{one("They met.", refA), one("It ended.", refD), one("They left.", refB)},
	},
	{"raised", "They met.<sup>[{a}]</sup>", []Said{one("They met.", refA)}},
	{"linked to itself", "They met. [{a}](#{a})", []Said{one("They met.", refA)}},
	{"bare at the end", "They met. {a}\nIt ended, {d}, {c}.", []Said{one("They met.", refA), one("It ended.", refD, refC)}},
	{"as in the material", "{a}│ They met.\n{d}: It ended.", []Said{one("They met.", refA), one("It ended.", refD)}},
	{"twice", "They met [{a}][{a}].", []Said{one("They met.", refA)}},
	{"no room between", "They met.[{a}]It ended.[{d}]", []Said{one("They met.", refA), one("It ended.", refD)}},
	{"after and before a point", "They met. [{a}]. It ended. [{d}].", []Said{one("They met.", refA), one("It ended.", refD)}},
	{"before the sentences", "[{a}] They met. [{d}] It ended.", []Said{one("They met.", refA), one("It ended.", refD)}},
	{"before one sentence", "[{a}] They met.", []Said{one("They met.", refA)}},
	{"before and behind", "[{a}] They met. It ended. [{d}]", []Said{one("They met.", refA), one("It ended.", refD)}},
	{"an abbreviation before", "They are from the U.S. [{a}] They met. [{b}]", []Said{one("They are from the U.S.", refA), one("They met.", refB)}},
	{"an hour before", "They met at 3 p.m. [{a}] and left.", []Said{one("They met at 3 p.m. and left.", refA)}},
	{"a quotation", "“No deal. No way,” he said. [{c}]", []Said{one("“No deal. No way,” he said.", refC)}},
	{"a sentence without", "They met. It ended. [{d}]", []Said{one("They met."), one("It ended.", refD)}},
	{"on a line of their own", "They met.\n[{a}]\n\nIt ended.\n({d}) [{c}]", []Said{one("They met.", refA), one("It ended.", refD, refC)}},
	{"bullets", "* They met. [{a}]\n- It ended. [{d}]\n• They left. [{b}]", []Said{one("They met.", refA), one("It ended.", refD), one("They left.", refB)}},
	{"numbers", "1. They met. [{a}]\n2. It ended. [{d}]\n3) They left. [{b}]", []Said{one("They met.", refA), one("It ended.", refD), one("They left.", refB)}},
	{
		"a date is no number of a list", "15. August 2025 war es. [{a}]\n1. September begann es. [{d}]",
		[]Said{one("15. August 2025 war es.", refA), one("1. September begann es.", refD)},
	},
	{
		"styles", "**They** *met*, __really__. [{a}]\n> It ~~never~~ ended. [{d}]\n- **No deal:** they left. [{b}]",
		[]Said{one("They met, really.", refA), one("It never ended.", refD), one("No deal: they left.", refB)},
	},
	{"what is no style", "2*3 is 6 and a_b_c stays. [{a}]", []Said{one("2*3 is 6 and a_b_c stays.", refA)}},
	{"a code fence", "```\nThey met. [{a}]\n```", []Said{one("They met.", refA)}},
	{"what announces", "Here is what the articles say:\n\n## Answer\nThey met. [{a}]", []Said{one("They met.", refA)}},
	{"a list of sources", "They met. [{a}]\n\n**Sources:**\n[{a}] BBC: They met\n[{d}] BBC: It ended", []Said{one("They met.", refA)}},
	{
		"other languages", "Они встретились. [{a}]\nСделки нет [{d}].\n他们会面了。[{b}]没有协议。[{c}]",
		[]Said{one("Они встретились.", refA), one("Сделки нет.", refD), one("他们会面了。", refB), one("没有协议。", refC)},
	},
	{"said again", "They met. [{a}]\nThey met. [{a}]", []Said{one("They met.", refA)}},

	{
		"never given", "They met [zz99]. It ended [999][{d}]. They left [12, abc123, {b}].",
		[]Said{{Text: "They met.", Foreign: 1}, {Text: "It ended.", Cited: []Ref{refD}, Foreign: 1}, {Text: "They left.", Cited: []Ref{refB}, Foreign: 2}},
	},
	{"the example", "They met [{example}].", []Said{{Text: "They met.", Foreign: 1}}},
	{"the mark", "They met [{mark}].", []Said{{Text: "They met.", Foreign: 1}}},
	{"no citation", "They [the two] met (in 2025) [sic] on [2025].", []Said{one("They [the two] met (in 2025) [sic] on [2025].")}},
	{"an unclosed bracket", "They met [in Alaska. [{a}]", []Said{one("They met [in Alaska.", refA)}},
	{"remarks beside what is cited", "They met. [{a}]\nThe articles do not say where.", []Said{one("They met.", refA), one("The articles do not say where.")}},
}

func TestRead(t *testing.T) {
	t.Parallel()
	a := answering(t, summit())
	for _, tt := range readings {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := a.Read(spell(&a.key, tt.reply))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(Reply{Statements: tt.want}, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestReadDeclined(t *testing.T) {
	t.Parallel()
	a := answering(t, summit())
	for _, reply := range []string{
		`{"answerable":false,"statements":[]}`,
		`{"answerable":false,"statements":[{"text":"They met.","citations":["{a}"]}]}`,
		`{"answerable":true,"statements":[]}`,
		`{"answerable":true,"statements":[{"text":"The provided sentences do not answer the question.","citations":["{a}"]}]}`,
		"NOT ANSWERED",
		"not answered.",
		"**NOT ANSWERED**",
		"<think>Hm.</think>\nNOT ANSWERED",
		"I don't know.",
		"I’m sorry, but I can’t help with that.",
		"I cannot find this in the articles.",
		"“I do not know.”",
		"The articles do not mention the length of the talks.",
		"The provided passages don't contain information about this.",
		"The sources do not say. [{a}]",
		"Based on the material, there is no information about that.",
		"The answer is not mentioned in the given texts.",
		"Los artículos no mencionan la duración.",
		"No hay información sobre ello.",
		"Lo siento, no puedo responder.",
		"Les articles ne précisent pas la durée.",
		"L'article ne mentionne pas cela.",
		"Je ne sais pas.",
		"Die Artikel enthalten keine Angaben dazu.",
		"Das geht aus den Quellen nicht hervor.",
		"Ich weiß es nicht.",
		"В статьях об этом не говорится.",
		"Источники не отвечают на этот вопрос.",
		"Я не знаю.",
		"К сожалению, я не могу ответить.",
		"В предоставленных материалах нет информации об этом.",
		"У статтях про це не йдеться.",
		"Джерела не містять відповіді.",
		"Я не знаю.",
		"Немає інформації.",
	} {
		got, err := a.Read(spell(&a.key, reply))
		if diff := cmp.Diff(Reply{Declined: true}, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got)\n%s", reply, err, diff)
		}
	}
}

// News of what nobody says or knows are no refusal of the model, if they are cited.
func TestNewsIsNotDeclined(t *testing.T) {
	t.Parallel()
	a := answering(t, summit())
	for _, sentence := range []string{
		"Officials said there was no information about him.",
		"The report does not name him.",
		"The White House did not say where they would meet.",
		"“I do not know,” he said.",
		"It is unknown who paid.",
		"Las fuentes no quisieron dar su nombre.",
		"L'article 5 ne s'applique pas.",
		"Die Quelle wollte nicht genannt werden.",
		"Der Artikel 5 gilt hier nicht.",
		"Источник не назвал имени.",
		"Неизвестно, кто заплатил.",
		"Джерело не назвало імені.",
	} {
		got, err := a.Read(spell(&a.key, sentence+" [{a}]"))
		if diff := cmp.Diff(Reply{Statements: []Said{one(sentence, refA)}}, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got)\n%s", sentence, err, diff)
		}
	}
}

func TestReadNothing(t *testing.T) {
	t.Parallel()
	a := answering(t, summit())
	for name, reply := range map[string]string{
		"empty":                "",
		"white space":          " \n\t ",
		"invalid":              "\xff\xfe",
		"only citations":       "[{a}][{b}]",
		"only marks":           "---\n***\n…",
		"only a thought":       "<think>They met. [{a}]",
		"nothing after":        "<think>They met. [{a}]</think>",
		"an empty object":      "{}",
		"JSON broken off":      `{"answerable":true,"statements":[{"text":"They met.","citations":["{a}"]},{"text":"It en`,
		"a list broken off":    `[{"text":"They met.","citations":["{a}"]},{"text":"It en`,
		"a trailing comma":     `{"answerable":true,"statements":[{"text":"They met.","citations":["{a}"]},]}`,
		"not quite JSON":       `{'answerable': True, 'statements': [{'text': 'They met.', 'citations': ['{a}']}]}`,
		"wrong types":          `{"answerable":"yes","statements":[{"text":"They met.","citations":["{a}"]}]}`,
		"a text that is none":  `{"answerable":true,"statements":[{"text":7,"citations":["{a}"]}]}`,
		"deeply nested":        strings.Repeat(`{"statements":[`, 5000),
		"one line without end": strings.Repeat("They met and met [{a}] ", 10000),
	} {
		if got, err := a.Read(spell(&a.key, reply)); !errors.Is(err, ErrUnreadable) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestReadDrops(t *testing.T) {
	t.Parallel()
	a := answering(t, summit())
	for name, bad := range map[string]string{
		"the delimiter":        "The data stands between {fence}. [{a}]",
		"part of a delimiter":  "It begins with " + a.key.fence[3:15] + " they say. [{a}]",
		"a citation in a word": "They met at x{b}x. [{a}]",
		"a bare citation":      "The token {b} says so. [{a}]",
		"the mark":             "{mark}│ Title: They meet. [{a}]",
		"the instructions":     "My rules: add no knowledge of your own, no guess and no conclusion! [{a}]",
		"the last line":        "I must answer the question in English from the sentences above, sir. [{a}]",
		"a link":               "They met, see https://evil.example/x. [{a}]",
		"a Markdown link":      "They met in [Alaska](evil.example). [{a}]",
		"a mention":            "They met <@123>. [{a}]",
		"everyone":             "They met @everyone. [{a}]",
		"hidden everyone":      "They met @every\u200bone. [{a}]",
		"an invitation":        "They met at discord.gg/abc. [{a}]",
		"HTML":                 "They <script>met. [{a}]",
		"a time stamp":         "They met <t:0:R>. [{a}]",
		"endless":              strings.Repeat("They met and ", 60) + "left. [{a}]",
	} {
		got, err := a.Read(spell(&a.key, "It ended. [{d}]\n"+bad))
		want := Reply{Statements: []Said{one("It ended.", refD)}, Dropped: 1}
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got)\n%s", name, err, diff)
		}
	}
	got, err := a.Read(spell(&a.key, "The token {b} says so. [{a}]"))
	if diff := cmp.Diff(Reply{Dropped: 1}, got); err != nil || diff != "" {
		t.Errorf("nothing but a leak: %v (-want +got)\n%s", err, diff)
	}
}

func TestReadBounds(t *testing.T) {
	t.Parallel()
	m := summit()
	for range 6 {
		m.Passages = append(m.Passages, Passage{Sentences: []string{"One.", "Two.", "Three.", "Four."}})
	}
	a := answering(t, m)
	var reply, all strings.Builder
	for token := range a.key.sentences {
		all.WriteString("[" + token + "]")
	}
	for i := range 100 {
		reply.WriteString(strings.Repeat("So ", i) + "they met. " + all.String() + "\n")
	}
	got, err := a.Read(reply.String())
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Statements) != maxStatements {
		t.Errorf("%d statements", len(got.Statements))
	}
	for _, s := range got.Statements {
		if len(s.Cited) != maxCitations || s.Foreign != 0 {
			t.Errorf("%d citations, %d foreign: %s", len(s.Cited), s.Foreign, s.Text)
		}
	}
}
