package llm

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"sherpa/answer"
)

// refusal is a reply whose status says that there is none.
type refusal struct {
	status int
	// param is the parameter that the server names, message what it says.
	param, message string
	// after is how long it asks to wait; 0 where it does not.
	after time.Duration
}

// Error names the status only: what the server says has to be cleaned first.
func (r *refusal) Error() string { return "status " + strconv.Itoa(r.status) }

// newRefusal reads what a server says. Servers say it in different ways.
func newRefusal(status int, header http.Header, body []byte) *refusal {
	r := &refusal{status: status, message: string(body), after: retryAfter(header, time.Now())}
	var said struct {
		Error   json.RawMessage `json:"error"`
		Message string          `json:"message"`
	}
	if err := json.Unmarshal(body, &said); err != nil {
		if strings.HasPrefix(strings.TrimSpace(r.message), "<") {
			r.message = "a web page"
		}
		return r
	}
	var inner struct{ Message, Param, Code string }
	_ = json.Unmarshal(said.Error, &inner) // the fields that can be read stand
	var plain string
	_ = json.Unmarshal(said.Error, &plain)
	r.param = inner.Param
	for _, text := range []string{inner.Message, plain, said.Message} {
		if text != "" {
			r.message = text
			break
		}
	}
	if inner.Code != "" {
		r.message += " (" + inner.Code + ")"
	}
	return r
}

// retryAfter reads how long a server asks to wait: in milliseconds, as OpenAI
// adds, in seconds, or until a date.
func retryAfter(h http.Header, now time.Time) time.Duration {
	if wait, ok := parseWait(h.Get("Retry-After-Ms"), time.Millisecond); ok {
		return wait
	}
	text := h.Get("Retry-After")
	if wait, ok := parseWait(text, time.Second); ok {
		return wait
	}
	if at, err := http.ParseTime(text); err == nil {
		return min(max(at.Sub(now), 0), longestAsked)
	}
	return 0
}

// longestAsked is as good as any longer time that a server asks to wait: nobody waits
// for it.
const longestAsked = 24 * time.Hour

// parseWait reads a number of units.
func parseWait(text string, unit time.Duration) (time.Duration, bool) {
	n, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || !(n >= 0) {
		return 0, false
	}
	return time.Duration(min(n*float64(unit), float64(longestAsked))), true
}

// noCredit is what OpenAI calls an account that has been used up. It answers
// 429, which waiting does not mend.
const noCredit = "insufficient_quota"

// filtered is what Azure calls a prompt that its filter refuses.
const filtered = "content_filter"

// fault says what a refusal means.
func (r *refusal) fault(c cleaner) *fault {
	f := &fault{reason: answer.ReasonRejected, refused: r, after: r.after}
	what := strings.TrimSpace(fmt.Sprintf("the server answered %d %s", r.status, http.StatusText(r.status)))
	if r.status != http.StatusUnauthorized { // that one likes to repeat the key
		if said := strings.TrimSuffix(c.excerpt(r.message), "."); said != "" {
			what += ", saying: " + said
		}
	}
	switch {
	case r.status == http.StatusTooManyRequests && strings.Contains(r.message, noCredit):
		f.reason, f.health = answer.ReasonUnavailable, ill
	case r.status == http.StatusBadRequest && strings.Contains(r.message, filtered):
		f.reason, f.health = answer.ReasonDeclined, well
	case r.isPassing():
		f.reason, f.health, f.again = answer.ReasonUnavailable, ill, true
	}
	f.text = what + ": " + r.advice()
	return f
}

// isPassing says whether the same may be answered a little later.
func (r *refusal) isPassing() bool {
	switch r.status {
	case http.StatusRequestTimeout, http.StatusConflict, http.StatusTooEarly, http.StatusTooManyRequests:
		return true
	}
	return r.status >= 500
}

// advice is what an operator can do.
func (r *refusal) advice() string {
	switch s := r.status; {
	case s == http.StatusUnauthorized:
		return "check llm.api_key"
	case s == http.StatusForbidden:
		return "the key may not use this model; check llm.api_key and llm.model"
	case s == http.StatusNotFound || s == http.StatusMethodNotAllowed:
		return "check the name in llm.model, and that llm.base_url ends as the server wants it, mostly in /v1"
	case s >= 300 && s < 400:
		return "redirects are not followed; set llm.base_url to the address it leads to"
	case s == http.StatusTooManyRequests && strings.Contains(r.message, noCredit):
		return "the account has no credit left"
	case s == http.StatusBadRequest && strings.Contains(r.message, filtered):
		return "the server's filter declines the prompt"
	case s == http.StatusTooManyRequests:
		return "too many requests for this key; ask its provider for more, or wait"
	case r.isPassing():
		return "the server fails or is overloaded"
	}
	return "the server does not take the request; check that llm.model is a chat model with room for 8000 tokens"
}
