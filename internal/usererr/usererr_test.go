package usererr_test

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"sherpa/internal/usererr"
)

func TestMessageAndCode(t *testing.T) {
	t.Parallel()
	inner := usererr.Wrap(fs.ErrNotExist, usererr.Unavailable, "The page is gone.")
	tests := []struct {
		name    string
		err     error
		message string
		code    int
		has     bool
	}{
		{"nil", nil, "", 0, false},
		{"without a sentence", errors.New("disk on fire"), usererr.Unknown, 1, false},
		{"new", usererr.New(usererr.Usage, "The question is empty."), "The question is empty.", 2, true},
		{"wrapped", inner, "The page is gone.", 69, true},
		{"deep", fmt.Errorf("fetch: %w", inner), "The page is gone.", 69, true},
		{"joined", errors.Join(errors.New("first"), inner), "The page is gone.", 69, true},
		{"outermost wins", usererr.Wrap(inner, usererr.BadConfig, "Set fetch.allow_hosts."), "Set fetch.allow_hosts.", 78, true},
		{"nothing to wrap", usererr.Wrap(nil, usererr.Failed, "no"), "", 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := usererr.Message(tt.err); got != tt.message {
				t.Errorf("Message = %q, want %q", got, tt.message)
			}
			if got := usererr.Code(tt.err); got != tt.code {
				t.Errorf("Code = %d, want %d", got, tt.code)
			}
			if got := usererr.Has(tt.err); got != tt.has {
				t.Errorf("Has = %v, want %v", got, tt.has)
			}
		})
	}
}

func TestCauseStays(t *testing.T) {
	t.Parallel()
	err := usererr.Wrap(fs.ErrNotExist, usererr.Failed, "There is no such file.")
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v does not unwrap to its cause", err)
	}
	if want := "There is no such file: file does not exist"; err.Error() != want {
		t.Errorf("Error() = %q, want %q", err, want)
	}
}
