package fakellm

// Step is what happens to one call: a Reply, or a Func that makes one.
type Step interface{ reply(c Call) Reply }

// Func is a step that looks at the call first.
type Func func(c Call) Reply

func (f Func) reply(c Call) Reply { return f(c) }

func (r Reply) reply(Call) Reply { return r }

// Script says what happens to the next chat requests, one step for each. After
// that the handler replies, else the model.
func (s *Server) Script(steps ...Step) { s.ScriptPath(PathChat, steps...) }

// ScriptPath says what happens to the next calls of a path below APIURL.
func (s *Server) ScriptPath(path string, steps ...Step) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.scripts[path] = append(s.scripts[path], steps...)
}

// Handle has every chat request for which no step is scripted answered by f; nil
// leaves them to the model.
func (s *Server) Handle(f func(Call) Reply) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.handler = f
}

// Always has every chat request for which no step is scripted meet the same step.
func (s *Server) Always(step Step) { s.Handle(step.reply) }

// Unplayed is how many steps of the script for chats are still to come.
func (s *Server) Unplayed() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.scripts[PathChat])
}

// replyTo is what the script or the handler says to a call.
func (s *Server) replyTo(call Call) Reply {
	s.mu.Lock()
	var step Step
	if steps := s.scripts[call.Path]; len(steps) > 0 {
		step, s.scripts[call.Path] = steps[0], steps[1:]
	} else if s.handler != nil && call.Path == PathChat {
		step = Func(s.handler)
	}
	s.mu.Unlock()
	if step == nil {
		return Reply{}
	}
	return step.reply(call)
}
