package bot

import "sherpa/answer"

// maxTurns is how many turns of a conversation are remembered.
const maxTurns = 3

// session is the conversation of a direct message so far. It is in memory alone.
type session struct {
	userID string
	turns  []answer.Turn
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
	turns := append(s.turns[:len(s.turns):len(s.turns)], t)
	b.sessions.put(w.channelID, session{w.user.ID, turns[max(len(turns)-maxTurns, 0):]})
}
