package bot

import (
	"context"
	"errors"

	"sherpa/answer"
	"sherpa/bot/customid"
	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/bot/render"
	"sherpa/internal/text"
)

// inView marks the buttons of a view that only the presser sees, whose message
// may be changed; those below an answer open a view of their own.
const inView = "view"

// planPress finds out what a button or a menu does.
func (b *Bot) planPress(in *event.Interaction, w who) (plan, error) {
	id, err := customid.Parse(in.CustomID)
	if err != nil {
		return plan{kind: "press"}, tell("bot.expired")
	}
	p, err := b.press(in, w, id)
	p.kind = string(id.Action)
	return p, err
}

func (b *Bot) press(in *event.Interaction, w who, id customid.ID) (plan, error) {
	switch id.Action {
	case customid.Sources, customid.Evidence, customid.More, customid.Closest,
		customid.SearchPage, customid.ComparePage, customid.TimelinePage, customid.CheckPage, customid.QuotePage,
		customid.ArticlesPage, customid.ArticlePage, customid.GapsPage, customid.CorpusPage, customid.PrivacyPage:
		return b.planView(w, id)
	case customid.Follow:
		return plan{first: payload.Response{Kind: payload.Form, Modal: followForm(w.say, id)}}, nil
	case customid.Recheck:
		return b.planRecheck(w, id.Answer), nil
	case customid.Up, customid.Down, customid.Reason:
		return b.planVote(in, w, id), nil
	case customid.Share:
		return b.planShare(in, w, id.Answer), nil
	case customid.Editor:
		if id.Asker != "" && id.Asker != customid.Key(w.user.ID) {
			return plan{}, tell("bot.not_yours")
		}
		return b.planEditor(w, id.Answer), nil
	case customid.NewTopic:
		return b.planNewTopic(w), nil
	case customid.RemoveArticle, customid.DeleteData:
		return b.planConfirmed(w, id)
	case customid.Cancel:
		return plan{first: update(w.say.Say("settings.cancelled"))}, nil
	}
	return plan{}, tell("bot.expired")
}

// update replaces the message with the button by a sentence.
func update(sentence string) payload.Response {
	return payload.Response{Kind: payload.Update, Message: payload.Message{Content: sentence}}
}

// planView shows a page. It changes the message with the button only where that
// is the presser's own.
func (b *Bot) planView(w who, id customid.ID) (plan, error) {
	// An answer has no asker after it was marked: its pages are everybody's own.
	own := id.Asker == customid.Key(w.user.ID) || id.Asker == "" && id.Action != customid.More
	opens := (id.Action == customid.Sources || id.Action == customid.Evidence || id.Action == customid.Closest) && id.Item != inView
	p := plan{first: deferredUpdate(), aside: true}
	if opens || !own {
		p = plan{first: deferred(true)}
	}
	if id.Action == customid.GapsPage || id.Action == customid.CorpusPage {
		if err := w.mustBeAdmin(); err != nil {
			return plan{}, err
		}
	}
	p.work = func(ctx context.Context) (shown, error) { return b.viewed(ctx, w, id) }
	return p, nil
}

// viewed is the page that a custom id names.
func (b *Bot) viewed(ctx context.Context, w who, id customid.ID) (shown, error) {
	switch id.Action {
	case customid.Sources:
		return b.sources(ctx, w, id.Answer, id.Page)
	case customid.Evidence:
		return b.evidence(ctx, w, id.Answer, id.Page)
	case customid.More:
		return b.more(ctx, w, id)
	case customid.Closest:
		return b.article(ctx, w, id.Item, 0)
	case customid.ArticlesPage:
		return b.articles(ctx, w, id.Page)
	case customid.ArticlePage:
		return b.article(ctx, w, id.Item, id.Page)
	case customid.GapsPage:
		return b.gaps(ctx, w, id.Page)
	case customid.CorpusPage:
		return b.ownArticles(ctx, w, id.Page)
	case customid.PrivacyPage:
		return b.keptAbout(ctx, w, id.Page)
	}
	l, err := b.findList(ctx, w, id)
	if err != nil {
		return shown{}, err
	}
	pages, err := b.pagesOf(ctx, l)
	if err != nil {
		return shown{}, err
	}
	return done(pages.Page(id.Page)), nil
}

// sources shows the citations of an answer.
func (b *Bot) sources(ctx context.Context, w who, answerID string, page int) (shown, error) {
	r, v, err := b.viewOf(ctx, w, answerID)
	if err != nil {
		return shown{}, err
	}
	v.Private = r.Private
	return done(viewing(render.In(w.say).Sources(v).Page(page))), nil
}

// more shows a page of an answer.
func (b *Bot) more(ctx context.Context, w who, id customid.ID) (shown, error) {
	r, v, err := b.viewOf(ctx, w, id.Answer)
	if err != nil {
		return shown{}, err
	}
	if r.GuildID == "" && v.Answer.Text == "" {
		return shown{}, tell("bot.text_not_kept")
	}
	v.Private = r.Private
	return done(answerPage(w.say, v, id.Page)), nil
}

// evidence shows how an answer came about.
func (b *Bot) evidence(ctx context.Context, w who, answerID string, page int) (shown, error) {
	r, v, err := b.viewOf(ctx, w, answerID)
	if err != nil {
		return shown{}, err
	}
	behind := render.Behind{
		Shown: v, Question: r.Question, Corpus: r.Corpus, Asked: r.Asked, Store: b.StoreOf(w.scope()),
	}
	if behind.Now, err = b.Corpus.Version(ctx, w.scope()); err != nil {
		return shown{}, wrap("read the articles' version", err)
	}
	if q, ok := b.asked(r, v.Answer); ok {
		behind.Question, q.Offline = q.Text, true
		why, err := b.Asker.Why(ctx, w.scope(), q, maxEvidence)
		if err != nil {
			return shown{}, wrap("weigh the evidence again", err)
		}
		behind.Reasons = &why
	}
	return done(viewing(render.In(w.say).Evidence(behind).Page(page))), nil
}

// maxEvidence is how many sentences are shown that were weighed.
const maxEvidence = 10

// asked is the question of a record as it was understood, if its text is known.
func (b *Bot) asked(r record, a answer.Answer) (answer.Question, bool) {
	text := r.Question
	if a.Question != "" {
		text = turnOf(a).Question
	}
	return answer.Question{Text: text, Since: r.Since, Source: r.Source, Asked: r.Asked}, text != ""
}

// viewOf is a kept answer as it is shown to w.
func (b *Bot) viewOf(ctx context.Context, w who, answerID string) (record, render.Shown, error) {
	r, err := b.find(ctx, w, answerID)
	if err != nil {
		return r, render.Shown{}, err
	}
	a, err := b.answerOf(ctx, w, r)
	if err != nil {
		return r, render.Shown{}, err
	}
	at, err := b.state(ctx, w.scope())
	if err != nil {
		return r, render.Shown{}, err
	}
	v := b.view(w, a)
	v.Newest, v.Changed = at.newest, r.Flag != ""
	v.Since, v.Source = r.Since, r.Source
	return r, v, nil
}

// viewing marks the buttons of a view.
func viewing(m payload.Message) payload.Message {
	m.Ephemeral = true
	markButtons(m, inView, customid.Sources, customid.Evidence)
	return m
}

// planRecheck asks the question of an answer again, for the presser to see, who
// may share what comes of it.
func (b *Bot) planRecheck(w who, answerID string) plan {
	q := b.asksBy(w, !w.dm, answer.Question{})
	q.received = b.now()
	return plan{first: deferred(q.private), counts: true, claim: true, status: q.status, ended: b.tally(q), work: func(ctx context.Context) (shown, error) {
		r, err := b.find(ctx, w, answerID)
		if err != nil {
			return shown{}, err
		}
		a, err := b.answerOf(ctx, w, r)
		if err != nil {
			return shown{}, err
		}
		again, ok := b.asked(r, a)
		if !ok {
			return shown{}, tell("bot.text_not_kept")
		}
		q.question = inItsLanguage(again, a)
		return b.answerTo(ctx, q)
	}}
}

// inItsLanguage is the question of an answer in the language in which it was asked,
// where it was understood in another: the answer is to be in that again.
func inItsLanguage(understood answer.Question, a answer.Answer) answer.Question {
	asked, _ := text.Language(a.Question)
	meant, _ := text.Language(a.UnderstoodAs)
	if a.Mode != answer.ModeLLM || asked == "" || meant == "" || asked == meant {
		return understood
	}
	understood.Text, understood.History = a.Question, []answer.Turn{turnOf(a)}
	return understood
}

var errLate = errors.New("the time to answer an interaction is over")
