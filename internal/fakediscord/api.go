package fakediscord

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
)

// call is one request to the API while it is answered.
type call struct {
	*Request
	http *http.Request
}

// arg is what stands for a name in the route.
func (c *call) arg(name string) string { return c.http.PathValue(name) }

// reply is what a handler answers: JSON with a status, nothing where it is 204.
type reply struct {
	status int
	body   any
}

var noContent = reply{status: http.StatusNoContent}

func ok(body any) reply { return reply{http.StatusOK, body} }

// handler answers a call. It holds mu and must not wait.
type handler func(*call) (reply, error)

// routes are the routes that Sherpa uses; those with bot need the bot's token.
func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	add := func(bot bool, pattern string, h handler) {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) { s.answer(w, r, bot, h) })
	}
	for pattern, h := range map[string]handler{
		"GET /gateway": s.getGateway,

		"POST /interactions/{interaction}/{token}/callback":         s.postCallback,
		"POST /webhooks/{application}/{token}":                      s.postFollowUp,
		"GET /webhooks/{application}/{token}/messages/@original":    s.shows(s.original),
		"PATCH /webhooks/{application}/{token}/messages/@original":  s.responding(s.edits(s.original)),
		"DELETE /webhooks/{application}/{token}/messages/@original": s.responding(s.deletes(s.original)),
		"GET /webhooks/{application}/{token}/messages/{message}":    s.shows(s.followUp),
		"PATCH /webhooks/{application}/{token}/messages/{message}":  s.edits(s.followUp),
		"DELETE /webhooks/{application}/{token}/messages/{message}": s.deletes(s.followUp),
	} {
		add(false, pattern, h)
	}
	for pattern, h := range map[string]handler{
		"GET /gateway/bot":                                        s.getGatewayBot,
		"GET /users/@me":                                          s.getMe,
		"GET /applications/@me":                                   s.getApplication,
		"GET /oauth2/applications/@me":                            s.getApplication,
		"GET /applications/{application}/commands":                s.getCommands,
		"PUT /applications/{application}/commands":                s.putCommands,
		"POST /applications/{application}/commands":               s.postCommand,
		"GET /applications/{application}/guilds/{guild}/commands": s.getCommands,
		"PUT /applications/{application}/guilds/{guild}/commands": s.putCommands,
		"POST /users/@me/channels":                                s.postDM,
		"GET /channels/{channel}":                                 s.getChannel,
		"GET /channels/{channel}/messages/{message}":              s.shows(s.message),
		"POST /channels/{channel}/messages":                       s.postMessage,
		"PATCH /channels/{channel}/messages/{message}":            s.edits(s.editable),
		"DELETE /channels/{channel}/messages/{message}":           s.deletes(s.deletable),
		"POST /channels/{channel}/typing":                         s.postTyping,
		"GET /guilds/{guild}":                                     s.getGuild,
	} {
		add(true, pattern, h)
	}
	add(false, "/", func(*call) (reply, error) { return reply{}, refuse(http.StatusNotFound, codeGeneral, "404: Not Found") })
	return mux
}

// serveAPI takes the version off the path; 9 and 10 agree in all that is here.
func (s *Server) serveAPI(w http.ResponseWriter, r *http.Request) {
	for _, prefix := range []string{"/api/v10", "/api/v9"} {
		if rest, ok := strings.CutPrefix(r.URL.Path, prefix); ok {
			r.URL.Path = rest
			r.URL.RawPath = ""
			s.mux.ServeHTTP(w, r)
			return
		}
	}
	http.NotFound(w, r)
}

// answer records a request, lets a fault have its way, and answers.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, bot bool, h handler) {
	_, route, _ := strings.Cut(r.Pattern, " ")
	c := &call{http: r, Request: &Request{
		Time: s.opts.Now(), Method: r.Method, Path: r.URL.Path, Route: route, Query: r.URL.Query(), Header: r.Header.Clone(),
	}}
	unread := readBody(w, r, c.Request)
	s.mu.Lock()
	s.record(c.Request)
	if !errors.Is(unread, errLeft) {
		s.holdToSpec(c)
	}
	f := s.takeFault(r.Method, r.URL.Path)
	s.mu.Unlock()

	if f.before(s, w, r) {
		s.answered(c, f.Status)
		return
	}
	rep, err := s.effect(c, unread, bot, h)
	if f.after(w) {
		s.answered(c, 0)
		return
	}
	s.answered(c, s.write(w, rep, err))
}

// effect does what a request asks for, unless its body could not be read.
func (s *Server) effect(c *call, unread error, bot bool, h handler) (reply, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	defer s.changes.Tell()
	rep, err := reply{}, unread
	if err == nil {
		err = s.admit(c, bot)
	}
	if err == nil {
		rep, err = h(c)
	}
	s.blame(c, err)
	return rep, err
}

// answered records what became of a request.
func (s *Server) answered(c *call, status int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c.Status, c.Answered = status, s.opts.Now()
	s.changes.Tell()
}

// admit refuses clients that do not say who they are.
func (s *Server) admit(c *call, bot bool) error {
	if !strings.HasPrefix(c.Header.Get("User-Agent"), "DiscordBot (") {
		return refuse(http.StatusForbidden, codeNetwork, "internal network error")
	}
	given := c.Header.Get("Authorization")
	if given == "Bot "+s.opts.Token || given == "" && !bot {
		return nil
	}
	return refuse(http.StatusUnauthorized, codeGeneral, "401: Unauthorized")
}

// blame notes a refusal that a client without mistakes would not get. The caller
// holds mu.
func (s *Server) blame(c *call, err error) {
	if r, refused := errors.AsType[*refusal](err); refused && r.isMistake() {
		s.violate(c.String(), "refused with %d: %s %s", r.Code, r.Message, mustJSON(r.Errors))
	}
}

// write answers, and returns the status.
func (s *Server) write(w http.ResponseWriter, rep reply, err error) int {
	s.setDate(w)
	if err != nil {
		r, refused := errors.AsType[*refusal](err)
		if !refused {
			r = refuse(http.StatusBadRequest, codeGeneral, err.Error())
		}
		rep = reply{r.status, r}
	}
	if rep.status == http.StatusNoContent {
		w.WriteHeader(rep.status)
		return rep.status
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(rep.status)
	_ = json.NewEncoder(w).Encode(rep.body) // the client may have left
	return rep.status
}

// setDate says what time it is by the server's clock, unless a fault said another.
func (s *Server) setDate(w http.ResponseWriter) {
	if w.Header().Get("Date") == "" {
		w.Header().Set("Date", s.opts.Now().UTC().Format(http.TimeFormat))
	}
}
