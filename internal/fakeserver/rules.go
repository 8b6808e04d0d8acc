package fakeserver

import (
	"fmt"
	"slices"
	"sync"
	"time"
)

// TB is what a fake server needs of a *testing.T or *testing.B.
type TB interface {
	Helper()
	Cleanup(func())
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// Violation is a rule that a client broke, though the fake may have answered it.
type Violation struct {
	Time time.Time
	// Where is the request, or the connection.
	Where string
	Text  string
}

func (v Violation) String() string { return v.Where + ": " + v.Text }

// Rules remember which rules clients broke. Their methods may be used by many
// goroutines, whatever locks those hold.
type Rules struct {
	now         func() time.Time
	description *Description

	mu         sync.Mutex
	violations []Violation
	expected   bool
	seen       map[string]bool
	unchecked  []heldRequest
}

// heldRequest is a request that is still to be held against the description.
type heldRequest struct {
	where, shape string
	request      Request
}

// NewRules makes Rules with a clock, and with the description that Hold holds
// requests against.
func NewRules(now func() time.Time, description *Description) *Rules {
	return &Rules{now: now, description: description, seen: map[string]bool{}}
}

// Violate remembers a broken rule.
func (r *Rules) Violate(where, format string, args ...any) {
	v := Violation{Time: r.now(), Where: where, Text: fmt.Sprintf(format, args...)}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.violations = append(r.violations, v)
}

// Hold keeps a request, unless it kept one of its shape. It is held against the
// description when somebody asks for violations, so that no client waits for that.
func (r *Rules) Hold(where string, q Request) {
	shape := r.description.shape(q)
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.seen[shape] {
		r.seen[shape] = true
		r.unchecked = append(r.unchecked, heldRequest{where, shape, q})
	}
}

// Violations are the rules that were broken so far.
func (r *Rules) Violations() []Violation {
	r.check()
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.violations)
}

// check holds the kept requests against the description.
func (r *Rules) check() {
	r.mu.Lock()
	held := r.unchecked
	r.unchecked = nil
	r.mu.Unlock()
	for _, h := range held {
		if text := r.description.against(h.shape, h.request); text != "" {
			r.Violate(h.where, "not as %s's OpenAPI description says: %s", r.description.Of, text)
		}
	}
}

// Expect says that the test looks at the violations itself.
func (r *Rules) Expect() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.expected = true
}

// Report fails a test with each violation, unless it expects them.
func (r *Rules) Report(tb TB, server string) {
	tb.Helper()
	r.mu.Lock()
	expected := r.expected
	r.mu.Unlock()
	if expected {
		return
	}
	for _, v := range r.Violations() {
		tb.Errorf("a rule of %s was broken: %s", server, v)
	}
}
