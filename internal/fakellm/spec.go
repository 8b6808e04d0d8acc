package fakellm

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

// specPath is where OpenAI's OpenAPI description lies, beside the repository.
const specPath = "../shared/specs/openai-openapi.json"

// specOrigin is the server of which the description speaks.
const specOrigin = "https://api.openai.com/v1"

// pendingCheck is a call that is still to be held against the description. It is
// done when somebody asks for violations, so that no call waits for it.
type pendingCheck struct {
	call  *Call
	shape string
}

// checked is what the description says against a shape, for all servers of the
// process.
var checked sync.Map

// planSpecCheck keeps a call for later, unless one of its shape was kept. The
// caller holds mu.
func (s *Server) planSpecCheck(call *Call) {
	if s.opts.NoSpec {
		return
	}
	shape := call.Method + " " + call.Path + " " + shapeOf(call.Body)
	if s.rules.seen[shape] {
		return
	}
	if s.rules.seen == nil {
		s.rules.seen = map[string]bool{}
	}
	s.rules.seen[shape] = true
	s.rules.pending = append(s.rules.pending, pendingCheck{call, shape})
}

// checkSpec holds the kept calls against the description.
func (s *Server) checkSpec() {
	s.mu.Lock()
	pending := s.rules.pending
	s.rules.pending = nil
	s.mu.Unlock()
	if len(pending) == 0 {
		return
	}
	described, err := description()
	for _, check := range pending {
		text := ""
		switch {
		case err != nil:
			text = err.Error()
		case described != nil:
			text = check.once(described)
		}
		if text == "" {
			continue
		}
		s.mu.Lock()
		s.violate(check.call, "not as OpenAI's OpenAPI description says: %s", text)
		s.mu.Unlock()
	}
}

// once is what the description says against the call's shape.
func (p pendingCheck) once(described *described) string {
	if known, ok := checked.Load(p.shape); ok {
		return known.(string) //nolint:forcetypeassert // nothing else is stored
	}
	text := described.against(p.call)
	checked.Store(p.shape, text)
	return text
}

// described is the description, and what it says of a chat request's fields.
type described struct {
	router routers.Router
	// fields are the top-level fields of requests, by path.
	fields map[string][]string
}

// against is what the description says against a call; "" where nothing.
func (d *described) against(call *Call) string {
	r, err := http.NewRequestWithContext(context.Background(), call.Method, specOrigin+call.Path, bytes.NewReader(call.Body))
	if err != nil {
		return err.Error()
	}
	r.Header.Set("Content-Type", contentJSON)
	route, params, err := d.router.FindRoute(r)
	if err != nil {
		return err.Error()
	}
	err = openapi3filter.ValidateRequest(context.Background(), &openapi3filter.RequestValidationInput{
		Request: r, PathParams: params, Route: route,
		Options: &openapi3filter.Options{MultiError: true, AuthenticationFunc: openapi3filter.NoopAuthenticationFunc},
	})
	if err != nil {
		const most = 1000
		return strings.ToValidUTF8(err.Error()[:min(len(err.Error()), most)], "")
	}
	return d.unknown(call)
}

// unknown names fields that the description does not have: it allows any.
func (d *described) unknown(call *Call) string {
	var fields map[string]json.RawMessage
	if call.Method != http.MethodPost || json.Unmarshal(call.Body, &fields) != nil {
		return ""
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if !slices.Contains(d.fields[call.Path], name) {
			return "there is no field " + name
		}
	}
	return ""
}

// description reads the description once for the process; reading it takes
// nearly a second. It is nil where it is not there.
var description = sync.OnceValues(func() (*described, error) {
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
	d := &described{router: router, fields: map[string][]string{}}
	for path, method := range methods {
		if method == http.MethodPost {
			d.fields[path] = fieldsOf(spec.Paths.Value(path).Post.RequestBody.Value.Content.Get(contentJSON).Schema)
		}
	}
	return d, nil
})

// fieldsOf are the names of a schema's properties, those of its parts included.
func fieldsOf(schema *openapi3.SchemaRef) []string {
	names := slices.Collect(maps.Keys(schema.Value.Properties))
	for _, part := range schema.Value.AllOf {
		names = append(names, fieldsOf(part)...)
	}
	return names
}

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
