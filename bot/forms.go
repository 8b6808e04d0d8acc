package bot

import (
	"context"

	"sherpa/answer"
	"sherpa/bot/command"
	"sherpa/bot/customid"
	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/bot/texts"
	"sherpa/internal/text"
)

// The fields of the forms.
const (
	questionField = "question"
	aboutField    = "about"
)

// maxAbout is how much of a message is taken into the form that asks about it.
const maxAbout = 1500

// followForm asks for a follow-up to the answer below which the button id was
// pressed.
func followForm(say *texts.Texts, id customid.ID) payload.Modal {
	return payload.Modal{
		CustomID: customid.ID{Action: customid.Followed, Answer: id.Answer, Item: id.Item}.String(),
		Title:    say.Say("bot.title_follow"),
		Fields:   []payload.Field{questionFor(say)},
	}
}

// aboutForm asks what somebody wants to know about a message. Its text is a
// field of the form: nothing of it has to be kept until the form is sent.
func aboutForm(say *texts.Texts, about string) payload.Modal {
	return payload.Modal{
		CustomID: customid.ID{Action: customid.Followed}.String(),
		Title:    say.Say("bot.title_about"),
		Fields: []payload.Field{
			questionFor(say),
			{CustomID: aboutField, Label: say.Say("bot.label_about"), Value: text.FirstRunes(about, maxAbout), Long: true, Min: 1, Max: maxAbout},
		},
	}
}

func questionFor(say *texts.Texts) payload.Field {
	return payload.Field{
		CustomID: questionField, Label: say.Say("bot.label_question"), Placeholder: say.Say("bot.placeholder_question"),
		Min: 1, Max: command.MaxMessage,
	}
}

// planForm answers what a form asks.
func (b *Bot) planForm(in *event.Interaction, w who) (plan, error) {
	id, err := customid.Parse(in.CustomID)
	if err != nil || id.Action != customid.Followed {
		return plan{kind: "form"}, tell("bot.expired")
	}
	private := id.Item == privately || !w.asksOpenly(in.Place)
	q := b.asksBy(w, private, answer.Question{Text: in.Fields[questionField]})
	if about := withoutMentions(in.Fields[aboutField]); about != "" {
		q.about = about
		q.question.History = []answer.Turn{{Question: about, Answer: answer.Answer{Text: about}}}
	}
	p, err := b.planQuestion("follow", q)
	if err != nil || id.Answer == "" {
		return p, err
	}
	asked := q.question.Text
	p.work = func(ctx context.Context) (shown, error) { return b.followUp(ctx, q, asked, id.Answer) }
	return p, nil
}

// followUp answers a question about an answer.
func (b *Bot) followUp(ctx context.Context, q asking, asked, answerID string) (shown, error) {
	r, err := b.find(ctx, q.who, answerID)
	if err != nil {
		return shown{}, err
	}
	q.question.Text, q.question.Since, q.question.Source = asked, r.Since, r.Source
	q.question.History = b.history(r)
	return b.answerTo(ctx, q)
}
