package bot

import (
	"slices"

	"sherpa/answer"
)

// maxTurns is how many turns of a conversation are remembered.
const maxTurns = 3

// session is the conversation of a direct message so far. It is in memory alone.
type session struct {
	userID string
	turns  []answer.Turn
}

// without is the session without the turn of an answer.
func (s session) without(answerID string) session {
	turns := slices.DeleteFunc(slices.Clone(s.turns), func(t answer.Turn) bool { return t.Answer.ID == answerID })
	return session{s.userID, turns}
}

// remembered is one turn of somebody's, where the store keeps no text.
type remembered struct {
	userID string
	turn   answer.Turn
}

// remember adds a turn to a conversation of which the store keeps no text.
func (b *Bot) remember(w who, a answer.Answer) {
	t := turnOf(a)
	b.turns.put(a.ID, remembered{w.user.ID, t})
	if !w.dm {
		return
	}
	s, _ := b.sessions.get(w.channelID)
	turns := append(slices.Clip(s.turns), t)
	b.sessions.put(w.channelID, session{w.user.ID, turns[max(len(turns)-maxTurns, 0):]})
}

// forgetTurn takes the answer of an exchange out of the conversation: its
// question was changed, or is no more.
func (b *Bot) forgetTurn(x *exchange) {
	x.mu.Lock()
	answerID := x.answerID
	x.mu.Unlock()
	if s, ok := b.sessions.get(x.channelID); ok && answerID != "" {
		b.sessions.put(x.channelID, s.without(answerID))
	}
}
