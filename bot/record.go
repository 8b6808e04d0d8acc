package bot

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"sherpa/answer"
	"sherpa/internal/text"
	"sherpa/store"
)

const (
	// recordFor is how long the record of an answer is kept.
	recordFor = 24 * time.Hour
	// maxTopic is how many words of a question make the topic of a gap.
	maxTopic = 8
)

// record is the record of an answer.
type record struct {
	store.AnswerRecord
	// stamp tells what was saved under one id apart.
	stamp uint64
}

// recordOf is what the buttons of an answer need. Outside servers neither the
// channel nor the message is kept: Discord would say whose they are.
func (b *Bot) recordOf(q asking, a answer.Answer, version int64) record {
	r := record{AnswerRecord: store.AnswerRecord{
		ID: a.ID, GuildID: q.guildID, UserHash: b.Privacy.Hash(q.user.ID), Private: q.private,
		Asked: q.question.Asked, Expires: q.question.Asked.Add(recordFor), Locale: q.locale,
		Corpus: version, Cited: cited(a, q.scope()),
	}}
	if q.guildID == "" {
		r.Answer = places(a)
		return r
	}
	r.ChannelID, r.Answer = q.channelID, marshal(a)
	r.Question, r.Since, r.Source = q.question.Text, q.question.Since, q.question.Source
	return r
}

// keep keeps the record of an answer that a message shows.
func (b *Bot) keep(q asking, a answer.Answer, r record, messageID string) {
	if q.guildID != "" {
		r.MessageID = messageID
	}
	b.metrics.AnswerShown(string(a.Mode), cmp.Or(q.place, "command"))
	b.countFallback(q.guildID, a.LLM)
	b.save("answer", r)
	if limited := q.question.Since != "" || q.question.Source != ""; !a.Answered && q.guildID != "" && !limited {
		b.keepGap(q) // the other articles may answer what was asked of some
	}
}

// save keeps a record; until the store has it, it is found in memory. Of several
// that are saved under one id the last one stays, in whatever order they get to
// the store.
//
// What was asked before its asker had everything deleted is not saved any more.
func (b *Bot) save(what string, r record) {
	if b.isForgotten(r) {
		return
	}
	r.stamp = b.stamps.Add(1)
	b.unsaved.put(r.ID, r)
	b.record(what, func(ctx context.Context) error {
		b.saving.Lock()
		defer b.saving.Unlock()
		newest, ok := b.unsaved.get(r.ID)
		if !ok {
			return nil // it was saved, or deleted
		}
		if err := b.ledger.PutAnswer(ctx, newest.AnswerRecord); err != nil {
			return err
		}
		b.unsaved.dropWhere(func(kept record) bool { return kept.ID == r.ID && kept.stamp == newest.stamp })
		return nil
	})
}

// keepGap counts a question that the articles do not answer.
func (b *Bot) keepGap(q asking) {
	g := store.Gap{GuildID: q.guildID, Topic: topicOf(q.question.Text), Times: 1, Last: q.question.Asked}
	if g.Topic != "" {
		b.record("gap", func(ctx context.Context) error { return b.ledger.AddGap(ctx, g) })
	}
}

// topicOf is a question's words that say what it is about, folded, in order and
// each once.
func topicOf(question string) string {
	var words []string
	seen := map[string]bool{}
	for _, w := range text.Words(question) {
		if len(words) == maxTopic {
			break
		}
		if !text.IsStop(w.Norm) && !seen[w.Norm] {
			seen[w.Norm] = true
			words = append(words, w.Norm)
		}
	}
	return strings.Join(words, " ")
}

func turnOf(a answer.Answer) answer.Turn {
	return answer.Turn{Question: a.Meant(), Answer: a}
}

// cited are the articles that an answer cites, each once. Where a server's own
// articles alone are searched, all are its own.
func cited(a answer.Answer, s Scope) []store.CitedArticle {
	var list []store.CitedArticle
	seen := map[string]bool{}
	for _, c := range a.Citations {
		if !seen[c.Article.ID] {
			seen[c.Article.ID] = true
			list = append(list, store.CitedArticle{ID: c.Article.ID, Own: c.Article.Own || s.Own && !s.Default})
		}
	}
	return list
}

// places is all that is kept of an answer where no text may be: how it was made,
// by which model and for how much, and where its citations point to.
func places(a answer.Answer) []byte {
	bare := answer.Answer{ID: a.ID, Answered: a.Answered, Mode: a.Mode, Checked: a.Checked, LLM: a.LLM}
	for _, c := range a.Citations {
		bare.Citations = append(bare.Citations, answer.Citation{
			N: c.N, PassageID: c.PassageID, Start: c.Start, End: c.End, Article: answer.Article{ID: c.Article.ID},
		})
	}
	return marshal(bare)
}

// marshal writes an answer as JSON, which cannot fail: it has no type that does.
func marshal(a answer.Answer) []byte {
	data, err := json.Marshal(a)
	if err != nil {
		panic(err)
	}
	return data
}

// answer reads the answer of a record. What was left out of it is read again
// from the articles, as far as they still have it.
func (b *Bot) answerOf(ctx context.Context, w who, r record) (answer.Answer, error) {
	if t, ok := b.turns.get(r.ID); ok {
		return t.turn.Answer, nil
	}
	var a answer.Answer
	if err := json.Unmarshal(r.Answer, &a); err != nil {
		return a, fmt.Errorf("bot: read the record of an answer: %w", err)
	}
	a.ID = r.ID
	if r.GuildID == "" {
		return a, b.refill(ctx, w.scope(), &a)
	}
	return a, nil
}

// refill puts quotations and articles back into citations that are only places.
func (b *Bot) refill(ctx context.Context, s Scope, a *answer.Answer) error {
	var found []answer.Citation
	for _, c := range a.Citations {
		article, err := b.Corpus.Article(ctx, s, c.Article.ID)
		switch {
		case errors.Is(err, store.ErrNotFound):
			continue // it was withdrawn
		case err != nil:
			return fmt.Errorf("bot: read a cited article: %w", err)
		}
		if c.Start < 0 || c.Start > c.End || c.End > len(article.Text) {
			continue // it is another text now
		}
		c.Quote, c.Article = strings.ToValidUTF8(article.Text[c.Start:c.End], "\uFFFD"), citedAs(article)
		found = append(found, c)
	}
	a.Citations = found
	return nil
}

func citedAs(a store.Article) answer.Article {
	return answer.Article{
		ID: a.ID, Title: a.Title, Publisher: a.Publisher, Published: a.Published, URL: a.URL, BasedOn: a.BasedOn, Note: a.Note,
	}
}

// history is the conversation that ends with the answer of a record; none if no
// text of it is left.
func (b *Bot) history(r record) []answer.Turn {
	if t, ok := b.turns.get(r.ID); ok {
		return []answer.Turn{t.turn}
	}
	if r.GuildID == "" {
		return nil
	}
	var a answer.Answer
	if json.Unmarshal(r.Answer, &a) != nil {
		return nil
	}
	return []answer.Turn{turnOf(a)}
}

// tally counts a question for its server's statistics when it has ended.
func (b *Bot) tally(q asking) func(outcome string) {
	return func(outcome string) {
		now := b.now()
		t := store.Tally{GuildID: q.guildID, Day: dayOf(now), Asked: 1}
		switch outcome {
		case "answered":
			t.Answered = 1
		case "refused":
			t.Refused = 1
		default:
			t.Failed = 1
		}
		t.LatencySum = now.Sub(q.received)
		t.Slowest = t.LatencySum
		t.Latencies.Count(t.LatencySum)
		b.metrics.Answered(t.LatencySum)
		b.record("tally", func(ctx context.Context) error { return b.ledger.AddTally(ctx, t) })
	}
}

// dayOf is the day of a tally.
func dayOf(t time.Time) string { return t.UTC().Format(time.DateOnly) }
