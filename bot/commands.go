package bot

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sherpa/answer"
	"sherpa/answer/conversation"
	"sherpa/bot/command"
	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/internal/text"
)

// planCommand finds out what a command asks for.
func (b *Bot) planCommand(in *event.Interaction, w who) (plan, error) {
	c := in.Command
	if c == nil || len(c.Path) == 0 {
		return plan{kind: "unknown"}, tell("bot.unknown_command")
	}
	switch c.Path[0] {
	case "ask":
		return b.planAsk(in, w)
	case "search", "compare", "timeline", "quote":
		return b.planReport(in, w)
	case "sources":
		return b.planArticles(c, w), nil
	case "why":
		return b.planWhy(c, w), nil
	case "privacy":
		return b.planPrivacy(c, w)
	case "help":
		return b.planHelp(in, w), nil
	case "settings":
		return b.planSettings(c, w)
	case command.Check:
		return b.planCheck(c, w)
	case command.About:
		return b.planAbout(in, w)
	}
	return plan{kind: "unknown"}, tell("bot.unknown_command")
}

// asksOpenly reports whether a command is answered for everybody to see.
func (w who) asksOpenly(in event.Place) bool {
	return w.dm || w.guildID != "" && w.allowed(in.ChannelID, in.ParentID)
}

func (b *Bot) planAsk(in *event.Interaction, w who) (plan, error) {
	options := in.Command.Options
	qn := answer.Question{Text: options["question"], Since: options["since"], Source: options["source"]}
	return b.planQuestion("ask", b.asksBy(w, options["private"] == "true" || !w.asksOpenly(in.Place), qn))
}

// asksBy is what an interaction asks.
func (b *Bot) asksBy(w who, private bool, qn answer.Question) asking {
	return asking{who: w, question: qn, private: private, status: b.newStatus(w.say)}
}

// planQuestion is the plan of a question that an interaction asks.
func (b *Bot) planQuestion(kind string, q asking) (plan, error) {
	q.received = b.now()
	var err error
	if q.question.Text, err = question(q.question.Text); err != nil {
		return plan{kind: kind}, err
	}
	if q.question.Since, err = since(q.question.Since); err != nil {
		return plan{kind: kind}, err
	}
	work := func(ctx context.Context) (shown, error) {
		if err := b.mustReach(ctx, q.who, q.question.Since, q.question.Source); err != nil {
			return shown{}, err
		}
		return b.answerTo(ctx, q)
	}
	return plan{kind: kind, first: deferred(q.private), counts: true, claim: true, status: q.status, work: work, ended: b.tally(q)}, nil
}

// question cleans what somebody asks, and takes the ids of users out. It fails with a notice if that is nothing,
// or too much.
func question(asked string) (string, error) {
	asked = withoutMarks(asked)
	if text.CountWords(asked) == 0 {
		return "", tell("bot.empty_question")
	}
	if conversation.IsSmallTalk(asked) {
		return "", tell("bot.how_to_ask")
	}
	if length, limit := answer.TooLong(asked); limit > 0 {
		return "", tell("bot.long_question", "Length", length, "Limit", limit)
	}
	return asked, nil
}

// since fails with a notice if a date is none.
func since(date string) (string, error) {
	date = strings.TrimSpace(date)
	if _, err := time.Parse(time.DateOnly, date); date != "" && err != nil {
		return "", tell("bot.bad_date")
	}
	return date, nil
}

// planCheck holds the text of a message against the articles.
func (b *Bot) planCheck(c *event.Command, w who) (plan, error) {
	if c.Target == nil || text.Squeeze(text.Clean(c.Target.Content)) == "" {
		return plan{kind: "check"}, tell("bot.no_text")
	}
	l := list{who: w, kind: "check", text: withoutMentions(c.Target.Content), private: true}
	p := b.planList(l)
	p.work = counted(b, w, p.work)
	return p, nil
}

// counted is work that counts for the quotas of the day.
func counted(b *Bot, w who, work func(context.Context) (shown, error)) func(context.Context) (shown, error) {
	return func(ctx context.Context) (shown, error) {
		if err := b.spend(ctx, w); err != nil {
			return shown{}, err
		}
		return work(ctx)
	}
}

// planAbout answers a message that is a question; about any other it asks what
// the question is.
func (b *Bot) planAbout(in *event.Interaction, w who) (plan, error) {
	target := in.Command.Target
	if target == nil {
		return plan{kind: "about"}, tell("bot.no_text")
	}
	about := withoutMentions(target.Content)
	if about == "" {
		return plan{kind: "about"}, tell("bot.no_text")
	}
	if _, err := question(about); err == nil && isQuestion(about) {
		return b.planQuestion("about", b.asksBy(w, !w.asksOpenly(in.Place), answer.Question{Text: about}))
	}
	return plan{kind: "about", first: payload.Response{Kind: payload.Form, Modal: aboutForm(w.say, about)}}, nil
}

// isQuestion reports whether a text is one question.
func isQuestion(s string) bool {
	s = strings.TrimSpace(s)
	return (strings.HasSuffix(s, "?") || strings.HasSuffix(s, "？") || strings.HasSuffix(s, "؟")) && len(text.Sentences(s)) == 1
}

// planWhy shows what is behind an answer, by its id.
func (b *Bot) planWhy(c *event.Command, w who) plan {
	id := strings.ToLower(strings.TrimSpace(c.Options["id"]))
	return plan{kind: "why", first: deferred(true), work: func(ctx context.Context) (shown, error) {
		return b.evidence(ctx, w, id, 0)
	}}
}

// done is the result of work that shows a message and nothing else.
func done(m payload.Message) shown { return shown{message: m, outcome: "done"} }

func wrap(what string, err error) error { return fmt.Errorf("bot: %s: %w", what, err) }
