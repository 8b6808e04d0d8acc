package bot

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
	"time"

	"sherpa/answer"
	"sherpa/bot/customid"
	"sherpa/bot/payload"
	"sherpa/bot/render"
	"sherpa/bot/texts"
)

// asking is a question with who asks it and how the answer is shown.
type asking struct {
	who
	question answer.Question
	received time.Time
	// private shows the answer to the asker alone.
	private bool
	// place is what kind of place it was asked in, for metrics.
	place string
	// about is the message that the question is about, if any.
	about string
	// status is told what goes on, if set.
	status *status
}

// answerTo answers a question, and keeps what its buttons need once it is shown.
func (b *Bot) answerTo(ctx context.Context, q asking) (shown, error) {
	if err := b.spend(ctx, q.who); err != nil {
		return shown{}, err
	}
	at, err := b.state(ctx, q.scope())
	if err != nil {
		return shown{}, err
	}
	q.question.Asked = b.now()
	a, err := b.Asker.Ask(ctx, q.scope(), b.questionOf(q))
	if err != nil {
		return shown{}, wrap("ask", err)
	}
	a.ID = newAnswerID()
	v := b.view(q.who, a)
	v.Newest, v.About, v.Private = at.newest, q.about, q.private
	v.Since, v.Source = q.question.Since, q.question.Source
	r := b.recordOf(q, a, at.version)
	if !b.isForgotten(r) {
		b.unsaved.put(r.ID, r) // a button may be pressed before it is known that all is shown
		if q.guildID == "" {
			b.remember(q.who, a)
		}
	}
	return shown{
		message: answerPage(q.say, v, 0),
		outcome: outcomeOf(a), answerID: a.ID,
		then: func(_ context.Context, messageID string) { b.keep(q, a, r, messageID) }, //nolint:contextcheck // what is recorded outlives the question
	}, nil
}

// questionOf is the question with all that an answer depends on.
func (b *Bot) questionOf(q asking) answer.Question {
	qn := q.question
	qn.Language = q.locale
	qn.Payer = answer.Payer{GuildID: q.guildID, UserHash: b.Privacy.Hash(q.user.ID)}
	if q.status != nil {
		qn.Progress = q.status.note
	}
	return qn
}

// privately marks the buttons of a private answer from which another answer
// comes: that one has to be private too.
const privately = "private"

// answerPage is a page of an answer.
func answerPage(say *texts.Texts, v render.Shown, page int) payload.Message {
	m := render.In(say).Answer(v).Page(page)
	if v.Private {
		markButtons(m, privately, customid.Follow)
	}
	return m
}

// markButtons sets the item of the buttons that do one of some things.
func markButtons(m payload.Message, item string, actions ...customid.Action) {
	for _, row := range m.Rows {
		for i, button := range row.Buttons {
			if id, err := customid.Parse(button.CustomID); err == nil && slices.Contains(actions, id.Action) {
				id.Item = item
				row.Buttons[i].CustomID = id.String()
			}
		}
	}
}

// view is an answer as it is shown to w.
func (b *Bot) view(w who, a answer.Answer) render.Shown {
	return render.Shown{
		ID: a.ID, Answer: a, Asker: w.user.ID, DM: w.dm,
		Staff: w.settings.StaffChannel != "", NoVotes: w.settings.NoButtons,
	}
}

func outcomeOf(a answer.Answer) string {
	if a.Answered {
		return "answered"
	}
	return "refused"
}

// newAnswerID is a short id that nobody can guess.
func newAnswerID() string { return strings.ToLower(rand.Text()[:10]) }

// articlesState is how far the articles of a scope reach.
type articlesState struct {
	version int64
	count   int
	// newest is the date of the newest article.
	newest string
}

// state reads the version of the articles, and of a new version the newest date.
func (b *Bot) state(ctx context.Context, s Scope) (articlesState, error) {
	version, err := b.Corpus.Version(ctx, s)
	if err != nil {
		return articlesState{}, wrap("read the articles' version", err)
	}
	key := fmt.Sprintf("%s %t %t", s.GuildID, s.Own, s.Default)
	if known, ok := b.states.get(key); ok && known.version == version {
		return known, nil
	}
	articles, err := b.Corpus.Articles(ctx, s)
	if err != nil {
		return articlesState{}, wrap("read the articles' dates", err)
	}
	now := articlesState{version: version, count: len(articles)}
	for i := range articles {
		now.newest = max(now.newest, articles[i].Published, articles[i].Updated)
	}
	b.states.put(key, now)
	return now, nil
}

// spend counts a question for the quotas of the day. It fails with a notice if
// one is used up.
func (b *Bot) spend(ctx context.Context, w who) error {
	for _, q := range b.quotasOf(w) {
		limit := q.limit
		_, err := retried(ctx, func() (bool, error) {
			_, ok, err := b.ledger.Count(ctx, q.key, limit)
			if err == nil && !ok {
				err = tell(q.sentence, "Limit", w.say.Number(limit), "When", w.say.In(b.tomorrow()))
			}
			return ok, err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// quota is how many questions of a day are answered for a key.
type quota struct {
	key      string
	limit    int
	sentence string // the key of the text that says that it is used up
}

// quotasOf are the quotas that a question of w counts for: the user's own, in
// this place alone, and the server's.
func (b *Bot) quotasOf(w who) []quota {
	hash, limits := b.Privacy.Hash(w.user.ID), b.limitsOf(w)
	if w.guildID == "" {
		return []quota{{hash, limits.DM, "bot.quota_user"}}
	}
	return []quota{{hash + "@" + w.guildID, limits.User, "bot.quota_user"}, {w.guildID, limits.Server, "bot.quota_server"}}
}

// limitsOf are the quotas as a server's admins chose them.
func (b *Bot) limitsOf(w who) Quotas {
	q := b.Quotas
	if w.settings.UserPerDay > 0 {
		q.User = w.settings.UserPerDay
	}
	if w.settings.ServerPerDay > 0 {
		q.Server = w.settings.ServerPerDay
	}
	return q
}

// tomorrow is how long it is until quotas begin anew, at midnight UTC.
func (b *Bot) tomorrow() time.Duration {
	now := b.now().UTC()
	return now.Truncate(24 * time.Hour).Add(24 * time.Hour).Sub(now)
}
