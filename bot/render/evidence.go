package render

import (
	"fmt"
	"strings"
	"time"

	"sherpa/answer"
	"sherpa/bot/customid"
	"sherpa/bot/payload"
	"sherpa/internal/text"
)

// Behind is what is behind an answer.
type Behind struct {
	Shown
	// Question is what was asked, and empty where it was not kept, as in direct
	// messages.
	Question string
	// Reasons are what was weighed, and nil where that cannot be worked out again.
	Reasons *answer.Reasons
	// Corpus is the version of the articles that was searched, and Now that of
	// today.
	Corpus, Now int64
	// Asked is when the question was asked.
	Asked time.Time
	// Store is the file of the store as the terminal takes it; empty leaves the
	// command line away.
	Store string
}

// Evidence shows how an answer came about, and how to get it again.
func (r Renderer) Evidence(b Behind) Paged {
	blocks := []block{r.heading("answer.evidence")}
	if b.Reasons != nil && len(b.Reasons.Parts) > 0 {
		blocks = append(blocks, r.weighedInParts(b)...)
	} else {
		blocks = append(blocks, r.reading(b)...)
		blocks = append(blocks, r.figures(b)...)
		blocks = append(blocks, r.citedWords(b.Answer)...)
		blocks = append(blocks, r.weighed(b)...)
	}
	blocks = append(blocks, r.again(b)...)
	return r.paged(b.id(customid.Evidence), blocks, r.footerOf(b.Shown)...).Private()
}

// weighedInParts is what was weighed for each of several questions.
func (r Renderer) weighedInParts(b Behind) []block {
	var blocks []block
	for i := range b.Reasons.Parts {
		part := b
		part.Reasons = &b.Reasons.Parts[i]
		if i < len(b.Answer.Parts) {
			part.Answer = b.Answer.Parts[i]
		}
		reading := r.reading(part)
		reading[0].gap = true
		blocks = append(blocks, reading...)
		blocks = append(blocks, r.figures(part)...)
		blocks = append(blocks, r.citedWords(part.Answer)...)
		blocks = append(blocks, r.weighed(part)...)
	}
	return blocks
}

// kindNames are the keys of the kinds of answers, by retrieval's names.
var kindNames = map[string]string{
	"person": "answer.kind_person", "place": "answer.kind_place", "date": "answer.kind_date", "duration": "answer.kind_duration",
	"number": "answer.kind_number", "organisation": "answer.kind_organisation", "list": "answer.kind_list", "yes/no": "answer.kind_yes_no",
	"quotation": "answer.kind_quotation", "reason": "answer.kind_reason", "who-is": "answer.kind_who_is", "manner": "answer.kind_manner",
}

// reading says how the question was read, or that it was not kept.
func (r Renderer) reading(b Behind) []block {
	if b.Question == "" {
		return []block{fixed(r.say.Say("answer.not_kept"))}
	}
	asked := b.Question
	if b.Reasons != nil && b.Reasons.UnderstoodAs != "" {
		asked = b.Reasons.UnderstoodAs
	}
	blocks := []block{r.line("answer.read_as", text.Squeeze(text.Clean(asked)))}
	if b.Reasons != nil {
		if key, ok := kindNames[b.Reasons.Kind]; ok {
			blocks = append(blocks, fixed(r.say.Say("answer.expected", "Kind", r.say.Say(key))))
		}
	}
	for _, limit := range r.limits(b.Shown) {
		blocks = append(blocks, fixed(limit))
	}
	return blocks
}

// line is a sentence with a foreign text in quotation marks.
func (r Renderer) line(key, foreign string) block {
	return block{text: foreign, show: func(s string) string { return r.say.Say(key, "Text", r.say.Quote(escape(s))) }}
}

// figures are the confidence, what was checked, and the versions of the
// articles.
func (r Renderer) figures(b Behind) []block {
	var blocks []block
	if b.Reasons != nil {
		blocks = append(blocks, fixed(r.say.Say("answer.confidence", "Confidence", r.say.Decimal(b.Reasons.Confidence, 2))))
	}
	c := b.Answer.Checked
	if c.Statements > 0 {
		blocks = append(blocks, fixed(r.say.Count("answer.checked", c.Statements, "Supported", r.say.Number(c.Supported))))
	}
	if c.Withheld > 0 {
		blocks = append(blocks, fixed(r.say.Count("answer.withheld", c.Withheld)))
	}
	if !b.Asked.IsZero() {
		blocks = append(blocks, fixed(r.say.Say("answer.asked_on", "Date", fmt.Sprintf("<t:%d:f>", b.Asked.Unix()))))
	}
	blocks = append(blocks, fixed(r.say.Say("answer.corpus_version", "Version", r.say.Number(int(b.Corpus)))))
	if b.Now != 0 && b.Now != b.Corpus {
		blocks = append(blocks, fixed(r.say.Say("answer.corpus_changed", "Version", r.say.Number(int(b.Now)))))
	}
	blocks = append(blocks, r.effort(b.Answer.LLM)...)
	blocks[0].gap = true
	return blocks
}

// weighed are the sentences that were weighed, best first; where they are not
// known, the places that the answer cites.
func (r Renderer) weighed(b Behind) []block {
	if b.Reasons == nil || len(b.Reasons.Evidence) == 0 {
		return r.places(b.Answer.Citations)
	}
	blocks := []block{r.heading("answer.weighed").apart()}
	for i, e := range b.Reasons.Evidence {
		line := fmt.Sprintf("%d\\. %s", i+1, joined(
			r.sourceLine(e.Article), r.passage(e.PassageID), r.say.Say("answer.score", "Score", r.say.Decimal(e.Score, 3)),
		))
		blocks = append(blocks, fixed(line).withNext(), quotation(e.Sentence, ""))
	}
	return blocks
}

// places say where the words stand that an answer rests on.
func (r Renderer) places(list []answer.Citation) []block {
	if len(list) == 0 {
		return nil
	}
	blocks := []block{r.heading("answer.cited_places").apart()}
	for _, c := range list {
		line := joined(r.sourceLine(c.Article), r.passage(c.PassageID), r.bytes(c.Start, c.End))
		blocks = append(blocks, fixed(marks([]int{c.N})+" "+line))
	}
	return blocks
}

func (r Renderer) passage(id string) string {
	if id == "" {
		return ""
	}
	return r.say.Say("answer.passage", "Passage", word(id))
}

// bytes says where words stand in an article's text.
func (r Renderer) bytes(start, end int) string {
	return r.say.Say("answer.bytes", "Start", r.say.Number(start), "End", r.say.Number(end))
}

// again is the command line that gives the answer in a terminal.
func (r Renderer) again(b Behind) []block {
	if b.Question == "" || b.Store == "" {
		return nil
	}
	return []block{
		fixed(r.say.Say("answer.again")).apart().withNext(),
		{text: b.command(), show: payload.Code},
	}
}

// command asks the same question in a terminal. A follow-up is asked as it was
// understood, because the conversation is not there.
func (b Behind) command() string {
	asked := b.Question
	if b.Reasons != nil && len(b.Reasons.Parts) == 0 && b.Reasons.UnderstoodAs != "" {
		asked = b.Reasons.UnderstoodAs
	}
	words := []string{"sherpa ask", "--db " + shellWord(b.Store)}
	if b.Answer.Mode != answer.ModeLLM {
		words = append(words, "--offline")
	}
	if b.Since != "" {
		words = append(words, "--since "+shellWord(b.Since))
	}
	if b.Source != "" {
		words = append(words, "--source "+shellWord(b.Source))
	}
	if strings.HasPrefix(asked, "-") {
		words = append(words, "--")
	}
	return strings.Join(append(words, shellQuote(asked)), " ")
}
