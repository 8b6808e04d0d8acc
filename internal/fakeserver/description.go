package fakeserver

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
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

// specsFolder is where descriptions lie.
const specsFolder = "../shared/specs"

const contentJSON = "application/json"

// Description is an OpenAPI description that may lie beside the repository; where
// it does not, it has nothing against anything. It is read when it is first
// needed, which takes up to a second: a package has one for all its servers.
type Description struct {
	// Of is whose description it is.
	Of string
	// File is its name in ../shared/specs, seen from the root of the repository.
	File string
	// Origin is the server of which it speaks: all addresses begin with it.
	Origin string
	// Text is all that the description can tell a text in a body from others by.
	Text func(string) string
	// Closed rules out fields of a body that are not described.
	Closed bool

	once   sync.Once
	router routers.Router // nil where there is no description
	err    error
	// known is what the description has against a shape: to find that out takes up
	// to 35 ms.
	known sync.Map
}

// Request is a request of a client's.
type Request struct {
	Method string
	// Target is the path below the description's Origin, with the query. Kind is the
	// same with names for those parts that vary and do not matter; "" means Target.
	Target, Kind string
	Body         []byte
}

// shape is all that a request may be judged by.
func (d *Description) shape(q Request) string {
	kind := q.Kind
	if kind == "" {
		kind = q.Target
	}
	return q.Method + " " + kind + " " + shapeOf(q.Body, d.Text)
}

// against is what the description has against a request of a shape; "" where
// nothing.
func (d *Description) against(shape string, q Request) string {
	if known, ok := d.known.Load(shape); ok {
		return known.(string) // nothing else is stored
	}
	text := ""
	if err := d.check(q); err != nil {
		const most = 1000 // the rest of a long one repeats the description
		text = err.Error()
		text = strings.ToValidUTF8(text[:min(len(text), most)], "")
	}
	d.known.Store(shape, text)
	return text
}

// check holds a request against the description.
func (d *Description) check(q Request) error {
	d.once.Do(func() { d.router, d.err = d.read() })
	if d.err != nil || d.router == nil {
		return d.err
	}
	r, err := http.NewRequestWithContext(context.Background(), q.Method, d.Origin+q.Target, bytes.NewReader(q.Body))
	if err != nil {
		return fmt.Errorf("make the request again: %w", err)
	}
	if len(q.Body) > 0 {
		r.Header.Set("Content-Type", contentJSON)
	}
	route, params, err := d.router.FindRoute(r)
	if err != nil {
		return fmt.Errorf("find the path: %w", err)
	}
	err = openapi3filter.ValidateRequest(context.Background(), &openapi3filter.RequestValidationInput{
		Request: r, PathParams: params, Route: route,
		Options: &openapi3filter.Options{MultiError: true, AuthenticationFunc: openapi3filter.NoopAuthenticationFunc},
	})
	if err != nil || !d.Closed {
		return err
	}
	return checkFields(q.Body, route.Operation.RequestBody)
}

// checkFields names a field of a body that is not described.
func checkFields(body []byte, described *openapi3.RequestBodyRef) error {
	var fields map[string]json.RawMessage
	if described == nil || json.Unmarshal(body, &fields) != nil {
		return nil
	}
	known := fieldsOf(described.Value.Content.Get(contentJSON).Schema)
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if !slices.Contains(known, name) {
			return errors.New("there is no field " + name)
		}
	}
	return nil
}

// fieldsOf are the names of a schema's properties, those of its parts included.
func fieldsOf(schema *openapi3.SchemaRef) []string {
	names := slices.Collect(maps.Keys(schema.Value.Properties))
	for _, part := range schema.Value.AllOf {
		names = append(names, fieldsOf(part)...)
	}
	return names
}

// read reads the description; nil where it is not there.
func (d *Description) read() (routers.Router, error) {
	place, err := find(d.File)
	if err != nil || place == "" {
		return nil, err
	}
	spec, err := openapi3.NewLoader().LoadFromFile(place)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", d.File, err)
	}
	router, err := gorillamux.NewRouter(spec)
	if err != nil {
		return nil, fmt.Errorf("route by %s: %w", d.File, err)
	}
	return router, nil
}

// find is where a file with a description lies, or "" where it does not. Tests run
// in the folders of their packages: the root is above.
func find(file string) (string, error) {
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
	place := filepath.Join(dir, filepath.FromSlash(specsFolder), file)
	_, err = os.Stat(place)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("look for %s: %w", file, err)
	}
	return place, nil
}

// RequireDescription skips a test where a file with a description is not there, or
// fails it where SHERPA_REQUIRE_SHARED says that it has to be.
func RequireDescription(tb testing.TB, file string) {
	tb.Helper()
	place, err := find(file)
	switch {
	case err != nil:
		tb.Fatal(err)
	case place != "":
	case os.Getenv("SHERPA_REQUIRE_SHARED") == "1": //nolint:forbidigo // whether the input of a test must be there
		tb.Fatalf("%s is required and absent", file)
	default:
		tb.Skipf("%s is absent", file)
	}
}
