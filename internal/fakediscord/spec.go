package fakediscord

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

// specPath is where Discord's OpenAPI description lies, beside the repository.
const specPath = "../shared/specs/discord-openapi.json"

// specOrigin is the server of which the description speaks.
const specOrigin = "https://discord.com/api/v10"

// specCheck is a request that is still to be held against the description. It is
// done when somebody asks for violations, so that no request waits for it.
type specCheck struct {
	where, method, url string
	body               []byte
	shape              string
}

// checked is what the description says against a shape, for all servers of the
// process: holding a request against it takes 5 to 35 ms.
var checked sync.Map

// planSpecCheck keeps a request for later, unless one of its shape was kept.
// The caller holds mu.
func (s *Server) planSpecCheck(c *call) {
	if s.opts.NoSpec || c.Route == "/" {
		return
	}
	body := asDescribed(c.JSON)
	shape := c.Method + " " + c.Route + "?" + c.http.URL.RawQuery + " " + shapeOf(body)
	if s.journal.shapes == nil {
		s.journal.shapes = map[string]bool{}
	}
	if s.journal.shapes[shape] {
		return
	}
	s.journal.shapes[shape] = true
	address := specOrigin + c.Path
	if c.http.URL.RawQuery != "" {
		address += "?" + c.http.URL.RawQuery
	}
	s.journal.unchecked = append(s.journal.unchecked, &specCheck{
		where: c.String(), method: c.Method, url: address, body: body, shape: shape,
	})
}

// checkSpec holds the kept requests against the description.
func (s *Server) checkSpec() {
	s.mu.Lock()
	pending := s.journal.unchecked
	s.journal.unchecked = nil
	s.mu.Unlock()
	if len(pending) == 0 {
		return
	}
	router, err := specRouter()
	for _, check := range pending {
		text := ""
		switch {
		case err != nil:
			text = err.Error()
		case router != nil:
			text = check.once(router)
		}
		if text == "" {
			continue
		}
		s.mu.Lock()
		s.violate(check.where, "not as Discord's OpenAPI description says: %s", text)
		s.mu.Unlock()
	}
}

// once is what the description says against the request's shape.
func (k *specCheck) once(router routers.Router) string {
	if known, ok := checked.Load(k.shape); ok {
		return known.(string) //nolint:forcetypeassert // nothing else is stored
	}
	text := k.against(router)
	checked.Store(k.shape, text)
	return text
}

// against is what the description says against the request; "" where nothing.
func (k *specCheck) against(router routers.Router) string {
	r, err := http.NewRequestWithContext(context.Background(), k.method, k.url, bytes.NewReader(k.body))
	if err != nil {
		return err.Error()
	}
	if len(k.body) > 0 {
		r.Header.Set("Content-Type", "application/json")
	}
	route, params, err := router.FindRoute(r)
	if err != nil {
		return err.Error()
	}
	err = openapi3filter.ValidateRequest(context.Background(), &openapi3filter.RequestValidationInput{
		Request: r, PathParams: params, Route: route,
		Options: &openapi3filter.Options{MultiError: true, AuthenticationFunc: openapi3filter.NoopAuthenticationFunc},
	})
	if err == nil {
		return ""
	}
	return firstLines(err.Error())
}

// firstLines is the beginning of a long text: the rest repeats the description.
func firstLines(text string) string {
	const most = 1000
	return strings.ToValidUTF8(text[:min(len(text), most)], "")
}

// specRouter reads the description once for the process; reading it takes 0.3 s.
// It is nil where the description is not there.
var specRouter = sync.OnceValues(func() (routers.Router, error) {
	place, err := findSpec()
	if err != nil || place == "" {
		return nil, err
	}
	spec, err := openapi3.NewLoader().LoadFromFile(place)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", specPath, err)
	}
	router, err := gorillamux.NewRouter(spec)
	if err != nil {
		return nil, fmt.Errorf("route by %s: %w", specPath, err)
	}
	return router, nil
})

// findSpec is the path of the description, or "" where it is not there. Tests run
// in the folders of their packages: the root is above.
func findSpec() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the repository: %w", err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if filepath.Dir(dir) == dir {
			return "", nil
		}
	}
	place := filepath.Join(dir, filepath.FromSlash(specPath))
	switch _, err := os.Stat(place); {
	case err == nil:
		return place, nil
	case errors.Is(err, fs.ErrNotExist):
		return "", nil
	default:
		return "", fmt.Errorf("look for %s: %w", specPath, err)
	}
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
