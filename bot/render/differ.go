package render

import (
	"fmt"

	"sherpa/answer"
	"sherpa/internal/text"
)

// namesake is the kind of a disagreement between things of one name.
const namesake = "namesake"

// differHeadings are the keys of what sources can differ on.
var differHeadings = map[string]string{
	"date": "answer.differ_date", "duration": "answer.differ_duration", "number": "answer.differ_number",
	"place": "answer.differ_place", "list": "answer.differ_list",
}

// disagreements set what sources say differently side by side, with who says
// it and when.
func (r Renderer) disagreements(list []answer.Disagreement, citations []answer.Citation) []block {
	articles := map[int]answer.Article{}
	for _, c := range citations {
		articles[c.N] = c.Article
	}
	var blocks []block
	for _, d := range list {
		blocks = append(blocks, fixed(bold(r.differHeading(d))).apart().withNext())
		for _, c := range d.Claims {
			blocks = append(blocks, r.claim(c, articles)...)
		}
	}
	return blocks
}

func (r Renderer) differHeading(d answer.Disagreement) string {
	if d.Kind == namesake {
		return r.say.Say("answer.namesake", "Name", r.quoted(d.About))
	}
	if key, ok := differHeadings[d.About]; ok {
		return r.say.Say(key)
	}
	return r.say.Say("answer.differ")
}

// claim is one side: what is said, then each source that says it.
func (r Renderer) claim(c answer.Claim, articles map[int]answer.Article) []block {
	blocks := []block{{lead: "- ", text: text.Squeeze(c.Value), show: strong, keep: len(c.Citations) > 0}}
	for i, n := range c.Citations {
		line := fixed(fmt.Sprintf("  - [%d] %s", n, r.sourceLine(articles[n])))
		line.keep = i < len(c.Citations)-1
		blocks = append(blocks, line)
	}
	return blocks
}
