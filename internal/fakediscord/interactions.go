package fakediscord

import (
	"encoding/json"
	"net/http"
	"slices"
	"time"
)

// How long an interaction may be answered.
const (
	firstResponseWithin = 3 * time.Second
	ticketLife          = 15 * time.Minute
	maxUserFollowUps    = 5
)

// Kinds of interactions, with Discord's numbers.
const (
	kindPing = iota + 1
	kindCommand
	kindComponent
	kindAutocomplete
	kindModal
)

// Kinds of first responses, with Discord's numbers.
const (
	respondPong        = 1
	respondMessage     = 4
	respondDefer       = 5
	respondDeferUpdate = 6
	respondUpdate      = 7
	respondChoices     = 8
	respondModal       = 9
)

// Response is what an asker got for an interaction so far.
type Response struct {
	// Kind is the type of the first response; 0 while there is none. At is when
	// it came.
	Kind int
	At   time.Time
	// Thinking says that the response was deferred and nothing came yet.
	Thinking bool
	// Original is the first message, or the message whose button was pressed
	// where the response changes that; nil while there is none.
	Original *Message
	// FollowUps are the further messages that are still there.
	FollowUps []Message
	// Modal is the form that was opened.
	Modal *Modal
	// Choices are what was suggested.
	Choices []Suggestion
}

// Modal is a form that the bot opened.
type Modal struct {
	CustomID, Title string
	Components      []Component
}

// Suggestion is a choice of an autocompleted option.
type Suggestion struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
}

// ticket is an interaction as the server remembers it.
type ticket struct {
	id, token     string
	kind          int
	user          string
	owners        map[string]string
	created       time.Time
	channel       Channel
	userInstalled bool
	// source is the message of the component.
	source string

	acked     int
	ackedAt   time.Time
	thinking  bool
	original  string
	followUps []string
	sent      int
	modal     *Modal
	choices   []Suggestion
}

// tickets are the interactions by token.
type tickets struct {
	byToken map[string]*ticket
	order   []string
}

func newTickets() tickets { return tickets{byToken: map[string]*ticket{}} }

// open keeps a new interaction. The caller holds mu.
func (s *Server) open(t *ticket) {
	s.tickets.byToken[t.token] = t
	order := append(s.tickets.order, t.token)
	s.tickets.order = keep(order, s.opts.Keep)
	for _, token := range order[:len(order)-len(s.tickets.order)] {
		if old := s.tickets.byToken[token]; old.modal != nil {
			delete(s.world.labelled, old.modal.CustomID)
		}
		delete(s.tickets.byToken, token)
	}
}

// Response returns what was answered to the interaction with a token; it is
// empty where nothing was.
func (s *Server) Response(token string) Response {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.tickets.byToken[token]
	if t == nil {
		return Response{}
	}
	r := Response{Kind: t.acked, At: t.ackedAt, Thinking: t.thinking, Modal: t.modal, Choices: slices.Clone(t.choices)}
	if m := s.world.messages[t.original]; m != nil && !t.thinking {
		shown := *m
		r.Original = &shown
	}
	for _, id := range t.followUps {
		if m := s.world.messages[id]; m != nil {
			r.FollowUps = append(r.FollowUps, *m)
		}
	}
	return r
}

// ExpireTicket makes an interaction too old to be answered.
func (s *Server) ExpireTicket(token string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.tickets.byToken[token]; t != nil {
		t.created = t.created.Add(-ticketLife - time.Nanosecond)
	}
}

// callback is a first response as a client writes it.
type callback struct {
	Type int             `json:"type"`
	Data json.RawMessage `json:"data"`
}

func (s *Server) postCallback(c *call) (reply, error) {
	t := s.tickets.byToken[c.arg("token")]
	if t == nil || t.id != c.arg("interaction") {
		return reply{}, unknown(codeUnknownInteraction, "interaction")
	}
	if err := s.respond(c, t); err != nil {
		return reply{}, err
	}
	if c.Query.Get("with_response") != "true" {
		return noContent, nil
	}
	body := map[string]any{"interaction": map[string]any{"id": t.id, "type": t.kind, "response_message_loading": t.thinking}}
	if m := s.world.messages[t.original]; m != nil {
		body["interaction"].(map[string]any)["response_message_id"] = m.ID
		body["resource"] = map[string]any{"type": t.acked, "message": s.messageJSON(m)}
	}
	return ok(body), nil
}

// RespondHTTP takes the answer of an HTTP endpoint as the first response to the
// interaction with a token, and says why Discord would not take it.
func (s *Server) RespondHTTP(token string, body []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := &call{Request: &Request{Method: http.MethodPost, Path: "(answer over HTTP)", JSON: body}}
	t := s.tickets.byToken[token]
	if t == nil {
		return unknown(codeUnknownInteraction, "interaction")
	}
	defer s.changes.Tell()
	return s.respond(c, t)
}

// respond takes a first response. The caller holds mu.
func (s *Server) respond(c *call, t *ticket) error {
	now := s.opts.Now()
	if t.acked != 0 {
		return refuse(http.StatusBadRequest, codeAcknowledged, "Interaction has already been acknowledged.")
	}
	if now.Sub(t.created) > firstResponseWithin {
		return unknown(codeUnknownInteraction, "interaction")
	}
	var cb callback
	if err := c.decode(&cb); err != nil {
		return err
	}
	if err := t.fits(cb.Type); err != nil {
		return err
	}
	if err := s.take(c, t, cb); err != nil {
		return err
	}
	t.acked, t.ackedAt = cb.Type, now
	return nil
}

// fits refuses a kind of response that a kind of interaction cannot have.
func (t *ticket) fits(response int) error {
	allowed := map[int][]int{
		kindPing:         {respondPong},
		kindCommand:      {respondMessage, respondDefer, respondModal},
		kindComponent:    {respondMessage, respondDefer, respondDeferUpdate, respondUpdate, respondModal},
		kindAutocomplete: {respondChoices},
		kindModal:        {respondMessage, respondDefer},
	}[t.kind]
	if t.kind == kindModal && t.source != "" {
		allowed = append(allowed, respondDeferUpdate, respondUpdate)
	}
	if slices.Contains(allowed, response) {
		return nil
	}
	wrong := form{}
	wrong.add([]string{"type"}, "BASE_TYPE_CHOICES", "Value must be one of %v.", allowed)
	return wrong.refusal()
}

// take does what a first response says.
func (s *Server) take(c *call, t *ticket, cb callback) error {
	switch cb.Type {
	case respondDefer:
		return s.takeDefer(t, cb.Data)
	case respondDeferUpdate:
		t.original = t.source
		return nil
	case respondMessage, respondUpdate:
		return s.takeMessage(c, t, cb)
	case respondChoices:
		return t.takeChoices(cb.Data)
	case respondModal:
		return s.takeModal(t, cb.Data)
	}
	return nil
}

// takeDefer shows that the bot is thinking.
func (s *Server) takeDefer(t *ticket, data json.RawMessage) error {
	var f struct {
		Flags int `json:"flags"`
	}
	if inner := (Request{JSON: data}); len(data) > 0 {
		if err := inner.decode(&f); err != nil {
			return err
		}
	}
	if f.Flags&^FlagEphemeral != 0 {
		wrong := form{}
		wrong.add([]string{"data", "flags"}, "BASE_TYPE_CHOICES", "Only EPHEMERAL may be set on a deferred response.")
		return wrong.refusal()
	}
	m := s.messageOf(t)
	m.Flags = FlagLoading | f.Flags
	s.put(m)
	t.original, t.thinking = m.ID, true
	return nil
}

// messageOf is a new message that answers an interaction.
func (s *Server) messageOf(t *ticket) *Message {
	return &Message{
		ID: s.mint(), ChannelID: t.channel.ID, GuildID: t.channel.GuildID, AuthorID: s.opts.ApplicationID, Token: t.token, Created: s.opts.Now(),
	}
}

// takeMessage shows a message, or changes the one whose button was pressed.
func (s *Server) takeMessage(c *call, t *ticket, cb callback) error {
	f, err := s.form(c, cb.Data, []string{"data"})
	if err != nil {
		return err
	}
	if cb.Type == respondUpdate {
		t.original = t.source
		m := s.world.messages[t.source]
		if m == nil {
			return unknown(codeUnknownMessage, "Message")
		}
		return s.edit(m, f)
	}
	m, err := s.composeFor(t, f)
	if err != nil {
		return err
	}
	t.original = m.ID
	return nil
}

// composeFor writes a new message that answers an interaction.
func (s *Server) composeFor(t *ticket, f *messageForm) (*Message, error) {
	m := s.messageOf(t)
	f.change(m)
	m.Flags = f.Flags
	if err := notEmpty(m); err != nil {
		return nil, err
	}
	s.put(m)
	s.echo("MESSAGE_CREATE", m)
	return m, nil
}

func (t *ticket) takeChoices(data json.RawMessage) error {
	var f struct {
		Choices []Suggestion `json:"choices"`
	}
	inner := Request{JSON: data}
	if err := inner.decode(&f); err != nil {
		return err
	}
	wrong := form{}
	wrong.count([]string{"data", "choices"}, len(f.Choices), 0, maxOptions)
	for i, choice := range f.Choices {
		wrong.text(at([]string{"data", "choices"}, i, "name"), choice.Name, 1, 100)
		if value, isText := choice.Value.(string); isText {
			wrong.text(at([]string{"data", "choices"}, i, "value"), value, 1, 100)
		}
	}
	if err := wrong.refusal(); err != nil {
		return err
	}
	t.choices = f.Choices
	return nil
}

func (s *Server) takeModal(t *ticket, data json.RawMessage) error {
	var f modalForm
	inner := Request{JSON: data}
	if err := inner.decode(&f); err != nil {
		return err
	}
	if err := f.check(); err != nil {
		return err
	}
	s.world.labelled[f.CustomID] = f.Components[0].Type == typeLabel
	t.modal = &Modal{CustomID: f.CustomID, Title: f.Title, Components: f.Components}
	return nil
}
