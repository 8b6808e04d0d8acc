package command

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"sherpa/bot/rest"
	"sherpa/internal/fakediscord"
	"sherpa/internal/usererr"
	"sherpa/store"
	"sherpa/store/storetest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// place is a Discord, a client of it, and a store that remembers.
type place struct {
	discord *fakediscord.Server
	client  *rest.Client
	store   *store.Store
}

func newPlace(t *testing.T) place {
	t.Helper()
	d := fakediscord.New(t, fakediscord.Options{})
	c, err := rest.New(rest.Options{BaseURL: d.APIURL(), Token: rest.Token(d.Token())})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return place{d, c, storetest.New(t)}
}

// register registers as a start does, and wants to hear whether that was needed.
func (p place) register(t *testing.T, memory Memory, want bool) {
	t.Helper()
	changed, err := Register(t.Context(), p.client, memory, p.discord.ApplicationID())
	if err != nil || changed != want {
		t.Fatalf("Register = %v, %v, want %v", changed, err, want)
	}
}

// sent are the requests since the last call, by method.
func (p place) sent(before int) []string {
	var methods []string
	for _, r := range p.discord.Requests()[before:] {
		methods = append(methods, r.Method)
	}
	return methods
}

func TestRegisterSendsOnlyWhatChanged(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	foreign := []Command{{Kind: Slash, Name: "old", Localised: Localised{Description: "From before"}, Contexts: []Context{InGuild}, Installations: []Installation{ForGuild}}}
	for _, step := range []struct {
		name    string
		before  func()
		memory  Memory
		changed bool
		want    []string
	}{
		{"the first start", nil, p.store, true, []string{http.MethodPut}},
		{"the next start", nil, p.store, false, []string{http.MethodGet}},
		{"Discord lost them", func() { p.put(t, foreign) }, p.store, true, []string{http.MethodGet, http.MethodPut}},
		{"a new store", nil, storetest.New(t), true, []string{http.MethodPut}},
		{"other commands", func() { p.remember(t, p.discord.ApplicationID()+" 0123") }, p.store, true, []string{http.MethodPut}},
		{"another application", func() { p.remember(t, "1 "+hashOf(t)) }, p.store, true, []string{http.MethodPut}},
		{"and the next start", nil, p.store, false, []string{http.MethodGet}},
	} {
		if step.before != nil {
			step.before()
		}
		before := len(p.discord.Requests())
		p.register(t, step.memory, step.changed)
		if diff := cmp.Diff(step.want, p.sent(before)); diff != "" {
			t.Errorf("%s: requests (-want +got)\n%s", step.name, diff)
		}
	}
	if got := len(p.discord.Commands("")); got != len(All()) {
		t.Errorf("%d commands are registered, want %d", got, len(All()))
	}
}

func (p place) put(t *testing.T, commands []Command) {
	t.Helper()
	if err := p.client.PutCommands(t.Context(), p.discord.ApplicationID(), commands); err != nil {
		t.Fatal(err)
	}
}

func (p place) remember(t *testing.T, value string) {
	t.Helper()
	if err := p.store.SetMeta(t.Context(), registeredKey, value); err != nil {
		t.Fatal(err)
	}
}

func hashOf(t *testing.T) string {
	t.Helper()
	hash, err := Hash(All())
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func TestHash(t *testing.T) {
	t.Parallel()
	other := All()
	other[0].Options[0].MaxLength--
	otherHash, err := Hash(other)
	if err != nil {
		t.Fatal(err)
	}
	if first, again := hashOf(t), hashOf(t); first != again {
		t.Errorf("the same commands have the hashes %s and %s", first, again)
	}
	if otherHash == hashOf(t) {
		t.Error("other commands have the same hash")
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		fault fakediscord.Fault
		want  string // in what the operator is told
		code  int
	}{
		{"a day's commands are used up", fakediscord.JSONError(http.StatusBadRequest, 30034, "Max number"), "200 new commands a day", usererr.Unavailable},
		{"too many requests", fakediscord.RateLimited(time.Hour, "user"), "too many requests", usererr.Unavailable},
		{"a foreign application", fakediscord.JSONError(http.StatusForbidden, 50001, "Missing Access"), "the same application", usererr.BadConfig},
		{"an unknown application", fakediscord.JSONError(http.StatusNotFound, 10002, "Unknown Application"), "the same application", usererr.BadConfig},
		{"an entry point", fakediscord.JSONError(http.StatusBadRequest, 50240, "entry point"), "entry point", usererr.BadConfig},
		{"anything else", fakediscord.JSONError(http.StatusBadRequest, 50035, "Invalid Form Body"), usererr.Unknown, usererr.Failed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := newPlace(t)
			p.discord.Fault("PUT /applications/*/commands", tt.fault)
			ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
			defer cancel()
			changed, err := Register(ctx, p.client, p.store, p.discord.ApplicationID())
			if err == nil || changed {
				t.Fatalf("Register = %v, %v", changed, err)
			}
			if got := usererr.Message(err); !strings.Contains(got, tt.want) || usererr.Code(err) != tt.code {
				t.Errorf("told is %q (%d), want one with %q (%d)", got, usererr.Code(err), tt.want, tt.code)
			}
			p.discord.Calm()
			if _, err := p.store.Meta(t.Context(), registeredKey); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("it is remembered as registered: %v", err)
			}
		})
	}
}

func TestListCannotBeRead(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.register(t, p.store, true)
	p.discord.Fault("GET /applications/*/commands", fakediscord.JSONError(http.StatusForbidden, 50001, "Missing Access"))
	if changed, err := Register(t.Context(), p.client, p.store, p.discord.ApplicationID()); err == nil || changed {
		t.Errorf("Register = %v, %v", changed, err)
	}
}

func TestMemoryFails(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if changed, err := Register(ctx, p.client, p.store, p.discord.ApplicationID()); err == nil || changed {
		t.Errorf("Register = %v, %v", changed, err)
	}
	if sent := p.sent(0); len(sent) > 0 {
		t.Errorf("sent without knowing what is registered: %v", sent)
	}
}
