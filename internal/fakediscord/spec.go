package fakediscord

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sherpa/internal/fakeserver"
)

// description is Discord's.
var description = &fakeserver.Description{
	Of: "Discord", File: "discord-openapi.json", Origin: "https://discord.com/api/v10", Text: kindOfText,
}

// lengths are the lengths that rules of Discord's ask about.
var lengths = []int{0, 1, 25, 32, 45, 80, 100, 150, 152, 256, 512, 1024, 2000, 2048, 4000, 4096, 6000}

// kindOfText is whether a text is an id, an address or another text, and between
// which lengths it is.
func kindOfText(text string) string {
	kind := "text"
	switch {
	case isSnowflake(text):
		kind = "id"
	case strings.Contains(text, "://"):
		kind = "address"
	}
	i, _ := slices.BinarySearch(lengths, utf8.RuneCountInString(text))
	return kind + strconv.Itoa(i)
}

// holdToSpec has a request held against the description, but for those to paths that
// there are not.
func (s *Server) holdToSpec(c *call) {
	if s.opts.NoSpec || c.Route == "/" {
		return
	}
	query := ""
	if c.http.URL.RawQuery != "" {
		query = "?" + c.http.URL.RawQuery
	}
	s.rules.Hold(c.String(), fakeserver.Request{
		Method: c.Method, Target: c.Path + query, Kind: c.Route + query, Body: asDescribed(c.JSON),
	})
}

// asDescribed writes a body as the description has it where Discord documents, and
// takes, another form as well: permissions as text, and ids of attachments as
// numbers.
func asDescribed(body []byte) []byte {
	if !bytes.Contains(body, []byte(permissionsField)) && !bytes.Contains(body, []byte(attachmentsField)) {
		return body
	}
	var v any
	if json.Unmarshal(body, &v) != nil {
		return body
	}
	list, isList := v.([]any)
	if !isList {
		list = []any{v}
	}
	for _, item := range list {
		fields, _ := item.(map[string]any)
		numberPermissions(fields)
		textAttachmentIDs(fields)
		data, _ := fields["data"].(map[string]any)
		textAttachmentIDs(data)
	}
	changed, err := json.Marshal(v)
	if err != nil {
		return body // permissions that are no number: wrong either way
	}
	return changed
}

// Fields that are documented otherwise than described.
const (
	permissionsField = "default_member_permissions"
	attachmentsField = "attachments"
)

func numberPermissions(command map[string]any) {
	if text, isText := command[permissionsField].(string); isText {
		command[permissionsField] = json.Number(text)
	}
}

func textAttachmentIDs(message map[string]any) {
	list, _ := message[attachmentsField].([]any)
	for _, item := range list {
		attachment, _ := item.(map[string]any)
		if id, isNumber := attachment["id"].(float64); isNumber {
			attachment["id"] = strconv.FormatFloat(id, 'f', -1, 64)
		}
	}
}
