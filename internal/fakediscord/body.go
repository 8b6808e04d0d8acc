package fakediscord

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strconv"
	"strings"
)

// maxRequest is the size of a request that Discord takes, in bytes.
const maxRequest = 25 << 20

// errLeft means that a client left in the middle of its request, which nobody can
// hold against it.
var errLeft = errors.New("the client left")

// readBody reads the body of a request into its record.
func readBody(w http.ResponseWriter, r *http.Request, into *Request) error {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxRequest))
	into.Body = body
	_, tooLarge := errors.AsType[*http.MaxBytesError](err)
	switch {
	case tooLarge:
		return refuse(http.StatusRequestEntityTooLarge, codeTooLarge, "Request entity too large")
	case err != nil:
		return fmt.Errorf("%w: read the body: %w", errLeft, err)
	case len(body) == 0:
		return nil
	}
	media, params, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch media {
	case "application/json":
		into.JSON = body
	case "multipart/form-data":
		err = into.readParts(multipart.NewReader(bytes.NewReader(body), params["boundary"]))
	default:
		f := form{}
		f.add(nil, "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.")
		return f.refusal()
	}
	if err != nil || into.JSON != nil && !json.Valid(into.JSON) {
		return refuse(http.StatusBadRequest, codeInvalidJSON, "The request body contains invalid JSON.")
	}
	return nil
}

// readParts reads payload_json and files[n].
func (r *Request) readParts(parts *multipart.Reader) error {
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read a part: %w", err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return fmt.Errorf("read part %q: %w", part.FormName(), err)
		}
		name := part.FormName()
		if name == "payload_json" {
			r.JSON = data
			continue
		}
		id, isFile := strings.CutPrefix(strings.TrimSuffix(name, "]"), "files[")
		if _, err := strconv.ParseUint(id, 10, 64); !isFile || err != nil {
			return fmt.Errorf("a part is named %q", name)
		}
		r.Files = append(r.Files, File{ID: id, Name: part.FileName(), ContentType: part.Header.Get("Content-Type"), Data: data})
	}
}

// decode reads the JSON of a request into v; a wrong type of a field is an
// invalid form.
func (r *Request) decode(v any) error {
	if len(r.JSON) == 0 {
		return refuse(http.StatusBadRequest, codeInvalidJSON, "The request body contains invalid JSON.")
	}
	err := json.Unmarshal(r.JSON, v)
	if wrong, isType := errors.AsType[*json.UnmarshalTypeError](err); isType {
		f := form{}
		f.add(strings.Split(wrong.Field, "."), "BASE_TYPE_BAD", "This is no %s.", wrong.Type)
		return f.refusal()
	}
	if err != nil {
		return refuse(http.StatusBadRequest, codeInvalidJSON, "The request body contains invalid JSON.")
	}
	return nil
}
