package bot

import (
	"context"
	"errors"
	"hash/maphash"
	"sync"
	"time"

	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/store"
)

// exchange is a message that asked and the reply to it, so that a changed
// question is answered anew and a deleted one takes its answer along. It is in
// memory alone.
type exchange struct {
	// id is what the reply is known by; replyTo the message that it answers, empty
	// where it answers none.
	id, replyTo       string
	userID, channelID string
	asked             time.Time

	showing sync.Mutex // one shows at a time

	mu       sync.Mutex
	content  uint64             // a hash of the text, which is not kept
	cancel   context.CancelFunc // of the answer that is being worked out
	started  bool
	deleted  bool
	replyID  string
	answerID string
}

// run is one working out of an answer.
type run struct {
	ctx context.Context
	// first says that the question was not worked on before.
	first bool
}

// restart gives up the answer that is being worked out, for another.
func (x *exchange) restart() run {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.cancel != nil {
		x.cancel()
	}
	r := run{first: !x.started}
	r.ctx, x.cancel = context.WithCancel(context.Background())
	x.started = true
	return r
}

// show sends the reply, or replaces it. A reply to a question that was deleted
// meanwhile is deleted too.
func (x *exchange) show(ctx context.Context, s Sender, m payload.Message) (string, error) {
	x.showing.Lock()
	defer x.showing.Unlock()
	x.mu.Lock()
	replyID, deleted := x.replyID, x.deleted
	x.mu.Unlock()
	if deleted {
		return "", errCancelled
	}
	if replyID != "" {
		return replyID, s.EditSent(ctx, x.channelID, replyID, m)
	}
	replyID, err := s.Send(ctx, x.channelID, m)
	if err != nil {
		return "", err
	}
	x.mu.Lock()
	x.replyID, deleted = replyID, x.deleted
	x.mu.Unlock()
	if deleted {
		return "", errors.Join(errCancelled, s.Delete(ctx, x.channelID, replyID))
	}
	return replyID, nil
}

// change takes a changed text and reports whether it is to be answered.
func (x *exchange) change(content string, now time.Time) bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.deleted || content == "" || hashOf(content) == x.content || now.Sub(x.asked) > editWithin {
		return false
	}
	x.content = hashOf(content)
	return true
}

// seed makes the hashes of texts useless to anybody but this process.
var seed = maphash.MakeSeed()

// hashOf tells one text from another.
func hashOf(content string) uint64 { return maphash.String(seed, content) }

// end stops the work and returns the reply, if there is one.
func (x *exchange) end() (replyID, answerID string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.deleted = true
	if x.cancel != nil {
		x.cancel()
	}
	return x.replyID, x.answerID
}

// answeredBy notes the answer that the reply shows.
func (x *exchange) answeredBy(answerID string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if answerID != "" {
		x.answerID = answerID
	}
}

// onEdit answers a question that was changed. Discord tells of changes that
// nobody made, too: those have the same text.
func (b *Bot) onEdit(m *event.Message) {
	x, ok := b.exchanges.get(m.ID)
	if !ok || m.Edited.IsZero() {
		return
	}
	m.Ordinary = true // an update may leave out what did not change
	if m.Author.ID == "" {
		m.Author.ID = x.userID
	}
	w := b.writes(m)
	if b.takes(w, m) && x.change(m.Content, b.now()) {
		b.forgetTurn(x)
		b.converse(w, m, x)
	}
}

// onDelete takes the answer to a deleted question back.
func (b *Bot) onDelete(d *event.Deleted) {
	x, ok := b.exchanges.take(d.ID)
	if !ok {
		return
	}
	replyID, answerID := x.end()
	b.forgetTurn(x)
	if answerID != "" {
		b.dropAnswer(answerID)
	}
	if replyID != "" {
		b.record("deletion of a reply", func(ctx context.Context) error { return b.Sender.Delete(ctx, x.channelID, replyID) })
	}
}

// onBulkDelete takes the answers to deleted questions back.
func (b *Bot) onBulkDelete(d *event.BulkDeleted) {
	for _, id := range d.IDs {
		b.onDelete(&event.Deleted{ID: id, ChannelID: d.ChannelID, GuildID: d.GuildID})
	}
}

// dropAnswer leaves nothing in the record of an answer, which ends at once.
func (b *Bot) dropAnswer(id string) {
	b.unsaved.drop(id)
	b.turns.drop(id)
	b.record("deletion of an answer", func(ctx context.Context) error {
		b.saving.Lock()
		defer b.saving.Unlock()
		r, err := b.ledger.Answer(ctx, id)
		if err != nil {
			return nothingKept(err)
		}
		return b.ledger.PutAnswer(ctx, store.AnswerRecord{
			ID: id, GuildID: r.GuildID, ChannelID: r.ChannelID, UserHash: r.UserHash,
			Private: true, Asked: r.Asked, Expires: b.now(), Answer: []byte("{}"),
		})
	})
}

// nothingKept is nil for the error of a record that is not kept.
func nothingKept(err error) error {
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	return err
}
