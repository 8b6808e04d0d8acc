package corpora

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sherpa/answer"
	"sherpa/internal/usererr"
	"sherpa/store"
)

func TestExplain(t *testing.T) {
	t.Parallel()
	other := errors.New("other")
	for _, tt := range []struct {
		err  error
		say  string
		code int
	}{
		{fmt.Errorf("/data/servers/1.db: ask: %w", store.ErrBusy), "try again in a moment", usererr.Unavailable},
		{fmt.Errorf("/data/servers/1.db: %w", store.ErrDamaged), "damaged", usererr.Damaged},
		{fmt.Errorf("/data/servers/1.db: %w", store.ErrNotAStore), "damaged", usererr.Damaged},
		{fmt.Errorf("/data/servers/1.db: %w", store.ErrFull), "disk is full", usererr.Unavailable},
		{fmt.Errorf("/data/servers/1.db: %w", store.ErrNotFound), "no such article", usererr.Failed},
		{tooMany(500), "500 articles is the most", usererr.Failed},
		{usererr.New(usererr.Usage, "As it was."), "As it was.", usererr.Usage},
		{other, usererr.Unknown, usererr.Failed},
	} {
		err := explain(tt.err)
		if got := usererr.Message(err); !strings.Contains(got, tt.say) || strings.Contains(got, "servers/") || usererr.Code(err) != tt.code {
			t.Errorf("%v: %q, code %d", tt.err, got, usererr.Code(err))
		}
		if !errors.Is(err, tt.err) {
			t.Errorf("%v is lost in %v", tt.err, err)
		}
	}
	if explain(nil) != nil {
		t.Error("nothing is explained")
	}
}

// TestDamagedFile: one server's damage is told there, without a path, and nowhere
// else.
func TestDamagedFile(t *testing.T) {
	t.Parallel()
	st := withBriefs(t)
	c := newCorpora(t, Options{Default: st})
	folder := filepath.Join(filepath.Dir(st.Path()), "servers")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, guildA+".db"), []byte(strings.Repeat("no store at all ", 512)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := c.Ask(t.Context(), besideA, answer.Question{Text: "Who met in Alaska?"})
	if !errors.Is(err, store.ErrNotAStore) || usererr.Code(err) != usererr.Damaged || strings.Contains(usererr.Message(err), folder) {
		t.Errorf("error %v, told as %q", err, usererr.Message(err))
	}
	_, err = c.AddFile(t.Context(), guildA, "a.txt", []byte("The gull sleeps."), admin)
	if !errors.Is(err, store.ErrNotAStore) {
		t.Errorf("adding to it: %v", err)
	}
	if got := ask(t, c, besideB, "Where did Trump and Putin meet?"); !got.Answered {
		t.Errorf("another server gets %q", got.Text)
	}
	if err := c.Forget(t.Context(), guildA); err != nil {
		t.Errorf("forget: %v", err)
	}
	addFile(t, c, guildA, "a.txt", "The gull sleeps on the pier.")
}

func TestErrorsOfTheEngineStay(t *testing.T) {
	t.Parallel()
	c := newCorpora(t, Options{})
	if _, err := c.Quote(t.Context(), inDM, "…"); !errors.Is(err, answer.ErrQuoteEmpty) {
		t.Errorf("error %v, want %v", err, answer.ErrQuoteEmpty)
	}
}
