package corpora

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"sherpa/bot"
	"sherpa/internal/text"
	"sherpa/store"
)

const (
	// rememberedServers is how many servers' suggestions are in memory at the most.
	rememberedServers = 256
	// staleAfter is how old suggestions may be before they are looked at again.
	staleAfter = 2 * time.Second
	// waiting is how many servers may wait for that.
	waiting = 64
)

// memory holds what autocompletion suggests: of the default articles under the
// empty id, of servers under theirs. Reading it never waits for anything.
type memory struct {
	now func() time.Time
	// wanted are the ids whose suggestions somebody asked for.
	wanted chan string

	mu      sync.Mutex
	entries map[string]*memorised
}

// memorised is what was read of one store.
type memorised struct {
	bot.Known
	// edition tells the states of one store apart.
	edition edition
	// looked is when the store was looked at, used when the entry was read; asked
	// says that it waits to be looked at.
	looked, used time.Time
	asked        bool
}

// edition is a version of a volume. The zero value is that of no store, or of an
// empty one: nothing is known of either.
type edition struct{ serial, version int64 }

func newMemory(now func() time.Time) *memory {
	return &memory{now: now, wanted: make(chan string, waiting), entries: map[string]*memorised{}}
}

// get returns what is known, and asks for news where it may be old.
func (m *memory) get(guildID string) bot.Known {
	m.mu.Lock()
	defer m.mu.Unlock()
	e := m.entry(guildID)
	now := m.now()
	e.used = now
	if !e.asked && now.Sub(e.looked) >= staleAfter {
		select {
		case m.wanted <- guildID:
			e.asked = true
		default: // too many wait; the next keystroke asks again
		}
	}
	return e.Known
}

// entry returns the entry of a store, in place of the one unused for the longest
// time if there are too many.
func (m *memory) entry(guildID string) *memorised {
	if e := m.entries[guildID]; e != nil {
		return e
	}
	if len(m.entries) >= rememberedServers {
		oldest := ""
		for id, e := range m.entries {
			if id != "" && (oldest == "" || e.used.Before(m.entries[oldest].used)) {
				oldest = id
			}
		}
		delete(m.entries, oldest)
	}
	e := &memorised{used: m.now()}
	m.entries[guildID] = e
	return e
}

// looked notes that a store is looked at, and returns the edition that is known.
func (m *memory) looked(guildID string) edition {
	m.mu.Lock()
	defer m.mu.Unlock()
	e := m.entry(guildID)
	e.looked, e.asked = m.now(), false
	return e.edition
}

// set keeps what was read of a store.
func (m *memory) set(guildID string, is edition, known bot.Known) {
	m.mu.Lock()
	defer m.mu.Unlock()
	e := m.entry(guildID)
	e.edition, e.Known, e.looked, e.asked = is, known, m.now(), false
}

// has reports whether anything of a store is in memory.
func (m *memory) has(guildID string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.entries[guildID] != nil
}

func (m *memory) drop(guildID string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.entries, guildID)
}

// Known is what autocompletion suggests, from memory: it neither waits nor fails,
// and is empty until Run has read the articles for the first time.
func (c *Corpora) Known(s bot.Scope) bot.Known {
	var own, all bot.Known
	if isGuild(s.GuildID) && s.Own {
		own = c.known.get(s.GuildID)
	}
	if s.GuildID == "" || s.Default {
		all = c.known.get("")
	}
	return join(own, all)
}

// join puts a server's own suggestions before the default ones. It changes
// neither.
func join(own, all bot.Known) bot.Known {
	switch {
	case len(own.Sources) == 0:
		return all
	case len(all.Sources) == 0:
		return own
	}
	ids := map[string]bool{}
	for _, s := range own.Sources {
		ids[s.ID] = true
	}
	joined := bot.Known{
		Sources:    slices.Clone(own.Sources),
		Publishers: unique(text.Fold, own.Publishers, all.Publishers),
		Topics:     unique(topicKey, alternate(own.Topics, all.Topics)),
	}
	for _, s := range all.Sources {
		if !ids[s.ID] {
			joined.Sources = append(joined.Sources, s)
		}
	}
	return joined
}

// watch looks for changes in the default articles and in the open files, does what
// was asked for since the last time, and closes files that nobody uses.
func (c *Corpora) watch(ctx context.Context) error {
	errs := []error{c.look(ctx, "")}
	for _, guildID := range c.shelf.openNow() {
		if c.known.has(guildID) {
			errs = append(errs, c.look(ctx, guildID))
		}
	}
	c.shelf.sweep(c.opts.Now().Add(-c.opts.Idle))
	return errors.Join(errs...)
}

// serve looks at the stores that somebody asked for, until ctx ends.
func (c *Corpora) serve(ctx context.Context) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case guildID := <-c.known.wanted:
			err := c.guarded(ctx, func(ctx context.Context) error { return c.look(ctx, guildID) })
			c.warn(ctx, "read articles for suggestions", err)
		}
	}
}

// guarded does some work; a panic in it is an error.
func (c *Corpora) guarded(ctx context.Context, work func(context.Context) error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("corpora: panic in the background")
			// The value itself could hold somebody's text.
			c.opts.Log.LogAttrs(ctx, slog.LevelError, "panic", slog.String("kind", fmt.Sprintf("%T", r)), slog.String("stack", string(debug.Stack())))
		}
	}()
	return work(ctx)
}

// look reads anew what is suggested of a store, if the store has changed.
func (c *Corpora) look(ctx context.Context, guildID string) error {
	v := c.main
	if guildID != "" {
		own, err := c.shelf.take(ctx, guildID, false)
		if errors.Is(err, store.ErrNotFound) {
			c.known.set(guildID, edition{}, bot.Known{})
			return nil
		}
		if err != nil {
			c.known.looked(guildID)
			return err
		}
		defer c.shelf.give(own)
		v = own
	}
	before := c.known.looked(guildID)
	version, err := v.source.Version(ctx)
	is := edition{serial: v.serial, version: version}
	if err != nil || is == before {
		return err
	}
	known, err := readKnown(ctx, v.source)
	if err != nil {
		return err
	}
	c.known.set(guildID, is, known)
	return nil
}

// readKnown reads what is suggested of a store.
func readKnown(ctx context.Context, s source) (bot.Known, error) {
	articles, err := s.Articles(ctx)
	if err != nil {
		return bot.Known{}, err
	}
	var k bot.Known
	published := map[string]int{}
	for i := len(articles) - 1; i >= 0; i-- { // the newest first
		a := &articles[i]
		k.Sources = append(k.Sources, bot.Source{ID: a.ID, Title: cmp.Or(a.Title, a.ID), Publisher: a.Publisher})
		if a.Publisher != "" {
			published[a.Publisher]++
		}
	}
	k.Publishers = byCount(published)
	k.Topics, err = readTopics(ctx, s, articles)
	return k, err
}
