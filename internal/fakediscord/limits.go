package fakediscord

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Limits of messages, in code points where they are of text.
const (
	maxContent     = 2000
	maxNonce       = 25
	maxEmbeds      = 10
	maxEmbedText   = 6000
	maxRows        = 5
	maxButtons     = 5
	maxComponents  = 40
	maxLabel       = 80
	maxCustomID    = 100
	maxURL         = 512
	maxOptions     = 25
	maxPlaceholder = 150
)

type embed struct {
	Title       string `json:"title"`
	Description string `json:"description"`
	Footer      *struct {
		Text string `json:"text"`
	} `json:"footer"`
	Author *struct {
		Name string `json:"name"`
	} `json:"author"`
	Fields []struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	} `json:"fields"`
}

// text refuses a text that is too short or too long, counted in code points.
func (f *form) text(path []string, s string, least, most int) {
	switch n := utf8.RuneCountInString(s); {
	case n == 0 && least > 0:
		f.add(path, "BASE_TYPE_REQUIRED", "This field is required")
	case n < least || n > most && least > 0:
		f.add(path, "BASE_TYPE_BAD_LENGTH", "Must be between %d and %d in length.", least, most)
	case n > most:
		f.add(path, "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length.", most)
	}
}

// count refuses a list that is too short or too long.
func (f *form) count(path []string, n, least, most int) {
	if n < least || n > most {
		f.add(path, "BASE_TYPE_BAD_LENGTH", "Must be between %d and %d in length.", least, most)
	}
}

// at is a path with more on its end.
func at(path []string, more ...any) []string {
	out := append([]string(nil), path...)
	for _, m := range more {
		out = append(out, fmt.Sprint(m))
	}
	return out
}

// check refuses a form that breaks a limit. Path is where the form stands.
func (f *messageForm) check(path []string) error {
	wrong := form{}
	wrong.text(at(path, "content"), f.Content, 0, maxContent)
	wrong.embeds(at(path, "embeds"), f.Embeds)
	wrong.nonce(at(path, "nonce"), f.Nonce)
	if f.Flags&FlagComponentsV2 != 0 {
		wrong.v2(path, f)
	} else {
		wrong.rows(at(path, "components"), f.Components)
	}
	return wrong.refusal()
}

func (f *form) nonce(path []string, nonce any) {
	if text, isText := nonce.(string); isText {
		f.text(path, text, 0, maxNonce)
	}
}

func (f *form) embeds(path []string, embeds []embed) {
	f.count(path, len(embeds), 0, maxEmbeds)
	sum := 0
	add := func(path []string, s string, least, most int) {
		f.text(path, s, least, most)
		sum += utf8.RuneCountInString(s)
	}
	for i, e := range embeds {
		p := at(path, i)
		add(at(p, "title"), e.Title, 0, 256)
		add(at(p, "description"), e.Description, 0, 4096)
		if e.Footer != nil {
			add(at(p, "footer", "text"), e.Footer.Text, 0, 2048)
		}
		if e.Author != nil {
			add(at(p, "author", "name"), e.Author.Name, 0, 256)
		}
		f.count(at(p, "fields"), len(e.Fields), 0, 25)
		for j, field := range e.Fields {
			add(at(p, "fields", j, "name"), field.Name, 1, 256)
			add(at(p, "fields", j, "value"), field.Value, 1, 1024)
		}
	}
	if sum > maxEmbedText {
		f.add(path, "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of %d", maxEmbedText)
	}
}

// notEmpty refuses a message that shows nothing.
func notEmpty(m *Message) error {
	if strings.TrimSpace(m.Content) == "" && m.Embeds == nil && m.Components == nil && len(m.Files) == 0 {
		return refuse(http.StatusBadRequest, codeEmptyMessage, "Cannot send an empty message")
	}
	return nil
}

// knownFields are the fields that a message may have. Discord is silent about others.
var knownFields = strings.Fields(`content embeds components flags allowed_mentions message_reference nonce enforce_nonce attachments
	tts poll sticker_ids username avatar_url thread_name applied_tags shared_client_theme payload_json`)

// checkManners notes a message that could ping somebody, and fields that Discord
// does not know. The caller holds mu.
func (s *Server) checkManners(where string, f *messageForm) {
	for _, name := range slices.Sorted(maps.Keys(f.given)) {
		if !slices.Contains(knownFields, name) {
			s.violate(where, "unknown field %q", name)
		}
	}
	switch a := f.AllowedMentions; {
	case a == nil || a.Parse == nil:
		s.violate(where, `a message without allowed_mentions {"parse":[]}`)
	case len(*a.Parse)+len(a.Users)+len(a.Roles) > 0 || a.RepliedUser:
		s.violate(where, "a message whose allowed_mentions allow to ping: %s", f.given["allowed_mentions"])
	}
}

// nonceText is a nonce as text; Discord takes numbers as well.
func nonceText(nonce any) string {
	switch n := nonce.(type) {
	case string:
		return n
	case float64:
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return ""
}

// form reads a message out of JSON that stands at a place of the body, and holds it
// to all rules that do not depend on the message that it makes or changes.
func (s *Server) form(c *call, raw json.RawMessage, at []string) (*messageForm, error) {
	f, err := c.decodeMessage(raw)
	if err != nil {
		return nil, err
	}
	s.checkManners(c.String(), f)
	return f, f.check(at)
}

// decodeMessage reads a message form out of JSON and the request's files.
func (c *call) decodeMessage(raw json.RawMessage) (*messageForm, error) {
	f := &messageForm{}
	inner := Request{JSON: raw}
	if err := inner.decode(f); err != nil {
		return nil, err
	}
	f.files = c.Files
	return f, nil
}
