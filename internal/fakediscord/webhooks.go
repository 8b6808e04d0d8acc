package fakediscord

import (
	"net/http"
	"slices"
)

// live is the interaction that a call names by its token, if it may still be
// answered.
func (s *Server) live(c *call) (*ticket, error) {
	t := s.tickets.byToken[c.arg("token")]
	if t == nil || t.acked == 0 || c.arg("application") != s.opts.ApplicationID || s.opts.Now().Sub(t.created) > ticketLife {
		return nil, unknown(codeUnknownWebhook, "Webhook")
	}
	return t, nil
}

// original is the first message of the interaction that a call names.
func (s *Server) original(c *call) (*Message, error) {
	t, err := s.live(c)
	if err != nil {
		return nil, err
	}
	m := s.world.messages[t.original]
	if m == nil {
		return nil, unknown(codeUnknownMessage, "Message")
	}
	return m, nil
}

// followUp is the message of an interaction that a call names.
func (s *Server) followUp(c *call) (*Message, error) {
	t, err := s.live(c)
	if err != nil {
		return nil, err
	}
	id := c.arg("message")
	m := s.world.messages[id]
	if m == nil || id != t.original && !slices.Contains(t.followUps, id) {
		return nil, unknown(codeUnknownMessage, "Message")
	}
	return m, nil
}

// responding does to the first message of an interaction what h does; after that
// nobody is shown as thinking.
func (s *Server) responding(h handler) handler {
	return func(c *call) (reply, error) {
		rep, err := h(c)
		if err == nil {
			s.tickets.byToken[c.arg("token")].thinking = false
		}
		return rep, err
	}
}

// postFollowUp writes a further message. The first one after a deferred response
// takes its place.
func (s *Server) postFollowUp(c *call) (reply, error) {
	t, err := s.live(c)
	if err != nil {
		return reply{}, err
	}
	if t.thinking {
		return s.responding(s.edits(s.original))(c)
	}
	if t.userInstalled && t.sent >= maxUserFollowUps {
		return reply{}, refuse(http.StatusBadRequest, codeTooManyFollowUps, "This interaction has hit the maximum number of follow up messages")
	}
	f, err := s.form(c, c.JSON, nil)
	if err != nil {
		return reply{}, err
	}
	m, err := s.composeFor(t, f)
	if err != nil {
		return reply{}, err
	}
	t.followUps = append(t.followUps, m.ID)
	t.sent++
	return ok(s.messageJSON(m)), nil
}
