package render

import (
	"sherpa/bot/customid"
	"sherpa/bot/payload"
	"sherpa/internal/text"
)

// answerRows are the buttons below an answer, as far as they make sense: nothing
// stands behind the refusal of what is no question, or where there are no
// articles.
func (r Renderer) answerRows(v Shown) []payload.Row {
	if v.ID == "" || !v.Answer.Answered && v.Answer.Coverage.Articles == 0 {
		return nil
	}
	return []payload.Row{r.readRow(v), r.moveRow(v), r.closestRow(v)}
}

// id is the custom id of a button that is for everybody.
func (v Shown) id(do customid.Action) customid.ID {
	return customid.ID{Action: do, Answer: v.ID}
}

// askerID is the custom id of a button that is for the asker alone.
func (v Shown) askerID(do customid.Action) customid.ID {
	id := v.id(do)
	id.Asker = v.Asker
	return id
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
			row.Buttons = append(row.Buttons, button(v.askerID(do), "", r.label(key)))
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
		if label := shorten(text.Squeeze(text.Clean(c.Title)), maxTopicLabel); label != "" {
			row.Buttons = append(row.Buttons, button(id, "", label))
		}
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

func button(id customid.ID, emoji, label string) payload.Button {
	return payload.Button{CustomID: id.String(), Emoji: emoji, Label: label, Style: payload.Secondary}
}
