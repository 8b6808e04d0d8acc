package render

import (
	"slices"
	"unicode/utf8"

	"sherpa/answer"
	"sherpa/bot/customid"
	"sherpa/bot/payload"
	"sherpa/internal/text"
)

// Shown is an answer with what is known of the place where it is shown.
type Shown struct {
	// ID is the answer's short id; without one there are no buttons.
	ID     string
	Answer answer.Answer
	// Newest is the date of the newest article that was searched, or empty.
	Newest string
	// About is the message that the question is about, if any.
	About string
	// Changed says that a cited article was updated or withdrawn since.
	Changed bool
	// Asker is who alone may turn the pages, as a custom id names them; empty for
	// everybody.
	Asker string
	// Private says that only the asker sees the answer, and DM that it is given
	// in a direct message.
	Private, DM bool
	// Staff says that a question can be handed to a staff channel, and NoVotes
	// that a server does not want the feedback buttons.
	Staff, NoVotes bool
}

// Answer shows an answer or a refusal.
func (r Renderer) Answer(v Shown) Paged {
	var blocks []block
	if v.Answer.Answered {
		blocks = r.findings(v)
	} else {
		blocks = r.refusal(v)
	}
	blocks = append(blocks, r.checked(v.Answer.Checked)...)
	p := r.paged(v.id(customid.More), blocks, r.footerOf(v)...)
	p.ephemeral = v.Private
	p.rows = r.answerRows(v)
	return p
}

func (v Shown) id(do customid.Action) customid.ID {
	return customid.ID{Action: do, Answer: v.ID, Asker: v.Asker}
}

// findings are the parts of an answer: first what answers the question, then
// the evidence, then the sources.
func (r Renderer) findings(v Shown) []block {
	a := v.Answer
	blocks := r.short(a)
	differ := r.disagreements(a.Disagreements, a.Citations)
	if len(blocks) == 0 && len(differ) > 0 {
		differ[0].gap = false
		blocks, differ = differ, nil
	}
	blocks = append(blocks, r.context(v)...)
	blocks = append(blocks, differ...)
	for _, s := range a.Statements {
		blocks = append(blocks, statement(s).apart())
	}
	if len(a.Statements) == 0 && a.ShortAnswer == "" && len(a.Disagreements) == 0 {
		blocks = append(blocks, sentence(a.Text, ""))
	}
	blocks = append(blocks, fixed(r.coverage(a.Coverage)).apart())
	return append(blocks, r.sourceList(a.Citations)...)
}

// verdictWords are the keys of the answers that are no article's words.
var verdictWords = map[string]string{"Yes": "answer.yes", "No": "answer.no", "Not reported": "answer.not_reported"}

// short is the short answer, with the citation of the statement that it is
// taken from.
func (r Renderer) short(a answer.Answer) []block {
	if a.ShortAnswer == "" {
		return nil
	}
	b := block{text: a.ShortAnswer, show: strong}
	if key := verdictWords[a.ShortAnswer]; key != "" {
		b.text = r.say.Say(key)
	}
	if len(a.Statements) > 0 && len(a.Statements[0].Citations) > 0 {
		b.tail = spaced(marks(a.Statements[0].Citations[:1]))
	}
	return []block{b}
}

// context says what the question was taken for, which message it is about, and
// what became of its sources.
func (r Renderer) context(v Shown) []block {
	var blocks []block
	if v.Answer.UnderstoodAs != "" {
		blocks = append(blocks, r.subtext("answer.understood", v.Answer.UnderstoodAs))
	}
	if v.About != "" {
		blocks = append(blocks, r.subtext("answer.about_message", name(v.About)))
	}
	if v.Changed {
		blocks = append(blocks, fixed(bold(r.say.Say("answer.changed"))))
	}
	return blocks
}

// subtext is a small line with a foreign text in quotation marks.
func (r Renderer) subtext(key, foreign string) block {
	return block{text: foreign, show: func(s string) string { return small(r.say.Say(key, "Text", r.say.Quote(escape(s)))) }}
}

// statement is one sentence of an answer; an article's own words are set as a
// quotation.
func statement(s answer.Statement) block {
	if s.Quote {
		return quotation(s.Text, marks(s.Citations))
	}
	return sentence(s.Text, marks(s.Citations))
}

// coverage says how many of the articles report what was said.
func (r Renderer) coverage(c answer.Coverage) string {
	line := r.say.Count("answer.coverage", c.Articles, "Reporting", r.say.Number(c.Reporting))
	if c.Reporting == 1 && c.Articles > 1 {
		return line + " · " + bold(r.say.Say("answer.only_source"))
	}
	return line
}

// sourceList is the numbered list of the articles that are cited.
func (r Renderer) sourceList(list []answer.Citation) []block {
	if len(list) == 0 {
		return nil
	}
	blocks := []block{fixed(bold(r.say.Say("answer.sources"))).apart().withNext()}
	for _, group := range byArticle(list) {
		a := group[0].Article
		line := r.sourceLine(a)
		if a.Note != "" {
			line = joined(line, r.say.Say("answer.has_note"))
		}
		for own := range slices.Chunk(numbers(group), maxMarks) {
			blocks = append(blocks, fixed(marks(own)+" "+line))
		}
	}
	return blocks
}

// maxMarks is how many citations of one article stand on a line.
const maxMarks = 30

// checked says what was verified before it was shown, and what was withheld.
func (r Renderer) checked(c answer.Checked) []block {
	line := ""
	if c.Statements > 0 {
		line = r.say.Count("answer.checked", c.Statements, "Supported", r.say.Number(c.Supported))
	}
	if c.Withheld > 0 {
		line = joined(line, r.say.Count("answer.withheld", c.Withheld))
	}
	if line == "" {
		return nil
	}
	return []block{fixed(small(line)).apart()}
}

// footerOf states how an answer was made, how far the articles reach, and the
// answer's id.
func (r Renderer) footerOf(v Shown) []string {
	parts := []string{r.mode(v.Answer)}
	if v.Newest != "" {
		parts = append(parts, r.say.Say("answer.up_to", "Date", r.date(v.Newest)))
	}
	if v.ID != "" {
		parts = append(parts, r.say.Say("answer.id", "ID", word(v.ID)))
	}
	return parts
}

// mode says whether a language model had a part in an answer.
func (r Renderer) mode(a answer.Answer) string {
	switch {
	case a.LLM == nil:
		return r.say.Say("answer.mode_offline")
	case a.Mode == answer.ModeLLM:
		return r.say.Say("answer.mode_ai", "Model", word(a.LLM.Model))
	case a.LLM.FallbackReason != "":
		return r.say.Say("answer.mode_fallback")
	}
	return r.say.Say("answer.mode_offline")
}

// refusal says that the articles do not answer, and what comes nearest.
func (r Renderer) refusal(v Shown) []block {
	blocks := []block{fixed(bold(r.refusalLine(v.Answer)))}
	blocks = append(blocks, r.context(v)...)
	for i, c := range closest(v.Answer) {
		if i == 0 {
			blocks = append(blocks, fixed(r.say.Say("answer.closest")).apart().withNext())
		}
		blocks = append(blocks, fixed("- "+escape(name(c.Title))))
	}
	return blocks
}

// refusalLine is the first line of a refusal.
func (r Renderer) refusalLine(a answer.Answer) string {
	switch {
	case text.CountWords(text.Clean(a.Question)) == 0 && a.Question != "":
		return r.say.Say("answer.no_question")
	case utf8.RuneCountInString(a.Question) > answer.MaxQuestion:
		return r.say.Say("answer.question_too_long", "Length", r.say.Number(runes(a.Question)), "Limit", r.say.Number(answer.MaxQuestion))
	case a.Coverage.Articles == 0:
		return r.say.Say("answer.no_articles")
	}
	return r.say.Count("answer.refusal", a.Coverage.Articles)
}

// maxClosest is how many nearby topics a refusal names.
const maxClosest = 3

func closest(a answer.Answer) []answer.Closest {
	return a.Closest[:min(len(a.Closest), maxClosest)]
}

// answerRows are the buttons below an answer, as far as they make sense.
func (r Renderer) answerRows(v Shown) []payload.Row {
	if v.ID == "" {
		return nil
	}
	return []payload.Row{r.readRow(v), r.moveRow(v), r.closestRow(v)}
}

// readRow leads to what is behind an answer, and takes votes.
func (r Renderer) readRow(v Shown) payload.Row {
	var row payload.Row
	add := func(do customid.Action, emoji, key string) {
		row.Buttons = append(row.Buttons, button(v.id(do), emoji, r.label(key)))
	}
	if len(v.Answer.Citations) > 0 {
		add(customid.Sources, "", "answer.button_sources")
	}
	add(customid.Evidence, "", "answer.button_evidence")
	add(customid.Follow, "", "answer.button_follow")
	if !v.NoVotes {
		add(customid.Up, "👍", "")
		add(customid.Down, "👎", "")
	}
	return row
}

// moveRow takes an answer somewhere else.
func (r Renderer) moveRow(v Shown) payload.Row {
	var row payload.Row
	add := func(is bool, do customid.Action, key string) {
		if is {
			row.Buttons = append(row.Buttons, button(v.id(do), "", r.label(key)))
		}
	}
	add(v.Private && !v.DM, customid.Share, "answer.button_share")
	add(v.Staff, customid.Editor, "answer.button_editor")
	add(v.DM, customid.NewTopic, "answer.button_new_topic")
	add(v.Changed, customid.Recheck, "answer.button_recheck")
	return row
}

// maxTopicLabel is how much of a button's label is seen.
const maxTopicLabel = 38

// closestRow asks about the topics that a refusal names.
func (r Renderer) closestRow(v Shown) payload.Row {
	var row payload.Row
	for _, c := range closest(v.Answer) {
		id := v.id(customid.Closest)
		id.Item = c.Article
		row.Buttons = append(row.Buttons, button(id, "", shorten(text.Squeeze(c.Title), maxTopicLabel)))
	}
	return row
}

// label is a button's words; an emoji alone has none.
func (r Renderer) label(key string) string {
	if key == "" {
		return ""
	}
	return r.say.Say(key)
}
