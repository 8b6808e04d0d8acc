package render

import (
	"strings"

	"sherpa/bot/customid"
	"sherpa/bot/payload"
	"sherpa/bot/texts"
)

// Renderer shows things in one language.
type Renderer struct {
	say *texts.Texts
}

// In returns the Renderer that speaks as say does.
func In(say *texts.Texts) Renderer { return Renderer{say: say} }

// Paged is what is shown, page by page.
type Paged struct {
	say       *texts.Texts
	contents  []string
	ephemeral bool
	// turn is the custom id of the buttons that turn the pages.
	turn customid.ID
	// rows are the buttons of every page.
	rows []payload.Row
}

// paged lays blocks out on pages, each of which ends with the parts of a footer.
func (r Renderer) paged(turn customid.ID, blocks []block, footer ...string) Paged {
	return Paged{say: r.say, contents: paginate(blocks, r.footer(footer)), turn: turn}
}

// Private shows the pages only to whoever asked.
func (p Paged) Private() Paged {
	p.ephemeral = true
	return p
}

// Len is the number of pages, at least 1.
func (p Paged) Len() int { return len(p.contents) }

// Page is the message with page i, counting from 0, or the nearest page where
// there is none.
func (p Paged) Page(i int) payload.Message {
	i = max(0, min(i, len(p.contents)-1))
	m := payload.Message{Content: p.contents[i], Ephemeral: p.ephemeral}
	for _, row := range append([]payload.Row{p.turnRow(i)}, p.rows...) {
		if len(row.Buttons) > 0 {
			m.Rows = append(m.Rows, row)
		}
	}
	return m
}

// turnRow leads from page i to those beside it.
func (p Paged) turnRow(i int) payload.Row {
	var row payload.Row
	if i > 0 {
		row.Buttons = append(row.Buttons, button(p.turn.At(i-1), "◀", p.say.Say("answer.button_back")))
	}
	if i < len(p.contents)-1 {
		row.Buttons = append(row.Buttons, button(p.turn.At(i+1), "▶", p.say.Say("answer.button_more")))
	}
	return row
}

// footer writes the parts that are not empty, and the page where there are
// several, small at the end of a page.
func (r Renderer) footer(parts []string) pageFooter {
	return func(n, all int) string {
		line := joined(parts...)
		if all > 1 {
			line = joined(line, r.say.Say("answer.page", "Page", r.say.Number(n), "Pages", r.say.Number(all)))
		}
		if line == "" {
			return ""
		}
		return small(line)
	}
}

// joined puts a dot between the parts that are not empty.
func joined(parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, " · ")
}
