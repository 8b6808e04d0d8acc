package fakediscord

// find finds the message that a call names, unless the bot may not do with it what
// the call asks.
type find func(*call) (*Message, error)

// shows answers with the message.
func (s *Server) shows(which find) handler {
	return func(c *call) (reply, error) {
		m, err := which(c)
		if err != nil {
			return reply{}, err
		}
		return ok(s.messageJSON(m)), nil
	}
}

// edits changes the message by the call's form.
func (s *Server) edits(which find) handler {
	return func(c *call) (reply, error) {
		m, err := which(c)
		if err != nil {
			return reply{}, err
		}
		f, err := s.form(c, c.JSON, nil)
		if err != nil {
			return reply{}, err
		}
		if err := s.edit(m, f); err != nil {
			return reply{}, err
		}
		s.echo("MESSAGE_UPDATE", m)
		return ok(s.messageJSON(m)), nil
	}
}

// deletes removes the message.
func (s *Server) deletes(which find) handler {
	return func(c *call) (reply, error) {
		m, err := which(c)
		if err != nil {
			return reply{}, err
		}
		s.remove(m)
		return noContent, nil
	}
}
