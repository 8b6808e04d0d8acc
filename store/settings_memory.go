package store

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// followEvery is how often a copy in memory looks for changes. Changes of other
// processes are seen within five seconds; this leaves room for a slow read.
const followEvery = 2 * time.Second

// SettingsInMemory answers from memory what the admins of servers chose, and
// follows the store.
type SettingsInMemory struct {
	store *Store
	now   atomic.Pointer[map[string]ServerSettings]

	mu      sync.Mutex // held while the copy is read anew, so that it only gets newer
	version int64
}

// NewSettingsInMemory reads all settings. Run makes them follow the store.
func NewSettingsInMemory(ctx context.Context, s *Store) (*SettingsInMemory, error) {
	m := &SettingsInMemory{store: s, version: -1}
	if err := m.follow(ctx); err != nil {
		return nil, err
	}
	return m, nil
}

// Get returns what the admins of a server chose, the defaults where they chose
// nothing. It neither waits nor fails.
func (m *SettingsInMemory) Get(guildID string) ServerSettings {
	c, ok := (*m.now.Load())[guildID]
	if !ok {
		return ServerSettings{GuildID: guildID}.withDefaults()
	}
	c.Channels = slices.Clone(c.Channels)
	return c
}

// Put keeps settings in the store, from where every process takes them; see
// Store.PutServerSettings.
func (m *SettingsInMemory) Put(ctx context.Context, c ServerSettings) error {
	if err := m.store.PutServerSettings(ctx, c); err != nil {
		return err
	}
	_ = m.follow(ctx) // they are stored; at the worst Run reads them a little later
	return nil
}

// Run follows the store until ctx ends. failed, which may be nil, hears of reads
// that failed; they are tried again, and the settings stay as they were.
func (m *SettingsInMemory) Run(ctx context.Context, failed func(error)) {
	repeat(ctx, followEvery, failed, m.follow)
}

// follow reads the settings if they have changed. The version is read first: a
// change in between is read twice rather than never.
func (m *SettingsInMemory) follow(ctx context.Context) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	version, err := m.store.SettingsVersion(ctx)
	if err != nil || version == m.version {
		return err
	}
	list, err := m.store.AllServerSettings(ctx)
	if err != nil {
		return err
	}
	all := make(map[string]ServerSettings, len(list))
	for _, c := range list {
		all[c.GuildID] = c
	}
	m.now.Store(&all)
	m.version = version
	return nil
}
