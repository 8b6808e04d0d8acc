package store

import (
	"context"
	"errors"
	"path/filepath"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"
)

func chosen(guild string) ServerSettings {
	return ServerSettings{
		GuildID: guild, Channels: []string{"1", "2"}, Mode: "forum", UserPerDay: 5, ServerPerDay: 50, Language: "de",
		NoButtons: true, Articles: "instead", StaffChannel: "3",
	}
}

func unchosen(guild string) ServerSettings {
	return ServerSettings{GuildID: guild, Mode: "mention", Articles: "beside"}
}

func mustHaveSettings(tb testing.TB, s *Store, want ServerSettings) {
	tb.Helper()
	got, err := s.ServerSettings(tb.Context(), want.GuildID)
	if len(got.Channels) == 0 {
		got.Channels = nil
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		tb.Error(diff, err)
	}
}

func TestServerSettings(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	mustHaveSettings(t, s, unchosen("g"))
	mustDo(t, s.PutServerSettings(t.Context(), chosen("g")))
	mustDo(t, s.PutServerSettings(t.Context(), ServerSettings{GuildID: "h"}))
	mustHaveSettings(t, s, chosen("g"))
	mustHaveSettings(t, s, unchosen("h"))
	for name, bad := range map[string]ServerSettings{
		"no server":      {},
		"mode":           {GuildID: "g", Mode: "loud"},
		"articles":       {GuildID: "g", Articles: "none"},
		"negative quota": {GuildID: "g", UserPerDay: -1},
		"channel":        {GuildID: "g", Channels: []string{"\xff"}},
	} {
		if err := s.PutServerSettings(t.Context(), bad); !errors.Is(err, ErrInvalidRecord) {
			t.Errorf("%s: error %v, want ErrInvalidRecord", name, err)
		}
	}
	mustHaveSettings(t, s, chosen("g"))
}

func TestLeftAndBack(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	mustDo(t, s.PutServerSettings(t.Context(), chosen("g")))
	left, never := chosen("g"), unchosen("never seen")
	left.Left, never.Left = noon, at(time.Hour)
	mustDo(t, s.MarkLeft(t.Context(), "g", noon))
	mustDo(t, s.MarkLeft(t.Context(), "g", at(time.Hour))) // told twice
	mustDo(t, s.MarkLeft(t.Context(), "never seen", at(time.Hour)))
	mustHaveSettings(t, s, left)
	mustHaveSettings(t, s, never)
	mustDo(t, s.PutServerSettings(t.Context(), chosen("g"))) // an admin's late word
	mustHaveSettings(t, s, left)
	before, err := s.SettingsVersion(t.Context())
	mustDo(t, err)
	for range 2 {
		mustDo(t, s.MarkBack(t.Context(), "g"))
		mustHaveSettings(t, s, chosen("g"))
	}
	mustDo(t, s.MarkBack(t.Context(), "unknown"))
	if after, err := s.SettingsVersion(t.Context()); after != before+1 || err != nil {
		t.Errorf("version %d after %d, %v", after, before, err)
	}
	if err := s.MarkLeft(t.Context(), "g", time.Time{}); !errors.Is(err, ErrInvalidRecord) {
		t.Errorf("error %v, want ErrInvalidRecord", err)
	}
}

// TestSettingsInMemoryFollow changes settings in one process and reads them in
// another.
func TestSettingsInMemoryFollow(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	path := filepath.Join(t.TempDir(), "test.db")
	synctest.Test(t, func(t *testing.T) {
		s, other := openStore(t, path, Options{}), openStore(t, path, Options{})
		own, err := NewSettingsInMemory(t.Context(), s)
		mustDo(t, err)
		follower, err := NewSettingsInMemory(t.Context(), other)
		mustDo(t, err)
		ctx, cancel := context.WithCancel(t.Context())
		var g errgroup.Group
		g.Go(func() error { follower.Run(ctx, func(err error) { t.Error(err) }); return nil })
		for _, want := range []ServerSettings{chosen("g"), {GuildID: "g", Mode: "off", Articles: "beside", Channels: []string{}}} {
			mustDo(t, own.Put(ctx, want))
			if diff := cmp.Diff(want, own.Get("g")); diff != "" {
				t.Errorf("where it was changed: %s", diff)
			}
			<-time.After(5 * time.Second)
			if diff := cmp.Diff(want, follower.Get("g")); diff != "" {
				t.Errorf("elsewhere: %s", diff)
			}
		}
		mustDo(t, s.MarkLeft(ctx, "g", time.Now()))
		<-time.After(5 * time.Second)
		if follower.Get("g").Left.IsZero() {
			t.Error("it is not seen that the bot left")
		}
		cancel()
		mustDo(t, g.Wait())
	})
}

func TestSettingsInMemoryAreCopies(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	mustDo(t, s.PutServerSettings(t.Context(), chosen("g")))
	m, err := NewSettingsInMemory(t.Context(), s)
	mustDo(t, err)
	m.Get("g").Channels[0] = "changed"
	if diff := cmp.Diff(chosen("g"), m.Get("g")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(unchosen("h"), m.Get("h")); diff != "" {
		t.Error(diff)
	}
}

// TestSettingsInMemoryOutliveAStoreThatFails keeps the last settings.
func TestSettingsInMemoryOutliveAStoreThatFails(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	path := filepath.Join(t.TempDir(), "test.db")
	synctest.Test(t, func(t *testing.T) {
		s, err := Open(t.Context(), path, Options{})
		mustDo(t, err)
		mustDo(t, s.PutServerSettings(t.Context(), chosen("g")))
		m, err := NewSettingsInMemory(t.Context(), s)
		mustDo(t, err)
		mustDo(t, s.Close())
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute-time.Second)
		defer cancel()
		var failures atomic.Int32
		m.Run(ctx, func(error) { failures.Add(1) })
		if n := failures.Load(); n != 30 {
			t.Errorf("%d failures were told", n)
		}
		if diff := cmp.Diff(chosen("g"), m.Get("g")); diff != "" {
			t.Error(diff)
		}
	})
}
