package render

import (
	"fmt"

	"sherpa/answer"
	"sherpa/bot/customid"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Hits shows the passages that a search found. turn is the custom id that turns
// its pages, here and in all reports.
func (r Renderer) Hits(query string, hits []retrieval.Hit, turn customid.ID) Paged {
	asked := r.quoted(query)
	if len(hits) == 0 {
		return r.nothing("answer.no_hits", turn, "Query", asked)
	}
	blocks := []block{r.counted("answer.hits", len(hits), "Query", asked)}
	for _, h := range hits {
		line := fmt.Sprintf("%d\\. %s", h.Rank, joined(r.sourceLine(cited(h.Article)), r.passage(h.Passage.ID)))
		blocks = append(blocks, fixed(line).apart().withNext(), quotation(h.Passage.Text, ""))
	}
	return r.paged(turn, blocks)
}

// nothing is a report that has nothing to show.
func (r Renderer) nothing(key string, turn customid.ID, pairs ...any) Paged {
	return r.paged(turn, []block{fixed(bold(r.say.Say(key, pairs...)))})
}

// Comparison shows what each article says of a topic, and where they differ.
func (r Renderer) Comparison(c answer.Comparison, turn customid.ID) Paged {
	topic := r.quoted(c.Topic)
	if len(c.Rows) == 0 {
		return r.nothing("answer.no_comparison", turn, "Topic", topic)
	}
	articles := 0
	for _, row := range c.Rows {
		articles += row.Articles()
	}
	blocks := []block{r.counted("answer.comparison", articles, "Topic", topic)}
	shown := noted{}
	for _, row := range c.Rows {
		blocks = append(blocks, r.citation("-", answer.Citation{Article: row.Article, Quote: row.Quote}, shown)...)
		for _, also := range row.Also {
			blocks = append(blocks, r.citation("-", answer.Citation{Article: also.Article, Quote: also.Quote}, shown)...)
		}
	}
	if len(c.Disagreements) > 0 {
		blocks = append(blocks, r.disagreements(c.Disagreements, c.Citations)...)
		blocks = append(blocks, r.sourceList(c.Citations, shown)...)
	}
	return r.paged(turn, blocks)
}

// Timeline shows dated events in the order of their dates. The topic is empty
// where all were asked for.
func (r Renderer) Timeline(topic string, events []answer.Event, turn customid.ID) Paged {
	if len(events) == 0 {
		return r.nothing("answer.no_events", turn)
	}
	blocks := []block{r.timelineHeading(topic, len(events))}
	sources, marked := answer.EventSources(events)
	for i, e := range events {
		blocks = append(blocks, fixed(bold(r.date(e.Date))).apart().withNext(), quotation(e.Event, marks(marked[i])))
	}
	return r.paged(turn, append(blocks, r.sourceList(sources, noted{})...))
}

func (r Renderer) timelineHeading(topic string, n int) block {
	if topic == "" {
		return r.counted("answer.events", n)
	}
	return r.counted("answer.events_on", n, "Topic", r.quoted(topic))
}

// verdicts are the keys of the words for each verdict.
var verdicts = map[answer.Verdict]string{
	answer.Supported: "answer.supported", answer.Contradicted: "answer.contradicted", answer.NotCovered: "answer.not_covered",
}

// Checks shows the verdict on each claim of a text, in words, with the
// quotations that it rests on.
func (r Renderer) Checks(checks []answer.ClaimCheck, turn customid.ID) Paged {
	if len(checks) == 0 {
		return r.nothing("answer.no_claims", turn)
	}
	blocks, shown := []block{r.counted("answer.claims", len(checks))}, noted{}
	for _, c := range checks {
		verdict := bold(r.say.Say(verdicts[c.Verdict]))
		claim := block{lead: verdict + " ", text: text.Squeeze(c.Claim), show: func(s string) string { return r.say.Quote(escape(s)) }}
		claim.gap, claim.keep = true, len(c.Citations) > 0
		blocks = append(blocks, claim)
		for i, cite := range c.Citations {
			proof := r.citation("-", cite, shown)
			proof[0].gap = i > 0
			blocks = append(blocks, proof...)
		}
	}
	return r.paged(turn, blocks)
}
