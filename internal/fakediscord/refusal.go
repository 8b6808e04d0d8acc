package fakediscord

import (
	"fmt"
	"net/http"
	"slices"
)

// Error codes of Discord's that the server answers with.
const (
	codeGeneral            = 0
	codeUnknownApplication = 10002
	codeUnknownChannel     = 10003
	codeUnknownGuild       = 10004
	codeUnknownMessage     = 10008
	codeUnknownWebhook     = 10015
	codeUnknownInteraction = 10062
	codeTooLarge           = 40005
	codeAcknowledged       = 40060
	codeTooManyFollowUps   = 40094
	codeNetwork            = 40333
	codeForeignMessage     = 50005
	codeEmptyMessage       = 50006
	codeInvalidForm        = 50035
	codeInvalidJSON        = 50109
)

// Codes that Forbid takes.
const (
	MissingAccess      = 50001
	CannotMessageUser  = 50007
	MissingPermissions = 50013
	ThreadArchived     = 50083
)

// refusal is an error that Discord answers.
type refusal struct {
	status int
	// blameless says that a client could not know better: a message that it
	// answers was deleted meanwhile.
	blameless bool

	Code    int            `json:"code"`
	Message string         `json:"message"`
	Errors  map[string]any `json:"errors,omitempty"`
}

func (r *refusal) Error() string { return fmt.Sprintf("%d: %s", r.Code, r.Message) }

func refuse(status, code int, message string) *refusal {
	return &refusal{status: status, Code: code, Message: message}
}

func unknown(code int, what string) *refusal {
	return refuse(http.StatusNotFound, code, "Unknown "+what)
}

// isMistake says whether only a mistake in the client leads to the refusal.
func (r *refusal) isMistake() bool {
	return !r.blameless && slices.Contains([]int{codeInvalidForm, codeEmptyMessage, codeInvalidJSON, codeTooLarge}, r.Code)
}

// fieldError is one wrong field of a form.
type fieldError struct {
	path       []string
	Code, Text string
}

// form collects the wrong fields of a body.
type form struct{ wrong []fieldError }

// add says that the field at path is wrong.
func (f *form) add(path []string, code, format string, args ...any) {
	f.wrong = append(f.wrong, fieldError{path: append([]string(nil), path...), Code: code, Text: fmt.Sprintf(format, args...)})
}

// refusal is nil where no field is wrong.
func (f *form) refusal() error {
	if len(f.wrong) == 0 {
		return nil
	}
	return f.invalid()
}

// invalid is the refusal of a form, with a tree of its wrong fields.
func (f *form) invalid() *refusal {
	r := refuse(http.StatusBadRequest, codeInvalidForm, "Invalid Form Body")
	r.Errors = map[string]any{}
	for _, w := range f.wrong {
		node := r.Errors
		for _, name := range w.path {
			next, ok := node[name].(map[string]any)
			if !ok {
				next = map[string]any{}
				node[name] = next
			}
			node = next
		}
		list, _ := node["_errors"].([]map[string]string)
		node["_errors"] = append(list, map[string]string{"code": w.Code, "message": w.Text})
	}
	return r
}
