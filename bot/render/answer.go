package render

import (
	"slices"
	"strings"

	"sherpa/answer"
	"sherpa/bot/customid"
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
	// Since and Source are what the question was limited to, if anything.
	Since, Source string
	// Changed says that a cited article was updated or withdrawn since.
	Changed bool
	// Asker is who alone may turn the pages, share the answer, hand it to the
	// staff or end the conversation; empty for everybody. The other buttons are
	// for all who see the answer.
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
	switch {
	case len(v.Answer.Parts) > 0:
		blocks = r.inParts(v)
	case v.Answer.Answered:
		blocks = r.findings(v)
	default:
		blocks = r.refusal(v)
	}
	blocks = append(blocks, r.checked(v.Answer.Checked)...)
	p := r.paged(v.askerID(customid.More), blocks, r.footerOf(v)...)
	p.ephemeral = v.Private
	p.rows = r.answerRows(v)
	return p
}

// findings are the parts of an answer: first what answers the question, then
// the evidence, then the sources.
func (r Renderer) findings(v Shown) []block {
	return append(r.said(v.Answer, r.context(v)), r.restsOn(v)...)
}

// said is what an answer says: the short answer or a disagreement, the context,
// and the statements.
func (r Renderer) said(a answer.Answer, context []block) []block {
	blocks := r.short(a)
	differ := r.disagreements(a.Disagreements, a.Citations)
	if len(blocks) == 0 && len(differ) > 0 {
		differ[0].gap = false
		blocks, differ = differ, nil
	}
	blocks = append(blocks, context...)
	blocks = append(blocks, r.noArticlesBy(a)...)
	if a.Indirect {
		blocks = append(blocks, fixed(r.say.Say("answer.indirect")))
	}
	blocks = append(blocks, differ...)
	for _, s := range a.Statements {
		blocks = append(blocks, statement(s).apart())
	}
	if len(a.Statements) == 0 && a.ShortAnswer == "" && len(a.Disagreements) == 0 {
		blocks = append(blocks, sentence(a.Text, ""))
	}
	return blocks
}

// noArticlesBy says of which publishers that the question names there are no articles.
func (r Renderer) noArticlesBy(a answer.Answer) []block {
	if len(a.NoArticlesBy) == 0 {
		return nil
	}
	return []block{r.subtext("answer.no_articles_by", strings.Join(a.NoArticlesBy, ", "))}
}

// restsOn are the articles that an answer rests on. How many report it is said of what
// answers only.
func (r Renderer) restsOn(v Shown) []block {
	a := v.Answer
	var blocks []block
	if !a.Indirect {
		blocks = append(blocks, fixed(r.coverage(a.Coverage)).apart())
	}
	blocks = append(blocks, r.sourceList(a.Citations, nil)...)
	return append(blocks, r.quotesHint(v)...)
}

// verdictWords are the keys of the answers that are no article's words.
var verdictWords = map[string]string{"Yes": "answer.yes", "No": "answer.no", "Not reported": "answer.not_reported"}

// short is the short answer, with the citation of the statement that it is
// taken from.
func (r Renderer) short(a answer.Answer) []block {
	if a.ShortAnswer == "" {
		return nil
	}
	b := block{text: text.Squeeze(a.ShortAnswer), show: strong}
	if key := verdictWords[a.ShortAnswer]; key != "" {
		b.text = r.say.Say(key)
	}
	if a.Resolved != "" {
		b.tail = " (" + r.date(a.Resolved) + ")"
	}
	if len(a.Statements) > 0 && len(a.Statements[0].Citations) > 0 {
		b.tail += spaced(marks(a.Statements[0].Citations[:1]))
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
	for _, limit := range r.limits(v) {
		blocks = append(blocks, fixed(small(limit)))
	}
	if v.Changed {
		blocks = append(blocks, fixed(bold(r.say.Say("answer.changed"))))
	}
	return blocks
}

// limits say what the articles were limited to.
func (r Renderer) limits(v Shown) []string {
	var lines []string
	if v.Since != "" {
		lines = append(lines, r.say.Say("answer.only_since", "Date", r.date(v.Since)))
	}
	if v.Source != "" {
		lines = append(lines, r.say.Say("answer.only_from", "Source", word(v.Source)))
	}
	return lines
}

// subtext is a small line with a foreign text in quotation marks.
func (r Renderer) subtext(key, foreign string) block {
	return block{text: text.Squeeze(foreign), show: func(s string) string { return small(r.say.Say(key, "Text", r.say.Quote(escape(s)))) }}
}

// statement is one sentence of an answer. An article's own words are set as a
// quotation, to the byte; any others are one line, so that they look like nothing
// else that stands here.
func statement(s answer.Statement) block {
	if s.Quote {
		return quotation(s.Text, marks(s.Citations))
	}
	return sentence(text.Squeeze(s.Text), marks(s.Citations))
}

// coverage says how many of the articles report what was said.
func (r Renderer) coverage(c answer.Coverage) string {
	line := r.say.Count("answer.coverage", c.Articles, "Reporting", r.say.Number(c.Reporting))
	if c.Reporting == 1 && c.Articles > 1 {
		return line + " · " + bold(r.say.Say("answer.only_source"))
	}
	return line
}

// sourceList is the numbered list of the articles that are cited. Their notes
// stand below them; where shown is nil, a hint that the sources have some does.
func (r Renderer) sourceList(list []answer.Citation, shown noted) []block {
	if len(list) == 0 {
		return nil
	}
	blocks := []block{fixed(bold(r.say.Say("answer.sources"))).apart().withNext()}
	for _, group := range answer.ByArticle(list) {
		a := group[0].Article
		line := r.sourceLine(a)
		if a.Note != "" && shown == nil {
			line = joined(line, r.say.Say("answer.has_note"))
		}
		for own := range slices.Chunk(numbers(group), maxMarks) {
			blocks = append(blocks, fixed(marks(own)+" "+line))
		}
		if shown != nil {
			blocks = append(blocks, r.note(a, shown)...)
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
